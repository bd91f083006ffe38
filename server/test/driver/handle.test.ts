import { eq, sql } from 'drizzle-orm';
import { integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type AnyRead,
  createTenancy,
  DatabaseUnavailableError,
  HandleOverError,
  type Inputs,
  NoTenantError,
  pgError,
  statement,
  type Tenancy,
  type Tenant,
  type TenantTx,
  tenantOf,
} from '../../src/core/tenancy/index.ts';
import { createTestTenant, superuserClient, testAccess, testSecrets, testTenancy } from '../../src/testing/database.ts';

const failures = pgTable('signin_failures', {
  account: text('account').primaryKey(),
  failures: integer('failures').notNull(),
  lockedUntil: timestamp('locked_until', { withTimezone: true }),
});

describe('handles', () => {
  let tenancy: Tenancy;
  let tenant: Tenant;
  let other: Tenant;

  beforeAll(async () => {
    tenancy = testTenancy({ connectionsPerTenant: 1 });
    [tenant, other] = await Promise.all([createTestTenant(), createTestTenant()]);
  });
  afterAll(() => tenancy.close());

  test('without a regency everything throws', async () => {
    const none = undefined as unknown as Tenant;
    const work = async () => 'ran';
    await expect(tenancy.withTenant(none, work)).rejects.toThrow(NoTenantError);
    await expect(tenancy.readTenant(none, work)).rejects.toThrow(NoTenantError);
    await expect(tenancy.withTenant({ slug: 'lebak', role: 'migrator' }, work)).rejects.toThrow(NoTenantError);
    await expect(tenancy.withTenant({ slug: 'lebak"; --', role: 't_lebak"; --' }, work)).rejects.toThrow(NoTenantError);
    for (const slug of ['', 'a', 'Lebak', '-lebak', 'lebak-', 'x'.repeat(41), '9kota']) {
      expect(() => tenantOf(slug)).toThrow(NoTenantError);
    }
  });

  test('a handle is over when its callback has returned', async () => {
    let kept: TenantTx | undefined;
    await tenancy.withTenant(tenant, async (tx) => {
      kept = tx;
    });
    const over = { cause: expect.any(HandleOverError) };
    await expect(kept?.select().from(failures)).rejects.toMatchObject(over);
    let keptRead: AnyRead | undefined;
    await tenancy.readTenant(tenant, async (read) => {
      keptRead = read;
    });
    await expect(keptRead?.execute(sql`select 1`)).rejects.toMatchObject(over);
    await tenancy
      .withTenant(tenant, async (tx) => {
        kept = tx;
        throw new Error('no');
      })
      .catch(() => undefined);
    await expect(kept?.execute(sql`select 1`)).rejects.toMatchObject(over);
  });

  test('a statement whose await is missing is part of its own transaction', async () => {
    const insert = (tx: TenantTx, account: string) => tx.insert(failures).values({ account, failures: 1 });
    await tenancy
      .withTenant(tenant, async (tx) => {
        void insert(tx, 'forgotten').then(
          () => undefined,
          () => undefined,
        );
        throw new Error('rolled back');
      })
      .catch(() => undefined);
    expect(await tenancy.readTenant(tenant, (read) => read.select().from(failures))).toEqual([]);
  });

  test('transactions do not nest', async () => {
    await expect(
      tenancy.withTenant(tenant, (tx) =>
        (tx as unknown as { transaction(fn: () => Promise<void>): Promise<void> }).transaction(async () => undefined),
      ),
    ).rejects.toThrow('do not nest');
  });

  test('an error rolls back, even if the callback has swallowed it', async () => {
    await tenancy.withTenant(tenant, (tx) => tx.insert(failures).values({ account: 'once', failures: 1 }));
    let code: string | undefined;
    const outcome = tenancy.withTenant(tenant, async (tx) => {
      await tx.insert(failures).values({ account: 'lost', failures: 1 });
      await tx
        .insert(failures)
        .values({ account: 'once', failures: 2 })
        .catch((error: unknown) => {
          code = pgError(error)?.code;
        });
    });
    await expect(outcome).rejects.toMatchObject({ code: '23505', constraint_name: 'signin_failures_pkey' });
    expect(code).toBe('23505');
    const rows = await tenancy.readTenant(tenant, (read) => read.select().from(failures));
    expect(rows.map((row) => row.account)).toEqual(['once']);
  });

  test('no error quotes the parameters of a statement', async () => {
    const error = await tenancy
      .readTenant(tenant, (read) => read.execute(sql`select 1 / (length(${'rahasia sekali'}) - 14)`))
      .catch((caught: unknown) => caught);
    expect(pgError(error)?.code).toBe('22012');
    expect(String(error)).not.toContain('rahasia');
  });

  test('several statements in one text are refused', async () => {
    const attempt = tenancy.readTenant(tenant, (read) => read.execute(sql.raw('select 1; select 2')));
    await expect(attempt).rejects.toMatchObject({ code: '42601' });
  });

  test('Drizzle statements are prepared, once per connection', async () => {
    await tenancy.readTenant(tenant, async (read) => {
      for (const account of ['a', 'b', 'c']) {
        await read.select({ n: failures.failures }).from(failures).where(eq(failures.account, account));
      }
      const rows = await read.execute<{ statement: string; uses: number }>(
        sql`select statement, (generic_plans + custom_plans)::int as uses from pg_prepared_statements
            where statement like ${'select "failures" from "signin_failures" where%'}`,
      );
      expect([...rows]).toHaveLength(1);
      expect(rows[0]?.uses).toBe(3);
    });
  });

  test('a compiled statement maps rows and inputs as Drizzle does, on any handle and regency', async () => {
    const lockedBefore = statement((db, input: Inputs<{ account: string; until: Date; limit: number }>) =>
      db
        .select()
        .from(failures)
        .where(
          sql`${eq(failures.account, input.account)} and ${failures.lockedUntil} < ${sql.param(input.until, failures.lockedUntil)}`,
        )
        .limit(input.limit),
    );
    const lockedUntil = new Date('2022-05-31T02:00:00.000Z');
    await tenancy.withTenant(tenant, async (tx) => {
      await tx.insert(failures).values({ account: 'compiled', failures: 3, lockedUntil });
      const values = { account: 'compiled', until: new Date('2022-06-01T00:00:00Z'), limit: 5 };
      expect(await lockedBefore(tx, values)).toEqual([{ account: 'compiled', failures: 3, lockedUntil }]);
    });
    const none = { account: 'compiled', until: new Date('2022-05-01T00:00:00Z'), limit: 5 };
    expect(await tenancy.readTenant(tenant, (read) => lockedBefore(read, none))).toEqual([]);
    const all = { ...none, until: new Date() };
    expect(await tenancy.readTenant(tenant, (read) => lockedBefore(read, all))).toHaveLength(1);
    expect(await tenancy.readTenant(other, (read) => lockedBefore(read, all))).toEqual([]);
  });

  test('hand-written statements take dates, objects and arrays', async () => {
    const at = new Date('2022-05-31T02:00:00.000Z');
    const ids = ['0197a1d2-0000-7000-8000-000000000001', '0197a1d2-0000-7000-8000-000000000002'];
    const [row] = await tenancy.readTenant(tenant, (read) =>
      read.execute<Record<string, unknown>>(sql`select ${at}::timestamptz = '2022-05-31 02:00+00' as same,
        ${{ a: [1, 'x"y'] }}::jsonb -> 'a' as json, ${sql.param(ids)}::uuid[] as ids,
        ${sql.param(['a,b', 'c"d', ''])}::text[] as texts, ${sql.param([1, 2])}::int[] as numbers,
        array[true, false] as flags, ${Buffer.from([1, 255])}::bytea as bytes`),
    );
    expect(row).toEqual({
      same: true,
      json: [1, 'x"y'],
      ids,
      texts: ['a,b', 'c"d', ''],
      numbers: [1, 2],
      flags: [true, false],
      bytes: Buffer.from([1, 255]),
    });
  });

  test('columns of Drizzle tables: dates, JSON and arrays come as declared', async () => {
    const templates = pgTable('settings', {
      officeName: text('office_name').notNull(),
      regionCode: text('region_code').notNull(),
      capital: text('capital').notNull(),
      timeZone: text('time_zone').notNull(),
      letterFooter: text('letter_footer').notNull(),
      instructions: text('disposition_instructions').array().notNull(),
      updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
    });
    const units = pgTable('units', { letterhead: jsonb('letterhead'), name: text('name') });
    const updatedAt = new Date('2022-05-31T02:00:00.123Z');
    const values = {
      officeName: 'Pemerintah Kabupaten Uji',
      regionCode: '00.01',
      capital: 'Uji',
      timeZone: 'Asia/Jakarta',
      letterFooter: '-',
      instructions: ['Tindak lanjuti, segera', 'Untuk "diketahui"'],
      updatedAt,
    };
    await tenancy.withTenant(tenant, async (tx) => {
      await tx.insert(templates).values(values);
      await tx.execute(sql`insert into units (id, code, name, short_name, kind, letterhead)
        values (gen_random_uuid(), '1', 'Dinas Uji', 'Uji', 'dinas', ${{ lines: ['a'] }}::jsonb)`);
    });
    const [rows, heads] = await tenancy.readTenant(tenant, (read) =>
      Promise.all([read.select().from(templates), read.select().from(units)]),
    );
    expect(rows).toEqual([values]);
    expect(heads).toEqual([{ letterhead: { lines: ['a'] }, name: 'Dinas Uji' }]);
  });

  test('the control plane and the service logins have handles of their own', async () => {
    const who = sql`select session_user::text as who`;
    expect([...(await tenancy.withPlatform((tx) => tx.execute(who)))]).toEqual([{ who: 'control' }]);
    expect([...(await tenancy.readPlatform((read) => read.execute(who)))]).toEqual([{ who: 'control' }]);
    for (const role of ['issuer', 'stamper', 'migrator'] as const) {
      expect([...(await tenancy.withService(role, (tx) => tx.execute(who)))]).toEqual([{ who: role }]);
    }
  });

  test('an unreachable database has an error of its own', async () => {
    const gone = createTenancy({
      access: { secrets: testSecrets, address: { ...testAccess().address, port: 1 } },
      applicationName: 'test',
    });
    const work = (handle: AnyRead) => handle.execute(sql`select 1`);
    await expect(gone.withTenant(tenant, work)).rejects.toThrow(DatabaseUnavailableError);
    await expect(gone.readTenant(tenant, work)).rejects.toThrow(DatabaseUnavailableError);
    await expect(gone.readPlatform(work)).rejects.toThrow(DatabaseUnavailableError);
    await gone.close();
  });

  test('a connection killed in mid-transaction: the error is ours and the next one works', async () => {
    const superuser = superuserClient();
    const outcome = tenancy.withTenant(tenant, async (tx) => {
      const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      await superuser.unsafe('select pg_terminate_backend($1::int, 5000)', [row?.pid ?? 0]);
      await tx.execute(sql`select 1`);
    });
    await expect(outcome).rejects.toThrow(DatabaseUnavailableError);
    await superuser.end();
    expect(await tenancy.withTenant(tenant, async () => 'works')).toBe('works');
  });
});
