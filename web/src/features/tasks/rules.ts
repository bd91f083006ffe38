import { deadlineGroup } from '../../lib/dates.ts';
import type { Task } from './api/get-tasks.ts';

/** What a person filters by; several kinds of the server can be one for people. */
export const taskTabs = [
  'all',
  'sign',
  'approve',
  'disposition',
  'incoming',
  'send',
  'returned',
  'agreement',
  'other',
] as const;
export type TaskTab = (typeof taskTabs)[number];

const tabOfKind: Record<string, TaskTab> = {
  letter_sign: 'sign',
  signing_queue: 'sign',
  letter_approve: 'approve',
  letter_dispose: 'disposition',
  letter_register: 'incoming',
  letter_returned: 'returned',
  letter_send: 'send',
};

/** Which tab a task stands under; kinds that come later fall under the word they start with. */
export function tabOf(kind: string): Exclude<TaskTab, 'all'> {
  const tab = tabOfKind[kind];
  if (tab && tab !== 'all') return tab;
  if (kind.startsWith('disposition')) return 'disposition';
  return kind.startsWith('agreement') ? 'agreement' : 'other';
}

const deadlineGroups = ['late', 'today', 'week', 'later', 'none'] as const;
type TaskGroup = { group: (typeof deadlineGroups)[number]; tasks: Task[] };

/** Tasks under the words of their deadlines, nearest first; the server's order stays within a group. */
export function groupTasks(tasks: readonly Task[], now: Date = new Date()): TaskGroup[] {
  return deadlineGroups
    .map((group) => ({ group, tasks: tasks.filter((task) => deadlineGroup(task.dueAt, { now }) === group) }))
    .filter(({ tasks: found }) => found.length > 0);
}

/** Where a task leads within the web. The server names capabilities, people read Indonesian addresses. */
export function addressOf(task: Task): string {
  const [, area, id] = task.act.target.split('/');
  if (area === 'letters') return task.act.verb === 'edit' ? `/tulis/${id}` : `/surat/${id}`;
  if (area === 'dispositions') return `/disposisi/${id}`;
  if (area === 'signing-queue') return '/antrean-tanda-tangan';
  if (area === 'meetings') return `/agenda/${id}`;
  if (area === 'signing-queue') return '/antrean-tanda-tangan';
  if (area === 'adoption-plans') return `/kolaborasi/rencana/${id}`;
  if (area === 'arsip') return task.act.target;
  if (area === 'visits') return `/kolaborasi/kunjungan/${id}`;
  if (area === 'agreements') return `/kolaborasi/kesepakatan/${id}`;
  return '/perlu-anda';
}
