import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../src/core/db/client.ts';
import { OverloadedError, pgError, type Tenancy, type Tenant } from '../../src/core/tenancy/index.ts';
import { createTestTenant, superuserClient, testTenancy } from '../../src/testing/database.ts';
import { outcomeOf } from './deferred.ts';

const regencies = 4;
const workers = 16;
const seconds = 6;

let superuser: Client;
let tenancy: Tenancy;
let tenants: Tenant[];
const uncaught: unknown[] = [];
const note = (error: unknown) => uncaught.push(error);

beforeAll(async () => {
  superuser = superuserClient();
  // Room for three of four regencies, so that pools are also closed and opened all the time.
  tenancy = testTenancy({ budget: 6, connectionsPerTenant: 2, waitMs: 10_000 });
  tenants = [];
  for (let index = 0; index < regencies; index++) tenants.push(await createTestTenant());
  // The same keys everywhere; only `failures` says whose row it is.
  for (const [index, tenant] of tenants.entries()) {
    await tenancy.withTenant(tenant, (tx) =>
      tx.execute(
        sql`insert into signin_failures (account, failures) select 'shared-' || n, ${index} from generate_series(1, 20) n`,
      ),
    );
  }
  process.on('uncaughtException', note);
});
afterAll(async () => {
  process.off('uncaughtException', note);
  await tenancy.close();
  await superuser.end();
});

/** A stranger's row is one that carries another regency's number. */
type Row = { who: string; failures: number };
const look = (account: string) =>
  sql`select session_user::text as who, failures from signin_failures where account = ${account}`;

test('kills, errors and forgotten awaits on small pools: no stranger, no hang, no uncaught exception', async () => {
  const until = Date.now() + seconds * 1000;
  const strangers: unknown[] = [];
  const outcomes = new Map<string, number>();
  const count = (outcome: string) => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  const check = (tenant: Tenant, index: number, rows: Iterable<Row>) => {
    for (const row of rows) if (row.who !== tenant.role || row.failures !== index) strangers.push({ tenant, row });
  };
  let committed = 0;

  async function once(random: () => number): Promise<void> {
    const index = Math.floor(random() * regencies);
    const tenant = tenants[index];
    if (tenant === undefined) throw new Error('no such regency');
    const account = `shared-${1 + Math.floor(random() * 20)}`;
    const kind = random();
    if (kind < 0.3) {
      await tenancy.readTenant(tenant, async (read) => {
        const all = await Promise.all([1, 2, 3, 4, 5].map(() => read.execute<Row>(look(account))));
        for (const rows of all) check(tenant, index, rows);
      });
      return;
    }
    await tenancy.withTenant(tenant, async (tx) => {
      check(tenant, index, await tx.execute<Row>(look(account)));
      await tx.execute(sql`update signin_failures set last_at = now() where account = ${account}`);
      if (kind < 0.4) throw new Error('the use case refuses');
      if (kind < 0.5) await tx.execute(sql`select 1 / 0`);
      if (kind < 0.55) void outcomeOf(tx.execute<Row>(look(account)));
      if (kind > 0.96) await tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`);
      if (kind > 0.85) await new Promise((resolve) => setTimeout(resolve, random() * 40));
      check(tenant, index, await tx.execute<Row>(look(account)));
    });
    committed += 1;
  }

  async function worker(seed: number): Promise<void> {
    let state = seed;
    const random = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
    while (Date.now() < until) {
      try {
        await once(random);
        count('done');
      } catch (error) {
        count(pgError(error)?.code ?? (error instanceof Error ? error.name : String(error)));
        if (error instanceof OverloadedError) throw error;
      }
    }
  }

  async function killer(): Promise<void> {
    while (Date.now() < until) {
      await superuser.unsafe(
        `select pg_terminate_backend(pid) from pg_stat_activity where usename = any ($1::text[]) order by random() limit 1`,
        [tenants.map((tenant) => tenant.role)],
      );
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  }

  const all = Promise.all([killer(), ...Array.from({ length: workers }, (_, seed) => worker(seed + 1))]);
  const hung = Symbol('hung');
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<symbol>((resolve) => {
    timer = setTimeout(() => resolve(hung), seconds * 1000 + 12_000);
  });
  expect(await Promise.race([all, deadline])).not.toBe(hung);
  clearTimeout(timer);

  expect(strangers).toEqual([]);
  expect(uncaught).toEqual([]);
  expect(committed).toBeGreaterThan(100);
  // Nothing but what was provoked: our refusal, the division, and lost connections.
  expect([...outcomes.keys()].sort()).toEqual(['22012', 'DatabaseUnavailableError', 'Error', 'done']);
  // Every slot still works.
  for (const [index, tenant] of tenants.entries()) {
    const rows = await tenancy.withTenant(tenant, (tx) => tx.execute<Row>(look('shared-1')));
    check(tenant, index, rows);
  }
  expect(strangers).toEqual([]);
  expect(tenancy.statistics().uses).toBe(0);
});
