import { sql } from 'drizzle-orm';
import type { Clock } from '../core/clock.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { type Page, toPage } from '../core/http/pagination.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import { asParameters, momentOf, readableIds, readerOf } from '../letters/index.ts';
import type { LogItem, LogQuery } from './schema.ts';

type Row = Omit<LogItem, 'partner'> & { partnerSlug: string; partnerName: string };

export type ExchangeService = ReturnType<typeof createExchangeService>;

/** What went to other regencies and came from them. */
export function createExchangeService({ tenancy, clock }: { tenancy: Tenancy; clock: Clock }) {
  return {
    /** Number, date, type and unit of every letter; subjects only where the person may read it and it is not secret. */
    log: (ctx: OfficeContext, query: LogQuery): Promise<Page<LogItem>> =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const reader = readerOf(ctx.actor);
        const inputs = asParameters(reader);
        const readable = readableIds(inputs, momentOf(ctx, clock).today, reader.registryUnits.length > 0);
        const rows = await read.execute<Row>(sql`
          with mine as materialized (select * from ${readable} as r (letter_id))
          select x.id, x.direction, x.partner_slug as "partnerSlug", x.partner_name as "partnerName", x.kind, x.number, x.at,
            l.letter_date::text as date, l.type, u.name as unit, r.delivery,
            case when l.id in (select letter_id from mine) then l.id end as "letterId",
            case when l.secrecy in ('biasa', 'terbatas') and l.id in (select letter_id from mine) then l.subject end as subject
          from exchange_log x left join letters l on l.id = x.letter_id left join units u on u.id = l.unit_id
            left join letter_recipients r on r.exchange_id = x.exchange_id and x.direction = 'sent'
          where (${query.direction ?? null}::text is null or x.direction = ${query.direction ?? null}::text)
            and (${query.cursor ?? null}::uuid is null or x.id < ${query.cursor ?? null}::uuid)
          order by x.id desc limit ${query.limit + 1}`);
        const page = toPage([...rows], query.limit);
        return {
          items: page.items.map(({ partnerSlug, partnerName, ...row }) => ({
            ...row,
            at: new Date(row.at).toISOString(),
            partner: { slug: partnerSlug, name: partnerName },
          })),
          nextCursor: page.nextCursor,
        };
      }),
  };
}
