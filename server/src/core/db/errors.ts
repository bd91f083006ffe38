import { DrizzleQueryError } from 'drizzle-orm';
import postgres from 'postgres';

/** The database cannot be reached, is starting or stopping, or a connection was lost: HTTP answers 503. */
export class DatabaseUnavailableError extends Error {
  override name = 'DatabaseUnavailableError';
}

/** No connection became free in time: HTTP answers 503 with Retry-After. */
export class OverloadedError extends Error {
  override name = 'OverloadedError';
  /** When asking again makes sense, in seconds. */
  readonly retryAfterSeconds = 2;
}

/** Work was begun without a valid regency: a programmer's error, never a user's. */
export class NoTenantError extends Error {
  override name = 'NoTenantError';
}

/** A handle was used after its callback had ended, usually a forgotten `await`. */
export class HandleOverError extends Error {
  override name = 'HandleOverError';
  constructor() {
    super('This database handle is over: its callback has returned. Is an await missing?');
  }
}

const lostConnection = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
]);

const tooMany = new Set(['53300', '53400']); // too_many_connections, configuration_limit_exceeded

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/**
 * The server's own error behind `error`, with `code`, `constraint_name`, `table_name`, `column_name`; undefined if
 * it is none. Drizzle wraps errors, so inside a transaction ask this rather than `instanceof`.
 */
export function pgError(error: unknown): postgres.PostgresError | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (current instanceof postgres.PostgresError) return current;
  }
  return undefined;
}

/** Whether the connection, not the statement, failed. */
export function isConnectionFailure(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (current instanceof DatabaseUnavailableError) return true;
    const code = codeOf(current);
    if (code !== undefined && (lostConnection.has(code) || code.startsWith('08'))) return true;
  }
  return false;
}

/**
 * What leaves the database layer: connection failures by their own class, and no Drizzle wrapper, whose message
 * quotes all parameters and so would put people's data into logs.
 */
export function translateError(error: unknown): unknown {
  if (error instanceof DatabaseUnavailableError || error instanceof OverloadedError) return error;
  const bare = error instanceof DrizzleQueryError && error.cause !== undefined ? error.cause : error;
  const code = codeOf(bare);
  if (code !== undefined && tooMany.has(code))
    return new OverloadedError('The database has no free connection', { cause: bare });
  if (isConnectionFailure(bare)) return new DatabaseUnavailableError('The database is not available', { cause: bare });
  return bare;
}
