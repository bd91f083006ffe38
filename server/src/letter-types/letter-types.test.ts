import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLetterOffice, type LetterOffice, type Username } from '../testing/letter-office.ts';
import type { Refusal } from '../testing/office.ts';
import { requireTool } from '../testing/tools.ts';
import { letterParts, missingParts } from './rules.ts';

type Type = { code: string; name: string; updatedAt: string; active: boolean; requiredParts: string[]; layout: string };
type Letter = { id: string } & Refusal;
type Pages = { pages: { svg: string; widthPt: number; heightPt: number }[] } & Refusal;

let office: LetterOffice;
beforeAll(async () => {
  office = await createLetterOffice();
});
afterAll(() => office.close());

const admin = () => office.as('admin');
const types = async (query = '', by: Username = 'staf') =>
  (await office.as(by).call<{ items: Type[] }>('GET', `/letter-types${query}`)).body.items;
const typeOf = async (code: string): Promise<Type> => {
  const found = (await types('?all=true')).find((type) => type.code === code);
  if (!found) throw new Error(`no type ${code}`);
  return found;
};
const change = (code: string, body: object, by: Username = 'admin') =>
  office.as(by).call<Type & Refusal>('PATCH', `/letter-types/${code}`, body);

const paragraphs = (...texts: string[]) => ({
  type: 'doc',
  content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});
