import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLetterOffice, type LetterOffice, type Username } from '../testing/letter-office.ts';
import { portableContent } from './index.ts';
import type { TemplateAnswer } from './schema.ts';

type Problem = { code: string; version: number; errors: { path: string; message: string }[] };
type Template = TemplateAnswer & Problem;

let office: LetterOffice;
beforeAll(async () => {
  office = await createLetterOffice();
});
afterAll(() => office.close());

const v = (name: string, kind: string, more: object = {}) => ({
  type: 'variable',
  attrs: { name, label: name, kind, value: null, required: true, ...more },
});
const p = (...content: (string | object)[]) => ({
  type: 'paragraph',
  content: content.map((each) => (typeof each === 'string' ? { type: 'text', text: each } : each)),
});
const doc = (...content: object[]) => ({ type: 'doc' as const, content: content as Record<string, unknown>[] });
const when = (variable: string, values: string[], ...content: object[]) => ({
  type: 'conditional',
  attrs: { condition: { match: 'all', tests: [{ variable, test: values.length > 0 ? 'equals' : 'filled', values }] } },
  content,
});
const rows = {
  type: 'variableTable',
  attrs: {
    name: 'pegawai',
    label: 'Pegawai',
    columns: [
      { label: 'Nama', kind: 'person' },
      { label: 'Uang harian', kind: 'money' },
    ],
    minRows: 1,
    maxRows: 20,
    numbered: true,
    total: 1,
    value: null,
    required: true,
  },
};
const body = doc(
  p(
    'Rapat ',
    v('acara', 'text'),
    ' pada ',
    v('tanggal', 'date'),
    ', biaya ',
    v('biaya', 'money', { format: 'amount_words' }),
  ),
  p(
    v('pimpinan', 'person'),
    ' NIP ',
    v('pimpinan', 'person', { format: 'nip' }),
    v('cara', 'choice', { options: ['Luring', 'Daring'] }),
  ),
  when('cara', ['Daring'], p('Tautan: ', v('tautan', 'text'))),
  rows,
);
const make = (by: Username, more: object = {}) =>
  office.as(by).call<Template>('POST', '/templates', { name: 'Uji bahasa', type: 'surat_undangan', body, ...more });
const publish = (id: string) => office.as('admin').call<Template>('POST', `/templates/${id}/publish`);

it('takes each kind and a condition, and names every fault with its path', async () => {
  expect((await make('admin')).status).toBe(201);
  const wrong = await make('admin', {
    body: doc(
      p(v('Nama', 'text'), v('a', 'money'), v('a', 'text'), v('b', 'choice', { options: ['x', 'x'] })),
      p(v('c', 'date', { format: 'nip' }), v('orang', 'person'), v('d', 'text', { label: ' ' })),
      when('tak_ada', [], p('x')),
      when('orang', ['Budi'], p('x')),
    ),
  });
  expect([wrong.status, wrong.body.code]).toEqual([422, 'invalid_template']);
  expect(wrong.body.errors.map(({ path }) => path).sort()).toEqual([
    'body.content.0.content.0.attrs.name',
    'body.content.0.content.2.attrs.kind',
    'body.content.0.content.3.attrs.options',
    'body.content.1.content.0.attrs.format',
    'body.content.1.content.2.attrs.label',
    'body.content.2.attrs.condition.tests.0',
    'body.content.3.attrs.condition.tests.0',
  ]);
});

it('tests a template with samples, and each branch with values', async () => {
  type Preview = { pages: { svg: string }[]; values: Record<string, unknown>; undrawable: string[] };
  const draw = async (more: object) =>
    (await office.as('admin').call<Preview>('POST', '/templates/preview', { type: 'surat_undangan', body, ...more }))
      .body;
  const sample = await draw({ fill: 'sample' });
  expect(sample.pages.length).toBe(1);
  expect(sample.values).toMatchObject({
    cara: 'Luring',
    biaya: '1250000',
    pimpinan: { name: 'Dra. Siti Aminah, M.Si.' },
  });
  expect((sample.values.pegawai as unknown[]).length).toBe(2);
  const online = await draw({ fill: 'sample', values: { cara: 'Daring' } });
  expect(online.pages[0]?.svg).not.toBe(sample.pages[0]?.svg);
  const all = await draw({ fill: 'sample', parts: 'all' });
  expect(all.pages[0]?.svg).not.toBe(sample.pages[0]?.svg);
  const refused = await office.as('admin').call<Problem>('POST', '/templates/preview', {
    type: 'surat_undangan',
    body,
    values: { biaya: 'banyak' },
  });
  expect([refused.status, refused.body.code]).toEqual([422, 'not_printable']);
  expect((await office.visitor.call('POST', '/templates/preview', { type: 'surat_undangan', body })).status).toBe(401);
});

