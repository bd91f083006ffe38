import { type Client, type DatabaseAccess, openClient, quoteName, quoteText } from './client.ts';
import { pgError } from './errors.ts';
import { applyOutsideTransaction } from './migrate-outside.ts';
import { isOutsideTransaction, type Migration, type MigrationSet } from './migrations.ts';
import { sendScript, tenantGrants } from './provision.ts';

/**
 * A migration of a regency waits this long for a lock, then lets go of what it holds and tries again: a long reader
 * delays it and not everybody behind it. Well under the second after which the server looks for deadlocks, so that it is
 * the migration that gives way and nobody's work.
 */
const lockTimeout = '400ms';
const triesAtOnce = 5;
const pauseMs = 200;
const statementTimeout = '10min';
const divisionByZero = '22012';
const uniqueViolation = '23505';
/** Somebody's transaction was in the way: lock timeout, deadlock. */
const isHeldUp = (error: unknown): boolean => ['55P03', '40P01'].includes(pgError(error)?.code ?? '');

export type PlatformMigrationResult = { applied: string[] };

/**
 * Brings the `platform` schema to its head, each file in one transaction, with the migrator's client (one connection).
 * Nothing to do is one query.
 * @throws if a file that was applied has changed since, or was removed.
 */
export async function migratePlatform(migrator: Client, set: MigrationSet): Promise<PlatformMigrationResult> {
  const done = await appliedVersions(migrator);
  for (const row of done) {
    const migration = set.migrations[row.version - 1];
    if (migration === undefined) throw new Error(`The database has migration ${row.name}, which this release lacks`);
    if (migration.checksum !== row.checksum)
      throw new Error(`migrations/platform/${row.name} was changed after it was applied`);
  }
  const open = set.migrations.slice(done.length);
  if (open.length === 0) return { applied: [] };
  for (const migration of open) {
    const { version, name, checksum } = migration;
    await sendScript(
      migrator,
      [
        'begin;',
        // First, so that of two starts at once the second waits here and then finds the version taken.
        `insert into platform.schema_migrations (version, name, checksum) values (${version}, ${quoteText(name)}, ${quoteText(checksum)});`,
        `set local lock_timeout = '10s';`,
        `set local search_path = '';`,
        migration.text,
        'commit;',
      ].join('\n'),
    ).catch((cause: unknown) => {
      // Another start was faster with this very file.
      const error = pgError(cause);
      if (error?.code === uniqueViolation && error.table_name === 'schema_migrations') return;
      throw new Error(`migrations/platform/${name} failed: ${messageOf(cause)}`, { cause });
    });
  }
  return { applied: open.map((migration) => migration.name) };
}

async function appliedVersions(migrator: Client) {
  const select = 'select version, name, checksum from platform.schema_migrations order by version';
  try {
    return await migrator.unsafe<{ version: number; name: string; checksum: string }[]>(select);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== '42P01') throw error;
  }
  await migrator.unsafe(`create table if not exists platform.schema_migrations (
    version integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())`);
  return [];
}

export type TenantMigrationResult = {
  /** Roles that were brought to the head. */
  migrated: string[];
  /** Roles that were left at their version, and why. A second run takes them up. */
  failed: { role: string; migration: string; error: Error }[];
};

export type MigrateTenantsOptions = {
  /** Regencies migrated side by side, each lane on a connection of its own; default 2. */
  lanes?: number;
  /** How often a regency is tried again that somebody's transaction held up, after the others; default 2. */
  retries?: number;
  onMigrated?: (role: string, migration: string) => void;
};

/**
 * Brings every regency's schema to the head, each file in one transaction with the version in `platform.tenants`, so
 * that a crash repeats nothing. One regency that fails leaves the others to go on; if it was a lock that it waited for in
 * vain, it is tried again after them. Nothing to do is one query.
 */
