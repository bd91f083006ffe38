import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SQL, sql } from 'drizzle-orm';
import { projectRoot } from '../core/paths.ts';
import { sha256Hex } from '../core/storage/index.ts';
import type { PlatformTx, Tenancy } from '../core/tenancy/index.ts';
import {
  indexInstruments,
  loadClassification,
  loadHolidays,
  loadIndicators,
  loadRegionFacts,
  loadRegions,
} from './tenant-files.ts';

type Source = { file: string; also?: string; load(tx: PlatformTx): Promise<void> };

const values = (rows: SQL[]): SQL => sql.join(rows, sql`, `);

// Rows are added and changed, never taken away: regencies and letters refer to them.
const sources: Source[] = [
  {
    file: 'regions.csv',
    also: 'provinces.csv',
    async load(tx) {
      const rows = loadRegions().map(
        (row) => sql`(${row.code}, ${row.name}, ${row.kind}, ${row.provinceCode}, ${row.province}, ${row.timeZone})`,
      );
      await tx.execute(sql`insert into platform.regions (code, name, kind, province_code, province, time_zone)
        values ${values(rows)} on conflict (code) do update set name = excluded.name, kind = excluded.kind,
          province_code = excluded.province_code, province = excluded.province, time_zone = excluded.time_zone`);
    },
  },
  {
    file: 'classification.csv',
    async load(tx) {
      const rows = loadClassification();
      // Thousands of rows: in parts, a statement takes at most 65,535 parameters.
      for (let from = 0; from < rows.length; from += 5_000) {
        const part = rows.slice(from, from + 5_000).map((row) => sql`(${row.code}, ${row.name})`);
        await tx.execute(sql`insert into platform.classifications (code, name) values ${values(part)}
          on conflict (code) do update set name = excluded.name`);
      }
    },
  },
  {
    file: 'holidays.csv',
    async load(tx) {
      const rows = loadHolidays().map((row) => sql`(${row.date}::date, ${row.kind}, ${row.name}, ${row.basis})`);
      await tx.execute(sql`insert into platform.holidays (on_date, kind, name, basis) values ${values(rows)}
        on conflict (on_date, name) do update set kind = excluded.kind, basis = excluded.basis`);
    },
  },
  ...indexInstruments.map(
    ({ scheme, file }): Source => ({
      file,
      async load(tx) {
        const rows = loadIndicators(file).map(
          (row) => sql`(${scheme}, ${row.no}::int, ${row.domain || null}, ${row.aspect}, ${row.indicator},
            ${row.weight}::numeric, ${row.type})`,
        );
        await tx.execute(sql`insert into platform.index_indicators (scheme, no, domain, aspect, name, weight, scale)
          values ${values(rows)} on conflict (scheme, no) do update set domain = excluded.domain,
            aspect = excluded.aspect, name = excluded.name, weight = excluded.weight, scale = excluded.scale`);
      },
    }),
  ),
  {
    file: 'region-facts.csv',
    async load(tx) {
      const rows = loadRegionFacts().map(
        (row) => sql`(${row.code}, ${row.fact}, ${row.value}::numeric, ${row.as_of || null},
          ${row.confirmed === 'true'}::boolean, ${row.source})`,
      );
      await tx.execute(sql`insert into platform.region_facts (region_code, fact, value, as_of, confirmed, source)
        values ${values(rows)} on conflict (region_code, fact) do update set value = excluded.value,
          as_of = excluded.as_of, confirmed = excluded.confirmed, source = excluded.source`);
    },
  },
];

const contentOf = ({ file, also }: Source): string =>
  [file, also]
    .map((each) => (each ? readFileSync(join(projectRoot, 'tenants/reference', each), 'utf8') : ''))
    .join('\0');

/**
 * Loads regions and their facts, classification, holidays and instruments of indices from `tenants/reference` where a
 * file changed since the last load.
 * @param files only these, if given
 */
export async function loadReferenceData(tenancy: Tenancy, files?: readonly string[]): Promise<string[]> {
  const loaded = await tenancy.readPlatform((read) =>
    read.execute<{ file: string; sha256: string }>(sql`select file, sha256 from platform.reference_loads`),
  );
  const known = new Map(loaded.map((row) => [row.file, row.sha256]));
  const changed: string[] = [];
  for (const source of sources) {
    if (files && !files.includes(source.file)) continue;
    const sha256 = sha256Hex(Buffer.from(contentOf(source)));
    if (known.get(source.file) === sha256) continue;
    await tenancy.withPlatform(async (tx) => {
      await source.load(tx);
      await tx.execute(sql`insert into platform.reference_loads (file, sha256) values (${source.file}, ${sha256})
        on conflict (file) do update set sha256 = excluded.sha256, loaded_at = now()`);
    });
    changed.push(source.file);
  }
  return changed;
}
