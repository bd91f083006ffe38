import { i18n } from './i18n.ts';

/** One field that the server refused; `path` as in the body that was sent (`contact.email`). */
export type FieldError = { path: string; message: string };

/** What the server, or the line to it, answered instead of the thing asked for (RFC 9457). */
export class Problem extends Error {
  readonly status: number;
  /** Stable snake_case code; `network` when nothing came back. */
  readonly code: string;
  /** A sentence for people, in Indonesian, from the server. */
  readonly detail: string | undefined;
  readonly errors: FieldError[];
  /** Seconds after which trying again makes sense, if the server said so. */
  readonly retryAfterSeconds: number | undefined;
  /** Members that the server added, such as the present `bodyVersion`. */
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(of: {
    status: number;
    code: string;
    detail?: string | undefined;
    errors?: FieldError[];
    retryAfterSeconds?: number | undefined;
    extra?: Record<string, unknown>;
  }) {
    super(of.detail ?? of.code);
    this.name = 'Problem';
    this.status = of.status;
    this.code = of.code;
    this.detail = of.detail;
    this.errors = of.errors ?? [];
    this.retryAfterSeconds = of.retryAfterSeconds;
    this.extra = of.extra ?? {};
  }
}

function isFieldError(value: unknown): value is FieldError {
  return typeof value === 'object' && value !== null && 'path' in value && 'message' in value;
}

/** The problem in an answer whose body was already read; anything that is not problem+json becomes `http_<status>`. */
export function toProblem(response: Response, body: unknown): Problem {
  const fields = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const retryAfter = Number(response.headers.get('retry-after'));
  return new Problem({
    status: response.status,
    code: typeof fields.code === 'string' ? fields.code : `http_${response.status}`,
    detail: typeof fields.detail === 'string' ? fields.detail : undefined,
    errors: Array.isArray(fields.errors) ? fields.errors.filter(isFieldError) : [],
    retryAfterSeconds: Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : undefined,
    extra: fields,
  });
}

/** Any thrown thing as a problem, so that screens handle one shape. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof TypeError) return new Problem({ status: 0, code: 'network' });
  return new Problem({ status: 0, code: 'unexpected' });
}

/** The sentence to show: our own wording for codes we know, else what the server wrote, else a general sentence. */
export function problemMessage(error: unknown): string {
  const problem = asProblem(error);
  const known = `problems.${problem.code}`;
  if (i18n.exists(known, { ns: 'common' })) {
    // The server's sentence may carry figures (tries left), and people here mostly read Indonesian.
    if (problem.detail && i18n.language === 'id') return problem.detail;
    return i18n.t(known, { ns: 'common' });
  }
  if (problem.detail) return problem.detail;
  return i18n.t(problem.status >= 500 ? 'problems.server' : 'problems.unexpected', { ns: 'common' });
}
