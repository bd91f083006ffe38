import { sql } from 'drizzle-orm';
import { audit } from '../core/audit/index.ts';
import { type FieldError, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import { outbox } from '../core/queue/index.ts';
import { pgError, type Tenancy, type TenantRead, type TenantTx } from '../core/tenancy/index.ts';
import { comparisonProblems as problems } from './problems.ts';
import { categoryOf, compute } from './rules.ts';
import type { FiguresBody, FiguresYear, PublishBody, Scheme } from './schema.ts';
import { fromJson, getScheme, isoTime } from './schemes.ts';

export const actorOf = (ctx: OfficeContext) => ({
  personId: ctx.actor.personId,
  name: ctx.actor.name,
  positionTitle: ctx.actor.positions[0]?.title ?? null,
});

/** The index of a year with all its levels; null while one is missing. */
export function resultOf(scheme: Scheme, byIndicator: ReadonlyMap<number, number>) {
  const levels = scheme.indicators.flatMap(({ no }) => byIndicator.get(no) ?? []);
  if (levels.length !== scheme.indicators.length) return null;
  const result = compute(scheme.indicators, levels);
  return { ...result, category: categoryOf(scheme.code, result.score), levels };
}

type ValueRow = { year: number; indicator: number; level: number; note: string | null };

/** What this office entered, oldest year first. */
export async function listOwnYears(read: TenantRead, scheme: string): Promise<Map<number, ValueRow[]>> {
  const rows = await read.execute<ValueRow>(sql`select year, indicator, level::float8 as level, note
    from index_values where scheme = ${scheme} order by year, indicator`);
  const years = new Map<number, ValueRow[]>();
  for (const row of rows) years.set(row.year, [...(years.get(row.year) ?? []), row]);
  return years;
}

export const levelsOf = (rows: readonly ValueRow[]): Map<number, number> =>
  new Map(rows.map(({ indicator, level }) => [indicator, level]));

type PublicationRow = {
  year: number;
  levels: number[] | string;
  openToAll: boolean;
  agreements: { id: string; title: string; inForce: boolean }[] | string;
  consentedBy: string;
  consentedAt: string;
};

async function listPublications(read: TenantRead, scheme: string): Promise<PublicationRow[]> {
  return read.execute<PublicationRow>(sql`select p.year, to_json(p.levels) as levels, p.open_to_all as "openToAll",
      coalesce((select json_agg(json_build_object('id', a.id, 'title', a.title,
          'inForce', a.id = any ((select platform.my_index_agreements())::uuid[])) order by a.title)
        from platform.agreements a where a.id = any (p.agreements)), '[]') as agreements,
      p.consented_by as "consentedBy", ${isoTime(sql`p.consented_at`)} as "consentedAt"
    from platform.index_publications p
    where p.tenant_slug = (select platform.current_tenant()) and p.scheme = ${scheme} and p.withdrawn_at is null`);
}

function checkFigures(scheme: Scheme, body: FiguresBody): void {
  const errors: FieldError[] = [];
  if (body.year < scheme.firstYear || (scheme.lastYear !== null && body.year > scheme.lastYear)) {
    errors.push({ path: 'year', message: `${scheme.name} menurut ${scheme.basis} tidak berlaku untuk tahun ini.` });
  }
  const known = new Set(scheme.indicators.map(({ no }) => no));
  const seen = new Set<number>();
  for (const [index, { indicator, level }] of body.levels.entries()) {
    const path = `levels.${index}`;
    if (!known.has(indicator)) errors.push({ path, message: `Indikator ${indicator} tidak ada pada instrumen ini.` });
    if (seen.has(indicator)) errors.push({ path, message: `Indikator ${indicator} disebut dua kali.` });
    seen.add(indicator);
    const steps = level / scheme.step;
    if (Math.abs(steps - Math.round(steps)) > 1e-6) {
      errors.push({ path, message: `Nilai indikator ${indicator} harus kelipatan ${scheme.step}.` });
    }
  }
  if (errors.length > 0) throw problem(problems.invalidFigures, { detail: 'Periksa isian yang ditandai.', errors });
}

/** What a refusal by the database's functions means to people. */
async function asProblem<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const refusal = pgError(error);
    if (refusal?.code === 'P0002') throw problem(problems.agreementNotFound);
    if (refusal?.constraint_name === 'index_agreement_in_force') throw problem(problems.notInForce);
    if (refusal?.constraint_name === 'index_agreement_scope') {
      throw problem(problems.outsideScope, { detail: 'Pilih kesepakatan yang lingkupnya memuat nilai indeks.' });
    }
    throw error;
  }
}

