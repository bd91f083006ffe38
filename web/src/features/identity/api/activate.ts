import { api, call } from '../../../lib/api.ts';

/** Sets the first password. Answers the username. @throws Problem `activation_invalid`, `weak_password` */
export function activate(body: { token: string; password: string }) {
  return call(api.POST('/auth/activate', { body }));
}
