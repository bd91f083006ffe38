import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleJpeg, samplePng } from '../adapters/documents/testing.ts';
import { newId } from '../core/ids.ts';
import { createTestServer, type Refusal, type TestOffice, type TestServer } from '../testing/office.ts';
import { recordLetter, samplePdf } from '../testing/recorded-letter.ts';
import type { RecordAnswer, RegisterAnswer } from './schema.ts';

let server: TestServer;
let office: TestOffice;
beforeAll(async () => {
  server = await createTestServer();
  office = await server.addOffice();
});
afterAll(() => server.close());

const record = (letter: object, upload?: Parameters<typeof recordLetter>[2], by = 'tu') =>
  recordLetter<RecordAnswer & Refusal>(
    office,
    { senderName: 'PT Contoh', subject: 'Permohonan', ...letter },
    upload,
    by,
  );
const register = (id: string, body: object, by = 'tu') =>
  office.as(by).call<RegisterAnswer & Refusal>('POST', `/letters/${id}/register`, body);
const positionOf = (username: string) => office.people.get(username)?.positionId;
type Tasks = { items: { id: string; kind: string; act: { verb: string } }[]; counts: Record<string, number> };
const tasks = async (by: string) => (await office.as(by).call<Tasks>('GET', '/tasks')).body;

describe('a letter on paper', () => {
  test('is recorded with its scan, waits for the registrar, and is registered and routed', async () => {
    const recorded = await record({ number: '12/PT/2026', date: '2026-11-20', urgency: 'segera' });
    expect(recorded.status, JSON.stringify(recorded.body)).toBe(201);
    expect(recorded.body).toMatchObject({
      direction: 'incoming',
      state: 'received',
      agendaNumber: null,
      duplicates: [],
    });
    const { id } = recorded.body;
    expect((await tasks('tu')).items).toContainEqual(expect.objectContaining({ id, kind: 'letter_register' }));
    expect((await office.as('bupati').call('GET', `/letters/${id}`)).status).toBe(404);

    const registered = await register(id, { routeTo: positionOf('bupati') });
    expect(registered.status, JSON.stringify(registered.body)).toBe(200);
    expect(registered.body).toMatchObject({ state: 'registered', agendaNumber: expect.stringMatching(/^\d+$/) });
    expect((await tasks('tu')).items.some((task) => task.id === id)).toBe(false);
    expect((await tasks('bupati')).items).toContainEqual(expect.objectContaining({ id, kind: 'letter_dispose' }));
    const seen = await office.as('bupati').call('GET', `/letters/${id}`);
    expect(seen.body).toMatchObject({ incoming: { agendaNumber: registered.body.agendaNumber } });
    const file = await office.as('bupati').call('GET', `/letters/${id}/file`);
    expect(file.raw.equals(samplePdf)).toBe(true);
    expect((await register(id, { routeTo: positionOf('sekda') })).body.code).toBe('letter_state');
    const notices = await office.as('bupati').call<{ items: object[]; unread: number }>('GET', '/notices');
    expect(notices.body.items[0]).toMatchObject({ textKey: 'letter.to_dispose', subject: { kind: 'letter', id } });
  });

  test('is entered and routed at once when the registrar says where to', async () => {
    const { body } = await record({ routeTo: positionOf('sekda') });
    expect(body).toMatchObject({ state: 'registered', agendaNumber: expect.any(String) });
  });

  test('that came before under the same number is shown as a possible duplicate', async () => {
    const own = (id: number) => ({ bytes: samplePng(20, 20 + id), mediaType: 'image/png', name: 'surat.png' });
    const first = (await record({ senderName: 'BPS', number: 'B-1' }, own(1))).body;
    const second = (await record({ senderName: 'bps', number: 'b - 1' }, own(2))).body;
    expect(second.duplicates).toMatchObject([{ id: first.id, reason: 'number' }]);
    const asked = await office
      .as('tu')
      .call<{ items: { id: string }[] }>('GET', '/incoming-letters/duplicates?senderName=BPS&number=B-1');
    expect(asked.body.items.map((each) => each.id)).toEqual([second.id, first.id]);
  });

  test('with a lying, empty, unknown or missing file is refused and changes nothing', async () => {
    const before = await count();
    const refused = async (bytes: Buffer, mediaType: string, name: string) =>
      (await record({}, { bytes, mediaType, name })).body.code;
    const exe = Buffer.from('MZ this is a program');
    const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
    expect(await refused(exe, 'application/pdf', 'surat.pdf')).toBe('invalid_file');
    expect(await refused(Buffer.from('<html><script>'), 'image/png', 'surat.png')).toBe('invalid_file');
    expect(await refused(jpeg, 'application/pdf', 'surat.pdf')).toBe('invalid_file');
    expect(await refused(samplePdf, 'application/pdf', 'surat.png')).toBe('invalid_file');
    expect(await refused(Buffer.alloc(0), 'application/pdf', 'surat.pdf')).toBe('invalid_file');
    expect((await record({}, null)).body.code).toBe('invalid_file');
    const huge = Buffer.concat([samplePdf, Buffer.alloc(26 * 1024 * 1024)]);
    expect(await refused(huge, 'application/pdf', 'surat.pdf')).toBe('payload_too_large');
    expect(await count()).toBe(before);
    expect(await refused(jpeg, 'image/jpeg', 'surat.jpg')).toBe('invalid_file');
    expect(await count()).toBe(before);
    expect((await record({}, { bytes: sampleJpeg(), mediaType: 'image/jpeg', name: 'surat.jpg' })).status).toBe(201);
  });

  test('with wrong fields names every one of them', async () => {
    const before = await count();
    const wrong = await record({ senderName: '', subject: '', secrecy: 'geheim', receivedOn: 'kemarin' });
    expect(wrong.status).toBe(400);
    expect(wrong.body.errors.map((each) => each.path).sort()).toEqual([
      'letter.receivedOn',
      'letter.secrecy',
      'letter.senderName',
      'letter.subject',
    ]);
    expect((await record({ type: 'tidak_ada' })).body.code).toBe('unknown_letter_type');
    expect((await record({ receivedOn: '2999-01-01' })).body.code).toBe('invalid_input');
    expect((await record({ routeTo: newId() })).body.code).toBe('invalid_route');
    expect((await office.as('tu').call('POST', '/incoming-letters', { senderName: 'x' })).status).toBe(415);
    expect(await count()).toBe(before);
  });
});

