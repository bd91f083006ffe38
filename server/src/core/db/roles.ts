import { createHash } from 'node:crypto';
import type { Secrets } from '../secrets/index.ts';
import { type Client, quoteName, quoteText } from './client.ts';

/** Logins that the migrator makes; their passwords are derived. */
const serviceLogins = ['control', 'bullmq', 'issuer', 'stamper'] as const;

/** The group that every regency's login belongs to; rights on shared tables are granted to it. */
export const regencyGroup = 'regency';

// `bullmq` reaches its schema's objects through default privileges: the migrator owns and migrates them.
const schemas = `
create schema if not exists platform;
create schema if not exists bullmq;
create schema if not exists issuer;
create schema if not exists stamper;
grant usage on schema bullmq to bullmq;
alter default privileges in schema bullmq grant all on tables to bullmq;
alter default privileges in schema bullmq grant all on sequences to bullmq;
alter default privileges in schema bullmq grant execute on functions to bullmq;
revoke create, temp on database %database% from public;
revoke connect on database %database% from public;
grant connect on database %database% to control, bullmq, issuer, stamper, regency;
`;

/** Changes with what this file would make, so that a start notices that it must be made anew. */
export const serviceRolesVersion = createHash('sha256').update(schemas).update(serviceLogins.join()).digest('hex');

/**
 * Makes what a migrator without superuser rights can make, here and on a managed server alike: the service logins, the
 * group of regencies, the schemas. Idempotent; sets the derived passwords again, so that a new master key takes effect.
 */
export async function createServiceRoles(migrator: Client, secrets: Secrets): Promise<void> {
  const names = [...serviceLogins, regencyGroup];
  const found = await migrator.unsafe<{ rolname: string; datname: string }[]>(
    'select current_database() as datname, rolname from pg_roles where rolname = any ($1::text[]) union all select current_database(), null',
    [names],
  );
  const existing = new Set(found.map((row) => row.rolname));
  const database = quoteName(found[0]?.datname ?? 'madangan');
  const roles = serviceLogins.map(
    (role) =>
      `${existing.has(role) ? 'alter' : 'create'} role ${quoteName(role)} login noinherit password ${quoteText(secrets.password(role))};`,
  );
  if (!existing.has(regencyGroup)) roles.push(`create role ${regencyGroup} nologin;`);
  await migrator.unsafe(`begin;\n${roles.join('\n')}\n${schemas.replaceAll('%database%', database)}\ncommit;`).simple();
}
