import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LetterDocument } from '../adapters/typesetting/index.ts';
import { sampleMark } from '../adapters/typesetting/testing.ts';
import { projectRoot } from '../core/paths.ts';
import { loadDefaultTemplates, loadSkeleton } from '../tenants/tenant-files.ts';
import { createLetterOffice, type LetterOffice } from '../testing/letter-office.ts';
import { filledBody } from '../testing/template-samples.ts';
import { requireTool } from '../testing/tools.ts';
import { composeDocument } from './document.ts';

/** `MADANGAN_PICTURES=1` writes what is drawn here into the documentation. */
const wantsPictures = process.env.MADANGAN_PICTURES === '1';
const pictures = join(projectRoot, 'docs', 'pictures', 'letter-types');

const templates = loadDefaultTemplates();
const { letterTypes } = loadSkeleton('kabupaten');

let office: LetterOffice;
const positions: Record<string, string> = {};
const at = { createdAt: new Date('2026-11-24T03:00:00Z'), today: '2026-11-24' };
const final = {
  number: '000.1/12/Setda',
  date: '2026-11-24',
  verifyCode: 'K7QF-2M9D',
  verifyUrl: 'https://contoh.example/v/K7QF-2M9D',
};

beforeAll(async () => {
  office = await createLetterOffice();
  const made = await office.query<{ kind: string; id: string }>(sql`
    with council as (insert into units (id, parent_id, code, name, short_name, kind)
        select gen_random_uuid(), id, 'DPRD', 'Dewan Perwakilan Rakyat Daerah', 'DPRD', 'council' from units where parent_id is null
        limit 1 returning id),
      chair as (insert into positions (id, unit_id, title, kind) select gen_random_uuid(), id, 'Ketua DPRD', 'council_leader'
        from council returning id),
      person as (insert into people (id, username, name, rank, nip) values (gen_random_uuid(), 'ketua', 'Arga Purwasasmita, S.H.', null, null)
        returning id)
    insert into assignments (id, person_id, position_id, starts_on)
      select gen_random_uuid(), person.id, chair.id, '2020-01-01' from person, chair returning 'council_leader' as kind, position_id as id`);
  await office.query(
    sql`update people set rank = 'Pembina Utama Muda', nip = case username when 'sekda' then '19720000 000000 0 000' when 'kabid' then '19830000 000000 0 000' else '19780000 000000 0 000' end where username in ('kadis', 'sekda', 'kabid')`,
  );
  for (const { kind, id } of made) positions[kind] = id;
  const byKind = await office.query<{ kind: string; id: string }>(sql`
    select p.kind, p.id from positions p join assignments a on a.position_id = p.id order by p.title desc`);
  for (const { kind, id } of byKind) positions[kind] ??= id;
  positions.unit_head = office.positions.kadis;
}, 60_000);
afterAll(() => office.close());

