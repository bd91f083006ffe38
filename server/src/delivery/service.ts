import type { Clock } from '../core/clock.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { outbox } from '../core/queue/index.ts';
import type { Storage } from '../core/storage/index.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import { findHandlingReasons, letterNotFound, momentOf } from '../letters/index.ts';
import { describeDeliveries, describeReceipt } from './delivery-view.ts';
import { handOver, resend } from './resending.ts';
import type { DeliveriesAnswer, ReceiptAnswer, Resend, SendAnswer, SendLetter } from './schema.ts';
import { prepare, readSendable, sendLetter } from './send.ts';

export interface DeliveryDeps {
  tenancy: Tenancy;
  clock: Clock;
  storage: Storage;
}

export type DeliveryService = ReturnType<typeof createDeliveryService>;

/** How signed letters leave. */
export function createDeliveryService({ tenancy, clock, storage }: DeliveryDeps) {
  return {
    /** @throws not_found, stale_version, forbidden, letter_state, receiver_gone, receiver_without_key */
    async send(ctx: OfficeContext, id: string, input: SendLetter): Promise<SendAnswer> {
      const at = momentOf(ctx, clock);
      const found = await tenancy.readTenant(ctx.tenant, async (read) => {
        const reasons = await findHandlingReasons(read, ctx, id, at.today);
        if (reasons.length === 0) throw letterNotFound();
        return readSendable(read, id);
      });
      const prepared = found ? await prepare(storage, ctx, found) : null;
      const answer = await tenancy.withTenant(ctx.tenant, (tx) => sendLetter(tx, ctx, id, input, prepared, at));
      outbox.poke();
      return answer;
    },

    /**
     * A letter that leaves on paper was handed over.
     * @throws not_found, letter_state
     */
    async handOver(
      ctx: OfficeContext,
      id: string,
      recipientId: string,
      note: string | null,
    ): Promise<{ id: string; delivery: 'sent' }> {
      const at = momentOf(ctx, clock);
      await tenancy.withTenant(ctx.tenant, (tx) => handOver(tx, ctx, { id, recipientId, note }, at));
      return { id: recipientId, delivery: 'sent' };
    },

    /**
     * Sends anew what did not arrive, to a corrected address if one is given, or gives it to those who carry paper.
     * @throws not_found, forbidden, letter_state, not_resendable, invalid_input
     */
    async resend(ctx: OfficeContext, id: string, recipientId: string, input: Resend): Promise<DeliveriesAnswer> {
      const at = momentOf(ctx, clock);
      const answer = await tenancy.withTenant(ctx.tenant, async (tx) => {
        await resend(tx, ctx, { ...input, id, recipientId }, at);
        return describeDeliveries(tx, ctx, id, at);
      });
      outbox.poke();
      return answer;
    },

    /** How far a letter is on its way to everybody. @throws not_found */
    deliveries: (ctx: OfficeContext, id: string): Promise<DeliveriesAnswer> =>
      tenancy.readTenant(ctx.tenant, (read) => describeDeliveries(read, ctx, id, momentOf(ctx, clock))),

    /** The proof that a letter arrived, as far as there is one. @throws not_found */
    receipt: (ctx: OfficeContext, id: string, recipientId: string): Promise<ReceiptAnswer> =>
      tenancy.readTenant(ctx.tenant, (read) => describeReceipt(read, ctx, { id, recipientId }, momentOf(ctx, clock))),
  };
}
