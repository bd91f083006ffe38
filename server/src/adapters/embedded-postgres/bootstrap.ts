import { createHash } from 'node:crypto';
import { type Client, openUrl, quoteText } from '../../core/db/client.ts';
import { createServiceRoles, serviceRolesVersion } from '../../core/db/roles.ts';
import type { Secrets } from '../../core/secrets/index.ts';

/** The installation's database on the embedded server. */
export const databaseName = 'madangan';

// Defence in depth: what a stolen statement could use to change who it is, to run text as SQL, or to leave something
// behind. Rights are given back to those who need them: bullmq at run time, the migrator in migrations.
const hardening = `
revoke all on schema public from public;
revoke execute on function set_config(text, text, boolean) from public;
grant execute on function set_config(text, text, boolean) to migrator, bullmq;
revoke execute on function query_to_xml(text, boolean, boolean, text),
  query_to_xmlschema(text, boolean, boolean, text), query_to_xml_and_xmlschema(text, boolean, boolean, text),
  cursor_to_xml(refcursor, integer, boolean, boolean, text), ts_stat(text), ts_stat(text, text), ts_rewrite(tsquery, text)
  from public;
revoke execute on function lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea), lo_put(oid, bigint, bytea),
  lo_open(oid, integer), lowrite(integer, bytea), lo_unlink(oid) from public;
revoke usage on language plpgsql from public;
grant usage on language plpgsql to migrator;
`;

/**
 * Prepares a fresh server: the database, the migrator, the service logins and schemas, and what only a superuser can
 * harden. Idempotent; one round trip when it was done before with the same master key and the same text.
 * @param superuserUrl of the database `madangan`, which need not exist yet.
 */
export async function bootstrap(superuserUrl: string, secrets: Secrets): Promise<void> {
  const mark = createHash('sha256').update(hardening).update(serviceRolesVersion).update(secrets.key('bootstrap'));
  const expected = `madangan ${mark.digest('hex').slice(0, 32)}`;
  const superuser = openUrl(superuserUrl, { max: 1, applicationName: 'bootstrap' });
  try {
    if ((await currentMark(superuser)) === expected) return;
  } finally {
    await superuser.end({ timeout: 5 });
  }
  await prepare(superuserUrl, secrets, expected);
}

async function currentMark(superuser: Client): Promise<string | undefined> {
  try {
    const [row] = await superuser.unsafe<{ mark: string | null }[]>(
      "select shobj_description(oid, 'pg_database') as mark from pg_database where datname = current_database()",
    );
    return row?.mark ?? undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '3D000') return undefined; // no such database
    throw error;
  }
}

async function prepare(superuserUrl: string, secrets: Secrets, mark: string): Promise<void> {
  const maintenanceUrl = new URL(superuserUrl);
  maintenanceUrl.pathname = '/postgres';
  await use(maintenanceUrl.href, async (server) => {
    const [known] = await server.unsafe<{ role: boolean; database: boolean }[]>(
      `select exists (select from pg_roles where rolname = 'migrator') as role,
              exists (select from pg_database where datname = $1) as database`,
      [databaseName],
    );
    const migrator = `role migrator login createrole nosuperuser nocreatedb password ${quoteText(secrets.password('migrator'))}`;
    await server.unsafe(`${known?.role ? 'alter' : 'create'} ${migrator}`).simple();
    if (!known?.database) await server.unsafe(`create database ${databaseName} owner migrator`).simple();
    await server.unsafe('revoke connect on database postgres, template1 from public').simple();
  });
  const migratorUrl = new URL(superuserUrl);
  migratorUrl.username = 'migrator';
  migratorUrl.password = secrets.password('migrator');
  await use(migratorUrl.href, (migrator) => createServiceRoles(migrator, secrets));
  await use(superuserUrl, (superuser) =>
    superuser.unsafe(`begin;${hardening}comment on database ${databaseName} is ${quoteText(mark)};commit;`).simple(),
  );
}

async function use(url: string, fn: (client: Client) => Promise<unknown>): Promise<void> {
  const client = openUrl(url, { max: 1, applicationName: 'bootstrap' });
  try {
    await fn(client);
  } finally {
    await client.end({ timeout: 5 });
  }
}
