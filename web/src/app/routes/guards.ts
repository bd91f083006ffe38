import { redirect } from '@tanstack/react-router';
import { refreshSession } from '../../lib/api.ts';
import { currentOffice } from '../../lib/office.ts';
import { getSession, type Realm } from '../../lib/session.ts';

/** Lets only a signed-in person of that realm pass; others go to sign in and come back afterwards. */
export async function requireSession(realm: Realm, href: string): Promise<void> {
  if (realm === 'office' && !currentOffice()) throw redirect({ to: '/' });
  if (getSession()?.realm === realm) return;
  if (await refreshSession(realm)) return;
  throw redirect({ to: realm === 'office' ? '/masuk' : '/admin/masuk', search: { tujuan: href } });
}
