import type { Client } from './client.ts';
import { HandleOverError } from './errors.ts';

/** What Drizzle may do with a connection: parametrised statements, and nothing that opens a transaction. */
export type GuardedClient = {
  readonly options: Client['options'];
  unsafe(text: string, parameters?: unknown[], options?: object): ReturnType<Client['unsafe']>;
  begin(): never;
  savepoint(): never;
};

type StatementParameters = NonNullable<Parameters<Client['unsafe']>[1]>;

function isPlainObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

// Drizzle replaces the driver's serializers of dates and JSON by ones that do nothing (its columns convert
// themselves); a value in a hand-written `sql` template would arrive unconverted.
function toParameter(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  return isPlainObject(value) ? JSON.stringify(value) : value;
}

/**
 * Wraps one use of a connection or pool.
 * - Nothing runs once `close` was called: the connection may be in another transaction by then.
 * - Every statement is prepared and goes by the extended protocol, where `a; b` is an error. Drizzle passes
 *   `prepare: false` on every call, so ours comes last.
 * - No nested `begin`, no savepoint: one transaction per use case.
 */
export function guard(
  client: Pick<Client, 'unsafe'>,
  options: Client['options'],
): { client: GuardedClient; close(): void } {
  let over = false;
  const refuse = (): never => {
    throw new Error('Transactions do not nest: use the handle that you have');
  };
  return {
    client: {
      options,
      unsafe(text, parameters = [], queryOptions = {}) {
        if (over) throw new HandleOverError();
        const query = client.unsafe(
          text,
          parameters.map(toParameter) as StatementParameters,
          {
            ...queryOptions,
            prepare: true,
            simple: false,
          } as object,
        );
        // A query starts when it is awaited. Starting it now keeps it from starting after `close`.
        return query.execute();
      },
      begin: refuse,
      savepoint: refuse,
    },
    close() {
      over = true;
    },
  };
}
