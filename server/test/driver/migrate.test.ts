import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootstrap, type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/adapters/embedded-postgres/index.ts';
import { type Client, type DatabaseAccess, openClient } from '../../src/core/db/client.ts';
import { migratePlatform, migrateTenants } from '../../src/core/db/migrate.ts';
import { readMigrations } from '../../src/core/db/migrations.ts';
import { dropTenant, isProvisioned, provisionTenant } from '../../src/core/db/provision.ts';
import { testSecrets } from '../../src/testing/database.ts';
import { deferred } from './deferred.ts';

const platform = {
  '0001_create_tenants.sql': `create table platform.tenants (slug text primary key,
      role text generated always as ('t_' || slug) stored, status text not null default 'active',
      schema_version integer not null default 0);
    insert into platform.tenants (slug) select 'uji-' || n from generate_series(1, 6) n;`,
};
const tenant = {
  '0001_create_letters.sql': `create table letters (id integer generated always as identity primary key, subject text not null);
    -- append-only: log
    create table log (id integer primary key);`,
};
const more = {
  '0002_add_state.sql': "alter table letters add column state text not null default 'draft';",
  '0003_index_state.sql':
    '-- no transaction\ndrop index concurrently if exists letters_state;\ncreate index concurrently letters_state on letters (state);',
  '0004_create_notes.sql': '-- append-only: notes\ncreate table notes (id integer primary key);',
};