async function draft(type: string, more: object = {}): Promise<string> {
  const { status, body } = await office.as('staf').call<Letter>('POST', '/letters', {
    type,
    subject: 'Uji jenis naskah',
    body: paragraphs('Isi.'),
    classification: '000.1',
    ...more,
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.id;
}
const submit = (id: string, signer: Username = 'kadis') =>
  office.as('staf').call<Letter>('POST', `/letters/${id}/submit`, { approvers: [], signer: office.positions[signer] });

describe('the list', () => {
  it('is read by everyone; what is out of use only when asked for, and no new letter is made of it', async () => {
    expect((await types()).length).toBeGreaterThan(30);
    expect((await change('memo', { active: false })).status).toBe(200);
    expect((await types()).some((type) => type.code === 'memo')).toBe(false);
    expect((await types('?all=true')).some((type) => type.code === 'memo')).toBe(true);
    const refused = await office
      .as('staf')
      .call<Letter>('POST', '/letters', { type: 'memo', subject: 'Uji', body: paragraphs('Isi.'), recipients: [] });
    expect([refused.status, refused.body.code]).toEqual([422, 'unknown_letter_type']);
    expect((await change('memo', { active: true })).status).toBe(200);
  });

  it('is changed by the administrator alone', async () => {
    for (const by of office.usernames.filter((username) => username !== 'admin')) {
      const answers = [
        await change('surat_dinas', { name: 'Bukan Hak Saya' }, by),
        await office.as(by).call('POST', '/letter-types', { code: 'tamu' }),
        await office.as(by).call('POST', '/letter-types/preview', { code: 'surat_dinas' }),
      ];
      // A body that does not fit is told to nobody who has no right.
      expect([by, ...answers.map((answer) => answer.status)]).toEqual([by, 403, 403, 403]);
    }
    expect((await office.visitor.call('GET', '/letter-types')).status).toBe(401);
    expect((await office.visitor.call('PATCH', '/letter-types/memo', { name: 'X' })).status).toBe(401);
  });

  it('names all faults of a change at once', async () => {
    const { status, body } = await change('surat_dinas', {
      name: '',
      layout: 'bebas',
      signerKinds: [],
      maxSigners: 11,
      fontSizePt: 40,
    });
    expect([status, body.code]).toEqual([400, 'invalid_input']);
    expect(body.errors.map((error) => error.path).sort()).toEqual([
      'fontSizePt',
      'layout',
      'maxSigners',
      'name',
      'signerKinds',
    ]);
    const unknown = await change('surat_dinas', { defaultClassification: 'Umum' });
    expect([unknown.status, unknown.body.errors[0]?.path]).toEqual([400, 'defaultClassification']);
    expect((await change('tidak_ada', { name: 'Tidak Ada' })).status).toBe(404);
  });

  it('refuses a change of what somebody else has changed since', async () => {
    const { updatedAt } = await typeOf('piagam');
    expect((await change('piagam', { name: 'Piagam Kehormatan', seen: updatedAt })).status).toBe(200);
    const stale = await change('piagam', { name: 'Piagam', seen: updatedAt });
    expect([stale.status, stale.body.code]).toEqual([409, 'stale_version']);
  });

  it('takes a type of the regency’s own, once, also when the same request comes twice', async () => {
    const own = {
      code: 'surat_imbauan',
      name: 'Surat Imbauan',
      shortCode: 'IMB',
      group: 'khusus',
      layout: 'judul',
      title: 'SURAT IMBAUAN',
      defaultClassification: '000.1',
    };
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const made = await admin().call<Type>('POST', '/letter-types', own, headers);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    expect((await admin().call<Type>('POST', '/letter-types', own, headers)).body).toEqual(made.body);
    const again = await admin().call('POST', '/letter-types', own);
    expect([again.status, again.body.code, again.body.errors[0]?.path]).toEqual([409, 'letter_type_taken', 'code']);
    const twin = await admin().call('POST', '/letter-types', { ...own, code: 'surat_imbauan_kedua' });
    expect([twin.status, twin.body.errors[0]?.path]).toEqual([409, 'shortCode']);
    expect((await submit(await draft('surat_imbauan'))).status).toBe(200);
  });
});

describe('required parts', () => {
  const missing = (required: (typeof letterParts)[number][], text: string) =>
    missingParts(required, { addressees: 0, copies: 0, attachmentNote: null, text }).map(({ part }) => part);

  it.each([
    ['Menimbang: \nbahwa satu;\nMengingat: \nUndang-Undang;\nMEMUTUSKAN:\nMenetapkan: KEPUTUSAN', []],
    ['MENIMBANG :\nbahwa satu;\nMEMUTUSKAN:\nMenetapkan: KEPUTUSAN', ['recalling']],
    // A label with nothing behind it but the next label is not a part.
    ['Menimbang:\nMengingat: Undang-Undang', ['considering', 'dictum']],
    ['Kami menimbang hal ini.', ['considering', 'recalling', 'dictum']],
    ['', ['considering', 'recalling', 'dictum']],
  ])('are found in %j, or missed', (text, lacking) => {
    expect(missing(['considering', 'recalling', 'dictum'], text)).toEqual(lacking);
  });

  it('are missing from what says nothing, whatever is required', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...letterParts)), (required) => {
        expect(missing(required, 'Demikian disampaikan.')).toEqual(required);
      }),
    );
  });

  it('are all named when a letter without them is submitted', async () => {
    const id = await draft('keputusan_kepala_daerah');
    const refused = await submit(id, 'bupati');
    expect([refused.status, refused.body.code]).toEqual([422, 'incomplete_letter']);
    expect(refused.body.errors.map((error) => error.message).join(' ')).toMatch(/Menimbang.*Mengingat.*Menetapkan/);
    const body = paragraphs('Menimbang: bahwa perlu;', 'Mengingat: Undang-Undang;', 'Menetapkan: KEPUTUSAN.');
    expect((await office.as('staf').call('PATCH', `/letters/${id}`, { body })).status).toBe(200);
    expect((await submit(id, 'bupati')).status).toBe(200);
  });

  it('are the regency’s own to set', async () => {
    expect((await submit(await draft('pengumuman'))).status).toBe(200);
    expect((await change('pengumuman', { requiredParts: ['attachment', 'copies'] })).status).toBe(200);
    const refused = await submit(await draft('pengumuman'));
    expect(refused.body.errors.map((error) => error.path)).toEqual(['attachmentNote', 'copies']);
    const unit = { kind: 'unit', id: office.units.Disdik };
    const full = await draft('pengumuman', { attachmentNote: 'Satu lembar', copies: [unit] });
    expect((await submit(full)).status).toBe(200);
  });
});

