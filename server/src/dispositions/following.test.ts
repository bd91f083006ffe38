import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../core/ids.ts';
import { createTestServer, type Refusal, type TestOffice, type TestServer } from '../testing/office.ts';
import { recordLetter } from '../testing/recorded-letter.ts';
import { createDispositionReminders } from './index.ts';
import { reminderFor, workingDayAfter } from './rules.ts';
import type { DispositionAnswer, ListItem, TreeAnswer } from './schema.ts';

let server: TestServer;
let office: TestOffice;
beforeAll(async () => {
  server = await createTestServer();
  office = await server.addOffice();
});
afterAll(() => server.close());

const at = (username: string): string => office.people.get(username)?.positionId ?? '';
const dispose = (by: string, letterId: string, to: string[], more: object = {}) =>
  office.as(by).call<{ items: DispositionAnswer[] } & Refusal>('POST', `/letters/${letterId}/dispositions`, {
    to: to.map(at),
    instruction: 'Tindak lanjuti',
    ...more,
  });
const act = (by: string, id: string, name: 'read' | 'complete' | 'cancel' | 'reports', body?: object) =>
  office.as(by).call<DispositionAnswer & Refusal>('POST', `/dispositions/${id}/${name}`, body);
const tree = async (by: string, letterId: string) =>
  (await office.as(by).call<TreeAnswer>('GET', `/letters/${letterId}/dispositions`)).body.items;
const box = async (by: string, query: string) =>
  (await office.as(by).call<{ items: ListItem[] }>('GET', `/dispositions?${query}`)).body.items;
type Notices = { items: { textKey: string; subject: { id: string } }[] };
const heard = async (by: string, letterId: string) =>
  (await office.as(by).call<Notices>('GET', '/notices?limit=100')).body.items
    .filter((notice) => notice.subject.id === letterId)
    .map((notice) => notice.textKey);

async function routed(): Promise<string> {
  const { body } = await recordLetter<{ id: string }>(office, {
    senderName: 'Pemerintah Kabupaten Lain',
    subject: 'Undangan',
    routeTo: at('bupati'),
  });
  return body.id;
}

async function disposed(by: string, letterId: string, to: string[], more: object = {}): Promise<string[]> {
  const answer = await dispose(by, letterId, to, more);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.items.map((item) => item.id);
}

describe('one disposition to many', () => {
  test('may ask each for something else, until another day', async () => {
    const id = await routed();
    const answer = await dispose('bupati', id, ['sekda', 'kadis'], {
      dueOn: '2999-01-02',
      each: [{ to: at('kadis'), instruction: 'Siapkan bahan', dueOn: null }],
    });
    expect(answer.body.items).toMatchObject([
      { instruction: 'Tindak lanjuti', dueOn: '2999-01-02' },
      { instruction: 'Siapkan bahan', dueOn: null },
    ]);
    const other = await routed();
    const wrong = await dispose('bupati', other, ['sekda'], { each: [{ to: at('kadis'), dueOn: '2020-01-01' }] });
    expect(wrong.body.errors.map((error) => error.path)).toEqual(['each.0.to', 'each.0.dueOn']);
  });
});

describe('a secret disposition', () => {
  test('says what it says to its giver, its receiver and those above, to nobody else', async () => {
    const id = await routed();
    const [first = ''] = await disposed('bupati', id, ['sekda']);
    const [secret = ''] = await disposed('sekda', id, ['kadis', 'kabid'], { isSecret: true, parentId: first });
    await act('kadis', secret, 'reports', { text: 'Sedang diperiksa.' });
    await disposed('kadis', id, ['staf'], { parentId: secret });
    const seen = async (who: string) => (await tree(who, id)).find((item) => item.id === secret);
    for (const who of ['bupati', 'sekda', 'kadis']) {
      expect(await seen(who), who).toMatchObject({
        instruction: 'Tindak lanjuti',
        reports: [{ text: 'Sedang diperiksa.' }],
      });
    }
    for (const who of ['staf', 'tu']) {
      expect(await seen(who), who).toMatchObject({ isSecret: true, instruction: null, report: null, reports: [] });
    }
    expect(await seen('kabid')).toBeUndefined();
    const alone = await office.as('tu').call<DispositionAnswer>('GET', `/dispositions/${secret}`);
    expect(alone.body.instruction).toBeNull();
  });
});

describe('reports on the way', () => {
  test('stand in order, are heard above, and cannot be changed', async () => {
    const id = await routed();
    const [first = ''] = await disposed('bupati', id, ['sekda']);
    expect((await act('sekda', first, 'reports', { text: 'Baru dimulai.' })).status).toBe(201);
    const second = await act('sekda', first, 'reports', { text: 'Separuh jalan.' });
    expect(second.body).toMatchObject({
      state: 'read',
      reports: [{ text: 'Baru dimulai.' }, { text: 'Separuh jalan.' }],
      report: null,
    });
    expect(await heard('bupati', id)).toContain('disposition.reported');
    expect((await act('bupati', first, 'reports', { text: 'x' })).status).toBe(403);
    expect((await act('staf', first, 'reports', { text: 'x' })).status).toBe(404);
    expect((await act('sekda', first, 'reports', { text: '' })).status).toBe(400);
    expect((await act('sekda', newId(), 'reports', { text: 'x' })).status).toBe(404);
    await act('sekda', first, 'complete', { report: 'Selesai.' });
    expect((await act('sekda', first, 'reports', { text: 'x' })).body.code).toBe('disposition_state');
    const change = server.tenancy.withTenant(office.tenant, (tx) =>
      tx.execute(sql`update disposition_reports set text = 'x'`),
    );
    await expect(change).rejects.toThrow();
  });
});

