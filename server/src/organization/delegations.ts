import { eq, sql } from 'drizzle-orm';
import { dateIn } from '../core/clock.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import { notify } from '../core/notices.ts';
import type { TenantRead } from '../core/tenancy/index.ts';
import { type OrganizationDeps, recordAct } from './context.ts';
import { organizationProblems as problems } from './problems.ts';
import { delegationFault } from './rules.ts';
import type { CreateDelegation, DelegationAnswer } from './schema.ts';
import { type Holder, holderOf } from './sql.ts';
import { delegations, people } from './tables.ts';

type Filter = { id?: string; personId?: string; held?: string[]; endsAfter?: Date };
type Row = Omit<DelegationAnswer, 'startsAt' | 'endsAt'> & { startsAt: string; endsAt: string };

async function listDelegations(read: TenantRead, filter: Filter): Promise<DelegationAnswer[]> {
  const { id = null, personId = null, held = [], endsAfter } = filter;
  const rows = await read.execute<Row>(sql`
    select d.id, d.position_id as "positionId", pos.title as "positionTitle", d.person_id as "personId",
      p.name as "personName", d.starts_at as "startsAt", d.ends_at as "endsAt", to_jsonb(d.acts) as acts,
      d.secret_letters as "secretLetters", by.name as "createdBy", d.reason
    from delegations d join positions pos on pos.id = d.position_id join people p on p.id = d.person_id
      join people by on by.id = d.created_by
    where (${id}::uuid is null or d.id = ${id}::uuid) and (${endsAfter ?? null}::timestamptz is null or d.ends_at > ${endsAfter ?? null}::timestamptz)
      and (${personId}::uuid is null or d.person_id = ${personId}::uuid or d.created_by = ${personId}::uuid
        or d.position_id = any(${sql.param(held)}::uuid[]))
    order by d.starts_at desc, d.id desc limit 200`);
  const iso = (at: string) => new Date(at).toISOString();
  return rows.map((row) => ({ ...row, startsAt: iso(row.startsAt), endsAt: iso(row.endsAt) }));
}

const heldBy = (ctx: OfficeContext): string[] =>
  ctx.actor.positions.filter((position) => position.mode !== 'delegate').map((position) => position.id);

const refused = (path: string, message: string) =>
  problem(problems.unusableDelegate, { detail: message, errors: [{ path, message }] });

/**
 * An administrator's delegation for a holder who is absent: paraf and dispositions only, with the reason.
 * @returns the absent holder @throws unusable_delegate, with all that is wrong
 */
async function requireAbsence(read: TenantRead, input: CreateDelegation, today: string): Promise<Holder> {
  const [row] = await read.execute<{ holder: Holder | null }>(
    sql`select ${holderOf(sql`${input.positionId}::uuid`, today)} as holder`,
  );
  const holder = row?.holder ?? null;
  const faults = [
    ...(holder === null
      ? [{ path: 'positionId', message: 'Jabatan ini kosong atau tidak ada. Tugaskan Plt. untuk jabatan yang kosong.' }]
      : []),
    ...(holder?.personId === input.personId
      ? [{ path: 'personId', message: 'Orang ini pemegang jabatan itu sendiri. Pilih orang lain.' }]
      : []),
    ...(input.acts.includes('sign')
      ? [{ path: 'acts', message: 'Wewenang menandatangani hanya dapat dilimpahkan oleh pemegang jabatannya sendiri.' }]
      : []),
    ...(input.secretLetters
      ? [{ path: 'secretLetters', message: 'Surat rahasia hanya dapat dibuka oleh pemegang jabatannya sendiri.' }]
      : []),
    ...(input.reason === undefined
      ? [{ path: 'reason', message: 'Tulis mengapa pejabatnya tidak dapat melimpahkan sendiri.' }]
      : []),
  ];
  const [first] = faults;
  if (first || holder === null)
    throw problem(problems.unusableDelegate, { detail: first?.message ?? '', errors: faults });
  return holder;
}

