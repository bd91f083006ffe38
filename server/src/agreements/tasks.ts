import type { TaskSource } from '../tasks/index.ts';
import { listUnsigned } from './repository.ts';
import { mayAct } from './rules.ts';

/** Agreements that wait for this regency's signature, for those who may give it. */
export const agreementTasks: TaskSource = {
  kinds: ['agreement_sign'],
  async list(read, { tenant, actor, now }) {
    const rows = await listUnsigned(read, tenant.slug);
    return rows
      .filter((row) => mayAct(actor, 'sign', row.kind))
      .map((row) => ({
        id: row.id,
        kind: 'agreement_sign',
        subject: row.title,
        from: row.proposer,
        since: row.since ?? now,
        dueAt: null,
        urgency: 'biasa' as const,
        secrecy: 'biasa' as const,
        act: { verb: 'sign', target: `/agreements/${row.id}` },
      }));
  },
};
