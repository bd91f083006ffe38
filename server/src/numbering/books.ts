import { sql } from 'drizzle-orm';
import { type Clock, dateIn } from '../core/clock.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import { mayRead } from '../letters/index.ts';
import { sharedSeries } from './rules.ts';
import type { AgendaEntry, AgendaQuery, BookQuery, NumberEntry, SeriesAnswer } from './schema.ts';

/** Whether the person may read the letter `l`, and so its subject. */
const readable = (ctx: OfficeContext, today: string) =>
  mayRead(ctx.actor, { id: sql`l.id`, secrecy: sql`l.secrecy` }, today);

/**
 * The agenda books: every number of what went out, used, reserved or cancelled, and what came in. Numbers, dates and
 * types stand open to whoever may see the books; subjects only to those who may read the letter.
 */
export function createBookService({ tenancy, clock }: { tenancy: Tenancy; clock: Clock }) {
  const todayOf = (ctx: OfficeContext) => dateIn(ctx.tenant.timeZone, clock.now());

  return {
    series: (ctx: OfficeContext, wanted: number | undefined): Promise<SeriesAnswer> =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const year = wanted ?? Number(todayOf(ctx).slice(0, 4));
        type Row = Omit<SeriesAnswer['items'][number], 'unit' | 'type' | 'month'> & {
          unitId: string;
          unitCode: string;
          unitName: string;
          typeCode: string;
          typeName: string | null;
          month: number;
        };
        const rows = await read.execute<{ [K in keyof Row]: Row[K] }>(sql`
          select s.id, s.year, s.month, s.type as "typeCode", t.name as "typeName", u.id as "unitId", u.code as "unitCode",
            u.name as "unitName", c.used::int, c.reserved::int, c.cancelled::int, last.number as "lastNumber"
          from number_series s join units u on u.id = s.unit_id left join letter_types t on t.code = s.type
            cross join lateral (select count(*) filter (where n.cancelled_at is null and n.letter_id is not null) as used,
                count(*) filter (where n.cancelled_at is null and n.letter_id is null) as reserved,
                count(*) filter (where n.cancelled_at is not null) as cancelled
              from numbers n where n.series_id = s.id) c
            left join lateral (select n.number from numbers n where n.series_id = s.id order by n.seq desc, n.sub desc limit 1) last on true
          where s.year = ${year} and s.last_seq > 0 order by u.name, t.name nulls first, s.month desc`);
        const years = await read.execute<{ year: number }>(
          sql`select distinct year from number_series order by year desc`,
        );
        return {
          years: years.map((row) => row.year),
          items: rows.map(({ unitId, unitCode, unitName, typeCode, typeName, month, ...row }) => ({
            ...row,
            month: month === 0 ? null : month,
            unit: { id: unitId, code: unitCode, name: unitName },
            type: typeCode === sharedSeries ? null : { code: typeCode, name: typeName ?? typeCode },
          })),
        };
      }),

    /** The book of one series, the newest number first. @throws not_found */
    numbers: (
      ctx: OfficeContext,
      seriesId: string,
      query: BookQuery,
    ): Promise<{ items: NumberEntry[]; nextCursor: string | null }> =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const [seq = null, sub = 0] = query.cursor?.split('.').map(Number) ?? [];
        const [known] = await read.execute(sql`select from number_series where id = ${seriesId}::uuid`);
        if (!known) throw problem(commonProblems.notFound, { detail: 'Buku nomor ini tidak ada.' });
        type Row = NumberEntry & { seq: number; sub: number };
        const rows = await read.execute<{ [K in keyof Row]: Row[K] }>(sql`
          select n.seq, n.sub, coalesce(n.letter_id, r.id) as id, n.number, n.dated::text as date, n.letter_id as "letterId",
            case when n.cancelled_at is not null then 'cancelled' when n.letter_id is null then 'reserved' else 'used' end as state,
            coalesce(n.cancel_reason, case when n.letter_id is null then r.reason end) as reason,
            coalesce(t.name, l.type, r.type) as "typeName", coalesce(l.secrecy, r.secrecy) as secrecy,
            case when ${readable(ctx, todayOf(ctx))} then l.subject end as subject,
            case when l.secrecy = 'biasa' or ${readable(ctx, todayOf(ctx))} then
              (select min(lr.name) || case when count(*) > 1 then ' +' || count(*) - 1 else '' end
                from letter_recipients lr where lr.letter_id = l.id and lr.role = 'to') end as "to"
          from numbers n left join letters l on l.id = n.letter_id
            left join number_reservations r on (r.series_id, r.seq, r.sub) = (n.series_id, n.seq, n.sub)
            left join letter_types t on t.code = coalesce(l.type, r.type)
          where n.series_id = ${seriesId}::uuid
            and (${seq}::int is null or (n.seq, n.sub) < (${seq}::int, ${sub}::int))
          order by n.seq desc, n.sub desc limit ${query.limit + 1}`);
        const items = rows.slice(0, query.limit);
        const last = items.at(-1);
        return {
          items: items.map(({ seq: _, sub: __, ...entry }) => entry),
          nextCursor: rows.length > query.limit && last ? `${last.seq}.${last.sub}` : null,
        };
      }),

    agendaBooks: (ctx: OfficeContext) =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        type Row = { year: number; lastSeq: number; unit: { id: string; code: string; name: string } | null };
        const items = await read.execute<{ [K in keyof Row]: Row[K] }>(sql`select b.year, b.last_seq as "lastSeq",
            case when u.id is not null then jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name) end as unit
          from agenda_books b left join units u on u.id = b.unit_id order by b.year desc, u.name nulls first`);
        return { items: [...items] };
      }),

    /** One year's book of what came in, the newest first. @param unitId of the book; none for the whole regency's */
    agenda: (ctx: OfficeContext, query: AgendaQuery): Promise<{ items: AgendaEntry[]; nextCursor: string | null }> =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const year = query.year ?? Number(todayOf(ctx).slice(0, 4));
        const before = query.cursor === undefined ? null : Number(query.cursor);
        const unitId = query.unitId ?? null;
        type Row = AgendaEntry & { seq: number };
        const rows = await read.execute<{ [K in keyof Row]: Row[K] }>(sql`
          select l.agenda_seq as seq, l.id, l.agenda_number as "agendaNumber", l.registered_at as "registeredAt",
            l.received_at as "receivedAt", l.sender_name as sender, l.number, l.letter_date::text as date, l.secrecy, l.state,
            coalesce(t.name, l.type) as "typeName", p.title as "routedTo",
            case when ${readable(ctx, todayOf(ctx))} then l.subject end as subject
          from letters l left join letter_types t on t.code = l.type left join positions p on p.id = l.routed_to_position_id
          where l.agenda_year = ${year} and l.agenda_seq is not null
            and coalesce(l.agenda_unit_id, '00000000-0000-0000-0000-000000000000')
              = coalesce(${unitId}::uuid, '00000000-0000-0000-0000-000000000000')
            and (${before}::int is null or l.agenda_seq < ${before}::int)
          order by l.agenda_seq desc limit ${query.limit + 1}`);
        const items = rows.slice(0, query.limit);
        const last = items.at(-1);
        return {
          items: items.map(({ seq: _, ...entry }) => ({
            ...entry,
            registeredAt: new Date(entry.registeredAt).toISOString(),
            receivedAt: new Date(entry.receivedAt).toISOString(),
          })),
          nextCursor: rows.length > query.limit && last ? String(last.seq) : null,
        };
      }),
  };
}
