import { positionsFor } from '../core/rights/index.ts';
import type { Task, TaskSource } from '../tasks/index.ts';
import { finishLimit } from './queue.ts';
import { findOpenOutage, listQueued } from './queue-repository.ts';

/**
 * One task for all letters that waited for the provider, once it is back: one passphrase finishes them. While it is away
 * there is nothing to do, and nothing is asked.
 */
export const signingQueueTasks: TaskSource = {
  kinds: ['signing_queue'],
  async list(read, { actor }) {
    const mine = positionsFor(actor, 'sign');
    if (mine.length === 0) return [];
    const [outage, queued] = await Promise.all([findOpenOutage(read), listQueued(read, mine, finishLimit)]);
    const [first] = queued;
    if (outage || !first) return [];
    const task: Task = {
      id: first.id,
      kind: 'signing_queue',
      subject: `${queued.length} surat siap ditandatangani: masukkan frasa sandi sekali`,
      from: null,
      since: new Date(first.queuedAt),
      dueAt: null,
      urgency: queued.some((each) => each.urgency === 'amat_segera') ? 'amat_segera' : first.urgency,
      secrecy: 'biasa',
      act: { verb: 'sign', target: '/signing-queue' },
    };
    return [task];
  },
};
