import { expect, test } from 'vitest';
import { asTree, dueDate } from './rules.ts';

const tuesdayEvening = new Date('2026-11-24T15:00:00Z');

test('words become dates in the zone of the regency', () => {
  expect(dueDate('today', '', tuesdayEvening, 'Asia/Jakarta')).toBe('2026-11-24');
  // Past midnight in Jakarta already.
  expect(dueDate('today', '', new Date('2026-11-24T18:00:00Z'), 'Asia/Jakarta')).toBe('2026-11-25');
  expect(dueDate('tomorrow', '', tuesdayEvening, 'Asia/Jakarta')).toBe('2026-11-25');
  expect(dueDate('friday', '', tuesdayEvening, 'Asia/Jakarta')).toBe('2026-11-27');
  expect(dueDate('friday', '', new Date('2026-11-27T03:00:00Z'), 'Asia/Jakarta')).toBe('2026-12-04');
  expect(dueDate('date', '2026-12-01', tuesdayEvening)).toBe('2026-12-01');
  expect(dueDate('date', '', tuesdayEvening)).toBeNull();
  expect(dueDate('none', '2026-12-01', tuesdayEvening)).toBeNull();
});

test('a tree reads from the top, and what hangs below something hidden stands at the top', () => {
  const tree = asTree([
    { id: 'c', parentId: 'b' },
    { id: 'a', parentId: null },
    { id: 'b', parentId: 'a' },
    { id: 'd', parentId: 'hidden' },
  ]);
  expect(tree.map(({ item, depth }) => [item.id, depth])).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
    ['d', 0],
  ]);
});
