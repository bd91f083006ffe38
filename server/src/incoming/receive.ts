import { sql } from 'drizzle-orm';
import { audit } from '../core/audit/index.ts';
import { newId } from '../core/ids.ts';
import { notify } from '../core/notices.ts';
import { events } from '../core/queue/index.ts';
import type { TenantTx } from '../core/tenancy/index.ts';
import {
  addParticipants,
  letters,
  type Moment,
  type Participant,
  type Secrecy,
  type Urgency,
} from '../letters/index.ts';
import { findRegistrars } from './registrars.ts';
import { addRoutes } from './routing.ts';
import { orderTexts } from './texts.ts';

/** A letter as it reaches its receiver. */
export interface Arrival {
  /** The delivery that brings it, the same at sender and receiver: it arrives once, however often it is brought. */
  deliveryId: string;
  letter: {
    type: string;
    subject: string;
    classification: string;
    secrecy: Secrecy;
    urgency: Urgency;
    number: string | null;
    letterDate: string | null;
    attachmentNote: string | null;
  };
  sender: { kind: 'tenant' | 'unit'; slug: string | null; name: string };
  /** The letter as its sender keeps it, within one regency. */
  sourceLetterId: string | null;
  role: 'to' | 'copy';
  addressee: { kind: 'unit'; unitId: string } | { kind: 'position'; positionId: string; unitId: string };
  /** Rows of `files`. */
  fileId: string;
  attachmentIds: readonly string[];
}

/** Notices stand in lists: the subject of a letter that is not `biasa` does not belong there. */
export const noticeSubject = (letter: { subject: string; secrecy: Secrecy }): string =>
  letter.secrecy === 'biasa' ? letter.subject : 'Surat dengan sifat tertutup';

/**
 * Enters a letter that arrived. One addressed to a unit waits for the unit's registrar; one to a position is that
 * position's at once, and a copy for information nobody's turn.
 * @returns its id, or null when this delivery had arrived before
 */
export async function receiveLetter(tx: TenantTx, arrival: Arrival, at: Moment): Promise<string | null> {
  const { addressee, role, sender } = arrival;
  const registrars = await findRegistrars(tx, addressee.unitId, at.today);
  const toPosition = addressee.kind === 'position' ? addressee.positionId : null;
  const turn = addressee.kind === 'unit' ? (registrars[0]?.positionId ?? null) : role === 'to' ? toPosition : null;
  const [row] = await tx
    .insert(letters)
    .values({
      id: newId(),
      direction: 'incoming',
      state: toPosition === null ? 'received' : 'registered',
      ...arrival.letter,
      unitId: addressee.unitId,
      senderKind: sender.kind,
      senderSlug: sender.slug,
      senderName: sender.name,
      sourceLetterId: arrival.sourceLetterId,
      exchangeId: arrival.deliveryId,
      receivedAt: at.now,
      routedToPositionId: toPosition,
      fileId: arrival.fileId,
      turnPositionId: turn,
      turnSince: at.now,
      createdAt: at.now,
      updatedAt: at.now,
    })
    .onConflictDoNothing({ target: letters.exchangeId })
    .returning({ id: letters.id });
  if (!row) return null;
  for (const [index, fileId] of arrival.attachmentIds.entries()) {
    await tx.execute(sql`insert into letter_attachments (id, letter_id, file_id, ordinal)
      values (${newId()}::uuid, ${row.id}::uuid, ${fileId}::uuid, ${index + 1})`);
  }
  await orderTexts(tx, [arrival.fileId, ...arrival.attachmentIds]);
  if (toPosition !== null) {
    const purpose = role === 'to' ? ('act' as const) : ('information' as const);
    await addRoutes(tx, row.id, [toPosition], { purpose, now: at.now });
  }
  const reason = role === 'to' ? ('addressee' as const) : ('copy' as const);
  const participants: Participant[] = [{ reason: 'registrar', unitId: addressee.unitId }];
  if (toPosition !== null) {
    participants.push({ reason, positionId: toPosition }, { reason: 'routed', positionId: toPosition });
  }
  await addParticipants(tx, row.id, participants, at.now);
  await audit(tx, {
    actor: { personId: null, name: sender.name },
    action: 'letter.received',
    subject: { kind: 'letter', id: row.id },
    detail: { role },
  });
  const audience =
    toPosition === null ? { personIds: registrars.map((each) => each.personId) } : { positionIds: [toPosition] };
  await notify(tx, audience, at, {
    kind: 'letter',
    subject: { kind: 'letter', id: row.id },
    textKey: toPosition === null ? 'letter.to_register' : role === 'to' ? 'letter.to_dispose' : 'letter.copy_received',
    values: { subject: noticeSubject(arrival.letter), from: sender.name },
  });
  await events.publish(tx, {
    topic: 'letters',
    id: row.id,
    personIds: registrars.map((each) => each.personId),
    positionIds: toPosition === null ? [] : [toPosition],
  });
  return row.id;
}
