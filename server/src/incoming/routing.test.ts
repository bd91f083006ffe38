import { PDF } from '@libpdf/core';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleJpeg, samplePng } from '../adapters/documents/testing.ts';
import { newId } from '../core/ids.ts';
import { sha256Hex } from '../core/storage/index.ts';
import { createTestServer, type Refusal, type TestOffice, type TestServer } from '../testing/office.ts';
import { recordLetter, type TestPart, uploadBody } from '../testing/recorded-letter.ts';
import { createIncomingJobs } from './index.ts';
import type { RecordAnswer, RoutesAnswer } from './schema.ts';

let server: TestServer;
let office: TestOffice;
beforeAll(async () => {
  server = await createTestServer();
  office = await server.addOffice();
});
afterAll(() => server.close());

const at = (username: string): string => office.people.get(username)?.positionId ?? '';
const work = () => {
  const { tenancy, clock, deps } = server;
  return office.work(createIncomingJobs({ tenancy, clock, storage: deps.storage }));
};
const fields = { senderName: 'PT Contoh', subject: 'Permohonan' };
const upload = (files: TestPart[], letter: object = {}, headers: Record<string, string> = {}, by = 'tu') => {
  const form = uploadBody({ ...fields, ...letter }, files);
  return office
    .as(by)
    .call<RecordAnswer & Refusal>('POST', '/incoming-letters', form.body, { ...form.headers, ...headers });
};
const photo = (orientation: number): TestPart => ({
  bytes: sampleJpeg(orientation),
  mediaType: 'image/jpeg',
  name: `foto-${orientation}.jpg`,
});
async function pdf(...texts: string[]): Promise<TestPart> {
  const document = PDF.create();
  for (const text of texts) document.addPage({ width: 300, height: 400 }).drawText(text, { x: 20, y: 200, size: 12 });
  return { bytes: Buffer.from(await document.save()), mediaType: 'application/pdf', name: 'surat.pdf' };
}
const fileOf = async (id: string) => (await office.as('tu').call('GET', `/letters/${id}/file`)).raw;
const routes = async (by: string, id: string) =>
  (await office.as(by).call<RoutesAnswer & Refusal>('GET', `/letters/${id}/routes`)).body;
type Tasks = { items: { id: string; kind: string }[] };
const kindsOf = async (by: string, id: string) =>
  (await office.as(by).call<Tasks>('GET', '/tasks')).body.items
    .filter((task) => task.id === id)
    .map((task) => task.kind);

async function registered(...to: string[]): Promise<string> {
  const [routeTo, ...alsoTo] = to.map(at);
  const { body } = await recordLetter<RecordAnswer & Refusal>(office, { ...fields, routeTo, alsoTo });
  expect(body.state, JSON.stringify(body)).toBe('registered');
  return body.id;
}
const act = (by: string, id: string, name: 'route' | 'close' | 'send-back', body: object) =>
  office.as(by).call<RoutesAnswer & Refusal>('POST', `/letters/${id}/${name}`, body);