export function delegationService({ tenancy, clock }: OrganizationDeps) {
  return {
    /** Those given and received; an administrator sees all. What is over is left out. */
    list: (ctx: OfficeContext) =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const all = ctx.actor.permissions.has('organization.manage');
        const mine = all ? {} : { personId: ctx.actor.personId, held: heldBy(ctx) };
        return { items: await listDelegations(read, { ...mine, endsAfter: clock.now() }) };
      }),

    /**
     * The holder lets a colleague act for the post while absent. An administrator may enter it for a holder who is absent
     * already, for paraf and dispositions and with a reason; the holder is told. A right to sign comes from its holder alone.
     * @throws forbidden, unusable_delegate, unusable_dates
     */
    create: (ctx: OfficeContext, input: CreateDelegation): Promise<DelegationAnswer> =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        const { positionId, personId, acts, secretLetters } = input;
        const isOwn = heldBy(ctx).includes(positionId);
        if (!isOwn && !ctx.actor.permissions.has('organization.manage')) {
          throw problem(commonProblems.forbidden, { detail: 'Hanya pemegang jabatan ini yang dapat melimpahkannya.' });
        }
        if (personId === ctx.actor.personId) throw refused('personId', 'Pilih orang lain, bukan diri Anda.');
        const [person] = await tx.select({ active: people.active }).from(people).where(eq(people.id, personId));
        if (!person?.active) throw refused('personId', 'Orang ini tidak ada atau akunnya tidak aktif.');
        const now = clock.now();
        const today = dateIn(ctx.tenant.timeZone, now);
        const absent = isOwn ? null : await requireAbsence(tx, input, today);
        const reason = isOwn ? null : (input.reason ?? null);
        const startsAt = input.startsAt === undefined ? now : new Date(input.startsAt);
        const endsAt = new Date(input.endsAt);
        const fault = delegationFault(startsAt, endsAt, now);
        if (fault)
          throw problem(problems.unusableDates, { detail: fault, errors: [{ path: 'endsAt', message: fault }] });
        const id = newId();
        const createdBy = ctx.actor.personId;
        await tx
          .insert(delegations)
          .values({ id, positionId, personId, startsAt, endsAt, acts, secretLetters, createdBy, reason });
        const detail = {
          personId,
          acts,
          secretLetters,
          startsAt: startsAt.toISOString(),
          endsAt: endsAt.toISOString(),
          ...(reason === null ? {} : { reason }),
        };
        await recordAct(tx, ctx, 'position.delegated', { kind: 'position', id: positionId }, detail);
        const [made] = await listDelegations(tx, { id });
        if (!made) throw new Error('a delegation just made is gone');
        if (absent !== null) {
          const values = {
            from: ctx.actor.name,
            person: made.personName,
            position: made.positionTitle,
            reason: reason ?? '',
          };
          const subject = { kind: 'delegation', id };
          for (const [textKey, told] of [
            ['delegation.entered', absent.personId],
            ['delegation.received', personId],
          ] as const) {
            await notify(tx, { personIds: [told] }, { now, today }, { kind: 'delegation', subject, textKey, values });
          }
        }
        return made;
      }),

    /** Ends it now: by the holder, whoever gave it, or an administrator. @throws delegation_not_found, forbidden */
    end: (ctx: OfficeContext, id: string): Promise<void> =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        const [row] = await tx.select().from(delegations).where(eq(delegations.id, id)).for('update');
        const { actor } = ctx;
        const isAdmin = actor.permissions.has('organization.manage');
        const knows =
          row &&
          (isAdmin ||
            row.personId === actor.personId ||
            row.createdBy === actor.personId ||
            heldBy(ctx).includes(row.positionId));
        if (!row || !knows) throw problem(problems.delegationNotFound);
        const now = clock.now();
        if (row.startsAt >= now) await tx.delete(delegations).where(eq(delegations.id, id));
        else if (row.endsAt > now) await tx.update(delegations).set({ endsAt: now }).where(eq(delegations.id, id));
        const subject = { kind: 'position', id: row.positionId };
        await recordAct(tx, ctx, 'position.delegation_ended', subject, { personId: row.personId });
      }),
  };
}
