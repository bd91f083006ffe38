import { sql } from 'drizzle-orm';
import { audit } from '../core/audit/index.ts';
import { notify } from '../core/notices.ts';
import { events } from '../core/queue/index.ts';
import type { TenantTx } from '../core/tenancy/index.ts';
import { findRegistrars, noticeSubject } from '../incoming/index.ts';
import type { Moment, Secrecy } from '../letters/index.ts';

type Concerned = {
  letterId: string;
  name: string;
  subject: string;
  secrecy: Secrecy;
  drafterId: string | null;
  unitId: string | null;
};

/** One sending that mail is about; another attempt is another sending. */
interface MailSending {
  recipientId: string;
  attempt: number;
}

/** Tells those who must do something: the drafter, and the registrars of the signer's unit; their open pages, too. */
async function tell(tx: TenantTx, row: Concerned, at: Moment, textKey: string): Promise<void> {
  const registrars = row.unitId === null ? [] : await findRegistrars(tx, row.unitId, at.today);
  const personIds = [
    ...new Set([...(row.drafterId === null ? [] : [row.drafterId]), ...registrars.map((r) => r.personId)]),
  ];
  await notify(tx, { personIds }, at, {
    kind: 'letter',
    subject: { kind: 'letter', id: row.letterId },
    textKey,
    values: { subject: noticeSubject(row), to: row.name },
  });
  await events.publish(tx, { topic: 'letters', id: row.letterId, personIds });
}

const concerned = sql`l.id as "letterId", r.name, l.subject, l.secrecy, l.drafter_id as "drafterId",
  coalesce((select unit_id from positions where id = l.signer_position_id), l.unit_id) as "unitId"`;

async function record(tx: TenantTx, row: Concerned, action: string, detail: Record<string, unknown>): Promise<void> {
  await audit(tx, {
    actor: { personId: null, name: 'Madangan' },
    action,
    subject: { kind: 'letter', id: row.letterId },
    detail,
  });
}

/** The mail server took the message. Said twice, it counts once. */
export async function markMailed(tx: TenantTx, sending: MailSending, at: Moment): Promise<boolean> {
  const [row] = await tx.execute<Concerned>(sql`update letter_recipients r set delivery = 'sent',
      sent_at = ${at.now.toISOString()}::timestamptz, failure = null, failed_at = null from letters l
    where r.id = ${sending.recipientId}::uuid and r.attempt = ${sending.attempt} and r.delivery = 'pending'
      and l.id = r.letter_id returning ${concerned}`);
  if (!row) return false;
  await events.publish(tx, {
    topic: 'letters',
    id: row.letterId,
    personIds: row.drafterId === null ? [] : [row.drafterId],
  });
  return true;
}

/** The message was refused, or nobody would take it for hours. */
export async function markRefused(tx: TenantTx, sending: MailSending, reason: string, at: Moment): Promise<boolean> {
  const [row] = await tx.execute<Concerned>(sql`update letter_recipients r set delivery = 'failed',
      failed_at = ${at.now.toISOString()}::timestamptz, failure = ${reason.slice(0, 1000)} from letters l
    where r.id = ${sending.recipientId}::uuid and r.attempt = ${sending.attempt} and r.delivery = 'pending'
      and l.id = r.letter_id returning ${concerned}`);
  if (!row) return false;
  await record(tx, row, 'letter.delivery_failed', { recipientId: sending.recipientId, attempt: sending.attempt });
  await tell(tx, row, at, 'letter.delivery_failed');
  return true;
}

/**
 * A mail server reports that it could not deliver what it had taken. A report about an earlier attempt, or one that was
 * heard before, changes nothing.
 * @returns whether the recipient was marked
 */
export async function markBounced(tx: TenantTx, sending: MailSending, reason: string, at: Moment): Promise<boolean> {
  // A report may overtake our own note that the message left.
  const [row] = await tx.execute<Concerned>(sql`update letter_recipients r set delivery = 'bounced',
      failed_at = ${at.now.toISOString()}::timestamptz, failure = ${reason.slice(0, 1000)} from letters l
    where r.id = ${sending.recipientId}::uuid and r.attempt = ${sending.attempt} and r.delivery in ('pending', 'sent')
      and r.channel = 'mail' and l.id = r.letter_id returning ${concerned}`);
  if (!row) return false;
  await record(tx, row, 'letter.bounced', { recipientId: sending.recipientId, attempt: sending.attempt });
  await tell(tx, row, at, 'letter.bounced');
  return true;
}
