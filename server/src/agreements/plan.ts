import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Clock, dateIn } from '../core/clock.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import type { Tenancy, TenantRead } from '../core/tenancy/index.ts';
import { type Act, refuseFaults } from './acting.ts';
import { callAgreement } from './commands.ts';
import { loadAgreement } from './loading.ts';
import { listParties } from './repository.ts';
import { activityStates, advices, agreementActivities, agreementEvaluations, agreementProgress } from './tables.ts';

const words = (most: number) => z.string().trim().min(3, 'paling sedikit 3 huruf').max(most);

export const activityBody = z.object({ activity: words(500), dueOn: z.iso.date('tanggal, misalnya 2027-01-01') });
export const activityParams = z.object({ id: z.uuid(), activityId: z.uuid() });
export const progressBody = z
  .object({
    unit: z.string().trim().min(2).max(200),
    state: z.enum(activityStates),
    result: z.string().trim().min(1).max(4000).nullable().default(null),
  })
  .refine((each) => each.state !== 'done' || each.result !== null, {
    message: 'tuliskan hasilnya',
    path: ['result'],
  });
export const evaluationBody = z.object({
  year: z.int().min(2000).max(2200),
  half: z.union([z.literal(1), z.literal(2)]),
  done: words(4000),
  obstacles: words(4000),
  advice: z.enum(advices),
  /** Lets the partners read it; it cannot be changed afterwards. */
  share: z.boolean().default(false),
});

const regency = z.object({ slug: z.string(), name: z.string() });
export const planAnswer = z.object({
  activities: z.array(
    z.object({
      id: z.uuid(),
      activity: z.string(),
      dueOn: z.string(),
      by: regency,
      author: z.string(),
      /** One per party; null where it has said nothing. */
      progress: z.array(
        z.object({
          party: regency,
          isUs: z.boolean(),
          unit: z.string().nullable(),
          state: z.enum(activityStates).nullable(),
          result: z.string().nullable(),
          updatedAt: z.iso.datetime().nullable(),
        }),
      ),
    }),
  ),
  evaluations: z.array(
    z.object({
      by: regency,
      isUs: z.boolean(),
      year: z.int(),
      half: z.int(),
      done: z.string(),
      obstacles: z.string(),
      advice: z.enum(advices),
      author: z.string(),
      updatedAt: z.iso.datetime(),
      sharedAt: z.iso.datetime().nullable(),
    }),
  ),
});

