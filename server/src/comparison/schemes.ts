import { type SQL, sql } from 'drizzle-orm';
import { problem } from '../core/errors.ts';
import type { TenantRead } from '../core/tenancy/index.ts';
import { comparisonProblems as problems } from './problems.ts';
import { bands, type Indicator } from './rules.ts';
import type { Scheme } from './schema.ts';

/** The instruments with their indicators in order, newest first. */
export async function listSchemes(read: TenantRead): Promise<Scheme[]> {
  const rows = await read.execute<Omit<Scheme, 'bands' | 'indicators'> & { indicators: Indicator[] | string }>(sql`
    select s.code, s.name, s.basis, s.first_year as "firstYear", s.last_year as "lastYear", s.step::float8 as step,
      (select coalesce(json_agg(json_build_object('no', i.no, 'domain', i.domain, 'aspect', i.aspect, 'name', i.name,
        'weight', i.weight::float8, 'scale', i.scale) order by i.no), '[]')
       from platform.index_indicators i where i.scheme = s.code) as indicators
    from platform.index_schemes s order by s.first_year desc`);
  return rows.map((row) => ({
    ...row,
    bands: [...(bands[row.code] ?? [])],
    indicators: fromJson<Indicator[]>(row.indicators),
  }));
}

/** @throws unknown_index_scheme */
export async function getScheme(read: TenantRead, code: string): Promise<Scheme> {
  const found = (await listSchemes(read)).find((scheme) => scheme.code === code);
  if (!found) throw problem(problems.unknownScheme, { detail: 'Pilih instrumen dari daftar.' });
  return found;
}

/** JSON of a raw statement, which the driver gives as text. */
export function fromJson<T>(value: T | string): T {
  return typeof value === 'string' ? (JSON.parse(value) as T) : value;
}

/** What a time reads as on the wire. */
export const isoTime = (column: SQL): SQL =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Cheaper than the scheme itself, for what needs no indicators. @throws unknown_index_scheme */
export async function assertScheme(read: TenantRead, code: string): Promise<void> {
  const [row] = await read.execute(sql`select 1 from platform.index_schemes where code = ${code}`);
  if (!row) throw problem(problems.unknownScheme, { detail: 'Pilih instrumen dari daftar.' });
}
