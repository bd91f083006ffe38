import { describe, expect, test } from 'vitest';
import { dispositionEvents, dispositionStates, habitsOf, lineOf, transition, visibleTree } from './rules.ts';

test('every state and event has an answer; what is closed stays closed', () => {
  const table = dispositionStates.map((state) => dispositionEvents.map((event) => transition(state, event)));
  expect(table).toEqual([
    ['read', 'forwarded', 'completed', 'cancelled'],
    [null, 'forwarded', 'completed', 'cancelled'],
    [null, 'forwarded', 'completed', 'cancelled'],
    [null, null, null, null],
    [null, null, null, null],
  ]);
});

const node = (id: string, parentId: string | null, fromPositionId: string, toPositionId: string) => ({
  id,
  parentId,
  fromPositionId,
  toPositionId,
});
const all = [
  node('1', null, 'bupati', 'sekda'),
  node('2', null, 'bupati', 'inspektur'),
  node('3', '1', 'sekda', 'kadis'),
  node('4', '3', 'kadis', 'kabid'),
  node('5', '1', 'sekda', 'bpbd'),
];

describe('the tree', () => {
  const seen = (positionId: string) =>
    visibleTree(all, { positionIds: [positionId], seesAll: false }).map((each) => `${each.depth}:${each.id}`);

  test('shows the line above, oneself, and everything below', () => {
    expect(seen('bupati')).toEqual(['0:1', '1:3', '2:4', '1:5', '0:2']);
    expect(seen('sekda')).toEqual(['0:1', '1:3', '2:4', '1:5']);
    expect(seen('kadis')).toEqual(['0:1', '1:3', '2:4']);
    expect(seen('kabid')).toEqual(['0:1', '1:3', '2:4']);
    expect(seen('inspektur')).toEqual(['0:2']);
    expect(seen('orang-lain')).toEqual([]);
  });

  test('is whole for whom the letter was routed to', () => {
    expect(visibleTree(all, { positionIds: [], seesAll: true })).toHaveLength(5);
  });

  test('a line leads up to the first', () => {
    expect(lineOf('4', all).map((each) => each.id)).toEqual(['4', '3', '1']);
    expect(lineOf('9', all)).toEqual([]);
  });
});

test('habits: the likeliest receiver first, with the instruction and days that weigh most', () => {
  const habit = (toPositionId: string, instruction: string, days: number | null, weight: number) => ({
    toPositionId,
    instruction,
    days,
    weight,
  });
  const past = [
    habit('kadis', 'Tindak lanjuti', 2, 1),
    habit('kadis', 'Wakili', 5, 8),
    habit('bpbd', 'Siapkan data', null, 1),
    habit('bpbd', 'Siapkan data', 1, 1),
    habit('bpbd', 'Siapkan data', 1, 1),
  ];
  expect(habitsOf(past, 5)).toEqual([
    { toPositionId: 'kadis', instruction: 'Wakili', days: 5, times: 2 },
    { toPositionId: 'bpbd', instruction: 'Siapkan data', days: 1, times: 3 },
  ]);
  expect(habitsOf(past, 1)).toHaveLength(1);
});