function tool(command: string, ...args: string[]): string {
  const { stdout, stderr, status } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stdout}${stderr}`);
  return stdout;
}

/** A number as regencies write it for the type. */
const numberOf = (type: (typeof letterTypes)[number]): string =>
  ['pengaturan', 'penetapan'].includes(type.layout)
    ? '12 TAHUN 2026'
    : `${type.defaultClassification}/12/${type.group === 'arahan' ? 'Setda' : 'Diskominfo'}`;

/** The template of a type in the final form, as signing draws it. */
async function drawn(type: (typeof letterTypes)[number], template: (typeof templates)[number], cosigners: string[]) {
  const asked =
    template.chain.signer === 'regent' ? 'regent' : template.chain.signer === 'secretary' ? 'secretary' : 'unit_head';
  const kind = type.signerKinds.includes(asked) ? asked : type.signerKinds[0];
  const printed = {
    type: type.code,
    subject: template.subject,
    secrecy: 'biasa' as const,
    urgency: template.defaults.urgency,
    attachmentNote: template.defaults.attachmentNote,
    body: filledBody(template),
    addressees: type.requiredParts.includes('addressee') ? ['Kepala Badan Perencanaan Pembangunan Daerah'] : [],
    copies: type.group === 'korespondensi' ? ['Inspektur Daerah'] : [],
  };
  return office.tenancy.readTenant(office.tenant, async (read) => {
    const compose = (position: string | undefined) =>
      composeDocument(
        read,
        { ...printed, signerPositionId: position ?? null },
        { ...at, ...final, number: numberOf(type) },
      );
    const first = await compose(positions[kind ?? '']);
    if (cosigners.length === 0) return first.document;
    const others = await Promise.all(cosigners.map((each) => compose(positions[each])));
    const all = [first, ...others].map(({ document }, i) => ({ ...document.signer, role: first.roles[i] || null }));
    const last = all.at(-1);
    if (!last) throw new Error('nobody signs');
    return { ...first.document, signer: last, signerRole: last.role, cosigners: all.slice(0, -1) };
  });
}

/** The same page as the office of a regency with a name and a mark, rather than one of a test, would draw it. */
function dressed<D extends LetterDocument>(document: D): D {
  const own = office.tenant.name.replace(/^(Kabupaten|Kota) /, '');
  const named = JSON.stringify(document)
    .replaceAll(own.toUpperCase(), 'TAMPOMAS')
    .replaceAll(own, 'Tampomas')
    .replaceAll('PROVINSI PROVINSI UJI', 'PROVINSI PARAHYANGAN');
  const copy = JSON.parse(named) as D;
  if (copy.letterhead.kind === 'unit') {
    copy.letterhead.mark = sampleMark;
    copy.letterhead.address = [
      'Jalan Pemuda Nomor 1, Tampomas, Telepon (0261) 000000',
      'Laman tampomas.madangan.example',
    ];
  }
  return copy;
}

/** Who signs beside, where the type has several signers as a rule. */
const beside: Record<string, string[]> = {
  peraturan_daerah: ['secretary'],
  peraturan_kepala_daerah: ['secretary'],
  peraturan_dprd: ['secretary'],
  berita_acara: ['division_head'],
  surat_perjanjian: ['secretary'],
  surat_kuasa: ['division_head'],
  notula: ['secretary'],
};

it('stands in the documentation, every type with its name, layout and picture', () => {
  const table = readFileSync(join(projectRoot, 'docs', 'letter-types.md'), 'utf8');
  for (const { code, name, layout } of letterTypes) {
    const row = table.split('\n').find((line) => line.startsWith(`| ${name} |`));
    expect([code, row?.includes(`pictures/letter-types/${code}.png`)]).toEqual([code, true]);
    expect([code, row?.includes(`| ${layout} |`)]).toEqual([code, true]);
    expect([code, existsSync(join(pictures, `${code}.png`))]).toEqual([code, true]);
  }
});

it('has a template for every type', () => {
  const types = new Set(templates.map((template) => template.type));
  expect(letterTypes.filter((type) => !types.has(type.code)).map((type) => type.code)).toEqual([]);
});

describe.skipIf(!['qpdf', 'pdffonts', 'pdfinfo', 'pdftoppm'].every(requireTool))('every type’s page', () => {
  const first = letterTypes.map((type) => ({ type, template: templates.find((each) => each.type === type.code) }));
  it.each(first)(
    '$type.code is a complete, sound PDF/A with its fonts inside (qpdf, pdffonts, pdfinfo)',
    async ({ type, template }) => {
      if (!template) throw new Error(`no template for ${type.code}`);
      const document = dressed(await drawn(type, template, beside[type.code] ?? []));
      const pdf = await office.deps.typesetter.letter(document);
      const folder = mkdtempSync(join(tmpdir(), 'letter-type-'));
      const file = join(folder, 'a.pdf');
      writeFileSync(file, pdf);
      try {
        expect(tool('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
        const fonts = tool('pdffonts', file)
          .split('\n')
          .slice(2)
          .filter((row) => row !== '');
        expect(fonts.length).toBeGreaterThan(0);
        const face = type.fontFamily === 'bonum' ? 'TeXGyreBonum' : 'Arimo';
        for (const row of fonts) expect(row).toMatch(new RegExp(`\\+${face}.* yes yes yes`));
        expect(tool('pdfinfo', '-meta', file)).toMatch(/pdfaid:part>2<[\s\S]*pdfaid:conformance>B</);
        if (wantsPictures) picture(file, type.code);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});

/** The first page as a small PNG. */
function picture(file: string, name: string): void {
  mkdirSync(pictures, { recursive: true });
  tool(
    'pdftoppm',
    '-png',
    '-singlefile',
    '-f',
    '1',
    '-l',
    '1',
    '-scale-to-x',
    '520',
    '-scale-to-y',
    '-1',
    file,
    join(pictures, name),
  );
  if (process.env.MADANGAN_PAGES) {
    tool('pdftoppm', '-png', '-r', '60', file, join(process.env.MADANGAN_PAGES, name));
  }
}
