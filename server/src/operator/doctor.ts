import { type SQL, sql } from 'drizzle-orm';
import type { DatabaseAccess } from '../core/db/client.ts';
import { openClient } from '../core/db/client.ts';
import { readMigrations } from '../core/db/migrations.ts';
import type { Storage } from '../core/storage/index.ts';
import { pgError, type Tenancy, type Tenant, tenantOf } from '../core/tenancy/index.ts';

export type Finding = { check: string; state: 'ok' | 'warning' | 'failed'; detail: string };

type Deps = { tenancy: Tenancy; access: DatabaseAccess; storage: Storage };
type Check = { name: string; run(deps: Deps): Promise<Omit<Finding, 'check'>> };

const ok = (detail: string) => ({ state: 'ok' as const, detail });
const failed = (detail: string) => ({ state: 'failed' as const, detail });
const warning = (detail: string) => ({ state: 'warning' as const, detail });

async function one<T extends Record<string, unknown>>({ tenancy }: Deps, query: SQL): Promise<T> {
  const [row] = await tenancy.readPlatform((read) => read.execute<T>(query));
  if (!row) throw new Error('no row');
  return row as T;
}

const checks: Check[] = [
  {
    name: 'database',
    async run(deps) {
      const row = await one<{ version: string }>(deps, sql`select current_setting('server_version') as version`);
      return ok(`PostgreSQL ${row.version}, logged in as control`);
    },
  },
  {
    name: 'platform migrations',
    async run({ access }) {
      const { head } = readMigrations('platform');
      const migrator = openClient(access, 'migrator', { max: 1, applicationName: 'doctor' });
      try {
        const [row] = await migrator.unsafe<{ version: number | null }[]>(
          'select max(version) as version from platform.schema_migrations',
        );
        return row?.version === head
          ? ok(`version ${head}`)
          : failed(`version ${row?.version ?? 0}, this release has ${head}`);
      } finally {
        await migrator.end({ timeout: 5 });
      }
    },
  },
  {
    name: 'tenant migrations',
    async run(deps) {
      const { head } = readMigrations('tenant');
      const row = await one<{ behind: string[] }>(
        deps,
        sql`select coalesce(array_agg(slug order by slug), '{}') as behind
        from platform.tenants where status in ('active', 'suspended') and schema_version <> ${head}`,
      );
      return row.behind.length === 0
        ? ok(`all at version ${head}`)
        : failed(`behind: ${row.behind.join(', ')}; run tenant migrate`);
    },
  },
  {
    name: 'hardening',
    async run(deps) {
      const row = await one<{ open: boolean }>(
        deps,
        sql`select has_function_privilege(current_user, 'set_config(text, text, boolean)', 'execute')
        or has_language_privilege(current_user, 'plpgsql', 'usage') as open`,
      );
      return row.open
        ? warning('set_config and plpgsql are open to every login (a managed server?)')
        : ok('set_config, query_to_xml and plpgsql are closed');
    },
  },
  {
    name: 'outbox',
    async run(deps) {
      const row = await one<{ waiting: number; oldest: number }>(
        deps,
        sql`select count(*)::int as waiting,
        coalesce(extract(epoch from now() - min(created_at)), 0)::int as oldest from platform.outbox`,
      );
      return row.oldest > 10
        ? failed(`${row.waiting} rows, the oldest ${row.oldest} s old: is a worker running?`)
        : ok(`${row.waiting} rows`);
    },
  },
  {
    name: 'jobs',
    async run(deps) {
      const row = await one<{ open: number; stuck: number; failed: number }>(
        deps,
        sql`select
        count(*) filter (where state = 'open')::int as open,
        count(*) filter (where state = 'open' and touched_at < now() - interval '1 minute')::int as stuck,
        count(*) filter (where state = 'failed' and finished_at > now() - interval '1 day')::int as failed from platform.work`,
      );
      const text = `${row.open} open, ${row.stuck} untouched for a minute, ${row.failed} failed within a day`;
      return row.stuck > 0 ? failed(text) : row.failed > 0 ? warning(text) : ok(text);
    },
  },
  {
    name: 'regencies',
    async run(deps) {
      const row = await one<{ active: number; failed: string[] }>(
        deps,
        sql`select count(*) filter (where status = 'active')::int as active,
        coalesce(array_agg(slug) filter (where status = 'failed'), '{}') as failed from platform.tenants`,
      );
      return row.failed.length > 0
        ? failed(`provisioning failed: ${row.failed.join(', ')}`)
        : ok(`${row.active} active`);
    },
  },
  {
    name: 'authorities',
    async run(deps) {
      const row = await one<{ kinds: number; ending: number }>(
        deps,
        sql`select count(*) filter (where kind <> 'intermediate')::int as kinds,
        count(*) filter (where not_after < now() + interval '90 days' and revoked_at is null)::int as ending from platform.authorities`,
      );
      if (row.kinds < 2) return failed('root or time-stamp authority is missing');
      return row.ending > 0
        ? warning(`${row.ending} end within 90 days`)
        : ok('root and time-stamp authority are there');
    },
  },
  {
    name: 'storage',
    async run({ storage }) {
      const bytes = Buffer.from('doctor');
      const { sha256 } = await storage.put('doctor', bytes);
      const read = await storage.get('doctor', sha256);
      await storage.removePrefix('doctor');
      return read.equals(bytes) ? ok('written and read') : failed('what was read is not what was written');
    },
  },
];

