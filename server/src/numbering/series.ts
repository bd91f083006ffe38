import { sql } from 'drizzle-orm';
import { pgError } from '../core/db/errors.ts';
import { problem } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { numberingProblems as problems } from './problems.ts';
import {
  choosePattern,
  monthOf,
  type NumberPattern,
  type Place,
  patternFault,
  placeFor,
  printNumber,
  seriesOf,
  yearOf,
} from './rules.ts';

/** The organisation that numbers, and how it numbers letters of one type. */
export interface Scheme {
  unit: { id: string; code: string };
  pattern: NumberPattern;
  typeCode: string;
}

/** What a number is for, besides its place. */
export interface NumberedFor {
  type: string;
  classification: string;
  secrecy: string;
}

/**
 * How an organisation numbers letters of a type.
 * @throws number_pattern_unusable when the office's settings hold a broken pattern
 */
export async function findScheme(read: TenantRead, unit: Scheme['unit'], type: string): Promise<Scheme> {
  type Row = { fallback: string; patterns: NumberPattern[]; typeCode: string | null };
  const [row] = await read.execute<{ [K in keyof Row]: Row[K] }>(sql`select number_pattern as fallback,
      (select coalesce(nullif(t.short_code, ''), t.code) from letter_types t where t.code = ${type}) as "typeCode",
      (select coalesce(jsonb_agg(jsonb_build_object('type', p.type, 'unitId', p.unit_id, 'pattern', p.pattern,
          'series', p.series, 'reset', p.reset)), '[]')
        from number_patterns p where (p.type is null or p.type = ${type}) and (p.unit_id is null or p.unit_id = ${unit.id}::uuid)
      ) as patterns
    from settings`);
  if (!row) throw new Error('an office without settings');
  const pattern = choosePattern(row.patterns, { type, unitId: unit.id }, row.fallback);
  const fault = patternFault(pattern.pattern, pattern);
  if (fault !== null) {
    throw problem(problems.unusablePattern, { detail: `${fault} Minta admin memperbaiki pola nomor.` });
  }
  return { unit, pattern, typeCode: row.typeCode ?? type };
}

/** The organisation that a unit or a position's unit writes for: sections number as the unit that they belong to. */
const organisationOf = (start: ReturnType<typeof sql>) => sql`
  with recursive up as (
    select u.id, u.parent_id, u.kind, u.code, 1 as rung from units u where u.id = ${start}
    union all
    select u.id, u.parent_id, u.kind, u.code, up.rung + 1 from units u join up on u.id = up.parent_id
  )
  select id, code from up order by (kind in ('section', 'other')), rung limit 1`;

export async function findUnitOfPosition(read: TenantRead, positionId: string): Promise<Scheme['unit']> {
  const seat = sql`(select p.unit_id from positions p where p.id = ${positionId}::uuid)`;
  const [unit] = await read.execute<{ id: string; code: string }>(organisationOf(seat));
  if (!unit) throw new Error('a position without a unit');
  return unit;
}

export async function findOrganisation(read: TenantRead, unitId: string): Promise<Scheme['unit'] | null> {
  const [unit] = await read.execute<{ id: string; code: string }>(organisationOf(sql`${unitId}::uuid`));
  return unit ?? null;
}

interface Series {
  id: string;
  lastSeq: number;
}

/** Locks the series that a date belongs to until the transaction ends; whoever follows waits. */
async function lockSeries(tx: TenantTx, scheme: Scheme, date: string): Promise<Series> {
  const { pattern, unit } = scheme;
  const name = seriesOf(pattern);
  const month = pattern.reset === 'monthly' ? monthOf(date) : 0;
  const key = sql`unit_id = ${unit.id}::uuid and type = ${name} and year = ${yearOf(date)} and month = ${month}`;
  const find = () =>
    tx.execute<{ id: string; lastSeq: number }>(
      sql`select id, last_seq as "lastSeq" from number_series where ${key} for update`,
    );
  const [known] = await find();
  if (known) return known;
  await tx.execute(sql`insert into number_series (id, unit_id, type, year, month)
    values (${newId()}::uuid, ${unit.id}::uuid, ${name}, ${yearOf(date)}, ${month}) on conflict do nothing`);
  const [made] = await find();
  if (!made) throw new Error('a number series is gone');
  return made;
}

/** Where a number of an earlier date goes; reads the series, so it is not for the usual case. */
async function placeOf(tx: TenantTx, series: Series, date: string): Promise<Place> {
  const taken = await tx.execute<{ seq: number; sub: number; dated: string }>(sql`
    select seq, sub, dated::text as dated from numbers where series_id = ${series.id}::uuid`);
  return placeFor(taken, date);
}

export interface TakenNumber {
  seriesId: string;
  seq: number;
  sub: number;
  number: string;
  date: string;
}

/**
 * Takes a number, in the caller's transaction: rolled back, nothing was taken; committed, the series has a row for it
 * for ever.
 * @param date today, or with `isBackDated` an earlier day, whose number may get a part behind the point
 * @throws number_taken
 */
export async function takeNumber(
  tx: TenantTx,
  scheme: Scheme,
  wanted: NumberedFor & { letterId: string | null; date: string; isBackDated: boolean },
): Promise<TakenNumber> {
  const { date, classification, secrecy, letterId } = wanted;
  const series = await lockSeries(tx, scheme, date);
  const place = wanted.isBackDated ? await placeOf(tx, series, date) : { seq: series.lastSeq + 1, sub: 0 };
  const { pattern, unit, typeCode } = scheme;
  const number = printNumber(pattern.pattern, {
    ...place,
    classification,
    secrecy,
    date,
    typeCode,
    unitCode: unit.code,
  });
  if (place.sub === 0) {
    await tx.execute(sql`update number_series set last_seq = ${place.seq} where id = ${series.id}::uuid`);
  }
  try {
    await tx.execute(sql`insert into numbers (series_id, seq, sub, letter_id, number, unit_id, year, dated, classification)
      values (${series.id}::uuid, ${place.seq}, ${place.sub}, ${letterId}::uuid, ${number}, ${unit.id}::uuid,
        ${yearOf(date)}, ${date}::date, ${classification})`);
  } catch (error) {
    if (pgError(error)?.constraint_name !== 'numbers_unit_once') throw error;
    throw problem(problems.numberTaken, {
      detail: `Nomor ${number} sudah dipakai unit ini tahun ini. Minta admin memperbaiki pola nomor.`,
      cause: error,
    });
  }
  return { seriesId: series.id, ...place, number, date };
}

/** The number that a letter signed now would get; another letter may take it first. */
export async function expectedNumber(
  read: TenantRead,
  scheme: Scheme,
  wanted: NumberedFor & { date: string },
): Promise<string> {
  const { date, classification, secrecy } = wanted;
  const { pattern, unit, typeCode } = scheme;
  const month = pattern.reset === 'monthly' ? monthOf(date) : 0;
  const [row] = await read.execute<{ last: number }>(sql`select last_seq as last from number_series
    where unit_id = ${unit.id}::uuid and type = ${seriesOf(pattern)} and year = ${yearOf(date)} and month = ${month}`);
  return printNumber(pattern.pattern, {
    seq: (row?.last ?? 0) + 1,
    sub: 0,
    classification,
    secrecy,
    date,
    typeCode,
    unitCode: unit.code,
  });
}
