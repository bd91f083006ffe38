import { defineProblems } from '../core/errors.ts';

export const signingProblems = defineProblems({
  /** Told before anything is changed. */
  wrongPassphrase: { code: 'wrong_passphrase', status: 422, title: 'Frasa sandi salah' },
  /** Too many wrong passphrases in a row; Retry-After says how long. */
  passphraseLocked: { code: 'passphrase_locked', status: 429, title: 'Terlalu banyak frasa sandi yang salah' },
  weakPassphrase: { code: 'weak_passphrase', status: 422, title: 'Frasa sandi terlalu pendek atau terlalu panjang' },
  /** The person has no certificate in use. */
  noCertificate: { code: 'no_signing_certificate', status: 409, title: 'Anda belum memiliki sertifikat' },
  certificatePending: { code: 'signing_certificate_pending', status: 409, title: 'Sertifikat Anda belum terbit' },
  certificateExpired: { code: 'signing_certificate_expired', status: 409, title: 'Sertifikat Anda sudah kedaluwarsa' },
  certificateRevoked: { code: 'signing_certificate_revoked', status: 409, title: 'Sertifikat Anda sudah dicabut' },
  /** The act does not fit the key's state. */
  wrongKeyState: { code: 'signing_key_state', status: 409, title: 'Permintaan sertifikat sudah diproses' },
});
