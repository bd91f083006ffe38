import { type DatabaseAccess, openClient } from './core/db/client.ts';
import { migratePlatform, migrateTenants } from './core/db/migrate.ts';
import { readMigrations } from './core/db/migrations.ts';

/**
 * Brings the platform's schema and every regency's to the head.
 * @param report one line for each regency that could not be migrated; the others go on
 */
export async function prepareDatabase(access: DatabaseAccess, report: (line: string) => void): Promise<void> {
  const migrator = openClient(access, 'migrator', { max: 1, applicationName: 'migrate' });
  try {
    await migratePlatform(migrator, readMigrations('platform'));
    const { failed } = await migrateTenants(migrator, access, readMigrations('tenant'));
    for (const each of failed) report(`${each.role} stays before ${each.migration}: ${each.error.message}`);
  } finally {
    await migrator.end({ timeout: 5 });
  }
}
