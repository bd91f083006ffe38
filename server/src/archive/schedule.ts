import { sql } from 'drizzle-orm';
import type { Clock } from '../core/clock.ts';
import { commonProblems, type FieldError, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import type { Tenancy, TenantTx } from '../core/tenancy/index.ts';
import { readCsv } from './csv.ts';
import { archiveProblems } from './problems.ts';
import type { RetentionStart } from './retention.ts';
import { findSchedule, type RuleRow } from './schedule-repository.ts';
import { classificationCode, type RuleAnswer, type RuleBody, ruleBody } from './schema.ts';
import { record } from './scope.ts';

const columns = [
  'kode',
  'retensi_aktif',
  'retensi_inaktif',
  'keterangan_akhir',
  'pemicu',
  'catatan',
  'dasar_hukum',
  'sudah_diperiksa',
] as const;
const words = { musnah: 'destroy', permanen: 'permanent', 'dinilai kembali': 'reassess' } as const;
const wordOf = Object.fromEntries(Object.entries(words).map(([word, value]) => [value, word]));

type PutRule = RuleBody & { classification: string };

const sameRule = (a: RuleBody, b: RuleBody): boolean =>
  (Object.keys(ruleBody.shape) as (keyof RuleBody)[]).every((name) => a[name] === b[name]);

function readRows(csv: string): { code: string; rule: RuleBody; line: number }[] {
  let lines: ReturnType<typeof readCsv>;
  try {
    lines = readCsv(csv);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw problem(archiveProblems.invalidSchedule, {
      detail: `Berkas CSV ini tidak dapat dibaca. ${message}`,
      errors: [{ path: 'csv', message }],
      cause,
    });
  }
  const first = lines[0]?.record ?? {};
  const lacking = columns.slice(0, 4).filter((name) => !(name in first));
  if (lacking.length > 0) {
    const message = `Kolom ini tidak ada: ${lacking.join(', ')}.`;
    throw problem(archiveProblems.invalidSchedule, { detail: message, errors: [{ path: 'csv', message }] });
  }
  const errors: FieldError[] = [];
  const rows = lines.flatMap(({ line, record: fields }) => {
    const of = (name: (typeof columns)[number]): string => (fields[name] ?? '').trim();
    const code = classificationCode.safeParse(of('kode'));
    const count = (text: string): number => (/^\d{1,3}$/.test(text) ? Number(text) : Number.NaN);
    const rule = ruleBody.safeParse({
      activeYears: count(of('retensi_aktif')),
      inactiveYears: count(of('retensi_inaktif')),
      disposition: words[of('keterangan_akhir').toLowerCase() as keyof typeof words],
      triggerText: of('pemicu') || null,
      note: of('catatan') || null,
      legalBasis: of('dasar_hukum') || null,
      confirmed: of('sudah_diperiksa').toLowerCase() === 'ya',
    });
    if (code.success && rule.success) return [{ code: code.data, rule: rule.data, line }];
    const wrong = [
      ...(code.success ? [] : ['kode']),
      ...(rule.success ? [] : rule.error.issues.map((issue) => issue.path.join('.'))),
    ];
    errors.push({ path: `baris ${line}`, message: `Periksa ${wrong.join(', ')} (${of('kode')}).` });
    return [];
  });
  const seen = new Set<string>();
  for (const { code, line } of rows) {
    if (seen.has(code)) errors.push({ path: `baris ${line}`, message: `Kode ${code} sudah disebut di atasnya.` });
    seen.add(code);
  }
  if (errors.length > 0) {
    throw problem(archiveProblems.invalidSchedule, {
      detail: 'Tidak satu pun aturan disimpan. Perbaiki baris yang disebut, lalu unggah lagi.',
      errors: errors.slice(0, 50),
    });
  }
  return rows;
}

const cell = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** The schedule as CSV, in the shape that the import reads. */
function scheduleCsv(rules: readonly RuleAnswer[]): string {
  const lines = rules.map((rule) => [
    rule.classification,
    String(rule.activeYears),
    String(rule.inactiveYears),
    wordOf[rule.disposition] ?? '',
    rule.triggerText ?? '',
    rule.note ?? '',
    rule.legalBasis ?? '',
    rule.confirmed ? 'ya' : 'belum',
  ]);
  return [[...columns], ...lines]
    .map((fields) => fields.map(cell).join(','))
    .join('\r\n')
    .concat('\r\n');
}

/** The retention schedule (JRA): the regency's own, kept by the archivist and the administrator. */
export function createScheduleService({ tenancy, clock }: { tenancy: Tenancy; clock: Clock }) {
  async function put(tx: TenantTx, ctx: OfficeContext, code: string, rule: RuleBody, before: RuleRow | undefined) {
    const id = before?.id ?? newId();
    await tx.execute(sql`insert into retention_rules (id, classification, active_years, inactive_years, disposition,
        trigger_text, note, legal_basis, confirmed, updated_by, updated_at)
      values (${id}::uuid, ${code}, ${rule.activeYears}, ${rule.inactiveYears}, ${rule.disposition}, ${rule.triggerText},
        ${rule.note}, ${rule.legalBasis}, ${rule.confirmed}, ${ctx.actor.personId}::uuid, ${clock.now().toISOString()}::timestamptz)
      on conflict (classification) do update set active_years = excluded.active_years,
        inactive_years = excluded.inactive_years, disposition = excluded.disposition, trigger_text = excluded.trigger_text,
        note = excluded.note, legal_basis = excluded.legal_basis, confirmed = excluded.confirmed,
        updated_by = excluded.updated_by, updated_at = excluded.updated_at`);
    const old = before && {
      activeYears: before.activeYears,
      inactiveYears: before.inactiveYears,
      disposition: before.disposition,
    };
    await record(tx, ctx, 'retention.rule_set', { kind: 'retention_rule', id }, { code, ...rule, before: old ?? null });
  }

  return {
    list: (ctx: OfficeContext) =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const { rules, start } = await findSchedule(read);
        return { items: rules, retentionStart: start };
      }),

    /** @throws unknown_classification */
    put: (ctx: OfficeContext, { classification: code, ...rule }: PutRule): Promise<RuleAnswer> =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        await requireKnownCodes(tx, [code]);
        const { rules } = await findSchedule(tx);
        await put(
          tx,
          ctx,
          code,
          rule,
          rules.find((each) => each.classification === code),
        );
        const after = (await findSchedule(tx)).rules.find((each) => each.classification === code);
        if (!after) throw new Error('a rule was not stored');
        return after;
      }),

    /** Dossiers below the code follow the rule above it from then on, or have none. @throws not_found */
    remove: (ctx: OfficeContext, id: string): Promise<void> =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        const [row] = await tx.execute<{ code: string }>(
          sql`delete from retention_rules where id = ${id}::uuid returning classification as code`,
        );
        if (!row) throw problem(commonProblems.notFound, { detail: 'Aturan ini tidak ada.' });
        await record(tx, ctx, 'retention.rule_removed', { kind: 'retention_rule', id }, { code: row.code });
      }),

    /** All rows or none. Codes that the file does not name keep their rules. @throws invalid_retention_schedule */
    importCsv: (ctx: OfficeContext, csv: string) =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        const rows = readRows(csv);
        await requireKnownCodes(
          tx,
          rows.map((row) => row.code),
        );
        const known = new Map((await findSchedule(tx)).rules.map((rule) => [rule.classification, rule]));
        const result = { created: 0, changed: 0, same: 0 };
        for (const { code, rule } of rows) {
          const before = known.get(code);
          const kind = before === undefined ? 'created' : sameRule(before, rule) ? 'same' : 'changed';
          result[kind] += 1;
          if (kind !== 'same') await put(tx, ctx, code, rule, before);
        }
        return result;
      }),

    exportCsv: (ctx: OfficeContext) =>
      tenancy.readTenant(ctx.tenant, async (read) => scheduleCsv((await findSchedule(read)).rules)),

    setStart: (ctx: OfficeContext, start: RetentionStart) =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        await tx.execute(sql`update archive_settings set retention_start = ${start}, updated_at = now()`);
        const subject = { kind: 'retention_rule', id: newId() };
        await record(tx, ctx, 'retention.start_set', subject, { start });
        return { retentionStart: start };
      }),
  };
}

/** @throws unknown_classification */
export async function requireKnownCodes(tx: TenantTx, codes: readonly string[]): Promise<void> {
  const rows = await tx.execute<{
    code: string;
  }>(sql`select x.code from unnest(${sql.param([...codes])}::text[]) x(code)
    where not exists (select from platform.classifications c where c.code = x.code) limit 20`);
  if (rows.length === 0) return;
  const named = rows.map((row) => row.code).join(', ');
  throw problem(archiveProblems.unknownClassification, {
    detail: `Kode klasifikasi ini tidak ada: ${named}.`,
    errors: rows.map((row) => ({ path: 'classification', message: `Kode ${row.code} tidak ada.` })),
  });
}
