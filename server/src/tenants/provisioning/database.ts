import { openClient } from '../../core/db/client.ts';
import { readMigrations } from '../../core/db/migrations.ts';
import { provisionTenant } from '../../core/db/provision.ts';
import type { StepWork } from './step.ts';

/** Login, schema, tables and rights, in one transaction as the migrator. */
export const makeDatabase: StepWork = async ({ access }, { role }) => {
  // Its own connection: a backend that has touched many schemas grows and never shrinks.
  const migrator = openClient(access, 'migrator', { max: 1, applicationName: 'provision' });
  try {
    await provisionTenant(migrator, role, access.secrets, readMigrations('tenant'));
  } finally {
    await migrator.end({ timeout: 5 });
  }
  return undefined;
};
