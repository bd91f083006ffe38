import { useSyncExternalStore } from 'react';

/** Whose doors a session opens: one regency's office, or the platform's console. */
export type Realm = 'office' | 'platform';

/** Who is signed in; a superadmin holds no position. */
export type SessionUser = {
  id: string;
  name: string;
  roles: string[];
  unitId?: string | null;
  positionId?: string | null;
};

export type Session = { realm: Realm; accessToken: string; user: SessionUser };

/** The access token lives here and nowhere else: never in storage, so that a script from elsewhere finds nothing. */
let current: Session | null = null;
const listeners = new Set<() => void>();

export function getSession(): Session | null {
  return current;
}

export function setSession(next: Session | null): void {
  current = next;
  for (const listener of listeners) listener();
}

export function subscribeSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The session of this tab, or null while signed out. */
export function useSession(): Session | null {
  return useSyncExternalStore(subscribeSession, getSession);
}

/** Which realm a page belongs to: everything under /admin is the console. */
export function realmOf(pathname: string): Realm {
  return pathname === '/admin' || pathname.startsWith('/admin/') ? 'platform' : 'office';
}
