import type { DispositionRow } from './repository.ts';
import { isOpen, maySeeContent, transition } from './rules.ts';
import type { DispositionAnswer } from './schema.ts';

const iso = (text: string | null): string | null => (text === null ? null : new Date(text).toISOString());

/**
 * A disposition as the person with these positions sees it, with what they may do.
 * @param all the dispositions of its letter: who stands above may see what a secret one says
 */
export function toAnswer(
  row: DispositionRow,
  positionIds: readonly string[],
  all: readonly DispositionRow[],
): DispositionAnswer {
  const isOpenToViewer = maySeeContent(row, all, positionIds);
  const isReceiver = positionIds.includes(row.toPositionId);
  const isGiver = positionIds.includes(row.fromPositionId);
  const acts: DispositionAnswer['acts'] = [];
  if (isReceiver && transition(row.state, 'read')) acts.push('read');
  if (isReceiver && isOpen(row.state)) acts.push('dispose', 'report', 'complete');
  if (isGiver && transition(row.state, 'cancel')) acts.push('cancel');
  const { id, letterId, parentId, from, to, dueOn, state, completedBy, isSecret, isOverdue, cancelReason } = row;
  return {
    id,
    letterId,
    parentId,
    from,
    to,
    instruction: isOpenToViewer ? row.instruction : null,
    isSecret,
    dueOn,
    isOverdue,
    state,
    report: isOpenToViewer ? row.report : null,
    completedBy,
    createdAt: iso(row.createdAt) ?? '',
    readAt: iso(row.readAt),
    completedAt: iso(row.completedAt),
    cancelledAt: iso(row.cancelledAt),
    cancelReason: isOpenToViewer ? cancelReason : null,
    reports: isOpenToViewer ? row.reports.map((each) => ({ ...each, at: iso(each.at) ?? '' })) : [],
    below: { total: Number(row.belowTotal), completed: Number(row.belowCompleted) },
    acts,
  };
}
