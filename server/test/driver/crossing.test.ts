import { sql } from 'drizzle-orm';
import type { TransactionSql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../src/core/db/client.ts';
import type { Tenant } from '../../src/core/tenancy/index.ts';
import { createTestTenant, superuserClient, testClient, testTenancy } from '../../src/testing/database.ts';
import { deferred, outcomeOf } from './deferred.ts';

// As published, postgres.js lets A's statements run inside B's transaction once A's connection has died and its slot
// serves B. Random kills do not find it; hence the exact order of events here.
describe('a dead transaction stays dead when its slot serves another', () => {
  let superuser: Client;
  let tenant: Tenant;

  beforeAll(async () => {
    superuser = superuserClient();
    tenant = await createTestTenant();
  });
  afterAll(() => superuser.end());

  const insert = (account: string) => `insert into signin_failures (account, failures) values ('${account}', 1)`;
  const kill = (pid: number) => superuser.unsafe('select pg_terminate_backend($1::int, 5000)', [pid]);
  const accounts = async (prefix: string) => {
    const rows = await superuser.unsafe<{ account: string }[]>(
      `select account from "${tenant.role}".signin_failures where account like $1 order by account`,
      [`${prefix}%`],
    );
    return rows.map((row) => row.account);
  };
  const pidOf = async (tx: TransactionSql) => {
    const [row] = await tx.unsafe<{ pid: number }[]>('select pg_backend_pid() as pid');
    return row?.pid ?? 0;
  };

  for (const max of [1, 2]) {
    test(`the driver, pool of ${max}: A rejects, B commits its own work alone`, async () => {
      const pool = testClient(tenant.role, max);
      const [connected, release, releaseB] = [deferred<number>(), deferred(), deferred()];
      let insertOfA = 'not run';

      const callbackOfA = deferred();
      const a = outcomeOf(
        pool.begin(async (tx) => {
          await tx.unsafe(insert(`d${max}-a1`));
          connected.resolve(await pidOf(tx));
          await release.promise; // A waits for something outside the database.
          insertOfA = await outcomeOf(tx.unsafe(insert(`d${max}-a2`)));
          callbackOfA.resolve();
        }),
      );
      await kill(await connected.promise);
      expect(await a).toBe('CONNECTION_CLOSED');

      // As many transactions as the pool has slots, so that one of them is A's.
      const inside = Array.from({ length: max }, () => deferred());
      const b = inside.map((here, index) =>
        pool.begin(async (tx) => {
          await tx.unsafe(insert(`d${max}-b${index}`));
          here.resolve();
          await releaseB.promise;
          await tx.unsafe(insert(`d${max}-c${index}`));
        }),
      );
      await Promise.all(inside.map((here) => here.promise));

      release.resolve();
      await callbackOfA.promise;
      expect(insertOfA).toBe('CONNECTION_CLOSED');
      releaseB.resolve();
      await Promise.all(b);
      await pool.end({ timeout: 5 });

      const expected = inside.flatMap((_, index) => [`d${max}-b${index}`, `d${max}-c${index}`]).sort();
      expect(await accounts(`d${max}-`)).toEqual(expected);
    });

    test(`withTenant, pool of ${max}: the same`, async () => {
      const tenancy = testTenancy({ connectionsPerTenant: max });
      const [connected, release, releaseB, endOfA] = [deferred<number>(), deferred(), deferred(), deferred()];
      const add = (account: string) => sql`insert into signin_failures (account, failures) values (${account}, 1)`;
      let insertOfA = 'not run';

      const a = outcomeOf(
        tenancy.withTenant(tenant, async (tx) => {
          await tx.execute(add(`t${max}-a1`));
          const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
          connected.resolve(row?.pid ?? 0);
          await release.promise;
          insertOfA = await outcomeOf(tx.execute(add(`t${max}-a2`)));
          endOfA.resolve();
        }),
      );
      await kill(await connected.promise);
      expect(await a).toBe('DatabaseUnavailableError');

      const inside = Array.from({ length: max }, () => deferred());
      const b = inside.map((here, index) =>
        tenancy.withTenant(tenant, async (tx) => {
          await tx.execute(add(`t${max}-b${index}`));
          here.resolve();
          await releaseB.promise;
        }),
      );
      await Promise.all(inside.map((here) => here.promise));
      release.resolve();
      await endOfA.promise;
      expect(insertOfA).not.toBe('done');
      releaseB.resolve();
      await Promise.all(b);
      await tenancy.close();
      expect(await accounts(`t${max}-`)).toEqual(inside.map((_, index) => `t${max}-b${index}`));
    });
  }

  test('a connection that died while it lay idle costs a transaction nothing', async () => {
    const tenancy = testTenancy({ connectionsPerTenant: 1 });
    for (let round = 0; round < 5; round++) {
      const [row] = await tenancy.withTenant(tenant, (tx) =>
        tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`),
      );
      await kill(row?.pid ?? 0);
    }
    await tenancy.close();
  });

  test('a bad parameter fails its own query and not the one that is under way', async () => {
    const pool = testClient(tenant.role);
    const slow = pool.unsafe<{ n: number }[]>('select 1 as n, pg_sleep(0.05)', [], { prepare: true }).execute();
    await pool`select 1`.catch(() => undefined);
    const bad = outcomeOf(pool.unsafe('select $1::text', [undefined as unknown as string]));
    const after = pool.unsafe<{ n: number }[]>('select 2 as n', [], { prepare: true });
    expect((await slow)[0]?.n).toBe(1);
    expect(await bad).toBe('UNDEFINED_VALUE');
    expect((await after)[0]?.n).toBe(2);
    await pool.end({ timeout: 5 });
  });

  test('ending a client whose connection is lost does not hang', async () => {
    const pool = testClient(tenant.role);
    const query = outcomeOf(pool.unsafe('select pg_sleep(20)').execute());
    const running = async () => {
      const rows = await superuser.unsafe<{ pid: number }[]>(
        "select pid from pg_stat_activity where usename = $1 and state = 'active'",
        [tenant.role],
      );
      return rows[0]?.pid ?? 0;
    };
    await expect.poll(running).toBeGreaterThan(0);
    const ended = pool.end();
    await kill(await running());
    await ended;
    expect(await query).toBe('CONNECTION_CLOSED');
  });
});