describe('a letter of several files', () => {
  test('becomes one PDF in the order given, turned as asked; attachments stay beside it', async () => {
    const scan = await pdf('Lampiran satu');
    const recorded = await upload([photo(6), photo(1), await pdf('Halaman tiga'), { ...scan, field: 'attachment' }], {
      rotate: [0, 180],
    });
    expect(recorded.status, JSON.stringify(recorded.body)).toBe(201);
    const document = await PDF.load(await fileOf(recorded.body.id));
    expect(document.getPages().map((page) => page.rotation)).toEqual([90, 180, 0]);
    const letter = await office
      .as('tu')
      .call<{ file: { name: string }; attachments: { id: string }[] }>('GET', `/letters/${recorded.body.id}`);
    expect(letter.body.file.name).toBe('foto-6.pdf');
    const attachment = await office
      .as('tu')
      .call('GET', `/letters/${recorded.body.id}/attachments/${letter.body.attachments[0]?.id}`);
    expect(attachment.raw.equals(scan.bytes)).toBe(true);
  });

  test('with one that is broken names it and stores no letter', async () => {
    const broken = { bytes: Buffer.from('%PDF-1.7 rusak'), mediaType: 'application/pdf', name: 'rusak.pdf' };
    const refused = await upload([photo(1), broken]);
    expect([refused.body.code, refused.body.errors[0]?.path]).toEqual(['invalid_file', 'file.1']);
    const strange = uploadBody(fields, [photo(1)]);
    const other = Buffer.from(strange.body.toString('latin1').replace('name="file"', 'name="lain"'), 'latin1');
    const answer = await office.as('tu').call<Refusal>('POST', '/incoming-letters', other, strange.headers);
    expect(answer.body.code).toBe('invalid_file');
  });

  test('sent twice under one key is one letter; other bytes under it are refused', async () => {
    const key = { 'idempotency-key': 'catat-1' };
    const [once, again] = [await upload([photo(3)], {}, key), await upload([photo(3)], {}, key)];
    expect([once.status, again.status]).toEqual([201, 201]);
    expect(again.body.id).toBe(once.body.id);
    expect(again.headers['idempotent-replay']).toBe('true');
    expect((await upload([photo(8)], {}, key)).body.code).toBe('idempotency_mismatch');
    expect((await upload([photo(3)], { subject: 'Lain' }, key)).body.code).toBe('idempotency_mismatch');
  });

  test('whose photograph came before is shown as a possible duplicate, before and after', async () => {
    const one = { bytes: samplePng(33, 44), mediaType: 'image/png', name: 'a.png' };
    const first = await upload([one], { subject: 'Pertama' });
    const second = await upload([photo(5), one], { senderName: 'Orang lain' });
    expect(second.body.duplicates).toMatchObject([{ id: first.body.id, reason: 'bytes' }]);
    const asked = await office
      .as('tu')
      .call<{ items: object[] }>('GET', `/incoming-letters/duplicates?sha256=${sha256Hex(one.bytes)}`);
    expect(asked.body.items).toHaveLength(2);
    const other = await server.addOffice();
    const elsewhere = await other
      .as('tu')
      .call<{ items: object[] }>('GET', `/incoming-letters/duplicates?sha256=${sha256Hex(one.bytes)}`);
    expect(elsewhere.body.items).toEqual([]);
  });
});

describe('the text of files', () => {
  test('is found where there is some, said to be missing where not, and changes no byte', async () => {
    const source = await pdf('Undangan musyawarah', 'Acara');
    const withText = (await upload([source])).body.id;
    const scan = (await upload([photo(1), photo(3)])).body.id;
    expect((await routes('tu', withText)).texts).toMatchObject([{ state: 'waiting' }]);
    await work();
    await work();
    expect((await routes('tu', withText)).texts).toMatchObject([{ state: 'extracted', pages: 2 }]);
    expect((await routes('tu', scan)).texts).toMatchObject([{ state: 'no_text', pages: 2 }]);
    const [row] = await server.tenancy.readTenant(office.tenant, (read) =>
      read.execute<{ text: string }>(sql`select t.text from letters l join file_texts t on t.file_id = l.file_id
        where l.id = ${withText}::uuid`),
    );
    expect(row?.text).toBe('Undangan musyawarah\fAcara');
    expect((await fileOf(withText)).equals(source.bytes)).toBe(true);
  });
});

describe('routing', () => {
  test('to several posts puts the letter on each desk, and each deals with it on its own account', async () => {
    const id = await registered('bupati', 'kadis');
    expect(await kindsOf('bupati', id)).toEqual(['letter_dispose']);
    expect(await kindsOf('kadis', id)).toEqual(['letter_dispose']);
    await office
      .as('kadis')
      .call('POST', `/letters/${id}/dispositions`, { to: [at('kabid')], instruction: 'Pelajari' });
    expect(await kindsOf('kadis', id)).toEqual([]);
    expect(await kindsOf('bupati', id)).toEqual(['letter_dispose']);
    const { items } = await routes('bupati', id);
    expect(items.find((route) => route.positionId === at('kadis'))).toMatchObject({ doneAt: expect.any(String) });
  });

  test('can be changed until it is read; what was not read cannot be read any longer', async () => {
    const id = await registered('bupati');
    const moved = await act('tu', id, 'route', { to: [at('sekda')], reason: 'Salah tujuan' });
    expect(moved.status, JSON.stringify(moved.body)).toBe(200);
    expect(moved.body.items).toMatchObject([
      { positionId: at('bupati'), withdrawnReason: 'Salah tujuan' },
      { positionId: at('sekda'), withdrawnAt: null },
    ]);
    expect((await office.as('bupati').call('GET', `/letters/${id}`)).status).toBe(404);
    expect(await kindsOf('sekda', id)).toEqual(['letter_dispose']);
    const letter = await office.as('sekda').call<{ turn: { positionId: string } }>('GET', `/letters/${id}`);
    expect(letter.body.turn.positionId).toBe(at('sekda'));
    await office.as('sekda').call('POST', `/letters/${id}/opened`);
    expect((await act('tu', id, 'route', { to: [at('bupati')] })).body.code).toBe('route_read');
    expect((await act('tu', id, 'route', { to: [at('sekda'), at('bupati')] })).status).toBe(200);
    expect(await kindsOf('bupati', id)).toEqual(['letter_dispose']);
  });

  test('is the registrar’s; unknown posts, stale versions and strangers are refused', async () => {
    const id = await registered('bupati');
    expect((await act('sekda', id, 'route', { to: [at('sekda')] })).status).toBe(403);
    expect((await act('tu', id, 'route', { to: [newId()] })).body.errors[0]?.path).toBe('to.0');
    expect((await act('tu', id, 'route', { to: [] })).status).toBe(400);
    expect((await act('tu', id, 'route', { to: [at('sekda')], version: 99 })).body.code).toBe('stale_version');
    const other = await server.addOffice();
    for (const name of ['route', 'close', 'send-back']) {
      const body = { to: [at('sekda')], note: 'x', reason: 'x' };
      expect((await other.as('tu').call('POST', `/letters/${id}/${name}`, body)).status, name).toBe(404);
      expect((await office.visitor.call('POST', `/letters/${id}/${name}`, body)).status, name).toBe(401);
    }
    expect((await office.as('kabid').call('GET', `/letters/${id}/routes`)).status).toBe(404);
  });
});

