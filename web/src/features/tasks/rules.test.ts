import { expect, test } from 'vitest';
import type { Task } from './api/get-tasks.ts';
import { addressOf, groupTasks, tabOf } from './rules.ts';

const task = (over: Partial<Task>): Task => ({
  id: 'a',
  kind: 'letter_sign',
  subject: 'Undangan',
  from: null,
  since: '2026-11-23T08:20:00Z',
  dueAt: null,
  urgency: 'biasa',
  secrecy: 'biasa',
  act: { verb: 'sign', target: '/letters/a' },
  version: 1,
  note: null,
  ...over,
});

test('tasks stand under the words of their deadlines, nearest first', () => {
  const now = new Date('2026-11-24T03:42:00Z');
  const groups = groupTasks(
    [
      task({ id: 'none' }),
      task({ id: 'week', dueAt: '2026-11-27T05:00:00Z' }),
      task({ id: 'late', dueAt: '2026-11-24T03:00:00Z' }),
      task({ id: 'today', dueAt: '2026-11-24T05:00:00Z' }),
    ],
    now,
  );
  expect(groups.map(({ group, tasks }) => [group, tasks.map(({ id }) => id)])).toEqual([
    ['late', ['late']],
    ['today', ['today']],
    ['week', ['week']],
    ['none', ['none']],
  ]);
});

test('kinds that nobody told the web about still have a tab', () => {
  expect(['letter_sign', 'disposition_overdue', 'agreement_sign', 'new_kind'].map(tabOf)).toEqual([
    'sign',
    'disposition',
    'agreement',
    'other',
  ]);
});

test('a task leads to its page, a returned letter to the desk it is written at', () => {
  expect(addressOf(task({}))).toBe('/surat/a');
  expect(addressOf(task({ act: { verb: 'edit', target: '/letters/a' } }))).toBe('/tulis/a');
  expect(addressOf(task({ act: { verb: 'sign', target: '/agreements/b' } }))).toBe('/kolaborasi/kesepakatan/b');
});
