import { type SQL, sql } from 'drizzle-orm';
import { type Inputs, statement, type TenantRead } from '../core/tenancy/index.ts';
import { type LetterFilters, matchesFilters } from './letter-filters.ts';
import { accessToLetter, boxCondition, type LetterBox, letterColumns } from './list-letters.ts';
import { type Reader, servedUnits } from './reader.ts';
import { secretIn } from './secrecy.ts';
import { letters } from './tables.ts';

/**
 * How many of the newest letters are looked through word by word: of all, or of those that one takes part in. A word that
 * is in one of twenty-five letters fills a page within 500; the index finds what is rarer, and then there is little to
 * sort. Who takes part in fewer than 1,500 needs no index at all.
 */
export const examined = { newest: 500, own: 1500, text: 0 } as const;

/** Above so many units, a registrar reads nearly everything: the newest letters at large are theirs. */
const unitsOfWideRegistrar = 12;

/** Hits among which relevance is weighed: the newest. */
const weighed = 500;

export type Search = Reader &
  LetterFilters & {
    today: string;
    approvePositions: string[];
    signPositions: string[];
    /** What was typed; empty for a search by `party` alone. */
    q: string;
    /** Words of sender or recipients. */
    party: string;
    cursor: string | null;
    limit: number;
  };
type SearchInputs = Search & { examine: number };

/** `newest` and `own` look through the newest letters at large or of one's own, `text` asks the index. */
export type Way = 'newest' | 'own' | 'text';

const soughtWords = (input: Inputs<SearchInputs>): SQL => sql`(select case
    when ${input.party}::text = '' then search_query(${input.q}::text)
    when ${input.q}::text = '' then search_query(${input.party}::text, 'C')
    else search_query(${input.q}::text) && search_query(${input.party}::text, 'C') end)`;

/** The newest `examine` letters in which one takes part, from the ends of indexes that are ordered by letter. */
function ownLetters(input: Inputs<SearchInputs>, isRegistrar: boolean): SQL {
  const before = sql`(${input.cursor}::uuid is null or p.letter_id < ${input.cursor}::uuid)`;
  const newest = sql`order by p.letter_id desc limit ${input.examine}::int`;
  const units = sql`union all select x.letter_id from (select u.id from ${servedUnits(input.registryUnits, input.today)} u (id)) u
    cross join lateral (select p.letter_id from letter_participants p where p.unit_id = u.id and ${before} ${newest}) x`;
  return sql`select distinct letter_id from (
      (select p.letter_id from letter_participants p where p.person_id = ${input.personId}::uuid and ${before} ${newest})
      union all select x.letter_id from unnest(${input.held}::uuid[] || ${input.delegated}::uuid[]) h (id)
        cross join lateral (select p.letter_id from letter_participants p where p.position_id = h.id and ${before} ${newest}) x
      ${isRegistrar ? units : sql``}
    ) every order by letter_id desc limit ${input.examine}::int`;
}

function candidates(way: Way, input: Inputs<SearchInputs>, isRegistrar: boolean, words: SQL): SQL {
  if (way === 'own') return ownLetters(input, isRegistrar);
  if (way === 'newest') {
    return sql`select l.id as letter_id from letters l where (${input.cursor}::uuid is null or l.id < ${input.cursor}::uuid)
      order by l.id desc limit ${input.examine}::int`;
  }
  return sql`select t.letter_id from letter_texts t where t.document @@ ${words}
    and (${input.cursor}::uuid is null or t.letter_id < ${input.cursor}::uuid)`;
}

// Candidates are gathered first, whatever the planner thinks of the words; then they are gone through newest first, so
// that rights and filters are asked only until the page is full. The order of the inner select keeps it lazy, and
// `offset 0` keeps the planner from asking the index of words about all letters first.
const compile = (way: Way, box: LetterBox | 'all', isRegistrar: boolean) =>
  statement((db, input: Inputs<SearchInputs>) => {
    const words = soughtWords(input);
    const access = accessToLetter(input, isRegistrar);
    const matches = way === 'text' ? sql`true` : sql`t.document @@ ${words}`;
    // Who sees the envelope only finds by the envelope only, or the search would tell what is within.
    const mayFind = isRegistrar
      ? sql`case ${access} when 'full' then true when 'envelope' then t.envelope @@ ${words} else false end`
      : sql`${access} is not null`;
    return db
      .select({ ids: sql<string[]>`found.ids`, examined: sql<number>`found.examined` })
      .from(sql`(with candidates as materialized (${candidates(way, input, isRegistrar, words)})
        select array(select letters.id from (select letter_id from candidates order by letter_id desc) c
            cross join lateral (select t.document, t.envelope from letter_texts t where t.letter_id = c.letter_id offset 0) t
            join letters on letters.id = c.letter_id
            where ${matches} and ${boxCondition(box, input)} and ${matchesFilters(input)} and ${mayFind}
            order by c.letter_id desc limit ${input.limit}::int) as ids,
          (select count(*)::int from candidates) as examined) as found`);
  });

