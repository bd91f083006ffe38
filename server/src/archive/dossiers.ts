import { sql } from 'drizzle-orm';
import type { Clock } from '../core/clock.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { toPage } from '../core/http/pagination.ts';
import { newId } from '../core/ids.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import { likePattern, momentOf } from '../letters/index.ts';
import { answerDossier } from './dossier-view.ts';
import { type DossierRow, listDossiers, lockDossier, toItem, updateDossier } from './dossiers-repository.ts';
import { archiveProblems } from './problems.ts';
import { requireKnownCodes } from './schedule.ts';
import { findSchedule } from './schedule-repository.ts';
import type { DossierAnswer, DossierBody, DossierPatch, DossierQuery, PlaceBody } from './schema.ts';
import { record, withinScope } from './scope.ts';

const stateWords: Record<DossierRow['state'], string> = {
  open: 'masih terbuka',
  closed: 'sudah ditutup',
  inactive: 'sudah inaktif di unit kearsipan',
  handed_over: 'sudah diserahkan kepada lembaga kearsipan',
  destroyed: 'sudah dimusnahkan',
};

/** @throws dossier_state */
export function requireState(row: DossierRow, ...states: DossierRow['state'][]): void {
  if (states.includes(row.state)) return;
  throw problem(archiveProblems.dossierState, {
    detail: `Berkas ini ${stateWords[row.state]}.`,
    extra: { state: row.state },
  });
}

