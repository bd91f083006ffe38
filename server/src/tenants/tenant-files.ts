import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../core/paths.ts';
import { parseCsv } from './csv.ts';
import {
  agreementSchema,
  classificationSchema,
  demoFileSchema,
  type demoIncomingSchema,
  type demoOutgoingSchema,
  holidaySchema,
  indicatorSchema,
  letterTypesSchema,
  provinceSchema,
  regionFactSchema,
  regionSchema,
  settingsSchema,
  skeletonSchema,
  templateSchema,
  tenantFileSchema,
} from './tenant-file-schemas.ts';

/** One regency as shipped: identity, letterhead, units, positions, demo people, and its mark as SVG text. */
export type TenantFile = z.infer<typeof tenantFileSchema> & { markSvg: string };
export type DefaultSettings = z.infer<typeof settingsSchema>;
export type LetterType = z.infer<typeof letterTypesSchema>[number];
/** What a regency without a file of its own starts with. */
export type Skeleton = z.infer<typeof skeletonSchema> & {
  markSvg: string;
  settings: DefaultSettings;
  letterTypes: LetterType[];
};
export type Region = {
  code: string;
  name: string;
  kind: 'kabupaten' | 'kota';
  provinceCode: string;
  province: string;
  timeZone: 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura';
};
export type Classification = z.infer<typeof classificationSchema>;
export type Holiday = { date: string; kind: 'libur_nasional' | 'cuti_bersama'; name: string; basis: string };
export type DefaultTemplate = z.infer<typeof templateSchema>;
export type AgreementText = z.infer<typeof agreementSchema>;

type DemoRecipient = Exclude<z.infer<typeof demoOutgoingSchema>['recipients'][number], { kind: 'unit_group' }>;
type DemoOutgoing = Omit<z.infer<typeof demoOutgoingSchema>, 'recipients' | 'copies'> & {
  recipients: DemoRecipient[];
  copies: DemoRecipient[];
};
/** A demo letter; units and positions are named by their codes in the regency's file. */
export type DemoLetter = DemoOutgoing | z.infer<typeof demoIncomingSchema>;

/**
 * The regencies that have a folder of their own in `tenants/`, by slug.
 * @throws Error of one line naming file and path where a file is missing or wrong; so do all loaders here.
 */
export function loadTenantFiles(root: string = projectRoot): TenantFile[] {
  const reserved = new Set(['reference', 'skeleton', 'templates', 'demo', 'node_modules']);
  return readdirSync(join(root, 'tenants'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !reserved.has(entry.name))
    .map((entry) => loadTenantFile(entry.name, root))
    .sort((a, b) => a.regionCode.localeCompare(b.regionCode));
}

function loadTenantFile(slug: string, root: string): TenantFile {
  const path = `tenants/${slug}/tenant.json`;
  const file = readJson(root, path, tenantFileSchema);
  if (file.slug !== slug) throw new Error(`${path}: slug: "${file.slug}" is not the folder's name`);
  return { ...file, markSvg: readText(root, `tenants/${slug}/mark.svg`) };
}

/** Units and positions typical for the kind, all unconfirmed, with the default settings and letter types. */
export function loadSkeleton(kind: 'kabupaten' | 'kota', root: string = projectRoot): Skeleton {
  return {
    ...readJson(root, `tenants/skeleton/${kind}.json`, skeletonSchema),
    markSvg: readText(root, 'tenants/skeleton/mark.svg'),
    settings: readJson(root, 'tenants/skeleton/settings.json', settingsSchema),
    letterTypes: readJson(root, 'tenants/skeleton/letter-types.json', letterTypesSchema),
  };
}

/** All 514 regencies and cities, by code. Every province lies within one time zone, so a region takes its province's. */
export function loadRegions(root: string = projectRoot): Region[] {
  const provinces = new Map(
    readCsv(root, 'tenants/reference/provinces.csv', provinceSchema).map((row) => [row.code, row]),
  );
  return readCsv(root, 'tenants/reference/regions.csv', regionSchema).map((row) => {
    const province = provinces.get(row.province_code);
    if (!province) throw new Error(`tenants/reference/regions.csv: ${row.code}: no province ${row.province_code}`);
    return {
      code: row.code,
      name: row.name,
      kind: row.kind,
      provinceCode: province.code,
      province: province.name,
      timeZone: province.time_zone,
    };
  });
}

/** The classification of archives, by code (Permendagri 83/2022 as far as public data sets agree; see SOURCES.md). */
export function loadClassification(root: string = projectRoot): Classification[] {
  return readCsv(root, 'tenants/reference/classification.csv', classificationSchema);
}

/** National holidays and collective leave, by date; `basis` names the decree. */
export function loadHolidays(root: string = projectRoot): Holiday[] {
  return readCsv(root, 'tenants/reference/holidays.csv', holidaySchema).map((row) => ({
    date: row.tanggal,
    kind: row.jenis,
    name: row.nama,
    basis: row.dasar,
  }));
}

/** Instruments whose indicators are shipped: code in the database, and file. */
export const indexInstruments = [
  { scheme: 'spbe-2020', file: 'spbe-indicators.csv' },
  { scheme: 'pemdi-2026', file: 'pemdi-indicators.csv' },
] as const;

/** The indicators of an instrument with their weights, by number. @throws Error unless the weights add to 100 */
export function loadIndicators(file: string, root: string = projectRoot): z.infer<typeof indicatorSchema>[] {
  const path = `tenants/reference/${file}`;
  const rows = readCsv(root, path, indicatorSchema);
  const total = rows.reduce((sum, row) => sum + row.weight, 0);
  if (Math.abs(total - 100) > 1e-6) throw new Error(`${path}: the weights add to ${total}, not to 100`);
  return rows;
}

/** What is known of regions' size; a fact without a row is unknown. */
export function loadRegionFacts(root: string = projectRoot): z.infer<typeof regionFactSchema>[] {
  return readCsv(root, 'tenants/reference/region-facts.csv', regionFactSchema);
}

/** The letter templates every regency starts with, by key. */
export function loadDefaultTemplates(root: string = projectRoot): DefaultTemplate[] {
  return readdirSync(join(root, 'tenants/templates'))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const template = readJson(root, `tenants/templates/${name}`, templateSchema);
      if (`${template.key}.json` !== name) {
        throw new Error(`tenants/templates/${name}: key: "${template.key}" is not the file's name`);
      }
      return template;
    });
}

