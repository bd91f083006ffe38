import type { TaskSource } from '../tasks/index.ts';
import { listWaiting } from './repository.ts';
import { mayManage } from './rules.ts';

const verbs = { requested: 'answer', counter_proposed: 'answer', accepted: 'schedule', held: 'learn' } as const;

/** Visits that wait for a step of this regency, for those who may take it. */
export const visitTasks: TaskSource = {
  kinds: ['visit'],
  async list(read, { actor, limit }) {
    if (!mayManage(actor)) return [];
    const rows = await listWaiting(read, limit);
    return rows.map((row) => ({
      id: row.id,
      kind: 'visit',
      subject: row.title,
      from: row.party === 'guest' ? row.host.name : row.guest.name,
      since: row.updatedAt,
      dueAt: row.state === 'held' ? null : row.startsAt,
      urgency: 'biasa' as const,
      secrecy: 'biasa' as const,
      act: { verb: verbs[row.state as keyof typeof verbs], target: `/visits/${row.id}` },
      version: row.version,
    }));
  },
};
