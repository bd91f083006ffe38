import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../core/paths.ts';
import { composeClauses } from './agreement-text.ts';
import { parseCsv } from './csv.ts';
import { fillVariables, listVariables, printedValue } from './letter-body-schema.ts';
import {
  type DemoLetter,
  loadAgreementClauses,
  loadClassification,
  loadDefaultTemplates,
  loadDemoLetters,
  loadHolidays,
  loadRegions,
  loadSkeleton,
  loadTenantFiles,
  resolveOffset,
  resolveVariables,
} from './tenant-files.ts';

const tenants = loadTenantFiles();
const templates = loadDefaultTemplates();
const classification = new Set(loadClassification().map((row) => row.code));
const { letterTypes, settings } = loadSkeleton('kabupaten');
const typeCodes = new Set(letterTypes.map((type) => type.code));
const duplicates = (values: string[]): string[] => values.filter((value, index) => values.indexOf(value) !== index);

describe('reference', () => {
  it('has the 514 regencies and cities of 38 provinces, each code once', () => {
    const regions = loadRegions();
    expect(regions).toHaveLength(514);
    expect(new Set(regions.map((region) => region.code)).size).toBe(514);
    expect(new Set(regions.map((region) => region.provinceCode)).size).toBe(38);
    expect(regions.filter((region) => region.kind === 'kabupaten')).toHaveLength(416);
    for (const region of regions) {
      expect(region.name.startsWith(region.kind === 'kota' ? 'Kota ' : 'Kabupaten ')).toBe(true);
      expect(region.code.startsWith(`${region.provinceCode}.`)).toBe(true);
    }
  });

  it('knows the zone of a region in each part of the country', () => {
    const zone = Object.fromEntries(loadRegions().map((region) => [region.code, region.timeZone]));
    expect(zone['32.11']).toBe('Asia/Jakarta');
    expect(zone['61.71']).toBe('Asia/Jakarta');
    expect(zone['63.71']).toBe('Asia/Makassar');
    expect(zone['91.71']).toBe('Asia/Jayapura');
  });

  it('has classification codes and holidays once each', () => {
    expect(classification.size).toBe(2949);
    expect(duplicates(loadHolidays().map((holiday) => holiday.date))).toEqual([]);
    expect(loadHolidays()).toHaveLength(51);
  });

  it('reads quoted fields', () => {
    expect(parseCsv('a,b\n"x, ""y""",\n')).toEqual([{ line: 2, record: { a: 'x, "y"', b: '' } }]);
    expect(() => parseCsv('a,b\nx\n')).toThrow('line 2: 1 fields, expected 2');
  });
});

describe('the shipped regencies', () => {
  it('are three, with all their kecamatan and a camat each', () => {
    const counts = tenants.map((tenant) => {
      const kecamatan = tenant.units.filter((unit) => unit.kind === 'kecamatan');
      for (const unit of kecamatan) {
        expect(unit.regionCode?.startsWith(`${tenant.regionCode}.`)).toBe(true);
        expect(tenant.positions.filter((position) => position.unitCode === unit.code)).toMatchObject([
          { title: unit.name.replace('Kecamatan', 'Camat'), kind: 'unit_head' },
        ]);
      }
      return [tenant.slug, kecamatan.length];
    });
    expect(counts).toEqual([
      ['sukabumi', 47],
      ['sumedang', 26],
      ['lebak', 28],
    ]);
  });

  it.each(tenants)('$slug agrees with the region list, heads every unit, and has the seven demo people', (tenant) => {
    const region = loadRegions().find((candidate) => candidate.code === tenant.regionCode);
    expect(region).toMatchObject({ name: tenant.name, province: tenant.province, timeZone: tenant.timeZone });
    for (const unit of tenant.units) {
      expect(tenant.positions.some((position) => position.unitCode === unit.code)).toBe(true);
    }
    expect(tenant.people.map((person) => [person.username, person.positionCode])).toEqual(
      ['bupati', 'sekda', 'kadis', 'kabid', 'staf', 'tu', 'admin'].map((name) => [name, name]),
    );
    expect(duplicates(tenant.people.flatMap((person) => person.nip ?? []))).toEqual([]);
    expect(tenant.markSvg).toContain('<svg');
    expect(tenant.markSvg).not.toMatch(/<script|href=|onload/);
    expect(tenant.accent.tuple[6]).toBe(tenant.accent.light.accent);
  });

  it('share no demo name, so that a stranger in an office is seen at once', () => {
    expect(duplicates(tenants.flatMap((tenant) => tenant.people.map((person) => person.name)))).toEqual([]);
  });
});

