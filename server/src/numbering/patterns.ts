import { sql } from 'drizzle-orm';
import { audit } from '../core/audit/index.ts';
import { type Clock, dateIn } from '../core/clock.ts';
import { pgError } from '../core/db/errors.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import type { Tenancy, TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { numberingProblems as problems } from './problems.ts';
import { couldClash, type NumberPattern, patternFault, printNumber } from './rules.ts';
import type { PatternInput, PatternItem, PatternsAnswer } from './schema.ts';

type Row = NumberPattern & {
  id: string;
  typeName: string | null;
  typeCode: string | null;
  unitCode: string | null;
  unitName: string | null;
};

const list = (read: TenantRead): Promise<Row[]> =>
  read.execute<{ [K in keyof Row]: Row[K] }>(sql`
    select p.id, p.type, p.unit_id as "unitId", p.pattern, p.series, p.reset, t.name as "typeName",
      coalesce(nullif(t.short_code, ''), t.code) as "typeCode", u.code as "unitCode", u.name as "unitName"
    from number_patterns p left join letter_types t on t.code = p.type left join units u on u.id = p.unit_id
    order by t.name nulls first, u.name nulls first`);

async function fallbackOf(read: TenantRead): Promise<string> {
  const [office] = await read.execute<{ pattern: string }>(sql`select number_pattern as pattern from settings`);
  if (!office) throw new Error('an office without settings');
  return office.pattern;
}

const sampleOf = (pattern: string, date: string, names: { unitCode?: string | null; typeCode?: string | null } = {}) =>
  printNumber(pattern, {
    classification: '000.1.5',
    seq: 15,
    sub: 0,
    unitCode: names.unitCode ?? 'Setda',
    typeCode: names.typeCode ?? 'SD',
    secrecy: 'biasa',
    date,
  });

function itemOf(row: Row, today: string): PatternItem {
  const { id, pattern, series, reset } = row;
  return {
    id,
    pattern,
    series,
    reset,
    type: row.type === null ? null : { code: row.type, name: row.typeName ?? row.type },
    unit: row.unitId === null ? null : { id: row.unitId, code: row.unitCode ?? '', name: row.unitName ?? '' },
    sample: sampleOf(pattern, today, row),
  };
}

/** Two patterns meet where one organisation could use both. */
const meets = (one: NumberPattern, other: NumberPattern): boolean =>
  one.unitId === null || other.unitId === null || one.unitId === other.unitId;

