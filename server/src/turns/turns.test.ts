import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LetterAnswer } from '../letters/index.ts';
import { createLetterOffice, type LetterOffice, type Username } from '../testing/letter-office.ts';
import type { Deadlines, LateTurns } from './schema.ts';
import { watchTurns } from './watch.ts';

type Refusal = { code: string; errors: { path: string; message: string }[] };

let office: LetterOffice;
beforeAll(async () => {
  office = await createLetterOffice();
});
afterAll(() => office.close());

const hour = 3_600_000;
/** Always open: tests say how much time goes by, whatever the weekday. */
const always: Deadlines = {
  workingDays: [1, 2, 3, 4, 5, 6, 7],
  opens: '00:00',
  closes: '23:59',
  minutes: { biasa: null, segera: 600, amat_segera: 120 },
};
const setDeadlines = (by: Username, body: object) =>
  office.as(by).call<Deadlines & Refusal>('PUT', '/settings/turn-deadlines', body);
const at = (username: Username) => office.positions[username];

async function submitted(more: object = {}, chain: object = { approvers: [at('kabid')], signer: at('kadis') }) {
  const draft = await office.as('staf').call<LetterAnswer>('POST', '/letters', {
    type: 'surat_dinas',
    subject: 'Permintaan data',
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Mohon data.' }] }] },
    recipients: [{ kind: 'unit', id: office.units.Disdik }],
    classification: '000.1',
    urgency: 'amat_segera',
    ...more,
  });
  const { status, body } = await office
    .as('staf')
    .call<LetterAnswer>('POST', `/letters/${draft.body.id}/submit`, chain);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}
const watch = () => watchTurns(office, { ...office.tenant, timeZone: 'Asia/Jakarta' });
const told = (id: string) =>
  office.query<{ who: string; what: string }>(sql`select p.username as who, n.text_key as what from notices n
    join people p on p.id = n.person_id where n.subject_id = ${id}::uuid and n.text_key <> 'letter.to_approve' order by n.id, 1`);
const late = async (by: Username) => (await office.as(by).call<LateTurns>('GET', '/late-turns')).body.items;

describe('deadlines as a setting', () => {
  it('have sound defaults, and only an administrator changes them', async () => {
    const { body } = await office.as('staf').call<Deadlines>('GET', '/settings/turn-deadlines');
    expect(body).toEqual({
      workingDays: [1, 2, 3, 4, 5],
      opens: '07:30',
      closes: '16:00',
      minutes: { biasa: 1530, segera: 510, amat_segera: 240 },
    });
    expect((await setDeadlines('sekda', always)).status).toBe(403);
    expect((await office.visitor.call('GET', '/settings/turn-deadlines')).status).toBe(401);
    const changed = await setDeadlines('admin', always);
    expect(changed.body).toEqual(always);
    expect((await setDeadlines('admin', { ...always, workingDays: [5, 1] })).body.workingDays).toEqual([1, 5]);
    await setDeadlines('admin', always);
  });

  it('name every field at fault and change nothing', async () => {
    const wrong = {
      workingDays: [1, 1, 9],
      opens: '25:00',
      closes: '7',
      minutes: { biasa: 3, segera: 'x', amat_segera: null },
    };
    const refused = await setDeadlines('admin', wrong);
    expect(refused.status).toBe(400);
    expect(refused.body.errors.map((each) => each.path).sort()).toEqual(
      ['closes', 'minutes.biasa', 'minutes.segera', 'opens', 'workingDays', 'workingDays.2'].sort(),
    );
    const order = await setDeadlines('admin', { ...always, opens: '16:00', closes: '08:00' });
    expect(order.body.errors[0]?.path).toBe('closes');
    expect((await office.as('admin').call('GET', '/settings/turn-deadlines')).body).toEqual(always);
  });
});

