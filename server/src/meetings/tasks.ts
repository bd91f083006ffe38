import { positionsFor } from '../core/rights/index.ts';
import type { TaskSource } from '../tasks/index.ts';
import { listUnanswered } from './repository.ts';

/** Invitations to meetings that wait for an answer. */
export const meetingTasks: TaskSource = {
  kinds: ['meeting'],
  async list(read, { actor, now, today, limit }) {
    const positions = positionsFor(actor, 'dispose');
    if (positions.length === 0) return [];
    const rows = await listUnanswered(read, { personId: actor.personId, positions }, { now, today, limit });
    return rows.map((row) => ({
      id: row.id,
      kind: 'meeting',
      subject: row.title,
      from: row.organizer.title,
      since: new Date(row.invitedAt),
      dueAt: new Date(row.startsAt),
      urgency: 'biasa' as const,
      secrecy: row.secrecy,
      act: { verb: 'respond', target: `/meetings/${row.id}` },
    }));
  },
};