it('a letter takes recipients, copies and named posts of the chain from its template', async () => {
  const { Disdik } = office.units;
  const { kabid, sekda, bupati } = office.positions;
  const { body: made } = await make('admin', {
    body: doc(p('Isi')),
    defaults: {
      subject: 'Bawaan',
      secrecy: 'terbatas',
      urgency: 'segera',
      attachmentNote: 'Satu berkas',
      recipients: [
        { kind: 'unit', id: Disdik },
        { kind: 'external', name: 'PT Contoh' },
      ],
      copies: [{ kind: 'position', id: bupati }],
      chain: { approvers: 'positions', stages: [[kabid]], signer: 'position', signerPosition: sekda },
    },
  });
  expect(made.names?.[Disdik ?? ''], JSON.stringify(made)).toBeTruthy();
  await publish(made.id);
  type Letter = {
    id: string;
    recipients: { name: string }[];
    copies: object[];
    chain: { title: string; act: string }[];
  };
  const { body: letter } = await office.as('staf').call<Letter>('POST', '/letters', { templateId: made.id });
  expect(letter).toMatchObject({
    subject: 'Bawaan',
    secrecy: 'terbatas',
    urgency: 'segera',
    attachmentNote: 'Satu berkas',
  });
  expect([letter.recipients.length, letter.recipients[1]?.name, letter.copies.length]).toEqual([2, 'PT Contoh', 1]);
  const chain = await office
    .as('staf')
    .call<{ stages: string[][]; signer: { positionId: string } }>('GET', `/letters/${letter.id}/chain`);
  expect(chain.body).toMatchObject({ stages: [[kabid]], signer: { positionId: sekda } });
  const own = await office.as('staf').call<Letter>('POST', '/letters', {
    templateId: made.id,
    recipients: [{ kind: 'position', id: sekda }],
  });
  expect(own.body.recipients.length).toBe(1);
});

it('defaults are checked when saved; a post that is gone later is named and passed over', async () => {
  const other = '00000000-0000-7000-8000-00000000dead';
  const wrong = await make('admin', {
    body: doc(p('Isi')),
    defaults: {
      recipients: [
        { kind: 'unit', id: other },
        { kind: 'tenant', slug: 'tak-ada' },
      ],
      chain: { approvers: 'positions', stages: [[other]], signer: 'position', signerPosition: office.positions.sekda },
    },
  });
  expect(wrong.body.errors.map(({ path }) => path)).toEqual([
    'defaults.recipients.0',
    'defaults.recipients.1',
    'defaults.chain.stages.0.0',
  ]);
  const half = await make('admin', {
    body: doc(p('Isi')),
    defaults: { chain: { approvers: 'positions', signer: 'position' } },
  });
  expect([half.status, half.body.errors.map(({ path }) => path)]).toEqual([
    400,
    ['defaults.chain.stages', 'defaults.chain.signerPosition'],
  ]);

  const post = office.positions.kabid ?? '';
  const { body: made } = await make('admin', {
    body: doc(p('Isi')),
    defaults: {
      subject: 'Hal',
      recipients: [{ kind: 'position', id: post }],
      chain: { approvers: 'positions', stages: [[post]], signer: 'position', signerPosition: post },
    },
  });
  // The same post approves and signs: refused at once.
  expect(made.code).toBe('invalid_input');
  const { body: good } = await make('admin', {
    body: doc(p('Isi')),
    defaults: {
      subject: 'Hal',
      recipients: [{ kind: 'position', id: post }],
      chain: { approvers: 'none', signer: 'position', signerPosition: post },
    },
  });
  await publish(good.id);
  await office.query(sql`update positions set valid_to = current_date - 1 where id = ${post}`);
  try {
    const now = await office.as('admin').call<Template>('GET', `/templates/${good.id}`);
    expect(now.body.gone.map(({ path }) => path)).toEqual(['recipients.0', 'chain.signerPosition']);
    const letter = await office
      .as('staf')
      .call<{ id: string; recipients: object[] }>('POST', '/letters', { templateId: good.id });
    expect([letter.status, letter.body.recipients]).toEqual([201, []]);
    const chain = await office
      .as('staf')
      .call<{ signer: { positionId: string } }>('GET', `/letters/${letter.body.id}/chain`);
    expect(chain.body.signer.positionId).toBe(office.positions.kadis);
  } finally {
    await office.query(sql`update positions set valid_to = null where id = ${post}`);
  }
});

it('an old version is read, restored as the newest draft, and nothing published changes', async () => {
  const { body: first } = await make('admin', { body: doc(p('Satu')) });
  await publish(first.id);
  await office.as('admin').call('PATCH', `/templates/${first.id}`, { body: doc(p('Dua')) });
  const old = await office.as('admin').call<Template>('GET', `/templates/${first.id}?version=1`);
  expect(old.body).toMatchObject({ shownVersion: 1, version: 2, body: doc(p('Satu')) });
  const restore = (from: number, version?: number) =>
    office.as('admin').call<Template>('POST', `/templates/${first.id}/restore`, { from, version });
  expect((await restore(1, 1)).body.code).toBe('stale_version');
  expect((await restore(2)).status).toBe(404);
  expect((await office.as('staf').call('POST', `/templates/${first.id}/restore`, { from: 1 })).status).toBe(403);
  const { body: restored } = await restore(1, 2);
  expect(restored).toMatchObject({ version: 3, publishedVersion: 1, body: doc(p('Satu')) });
  expect(restored.versions[0]).toMatchObject({ version: 3, source: 'restored', restoredFrom: 1 });
  expect(restored.versions[0]?.author).toBeTruthy();
});