/** Dossiers: opening, closing, where their paper is. */
export function createDossierService({ tenancy, clock }: { tenancy: Tenancy; clock: Clock }) {
  const change = (
    ctx: OfficeContext,
    id: string,
    seenVersion: number | undefined,
    act: (
      tx: Parameters<Parameters<Tenancy['withTenant']>[1]>[0],
      row: DossierRow,
      today: string,
      now: Date,
    ) => Promise<void>,
  ): Promise<DossierAnswer> => {
    const { now, today } = momentOf(ctx, clock);
    return tenancy.withTenant(ctx.tenant, async (tx) => {
      await act(tx, await lockDossier(tx, ctx, id, today, seenVersion), today, now);
      return answerDossier(tx, ctx, id, today);
    });
  };
  const requireNoProceeding = async (tx: Parameters<typeof lockDossier>[0], id: string): Promise<void> => {
    const [open] = await tx.execute<{ title: string }>(sql`select s.title from disposal_items i
      join disposals s on s.id = i.disposal_id where i.dossier_id = ${id}::uuid and i.open`);
    if (!open) return;
    throw problem(archiveProblems.dossierState, { detail: `Berkas ini sedang dalam penyusutan "${open.title}".` });
  };

  return {
    list: (ctx: OfficeContext, query: DossierQuery) =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const { today } = momentOf(ctx, clock);
        const { unitId = null, classification = null, state = null, q = null, cursor = null, limit } = query;
        const where = sql`(${unitId}::uuid is null or d.unit_id = ${unitId}::uuid)
          and (${classification}::text is null or d.classification = ${classification} or d.classification like ${`${classification ?? ''}.%`})
          and (${state}::text is null or d.state = ${state})
          and (${q}::text is null or d.title ilike ${likePattern(q ?? '')} or d.classification like ${`${q ?? ''}%`})
          and (${cursor}::uuid is null or d.id < ${cursor}::uuid)`;
        const [schedule, rows] = await Promise.all([
          findSchedule(read),
          listDossiers(read, ctx, where, { today, limit: limit + 1 }),
        ]);
        const page = toPage(rows, limit);
        return { items: page.items.map((row) => toItem(row, schedule, today)), nextCursor: page.nextCursor };
      }),

    /** @throws not_found */
    get: (ctx: OfficeContext, id: string): Promise<DossierAnswer> =>
      tenancy.readTenant(ctx.tenant, (read) => answerDossier(read, ctx, id, momentOf(ctx, clock).today)),

    /** @throws unknown_classification, forbidden for a unit that is none of the person's business */
    open: (ctx: OfficeContext, input: DossierBody): Promise<DossierAnswer> => {
      const { now, today } = momentOf(ctx, clock);
      const unitId = input.unitId ?? ctx.actor.positions.find((each) => each.mode !== 'delegate')?.unitId;
      if (unitId === undefined) throw problem(commonProblems.forbidden, { detail: 'Anda belum memegang jabatan.' });
      return tenancy.withTenant(ctx.tenant, async (tx) => {
        await requireKnownCodes(tx, [input.classification]);
        // The unit's row is the queue for its running numbers.
        const [unit] = await tx.execute<{
          isMine: boolean;
        }>(sql`select ${withinScope(ctx, sql`u.id`, today)} as "isMine"
          from units u where u.id = ${unitId}::uuid for no key update of u`);
        if (!unit) {
          throw problem(commonProblems.notFound, {
            detail: 'Unit ini tidak ada.',
            errors: [{ path: 'unitId', message: 'Unit ini tidak ada.' }],
          });
        }
        if (!unit.isMine) throw problem(commonProblems.forbidden, { detail: 'Buka berkas untuk unit Anda sendiri.' });
        const id = newId();
        const { classification, year, title, description } = input;
        await tx.execute(sql`insert into dossiers (id, unit_id, classification, year, seq, title, description, created_by,
            created_at, updated_at)
          select ${id}::uuid, ${unitId}::uuid, ${classification}, ${year}::int, coalesce(max(seq), 0) + 1, ${title}, ${description},
            ${ctx.actor.personId}::uuid, ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz
          from dossiers where unit_id = ${unitId}::uuid and classification = ${classification} and year = ${year}::int`);
        await record(tx, ctx, 'dossier.opened', { kind: 'dossier', id }, { classification, year });
        return answerDossier(tx, ctx, id, today);
      });
    },

    /** @throws not_found, stale_version, dossier_state */
    edit: (ctx: OfficeContext, id: string, input: DossierPatch) =>
      change(ctx, id, input.version, async (tx, row, _today, now) => {
        requireState(row, 'open', 'closed', 'inactive');
        const { title = row.title, triggerOn = row.triggerOn } = input;
        if (triggerOn !== row.triggerOn) await requireNoProceeding(tx, id);
        const isDescribed = input.description !== undefined;
        await updateDossier(
          tx,
          id,
          sql`title = ${title}, trigger_on = ${triggerOn}::date,
            description = case when ${isDescribed} then ${input.description ?? null} else description end`,
          now,
        );
        const detail = triggerOn === row.triggerOn ? {} : { triggerOn, before: row.triggerOn };
        await record(tx, ctx, 'dossier.edited', { kind: 'dossier', id }, detail);
      }),

    /** Nothing more is filed; retention counts from here. @throws not_found, stale_version, dossier_state, invalid_input */
    close: (ctx: OfficeContext, id: string, input: { closedOn?: string | undefined; version?: number | undefined }) =>
      change(ctx, id, input.version, async (tx, row, today, now) => {
        requireState(row, 'open');
        const closedOn = input.closedOn ?? today;
        if (closedOn > today) {
          const message = 'Tanggal tutup tidak boleh sesudah hari ini.';
          throw problem(commonProblems.invalidInput, { detail: message, errors: [{ path: 'closedOn', message }] });
        }
        await updateDossier(tx, id, sql`state = 'closed', closed_on = ${closedOn}::date`, now);
        await record(tx, ctx, 'dossier.closed', { kind: 'dossier', id }, { closedOn });
      }),

    /** @throws not_found, stale_version, dossier_state */
    reopen: (ctx: OfficeContext, id: string, input: { reason: string; version?: number | undefined }) =>
      change(ctx, id, input.version, async (tx, row, _today, now) => {
        requireState(row, 'closed');
        await requireNoProceeding(tx, id);
        await updateDossier(tx, id, sql`state = 'open', closed_on = null`, now);
        const detail = { reason: input.reason, closedOn: row.closedOn };
        await record(tx, ctx, 'dossier.reopened', { kind: 'dossier', id }, detail);
      }),

    /** What an assessment decided where the schedule asks for one. @throws not_found, dossier_state */
    reassess: (ctx: OfficeContext, id: string, input: { decision: 'destroy' | 'permanent'; reason: string }) =>
      change(ctx, id, undefined, async (tx, row, _today, now) => {
        requireState(row, 'closed', 'inactive');
        await requireNoProceeding(tx, id);
        await updateDossier(tx, id, sql`reassessed = ${input.decision}`, now);
        await record(tx, ctx, 'dossier.reassessed', { kind: 'dossier', id }, { ...input, before: row.reassessed });
      }),

    /** Where the paper original is from now on. @throws not_found, dossier_state */
    move: (ctx: OfficeContext, id: string, place: PlaceBody) =>
      change(ctx, id, undefined, async (tx, row, _today, now) => {
        requireState(row, 'open', 'closed', 'inactive');
        await tx.execute(sql`insert into dossier_places
          (id, dossier_id, building, room, shelf, box, folder, note, moved_by, moved_at)
          values (${newId()}::uuid, ${id}::uuid, ${place.building}, ${place.room}, ${place.shelf}, ${place.box},
            ${place.folder}, ${place.note}, ${ctx.actor.personId}::uuid, ${now.toISOString()}::timestamptz)`);
        await record(tx, ctx, 'dossier.moved', { kind: 'dossier', id });
      }),
  };
}
