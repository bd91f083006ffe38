import { type SQL, sql } from 'drizzle-orm';
import type { OfficeContext } from '../core/http/context.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { type LetterRecord, letterNotFound, letters, sealedSubject } from '../letters/index.ts';
import { type DossierRow, dossierCode, dossierColumns, judge } from './dossiers-repository.ts';
import { findSchedule } from './schedule-repository.ts';
import type { ItemAnswer, LetterDossierAnswer, UnfiledItem } from './schema.ts';
import { readableBy, withinScope } from './scope.ts';

const iso = (at: string): string => new Date(at).toISOString();

export type FiledLetter = Pick<DossierRow, 'classification' | 'year' | 'seq'> & {
  itemId: string;
  dossierId: string;
  letterId: string;
};

/** The dossier that a letter is in; null when it is in none. */
export async function findDossierOfLetter(read: TenantRead, letterId: string): Promise<FiledLetter | null> {
  const [row] = await read.execute<FiledLetter>(sql`select i.id as "itemId", i.dossier_id as "dossierId",
      i.letter_id as "letterId", d.classification, d.year, d.seq
    from dossier_items i join dossiers d on d.id = i.dossier_id where i.letter_id = ${letterId}::uuid`);
  return row ?? null;
}

/** Whom a letter came from or went to, for lists. */
const party = sql`case l.direction when 'incoming' then l.sender_name
  else (select r.name from letter_recipients r where r.letter_id = l.id order by r.role desc, r.ordinal limit 1) end`;
const letterDay = (timeZone: string): SQL =>
  sql`coalesce(l.letter_date, (l.received_at at time zone ${timeZone})::date)::text`;

/** What is in a dossier, oldest first; letters that the person may not read show only that they are there. */
export async function listItems(
  read: TenantRead,
  ctx: OfficeContext,
  dossierId: string,
  { today, cursor, limit }: { today: string; cursor: string | null; limit: number },
): Promise<ItemAnswer[]> {
  const rows = await read.execute<{ [K in keyof ItemAnswer]: ItemAnswer[K] }>(sql`
    with readable as materialized ${readableBy(ctx, today)}, shown as (
      select i.*, case when i.letter_id is null then 'paper'
        when i.letter_id in (select letter_id from readable) then 'letter' else 'hidden' end as kind
      from dossier_items i where i.dossier_id = ${dossierId}::uuid and (${cursor}::uuid is null or i.id > ${cursor}::uuid)
      order by i.id limit ${limit})
    select s.id, s.kind, l.id as "letterId", coalesce(s.subject, l.subject) as subject, coalesce(s.number, l.number) as number,
      coalesce(s.dated_on::text, ${letterDay(ctx.tenant.timeZone)}) as date, ${party} as party, l.direction, l.secrecy,
      s.quantity, coalesce(l.destroyed_at is not null, false) as destroyed,
      s.letter_id is not null and exists (select from legal_holds h where h.letter_id = s.letter_id and h.lifted_at is null) as "isHeld",
      s.filed_at as "filedAt", pe.name as "filedBy"
    from shown s join people pe on pe.id = s.filed_by left join letters l on l.id = s.letter_id and s.kind = 'letter'
    order by s.id`);
  return rows.map((row) => ({ ...row, filedAt: iso(row.filedAt) }));
}

type Suggested = { id: string; classification: string; year: number; seq: number; title: string; unitName: string };

/** Open dossiers of the person's units that fit the letter `l` (SQL), best first: nearest code, own unit, year, newest. */
const fitting = (limit: number): SQL => sql`select o.id, o.classification, o.year, o.seq, o.title, o."unitName"
  from open_dossiers o where o.classification = l.classification or l.classification like o.classification || '.%'
  order by length(o.classification) desc, o.unit_id = l.unit_id desc,
    o.year = extract(year from coalesce(l.letter_date, l.received_at::date))::int desc, o.id desc limit ${limit}`;
const openDossiers = (ctx: OfficeContext, today: string): SQL => sql`open_dossiers as materialized (
  select d.id, d.classification, d.year, d.seq, d.title, d.unit_id, u.name as "unitName"
  from dossiers d join units u on u.id = d.unit_id where d.state = 'open' and ${withinScope(ctx, sql`d.unit_id`, today)})`;

