import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestTenant, type TestTenant, testClient, testTenancy } from '../../testing/database.ts';
import { newId } from '../ids.ts';
import { sealTenant, verifyTenantChain } from './chain.ts';
import { audit } from './index.ts';

const tenancy = testTenancy();
let tenant: TestTenant;
beforeAll(async () => {
  tenant = await createTestTenant();
});
afterAll(() => tenancy.close());

const note = (count: number) =>
  tenancy.withTenant(tenant, async (tx) => {
    for (let n = 0; n < count; n++) {
      await audit(tx, {
        actor: { personId: null, name: 'Uji' },
        action: 'test.done',
        subject: { kind: 'test', id: newId() },
        detail: { n, b: 1, a: [null] },
      });
    }
  });
const report = () => tenancy.readTenant(tenant, verifyTenantChain);

test('rows are sealed in one chain over several rounds and sealers, and the tail is told apart', async () => {
  await note(5);
  expect(await tenancy.withTenant(tenant, (tx) => sealTenant(tx, 3))).toBe(3);
  await note(2);
  const rounds = await Promise.all([1, 2].map(() => tenancy.withTenant(tenant, (tx) => sealTenant(tx, 100))));
  expect(rounds.sort()).toEqual([0, 4]);
  await note(1);
  expect(await report()).toEqual({
    sealed: 7,
    unsealed: 1,
    head: expect.stringMatching(/^[0-9a-f]{64}$/),
    brokenAt: null,
  });
});

test('a row changed behind the application breaks the chain at that row', async () => {
  const migrator = testClient('migrator');
  const [row] = await migrator.unsafe(`select id::text from "${tenant.role}".audit_log order by id offset 3 limit 1`);
  await migrator.unsafe(`update "${tenant.role}".audit_log set actor_name = 'Orang lain' where id = $1`, [row?.id]);
  expect(await report()).toMatchObject({ brokenAt: row?.id });
  await migrator.unsafe(`update "${tenant.role}".audit_log set actor_name = 'Uji' where id = $1`, [row?.id]);
  expect(await report()).toMatchObject({ brokenAt: null });
  await migrator.end();
  await expect(
    tenancy.withTenant(tenant, (tx) => tx.execute(sql`update audit_seals set hash = hash`)),
  ).rejects.toMatchObject({ code: '42501' });
});
