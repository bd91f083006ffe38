import { sql } from 'drizzle-orm';
import { audit } from '../core/audit/index.ts';
import { type Clock, dateIn } from '../core/clock.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import type { Tenancy, TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { readerOf, servedUnits } from '../letters/index.ts';
import { requireLetterType } from '../templates/index.ts';
import { numberingProblems as problems } from './problems.ts';
import type { ReservationItem, ReserveNumbers } from './schema.ts';
import { findOrganisation, findScheme, takeNumber } from './series.ts';

type Row = Omit<ReservationItem, 'unit'> & { unitId: string; unitCode: string; unitName: string };

/** Ids of the units that the acting registrar serves, as SQL. */
const served = (ctx: OfficeContext, today: string) => servedUnits(sql.param(readerOf(ctx.actor).registryUnits), today);

async function listOpen(
  read: TenantRead,
  ctx: OfficeContext,
  today: string,
  filter: { type?: string | undefined; ids?: readonly string[] } = {},
): Promise<ReservationItem[]> {
  const rows = await read.execute<{ [K in keyof Row]: Row[K] }>(sql`
    select r.id, n.number, n.dated::text as date, r.type, t.name as "typeName", u.id as "unitId", u.code as "unitCode",
      u.name as "unitName", n.classification, r.secrecy, r.reason, p.name as "reservedBy", c.letter_id as "letterId"
    from number_reservations r join numbers n on (n.series_id, n.seq, n.sub) = (r.series_id, r.seq, r.sub)
      join units u on u.id = n.unit_id join letter_types t on t.code = r.type join people p on p.id = r.reserved_by
      left join number_choices c on c.reservation_id = r.id
    where n.letter_id is null and n.cancelled_at is null and n.unit_id in ${served(ctx, today)}
      and (${filter.type ?? null}::text is null or r.type = ${filter.type ?? null})
      and (${filter.ids === undefined} or r.id = any(${sql.param([...(filter.ids ?? [])])}::uuid[]))
    order by r.id desc limit 200`);
  return rows.map(({ unitId, unitCode, unitName, ...row }) => ({
    ...row,
    unit: { id: unitId, code: unitCode, name: unitName },
  }));
}

/** @throws forbidden when the registrar does not serve the unit, unit_not_found */
async function requireServed(tx: TenantTx, ctx: OfficeContext, unitId: string, today: string) {
  const unit = await findOrganisation(tx, unitId);
  if (!unit) {
    const message = 'Unit kerja ini tidak ada.';
    throw problem(problems.unitNotFound, { detail: message, errors: [{ path: 'unitId', message }] });
  }
  const [row] = await tx.execute<{ served: boolean }>(sql`select ${unit.id}::uuid in ${served(ctx, today)} as served`);
  if (!row?.served) {
    throw problem(commonProblems.forbidden, { detail: 'Nomor dipesan oleh pencatat surat yang melayani unit itu.' });
  }
  return unit;
}

/**
 * Numbers taken ahead of their letters, as registrars do at the end of a day: the letter that uses one bears the day it
 * was taken. One that is not needed is given up with a reason and stays in the book as `batal`.
 */
export function createReservationService({ tenancy, clock }: { tenancy: Tenancy; clock: Clock }) {
  const todayOf = (ctx: OfficeContext) => dateIn(ctx.tenant.timeZone, clock.now());
  const actorOf = (ctx: OfficeContext) => ({ personId: ctx.actor.personId, name: ctx.actor.name });

  return {
    list: (ctx: OfficeContext, filter: { type?: string | undefined }) =>
      tenancy.readTenant(ctx.tenant, async (read) => ({ items: await listOpen(read, ctx, todayOf(ctx), filter) })),

    /** @throws unit_not_found, unknown_letter_type, forbidden, number_pattern_unusable, number_taken */
    reserve: (ctx: OfficeContext, input: ReserveNumbers) =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        const today = todayOf(ctx);
        const unit = await requireServed(tx, ctx, input.unitId, today);
        await requireLetterType(tx, input.type);
        const scheme = await findScheme(tx, unit, input.type);
        const { type, classification, secrecy, reason } = input;
        const ids: string[] = [];
        const wanted = { letterId: null, type, classification, secrecy, date: today, isBackDated: false };
        for (let taken = 0; taken < input.count; taken += 1) {
          const { seriesId, seq, sub, number } = await takeNumber(tx, scheme, wanted);
          const id = newId();
          ids.push(id);
          await tx.execute(sql`insert into number_reservations (id, series_id, seq, sub, type, secrecy, reason, reserved_by, created_at)
            values (${id}::uuid, ${seriesId}::uuid, ${seq}, ${sub}, ${type}, ${secrecy}, ${reason}, ${ctx.actor.personId}::uuid,
              ${clock.now().toISOString()}::timestamptz)`);
          await audit(tx, {
            actor: actorOf(ctx),
            action: 'number.reserved',
            subject: { kind: 'number', id },
            detail: { number, reason },
          });
        }
        return { items: await listOpen(tx, ctx, today, { ids }) };
      }),

    /** Gives a reserved number up. @throws not_found, reservation_unusable while a letter waits for it */
    release: (ctx: OfficeContext, id: string, reason: string) =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        const today = todayOf(ctx);
        const [known] = await listOpen(tx, ctx, today, { ids: [id] });
        if (!known) throw problem(commonProblems.notFound, { detail: 'Nomor pesanan ini tidak ada.' });
        if (known.letterId !== null) {
          throw problem(problems.unusableReservation, {
            detail: 'Sebuah surat menunggu nomor ini. Lepaskan pilihan nomor pada surat itu lebih dahulu.',
          });
        }
        await tx.execute(sql`update numbers n set cancelled_at = now(), cancel_reason = ${reason} from number_reservations r
          where r.id = ${id}::uuid and (n.series_id, n.seq, n.sub) = (r.series_id, r.seq, r.sub) and n.letter_id is null
            and n.cancelled_at is null`);
        await audit(tx, {
          actor: actorOf(ctx),
          action: 'number.released',
          subject: { kind: 'number', id },
          detail: { number: known.number, reason },
        });
        return { items: await listOpen(tx, ctx, today) };
      }),
  };
}