// A server of its own: these sets would migrate the regencies of every other test file.
describe('migrations', () => {
  let folder: string;
  let server: EmbeddedPostgres;
  let access: DatabaseAccess;
  let migrator: Client;
  const roles = [1, 2, 3, 4, 5, 6].map((n) => `t_uji-${n}`);

  const write = (set: string, files: Record<string, string>) => {
    mkdirSync(join(folder, set), { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, set, name), text);
    const head = Object.keys(files).sort().at(-1) ?? '';
    writeFileSync(join(folder, set, 'head'), `${head}\n`);
  };
  const versions = async () => {
    const rows = await migrator.unsafe<{ version: number }[]>(
      'select schema_version as version from platform.tenants order by slug',
    );
    return rows.map((row) => row.version);
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'madangan-migrate-'));
    server = await startEmbeddedPostgres({
      dataDirectory: join(folder, 'data'),
      noSync: true,
      settings: { fsync: 'off', max_connections: '50' },
    });
    await bootstrap(server.superuserUrl, testSecrets);
    access = { address: server.address, secrets: testSecrets };
    migrator = openClient(access, 'migrator', { max: 1, applicationName: 'test' });
    write('platform', platform);
    write('tenant', tenant);
  });
  afterAll(async () => {
    await migrator.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('the platform goes to its head once, and notices a changed or lost file', async () => {
    const set = readMigrations('platform', folder);
    expect(await migratePlatform(migrator, set)).toEqual({ applied: ['0001_create_tenants.sql'] });
    expect(await migratePlatform(migrator, set)).toEqual({ applied: [] });
    const changed = { ...set, migrations: set.migrations.map((each) => ({ ...each, checksum: 'other' })) };
    await expect(migratePlatform(migrator, changed)).rejects.toThrow('changed after it was applied');
    await expect(migratePlatform(migrator, { migrations: [], head: 0 })).rejects.toThrow('this release lacks');
  });

  test('a failing platform file leaves nothing behind and is named', async () => {
    write('platform', { ...platform, '0002_break.sql': 'create table platform.half (id int); select 1 / 0;' });
    await expect(migratePlatform(migrator, readMigrations('platform', folder))).rejects.toThrow(
      '0002_break.sql failed',
    );
    write('platform', { ...platform, '0002_break.sql': 'create table platform.half (id int);' });
    const set = readMigrations('platform', folder);
    const second = openClient(access, 'migrator', { max: 1, applicationName: 'test' });
    const results = await Promise.all([migratePlatform(migrator, set), migratePlatform(second, set)]);
    await second.end();
    expect(results.some(({ applied }) => applied.includes('0002_break.sql'))).toBe(true);
  });

  test('a gap, a double number and a wrong head are refused', () => {
    write('gap', {});
    const read = (files: Record<string, string>, head?: string) => {
      rmSync(join(folder, 'tenant'), { recursive: true });
      write('tenant', files);
      if (head !== undefined) writeFileSync(join(folder, 'tenant', 'head'), head);
      return () => readMigrations('tenant', folder);
    };
    expect(read({ '0001_a.sql': '', '0003_b.sql': '' })).toThrow('should have number 2');
    expect(read({ '0001_a.sql': '', '0001_b.sql': '' })).toThrow('should have number 2');
    expect(read({ '0001_a.sql': '' }, '0002_b.sql')).toThrow('head says');
    expect(read(tenant)).not.toThrow();
  });

  test('provisioning comes whole or not at all, and a second time does nothing', async () => {
    const set = readMigrations('tenant', folder);
    const broken = {
      ...set,
      migrations: set.migrations.map((each) => ({ ...each, text: `${each.text} select 1/0;` })),
    };
    await expect(provisionTenant(migrator, 't_uji-1', testSecrets, broken)).rejects.toMatchObject({ code: '22012' });
    expect(await isProvisioned(migrator, 't_uji-1')).toBe(false);
    for (const role of roles) await provisionTenant(migrator, role, testSecrets, set);
    await provisionTenant(migrator, 't_uji-1', testSecrets, set);
    expect(await versions()).toEqual([1, 1, 1, 1, 1, 1]);
    await expect(provisionTenant(migrator, 'migrator', testSecrets, set)).rejects.toThrow('Not a regency');
  });

  test('one regency that cannot be migrated leaves the others migrated; a second run does the rest', async () => {
    write('tenant', { ...tenant, ...more });
    const set = readMigrations('tenant', folder);
    // A reader holds one regency's table.
    const reader = openClient(access, 't_uji-3', { max: 1, applicationName: 'test' });
    const [reading, release] = [deferred(), deferred()];
    const held = reader.begin(async (tx) => {
      await tx.unsafe('select * from letters');
      reading.resolve();
      await release.promise;
    });
    await reading.promise;
    const first = await migrateTenants(migrator, access, set, { retries: 0 });
    expect(first.migrated.sort()).toEqual(roles.filter((role) => role !== 't_uji-3'));
    expect(first.failed).toMatchObject([
      { role: 't_uji-3', migration: '0002_add_state.sql', error: { code: '55P03' } },
    ]);
    expect(await versions()).toEqual([4, 4, 1, 4, 4, 4]);
    release.resolve();
    await held;
    expect(await migrateTenants(migrator, access, set)).toEqual({ migrated: ['t_uji-3'], failed: [] });
    expect(await migrateTenants(migrator, access, set)).toEqual({ migrated: [], failed: [] });

    await reader.unsafe('insert into letters (subject) values ($1)', ['Undangan']);
    await reader.unsafe('insert into notes values (1)');
    await expect(reader.unsafe('delete from notes').execute()).rejects.toMatchObject({ code: '42501' });
    await expect(reader.unsafe('update log set id = 2').execute()).rejects.toMatchObject({ code: '42501' });
    const indexes = await reader.unsafe<{ name: string }[]>(
      "select indexname as name from pg_indexes where schemaname = 't_uji-3' and indexname = 'letters_state'",
    );
    expect(indexes).toHaveLength(1);
    await reader.end();
  });

  test('a regency born later has the same tables as one that was migrated', async () => {
    const set = readMigrations('tenant', folder);
    await dropTenant(migrator, 't_uji-6');
    await dropTenant(migrator, 't_uji-6');
    expect(await isProvisioned(migrator, 't_uji-6')).toBe(false);
    await provisionTenant(migrator, 't_uji-6', testSecrets, set);
    const shape = (role: string) =>
      migrator.unsafe(
        `select relname, relkind, relacl::text like '%arwd/%' as changeable from pg_class
         where relnamespace = (select oid from pg_namespace where nspname = $1) order by 1`,
        [role],
      );
    expect([...(await shape('t_uji-6'))]).toEqual([...(await shape('t_uji-1'))]);
  });

  test('a regency is dropped with its sessions under way', async () => {
    const session = openClient(access, 't_uji-5', { max: 1, applicationName: 'test' });
    const inside = deferred();
    const work = session
      .begin(async (tx) => {
        await tx.unsafe('select * from letters');
        inside.resolve();
        await tx.unsafe('select pg_sleep(20)');
      })
      .catch((error: { code?: string }) => error.code);
    await inside.promise;
    await dropTenant(migrator, 't_uji-5');
    expect(await work).toBe('CONNECTION_CLOSED');
    await session.end({ timeout: 1 });
    const left = await migrator.unsafe("select 1 from pg_roles where rolname = 't_uji-5'");
    expect(left).toHaveLength(0);
  });
});