describe('skeleton', () => {
  it.each(['kabupaten', 'kota'] as const)('%s is unconfirmed throughout and can start working', (kind) => {
    const skeleton = loadSkeleton(kind);
    expect(skeleton.units.filter((unit) => unit.confirmed).map((unit) => unit.kind)).toEqual(['regent']);
    expect(skeleton.positions[0]?.title).toBe(kind === 'kota' ? 'Wali Kota' : 'Bupati');
    expect(skeleton.positions.map((position) => position.code)).toEqual(
      expect.arrayContaining(['bupati', 'sekda', 'kadis', 'kabid', 'staf', 'tu', 'admin']),
    );
  });

  it('gives every letter type a classification that exists', () => {
    expect(letterTypes.filter((type) => !classification.has(type.defaultClassification))).toEqual([]);
    expect(duplicates(letterTypes.map((type) => type.code))).toEqual([]);
    expect(Object.keys(settings.numbering.patternByType).filter((type) => !typeCodes.has(type))).toEqual([]);
  });
});

describe('templates', () => {
  it.each(templates)('$key has a known type and classification and says what each placeholder is', (template) => {
    expect(typeCodes.has(template.type)).toBe(true);
    expect(classification.has(template.defaults.classification)).toBe(true);
    const variables = listVariables(template.body);
    expect(variables.length).toBeGreaterThan(0);
    // A name may stand in several places, as a person's name and rank do: then all of them say the same of it.
    const saying = (variable: (typeof variables)[number]) => ({ ...variable, format: undefined });
    for (const variable of variables) {
      const first = variables.find((each) => each.name === variable.name);
      expect(first && saying(first)).toEqual(saying(variable));
      if (variable.kind !== 'choice') expect(variable.value).toBeNull();
    }
  });

  it('exist for every type of letter', () => {
    const covered = new Set(templates.map((template) => template.type));
    expect([...typeCodes].filter((code) => !covered.has(code))).toEqual([]);
  });

  it('fills placeholders in a copy', () => {
    const template = templates.find((candidate) => candidate.key === 'undangan-rapat');
    if (!template) throw new Error('undangan-rapat is missing');
    const filled = fillVariables(template.body, { acara: 'Evaluasi', unknown: 'x' });
    const acara = (body: typeof filled) => listVariables(body).find((variable) => variable.name === 'acara')?.value;
    expect(acara(filled)).toBe('Evaluasi');
    expect(acara(template.body)).toBeNull();
  });
});

it('prints values as a letter writes them', () => {
  expect(printedValue('date', '2026-11-30')).toBe('Senin, 30 November 2026');
  expect(printedValue('date', '2026-12-04')).toBe('Jumat, 4 Desember 2026');
  expect(printedValue('time', '09:00')).toBe('09.00');
  expect(printedValue('money', '12500000')).toBe('Rp12.500.000,00');
  expect(printedValue('date', 'segera')).toBe('segera');
});

