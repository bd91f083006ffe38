import { expect, it } from 'vitest';
import { sortTasks } from './rules.ts';
import type { Task } from './source.ts';

const now = new Date('2026-11-24T02:00:00Z');
const task = (id: string, more: Partial<Task>): Task => ({
  id,
  kind: 'letter_sign',
  subject: id,
  from: null,
  since: new Date('2026-11-20T02:00:00Z'),
  dueAt: null,
  urgency: 'biasa',
  secrecy: 'biasa',
  act: { verb: 'sign', target: '' },
  ...more,
});

it('what is late comes first, then urgency, then the nearer deadline, then who has waited longest', () => {
  const tasks = [
    task('waits', {}),
    task('waits longest', { since: new Date('2026-11-01T02:00:00Z') }),
    task('due later', { dueAt: new Date('2026-12-24T02:00:00Z') }),
    task('due soon', { dueAt: new Date('2026-11-25T02:00:00Z') }),
    task('urgent', { urgency: 'amat_segera' }),
    task('late', { dueAt: new Date('2026-11-23T02:00:00Z') }),
  ];
  expect(sortTasks(tasks, now).map((each) => each.id)).toEqual([
    'late',
    'urgent',
    'due soon',
    'due later',
    'waits longest',
    'waits',
  ]);
});
