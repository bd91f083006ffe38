import { sql } from 'drizzle-orm';
import { problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import type { Tenancy, TenantRead } from '../core/tenancy/index.ts';
import { levelsOf, listOwnYears, resultOf } from './figures.ts';
import { comparisonProblems as problems } from './problems.ts';
import {
  alikeGroup,
  averageOf,
  categoryOf,
  compute,
  gapsOf,
  likenessOf,
  type MeasuredFact,
  minimumGroup,
} from './rules.ts';
import type { Comparison, Overview, Scheme } from './schema.ts';
import { assertScheme, fromJson, getScheme } from './schemes.ts';

type RegencyRow = {
  slug: string;
  name: string;
  kind: 'kabupaten' | 'kota';
  provinceCode: string;
  province: string;
  /** `2024 3.52,2025 3.60` */
  scores: string | null;
} & Record<MeasuredFact, number | null>;

/** Every regency that has joined, with what is known of its region and what it shows us. */
async function listRegencies(read: TenantRead, scheme: string): Promise<RegencyRow[]> {
  return read.execute<RegencyRow>(sql`
    select t.slug, t.name, t.kind, r.province_code as "provinceCode", r.province, f.population, f.area, f.districts, f.budget,
      p.scores
    from platform.tenants t join platform.regions r on r.code = t.region_code
    left join (select region_code,
        max(value) filter (where fact = 'population')::float8 as population,
        max(value) filter (where fact = 'area')::float8 as area,
        max(value) filter (where fact = 'districts')::float8 as districts,
        max(value) filter (where fact = 'budget')::float8 as budget
      from platform.region_facts group by region_code) f on f.region_code = t.region_code
    left join (select tenant_slug, string_agg(year || ' ' || round(score, 2), ',' order by year) as scores
      from platform.index_publications where scheme = ${scheme} and withdrawn_at is null group by tenant_slug) p
      on p.tenant_slug = t.slug
    where t.status = 'active'`);
}

/** The year and score of each part of a text of scores. */
const scoresOf = (text: string | null): { year: number; score: number }[] =>
  text === null
    ? []
    : text.split(',').map((part) => {
        const [year, score] = part.split(' ');
        return { year: Number(year), score: Number(score) };
      });

interface Shown {
  slug: string;
  year: number;
  levels: number[] | string;
}

async function listShown(read: TenantRead, scheme: string, slugs: string[]): Promise<Shown[]> {
  return read.execute<Shown & Record<string, unknown>>(sql`select tenant_slug as slug, year, to_json(levels) as levels
    from platform.index_publications where scheme = ${scheme} and withdrawn_at is null
      and tenant_slug = any(${sql.param(slugs)}::text[]) and tenant_slug <> (select platform.current_tenant())
    order by year`);
}

async function namesOf(read: TenantRead, slugs: string[]): Promise<Map<string, string>> {
  const rows = await read.execute<{ slug: string; name: string }>(sql`select slug, name from platform.tenants
    where status = 'active' and slug = any(${sql.param(slugs)}::text[])`);
  return new Map(rows.map(({ slug, name }) => [slug, name]));
}

/** Our figures as entered here, for ourselves alone: complete years only. */
async function ownYears(read: TenantRead, scheme: Scheme) {
  return [...(await listOwnYears(read, scheme.code))].flatMap(([year, rows]) => {
    const computed = resultOf(scheme, levelsOf(rows));
    return computed ? [{ year, ...computed }] : [];
  });
}

/** Regencies side by side, from what each shows: never from another's schema. */
export function createComparing({ tenancy }: { tenancy: Tenancy }) {
  return {
    /** Every regency, most alike first, with the scores it shows to us. @throws unknown_index_scheme */
    overview: (ctx: OfficeContext, code: string): Promise<Overview> =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        await assertScheme(read, code);
        const regencies = (await listRegencies(read, code)).map((row) => ({
          slug: row.slug,
          name: row.name,
          province: row.province,
          provinceCode: row.provinceCode,
          kind: row.kind,
          facts: { population: row.population, area: row.area, districts: row.districts, budget: row.budget },
          scores: scoresOf(row.scores),
        }));
        const us = regencies.find(({ slug }) => slug === ctx.tenant.slug);
        if (!us) throw new Error(`no active regency ${ctx.tenant.slug}`);
        const ofUs = { province: us.provinceCode, kind: us.kind, measured: us.facts };
        const likened = regencies
          .filter((each) => each !== us)
          .map((each) => ({
            ...each,
            ...likenessOf(ofUs, { province: each.provinceCode, kind: each.kind, measured: each.facts }),
          }))
          .sort(
            (a, b) => a.distance - b.distance || b.compared.length - a.compared.length || (a.slug < b.slug ? -1 : 1),
          );
        const years = [...new Set(likened.flatMap(({ scores }) => scores.map(({ year }) => year)))].sort();
        const alike = likened.filter(({ scores }) => scores.length > 0).slice(0, alikeGroup);
        const averages = years.map((year) => {
          const values = alike.flatMap(({ scores }) => scores.filter((each) => each.year === year));
          return { year, count: values.length, average: averageOf(values.map(({ score }) => score)) };
        });
        const items = likened.map(({ scores, ...regency }) => ({
          ...regency,
          scores: years.map((year) => scores.find((each) => each.year === year)?.score ?? null),
        }));
        return { scheme: code, minimumGroup, us, years, items, averages };
      }),

    /**
     * Our own figures beside those that chosen regencies show us, and where they stand higher. A regency that shows
     * nothing, or nothing to us, has no years. @throws unknown_index_scheme, unknown_regency
     */
    compare: (ctx: OfficeContext, query: { scheme: string; regencies: string[] }): Promise<Comparison> =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const scheme = await getScheme(read, query.scheme);
        const slugs = query.regencies.filter((slug) => slug !== ctx.tenant.slug);
        const names = await namesOf(read, [...slugs, ctx.tenant.slug]);
        const unknown = slugs.find((slug) => !names.has(slug));
        if (unknown !== undefined) throw problem(problems.unknownRegency, { detail: `Tidak ada daerah “${unknown}”.` });
        const ours = await ownYears(read, scheme);
        const shown = (await listShown(read, scheme.code, slugs)).map(({ slug, year, levels: raw }) => {
          const levels = fromJson(raw);
          const result = compute(scheme.indicators, levels);
          return { slug, year, levels, ...result, category: categoryOf(scheme.code, result.score) };
        });
        const years = ours.map(({ year }) => year).filter((year) => shown.some((each) => each.year === year));
        const gapYear = years.length > 0 ? Math.max(...years) : null;
        const base = ours.find(({ year }) => year === gapYear);
        const gaps = base
          ? gapsOf(
              scheme.indicators,
              base.levels,
              shown.filter(({ year }) => year === gapYear),
            )
          : [];
        return {
          scheme: scheme.code,
          regencies: [
            { slug: ctx.tenant.slug, name: names.get(ctx.tenant.slug) ?? '', isUs: true, years: ours },
            ...slugs.map((slug) => ({
              slug,
              name: names.get(slug) ?? '',
              isUs: false,
              years: shown.filter((each) => each.slug === slug),
            })),
          ],
          gapYear,
          gaps: gaps.map((gap) => ({
            ...gap,
            name: scheme.indicators.find(({ no }) => no === gap.indicator)?.name ?? '',
            bestOf: { slug: gap.bestOf, name: names.get(gap.bestOf) ?? '' },
          })),
        };
      }),
  };
}
