import { eq, sql } from 'drizzle-orm';
import { problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import { pgError, type TenantRead, type TenantTx } from '../core/tenancy/index.ts';
import { lockOrganization, type OrganizationDeps, recordAct, todayOf } from './context.ts';
import { getPosition } from './positions.ts';
import { organizationProblems as problems } from './problems.ts';
import { dayBefore } from './rules.ts';
import type { AssignmentAnswer, CreateAssignment } from './schema.ts';
import { assignments, people } from './tables.ts';

type Filter = { id?: string; positionId?: string };

const listAssignments = (read: TenantRead, { id, positionId }: Filter) =>
  read.execute<AssignmentAnswer>(sql`
    select a.id, a.person_id as "personId", p.name as "personName", a.position_id as "positionId",
      pos.title as "positionTitle", a.mode, a.starts_on as "startsOn", a.ends_on as "endsOn"
    from assignments a join people p on p.id = a.person_id join positions pos on pos.id = a.position_id
    where (${id ?? null}::uuid is null or a.id = ${id ?? null}::uuid)
      and (${positionId ?? null}::uuid is null or a.position_id = ${positionId ?? null}::uuid)
    order by a.starts_on desc, a.id desc`);

async function getAssignment(read: TenantRead, id: string): Promise<AssignmentAnswer> {
  const [found] = await listAssignments(read, { id });
  if (!found) throw problem(problems.assignmentNotFound);
  return found;
}

/** @throws position_occupied where somebody else holds the post in that time */
async function insert(tx: TenantTx, row: typeof assignments.$inferInsert, former: string | null): Promise<void> {
  try {
    await tx.insert(assignments).values(row);
  } catch (error) {
    if (pgError(error)?.code !== exclusionViolation) throw error;
    const who = former === null ? 'orang lain' : former;
    const message = `Pada tanggal itu jabatan ini dipegang ${who}. Pilih tanggal mulai yang lain.`;
    throw problem(problems.positionOccupied, {
      detail: message,
      errors: [{ path: 'startsOn', message }],
      cause: error,
    });
  }
}
const exclusionViolation = '23P01';

export function assignmentService({ tenancy, clock, holdersChanged }: OrganizationDeps) {
  return {
    /** Who has held the post since when, newest first. @throws position_not_found */
    history: (ctx: OfficeContext, positionId: string) =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        await getPosition(read, todayOf(ctx, clock), positionId);
        return { items: await listAssignments(read, { positionId }) };
      }),

    /**
     * Gives a post to a person; who held it until then stops the day before.
     * @throws person_not_found, person_inactive, position_not_found, unusable_dates, position_occupied
     */
    create: (ctx: OfficeContext, input: CreateAssignment): Promise<AssignmentAnswer> =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        const today = todayOf(ctx, clock);
        await lockOrganization(tx);
        const { personId, positionId, mode, startsOn, endsOn = null } = input;
        if (endsOn !== null && endsOn < startsOn) throw wrongDates('endsOn', 'Tanggal akhir mendahului tanggal mulai.');
        const [person] = await tx.select({ active: people.active }).from(people).where(eq(people.id, personId));
        if (!person) throw problem(problems.personNotFound);
        if (!person.active) throw problem(problems.personInactive, { detail: 'Aktifkan akun orang ini dahulu.' });
        const position = await getPosition(tx, today, positionId);
        if (position.validTo !== null && position.validTo < startsOn) {
          throw wrongDates('startsOn', `Jabatan ini ditutup sejak ${position.validTo}.`);
        }
        const [former] = await tx.execute<{ id: string; startsOn: string; name: string }>(sql`
          select a.id, a.starts_on as "startsOn", p.name from assignments a join people p on p.id = a.person_id
          where a.position_id = ${positionId}::uuid and a.starts_on <= ${startsOn}::date
            and (a.ends_on is null or a.ends_on >= ${startsOn}::date)`);
        if (former && former.startsOn < startsOn) {
          await tx
            .update(assignments)
            .set({ endsOn: dayBefore(startsOn) })
            .where(eq(assignments.id, former.id));
        }
        const id = newId();
        await insert(tx, { id, personId, positionId, mode, startsOn, endsOn }, former?.name ?? null);
        const detail = { personId, mode, startsOn, endsOn, former: former?.id ?? null };
        await recordAct(tx, ctx, 'position.assigned', { kind: 'position', id: positionId }, detail);
        await holdersChanged(tx, today);
        return getAssignment(tx, id);
      }),

    /** Sets the last day; a post may stay empty after it. @throws assignment_not_found, unusable_dates, position_occupied */
    end: (ctx: OfficeContext, id: string, endsOn: string): Promise<AssignmentAnswer> =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        await lockOrganization(tx);
        const before = await getAssignment(tx, id);
        if (endsOn < before.startsOn) throw wrongDates('endsOn', 'Tanggal akhir mendahului tanggal mulai.');
        if (before.endsOn !== null && endsOn > before.endsOn) {
          throw wrongDates('endsOn', `Penugasan ini sudah berakhir pada ${before.endsOn}. Buat penugasan baru.`);
        }
        await tx.update(assignments).set({ endsOn }).where(eq(assignments.id, id));
        const subject = { kind: 'position', id: before.positionId };
        await recordAct(tx, ctx, 'position.assignment_ended', subject, { personId: before.personId, endsOn });
        await holdersChanged(tx, todayOf(ctx, clock));
        return getAssignment(tx, id);
      }),
  };
}

const wrongDates = (path: string, message: string) =>
  problem(problems.unusableDates, { detail: message, errors: [{ path, message }] });
