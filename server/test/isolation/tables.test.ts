import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, openClient, openUrl } from '../../src/core/db/client.ts';
import type { Tenant } from '../../src/core/tenancy/index.ts';
import { type Installation, startInstallation } from '../../src/testing/installation.ts';
import { fillTable, type Table, tablesOf } from './fill-tables.ts';

/** What every regency may read of the platform: public facts, certificates, and who represents a regency. */
const openToAll = new Set([
  'regions',
  'classifications',
  'holidays',
  'authorities',
  'representatives',
  'index_schemes',
  'index_indicators',
  'region_facts',
]);

const denied = '42501';

let installation: Installation;
let superuser: Client;
let owner: Tenant;
let stranger: Tenant;
let officeTables: Table[];
let sharedTables: Table[];

const codeOf = (work: PromiseLike<unknown>): Promise<string> =>
  Promise.resolve(work).then(
    () => 'allowed',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
  );

const quoted = (table: Table) => `"${table.schema}"."${table.name}"`;

/** Given two regencies in which every table holds a row with the same ids as the other's. */
beforeAll(async () => {
  installation = await startInstallation();
  superuser = openUrl(installation.superuserUrl, { max: 1, applicationName: 'test' });
  owner = await installation.addTenant('pemilik');
  stranger = await installation.addTenant('asing');
  officeTables = await tablesOf(superuser, owner.role);
  sharedTables = await tablesOf(superuser, 'platform');
  for (const tenant of [owner, stranger]) {
    for (const table of officeTables) await fillTable(superuser, { ...table, schema: tenant.role }, tenant.slug);
  }
  for (const table of sharedTables) await fillTable(superuser, table, owner.slug);
});
afterAll(async () => {
  await superuser.end();
  await installation.stop();
});

/** Runs `work` as a login, on a connection of its own. */
async function as<T>(role: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = openClient(installation.access, role, { max: 1, applicationName: 'test' });
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

describe('given every table of two regencies filled with equal ids', () => {
  test('the fixture really fills every table', async () => {
    const empty: string[] = [];
    for (const table of [
      ...officeTables,
      ...officeTables.map((t) => ({ ...t, schema: stranger.role })),
      ...sharedTables,
    ]) {
      const [row] = await superuser.unsafe(`select exists (select from ${quoted(table)}) as filled`);
      if (!row?.filled) empty.push(quoted(table));
    }
    expect(empty).toEqual([]);
    expect(officeTables.length).toBeGreaterThan(30);
  });

  test('a regency reads its own tables under its own names', async () => {
    await as(owner.role, async (client) => {
      for (const { name } of officeTables) {
        const rows = await client.unsafe(`select tableoid::regclass::text as "table" from "${name}"`);
        expect(rows.length, name).toBeGreaterThan(0);
      }
    });
  });

  test.each(['select', 'insert', 'update', 'delete', 'truncate'] as const)(
    'no login but its own may %s in a regency’s tables',
    async (act) => {
      const statement = (table: Table) =>
        ({
          select: `select * from ${quoted(table)}`,
          insert: `insert into ${quoted(table)} default values`,
          update: `update ${quoted(table)} set "${table.column}" = "${table.column}"`,
          delete: `delete from ${quoted(table)}`,
          truncate: `truncate ${quoted(table)} cascade`,
        })[act];
      for (const role of [stranger.role, 'control', 'issuer', 'stamper', 'bullmq']) {
        await as(role, async (client) => {
          for (const table of officeTables) {
            const code = await codeOf(client.unsafe(statement(table)));
            expect(code, `${role}: ${act} ${quoted(table)}`).toBe(denied);
          }
        });
      }
    },
  );

  test('a regency sees nothing of another’s rows in the shared tables', async () => {
    await as(stranger.role, async (client) => {
      for (const table of sharedTables) {
        if (openToAll.has(table.name)) continue;
        const outcome = await client.unsafe(`select * from ${quoted(table)}`).then(
          (rows) => rows.length,
          (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
        );
        expect([0, denied], quoted(table)).toContain(outcome);
      }
    });
  });

  test('a regency changes nothing in the shared tables that is not its own', async () => {
    await as(stranger.role, async (client) => {
      for (const table of sharedTables) {
        for (const act of ['delete from', 'truncate'] as const) {
          const outcome = await client.unsafe(`${act} ${quoted(table)}`).then(
            (result) => result.count,
            (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
          );
          expect([0, denied], `${act} ${quoted(table)}`).toContain(outcome);
        }
      }
    });
    for (const table of sharedTables) {
      const [row] = await superuser.unsafe(`select exists (select from ${quoted(table)}) as there`);
      expect(row?.there, quoted(table)).toBe(true);
    }
  });

  test('keys of authorities are out of every regency’s reach', async () => {
    await as(stranger.role, async (client) => {
      for (const name of ['issuer.keys', 'issuer.certificates', 'stamper.keys']) {
        expect(await codeOf(client.unsafe(`select * from ${name}`)), name).toBe(denied);
      }
    });
  });
});
