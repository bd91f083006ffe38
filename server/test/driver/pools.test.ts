import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../src/core/db/client.ts';
import { DatabaseUnavailableError, OverloadedError, type Tenant } from '../../src/core/tenancy/index.ts';
import { createTestTenant, superuserClient, testTenancy } from '../../src/testing/database.ts';
import { deferred } from './deferred.ts';

describe('the budget of connections', () => {
  let superuser: Client;
  let a: Tenant;
  let b: Tenant;
  let c: Tenant;

  beforeAll(async () => {
    superuser = superuserClient();
    a = await createTestTenant();
    b = await createTestTenant();
    c = await createTestTenant();
  });
  afterAll(() => superuser.end());

  const connected = async () => {
    const rows = await superuser.unsafe<{ role: string; n: number }[]>(
      'select usename::text as role, count(*)::int as n from pg_stat_activity where usename = any ($1::text[]) group by 1 order by 1',
      [[a.role, b.role, c.role]],
    );
    return Object.fromEntries(rows.map((row) => [row.role, row.n]));
  };
  const ping = sql`select 1`;

  test('the regency that was idle longest gives way', async () => {
    const tenancy = testTenancy({ budget: 4, connectionsPerTenant: 2 });
    await tenancy.readTenant(a, (read) => read.execute(ping));
    await tenancy.readTenant(b, (read) => read.execute(ping));
    await tenancy.readTenant(a, (read) => read.execute(ping));
    await tenancy.readTenant(c, (read) => read.execute(ping));
    expect(tenancy.statistics()).toMatchObject({ pools: 2, connections: 4, uses: 0, waiting: 0 });
    await expect.poll(connected).toEqual({ [a.role]: 1, [c.role]: 1 });
    await tenancy.close();
    await expect.poll(connected).toEqual({});
  });

  test('a regency at work is never closed; who finds no room waits, then is told to come again', async () => {
    const tenancy = testTenancy({ budget: 2, connectionsPerTenant: 1, waitMs: 150 });
    const [release, inside] = [deferred(), deferred()];
    const holders = [a, b].map((tenant) =>
      tenancy.withTenant(tenant, async (tx) => {
        await tx.execute(ping);
        if (tenant === b) inside.resolve();
        await release.promise;
        return tx.execute(sql`select session_user::text as who`);
      }),
    );
    await inside.promise;
    await expect(tenancy.readTenant(c, (read) => read.execute(ping))).rejects.toThrow(OverloadedError);
    const waiting = tenancy.readTenant(c, (read) => read.execute(sql`select session_user::text as who`));
    release.resolve();
    expect([...(await waiting)]).toEqual([{ who: c.role }]);
    const seen = await Promise.all(holders);
    expect(seen.map(([row]) => row?.who)).toEqual([a.role, b.role]);
    await tenancy.close();
  });

  test('one regency cannot pile up uses without end', async () => {
    const tenancy = testTenancy({ connectionsPerTenant: 1, maxUsesPerTenant: 3 });
    const outcomes = await Promise.allSettled(
      [1, 2, 3, 4, 5].map(() => tenancy.withTenant(a, (tx) => tx.execute(ping))),
    );
    expect(outcomes.map((outcome) => outcome.status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    await tenancy.close();
  });

  test('a regency never has more connections than its share', async () => {
    const tenancy = testTenancy({ connectionsPerTenant: 2 });
    await Promise.all(
      Array.from({ length: 30 }, () => tenancy.withTenant(a, (tx) => tx.execute(sql`select pg_sleep(0.005)`))),
    );
    expect(await connected()).toEqual({ [a.role]: 2 });
    await tenancy.forget(a);
    await expect.poll(connected).toEqual({});
    await tenancy.close();
  });

  test('thirty regencies’ worth of turns on one connection: each sees itself', async () => {
    const tenancy = testTenancy({ budget: 1, connectionsPerTenant: 1, waitMs: 20_000 });
    const turns = Array.from({ length: 30 }, (_, index) => [a, b, c][index % 3] ?? a);
    const seen = await Promise.all(
      turns.map((tenant) =>
        tenancy.withTenant(tenant, (tx) => tx.execute<{ who: string }>(sql`select session_user::text as who`)),
      ),
    );
    expect(seen.map(([row]) => row?.who)).toEqual(turns.map((tenant) => tenant.role));
    await tenancy.close();
  });

  test('after close there is an error and no connection', async () => {
    const tenancy = testTenancy();
    await tenancy.close();
    await expect(tenancy.readTenant(a, (read) => read.execute(ping))).rejects.toThrow(DatabaseUnavailableError);
  });
});
