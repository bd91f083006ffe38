import { ProviderMisconfigured } from '../adapters/signing/index.ts';
import { audit } from '../core/audit/index.ts';
import type { Clock } from '../core/clock.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { notify } from '../core/notices.ts';
import { outbox } from '../core/queue/index.ts';
import { positionsFor } from '../core/rights/index.ts';
import type { Tenancy, TenantTx } from '../core/tenancy/index.ts';
import { findCurrentSteps, momentOf } from '../letters/index.ts';
import { listAdministrators } from './keys-repository.ts';
import { dequeue, enqueue, findOpenOutage, listQueued, type OutageFault, openOutage } from './queue-repository.ts';
import { probePause } from './rules.ts';

/** Letters that one act finishes; what is left after it stays in the queue. */
export const finishLimit = 500;

export const faultOf = (error: unknown): OutageFault =>
  error instanceof ProviderMisconfigured ? 'misconfigured' : 'unavailable';

/** Tells administrators once per outage that only they can end it. */
async function tellAdministrators(tx: TenantTx, ctx: OfficeContext, clock: Clock, outageId: string): Promise<void> {
  await notify(tx, { personIds: await listAdministrators(tx) }, momentOf(ctx, clock), {
    kind: 'signing',
    subject: { kind: 'signature_provider', id: outageId },
    textKey: 'signing.misconfigured',
    values: {},
  });
}

/**
 * What waits while the provider is away. Nothing secret is kept: a row says whose signature a letter waits for, and since
 * when it was wanted.
 */
export function createSigningQueue({ tenancy, clock }: { tenancy: Tenancy; clock: Clock }) {
  return {
    /** Puts letters that wait for the person into the queue, in this order, and has the provider looked for. */
    async add(ctx: OfficeContext, ids: readonly string[], error: unknown): Promise<void> {
      const fault = faultOf(error);
      ctx.log.warn({ err: error, letters: ids.length, fault }, 'the signature provider is away: letters are queued');
      await tenancy.withTenant(ctx.tenant, async (tx) => {
        const now = clock.now();
        const mine = positionsFor(ctx.actor, 'sign');
        const letters: { id: string; positionId: string }[] = [];
        for (const id of ids) {
          const step = (await findCurrentSteps(tx, id)).find(
            (each) => each.act === 'sign' && each.state === 'turn' && mine.includes(each.positionId),
          );
          if (step) letters.push({ id, positionId: step.positionId });
        }
        const { personId, name } = ctx.actor;
        for (const id of await enqueue(tx, letters, { personId, now })) {
          const actor = { personId, name };
          await audit(tx, { actor, action: 'letter.queued', subject: { kind: 'letter', id }, detail: { fault } });
        }
        const outage = await openOutage(tx, fault, now, new Date(now.getTime() + probePause(0)));
        if (outage.isNew) await outbox.add(tx, 'signing.probe', { outageId: outage.id });
        if (outage.isNews && fault === 'misconfigured') await tellAdministrators(tx, ctx, clock, outage.id);
      });
      outbox.poke();
    },

    /** Takes a signed letter out. */
    remove: (ctx: OfficeContext, id: string): Promise<void> =>
      tenancy.withTenant(ctx.tenant, (tx) => dequeue(tx, id, positionsFor(ctx.actor, 'sign'))),

    /** What waits for the person, in order, and since when the provider is away. */
    async list(ctx: OfficeContext) {
      const mine = positionsFor(ctx.actor, 'sign');
      const [outage, items] = await tenancy.readTenant(ctx.tenant, (read) =>
        Promise.all([findOpenOutage(read), listQueued(read, mine, finishLimit)]),
      );
      return {
        outage: outage && { since: outage.startedAt.toISOString(), fault: outage.fault },
        items: items.map((each) => ({ ...each, queuedAt: new Date(each.queuedAt).toISOString() })),
      };
    },
  };
}

export type SigningQueue = ReturnType<typeof createSigningQueue>;