const count = async () =>
  (
    await server.tenancy.readTenant(office.tenant, (read) =>
      read.execute<{ n: number }>(sql`select count(*)::int as n from letters`),
    )
  )[0]?.n;

describe('registering', () => {
  test('numbers the agenda book without gaps, however many register at once and whatever fails in between', async () => {
    const own = await server.addOffice();
    const bupati = own.people.get('bupati')?.positionId;
    const ids: string[] = [];
    for (let index = 0; index < 12; index += 1) {
      const { body } = await recordLetter<RecordAnswer>(own, { senderName: 'PT', subject: `Surat ${index}` });
      ids.push(body.id);
    }
    const answers = await Promise.all(
      ids.flatMap((id, index) => [
        own.as('tu').call<RegisterAnswer>('POST', `/letters/${id}/register`, { routeTo: bupati }),
        // A double click, and one that cannot succeed.
        own.as('tu').call<RegisterAnswer>('POST', `/letters/${id}/register`, { routeTo: bupati }),
        ...(index % 3 === 0
          ? [own.as('tu').call<RegisterAnswer>('POST', `/letters/${id}/register`, { routeTo: newId() })]
          : []),
      ]),
    );
    const numbers = answers.filter((answer) => answer.status === 200).map((answer) => Number(answer.body.agendaNumber));
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
  });

  test('is the registrar’s only', async () => {
    const { id } = (await record({})).body;
    const body = { routeTo: positionOf('bupati') };
    expect((await register(id, body, 'staf')).status).toBe(403);
    expect((await register(id, body, 'admin')).status).toBe(403);
    expect((await register(newId(), body)).status).toBe(404);
    expect((await register(id, { routeTo: newId() })).body.errors[0]?.path).toBe('routeTo');
    expect((await register(id, { ...body, version: 99 })).body.code).toBe('stale_version');
    expect((await office.visitor.call('POST', `/letters/${id}/register`, body)).status).toBe(401);
    expect((await recordLetter(office, { senderName: 'PT', subject: 'x' }, undefined, 'staf')).status).toBe(403);
    const other = await server.addOffice();
    expect((await other.as('tu').call('POST', `/letters/${id}/register`, body)).status).toBe(404);
    expect((await other.as('tu').call('GET', `/letters/${id}/file`)).status).toBe(404);
    expect((await other.as('tu').call('POST', `/letters/${id}/opened`)).status).toBe(404);
  });
});
