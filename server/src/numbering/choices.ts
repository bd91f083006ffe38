import { eq, sql } from 'drizzle-orm';
import type { Clock } from '../core/clock.ts';
import { pgError } from '../core/db/errors.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import type { Tenancy, TenantRead, TenantTx } from '../core/tenancy/index.ts';
import {
  findHandlingReasons,
  type LetterRecord,
  letterNotFound,
  letterProblems,
  letters,
  lockHandled,
  momentOf,
  recordEvent,
} from '../letters/index.ts';
import { findChoice, reservationFault } from './issue.ts';
import { numberingProblems as problems } from './problems.ts';
import type { ChooseNumber, LetterNumberAnswer } from './schema.ts';
import { expectedNumber, findScheme, findUnitOfPosition } from './series.ts';

type Reasons = Awaited<ReturnType<typeof findHandlingReasons>>;

/** Why the person may not decide about a letter's number, in Indonesian; null when they may. */
function refusal(ctx: OfficeContext, letter: LetterRecord, reasons: Reasons): string | null {
  const isRegistrar =
    ctx.actor.permissions.has('numbers.reserve') && reasons.some((each) => each.reason === 'registrar');
  if (letter.direction !== 'outgoing' || !isRegistrar) return 'Nomor diatur oleh pencatat surat unit penanda tangan.';
  if (letter.number !== null) return 'Surat ini sudah bernomor.';
  return letter.state === 'in_approval' || letter.state === 'awaiting_signature'
    ? null
    : 'Nomor dapat diatur setelah surat diajukan dan sebelum ditandatangani.';
}

async function answerOf(
  read: TenantRead,
  ctx: OfficeContext,
  letter: LetterRecord,
  reasons: Reasons,
  today: string,
): Promise<LetterNumberAnswer> {
  const choice = await findChoice(read, letter.id);
  const reason = refusal(ctx, letter, reasons);
  const { type, classification, secrecy, number, letterDate: date, signerPositionId } = letter;
  let expected: string | null = null;
  if (number === null && signerPositionId !== null && letter.state !== 'cancelled') {
    const scheme = await findScheme(read, await findUnitOfPosition(read, signerPositionId), type);
    expected = choice?.number ?? (await expectedNumber(read, scheme, { type, classification, secrecy, date: today }));
  }
  return {
    number,
    date,
    expected,
    choice:
      choice === null
        ? null
        : {
            reservationId: choice.reservationId,
            number: choice.number,
            date: choice.date,
            reason: choice.reason,
            decidedBy: choice.decidedBy,
          },
    mayChoose: { allowed: reason === null, reason },
  };
}

/** @throws reservation_unusable when it does not fit this letter */
async function requireFitting(tx: TenantTx, letter: LetterRecord): Promise<void> {
  const choice = await findChoice(tx, letter.id);
  if (!choice?.reserved || letter.signerPositionId === null) return;
  const unit = await findUnitOfPosition(tx, letter.signerPositionId);
  const { type, classification, secrecy } = letter;
  const fault = reservationFault(choice.reserved, { type, classification, secrecy, unitId: unit.id });
  if (fault !== null)
    throw problem(problems.unusableReservation, { detail: fault, errors: [{ path: 'reservationId', message: fault }] });
}

/** What a registrar decides about the number of a letter before it is signed. */
export function createChoiceService({ tenancy, clock }: { tenancy: Tenancy; clock: Clock }) {
  const locked = async (tx: TenantTx, ctx: OfficeContext, id: string) => {
    const at = momentOf(ctx, clock);
    const { letter, reasons } = await lockHandled(tx, ctx, id, at);
    const reason = refusal(ctx, letter, reasons);
    if (reason !== null) {
      const isRegistrar = reasons.some((each) => each.reason === 'registrar');
      if (!isRegistrar) throw problem(commonProblems.forbidden, { detail: reason });
      throw problem(letterProblems.wrongState, { detail: reason, extra: { state: letter.state } });
    }
    return { letter, reasons, at };
  };

  return {
    /** @throws not_found */
    get: (ctx: OfficeContext, id: string): Promise<LetterNumberAnswer> =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const { today } = momentOf(ctx, clock);
        const [[letter], reasons] = await Promise.all([
          read.select().from(letters).where(eq(letters.id, id)).limit(1),
          findHandlingReasons(read, ctx, id, today),
        ]);
        if (!letter || reasons.length === 0) throw letterNotFound();
        return answerOf(read, ctx, letter, reasons, today);
      }),

    /**
     * Takes a reserved number for the letter, or an earlier date; replaces what was decided before.
     * @throws not_found, forbidden, letter_state, invalid_input, reservation_unusable
     */
    choose: (ctx: OfficeContext, id: string, input: ChooseNumber): Promise<LetterNumberAnswer> =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        const { letter, reasons, at } = await locked(tx, ctx, id);
        const { reservationId = null, date = null, reason } = input;
        if (date !== null && (date >= at.today || date.slice(0, 4) !== at.today.slice(0, 4))) {
          const message = 'Pilih hari sebelum hari ini pada tahun berjalan.';
          throw problem(commonProblems.invalidInput, { detail: message, errors: [{ path: 'date', message }] });
        }
        try {
          const rows = await tx.execute(sql`
            insert into number_choices (letter_id, reservation_id, dated, reason, decided_by, decided_at)
            select ${id}::uuid, ${reservationId}::uuid, ${date}::date, ${reason}, ${ctx.actor.personId}::uuid,
              ${at.now.toISOString()}::timestamptz
            where ${reservationId}::uuid is null or exists (select from number_reservations where id = ${reservationId}::uuid)
            on conflict (letter_id) do update set reservation_id = excluded.reservation_id, dated = excluded.dated,
              reason = excluded.reason, decided_by = excluded.decided_by, decided_at = excluded.decided_at
            returning letter_id`);
          if (rows.length === 0) {
            const message = 'Nomor pesanan ini tidak ada.';
            throw problem(problems.unusableReservation, {
              detail: message,
              errors: [{ path: 'reservationId', message }],
            });
          }
        } catch (error) {
          if (pgError(error)?.constraint_name !== 'number_choices_reservation_id_key') throw error;
          throw problem(problems.unusableReservation, {
            detail: 'Surat lain sudah memilih nomor pesanan ini.',
            cause: error,
          });
        }
        await requireFitting(tx, letter);
        await recordEvent(tx, ctx, {
          letterId: id,
          action: 'letter.number_chosen',
          detail: { reservationId, date, note: reason },
        });
        return answerOf(tx, ctx, letter, reasons, at.today);
      }),

    /** Back to the next number of the day. @throws not_found, forbidden, letter_state */
    forget: (ctx: OfficeContext, id: string): Promise<LetterNumberAnswer> =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        const { letter, reasons, at } = await locked(tx, ctx, id);
        const rows = await tx.execute(
          sql`delete from number_choices where letter_id = ${id}::uuid returning letter_id`,
        );
        if (rows.length > 0) await recordEvent(tx, ctx, { letterId: id, action: 'letter.number_choice_ended' });
        return answerOf(tx, ctx, letter, reasons, at.today);
      }),
  };
}