/** How the office numbers its letters: patterns by type and unit. Numbers given so far stay as they are. */
export function createPatternService({ tenancy, clock }: { tenancy: Tenancy; clock: Clock }) {
  const todayOf = (ctx: OfficeContext) => dateIn(ctx.tenant.timeZone, clock.now());

  /** @throws unusable_pattern with every field at fault, number_pattern_clash */
  async function requireUsable(tx: TenantTx, input: PatternInput, self: string | null): Promise<void> {
    const fault = patternFault(input.pattern, input);
    const errors = fault === null ? [] : [{ path: 'pattern', message: fault }];
    if (input.series === 'own' && input.type === null) {
      errors.push({ path: 'series', message: 'Hanya jenis naskah tertentu yang dapat bernomor sendiri.' });
    }
    if (input.reset === 'monthly' && input.series === 'shared') {
      errors.push({ path: 'reset', message: 'Nomor yang dipakai bersama mulai lagi tiap tahun.' });
    }
    if (input.type === null && input.unitId === null) {
      errors.push({ path: 'type', message: 'Pilih jenis naskah atau unit kerja; pola umum ada di pengaturan kantor.' });
    }
    const [known] = await tx.execute<{ type: boolean; unit: boolean }>(sql`select
      exists (select from letter_types where code = ${input.type}) as type,
      exists (select from units where id = ${input.unitId}::uuid) as unit`);
    if (input.type !== null && !known?.type) errors.push({ path: 'type', message: 'Jenis naskah ini tidak ada.' });
    if (input.unitId !== null && !known?.unit) errors.push({ path: 'unitId', message: 'Unit kerja ini tidak ada.' });
    if (errors.length > 0) {
      throw problem(problems.invalidPattern, { detail: errors[0]?.message ?? 'Periksa isiannya.', errors });
    }
    const general = { type: null, unitId: null, series: 'shared' as const, reset: 'yearly' as const };
    const others = [
      ...(await list(tx)).filter((each) => each.id !== self),
      { ...general, pattern: await fallbackOf(tx) },
    ];
    const clash = others.find((other) => meets(input, other) && couldClash(input, other));
    if (clash) {
      const message = `Nomor dari pola ini dapat sama dengan nomor dari pola ${clash.pattern}. Tambahkan {type} atau teks pembeda.`;
      throw problem(problems.patternClash, { detail: message, errors: [{ path: 'pattern', message }] });
    }
  }

  const record = (tx: TenantTx, ctx: OfficeContext, action: string, id: string, detail: Record<string, unknown>) =>
    audit(tx, {
      actor: { personId: ctx.actor.personId, name: ctx.actor.name },
      action,
      subject: { kind: 'number_pattern', id },
      detail,
    });

  /** One pattern per type and unit. */
  async function storing<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (pgError(error)?.constraint_name !== 'number_patterns_type_unit_id_key') throw error;
      const message = 'Sudah ada pola untuk jenis naskah dan unit kerja ini. Ubah yang ada.';
      throw problem(problems.patternClash, { detail: message, errors: [{ path: 'type', message }], cause: error });
    }
  }

  async function answer(read: TenantRead, ctx: OfficeContext): Promise<PatternsAnswer> {
    const [rows, pattern] = await Promise.all([list(read), fallbackOf(read)]);
    const today = todayOf(ctx);
    return {
      fallback: { pattern, sample: sampleOf(pattern, today) },
      items: rows.map((row) => itemOf(row, today)),
    };
  }

  return {
    list: (ctx: OfficeContext): Promise<PatternsAnswer> => tenancy.readTenant(ctx.tenant, (read) => answer(read, ctx)),

    /** What a pattern would print, or what is wrong with it; changes nothing. */
    sample: (ctx: OfficeContext, input: PatternInput): { sample: string | null; fault: string | null } => {
      const fault = patternFault(input.pattern, input);
      return { fault, sample: fault === null ? sampleOf(input.pattern, todayOf(ctx)) : null };
    },

    create: (ctx: OfficeContext, input: PatternInput): Promise<PatternsAnswer> =>
      storing(() =>
        tenancy.withTenant(ctx.tenant, async (tx) => {
          await requireUsable(tx, input, null);
          const id = newId();
          await tx.execute(sql`insert into number_patterns (id, type, unit_id, pattern, series, reset, updated_at)
            values (${id}::uuid, ${input.type}, ${input.unitId}::uuid, ${input.pattern}, ${input.series}, ${input.reset},
              ${clock.now().toISOString()}::timestamptz)`);
          await record(tx, ctx, 'number_pattern.created', id, input);
          return answer(tx, ctx);
        }),
      ),

    /** @throws not_found, and what `create` throws */
    update: (ctx: OfficeContext, id: string, input: PatternInput): Promise<PatternsAnswer> =>
      storing(() =>
        tenancy.withTenant(ctx.tenant, async (tx) => {
          await requireUsable(tx, input, id);
          const rows = await tx.execute<{ id: string }>(sql`update number_patterns set type = ${input.type},
              unit_id = ${input.unitId}::uuid, pattern = ${input.pattern}, series = ${input.series}, reset = ${input.reset},
              updated_at = ${clock.now().toISOString()}::timestamptz where id = ${id}::uuid returning id`);
          if (rows.length === 0) throw problem(commonProblems.notFound, { detail: 'Pola nomor ini tidak ada.' });
          await record(tx, ctx, 'number_pattern.changed', id, input);
          return answer(tx, ctx);
        }),
      ),

    /** @throws not_found */
    remove: (ctx: OfficeContext, id: string): Promise<PatternsAnswer> =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        const [row] = await tx.execute<{ pattern: string }>(
          sql`delete from number_patterns where id = ${id}::uuid returning pattern`,
        );
        if (!row) throw problem(commonProblems.notFound, { detail: 'Pola nomor ini tidak ada.' });
        await record(tx, ctx, 'number_pattern.removed', id, { pattern: row.pattern });
        return answer(tx, ctx);
      }),
  };
}