describe('agreement', () => {
  const text = loadAgreementClauses();
  const parties = [{ party_ordinal: 'PIHAK KESATU', contact: 'Kepala Dinas', party_name: 'Kabupaten Sumedang' }];

  it('has articles 1 to 11 and leaves out what the scope does not have', () => {
    const clauses = composeClauses(text, {
      scope: ['templates'],
      noticeDays: null,
      copiesAfterEnd: 'keep',
      values: {},
      parties,
    });
    expect(clauses.map((clause) => clause.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(clauses[1]?.text).toContain('(a) templat naskah dinas yang dibagikan melalui katalog bersama.');
    expect(clauses[1]?.text.join(' ')).not.toContain('indeks');
    expect(clauses[6]?.text.join(' ')).toContain('sejak pemberitahuan tertulis');
    expect(clauses[6]?.text.at(-1)).toContain('tetap dapat dipakai');
    expect(clauses[9]?.text).toContain('PIHAK KESATU: Kepala Dinas, Kabupaten Sumedang');
  });

  it('fills dates and the notice period and keeps what is still open visible', () => {
    const values = { starts_on: '1 Januari 2027' };
    const clauses = composeClauses(text, {
      scope: ['templates', 'practices'],
      noticeDays: 30,
      copiesAfterEnd: 'stop_new_use',
      values,
      parties,
    });
    expect(clauses[4]?.text[0]).toContain('sejak tanggal 1 Januari 2027 sampai dengan tanggal {{ends_on}}');
    expect(clauses[6]?.text.join(' ')).toContain('paling lambat 30 hari sebelumnya');
    expect(clauses[6]?.text.join(' ')).not.toContain('berlaku sejak pemberitahuan');
    expect(clauses[6]?.text.at(-1)).toContain('tidak dipakai lagi untuk naskah baru');
    expect(clauses[6]?.text.join(' ')).not.toContain('tetap dapat dipakai');
  });

  it('uses only placeholders that it declares', () => {
    const declared = new Set([...text.placeholders.map((placeholder) => placeholder.name), 'all_ordinals']);
    const used = [...JSON.stringify(text).matchAll(/\{\{([a-z_]+)\}\}/g)].map((match) => match[1] ?? '');
    expect(used.filter((name) => !declared.has(name))).toEqual([]);
  });
});

describe('demo letters', () => {
  const all = tenants.flatMap((tenant) => loadDemoLetters(tenant.slug).map((letter) => ({ tenant, letter })));

  it.each(all)('$tenant.slug $letter.key names only what exists', ({ tenant, letter }) => {
    const units = new Set(tenant.units.map((unit) => unit.code));
    const positions = new Set(tenant.positions.map((position) => position.code));
    expect(typeCodes.has(letter.type)).toBe(true);
    expect(classification.has(letter.classification)).toBe(true);
    const named = positionsOf(letter);
    expect(named.filter((code) => !positions.has(code))).toEqual([]);
    if (letter.direction === 'incoming') {
      expect(letter.dispositions === undefined || letter.routeTo === letter.dispositions[0]?.from).toBe(true);
      return;
    }
    expect(tenant.people.map((person) => person.username)).toContain(letter.by);
    expect(letter.recipients.filter((to) => to.kind === 'unit' && !units.has(to.unitCode))).toEqual([]);
    const template = templates.find((candidate) => candidate.key === letter.template);
    expect(template?.type).toBe(letter.type);
    if (!template) return;
    const values = resolveVariables(letter.variables, '2026-11-24');
    const names = listVariables(template.body).map((variable) => variable.name);
    expect(Object.keys(values).filter((name) => !names.includes(name))).toEqual([]);
    const open = listVariables(fillVariables(template.body, values)).filter((v) => v.required && v.value === null);
    expect(letter.wantState === 'draft' ? [] : open).toEqual([]);
    expect(letter.approvals).toBe(expectedApprovals(letter));
    expect(letter.wantState === 'returned').toBe(letter.returnNote !== undefined);
  });

  it.each(tenants)('$slug has ten or more, unique, of every state, one of them terbatas', (tenant) => {
    const letters = loadDemoLetters(tenant.slug);
    expect(letters.length).toBeGreaterThanOrEqual(10);
    expect(duplicates(letters.map((letter) => letter.key))).toEqual([]);
    expect(letters.filter((letter) => letter.secrecy === 'terbatas')).toHaveLength(1);
    expect([...new Set(letters.map((letter) => letter.wantState))].sort()).toEqual(
      ['awaiting_signature', 'draft', 'in_approval', 'received', 'registered', 'returned', 'sent', 'signed'].sort(),
    );
  });

  it('moves a date off the weekend', () => {
    expect(resolveOffset(1, '2026-11-24')).toBe('2026-11-25');
    expect(resolveOffset(4, '2026-11-24')).toBe('2026-11-30');
    expect(resolveOffset(5, '2026-11-24')).toBe('2026-11-30');
  });
});

function positionsOf(letter: DemoLetter): string[] {
  if (letter.direction === 'outgoing') return [...letter.approvers, letter.signer, letter.by];
  type Node = NonNullable<typeof letter.dispositions>[number];
  const walk = (node: Node): string[] => [node.from, node.to, ...(node.children ?? []).flatMap(walk)];
  return [...(letter.routeTo === undefined ? [] : [letter.routeTo]), ...(letter.dispositions ?? []).flatMap(walk)];
}

/** Approvals stand in the file for readers; they must agree with the state. */
function expectedApprovals(letter: Extract<DemoLetter, { direction: 'outgoing' }>): number {
  if (letter.wantState === 'draft' || letter.wantState === 'returned') return 0;
  if (letter.wantState === 'in_approval') return Math.min(letter.approvals, letter.approvers.length - 1);
  return letter.approvers.length;
}

describe('a wrong file', () => {
  const root = mkdtempSync(join(tmpdir(), 'tenant-files-'));
  cpSync(join(projectRoot, 'tenants'), join(root, 'tenants'), { recursive: true });
  afterAll(() => rmSync(root, { recursive: true }));
  const spoil = (path: string, change: (text: string) => string): void =>
    writeFileSync(join(root, path), change(readFileSync(join(projectRoot, path), 'utf8')));

  it('is refused in one line that names file and path', () => {
    spoil('tenants/lebak/tenant.json', (text) => text.replace('"parentCode": "Setda"', '"parentCode": "Sekda"'));
    expect(() => loadTenantFiles(root)).toThrow(
      /^tenants\/lebak\/tenant\.json: units\[2\]\.parentCode: no unit "Sekda" before this one$/,
    );
    spoil('tenants/templates/nota-dinas.json', (text) => text.replace('"orderedList"', '"html"'));
    expect(() => loadDefaultTemplates(root)).toThrow(/^tenants\/templates\/nota-dinas\.json: body\.content\[1\]/);
    spoil('tenants/reference/holidays.csv', (text) => text.replace('2026-01-01', '2026-13-01'));
    expect(() => loadHolidays(root)).toThrow(/^tenants\/reference\/holidays\.csv: line 2: tanggal: /);
    spoil('tenants/skeleton/settings.json', () => '{');
    expect(() => loadSkeleton('kota', root)).toThrow(/^tenants\/skeleton\/settings\.json: not valid JSON$/);
    expect(() => loadDemoLetters('garut', root)).toThrow(/^tenants\/demo\/garut\.json: cannot be read$/);
  });
});
