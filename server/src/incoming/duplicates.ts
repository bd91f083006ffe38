import { sql } from 'drizzle-orm';
import type { OfficeContext } from '../core/http/context.ts';
import type { TenantRead } from '../core/tenancy/index.ts';
import { asParameters, readableIds, readerOf } from '../letters/index.ts';
import type { Duplicate } from './schema.ts';

export interface Sought {
  senderName?: string | null | undefined;
  number?: string | null | undefined;
  date?: string | null | undefined;
  /** Of the files as they were uploaded or stored. */
  sha256: readonly string[];
  /** The letter that is asked about itself. */
  except: string | null;
}

/**
 * Letters that came in before and may be this one, however they came: on paper, from a unit or from another regency.
 * Only those that the person may read; the likeliest first. A number counts with its sender or its date, whatever the
 * case and the spaces ("005 / 12" is "005/12"): the same office is written in many ways.
 */
export async function findDuplicates(
  read: TenantRead,
  ctx: OfficeContext,
  sought: Sought,
  today: string,
): Promise<Duplicate[]> {
  const { senderName, number, date } = sought;
  if (!number && sought.sha256.length === 0) return [];
  const reader = readerOf(ctx.actor);
  const bare = (text: unknown) => sql`lower(regexp_replace(${text}, '\\s', '', 'g'))`;
  const sameNumber = sql`(l.number is not null and ${bare(sql`l.number`)} = ${bare(sql`${number ?? null}::text`)}
    and (lower(l.sender_name) = lower(${senderName ?? null}::text) or l.letter_date = ${date ?? null}::date))`;
  const sameBytes = sql`l.id in (
    select l2.id from files f join letters l2 on l2.file_id = f.id where f.sha256 = any(${sql.param([...sought.sha256])}::text[])
    union select u.letter_id from letter_uploads u where u.sha256 = any(${sql.param([...sought.sha256])}::text[]))`;
  const rows = await read.execute<Duplicate & { receivedAt: string }>(sql`
    select l.id, l.subject, l.number, l.letter_date::text as date, l.agenda_number as "agendaNumber",
      l.received_at as "receivedAt", l.sender_name as "senderName",
      case when ${sameBytes} then 'bytes' when l.letter_date = ${date ?? null}::date then 'date' else 'number' end as reason
    from letters l where l.direction = 'incoming' and l.id is distinct from ${sought.except}::uuid
      and (${sameNumber} or ${sameBytes})
      and l.id in ${readableIds(asParameters(reader), today, reader.registryUnits.length > 0)}
    order by ${sameBytes} desc, l.id desc limit 5`);
  return rows.map((row) => ({ ...row, receivedAt: new Date(row.receivedAt).toISOString() }));
}
