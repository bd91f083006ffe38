import { defineProblems } from '../core/errors.ts';

export const identityProblems = defineProblems({
  wrongCredentials: { code: 'wrong_credentials', status: 401, title: 'Nama pengguna atau kata sandi salah' },
  otpRequired: { code: 'otp_required', status: 401, title: 'Masukkan kode dari aplikasi autentikator Anda' },
  signInLocked: { code: 'sign_in_locked', status: 429, title: 'Terlalu banyak percobaan masuk' },
  refreshInvalid: { code: 'refresh_invalid', status: 401, title: 'Sesi Anda sudah berakhir' },
  refreshReused: { code: 'refresh_reused', status: 401, title: 'Sesi diakhiri demi keamanan' },
  foreignOrigin: { code: 'foreign_origin', status: 403, title: 'Permintaan datang dari alamat lain' },
  activationInvalid: { code: 'activation_invalid', status: 422, title: 'Tautan aktivasi tidak berlaku' },
  wrongPassword: { code: 'wrong_password', status: 422, title: 'Kata sandi lama salah' },
  weakPassword: { code: 'weak_password', status: 422, title: 'Kata sandi terlalu lemah' },
});