/** The work plan under a PKS and the evaluation by the coordinating team (TKKSD). */
export function createPlans(
  { tenancy, clock }: { tenancy: Tenancy; clock: Clock },
  act: Act,
  demandReader: (ctx: OfficeContext) => void,
) {
  async function get(ctx: OfficeContext, id: string): Promise<z.output<typeof planAnswer>> {
    demandReader(ctx);
    await loadAgreement(tenancy, ctx, id);
    const [parties, rows, told, evaluations] = await tenancy.readTenant(ctx.tenant, (read) =>
      Promise.all([
        listParties(read, [id]),
        listActivities(read, id),
        listProgress(read, id),
        listEvaluations(read, id),
      ]),
    );
    const regencyOf = (slug: string) => ({ slug, name: parties.find((each) => each.slug === slug)?.name ?? slug });
    return {
      activities: rows.map((row) => ({
        id: row.id,
        activity: row.activity,
        dueOn: row.dueOn,
        by: regencyOf(row.tenantSlug),
        author: row.author,
        progress: parties.map(({ slug }) => {
          const own = told.find((each) => each.activityId === row.id && each.tenantSlug === slug);
          return {
            party: regencyOf(slug),
            isUs: slug === ctx.tenant.slug,
            unit: own?.unit ?? null,
            state: own?.state ?? null,
            result: own?.result ?? null,
            updatedAt: own?.updatedAt.toISOString() ?? null,
          };
        }),
      })),
      evaluations: evaluations.map(({ agreementId: _, tenantSlug, updatedAt, sharedAt, ...each }) => ({
        ...each,
        by: regencyOf(tenantSlug),
        isUs: tenantSlug === ctx.tenant.slug,
        updatedAt: updatedAt.toISOString(),
        sharedAt: sharedAt?.toISOString() ?? null,
      })),
    };
  }

  return {
    get,

    /** @throws agreement_state unless it is a PKS that is not over, agreement_invalid */
    async plan(ctx: OfficeContext, id: string, { activity, dueOn }: z.output<typeof activityBody>) {
      const { row } = await loadAgreement(tenancy, ctx, id);
      if (dueOn < row.startsOn || dueOn > row.terms.endsOn) {
        refuseFaults([
          { path: 'dueOn', message: `di antara ${row.startsOn} dan ${row.terms.endsOn}, masa berlakunya` },
        ]);
      }
      const activityId = newId();
      await act(ctx, id, 'agreement.activity_planned', { activityId, activity, dueOn }, (tx) =>
        callAgreement(
          tx,
          sql`select platform.plan_activity(${id}::uuid, ${activityId}::uuid, ${activity}, ${dueOn}::date,
            ${ctx.actor.name}, ${newId()}::uuid)`,
        ),
      );
      return get(ctx, id);
    },

    /** @throws agreement_not_found for a row of another plan */
    async drop(ctx: OfficeContext, id: string, activityId: string) {
      await loadAgreement(tenancy, ctx, id);
      await act(ctx, id, 'agreement.activity_dropped', { activityId }, (tx) =>
        callAgreement(
          tx,
          sql`select platform.drop_activity(${id}::uuid, ${activityId}::uuid, ${ctx.actor.name}, ${newId()}::uuid)`,
        ),
      );
      return get(ctx, id);
    },

    /** This regency's own part. @throws agreement_not_found, agreement_state */
    async report(ctx: OfficeContext, id: string, activityId: string, body: z.output<typeof progressBody>) {
      await loadAgreement(tenancy, ctx, id);
      const { unit, state, result } = body;
      await act(ctx, id, 'agreement.progress', { activityId, state }, (tx) =>
        callAgreement(
          tx,
          sql`select platform.report_progress(${id}::uuid, ${activityId}::uuid, ${unit}, ${state}, ${result},
            ${ctx.actor.name})`,
        ),
      );
      return get(ctx, id);
    },

    /** @throws agreement_state before it was signed and once the half-year's evaluation is shared, agreement_invalid */
    async evaluate(ctx: OfficeContext, id: string, body: z.output<typeof evaluationBody>) {
      const { row } = await loadAgreement(tenancy, ctx, id);
      const { year, half, done, obstacles, advice, share } = body;
      const today = dateIn(row.timeZone, clock.now());
      if (`${year}-${half === 1 ? '01' : '07'}-01` > today) {
        refuseFaults([{ path: 'half', message: 'semester ini belum mulai' }]);
      }
      await act(ctx, id, 'agreement.evaluated', { year, half, advice, share }, (tx) =>
        callAgreement(
          tx,
          sql`select platform.evaluate_agreement(${id}::uuid, ${year}::integer, ${half}::integer, ${done}, ${obstacles},
            ${advice}, ${share}, ${ctx.actor.name}, ${newId()}::uuid)`,
        ),
      );
      return get(ctx, id);
    },
  };
}

const listActivities = (read: TenantRead, id: string) =>
  read
    .select()
    .from(agreementActivities)
    .where(and(eq(agreementActivities.agreementId, id), isNull(agreementActivities.droppedAt)))
    .orderBy(asc(agreementActivities.dueOn), asc(agreementActivities.id));

const listProgress = (read: TenantRead, id: string) =>
  read.select().from(agreementProgress).where(eq(agreementProgress.agreementId, id));

/** Latest first; row-level security leaves one's own and those that partners share. */
const listEvaluations = (read: TenantRead, id: string) =>
  read
    .select()
    .from(agreementEvaluations)
    .where(eq(agreementEvaluations.agreementId, id))
    .orderBy(desc(agreementEvaluations.year), desc(agreementEvaluations.half), asc(agreementEvaluations.tenantSlug));