describe('taking back what was read', () => {
  test('needs a reason and takes along what was handed on', async () => {
    const id = await routed();
    const [first = ''] = await disposed('bupati', id, ['sekda']);
    const [second = ''] = await disposed('sekda', id, ['kadis'], { parentId: first });
    expect((await act('bupati', first, 'cancel')).body.errors).toMatchObject([{ path: 'reason' }]);
    const cancelled = await act('bupati', first, 'cancel', { reason: 'Salah alamat.' });
    expect(cancelled.body).toMatchObject({ state: 'cancelled', cancelReason: 'Salah alamat.' });
    const items = await tree('bupati', id);
    expect(items.map((item) => [item.id, item.state])).toEqual([
      [first, 'cancelled'],
      [second, 'cancelled'],
    ]);
    expect(await heard('kadis', id)).toContain('disposition.cancelled');
    // The letter is on the giver's desk again.
    const tasks = await office.as('bupati').call<{ items: { id: string; kind: string }[] }>('GET', '/tasks');
    expect(tasks.body.items).toContainEqual(expect.objectContaining({ id, kind: 'letter_dispose' }));
    expect((await act('kadis', second, 'complete', { report: 'x' })).body.code).toBe('disposition_state');
  });
});

describe('deadlines', () => {
  const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta' }).format(server.clock.now());
  // At noon, since nobody is told at night.
  const noon = { now: () => new Date(`${today()}T12:00:00+07:00`) };
  const visit = (clock = noon) =>
    createDispositionReminders({ tenancy: server.tenancy, clock })({ ...office.tenant, timeZone: 'Asia/Jakarta' });
  const remind = () => visit();
  const dueOn = async (ids: readonly string[], date: string) => {
    await server.tenancy.withTenant(office.tenant, (tx) =>
      tx.execute(sql`update dispositions set due_on = ${date}::date where id = any(${sql.param([...ids])}::uuid[])`),
    );
  };
  const plus = (days: number) =>
    new Date(Date.parse(`${today()}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

  test('are reminded of once each, and the giver hears once that one is past', async () => {
    const id = await routed();
    const ids = await disposed('bupati', id, ['sekda']);
    await remind();
    expect(await heard('sekda', id)).toEqual(['disposition.received']);
    await dueOn(ids, today());
    await visit({ now: () => new Date(`${today()}T03:00:00+07:00`) });
    expect(await heard('sekda', id)).toEqual(['disposition.received']);
    await remind();
    await remind();
    expect((await heard('sekda', id)).filter((key) => key === 'disposition.reminder_due')).toHaveLength(1);
    expect(await box('sekda', 'overdue=true')).toEqual([]);
    await dueOn(ids, plus(-1));
    await Promise.all([remind(), remind()]);
    await remind();
    expect((await heard('sekda', id)).filter((key) => key === 'disposition.reminder_overdue')).toHaveLength(1);
    expect((await heard('bupati', id)).filter((key) => key === 'disposition.escalated')).toHaveLength(1);
    expect(await box('sekda', 'overdue=true')).toMatchObject([{ id: ids[0], isOverdue: true }]);
    expect(await box('bupati', 'box=sent&overdue=true')).toMatchObject([{ id: ids[0] }]);
    await act('sekda', ids[0] ?? '', 'complete', { report: 'Selesai.' });
    expect(await box('sekda', 'overdue=true')).toEqual([]);
  });

  test('a reminder comes from the working day before on, over weekends and holidays', () => {
    const none = new Set<string>();
    expect(workingDayAfter('2026-11-27', none)).toBe('2026-11-30');
    const remindOn = (dueOn: string, today: string, holidays = none) =>
      reminderFor(dueOn, today, workingDayAfter(today, holidays));
    expect(remindOn('2026-11-30', '2026-11-26')).toBeNull();
    expect(remindOn('2026-11-30', '2026-11-27')).toBe('before');
    expect(remindOn('2026-11-30', '2026-11-28')).toBe('before');
    expect(remindOn('2026-11-30', '2026-11-26', new Set(['2026-11-27']))).toBe('before');
    expect(remindOn('2026-11-30', '2026-11-30')).toBe('due');
    expect(remindOn('2026-11-30', '2026-12-01')).toBe('overdue');
    const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    const dateOf = (day: Date) => day.toISOString().slice(0, 10);
    fc.assert(
      fc.property(days, fc.array(fc.integer({ min: 1, max: 12 })), (day, offsets) => {
        const date = dateOf(day);
        const holidays = new Set(offsets.map((offset) => dateOf(new Date(day.getTime() + offset * 86_400_000))));
        const next = workingDayAfter(date, holidays);
        expect(next > date && !holidays.has(next)).toBe(true);
        expect([0, 6]).not.toContain(new Date(next).getUTCDay());
        // Every deadline after today has a day on which it is near: the working day before it.
        expect(remindOn(next, date, holidays)).toBe('before');
      }),
    );
  });
});
