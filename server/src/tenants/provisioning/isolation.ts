import { type SQL, sql } from 'drizzle-orm';
import { pgError } from '../../core/tenancy/index.ts';
import type { StepWork } from './step.ts';

const insufficientPrivilege = '42501';

/**
 * Logs in as the new regency and tries what must be refused: another regency's tables, the authorities' keys, the
 * control plane's secrets, a table of its own making. Anything that works fails the step: the regency does not open.
 */
export const proveIsolation: StepWork = async ({ tenancy }, order) => {
  const [other] = await tenancy.readPlatform((read) =>
    read.execute<{ role: string }>(sql`select role from platform.tenants
      where slug <> ${order.slug} and schema_version > 0 and status in ('active', 'suspended') order by random() limit 1`),
  );
  const attempts: [string, SQL][] = [
    ['issuer.keys', sql`select 1 from issuer.keys`],
    ['stamper.keys', sql`select 1 from stamper.keys`],
    ['platform.superadmins', sql`select 1 from platform.superadmins`],
    ['platform.tenants.admin_email', sql`select admin_email from platform.tenants`],
    ['platform.outbox', sql`select 1 from platform.outbox`],
    ['create table', sql`create table breach (id integer)`],
    ['truncate letters', sql`truncate letters`],
  ];
  if (other) attempts.unshift([`${other.role}.letters`, sql`select 1 from ${sql.identifier(other.role)}.letters`]);
  for (const [what, statement] of attempts) {
    const refused = await tenancy
      .readTenant(order, (read) => read.execute(statement))
      .then(
        () => false,
        (error: unknown) => {
          if (pgError(error)?.code === insufficientPrivilege) return true;
          throw error;
        },
      );
    if (!refused) throw new Error(`isolation broken: ${order.role} reached ${what}`);
  }
  return `${attempts.length} percobaan ditolak`;
};