/** The office's own figures: entered here, and shown to others only when somebody who may says so. */
export function createFigures({ tenancy }: { tenancy: Tenancy }) {
  async function read(from: TenantRead, scheme: Scheme): Promise<FiguresYear[]> {
    const [years, publications] = [await listOwnYears(from, scheme.code), await listPublications(from, scheme.code)];
    const published = new Map(publications.map((row) => [row.year, row]));
    const all = [...new Set([...years.keys(), ...published.keys()])].sort((a, b) => a - b);
    return all.map((year) => {
      const rows = years.get(year) ?? [];
      const computed = resultOf(scheme, levelsOf(rows));
      const shown = published.get(year);
      return {
        year,
        levels: rows.map(({ indicator, level, note }) => ({ indicator, level, note })),
        result: computed,
        publication: shown
          ? {
              openToAll: shown.openToAll,
              agreements: fromJson(shown.agreements),
              consentedBy: shown.consentedBy,
              consentedAt: shown.consentedAt,
              outdated: computed?.levels.join() !== fromJson(shown.levels).join(),
            }
          : null,
      };
    });
  }

  async function yearOf(tx: TenantTx, scheme: Scheme, year: number): Promise<FiguresYear> {
    const found = (await read(tx, scheme)).find((each) => each.year === year);
    return found ?? { year, levels: [], result: null, publication: null };
  }

  return {
    /** Everything entered for an instrument. @throws unknown_index_scheme */
    list: (ctx: OfficeContext, code: string) =>
      tenancy.readTenant(ctx.tenant, async (from) => {
        const scheme = await getScheme(from, code);
        return { scheme: code, years: await read(from, scheme) };
      }),

    /** Replaces a year's figures; what is shown to others stays as it is. @throws unknown_index_scheme, invalid_index_figures */
    save: (ctx: OfficeContext, body: FiguresBody): Promise<FiguresYear> =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        const scheme = await getScheme(tx, body.scheme);
        checkFigures(scheme, body);
        await tx.execute(sql`delete from index_values where scheme = ${body.scheme} and year = ${body.year}
          and indicator <> all(${sql.param(body.levels.map(({ indicator }) => indicator))}::int[])`);
        await tx.execute(sql`insert into index_values as v (scheme, year, indicator, level, note, updated_by)
          select ${body.scheme}, ${body.year}::int, w.indicator, w.level, nullif(w.note, ''), ${ctx.actor.personId}::uuid
          from jsonb_to_recordset(${JSON.stringify(body.levels)}::text::jsonb) as w(indicator int, level numeric, note text)
          on conflict (scheme, year, indicator) do update set level = excluded.level, note = excluded.note,
            updated_by = excluded.updated_by, updated_at = now()
            where (v.level, v.note) is distinct from (excluded.level, excluded.note)`);
        await audit(tx, {
          actor: actorOf(ctx),
          action: 'index_figures.saved',
          subject: { kind: 'person', id: ctx.actor.personId },
          detail: { scheme: body.scheme, year: body.year, indicators: body.levels.length },
        });
        return yearOf(tx, scheme, body.year);
      }),

    /**
     * Shows a year's figures to everybody or to the partners of agreements in force that open indices.
     * @throws unknown_index_scheme, incomplete_index_figures, agreement_not_found, agreement_not_in_force,
     * agreement_without_indices
     */
    async publish(ctx: OfficeContext, body: PublishBody): Promise<FiguresYear> {
      const shown = await tenancy.withTenant(ctx.tenant, async (tx) => {
        const scheme = await getScheme(tx, body.scheme);
        const levels = levelsOf((await listOwnYears(tx, scheme.code)).get(body.year) ?? []);
        const computed = resultOf(scheme, levels);
        if (!computed) {
          const missing = scheme.indicators.filter(({ no }) => !levels.has(no)).length;
          throw problem(problems.incompleteFigures, { detail: `Isi dahulu ${missing} indikator yang belum bernilai.` });
        }
        const id = newId();
        const [row] = await asProblem(
          tx.execute<{ id: string }>(sql`select platform.publish_index(${id}::uuid, ${scheme.code}, ${body.year}::int,
            ${`{${computed.levels.join(',')}}`}::text::numeric[], ${body.openToAll}::boolean, ${sql.param(body.agreementIds)}::uuid[],
            ${ctx.actor.name}) as id`),
        );
        await audit(tx, {
          actor: actorOf(ctx),
          action: 'index_figures.published',
          subject: { kind: 'index_publication', id: row?.id ?? id },
          detail: {
            scheme: body.scheme,
            year: body.year,
            openToAll: body.openToAll,
            agreements: body.agreementIds,
            consent: true,
          },
        });
        return yearOf(tx, scheme, body.year);
      });
      outbox.poke();
      return shown;
    },

    /** Nobody else reads the year's figures from here on. @throws unknown_index_scheme, index_not_published */
    async withdraw(ctx: OfficeContext, body: { scheme: string; year: number }): Promise<FiguresYear> {
      const hidden = await tenancy.withTenant(ctx.tenant, async (tx) => {
        const scheme = await getScheme(tx, body.scheme);
        const [row] = await tx.execute<{ id: string }>(sql`select id from platform.index_publications
          where tenant_slug = (select platform.current_tenant()) and scheme = ${body.scheme} and year = ${body.year}
            and withdrawn_at is null`);
        if (!row) throw problem(problems.notPublished);
        await tx.execute(
          sql`select platform.withdraw_index(${body.scheme}, ${body.year}::int, ${ctx.actor.name})::text as done`,
        );
        await audit(tx, {
          actor: actorOf(ctx),
          action: 'index_figures.withdrawn',
          subject: { kind: 'index_publication', id: row.id },
          detail: { scheme: body.scheme, year: body.year },
        });
        return yearOf(tx, scheme, body.year);
      });
      outbox.poke();
      return hidden;
    },
  };
}
