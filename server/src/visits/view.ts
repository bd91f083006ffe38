import type { Actor } from '../core/rights/index.ts';
import type { VisitRow } from './repository.ts';
import { judgeStep, turnOf, type VisitStep, visitSteps } from './rules.ts';

/** What lists and the page both show. */
export function viewSummary(row: VisitRow) {
  const turn = turnOf(row.state);
  return {
    id: row.id,
    title: row.title,
    state: row.state,
    version: row.version,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    guest: row.guest,
    host: row.host,
    party: row.party,
    turn: turn === null ? null : turn === row.party ? ('us' as const) : ('them' as const),
    topics: row.topics,
    updatedAt: row.updatedAt.toISOString(),
  };
}

type Verdicts = Record<VisitStep, { allowed: boolean; reason: string | null }>;

/** Each step with whether this person may take it now, and why not. */
export function viewSteps(row: VisitRow, actor: Actor, now: Date): Verdicts {
  const verdicts = visitSteps.map((step) => {
    const verdict = judgeStep(step, actor, row, now);
    return [step, { allowed: verdict.allowed, reason: verdict.allowed ? null : verdict.reason }] as const;
  });
  return Object.fromEntries(verdicts) as Verdicts;
}
