import { and, eq } from 'drizzle-orm';
import type { Clock } from '../core/clock.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { outbox } from '../core/queue/index.ts';
import type { Storage } from '../core/storage/index.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import {
  findReadingReasons,
  letterNotFound,
  letterProblems,
  letterRecipients,
  lockReadable,
  momentOf,
  recordEvent,
} from '../letters/index.ts';
import { markRecipient } from './repository.ts';
import { channelOf } from './rules.ts';
import type { SendAnswer, SendLetter } from './schema.ts';
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
        const reasons = await findReadingReasons(read, ctx, id, at.today);
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
    async handOver(ctx: OfficeContext, id: string, recipientId: string): Promise<{ id: string; delivery: 'sent' }> {
      const at = momentOf(ctx, clock);
      await tenancy.withTenant(ctx.tenant, async (tx) => {
        const { letter } = await lockReadable(tx, ctx, id, at);
        const [recipient] = await tx
          .select()
          .from(letterRecipients)
          .where(and(eq(letterRecipients.letterId, id), eq(letterRecipients.id, recipientId)))
          .limit(1);
        if (!recipient || channelOf(recipient, letter.secrecy) !== 'print') {
          throw problem(commonProblems.notFound, { detail: 'Tidak ada penerima cetak dengan nomor ini.' });
        }
        if (letter.state !== 'sent') throw problem(letterProblems.wrongState, { detail: 'Surat ini belum dikirim.' });
        if (recipient.delivery !== 'pending') return;
        await markRecipient(tx, recipientId, { delivery: 'sent', deliveredAt: at.now });
        await recordEvent(tx, ctx, { letterId: id, action: 'letter.handed_over', detail: { recipientId } });
      });
      return { id: recipientId, delivery: 'sent' };
    },
  };
}