describe('sending back', () => {
  test('tells the registrar why, who routes it anew under the same agenda number', async () => {
    const id = await registered('bupati');
    const before = await office.as('tu').call<{ incoming: { agendaNumber: string } }>('GET', `/letters/${id}`);
    expect((await act('bupati', id, 'send-back', { reason: '' })).status).toBe(400);
    expect((await act('bupati', id, 'send-back', { reason: 'Bukan urusan bupati' })).status).toBe(200);
    expect((await office.as('bupati').call('GET', `/letters/${id}`)).status).toBe(404);
    expect(await kindsOf('tu', id)).toEqual(['letter_reroute']);
    const notices = await office.as('tu').call<{ items: object[] }>('GET', '/notices');
    expect(notices.body.items[0]).toMatchObject({ textKey: 'letter.sent_back', subject: { id } });
    await act('tu', id, 'route', { to: [at('kadis')] });
    const after = await office.as('kadis').call<{ incoming: { agendaNumber: string } }>('GET', `/letters/${id}`);
    expect(after.body.incoming.agendaNumber).toBe(before.body.incoming.agendaNumber);
    expect(await kindsOf('tu', id)).toEqual([]);
  });
});

describe('closing without a disposition', () => {
  test('archives the letter with a note once every desk is done', async () => {
    const id = await registered('bupati', 'sekda');
    const first = await act('bupati', id, 'close', { note: 'Untuk diketahui' });
    expect(first.body).toMatchObject({ state: 'registered' });
    expect(await kindsOf('bupati', id)).toEqual([]);
    const second = await act('sekda', id, 'close', { note: 'Sudah dijawab lisan' });
    expect(second.body).toMatchObject({ state: 'archived' });
    expect((await act('sekda', id, 'close', { note: 'x' })).body.code).toBe('letter_state');
    const { history } = (
      await office.as('tu').call<{ history: { action: string; note: string | null }[] }>('GET', `/letters/${id}`)
    ).body;
    expect(history).toContainEqual(expect.objectContaining({ action: 'letter.closed', note: 'Untuk diketahui' }));
  });

  test('waits for one’s own open dispositions, and is for whom the letter was routed to', async () => {
    const id = await registered('bupati');
    await office.as('bupati').call('POST', `/letters/${id}/dispositions`, { to: [at('sekda')], instruction: 'Hadiri' });
    expect((await act('bupati', id, 'close', { note: 'x' })).body.code).toBe('open_dispositions');
    expect((await act('bupati', id, 'send-back', { reason: 'x' })).body.code).toBe('letter_state');
    expect((await act('sekda', id, 'close', { note: 'x' })).status).toBe(403);
    expect((await act('tu', id, 'close', { note: 'x' })).status).toBe(403);
    const verdicts = (await routes('bupati', id)).acts;
    expect(verdicts.find((each) => each.act === 'route')).toMatchObject({ allowed: false, reason: expect.any(String) });
  });
});
