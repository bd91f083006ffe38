import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { Actor } from '../core/rights/index.ts';
import { superuserClient } from '../testing/database.ts';
import { fillVariables } from './letters.ts';
import { dateFaults, isOver, judgeStep, nextState, transitions, turnOf, visitStates, visitSteps } from './rules.ts';

const superuser = superuserClient();
afterAll(() => superuser.end());

const manager = { permissions: new Set(['visits.manage']) } as unknown as Actor;
const other = { permissions: new Set() } as unknown as Actor;
const [past, now, later] = [new Date(0), new Date(1_000_000), new Date(2_000_000)];

test('the database has the same workflow', async () => {
  const rows = await superuser`select step, party, from_state, to_state from platform.visit_transitions`;
  const known = rows.map((row) => [row.step, row.party, row.from_state, row.to_state].join(' '));
  expect(known.sort()).toEqual(transitions.map((each) => each.join(' ')).sort());
});

test('from every state that is not over, the side whose turn it is has a step, and no state is out of reach', () => {
  for (const state of visitStates) {
    const turn = turnOf(state);
    expect(turn === null, state).toBe(isOver(state));
    const steps = visitSteps.filter((step) => turn !== null && nextState(step, turn, state) !== null);
    expect(steps.length > 0, state).toBe(!isOver(state));
    for (const step of visitSteps) {
      if (!isOver(state)) continue;
      expect([nextState(step, 'guest', state), nextState(step, 'host', state)]).toEqual([null, null]);
    }
  }
  const reached = new Set(['draft', ...transitions.map(([, , , to]) => to)]);
  expect([...reached].sort()).toEqual([...visitStates].sort());
});

test('whatever the sequence, a visit is held only after the host agreed a date and scheduled it', () => {
  const step = fc.record({ step: fc.constantFrom(...visitSteps), party: fc.constantFrom('guest', 'host') });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (sequence) => {
      let state: (typeof visitStates)[number] = 'draft';
      const taken: string[] = [];
      for (const { step, party } of sequence) {
        const next = nextState(step, party as 'guest', state);
        if (next === null) continue;
        state = next;
        taken.push(step);
      }
      if (state !== 'held' && state !== 'closed') return;
      const [accepted, scheduled, held] = ['accept', 'schedule', 'hold'].map((each) => taken.lastIndexOf(each));
      expect(taken[0] === 'request' || taken[0] === 'edit').toBe(true);
      expect(Number(accepted) < Number(scheduled) && Number(scheduled) < Number(held)).toBe(true);
    }),
  );
});

test('a refusal says whose step it is, or how the visit stands', () => {
  const visit = { party: 'guest', state: 'requested', startsAt: later } as const;
  expect(judgeStep('accept', other, visit, now)).toMatchObject({ allowed: false, because: 'right' });
  expect(judgeStep('accept', manager, visit, now)).toMatchObject({ reason: 'Langkah ini diambil tuan rumah.' });
  expect(judgeStep('close', manager, visit, now)).toMatchObject({
    reason: 'Kunjungan ini menunggu jawaban tuan rumah.',
  });
  expect(judgeStep('accept', manager, { ...visit, party: 'host' }, now)).toEqual({ allowed: true });
  expect(judgeStep('accept', manager, { ...visit, party: 'host', startsAt: past }, now)).toMatchObject({
    reason: 'Tanggal ini sudah lewat. Usulkan tanggal lain.',
  });
  const scheduled = { party: 'host', state: 'scheduled', startsAt: later } as const;
  expect(judgeStep('hold', manager, scheduled, now).allowed).toBe(false);
  expect(judgeStep('hold', manager, { ...scheduled, startsAt: past }, now).allowed).toBe(true);
});

test('dates that exclude each other are named by field', () => {
  const fault = (from: Date, to: Date) => dateFaults(from, to, now).map((each) => each.path);
  expect(fault(past, later)).toEqual(['startsAt']);
  expect(fault(later, later)).toEqual(['endsAt']);
  expect(fault(later, new Date(later.getTime() + 32 * 86_400_000))).toEqual(['endsAt']);
  expect(fault(later, new Date(later.getTime() + 31 * 86_400_000))).toEqual([]);
});

test('a template’s variables take the values that are known, at any depth, and keep the others', () => {
  const variable = (name: string, value: string | null) => ({ type: 'variable', attrs: { name, value } });
  const body = (first: string | null, second: string | null) => ({
    type: 'doc',
    content: [{ type: 'details', content: [variable('tanggal', first), variable('bidang', second)] }],
  });
  expect(fillVariables(body(null, 'SPBE'), { tanggal: '2026-12-01', bidang: null })).toEqual(
    body('2026-12-01', 'SPBE'),
  );
});
