import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { bootstrap, startEmbeddedPostgres } from '../adapters/embedded-postgres/index.ts';
import { type DatabaseAccess, openClient } from '../core/db/client.ts';
import { migratePlatform } from '../core/db/migrate.ts';
import { readMigrations } from '../core/db/migrations.ts';
import { provisionTenant } from '../core/db/provision.ts';
import { type Log, migrateQueue } from '../core/queue/index.ts';
import { createTenancy, type Tenancy, type Tenant, tenantOf } from '../core/tenancy/index.ts';
import { testSecrets } from './database.ts';

/** An installation of a test file's own: whoever runs workers must not take the jobs of other files' regencies. */
export type Installation = {
  access: DatabaseAccess;
  superuserUrl: string;
  /** A folder that goes with it. */
  folder: string;
  tenancy: Tenancy;
  /** A regency with its tables and nothing in them, active. */
  addTenant(slug: string): Promise<Tenant>;
  stop(): Promise<void>;
};

/** Says nothing; for tests whose jobs fail on purpose. */
export const silentLog: Log = pino({ level: 'silent' });

/** Starts a PostgreSQL of its own, migrated, with the queue's schema, in about a second. */
export async function startInstallation(): Promise<Installation> {
  const parent = join(tmpdir(), 'madangan-test');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, `${process.pid}-`));
  const server = await startEmbeddedPostgres({
    dataDirectory: folder,
    noSync: true,
    settings: { fsync: 'off', full_page_writes: 'off', max_connections: '200', shared_buffers: '64MB' },
  });
  await bootstrap(server.superuserUrl, testSecrets);
  const access: DatabaseAccess = { address: server.address, secrets: testSecrets };
  const migrator = openClient(access, 'migrator', { max: 1, applicationName: 'test' });
  await migratePlatform(migrator, readMigrations('platform'));
  await migrateQueue(access);
  const tenancy = createTenancy({
    access,
    applicationName: 'test',
    budget: 40,
    idleSeconds: 20,
    platformConnections: 4,
  });
  let regions = 0;
  return {
    access,
    superuserUrl: server.superuserUrl,
    folder,
    tenancy,
    async addTenant(slug) {
      const tenant = tenantOf(slug);
      const code = `00.${String(regions++).padStart(2, '0')}`;
      await migrator`insert into platform.regions (code, name, kind, province_code, province, time_zone)
        values (${code}, ${`Kabupaten ${slug}`}, 'kabupaten', '00', 'Provinsi Uji', 'Asia/Jakarta')`;
      await migrator`insert into platform.tenants (slug, name, region_code, kind, time_zone, status, admin_name, admin_email)
        values (${slug}, ${`Kabupaten ${slug}`}, ${code}, 'kabupaten', 'Asia/Jakarta', 'active', 'Admin', 'admin@uji.example')`;
      await provisionTenant(migrator, tenant.role, testSecrets, readMigrations('tenant'));
      return tenant;
    },
    async stop() {
      await tenancy.close();
      await migrator.end();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until `check` holds, looking every 20 ms. @throws with `what` after the time is up */
export async function until(check: () => Promise<boolean> | boolean, what: string, timeoutMs = 15_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`still waiting for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
