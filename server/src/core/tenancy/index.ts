import { type Client, type DatabaseAccess, openClient, type ServiceRole } from '../db/client.ts';
import { NoTenantError } from '../db/errors.ts';
import type { PlatformRead, PlatformTx, ServiceTx, TenantRead, TenantTx } from '../db/handle.ts';
import { prepareForDrizzle } from '../db/handle.ts';
import { createPools, type PoolStatistics, read, transact } from '../db/pools.ts';

export type { ServiceRole } from '../db/client.ts';
export { DatabaseUnavailableError, HandleOverError, NoTenantError, OverloadedError, pgError } from '../db/errors.ts';
export type { AnyRead, PlatformRead, PlatformTx, ServiceTx, TenantRead, TenantTx } from '../db/handle.ts';
export { type Inputs, type Statement, statement } from '../db/statement.ts';

/** A regency as the database knows it: the role is its login and the name of its schema. */
export type Tenant = { slug: string; role: string };

/** What a slug looks like; 40 characters at most, so that `t_<slug>` fits a PostgreSQL name. */
export const slugPattern = /^[a-z][a-z0-9-]{1,38}[a-z0-9]$/;

/** @throws NoTenantError if `slug` is none. */
export function tenantOf(slug: string): Tenant {
  if (!slugPattern.test(slug)) throw new NoTenantError(`Not a regency's slug: ${JSON.stringify(slug)}`);
  return { slug, role: `t_${slug}` };
}

export type TenancyOptions = {
  access: DatabaseAccess;
  /** Connections of all regencies together; default 600. */
  budget?: number;
  /** Connections per regency; default 2 (the worker takes 1). */
  connectionsPerTenant?: number;
  /** Seconds until an unused connection is closed; default 600 (the worker takes 30). */
  idleSeconds?: number;
  /** How long to wait for room in the budget, in milliseconds; default 2,000. */
  waitMs?: number;
  /** Uses of one regency at a time, waiting ones included; default 400. */
  maxUsesPerTenant?: number;
  /** Connections of the control plane; default 4. */
  platformConnections?: number;
  /** `api` or `worker`; shown in pg_stat_activity. */
  applicationName: string;
};

export type Tenancy = {
  /** One transaction as this regency; commits when `fn` resolves, rolls back when it rejects. */
  withTenant<T>(tenant: Tenant, fn: (tx: TenantTx) => Promise<T>): Promise<T>;
  /** Reads as this regency without a transaction; queries that do not depend on each other run side by side. */
  readTenant<T>(tenant: Tenant, fn: (read: TenantRead) => Promise<T>): Promise<T>;
  /** One transaction as the control plane. */
  withPlatform<T>(fn: (tx: PlatformTx) => Promise<T>): Promise<T>;
  readPlatform<T>(fn: (read: PlatformRead) => Promise<T>): Promise<T>;
  /** One transaction as a login of the worker's own, on a connection that is opened for it and closed after it. */
  withService<T>(role: Exclude<ServiceRole, 'control'>, fn: (tx: ServiceTx) => Promise<T>): Promise<T>;
  /** Closes a regency's connections, e.g. before its role is dropped. */
  forget(tenant: Tenant): Promise<void>;
  statistics(): PoolStatistics;
  close(): Promise<void>;
};

/**
 * The one way to SQL. There is no default regency: without one, everything throws. Errors besides the callback's own:
 * DatabaseUnavailableError, OverloadedError (both 503), NoTenantError (a programmer's).
 */
export function createTenancy(options: TenancyOptions): Tenancy {
  const { access, applicationName } = options;
  const pools = createPools({
    access,
    applicationName,
    budget: options.budget ?? 600,
    connectionsPerTenant: options.connectionsPerTenant ?? 2,
    idleSeconds: options.idleSeconds ?? 600,
    waitMs: options.waitMs ?? 2000,
    maxUsesPerTenant: options.maxUsesPerTenant ?? 400,
  });
  const platform = openClient(access, 'control', {
    max: options.platformConnections ?? 4,
    idleSeconds: options.idleSeconds ?? 600,
    applicationName: `${applicationName}:control`,
  });
  prepareForDrizzle(platform);

  // The types say so already; JavaScript at the edges (a job's payload, a test) may not have asked them.
  function roleOf(tenant: Tenant | undefined): string {
    if (tenant === undefined || tenant === null) throw new NoTenantError('Work without a regency');
    const { role } = tenantOf(tenant.slug);
    if (tenant.role !== role) throw new NoTenantError(`${tenant.role} is not the role of ${tenant.slug}`);
    return role;
  }

  return {
    async withTenant(tenant, fn) {
      return pools.use(roleOf(tenant), (client) => transact(client, fn));
    },
    async readTenant(tenant, fn) {
      return pools.use(roleOf(tenant), (client) => read(client, fn));
    },
    async withPlatform(fn) {
      return transact(platform, fn);
    },
    async readPlatform(fn) {
      return read(platform, fn);
    },
    async withService(role, fn) {
      return withClient(openService(access, role, applicationName), (client) => transact(client, fn));
    },
    async forget(tenant) {
      await pools.forget(roleOf(tenant));
    },
    statistics: pools.statistics,
    async close() {
      await Promise.all([pools.close(), platform.end({ timeout: 5 })]);
    },
  };
}

function openService(access: DatabaseAccess, role: ServiceRole, applicationName: string): Client {
  const client = openClient(access, role, { max: 1, applicationName: `${applicationName}:${role}` });
  prepareForDrizzle(client);
  return client;
}

async function withClient<T>(client: Client, fn: (client: Client) => Promise<T>): Promise<T> {
  try {
    return await fn(client);
  } finally {
    await client.end({ timeout: 5 });
  }
}
