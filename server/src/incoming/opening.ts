import { sql } from 'drizzle-orm';
import type { OfficeContext } from '../core/http/context.ts';
import { outbox } from '../core/queue/index.ts';
import { positionsFor } from '../core/rights/index.ts';
import type { TenantTx } from '../core/tenancy/index.ts';
import { type LetterRecord, type Moment, recordEvent } from '../letters/index.ts';
import { markRoutesRead } from './routing.ts';

/** Job that tells another regency that its letter was read; the exchange handles it. */
const readReceiptJob = 'exchange.read';

/**
 * The addressee opens a letter that came in: its sender sees "read". Only the first time, and only for the position it
 * was routed to (the first of them, if there are several); for everybody else nothing happens.
 * @param letter locked
 */
export async function markOpened(tx: TenantTx, ctx: OfficeContext, letter: LetterRecord, at: Moment): Promise<boolean> {
  if (letter.direction !== 'incoming') return false;
  const [routedTo] = await markRoutesRead(tx, letter.id, positionsFor(ctx.actor, 'dispose'), at.now);
  if (routedTo === undefined) return false;
  const [known] = await tx.execute(sql`select 1 from audit_log where subject_kind = 'letter'
    and subject_id = ${letter.id}::uuid and action = 'letter.opened' limit 1`);
  if (known) return false;
  await recordEvent(tx, ctx, { letterId: letter.id, action: 'letter.opened', positionId: routedTo });
  if (letter.senderKind === 'unit' && letter.exchangeId !== null) {
    await tx.execute(sql`update letter_recipients set delivery = 'read', read_at = ${at.now}
      where exchange_id = ${letter.exchangeId}::uuid and read_at is null`);
  }
  if (letter.senderKind === 'tenant') await outbox.add(tx, readReceiptJob, { letterId: letter.id });
  return true;
}
