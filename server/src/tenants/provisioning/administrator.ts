import { sql } from 'drizzle-orm';
import { audit } from '../../core/audit/index.ts';
import { dateIn } from '../../core/clock.ts';
import { newId } from '../../core/ids.ts';
import { assignments, people, personRoles } from '../../organization/index.ts';
import { certifyDemoSigners, makeDemoPeople } from './demo-people.ts';
import type { StepWork } from './step.ts';

/**
 * The regency's first administrator, without a password: an invitation lets the person set one. A demo regency gets its
 * demo people instead, administrator included, with passwords and signing keys.
 */
export const makeAdministrator: StepWork = async (deps, order) => {
  if (order.demo) {
    const count = await makeDemoPeople(deps, order);
    await certifyDemoSigners(deps, order);
    return count === 0 ? undefined : `${count} orang contoh`;
  }
  return deps.tenancy.withTenant(order, async (tx) => {
    const [known] = await tx.execute(sql`select 1 from person_roles where role = 'admin'`);
    if (known) return undefined;
    const personId = newId();
    await tx.insert(people).values({ id: personId, username: 'admin', name: order.adminName, email: order.adminEmail });
    await tx.insert(personRoles).values({ personId, role: 'admin' });
    const [position] = await tx.execute<{ id: string }>(
      sql`select id from positions where kind = 'administrator' limit 1`,
    );
    if (position) {
      const startsOn = dateIn(order.timeZone, deps.clock.now());
      await tx.insert(assignments).values({ id: newId(), personId, positionId: position.id, startsOn });
    }
    await audit(tx, {
      actor: { personId: null, name: 'Platform' },
      action: 'person.created',
      subject: { kind: 'person', id: personId },
      detail: { roles: ['admin'] },
    });
    return undefined;
  });
};
