import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import { defineJob, type Job, outbox } from '../core/queue/index.ts';
import { type ContentDeps, fetchContent } from './content.ts';
import { createCrossing } from './crossing.ts';
import { enterFailure, enterLetter, enterReceipt, momentOfOffice } from './entering.ts';
import { deliverJob, postReceipt } from './post.ts';

export type ExchangeJobDeps = ContentDeps & { clock: Clock };

const payload = z.object({ exchangeId: z.uuid() });
const readPayload = z.object({ letterId: z.uuid() });
const failedJob = 'exchange.failed';

/**
 * Jobs of the exchange: delivery of letters and receipts, the receipt that an addressee has read, and the note that a
 * delivery was given up. Each runs twice without harm.
 */
export function createExchangeJobs(deps: ExchangeJobDeps): Job<object>[] {
  const { tenancy, clock } = deps;
  const crossing = createCrossing(tenancy);
  return [
    defineJob<typeof payload, object>({
      kind: deliverJob,
      login: 'tenant',
      payload,
      // Half a day of trying, for stores and databases that are away; a suspended receiver does not count.
      attempts: 15,
      async handle({ tenant }, { exchangeId }) {
        const message = await crossing.findSent(tenant, exchangeId);
        if (message.deliveredAt !== null) return { delivered: false };
        const receiver = await crossing.requireReceiver(tenant, message);
        // Files first, outside the transaction: a crash in between leaves bytes that the next try finds in their place.
        const content = message.kind === 'letter' ? await fetchContent(deps, receiver, message) : null;
        const delivered = await crossing.enter(receiver, exchangeId, (side) =>
          content ? enterLetter(side, content, clock) : enterReceipt(side),
        );
        return { delivered };
      },
      async onFailed(tx, { exchangeId }) {
        const [row] = await tx.execute<{ sender: string }>(
          sql`select sender from platform.exchange where id = ${exchangeId}::uuid and kind = 'letter'`,
        );
        if (row) await outbox.add(tx, failedJob, { tenant: row.sender, exchangeId });
      },
    }),
    defineJob<typeof payload, object>({
      kind: failedJob,
      login: 'tenant',
      payload,
      async handle({ tenant }, { exchangeId }) {
        await tenancy.withTenant(tenant, (tx) => enterFailure(tx, exchangeId, clock));
      },
    }),
    defineJob<typeof readPayload, object>({
      kind: 'exchange.read',
      login: 'tenant',
      payload: readPayload,
      async handle({ tenant }, { letterId }) {
        await tenancy.withTenant(tenant, async (tx) => {
          const [letter] = await tx.execute<{ exchangeId: string; sender: string }>(
            sql`select exchange_id as "exchangeId", sender_slug as sender from letters
              where id = ${letterId}::uuid and sender_kind = 'tenant' and exchange_id is not null`,
          );
          if (!letter) return;
          const { now } = await momentOfOffice(tx, clock);
          await postReceipt(tx, letter.sender, { exchangeId: letter.exchangeId, event: 'read', at: now.toISOString() });
        });
      },
    }),
  ];
}
