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
  certificateSuspended: {
    code: 'signing_certificate_suspended',
    status: 409,
    title: 'Sertifikat Anda sedang ditangguhkan',
  },
  /** BSrE does not know the person. */
  notRegistered: { code: 'signer_not_registered', status: 409, title: 'Anda belum terdaftar di BSrE' },
  noIdentity: { code: 'signer_without_nik', status: 409, title: 'NIK Anda belum dicatat' },
  /** The provider will not sign this file, however often it is asked. */
  rejected: { code: 'signature_rejected', status: 502, title: 'Penyedia tanda tangan menolak berkas ini' },
  nikTaken: { code: 'nik_taken', status: 409, title: 'NIK ini sudah terdaftar pada orang lain' },
  /** BSrE is chosen without what it takes to reach it. */
  providerIncomplete: { code: 'provider_incomplete', status: 422, title: 'Pengaturan BSrE belum lengkap' },
  /** Nothing of the person waits, or the provider is still away. */
  nothingQueued: { code: 'nothing_queued', status: 409, title: 'Tidak ada surat dalam antrean Anda' },
  /** The act does not fit the key's state. */
  wrongKeyState: { code: 'signing_key_state', status: 409, title: 'Permintaan sertifikat sudah diproses' },
});
