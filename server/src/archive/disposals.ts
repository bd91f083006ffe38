import { sql } from 'drizzle-orm';
import type { Clock } from '../core/clock.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { toPage } from '../core/http/pagination.ts';
import { newId } from '../core/ids.ts';
import { outbox } from '../core/queue/index.ts';
import type { Tenancy, TenantTx } from '../core/tenancy/index.ts';
import { type Moment, momentOf } from '../letters/index.ts';
import type { DisposalAnswer, DisposalBody, DisposalQuery, ItemsBody, StepBody } from './disposal-schema.ts';
import { answerDisposal, judgeDossiers, takerFault } from './disposal-view.ts';
import { type DisposalRow, findPapers, listDisposals, lockDisposal, toDisposalItem } from './disposals-repository.ts';
import { type DossierRow, judge, listDossiers, toItem } from './dossiers-repository.ts';
import { type DisposalEvent, type DisposalStep, disposalStep, missingPapers } from './lifecycle.ts';
import { archiveProblems, dossierNotFound } from './problems.ts';
import { type DisposalKind, disposalObstacle } from './retention.ts';
import { findSchedule } from './schedule-repository.ts';
import { record } from './scope.ts';

const maxDue = 200;
const stateBefore: Record<DisposalKind, DossierRow['state']> = {
  transfer: 'closed',
  destruction: 'inactive',
  handover: 'inactive',
};

/** Says in the log of the proceeding, and of the office, who took which step. */
async function log(
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  event: DisposalEvent | 'items',
  at: Moment,
  note: string | null = null,
) {
  const { actor } = ctx;
  const title = actor.positions.find((each) => each.mode !== 'delegate')?.title ?? null;
  await tx.execute(sql`insert into disposal_steps (id, disposal_id, event, person_id, person_name, position_title, note, at)
    values (${newId()}::uuid, ${id}::uuid, ${event}, ${actor.personId}::uuid, ${actor.name}, ${title}, ${note},
      ${at.now.toISOString()}::timestamptz)`);
  await record(tx, ctx, `disposal.${event}`, { kind: 'disposal', id }, note === null ? {} : { note });
}

/** Adds dossiers that are due. @throws disposal_blocked, invalid_input */
async function addDossiers(
  tx: TenantTx,
  ctx: OfficeContext,
  row: Pick<DisposalRow, 'id' | 'kind' | 'unitId'>,
  ids: readonly string[],
  today: string,
) {
  const wanted = [...new Set(ids)].sort();
  await tx.execute(sql`select from dossiers where id = any(${sql.param(wanted)}::uuid[]) order by id for update`);
  const [schedule, rows] = await Promise.all([
    findSchedule(tx),
    listDossiers(tx, ctx, sql`d.id = any(${sql.param(wanted)}::uuid[])`, { today, limit: wanted.length }),
  ]);
  const unknown = wanted.filter((id) => !rows.some((each) => each.id === id));
  if (unknown.length > 0) {
    const message = 'Berkas ini tidak ada, atau Anda tidak berhak melihatnya.';
    throw problem(commonProblems.notFound, {
      detail: message,
      errors: unknown.map((id) => ({ path: `dossierIds.${ids.indexOf(id)}`, message })),
    });
  }
  const busy = await tx.execute<{
    id: string;
    title: string;
  }>(sql`select i.dossier_id as id, s.title from disposal_items i
    join disposals s on s.id = i.disposal_id where i.open and i.disposal_id <> ${row.id}::uuid
      and i.dossier_id = any(${sql.param(wanted)}::uuid[])`);
  const errors = rows.flatMap((each) => {
    const other = busy.find(({ id }) => id === each.id);
    const message =
      disposalObstacle(row.kind, judge(each, schedule, today)) ??
      (other ? `Sedang dalam penyusutan "${other.title}".` : null) ??
      (row.kind === 'transfer' && each.unitId !== row.unitId
        ? 'Satu daftar pemindahan memuat berkas satu unit saja.'
        : null);
    return message === null ? [] : [{ path: each.title, message }];
  });
  if (errors.length > 0)
    throw problem(archiveProblems.blocked, {
      detail: 'Tidak ada yang ditambahkan. Keluarkan berkas yang disebut.',
      errors,
    });
  for (const id of wanted) {
    await tx.execute(sql`insert into disposal_items (disposal_id, dossier_id) values (${row.id}::uuid, ${id}::uuid)
      on conflict do nothing`);
  }
}

