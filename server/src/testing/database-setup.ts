import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { processBirth } from '../adapters/embedded-postgres/data-lock.ts';
import { bootstrap, startEmbeddedPostgres } from '../adapters/embedded-postgres/index.ts';
import { endOrphan } from '../adapters/embedded-postgres/orphan.ts';
import { openClient } from '../core/db/client.ts';
import { migratePlatform } from '../core/db/migrate.ts';
import { readMigrations } from '../core/db/migrations.ts';
import { createSecrets } from '../core/secrets/index.ts';
import { testMasterKey } from './database.ts';

const parent = join(tmpdir(), 'madangan-test');

/** Vitest's global set-up: one PostgreSQL for the whole run, ready and migrated, in a folder that goes with it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  mkdirSync(parent, { recursive: true });
  await sweep();
  const dataDirectory = mkdtempSync(join(parent, `${process.pid}-`));
  const server = await startEmbeddedPostgres({
    dataDirectory,
    noSync: true,
    settings: {
      fsync: 'off',
      full_page_writes: 'off',
      synchronous_commit: 'off',
      max_connections: '300',
      shared_buffers: '64MB',
    },
  });
  const secrets = createSecrets(testMasterKey);
  await bootstrap(server.superuserUrl, secrets);
  const migrator = openClient({ address: server.address, secrets }, 'migrator', { max: 1, applicationName: 'test' });
  await migratePlatform(migrator, readMigrations('platform'));
  await migrator.end();
  project.provide('database', { address: server.address, superuserUrl: server.superuserUrl });
  return async () => {
    await server.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  };
}

/** Ends and removes what runs that were killed have left. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(parent)) {
    if (processBirth(Number(name.split('-')[0])) !== undefined) continue;
    await endOrphan(join(parent, name, 'postgres', 'cluster'));
    rmSync(join(parent, name), { recursive: true, force: true });
  }
}
