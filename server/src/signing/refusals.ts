import type { SigningRefused } from '../adapters/signing/index.ts';
import { type ProblemError, type ProblemKind, problem } from '../core/errors.ts';
import { signingProblems as problems } from './problems.ts';
import type { SignatureSettings } from './provider-tables.ts';

type Refusal = SigningRefused['reason'];

const kinds: Record<Refusal, ProblemKind> = {
  wrong_credential: problems.wrongPassphrase,
  no_certificate: problems.noCertificate,
  certificate_pending: problems.certificatePending,
  certificate_expired: problems.certificateExpired,
  certificate_revoked: problems.certificateRevoked,
  certificate_suspended: problems.certificateSuspended,
  not_registered: problems.notRegistered,
  no_identity: problems.noIdentity,
};

/** Kinds that say that the person may not sign now, whatever the letter. */
export const refusalKinds: ReadonlySet<ProblemKind> = new Set(Object.values(kinds));

const newKey = 'Buat kunci tanda tangan baru pada halaman akun Anda.';
const builtIn: Partial<Record<Refusal, string>> = {
  wrong_credential: 'Frasa sandi tidak cocok dengan kunci tanda tangan Anda. Tidak ada yang berubah.',
  no_certificate: 'Buat kunci tanda tangan pada halaman akun Anda, lalu minta admin menyetujuinya.',
  certificate_pending: 'Permintaan Anda menunggu persetujuan admin. Setelah terbit Anda dapat menandatangani.',
  certificate_expired: newKey,
  certificate_revoked: newKey,
};

const atBsre: Record<Refusal, string> = {
  wrong_credential: 'BSrE menolak frasa sandi Anda. Surat belum ditandatangani.',
  no_certificate: 'Anda terdaftar di BSrE, tetapi belum memiliki sertifikat.',
  certificate_pending: 'Sertifikat Anda di BSrE sedang diproses atau belum diaktifkan.',
  certificate_expired: 'Sertifikat Anda di BSrE sudah habis masa berlakunya dan perlu diperbarui.',
  certificate_revoked: 'Sertifikat Anda di BSrE sudah dicabut.',
  certificate_suspended: 'Sertifikat Anda di BSrE sedang ditangguhkan.',
  not_registered: 'BSrE tidak mengenal NIK Anda, atau sertifikat Anda habis dan tidak diperpanjang.',
  no_identity: 'NIK Anda belum dicatat di sini. Minta admin mengisinya.',
};

/** Whom signers ask about their certificate at BSrE, as a sentence; empty when the office named nobody. */
function askCoordinator(settings: SignatureSettings | null): string {
  const named = [settings?.coordinatorName, settings?.coordinatorContact].filter((each) => each);
  return named.length === 0 ? '' : ` Hubungi koordinator tanda tangan elektronik: ${named.join(', ')}.`;
}

/** Why a signer cannot sign, in words that say what to do next. */
export function refusalProblem(refused: SigningRefused, settings: SignatureSettings | null): ProblemError {
  const { reason } = refused;
  const kind = kinds[reason];
  const isBsre = settings?.provider === 'bsre';
  const said = isBsre ? atBsre[reason] : (builtIn[reason] ?? kind.title);
  const asks = isBsre && reason !== 'no_identity';
  const detail = asks ? `${said}${askCoordinator(settings)}` : said;
  const errors = reason === 'wrong_credential' ? [{ path: 'passphrase', message: said }] : undefined;
  return problem(kind, { detail, cause: refused.cause, ...(errors ? { errors } : {}) });
}