describe('a turn', () => {
  it('is reminded of once, and told to the superior and the drafter once when it is late', async () => {
    const letter = await submitted();
    const dueAt = Date.parse(letter.turn?.dueAt ?? '');
    expect(Math.abs(dueAt - office.clock.now().getTime() - 2 * hour)).toBeLessThan(10 * 60_000);
    expect(await watch()).toBe(0);
    office.clock.advance(1.6 * hour);
    expect(await watch()).toBe(1);
    expect(await watch()).toBe(0);
    expect(await told(letter.id)).toEqual([{ who: 'kabid', what: 'letter.approve_soon' }]);
    expect(await late('kadis')).toEqual([]);

    office.clock.advance(hour);
    // Two workers at the same moment: one tells.
    expect((await Promise.all([watch(), watch()])).sort()).toEqual([0, 1]);
    expect(await watch()).toBe(0);
    expect((await told(letter.id)).slice(1)).toEqual(
      expect.arrayContaining([
        { who: 'kadis', what: 'letter.turn_late' },
        { who: 'staf', what: 'letter.turn_late' },
      ]),
    );
    expect(await told(letter.id)).toHaveLength(3);
    const { body } = await office.as('staf').call<LetterAnswer>('GET', `/letters/${letter.id}`);
    expect(body.chain[0]?.escalatedAt).not.toBeNull();
    expect(body.history.map((each) => each.action)).toContain('letter.turn_late');
    const tasks = await office.as('kabid').call<{ items: { id: string; dueAt: string }[] }>('GET', '/tasks');
    expect(tasks.body.items.find((each) => each.id === letter.id)?.dueAt).toBe(letter.turn?.dueAt);
  });

  it('that is late stands in the list of superiors and of the drafter, and of nobody else', async () => {
    const letter = await submitted({ subject: 'Terlambat' });
    office.clock.advance(3 * hour);
    const of = async (by: Username) => (await late(by)).find((each) => each.letterId === letter.id);
    expect(await of('kadis')).toMatchObject({
      subject: 'Terlambat',
      holder: office.names.kabid,
      act: 'approve',
      canRead: true,
    });
    expect(await of('staf')).toMatchObject({ canRead: true });
    // Above in the line, and not in the chain: sees that something is late, not what it says.
    expect(await of('sekda')).toMatchObject({ subject: null, canRead: false, holder: office.names.kabid });
    for (const by of ['kabid', 'kadisdik', 'stafdik', 'admin'] as const) expect(await of(by)).toBeUndefined();
    await office.as('kabid').call('POST', `/letters/${letter.id}/approve`);
    expect(await of('kadis')).toBeUndefined();
  });

  it('that was used in time is told of to nobody; the next turn has a time of its own', async () => {
    const letter = await submitted();
    office.clock.advance(hour);
    const { body } = await office.as('kabid').call<LetterAnswer>('POST', `/letters/${letter.id}/approve`);
    expect(Date.parse(body.turn?.dueAt ?? '')).toBeGreaterThan(Date.parse(letter.turn?.dueAt ?? ''));
    office.clock.advance(1.2 * hour);
    await watch();
    expect((await told(letter.id)).filter((each) => each.what !== 'letter.to_sign')).toEqual([]);
  });

  it('ends with a withdrawal, and the subject of a closed letter stays out of notices', async () => {
    const withdrawn = await submitted();
    await office.as('staf').call('POST', `/letters/${withdrawn.id}/withdraw`);
    const closed = await submitted({ secrecy: 'rahasia', subject: 'Mutasi pejabat' });
    office.clock.advance(3 * hour);
    await watch();
    expect(await told(withdrawn.id)).toEqual([]);
    const values = await office.query<{ values: string }>(
      sql`select text_values::text as values from notices where subject_id = ${closed.id}::uuid`,
    );
    expect(values.length).toBeGreaterThan(0);
    for (const each of values) expect(each.values).not.toContain('Mutasi');
  });

  it('of an urgency without a limit never is late', async () => {
    const letter = await submitted({ urgency: 'biasa' });
    expect(letter.turn?.dueAt).toBeNull();
    office.clock.advance(1_000 * hour);
    await watch();
    expect(await told(letter.id)).toEqual([]);
  });
});
