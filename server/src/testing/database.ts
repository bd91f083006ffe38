import { createHash, randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { type Client, type DatabaseAccess, type DatabaseAddress, openClient, openUrl } from '../core/db/client.ts';
import { readMigrations } from '../core/db/migrations.ts';
import { provisionTenant } from '../core/db/provision.ts';
import { createSecrets } from '../core/secrets/index.ts';
import { createTenancy, type Tenancy, type TenancyOptions, type Tenant, tenantOf } from '../core/tenancy/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    database: { address: DatabaseAddress; superuserUrl: string };
  }
}

/** The master key of every test run. */
export const testMasterKey = createHash('sha256').update('madangan test master key').digest();

/** All secrets of the test installation. */
export const testSecrets = createSecrets(testMasterKey);

/** How tests reach the run's database. */
export function testAccess(): DatabaseAccess {
  return { address: inject('database').address, secrets: testSecrets };
}

/** A raw client as any login, of one connection by default. End it in the test. */
export function testClient(role: string, max = 1): Client {
  return openClient(testAccess(), role, { max, applicationName: `test:${role}` });
}

/** A raw client as the server's superuser, for killing connections and looking around. End it in the test. */
export function superuserClient(): Client {
  return openUrl(inject('database').superuserUrl, { max: 1, applicationName: 'test:superuser' });
}

/** A tenancy over the run's database. Close it in the test file's `afterAll`. */
export function testTenancy(options: Partial<TenancyOptions> = {}): Tenancy {
  return createTenancy({
    access: testAccess(),
    applicationName: 'test',
    budget: 20,
    idleSeconds: 20,
    platformConnections: 2,
    ...options,
  });
}

export type TestTenant = Tenant & { name: string; regionCode: string };

export type TestTenantOptions = {
  /** Default: unique in the run. */
  slug?: string;
  /** Its row's `status` in `platform.tenants`; default `active`. */
  status?: 'pending' | 'provisioning' | 'active' | 'suspended' | 'failed';
  timeZone?: 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura';
  demo?: boolean;
};

/**
 * An empty regency of the test file's own: a row in `platform.tenants` under a region of its own, login, schema and
 * tables, in about 0.2 s. It has no people, units or settings. It stays until the run ends.
 */
export async function createTestTenant(options: TestTenantOptions = {}): Promise<TestTenant> {
  const unique = randomBytes(4).toString('hex');
  const tenant = tenantOf(options.slug ?? `uji-${unique}`);
  const name = `Kabupaten Uji ${unique}`;
  const migrator = testClient('migrator');
  try {
    const regionCode = await insertRow(migrator, tenant, name, options);
    await provisionTenant(migrator, tenant.role, testSecrets, readMigrations('tenant'));
    return { ...tenant, name, regionCode };
  } finally {
    await migrator.end();
  }
}

const regionTaken = '23505';

async function insertRow(migrator: Client, tenant: Tenant, name: string, options: TestTenantOptions): Promise<string> {
  for (;;) {
    // Provinces have the numbers 11 to 97; the others are free for tests.
    const number = randomBytes(2).readUInt16BE() % 1000;
    const regionCode = `0${Math.floor(number / 100)}.${String(number % 100).padStart(2, '0')}`;
    const zone = options.timeZone ?? 'Asia/Jakarta';
    try {
      await migrator.begin(async (tx) => {
        await tx`insert into platform.regions (code, name, kind, province_code, province, time_zone)
          values (${regionCode}, ${name}, 'kabupaten', ${regionCode.slice(0, 2)}, 'Provinsi Uji', ${zone})`;
        await tx`insert into platform.tenants
            (slug, name, region_code, kind, time_zone, status, admin_name, admin_email, demo, activated_at)
          values (${tenant.slug}, ${name}, ${regionCode}, 'kabupaten', ${zone}, ${options.status ?? 'active'}, 'Admin Uji',
            ${`admin@${tenant.slug}.example`}, ${options.demo ?? false}, now())`;
      });
      return regionCode;
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === regionTaken;
      if (!taken || !('table_name' in error) || error.table_name !== 'regions') throw error;
    }
  }
}
