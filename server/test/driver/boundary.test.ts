import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../src/core/db/client.ts';
import type { Tenant } from '../../src/core/tenancy/index.ts';
import { createTestTenant, superuserClient, testClient } from '../../src/testing/database.ts';

// The whole statement is the attacker's here: what the database itself refuses to a regency's login.
describe('what a regency’s login cannot do', () => {
  let a: Tenant;
  let b: Tenant;
  let client: Client;
  let control: Client;

  beforeAll(async () => {
    [a, b] = await Promise.all([createTestTenant(), createTestTenant()]);
    client = testClient(a.role);
    control = testClient('control');
  });
  afterAll(async () => {
    await client.end();
    await control.end();
  });

  const codeOf = async (login: Client, text: string) => {
    try {
      await login.unsafe(text).simple();
      return 'allowed';
    } catch (error) {
      return error instanceof Error && 'code' in error ? error.code : error;
    }
  };

  const denied: [what: string, text: (b: string, a: string) => string][] = [
    ['read another regency by name', (b) => `select * from "${b}".letters`],
    ['write to another regency', (b) => `update "${b}".letters set subject = 'x'`],
    ['become another', (b) => `set role "${b}"`],
    ['become another for the session', (b) => `set session authorization "${b}"`],
    ['become the migrator', () => 'set role migrator'],
    ['become the group', () => 'set role regency'],
    ['become the control plane', () => 'set role control'],
    ['switch by an expression', (b) => `select set_config('role', '${b}', true)`],
    ['run text as SQL', (b) => `select query_to_xml('select * from "${b}".letters', true, true, '')`],
    ['run text as SQL by text search', () => `select * from ts_stat('select 1')`],
    ['run a DO block', () => 'do $$ begin perform 1; end $$'],
    [
      'create a function in plpgsql',
      () => 'create function f() returns int language plpgsql as $$ begin return 1; end $$',
    ],
    ['create a table', () => 'create table mine (id int)'],
    ['create a table in public', () => 'create table public.mine (id int)'],
    ['create a temporary table', () => 'create temp table mine (id int)'],
    ['create a schema', () => 'create schema mine'],
    ['create a role', () => 'create role mine'],
    ['create a large object', () => 'select lo_create(0)'],
    ['alter its table', () => 'alter table letters add column x int'],
    ['disable triggers', () => 'alter table letters disable trigger all'],
    ['drop its table', () => 'drop table letters'],
    ['truncate its table', () => 'truncate signin_failures'],
    ['delete from the audit log', () => 'delete from audit_log'],
    ['rewrite the audit log', () => `update audit_log set action = 'x'`],
    ['delete a signed revision', () => 'delete from letter_revisions'],
    ['rewrite a signed revision', () => `update letter_revisions set sha256 = 'x'`],
    ['run a program', () => `copy letters to program 'true'`],
    ['read the server’s files', () => `select pg_read_file('/etc/passwd')`],
    ['read the outbox', () => 'select * from platform.outbox'],
    ['read the control plane’s tables', () => 'select * from platform.superadmins'],
    ['read the sign-ups', () => 'select * from platform.signups'],
    ['read the issuer’s keys', () => 'select * from issuer.keys'],
    ['read the stamper’s keys', () => 'select * from stamper.keys'],
    ['reach the queue', () => 'create table bullmq.mine (id int)'],
    ['use replication', () => 'select pg_create_physical_replication_slot($$mine$$)'],
    ['grant itself to another', (b, a) => `grant "${a}" to "${b}"`],
    ['give away its rights on its schema', (b, a) => `grant usage on schema "${a}" to "${b}"`],
    ['end another’s session', (b) => `select pg_terminate_backend(pid) from pg_stat_activity where usename = '${b}'`],
    ['raise its limits', (_, a) => `alter role "${a}" connection limit 100`],
  ];

  test.each(denied)('%s', async (_, text) => {
    const other = testClient(b.role);
    await other.unsafe('select 1');
    const code = await codeOf(client, text(b.role, a.role));
    await other.end();
    // A grant of what one does not own only warns and grants nothing; that is asserted below.
    if (!text(b.role, a.role).startsWith('grant usage')) expect(code).toBe('42501');
  });

  test('a foreign search path shows nothing', async () => {
    expect(await codeOf(client, `set search_path = "${b.role}"; select * from letters`)).toBe('42P01');
    await client.unsafe('reset search_path').simple();
  });

  test('reset role leads to itself', async () => {
    await client.unsafe('reset role').simple();
    const [row] = await client.unsafe<{ who: string }[]>('select current_user::text as who');
    expect(row?.who).toBe(a.role);
  });

  test('no right on its schema has reached another', async () => {
    const other = testClient(b.role);
    expect(await codeOf(other, `select * from "${a.role}".letters`)).toBe('42501');
    await other.end();
  });

  test('it cannot log in to the server’s other databases', async () => {
    const address = { ...client.options };
    const postgres = (await import('postgres')).default;
    const elsewhere = postgres({
      host: address.host[0] ?? '',
      port: address.port[0] ?? 0,
      user: a.role,
      pass: String(address.pass),
      database: 'postgres',
      max: 1,
      fetch_types: false,
    });
    await expect(elsewhere`select 1`).rejects.toMatchObject({ code: '42501' });
    await elsewhere.end();
  });

  test.each(['letters', 'people', 'audit_log', 'signing_keys'])('the control plane cannot read %s', async (table) => {
    expect(await codeOf(control, `select * from "${a.role}".${table}`)).toBe('42501');
  });

  test.each(['bullmq', 'issuer', 'stamper'])('%s cannot read a regency', async (role) => {
    const login = testClient(role);
    expect(await codeOf(login, `select * from "${a.role}".letters`)).toBe('42501');
    await login.end();
  });

  test('it owns nothing and belongs to the group alone', async () => {
    const superuser = superuserClient();
    const owned = await superuser.unsafe(
      'select relname from pg_class where relowner = (select oid from pg_roles where rolname = $1)',
      [a.role],
    );
    const memberships = await superuser.unsafe<{ role: string; set: boolean }[]>(
      `select roleid::regrole::text as role, set_option as set from pg_auth_members
       where member = (select oid from pg_roles where rolname = $1)`,
      [a.role],
    );
    const members = await superuser.unsafe<{ member: string; inherit: boolean; set: boolean }[]>(
      `select member::regrole::text as member, inherit_option as inherit, set_option as set from pg_auth_members
       where roleid = (select oid from pg_roles where rolname = $1)`,
      [a.role],
    );
    await superuser.end();
    expect([...owned]).toEqual([]);
    expect([...memberships]).toEqual([{ role: 'regency', set: false }]);
    // The migrator made it and may alter it; it may not become it.
    expect([...members]).toEqual([{ member: 'migrator', inherit: false, set: false }]);
  });
});