/** The shipped wording of an agreement on sharing templates and practices. */
export function loadAgreementClauses(root: string = projectRoot): AgreementText {
  return readJson(root, 'tenants/templates/agreement/pks-berbagi-templat.json', agreementSchema);
}

/** One regency's demo letters in the order to load them, groups of addressees written out as units. */
export function loadDemoLetters(slug: string, root: string = projectRoot): DemoLetter[] {
  const path = `tenants/demo/${slug}.json`;
  const { letters } = readJson(root, path, demoFileSchema);
  const { units } = loadTenantFile(slug, root);
  const expand = (recipients: z.infer<typeof demoOutgoingSchema>['recipients']): DemoRecipient[] =>
    recipients.flatMap((recipient): DemoRecipient[] => {
      if (recipient.kind !== 'unit_group') return [recipient];
      const group = units.filter((unit) => unit.kind === recipient.unitKind);
      if (group.length === 0) throw new Error(`${path}: no unit of kind "${recipient.unitKind}"`);
      return group.map((unit) => ({ kind: 'unit', unitCode: unit.code }));
    });
  return letters.map((letter) =>
    letter.direction === 'incoming'
      ? letter
      : { ...letter, recipients: expand(letter.recipients), copies: expand(letter.copies) },
  );
}

/**
 * The ISO date `offsetDays` from `today` (ISO), moved to the next Monday where it would fall on a weekend.
 * Holidays are not looked at: demo letters only have to look plausible.
 */
export function resolveOffset(offsetDays: number, today: string): string {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + offsetDays);
  const weekday = date.getUTCDay();
  if (weekday === 6) date.setUTCDate(date.getUTCDate() + 2);
  if (weekday === 0) date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** A demo letter's variables as plain values for `fillVariables`, its relative dates counted from `today` (ISO). */
export function resolveVariables(variables: DemoOutgoing['variables'], today: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : resolveOffset(value.offsetDays, today),
    ]),
  );
}

function readText(root: string, path: string): string {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch (cause) {
    throw new Error(`${path}: cannot be read`, { cause });
  }
}

function readJson<T>(root: string, path: string, schema: z.ZodType<T>): T {
  let parsed: unknown;
  const text = readText(root, path);
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw new Error(`${path}: not valid JSON`, { cause });
  }
  return checked(schema, parsed, path);
}

function readCsv<T>(root: string, path: string, row: z.ZodType<T>): T[] {
  const text = readText(root, path);
  try {
    return parseCsv(text).map(({ line, record }) => checked(row, record, `line ${line}`));
  } catch (cause) {
    throw new Error(`${path}: ${cause instanceof Error ? cause.message : 'cannot be read'}`, { cause });
  }
}

function checked<T>(schema: z.ZodType<T>, value: unknown, where: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Error(`${where}: ${z.core.toDotPath(issue?.path ?? []) || '(top)'}: ${issue?.message ?? 'not valid'}`);
}
