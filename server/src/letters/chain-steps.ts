import type { Chain } from './chain.ts';

export type StepState = 'waiting' | 'turn' | 'done' | 'returned' | 'skipped';

/** A step of a chain, as far as the order of turns is concerned. */
export interface ChainStep {
  ordinal: number;
  stage: number;
  act: 'approve' | 'sign';
  positionId: string;
  state: StepState;
}

/** The steps of a chain that was just submitted: the first stage has the turn, each signature is a stage of its own. */
export function layOut(chain: Chain): ChainStep[] {
  const stages = [
    ...chain.stages.filter((stage) => stage.length > 0).map((ids) => ({ act: 'approve' as const, ids })),
    ...chain.signers.map((id) => ({ act: 'sign' as const, ids: [id] })),
  ];
  let ordinal = 0;
  return stages.flatMap(({ act, ids }, index) =>
    ids.map((positionId) => {
      ordinal += 1;
      const state: StepState = index === 0 ? 'turn' : 'waiting';
      return { ordinal, stage: index + 1, act, positionId, state };
    }),
  );
}

/** Steps that have the turn, in order. */
export const turnsOf = <Step extends ChainStep>(steps: readonly Step[]): Step[] =>
  steps.filter((step) => step.state === 'turn');

/**
 * Who has the turn once a step is done: those of its stage that have not acted yet, else the whole next stage.
 * @param steps one round, as it was before
 * @returns `begins`: steps that get the turn now; `open`: all that have it now; both empty after the last step
 */
export function afterStep<Step extends ChainStep>(
  steps: readonly Step[],
  done: Step,
): { begins: Step[]; open: Step[] } {
  const still = turnsOf(steps).filter((step) => step.ordinal !== done.ordinal);
  if (still.length > 0) return { begins: [], open: still };
  const waiting = steps.filter((step) => step.state === 'waiting');
  const next = Math.min(...waiting.map((step) => step.stage));
  const begins = waiting.filter((step) => step.stage === next);
  return { begins, open: begins };
}
