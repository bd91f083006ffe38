import { sql } from 'drizzle-orm';
import { audit } from '../core/audit/index.ts';
import { type Clock, dateIn } from '../core/clock.ts';
import { commonProblems, type FieldError, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { type Page, toPage } from '../core/http/pagination.ts';
import { newId } from '../core/ids.ts';
import { notify } from '../core/notices.ts';
import { positionsFor } from '../core/rights/index.ts';
import type { Tenancy, TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { actorOf } from './figures.ts';
import type { PlanAnswer, PlanBody, PlanItem, PlanPatch, PlanQuery, PlanState, ProgressBody } from './plan-schema.ts';
import {
  findOffer,
  findPlan,
  findPublishedLevel,
  findRegency,
  hasPosition,
  listNotes,
  listPlans,
  type PlanReader,
  type PlanRow,
  toItem,
} from './plans-repository.ts';
import { comparisonProblems as problems } from './problems.ts';
import { pointsOf } from './rules.ts';
import type { Scheme } from './schema.ts';
import { listSchemes } from './schemes.ts';

const readerOf = (ctx: OfficeContext): PlanReader => ({
  readsAll: ctx.actor.permissions.has('comparison.read'),
  positions: positionsFor(ctx.actor, 'dispose'),
});

const isOpen = (state: PlanState): boolean => state === 'planned' || state === 'started';
const allowed = { allowed: true, reason: null };
const refused = (reason: string) => ({ allowed: false, reason });

function actsOf(ctx: OfficeContext, row: PlanRow): PlanAnswer['acts'] {
  const plans = ctx.actor.permissions.has('adoptions.plan');
  const responsible = positionsFor(ctx.actor, 'dispose').includes(row.positionId);
  if (!isOpen(row.state)) {
    const over = refused('Rencana ini sudah selesai atau dibatalkan.');
    return { edit: over, progress: over };
  }
  return {
    edit: plans ? allowed : refused('Hanya administrator dan Sekretaris Daerah yang mengubah rencana.'),
    progress: plans || responsible ? allowed : refused('Hanya penanggung jawab yang mencatat kemajuan.'),
  };
}

type Aim = NonNullable<PlanBody['aim']>;

/** What is wrong with an aim: an indicator that is not there, levels that exclude each other. */
function aimErrors(schemes: readonly Scheme[], aim: Aim | null): FieldError[] {
  if (aim === null) return [];
  const scheme = schemes.find(({ code }) => code === aim.scheme);
  if (!scheme) return [{ path: 'aim.scheme', message: 'Pilih instrumen dari daftar.' }];
  const errors: FieldError[] = [];
  if (!scheme.indicators.some(({ no }) => no === aim.indicator)) {
    errors.push({ path: 'aim.indicator', message: 'Indikator ini tidak ada pada instrumen tersebut.' });
  }
  if ((aim.baselineYear === null) !== (aim.baselineLevel === null)) {
    errors.push({ path: 'aim.baselineLevel', message: 'Isi tahun dan nilai awal bersama-sama.' });
  }
  if (aim.baselineLevel !== null && aim.expectedLevel !== null && aim.expectedLevel <= aim.baselineLevel) {
    errors.push({
      path: 'aim.expectedLevel',
      message: 'Nilai yang diharapkan harus lebih tinggi daripada nilai awal.',
    });
  }
  return errors;
}

async function checkFields(read: TenantRead, body: Omit<PlanPatch, 'version'>, today: string): Promise<void> {
  const errors = aimErrors(body.aim ? await listSchemes(read) : [], body.aim ?? null);
  if (body.dueOn !== undefined && body.dueOn < today) {
    errors.push({ path: 'dueOn', message: 'Tenggat tidak boleh sebelum hari ini.' });
  }
  if (body.responsiblePositionId !== undefined && !(await hasPosition(read, body.responsiblePositionId))) {
    errors.push({ path: 'responsiblePositionId', message: 'Jabatan ini tidak ada.' });
  }
  if (errors.length > 0) throw problem(problems.invalidPlan, { detail: 'Periksa isian yang ditandai.', errors });
}

/** Whom a plan takes over from: the offer's owner, or the regency that was named. */
async function findGiver(read: TenantRead, body: PlanBody) {
  const refuse = (path: string, message: string) =>
    problem(problems.invalidPlan, { detail: 'Periksa isian yang ditandai.', errors: [{ path, message }] });
  if (body.offerId !== undefined) {
    if (body.kind !== 'template') throw refuse('offerId', 'Penawaran katalog hanya untuk adopsi templat.');
    const offer = await findOffer(read, body.offerId);
    if (!offer) throw refuse('offerId', 'Templat ini tidak ada di katalog Anda.');
    return offer;
  }
  if (body.fromSlug === undefined) return null;
  const regency = await findRegency(read, body.fromSlug);
  if (!regency) throw refuse('fromSlug', 'Daerah ini belum bergabung.');
  return regency;
}

/** What the office means to take over from others, and what came of it. */
export function createAdoptionPlans({ tenancy, clock }: { tenancy: Tenancy; clock: Clock }) {
  const todayOf = (ctx: OfficeContext) => dateIn(ctx.tenant.timeZone, clock.now());

  async function answer(ctx: OfficeContext, read: TenantRead, id: string): Promise<PlanAnswer> {
    const row = await findPlan(read, readerOf(ctx), id);
    if (!row) throw problem(commonProblems.notFound, { detail: 'Rencana ini tidak ada.' });
    const item = toItem(row, todayOf(ctx));
    const { aim } = item;
    const since =
      aim?.baselineYear != null && aim.baselineLevel !== null
        ? await findPublishedLevel(read, { scheme: aim.scheme, indicator: aim.indicator, after: aim.baselineYear })
        : null;
    return {
      ...item,
      description: row.description,
      offerId: row.offerId,
      version: row.version,
      createdBy: row.createdBy,
      createdAt: row.createdAt,
      finishedOn: row.finishedOn,
      notes: await listNotes(read, id),
      outcome:
        since === null || row.weight === null || row.baselineLevel === null
          ? null
          : {
              ...since,
              points: pointsOf(row.weight, row.baselineLevel, since.level),
              reached: row.expectedLevel === null ? null : since.level >= row.expectedLevel,
            },
      acts: actsOf(ctx, row),
    };
  }

  async function lock(ctx: OfficeContext, tx: TenantTx, id: string): Promise<PlanRow> {
    await tx.execute(sql`select 1 from adoption_plans where id = ${id}::uuid for update`);
    const row = await findPlan(tx, readerOf(ctx), id);
    if (!row) throw problem(commonProblems.notFound, { detail: 'Rencana ini tidak ada.' });
    return row;
  }

  const tell = (
    ctx: OfficeContext,
    tx: TenantTx,
    plan: { id: string; title: string; positionId: string; dueOn: string },
  ) =>
    notify(
      tx,
      { positionIds: [plan.positionId], except: ctx.actor.personId },
      { now: clock.now(), today: todayOf(ctx) },
      {
        kind: 'adoption_plan',
        subject: { kind: 'adoption_plan', id: plan.id },
        textKey: 'adoption_plan.assigned',
        values: { title: plan.title, due: plan.dueOn },
      },
    );

  return {
    /** Newest first: all of them, or those of one's own posts. */
    list: (ctx: OfficeContext, query: PlanQuery): Promise<Page<PlanItem>> =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const page = toPage(await listPlans(read, readerOf(ctx), query), query.limit);
        return { items: page.items.map((row) => toItem(row, todayOf(ctx))), nextCursor: page.nextCursor };
      }),

    /** @throws not_found, the same for another's */
    get: (ctx: OfficeContext, id: string): Promise<PlanAnswer> =>
      tenancy.readTenant(ctx.tenant, (read) => answer(ctx, read, id)),

    /** @throws invalid_adoption_plan, all faults at once but that of the giver */
    create: (ctx: OfficeContext, body: PlanBody): Promise<PlanAnswer> =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        await checkFields(tx, body, todayOf(ctx));
        const giver = await findGiver(tx, body);
        const id = newId();
        const { aim } = body;
        await tx.execute(sql`insert into adoption_plans (id, title, description, kind, offer_id, from_slug, from_name,
            scheme, indicator, baseline_year, baseline_level, expected_level, responsible_position_id, due_on, created_by)
          values (${id}::uuid, ${body.title}, ${body.description}, ${body.kind}, ${body.offerId ?? null}::uuid,
            ${giver?.slug ?? null}, ${giver?.name ?? null}, ${aim?.scheme ?? null}, ${aim?.indicator ?? null}::int,
            ${aim?.baselineYear ?? null}::int, ${aim?.baselineLevel ?? null}::numeric,
            ${aim?.expectedLevel ?? null}::numeric, ${body.responsiblePositionId}::uuid, ${body.dueOn}::date,
            ${ctx.actor.personId}::uuid)`);
        await audit(tx, {
          actor: actorOf(ctx),
          action: 'adoption_plan.created',
          subject: { kind: 'adoption_plan', id },
          detail: { kind: body.kind, from: giver?.slug ?? null, scheme: aim?.scheme, indicator: aim?.indicator },
        });
        await tell(ctx, tx, { id, title: body.title, positionId: body.responsiblePositionId, dueOn: body.dueOn });
        return answer(ctx, tx, id);
      }),

    /** @throws not_found, stale_version, adoption_plan_state, invalid_adoption_plan */
    edit: (ctx: OfficeContext, id: string, patch: PlanPatch): Promise<PlanAnswer> =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        const row = await lock(ctx, tx, id);
        if (row.version !== patch.version) {
          throw problem(commonProblems.staleVersion, { extra: { version: row.version } });
        }
        const { edit } = actsOf(ctx, row);
        if (!edit.allowed) throw problem(problems.planState, { detail: edit.reason ?? '' });
        const { version: _, ...changes } = patch;
        // A deadline that has passed stays as it is, unless it is changed.
        const { dueOn: _due, ...others } = changes;
        await checkFields(tx, changes.dueOn === row.dueOn ? others : changes, todayOf(ctx));
        const positionId = patch.responsiblePositionId ?? row.positionId;
        const aim = patch.aim === undefined ? row : patch.aim;
        await tx.execute(sql`update adoption_plans set title = ${patch.title ?? row.title},
            description = ${patch.description ?? row.description}, responsible_position_id = ${positionId}::uuid,
            due_on = ${patch.dueOn ?? row.dueOn}::date, scheme = ${aim?.scheme ?? null},
            indicator = ${aim?.indicator ?? null}::int, baseline_year = ${aim?.baselineYear ?? null}::int,
            baseline_level = ${aim?.baselineLevel ?? null}::numeric,
            expected_level = ${aim?.expectedLevel ?? null}::numeric, reminded_on = null, version = version + 1,
            updated_at = now() where id = ${id}::uuid`);
        await audit(tx, {
          actor: actorOf(ctx),
          action: 'adoption_plan.edited',
          subject: { kind: 'adoption_plan', id },
          detail: { fields: Object.keys(changes) },
        });
        if (positionId !== row.positionId) {
          await tell(ctx, tx, { id, title: patch.title ?? row.title, positionId, dueOn: patch.dueOn ?? row.dueOn });
        }
        return answer(ctx, tx, id);
      }),

    /** What was done, and what state that makes. @throws not_found, forbidden, adoption_plan_state */
    progress: (ctx: OfficeContext, id: string, body: ProgressBody): Promise<PlanAnswer> =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        const row = await lock(ctx, tx, id);
        const { progress } = actsOf(ctx, row);
        if (!progress.allowed) {
          const kind = isOpen(row.state) ? commonProblems.forbidden : problems.planState;
          throw problem(kind, { detail: progress.reason ?? '' });
        }
        const to = body.state ?? row.state;
        if (row.state === 'started' && to === 'planned') {
          throw problem(problems.planState, { detail: 'Rencana yang sudah dimulai tidak dapat kembali ke awal.' });
        }
        await tx.execute(sql`insert into adoption_plan_notes (id, plan_id, person_id, text, from_state, to_state)
          values (${newId()}::uuid, ${id}::uuid, ${ctx.actor.personId}::uuid, ${body.text}, ${row.state}, ${to})`);
        await tx.execute(sql`update adoption_plans set state = ${to},
          finished_on = ${to === 'done' ? todayOf(ctx) : null}::date, version = version + 1, updated_at = now()
          where id = ${id}::uuid`);
        await audit(tx, {
          actor: actorOf(ctx),
          action: 'adoption_plan.progressed',
          subject: { kind: 'adoption_plan', id },
          detail: { from: row.state, to },
        });
        return answer(ctx, tx, id);
      }),
  };
}