it('an archived template starts no letter and comes back', async () => {
  const { body: made } = await make('admin', { body: doc(p('Satu')), defaults: { subject: 'Hal' } });
  await publish(made.id);
  const letter = await office.as('staf').call<{ id: string }>('POST', '/letters', { templateId: made.id });
  expect((await office.as('staf').call('POST', `/templates/${made.id}/archive`)).status).toBe(403);
  const archived = await office.as('admin').call<Template>('POST', `/templates/${made.id}/archive`);
  expect(archived.body.archivedAt).not.toBeNull();
  const listed = async (by: Username, query: string) =>
    (await office.as(by).call<{ items: { id: string }[] }>('GET', `/templates?limit=100${query}`)).body.items.map(
      ({ id }) => id,
    );
  expect(await listed('admin', '')).not.toContain(made.id);
  expect(await listed('admin', '&archived=true')).toContain(made.id);
  expect(await listed('staf', '&archived=true')).not.toContain(made.id);
  expect((await office.as('staf').call('POST', '/letters', { templateId: made.id })).status).toBe(422);
  expect((await office.as('admin').call<Problem>('PATCH', `/templates/${made.id}`, { name: 'Lain' })).body.code).toBe(
    'template_archived',
  );
  // The letter that was made from it goes on.
  expect((await office.as('staf').call('GET', `/letters/${letter.body.id}/chain`)).status).toBe(200);
  await office.as('admin').call('POST', `/templates/${made.id}/unarchive`);
  expect(await listed('staf', '')).toContain(made.id);
});

it('people are found by name and NIP with what letters print of them, and only at home', async () => {
  type People = { items: { id: string; name: string; position: string; unit: string }[] };
  const find = async (q: string) =>
    (await office.as('staf').call<People>('GET', `/directory/people?q=${encodeURIComponent(q)}`)).body.items;
  const all = await find('');
  expect(all.length).toBeGreaterThan(2);
  const [one] = all;
  expect((await find(one?.name ?? '')).map(({ id }) => id)).toContain(one?.id);
  expect(all.some(({ position, unit }) => position !== '' && unit !== '')).toBe(true);
  expect(await find('100%tak_ada')).toEqual([]);
  expect((await office.visitor.call('GET', '/directory/people')).status).toBe(401);
});

it('posts, units, addressees and people stay when a template leaves', () => {
  const id = '00000000-0000-7000-8000-000000000001';
  const siti = { name: 'Siti', nip: '1' };
  const left = portableContent({
    body: doc(
      p(v('pimpinan', 'person', { value: siti }), v('acara', 'text', { value: 'Rapat' })),
      when('acara', ['Rapat'], { ...rows, attrs: { ...rows.attrs, value: [[siti, '1']] } }),
    ),
    defaults: {
      subject: 'Hal',
      recipients: [{ kind: 'unit', id }],
      copies: [{ kind: 'external', name: 'Budi' }],
      chain: { approvers: 'positions', stages: [[id]], signer: 'position', signerPosition: id },
    },
  });
  expect(left.defaults).toEqual({ subject: 'Hal', chain: { approvers: 'superiors', signer: 'unit_head' } });
  expect(JSON.stringify(left)).not.toMatch(/Siti|Budi|00000000-0000/);
  expect(JSON.stringify(left.body)).toContain('"conditional"');
});

it('a Word document becomes a text to start from, and a file that is none is refused', async () => {
  const { docxOf, paragraph } = await import('../adapters/docx/testing.ts');
  const send = (by: Username, bytes: Buffer) => {
    const boundary = 'batas';
    const payload = Buffer.concat([
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.docx"\r\ncontent-type: application/octet-stream\r\n\r\n`,
      ),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    return office.as(by).call<Template & { notices: string[] }>('POST', '/templates/import', payload, {
      'content-type': `multipart/form-data; boundary=${boundary}`,
    });
  };
  const file = docxOf(paragraph('Kepada {{nama}}'));
  const read = await send('admin', file);
  expect([read.status, read.body.notices]).toEqual([200, []]);
  expect((await make('admin', { body: read.body.body, source: 'imported' })).body.versions[0]?.source).toBe('imported');
  expect((await send('staf', file)).status).toBe(403);
  const broken = await send('admin', file.subarray(0, 300));
  expect([broken.status, broken.body.code, broken.body.errors[0]?.path]).toEqual([422, 'invalid_docx', 'file']);
  expect((await office.as('admin').call<Problem>('POST', '/templates/import', {})).body.code).toBe(
    'unsupported_media_type',
  );
});
