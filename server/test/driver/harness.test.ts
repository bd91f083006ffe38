import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { createTestTenant, testTenancy } from '../../src/testing/database.ts';

const tenancy = testTenancy();
afterAll(() => tenancy.close());

test('a test regency is there, empty and by itself', async () => {
  const started = performance.now();
  const tenant = await createTestTenant();
  expect(performance.now() - started).toBeLessThan(5000);
  const rows = await tenancy.readTenant(tenant, (read) =>
    read.execute(
      sql`select current_user as who, current_schema() as here, (select count(*)::int from letters) as letters`,
    ),
  );
  expect([...rows]).toEqual([{ who: tenant.role, here: tenant.role, letters: 0 }]);
});