describe('who may sign', () => {
  it('is checked when a letter is submitted, and the refusal says who may', async () => {
    const body = paragraphs('Menimbang: bahwa perlu;', 'Mengingat: Undang-Undang;', 'Menetapkan: PERATURAN.');
    const id = await draft('peraturan_kepala_daerah', { body });
    const refused = await submit(id, 'kadis');
    expect([refused.status, refused.body.code, refused.body.errors[0]?.path]).toEqual([422, 'invalid_chain', 'signer']);
    expect(refused.body.detail).toContain('Pilih kepala daerah sebagai penanda tangan');
    expect((await submit(id, 'bupati')).status).toBe(200);
  });

  it('bounds how many sign', async () => {
    const recipients = [{ kind: 'unit', id: office.units.Disdik }];
    const signers = [office.positions.kadis, office.positions.sekda];
    const both = async (type: string) => {
      const id = await draft(type, { recipients });
      return office.as('staf').call<Letter>('POST', `/letters/${id}/submit`, { approvers: [], signers });
    };
    const refused = await both('nota_dinas');
    expect([refused.status, refused.body.errors.map((error) => error.path)]).toEqual([422, ['signers']]);
    expect((await both('berita_acara')).status).toBe(200);
  });
});

describe('the page', () => {
  const preview = async (body: object) => {
    const answer = await admin().call<Pages>('POST', '/letter-types/preview', body);
    expect(answer.status, JSON.stringify(answer.body).slice(0, 300)).toBe(200);
    return answer.body.pages;
  };

  it('is drawn with settings that are not saved, which stay unsaved', async () => {
    const [a4] = await preview({ code: 'surat_dinas' });
    const [f4] = await preview({ code: 'surat_dinas', office: { paper: 'F4_215' } });
    const [certificate] = await preview({ code: 'surat_dinas', type: { layout: 'sertifikat', title: 'CONTOH' } });
    expect(
      [a4, f4, certificate].map((page) =>
        [page?.widthPt, page?.heightPt].map((points) => Math.round((points ?? 0) / 2.8346)),
      ),
    ).toEqual([
      [210, 297],
      [215, 330],
      [297, 210],
    ]);
    expect((await typeOf('surat_dinas')).layout).toBe('korespondensi');
    const [arimo] = await preview({ code: 'surat_dinas', office: { fontFamily: 'arimo', marginLeftMm: 20 } });
    const [bonum] = await preview({ code: 'surat_dinas', type: { fontFamily: 'bonum' }, office: { marginLeftMm: 20 } });
    expect(arimo?.svg).not.toBe(bonum?.svg);
    const unknown = await admin().call('POST', '/letter-types/preview', { code: 'tidak_ada' });
    expect(unknown.status).toBe(404);
  });

  it.skipIf(!requireTool('pdfinfo'))(
    'is that of the office’s paper, and of the type’s own where it has one (pdfinfo)',
    async () => {
      const sizeOf = async (id: string): Promise<string> => {
        const { raw, status } = await office.as('staf').call('GET', `/letters/${id}/pdf`);
        expect(status).toBe(200);
        const { stdout } = spawnSync('pdfinfo', ['-'], { input: raw, encoding: 'utf8' });
        return (
          /Page size: +([\d.]+) x ([\d.]+)/
            .exec(stdout)
            ?.slice(1)
            .map((points) => Math.round(Number(points) / 2.8346))
            .join('×') ?? stdout
        );
      };
      const [letter, announcement] = [await draft('surat_dinas'), await draft('surat_keterangan')];
      expect(await sizeOf(letter)).toBe('210×297');
      expect(
        (await admin().call('PATCH', '/settings', { paper: 'F4_210', marginTopMm: 15, fontFamily: 'tinos' })).status,
      ).toBe(200);
      expect((await change('surat_keterangan', { paper: 'F4_215' })).status).toBe(200);
      expect(await sizeOf(letter)).toBe('210×330');
      expect(await sizeOf(announcement)).toBe('215×330');
      const { body } = await office.as('staf').call('GET', '/settings');
      expect(body).toMatchObject({ paper: 'F4_210', marginTopMm: 15, fontFamily: 'tinos', hasEmblem: false });
      const bad = await admin().call('PATCH', '/settings', {
        marginBottomMm: 5,
        fontSizePt: 30,
        emblemSvg: '<svg><script/></svg>',
      });
      expect(bad.body.errors.map((error) => error.path).sort()).toEqual(['emblemSvg', 'fontSizePt', 'marginBottomMm']);
    },
  );
});
