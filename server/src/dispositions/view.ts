import type { DispositionRow } from './repository.ts';
import { isOpen, transition } from './rules.ts';
import type { DispositionAnswer } from './schema.ts';

const iso = (text: string | null): string | null => (text === null ? null : new Date(text).toISOString());

/** A disposition as the person with these positions sees it, with what they may do. */
export function toAnswer(row: DispositionRow, positionIds: readonly string[]): DispositionAnswer {
  const isReceiver = positionIds.includes(row.toPositionId);
  const isGiver = positionIds.includes(row.fromPositionId);
  const acts: DispositionAnswer['acts'] = [];
  if (isReceiver && transition(row.state, 'read')) acts.push('read');
  if (isReceiver && isOpen(row.state)) acts.push('dispose', 'complete');
  if (isGiver && transition(row.state, 'cancel')) acts.push('cancel');
  const { id, letterId, parentId, from, to, instruction, dueOn, state, report, completedBy } = row;
  return {
    id,
    letterId,
    parentId,
    from,
    to,
    instruction,
    dueOn,
    state,
    report,
    completedBy,
    createdAt: iso(row.createdAt) ?? '',
    readAt: iso(row.readAt),
    completedAt: iso(row.completedAt),
    cancelledAt: iso(row.cancelledAt),
    below: { total: Number(row.belowTotal), completed: Number(row.belowCompleted) },
    acts,
  };
}
