import type { Secrets } from '../secrets/index.ts';
import { type Client, quoteName, quoteText } from './client.ts';
import { appendOnlyTables, type MigrationSet } from './migrations.ts';
import { regencyGroup } from './roles.ts';

/** What a regency's login is held to, whatever its application does. */
const limits = { connections: 16, statementSeconds: 30, idleInTransactionSeconds: 60, lockSeconds: 10 };

const rolePattern = /^t_[a-z][a-z0-9-]{1,38}[a-z0-9]$/;

function checkedRole(role: string): string {
  if (!rolePattern.test(role)) throw new Error(`Not a regency's role: ${role}`);
  return role;
}

/** The rights of a regency's login: it owns nothing, changes rows, and never those that only grow. */
function grants(role: string, set: MigrationSet): string {
  const name = quoteName(role);
  const appendOnly = appendOnlyTables(set.migrations);
  return [
    `grant select, insert, update, delete on all tables in schema ${name} to ${name};`,
    `grant usage on all sequences in schema ${name} to ${name};`,
    // A function is executable by everybody unless told otherwise.
    `revoke execute on all functions in schema ${name} from public;`,
    `grant execute on all functions in schema ${name} to ${name};`,
    ...(appendOnly.length === 0
      ? []
      : [
          `revoke update, delete on ${appendOnly.map((table) => `${name}.${quoteName(table)}`).join(', ')} from ${name};`,
        ]),
  ].join('\n');
}

/** Adds rights on tables and functions that a migration made; for the migration runner. */
export const tenantGrants = (role: string, set: MigrationSet): string => grants(checkedRole(role), set);

/** The settings that a login has at birth and gets back at each migration, since a role may change its own. */
function tenantSettings(role: string, secrets: Secrets): string {
  const name = quoteName(checkedRole(role));
  return [
    `alter role ${name} login noinherit connection limit ${limits.connections} password ${quoteText(secrets.password(role))};`,
    `alter role ${name} reset all;`,
    `alter role ${name} set search_path = ${name};`,
    `alter role ${name} set statement_timeout = '${limits.statementSeconds}s';`,
    `alter role ${name} set lock_timeout = '${limits.lockSeconds}s';`,
    `alter role ${name} set idle_in_transaction_session_timeout = '${limits.idleInTransactionSeconds}s';`,
  ].join('\n');
}

/**
 * The text that gives a regency its database, to be sent as the migrator in one simple query: one transaction that
 * makes login, schema, tables and rights and notes the version in `platform.tenants` (whose row exists since the
 * order). If it fails nothing is left. Not to be sent twice: `isProvisioned` tells.
 */
function tenantDdl(role: string, secrets: Secrets, set: MigrationSet): string {
  const name = quoteName(checkedRole(role));
  return [
    'begin;',
    `create role ${name};`,
    tenantSettings(role, secrets),
    `grant ${regencyGroup} to ${name} with inherit true, set false;`,
    `create schema ${name};`,
    `grant usage on schema ${name} to ${name};`,
    `set local search_path = ${name};`,
    ...set.migrations.map((migration) => migration.text.replaceAll(/\bconcurrently\b/gi, '')),
    grants(role, set),
    `update platform.tenants set schema_version = ${set.head} where role = ${quoteText(role)};`,
    'commit;',
  ].join('\n');
}

/** Provisions in one transaction; does nothing if the schema is there. Rolls back and throws if any part fails. */
export async function provisionTenant(
  migrator: Client,
  role: string,
  secrets: Secrets,
  set: MigrationSet,
): Promise<void> {
  if (await isProvisioned(migrator, role)) return;
  await sendScript(migrator, tenantDdl(role, secrets, set));
}

/** Whether the regency's schema exists; since it comes in one transaction with all else, so does the rest. */
export async function isProvisioned(migrator: Client, role: string): Promise<boolean> {
  const rows = await migrator.unsafe('select 1 from pg_namespace where nspname = $1', [checkedRole(role)], {
    prepare: true,
  });
  return rows.length > 0;
}

/**
 * Removes a regency's login and schema with all its rows; does nothing if they are gone. Its rows in `platform` stay.
 * Connections of that login are ended first.
 */
export async function dropTenant(migrator: Client, role: string): Promise<void> {
  const name = quoteName(checkedRole(role));
  const known = await migrator.unsafe('select 1 from pg_roles where rolname = $1', [role]);
  if (known.length > 0) {
    await migrator.unsafe(`alter role ${name} nologin`);
    // Ending another's session takes a member's rights; as admin of the role the migrator may give them to itself.
    await migrator.unsafe(`grant ${name} to current_user with inherit true`);
    await migrator.unsafe('select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = $1', [role]);
  }
  await sendScript(
    migrator,
    ['begin;', `drop schema if exists ${name} cascade;`, `drop role if exists ${name};`, 'commit;'].join('\n'),
  );
}

/**
 * Sends a script with its own `begin` and `commit` as one simple query on a client of one connection, and rolls back
 * what a failing statement left open.
 */
export async function sendScript(migrator: Client, text: string): Promise<void> {
  try {
    await migrator.unsafe(text).simple();
  } catch (error) {
    await migrator.unsafe('rollback').simple();
    throw error;
  }
}
