import { NoopLogger } from 'drizzle-orm';
import { NoopCache } from 'drizzle-orm/cache/core';
import { PgDialect } from 'drizzle-orm/pg-core';
import { drizzle, PostgresJsDatabase, PostgresJsSession } from 'drizzle-orm/postgres-js';
import type { Client } from './client.ts';
import { type GuardedClient, guard } from './guard.ts';

declare const reads: unique symbol;
declare const writes: unique symbol;

type Database = Omit<PostgresJsDatabase, 'transaction' | 'rollback'>;
type Reader = Pick<
  PostgresJsDatabase,
  'select' | 'selectDistinct' | 'selectDistinctOn' | 'with' | '$with' | '$count' | 'execute'
>;

/** Statements as one regency, each on its own: no snapshot, no transaction. Only `readTenant` makes one. */
export type TenantRead = Reader & { readonly [reads]: 'tenant' };
/** One transaction as one regency. Only `withTenant` makes one. It may stand wherever a `TenantRead` is asked for. */
export type TenantTx = Database & { readonly [reads]: 'tenant'; readonly [writes]: 'tenant' };
/** Statements as the control plane, each on its own. */
export type PlatformRead = Reader & { readonly [reads]: 'platform' };
/** One transaction as the control plane, which has no right in any regency's schema. */
export type PlatformTx = Database & { readonly [reads]: 'platform'; readonly [writes]: 'platform' };
/** One transaction as a login of the worker's own: issuer, stamper, migrator. */
export type ServiceTx = Database & { readonly [reads]: 'service'; readonly [writes]: 'service' };

/** Any handle; what a compiled statement runs on. */
export type AnyRead = TenantRead | PlatformRead | ServiceTx;

const clients = new WeakMap<object, GuardedClient>();
const dialect = new PgDialect();
const sessionOptions = { logger: new NoopLogger(), cache: new NoopCache() };

/** The guarded connection under a handle; for core/db only. */
export function clientOf(handle: object): GuardedClient {
  const client = clients.get(handle);
  if (client === undefined) throw new Error('This is no database handle of ours');
  return client;
}

/**
 * To be called once per pool before its first use: Drizzle replaces the pool's date and JSON conversions, and doing so
 * in the middle of its life would change what queries return.
 */
export function prepareForDrizzle(pool: Client): void {
  drizzle(pool);
}

/**
 * Runs `fn` on a Drizzle database over `client`, which ends with the callback.
 * @param options the pool's: a transaction's client has none of its own, and Drizzle needs them.
 */
export async function withHandle<H, T>(
  client: Pick<Client, 'unsafe'>,
  options: Client['options'],
  fn: (handle: H) => Promise<T>,
): Promise<T> {
  const guarded = guard(client, options);
  // What drizzle() does, without building a dialect and replacing the parsers on every request.
  const session = new PostgresJsSession(guarded.client as unknown as Client, dialect, undefined, sessionOptions);
  const handle = new PostgresJsDatabase(dialect, session as never, undefined);
  clients.set(handle, guarded.client);
  try {
    return await fn(handle as H);
  } finally {
    guarded.close();
  }
}