const compiled = new Map<string, ReturnType<typeof compile>>();

/** The statement of one way of finding; exported for the benchmark, which runs the same text bare. */
export function findStatement(way: Way, box: LetterBox | 'all', isRegistrar: boolean) {
  const key = `${way} ${box} ${isRegistrar}`;
  const found = compiled.get(key) ?? compile(way, box, isRegistrar);
  compiled.set(key, found);
  return found;
}

/** Whether a registrar serves so many units that the newest letters at large are theirs. */
export const wayOfRegistrar = statement((db, input: Inputs<{ registryUnits: string[]; today: string }>) =>
  db
    .select({
      isWide: sql<boolean>`(select count(*) > ${unitsOfWideRegistrar} from ${servedUnits(input.registryUnits, input.today)} u)`,
    })
    .from(sql`(select 1) as once`),
);

/**
 * Ids of the newest letters that the person may find and that hold the words, `limit` at most, newest first.
 */
export async function findLetterIds(read: TenantRead, box: LetterBox | 'all', search: Search): Promise<string[]> {
  const isRegistrar = search.registryUnits.length > 0;
  const wide = isRegistrar ? (await wayOfRegistrar(read, search))[0]?.isWide === true : false;
  const way = wide ? 'newest' : 'own';
  const find = (by: Way) => findStatement(by, box, isRegistrar)(read, { ...search, examine: examined[by] });
  const [first] = await find(way);
  if (first && (first.ids.length >= search.limit || first.examined < examined[way])) return first.ids;
  const [all] = await find('text');
  return all?.ids ?? [];
}

type PageInputs = Search & { ids: string[] };

/** Marks of a hit within a snippet: characters that no text holds. */
const [hitStart, hitEnd] = ['\u0002', '\u0003'];

const compilePage = (isRegistrar: boolean) =>
  statement((db, input: Inputs<PageInputs>) => {
    const access = accessToLetter(input, isRegistrar);
    const headline = sql<string | null>`case when ${input.q}::text <> '' and not ${secretIn(sql`letters.secrecy`)}
      then ts_headline('pg_catalog.indonesian', left(letter_content(letters.id), 20000), search_query(${input.q}::text),
        'StartSel=' || chr(2) || ', StopSel=' || chr(3) || ', MaxFragments=1, MaxWords=22, MinWords=10') end`;
    return db
      .select({ ...letterColumns(input.today, access), headline })
      .from(letters)
      .where(sql`letters.id = any(${input.ids}::uuid[])`)
      .orderBy(sql`array_position(${input.ids}::uuid[], letters.id)`);
  });
const pageForRegistrars = compilePage(true);
const pageForOthers = compilePage(false);
export const pageStatement = (isRegistrar: boolean) => (isRegistrar ? pageForRegistrars : pageForOthers);

/** The most relevant of some letters first: by the weights of subject, numbers, names and body, and how close the words are. */
const rank = statement((db, input: Inputs<{ ids: string[]; q: string; limit: number }>) =>
  db
    .select({ id: sql<string>`t.letter_id` })
    .from(sql`letter_texts t`)
    .where(sql`t.letter_id = any(${input.ids}::uuid[])`)
    .orderBy(sql`ts_rank(t.document, (select search_query(${input.q}::text))) desc, t.letter_id desc`)
    .limit(input.limit),
);

export type SearchRow = Awaited<ReturnType<typeof pageForOthers>>[number];

/** A page of what a search finds; with `relevance` only the first page, weighed among the newest hits. */
export async function searchLetters(
  read: TenantRead,
  box: LetterBox | 'all',
  search: Search,
  order: 'newest' | 'relevance',
): Promise<SearchRow[]> {
  const isRegistrar = search.registryUnits.length > 0;
  const found = await findLetterIds(read, box, order === 'newest' ? search : { ...search, limit: weighed });
  const ids =
    order === 'newest' || found.length === 0
      ? found
      : (await rank(read, { ids: found, q: search.q, limit: search.limit - 1 })).map((row) => row.id);
  return ids.length === 0 ? [] : pageStatement(isRegistrar)(read, { ...search, ids });
}

/** A headline as parts, so that nothing of a letter's text is ever taken for markup; null when no word stands in it. */
export function snippetOf(headline: string | null): { text: string; hit: boolean }[] | null {
  if (headline === null || !headline.includes(hitStart)) return null;
  return headline.split(hitStart).flatMap((part, index) => {
    const [first = '', ...rest] = part.split(hitEnd);
    const parts =
      index === 0
        ? [{ text: part, hit: false }]
        : [
            { text: first, hit: true },
            { text: rest.join(''), hit: false },
          ];
    return parts.filter((each) => each.text !== '');
  });
}