export async function migrateTenants(
  migrator: Client,
  access: DatabaseAccess,
  set: MigrationSet,
  options: MigrateTenantsOptions = {},
): Promise<TenantMigrationResult> {
  const behind = await migrator.unsafe<{ role: string; version: number }[]>(
    `select role, schema_version as version from platform.tenants
     where schema_version between 1 and ${set.head - 1} and status <> 'removed' order by slug`,
  );
  const result: TenantMigrationResult = { migrated: [], failed: [] };
  for (let attempt = 0, queue = [...behind]; queue.length > 0; attempt++) {
    const isLast = attempt === (options.retries ?? 2);
    const again = await migrateAll(access, set, options, queue, result);
    if (isLast) result.failed.push(...again);
    queue = isLast ? [] : again.map(({ role, version }) => ({ role, version }));
  }
  return result;
}

type Behind = { role: string; version: number };
type HeldUp = Behind & TenantMigrationResult['failed'][number];

/** @returns those that somebody's transaction held up */
async function migrateAll(
  access: DatabaseAccess,
  set: MigrationSet,
  options: MigrateTenantsOptions,
  behind: readonly Behind[],
  result: TenantMigrationResult,
): Promise<HeldUp[]> {
  const queue = [...behind];
  const heldUp: HeldUp[] = [];
  const lane = async () => {
    // A backend that has touched many schemas grows and never shrinks: this one ends with its lane.
    const client = openClient(access, 'migrator', { max: 1, applicationName: 'migrate' });
    try {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const failure = await migrateTenant(client, next, set, options);
        if (failure === null) result.migrated.push(next.role);
        else if (isHeldUp(failure.error)) heldUp.push(failure);
        else result.failed.push(failure);
      }
    } finally {
      await client.end({ timeout: 5 });
    }
  };
  await Promise.all(Array.from({ length: Math.min(options.lanes ?? 2, behind.length) }, lane));
  return heldUp;
}

async function migrateTenant(
  client: Client,
  tenant: Behind,
  set: MigrationSet,
  options: MigrateTenantsOptions,
): Promise<HeldUp | null> {
  for (const migration of set.migrations.slice(tenant.version)) {
    try {
      await tryInTurns(() => applyToTenant(client, tenant.role, migration, set));
    } catch (error) {
      // Another run was faster: the version is no longer the one that this file starts from.
      if (pgError(error)?.code === divisionByZero) continue;
      return { role: tenant.role, version: migration.version - 1, migration: migration.name, error: asError(error) };
    }
    options.onMigrated?.(tenant.role, migration.name);
  }
  return null;
}

async function tryInTurns(apply: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await apply();
    } catch (error) {
      if (tries === triesAtOnce || !isHeldUp(error)) throw error;
    }
    // Whoever waited behind this goes first.
    await new Promise((resolve) => setTimeout(resolve, pauseMs * tries));
  }
}

async function applyToTenant(client: Client, role: string, migration: Migration, set: MigrationSet): Promise<void> {
  if (isOutsideTransaction(migration)) {
    await applyOutsideTransaction(client, role, migration, lockTimeout);
    return;
  }
  const schema = quoteName(role);
  const advance = `update platform.tenants set schema_version = ${migration.version} where role = ${quoteText(role)} and schema_version = ${migration.version - 1}`;
  const upToHere = { ...set, migrations: set.migrations.slice(0, migration.version) };
  await sendScript(
    client,
    [
      'begin;',
      `set local lock_timeout = '${lockTimeout}';`,
      `set local statement_timeout = '${statementTimeout}';`,
      `set local search_path = ${schema};`,
      // Locks the row, and fails if the version has moved on.
      `select 1 / count(*) from (select from platform.tenants where role = ${quoteText(role)} and schema_version = ${migration.version - 1} for update) as still;`,
      migration.text,
      tenantGrants(role, upToHere),
      `${advance};`,
      'commit;',
    ].join('\n'),
  );
}

const asError = (value: unknown): Error => (value instanceof Error ? value : new Error(String(value)));
const messageOf = (value: unknown): string => asError(value).message;