/** Transfer, destruction and handover, step by step. */
export function createDisposalService({ tenancy, clock }: { tenancy: Tenancy; clock: Clock }) {
  /** What ends the proceeding for its dossiers, in the transaction of the last step. */
  async function finish(
    tx: TenantTx,
    ctx: OfficeContext,
    row: DisposalRow,
    to: 'inactive' | 'handed_over',
    at: Moment,
  ) {
    const dossiers = await tx.execute<{ id: string }>(sql`update dossiers d set state = ${to}, version = d.version + 1,
        updated_at = ${at.now.toISOString()}::timestamptz
      from disposal_items i where i.disposal_id = ${row.id}::uuid and d.id = i.dossier_id returning d.id`);
    await tx.execute(sql`update disposal_items set open = false, done_at = ${at.now.toISOString()}::timestamptz
      where disposal_id = ${row.id}::uuid`);
    const action = to === 'inactive' ? 'dossier.transferred' : 'dossier.handed_over';
    for (const { id } of dossiers) await record(tx, ctx, action, { kind: 'dossier', id }, { disposalId: row.id });
  }

  /** @throws disposal_state, forbidden, disposal_four_eyes, disposal_papers_missing, disposal_blocked, invalid_input */
  async function check(
    tx: TenantTx,
    ctx: OfficeContext,
    row: DisposalRow,
    input: StepBody,
    today: string,
  ): Promise<DisposalStep> {
    const step = disposalStep(row.kind, row.state, input.event);
    if (!step || step.by === 'system') {
      throw problem(archiveProblems.disposalState, {
        detail: 'Muat ulang halaman ini untuk melihat langkah berikutnya.',
        extra: { state: row.state },
      });
    }
    const fault = takerFault(ctx, row, step.by);
    if (fault !== null) {
      const isOwn = step.by === 'other_centre' && ctx.actor.permissions.has('archive.centre');
      throw problem(isOwn ? archiveProblems.fourEyes : commonProblems.forbidden, { detail: fault });
    }
    if (step.to === 'draft' || step.to === 'cancelled') return step;
    const [judged, papers] = await Promise.all([judgeDossiers(tx, row, today), findPapers(tx, row.id)]);
    const errors = judged.flatMap(({ dossier, obstacle }) =>
      obstacle === null ? [] : [{ path: dossier.code, message: obstacle }],
    );
    if (errors.length > 0 || judged.length === 0) {
      const detail =
        judged.length === 0 ? 'Daftar ini belum memuat berkas.' : 'Keluarkan berkas yang disebut, atau tunggu.';
      throw problem(archiveProblems.blocked, { detail, errors });
    }
    const missing = missingPapers(
      step,
      papers.map((paper) => paper.kind),
    );
    if (missing.length > 0) {
      throw problem(archiveProblems.papersMissing, {
        detail: 'Lengkapi naskah yang disebut, lalu coba lagi.',
        errors: missing.map((kind) => ({ path: kind, message: 'Naskah ini belum ada.' })),
      });
    }
    if (step.to === 'executing' && input.dossiers !== judged.length) {
      const message = `Sebut jumlah berkas yang dimusnahkan: ${judged.length}.`;
      throw problem(commonProblems.invalidInput, { detail: message, errors: [{ path: 'dossiers', message }] });
    }
    return step;
  }

  return {
    list: (ctx: OfficeContext, query: DisposalQuery) =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const { today } = momentOf(ctx, clock);
        const page = toPage(await listDisposals(read, ctx, { ...query, today, limit: query.limit + 1 }), query.limit);
        return { items: page.items.map(toDisposalItem), nextCursor: page.nextCursor };
      }),

    /** @throws not_found */
    get: (ctx: OfficeContext, id: string): Promise<DisposalAnswer> =>
      tenancy.readTenant(ctx.tenant, (read) => answerDisposal(read, ctx, id, momentOf(ctx, clock).today)),

    /** Dossiers that may go into a proceeding of this kind now, the longest due first. */
    due: (ctx: OfficeContext, { kind, unitId = null }: { kind: DisposalKind; unitId?: string | null | undefined }) =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const { today } = momentOf(ctx, clock);
        const where = sql`d.state = ${stateBefore[kind]} and (${unitId}::uuid is null or d.unit_id = ${unitId}::uuid)
          and not exists (select from disposal_items i where i.dossier_id = d.id and i.open)`;
        const [schedule, rows] = await Promise.all([
          findSchedule(read),
          listDossiers(read, ctx, where, { today, limit: 100_000 }),
        ]);
        const due = rows
          .map((row) => toItem(row, schedule, today))
          .filter((item) => disposalObstacle(kind, item.retention) === null);
        const end = (item: (typeof due)[number]) =>
          (kind === 'transfer' ? item.retention.activeUntil : item.retention.inactiveUntil) ?? '';
        due.sort((a, b) => (end(a) < end(b) ? -1 : end(a) > end(b) ? 1 : 0));
        return { items: due.slice(0, maxDue), total: due.length };
      }),

    /** @throws disposal_blocked, invalid_input, forbidden */
    create: (ctx: OfficeContext, input: DisposalBody): Promise<DisposalAnswer> => {
      const at = momentOf(ctx, clock);
      if (input.kind !== 'transfer' && !ctx.actor.permissions.has('archive.centre')) {
        throw problem(commonProblems.forbidden, { detail: 'Pemusnahan dan penyerahan disiapkan oleh arsiparis.' });
      }
      return tenancy.withTenant(ctx.tenant, async (tx) => {
        const [first] = await tx.execute<{ unitId: string }>(
          sql`select unit_id as "unitId" from dossiers where id = ${input.dossierIds[0] ?? null}::uuid`,
        );
        const id = newId();
        const unitId = input.kind === 'transfer' ? (first?.unitId ?? null) : null;
        await tx.execute(sql`insert into disposals (id, kind, unit_id, title, created_by, created_at) values (${id}::uuid,
          ${input.kind}, ${unitId}::uuid, ${input.title}, ${ctx.actor.personId}::uuid, ${at.now.toISOString()}::timestamptz)`);
        await addDossiers(tx, ctx, { id, kind: input.kind, unitId }, input.dossierIds, at.today);
        await record(
          tx,
          ctx,
          'disposal.created',
          { kind: 'disposal', id },
          { kind: input.kind, dossiers: input.dossierIds.length },
        );
        return answerDisposal(tx, ctx, id, at.today);
      });
    },

    /** @throws not_found, stale_version, disposal_state, disposal_blocked, invalid_input */
    changeItems: (ctx: OfficeContext, id: string, input: ItemsBody): Promise<DisposalAnswer> => {
      const at = momentOf(ctx, clock);
      return tenancy.withTenant(ctx.tenant, async (tx) => {
        const row = await lockDisposal(tx, ctx, id, at.today, input.version);
        if (row.state !== 'draft')
          throw problem(archiveProblems.disposalState, {
            detail: 'Daftar sudah diusulkan.',
            extra: { state: row.state },
          });
        const removed = await tx.execute(sql`delete from disposal_items where disposal_id = ${id}::uuid
          and dossier_id = any(${sql.param(input.remove)}::uuid[]) returning dossier_id`);
        if (removed.length !== new Set(input.remove).size) throw dossierNotFound();
        if (input.add.length > 0) await addDossiers(tx, ctx, row, input.add, at.today);
        await tx.execute(sql`update disposals set version = version + 1 where id = ${id}::uuid`);
        const detail = { added: input.add.length, removed: input.remove.length };
        await record(tx, ctx, 'disposal.items', { kind: 'disposal', id }, detail);
        return answerDisposal(tx, ctx, id, at.today);
      });
    },

    /** Takes one step; see the table in lifecycle.ts. @throws not_found, stale_version and what `check` throws */
    step: async (ctx: OfficeContext, id: string, input: StepBody): Promise<DisposalAnswer> => {
      const at = momentOf(ctx, clock);
      const answer = await tenancy.withTenant(ctx.tenant, async (tx) => {
        const row = await lockDisposal(tx, ctx, id, at.today, input.version);
        // A hold locks the dossier first, so that it lands before the step or sees the step done.
        await tx.execute(sql`select from dossiers d join disposal_items i on i.dossier_id = d.id
          where i.disposal_id = ${id}::uuid order by d.id for update of d`);
        const step = await check(tx, ctx, row, input, at.today);
        const isEnd = step.to === 'done' || step.to === 'executing';
        const minutes = isEnd ? (await findPapers(tx, id)).findLast((paper) => paper.kind === 'minutes') : undefined;
        await tx.execute(sql`update disposals set state = ${step.to}, version = version + 1,
          proposed_by = case when ${step.event === 'propose'} then ${ctx.actor.personId}::uuid
            when ${step.to === 'draft'} then null else proposed_by end,
          done_at = case when ${step.to === 'done'} then ${at.now.toISOString()}::timestamptz end,
          minutes_number = coalesce(${minutes?.number ?? null}, minutes_number),
          minutes_on = coalesce(${minutes?.datedOn ?? null}::date, minutes_on) where id = ${id}::uuid`);
        if (step.event === 'propose') {
          const judged = await judgeDossiers(tx, { ...row, state: 'draft' }, at.today);
          for (const { dossier } of judged) {
            await tx.execute(sql`update disposal_items set rule = ${JSON.stringify(dossier.retention.rule)}::text::jsonb
              where disposal_id = ${id}::uuid and dossier_id = ${dossier.id}::uuid`);
          }
        }
        if (step.to === 'done') await finish(tx, ctx, row, row.kind === 'transfer' ? 'inactive' : 'handed_over', at);
        if (step.to === 'cancelled')
          await tx.execute(sql`update disposal_items set open = false where disposal_id = ${id}::uuid`);
        await log(tx, ctx, id, step.event, at, input.note);
        if (step.to === 'executing') await outbox.add(tx, 'archive.destroy', { disposalId: id });
        return answerDisposal(tx, ctx, id, at.today);
      });
      outbox.poke();
      return answer;
    },
  };
}
