import { sql } from 'drizzle-orm';
import { problem } from '../core/errors.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { numberingProblems as problems } from './problems.ts';
import { findOrganisation, findScheme, findUnitOfPosition, type NumberedFor, takeNumber } from './series.ts';

/** What a registrar decided about a letter's number before it was given. */
export interface NumberChoice {
  reservationId: string | null;
  /** The reserved number, or null for one of an earlier date, which is given when signed. */
  number: string | null;
  /** ISO date that the letter will bear. */
  date: string;
  reason: string;
  decidedBy: string;
  /** What the reservation was made for; null for an earlier date. */
  reserved: (NumberedFor & { unitId: string; isOpen: boolean }) | null;
}

export async function findChoice(read: TenantRead, letterId: string): Promise<NumberChoice | null> {
  const [row] = await read.execute<{ [K in keyof NumberChoice]: NumberChoice[K] }>(sql`
    select c.reservation_id as "reservationId", n.number, coalesce(n.dated, c.dated)::text as date, c.reason,
      (select name from people where id = c.decided_by) as "decidedBy",
      case when r.id is not null then jsonb_build_object('type', r.type, 'classification', n.classification,
        'secrecy', r.secrecy, 'unitId', n.unit_id, 'isOpen', n.letter_id is null and n.cancelled_at is null) end as reserved
    from number_choices c left join number_reservations r on r.id = c.reservation_id
      left join numbers n on (n.series_id, n.seq, n.sub) = (r.series_id, r.seq, r.sub)
    where c.letter_id = ${letterId}::uuid`);
  return row ?? null;
}

/**
 * Why a reserved number does not fit a letter, in Indonesian; null when it does. The number is printed already, so what
 * it was printed from must be the letter's.
 */
export function reservationFault(
  reserved: NonNullable<NumberChoice['reserved']>,
  letter: NumberedFor & { unitId: string },
): string | null {
  if (!reserved.isOpen) return 'Nomor pesanan ini sudah dipakai atau dilepas.';
  if (reserved.unitId !== letter.unitId) return 'Nomor pesanan ini milik unit kerja lain.';
  if (reserved.type !== letter.type) return 'Nomor pesanan ini untuk jenis naskah lain.';
  if (reserved.classification !== letter.classification) {
    return `Nomor pesanan ini untuk klasifikasi ${reserved.classification}, sedangkan surat ini ${letter.classification}.`;
  }
  return reserved.secrecy === letter.secrecy ? null : 'Nomor pesanan ini untuk sifat surat yang lain.';
}

/** Gives a letter the number that was reserved for it. @throws reservation_unusable */
async function useReservation(tx: TenantTx, letterId: string, choice: NumberChoice): Promise<void> {
  const rows = await tx.execute(sql`update numbers n set letter_id = ${letterId}::uuid from number_reservations r
    where r.id = ${choice.reservationId}::uuid and (n.series_id, n.seq, n.sub) = (r.series_id, r.seq, r.sub)
      and n.letter_id is null and n.cancelled_at is null returning n.seq`);
  if (rows.length === 0) {
    throw problem(problems.unusableReservation, { detail: 'Nomor pesanan ini sudah dipakai atau dilepas.' });
  }
}

/**
 * Gives a letter its number and date, in the caller's transaction: rolled back, nothing was taken; committed, the series
 * has a row for it for ever. Letters of one series are numbered one after another.
 * @param input.positionId the position that signs; its organisation's series counts
 * @param input.today ISO date in the regency's zone: the letter's, unless a registrar chose a reserved number or an
 * earlier date
 * @throws number_pattern_unusable, number_taken, reservation_unusable
 */
export async function issueNumber(
  tx: TenantTx,
  input: NumberedFor & { letterId: string; positionId: string; today: string },
): Promise<{ number: string; date: string }> {
  const { letterId, type, classification, secrecy } = input;
  const [unit, choice] = await Promise.all([findUnitOfPosition(tx, input.positionId), findChoice(tx, letterId)]);
  if (choice?.reserved && choice.number !== null) {
    const fault = reservationFault(choice.reserved, { type, classification, secrecy, unitId: unit.id });
    if (fault !== null) throw problem(problems.unusableReservation, { detail: fault });
    await useReservation(tx, letterId, choice);
    return { number: choice.number, date: choice.date };
  }
  const scheme = await findScheme(tx, unit, type);
  const date = choice?.date ?? input.today;
  return takeNumber(tx, scheme, { letterId, type, classification, secrecy, date, isBackDated: date < input.today });
}

/** Marks a letter's number as `batal`: it stays in the series and is never given again. Without a number, nothing. */
export async function cancelNumber(tx: TenantTx, letterId: string, reason: string): Promise<void> {
  await tx.execute(sql`update numbers set cancelled_at = coalesce(cancelled_at, now()),
    cancel_reason = coalesce(cancel_reason, ${reason}) where letter_id = ${letterId}::uuid`);
}

/**
 * The next number of the agenda book that a unit's incoming letters are entered in. Gapless: it is given back when the
 * transaction does not commit.
 * @returns the book's unit, or null when the whole regency keeps one book
 */
export async function nextAgendaNumber(
  tx: TenantTx,
  input: { unitId: string; year: number },
): Promise<{ seq: number; unitId: string | null }> {
  const unitId = await findBookUnit(tx, input.unitId);
  const [row] = await tx.execute<{ seq: number }>(sql`insert into agenda_books (year, unit_id, last_seq)
    values (${input.year}, ${unitId}::uuid, 1)
    on conflict on constraint agenda_books_once do update set last_seq = agenda_books.last_seq + 1 returning last_seq as seq`);
  if (!row) throw new Error('the agenda book gave no number');
  return { seq: Number(row.seq), unitId };
}

async function findBookUnit(tx: TenantTx, unitId: string): Promise<string | null> {
  const [office] = await tx.execute<{ scope: string }>(sql`select agenda_scope as scope from settings`);
  if (office?.scope !== 'unit') return null;
  return (await findOrganisation(tx, unitId))?.id ?? unitId;
}
