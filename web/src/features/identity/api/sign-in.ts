import { api, call } from '../../../lib/api.ts';
import { type Realm, setSession } from '../../../lib/session.ts';

export type Credentials = { username: string; password: string; otp?: string };

/** Opens a session. @throws Problem `wrong_credentials`, `otp_required`, `sign_in_locked` */
export async function signIn(realm: Realm, body: Credentials): Promise<void> {
  const answer =
    realm === 'platform'
      ? await call(api.POST('/platform/auth/login', { body }))
      : await call(api.POST('/auth/login', { body }));
  setSession({ realm, accessToken: answer.accessToken, user: answer.user });
}
