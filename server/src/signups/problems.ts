import { defineProblems } from '../core/errors.ts';

/** Errors of sign-ups of regencies. */
export const signupProblems = defineProblems({
  signupPending: { code: 'signup_pending', status: 409, title: 'Pendaftaran untuk daerah ini sedang ditinjau' },
  signupDecided: { code: 'signup_decided', status: 409, title: 'Pendaftaran ini sudah diputuskan' },
});
