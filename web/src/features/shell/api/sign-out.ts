import { apiBase } from '../../../lib/api.ts';
import { queryClient } from '../../../lib/query-client.ts';
import { type Realm, setSession } from '../../../lib/session.ts';

/** Ends the session here and at the server, and forgets everything that was read with it. */
export async function signOut(realm: Realm): Promise<void> {
  const path = realm === 'platform' ? '/platform/auth/logout' : '/auth/logout';
  try {
    await fetch(`${apiBase}${path}`, { method: 'POST', credentials: 'same-origin' });
  } finally {
    setSession(null);
    queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'site' });
  }
}