/** Runs every check of a running installation; one that throws is a failed one. */
export async function examine(deps: Deps): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const check of checks) {
    try {
      findings.push({ check: check.name, ...(await check.run(deps)) });
    } catch (error) {
      findings.push({ check: check.name, ...failed(error instanceof Error ? error.message : String(error)) });
    }
  }
  return findings;
}

const insufficientPrivilege = '42501';

/** What one regency's login reaches of `table` in another's schema; null when it is refused, as it must be. */
async function reach(tenancy: Tenancy, tenant: Tenant, schema: string, table: string): Promise<string | null> {
  try {
    await tenancy.readTenant(tenant, (read) =>
      read.execute(sql`select 1 from ${sql.identifier(schema)}.${sql.identifier(table)} limit 1`),
    );
    return `${tenant.slug} reads ${schema}.${table}`;
  } catch (error) {
    if (pgError(error)?.code === insufficientPrivilege) return null;
    throw error;
  }
}

/** Logs in as every regency, and tries every table of every other and of the logins that keep keys. */
export async function examineIsolation({ tenancy }: Deps): Promise<{ attempts: number; breaches: string[] }> {
  const rows = await tenancy.readPlatform((read) =>
    read.execute<{ slug: string }>(
      sql`select slug from platform.tenants where status in ('active', 'suspended') order by slug`,
    ),
  );
  const tenants = rows.map((row) => tenantOf(row.slug));
  const breaches: string[] = [];
  let attempts = 0;
  for (const tenant of tenants) {
    const tables = await tenancy.readTenant(tenant, (read) =>
      read.execute<{ name: string }>(
        sql`select relname as name from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r'`,
      ),
    );
    const foreign = tenants
      .filter((other) => other.slug !== tenant.slug)
      .flatMap((other) => tables.map((table) => [other.role, table.name] as const));
    const keys = [
      ['issuer', 'keys'],
      ['issuer', 'certificates'],
      ['stamper', 'keys'],
      ['platform', 'superadmins'],
      ['platform', 'outbox'],
      ['platform', 'work'],
      ['platform', 'audit'],
    ] as const;
    for (const [schema, table] of [...foreign, ...keys]) {
      attempts += 1;
      const breach = await reach(tenancy, tenant, schema, table);
      if (breach !== null) breaches.push(breach);
    }
    await tenancy.forget(tenant);
  }
  return { attempts, breaches };
}
