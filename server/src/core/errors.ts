/** One kind of error the API can answer with. The status belongs to the kind, not to the place that raises it. */
export interface ProblemKind {
  code: string;
  status: number;
  title: string;
}

/** A field at fault: `path` as in `recipients.0.slug`. */
export interface FieldError {
  path: string;
  message: string;
}

interface ProblemDetails {
  /** Indonesian: what is wrong and what to do next. Falls back to the kind's title. */
  detail?: string;
  errors?: FieldError[];
  /** Members added to the answer, such as the current `version`. */
  extra?: Record<string, unknown>;
  /** Seconds for the Retry-After header. */
  retryAfterSeconds?: number;
  /** For the log only. */
  cause?: unknown;
}

/** Thrown anywhere below a route; the one error handler turns it into RFC 9457 problem details. */
export class ProblemError extends Error {
  readonly kind: ProblemKind;
  readonly details: ProblemDetails;
  constructor(kind: ProblemKind, details: ProblemDetails = {}) {
    super(`${kind.code}: ${details.detail ?? kind.title}`, { cause: details.cause });
    this.name = 'ProblemError';
    this.kind = kind;
    this.details = details;
  }
}

/** Builds the error to throw: `throw problem(problems.letterNotFound, { detail: '…' })`. */
export const problem = (kind: ProblemKind, details: ProblemDetails = {}): ProblemError =>
  new ProblemError(kind, details);

const catalogue = new Map<string, ProblemKind>();

/**
 * Declares a capability's errors. Codes are stable API and unique over the whole server.
 * @throws Error when a code is declared twice with different meaning (a programmer's error).
 */
export function defineProblems<T extends Record<string, ProblemKind>>(kinds: T): T {
  for (const kind of Object.values(kinds)) {
    const known = catalogue.get(kind.code);
    if (known && (known.status !== kind.status || known.title !== kind.title)) {
      throw new Error(`problem code ${kind.code} is declared twice`);
    }
    catalogue.set(kind.code, kind);
  }
  return kinds;
}

/** Every declared kind, for the documentation's list of codes. */
export const problemCatalogue = (): ProblemKind[] => [...catalogue.values()];

/** Errors that any route may answer with. */
export const commonProblems = defineProblems({
  invalidInput: { code: 'invalid_input', status: 400, title: 'Isian tidak sesuai' },
  malformedJson: { code: 'malformed_json', status: 400, title: 'Isi permintaan bukan JSON yang benar' },
  tenantConflict: { code: 'tenant_conflict', status: 400, title: 'Alamat dan x-tenant menyebut daerah yang berbeda' },
  tenantRequired: { code: 'tenant_required', status: 400, title: 'Daerah belum disebut' },
  unauthenticated: { code: 'unauthenticated', status: 401, title: 'Anda belum masuk' },
  tokenExpired: { code: 'token_expired', status: 401, title: 'Sesi Anda sudah lewat waktu' },
  foreignToken: { code: 'foreign_token', status: 401, title: 'Token ini milik daerah lain' },
  sessionEnded: { code: 'session_ended', status: 401, title: 'Sesi Anda sudah diakhiri' },
  forbidden: { code: 'forbidden', status: 403, title: 'Anda tidak berhak melakukan ini' },
  tenantSuspended: { code: 'tenant_suspended', status: 403, title: 'Kantor daerah ini sedang dibekukan' },
  tenantUnknown: { code: 'tenant_unknown', status: 404, title: 'Daerah ini belum bergabung' },
  notFound: { code: 'not_found', status: 404, title: 'Tidak ditemukan' },
  staleVersion: { code: 'stale_version', status: 409, title: 'Sudah ada versi yang lebih baru' },
  payloadTooLarge: { code: 'payload_too_large', status: 413, title: 'Isi permintaan terlalu besar' },
  unsupportedMedia: { code: 'unsupported_media_type', status: 415, title: 'Jenis isi permintaan tidak dikenal' },
  idempotencyMismatch: {
    code: 'idempotency_mismatch',
    status: 422,
    title: 'Kunci idempotency-key sudah dipakai untuk isi lain',
  },
  idempotencyBusy: { code: 'idempotency_busy', status: 409, title: 'Permintaan yang sama masih berjalan' },
  tooManyRequests: { code: 'too_many_requests', status: 429, title: 'Terlalu banyak permintaan' },
  internal: { code: 'internal_error', status: 500, title: 'Terjadi kesalahan di sistem' },
  unavailable: { code: 'unavailable', status: 503, title: 'Layanan sedang tidak dapat dijangkau' },
});