/** Letters that are done with and in no dossier, newest first. */
export async function findUnfiled(
  read: TenantRead,
  ctx: OfficeContext,
  query: { today: string; cursor: string | null; classification: string | null; limit: number },
): Promise<UnfiledItem[]> {
  const { today, cursor, classification, limit } = query;
  type Row = Omit<UnfiledItem, 'suggestion'> & { suggestion: Suggested | null; sealed: boolean };
  const rows =
    await read.execute<Row>(sql`with readable as materialized ${readableBy(ctx, today)}, ${openDossiers(ctx, today)}
    select l.id, l.direction, l.subject, l.id not in (select letter_id from readable) as sealed, l.number, ${letterDay(ctx.tenant.timeZone)} as date, ${party} as party,
      l.classification, (select c.name from platform.classifications c where c.code = l.classification) as "classificationName",
      l.secrecy, coalesce((select t.name from letter_types t where t.code = l.type), l.type) as "typeName",
      (select to_jsonb(best) from (${fitting(1)}) best) as suggestion
    from letters l where l.state in ('sent', 'registered', 'archived') and l.id in ${readableBy(ctx, today, 'envelope')}
      and not exists (select from dispositions d where d.letter_id = l.id and d.state in ('unread', 'read', 'forwarded'))
      and ${withinScope(ctx, sql`l.unit_id`, today)}
      and not exists (select from dossier_items i where i.letter_id = l.id)
      and (${classification}::text is null or l.classification = ${classification} or l.classification like ${`${classification ?? ''}.%`})
      and (${cursor}::uuid is null or l.id < ${cursor}::uuid)
    order by l.id desc limit ${limit}`);
  return rows.map(({ sealed, suggestion, ...row }) => ({
    ...row,
    subject: sealed && row.secrecy !== 'biasa' && row.secrecy !== 'terbatas' ? sealedSubject[row.secrecy] : row.subject,
    suggestion: suggestion && { id: suggestion.id, code: dossierCode(suggestion), title: suggestion.title },
  }));
}

/** Where a letter is, with where it would fit. @throws not_found for a letter of which the person sees not even the envelope */
export async function suggestDossiers(
  tx: TenantTx,
  ctx: OfficeContext,
  letterId: string,
  today: string,
): Promise<Omit<LetterDossierAnswer, 'mayFile' | 'reason'> & { letter: LetterRecord }> {
  type Filed = DossierRow & { visible: boolean };
  type End = { at: string; minutesNumber: string; minutesOn: string };
  type Hold = NonNullable<LetterDossierAnswer['hold']>;
  const [schedule, [letter], [filed], suggestions, [hold], [end]] = await Promise.all([
    findSchedule(tx),
    tx
      .select()
      .from(letters)
      .where(sql`${letters.id} = ${letterId}::uuid and ${letters.id} in ${readableBy(ctx, today, 'envelope')}`)
      .limit(1),
    tx.execute<Filed>(sql`select ${dossierColumns}, ${withinScope(ctx, sql`d.unit_id`, today)} as visible
      from dossier_items i join dossiers d on d.id = i.dossier_id join units u on u.id = d.unit_id
      where i.letter_id = ${letterId}::uuid`),
    tx.execute<Suggested>(sql`with ${openDossiers(ctx, today)} select best.* from letters l
      cross join lateral (${fitting(5)}) best where l.id = ${letterId}::uuid`),
    tx.execute<Hold>(sql`select h.id, h.reason, p.name as "placedBy", h.placed_at as "placedAt" from legal_holds h
      join people p on p.id = h.placed_by where h.letter_id = ${letterId}::uuid and h.lifted_at is null order by h.id limit 1`),
    tx.execute<End>(sql`select l.destroyed_at as at, s.minutes_number as "minutesNumber", s.minutes_on::text as "minutesOn"
      from letters l join disposals s on s.id = l.disposal_id where l.id = ${letterId}::uuid and l.destroyed_at is not null`),
  ]);
  if (!letter) throw letterNotFound();
  const dossier = filed
    ? {
        id: filed.id,
        code: dossierCode(filed),
        title: filed.visible ? filed.title : 'Berkas unit lain',
        unitName: filed.unitName,
        visible: filed.visible,
        place: filed.visible ? filed.place : null,
        retention: judge(filed, schedule, today),
      }
    : null;
  return {
    letter,
    dossier,
    suggestions: suggestions.map((each) => ({
      id: each.id,
      code: dossierCode(each),
      title: each.title,
      unitName: each.unitName,
    })),
    hold: hold ? { ...hold, placedAt: iso(hold.placedAt) } : null,
    destroyed: end ? { ...end, at: iso(end.at) } : null,
  };
}
