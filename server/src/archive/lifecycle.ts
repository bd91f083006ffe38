import type { DisposalKind } from './retention.ts';

export const disposalStates = ['draft', 'proposed', 'assessed', 'approved', 'executing', 'done', 'cancelled'] as const;
export type DisposalState = (typeof disposalStates)[number];
export const disposalEvents = [
  'propose',
  'assess',
  'approve',
  'accept',
  'execute',
  'finish',
  'return',
  'cancel',
] as const;
export type DisposalEvent = (typeof disposalEvents)[number];
export const paperKinds = [
  'minutes',
  'committee_decision',
  'consideration',
  'approval',
  'decision',
  'authenticity',
] as const;
export type PaperKind = (typeof paperKinds)[number];

/**
 * Who takes a step. `unit`: registrar or archivist of the unit whose dossiers they are. `centre`: the archivist.
 * `other_centre`: an archivist who did not propose it, so that nobody carries out a proposal of their own. `system`: the
 * worker, when it is through.
 */
export type StepTaker = 'unit' | 'centre' | 'other_centre' | 'system';

export interface DisposalStep {
  kind: DisposalKind;
  from: DisposalState;
  event: DisposalEvent;
  to: DisposalState;
  by: StepTaker;
  /** Papers that must lie before it, besides those of the steps before. */
  papers: readonly PaperKind[];
}

const step = (
  kind: DisposalKind,
  from: DisposalState,
  event: DisposalEvent,
  to: DisposalState,
  by: StepTaker,
  ...papers: PaperKind[]
): DisposalStep => ({ kind, from, event, to, by, papers });

const forth: readonly DisposalStep[] = [
  // Pemindahan: the list of the unit, then minutes signed by both, then it is the records centre's.
  step('transfer', 'draft', 'propose', 'proposed', 'unit'),
  step('transfer', 'proposed', 'accept', 'done', 'other_centre', 'minutes'),
  // Pemusnahan: papers of classification 000.5.6.2 (Permendagri 83/2022).
  step('destruction', 'draft', 'propose', 'proposed', 'centre'),
  step('destruction', 'proposed', 'assess', 'assessed', 'centre', 'committee_decision', 'consideration'),
  step('destruction', 'assessed', 'approve', 'approved', 'centre', 'approval'),
  step('destruction', 'approved', 'execute', 'executing', 'other_centre', 'decision', 'minutes'),
  step('destruction', 'executing', 'finish', 'done', 'system'),
  // Penyerahan: papers of classification 000.5.6.3.
  step('handover', 'draft', 'propose', 'proposed', 'centre'),
  step('handover', 'proposed', 'assess', 'assessed', 'centre', 'committee_decision', 'consideration'),
  step('handover', 'assessed', 'approve', 'approved', 'centre', 'approval'),
  step('handover', 'approved', 'execute', 'done', 'other_centre', 'decision', 'authenticity', 'minutes'),
];

/** The life of a proceeding as a table. What is not here cannot happen: no step can be left out, nothing is undone. */
export const disposalSteps: readonly DisposalStep[] = [
  ...forth,
  ...(['transfer', 'destruction', 'handover'] as const).flatMap((kind) => [
    step(kind, 'draft', 'cancel', 'cancelled', 'unit'),
    ...forth
      .filter((each) => each.kind === kind && each.to !== 'done' && each.to !== 'executing')
      .flatMap(({ to }) => [
        step(kind, to, 'return', 'draft', 'centre'),
        step(kind, to, 'cancel', 'cancelled', 'centre'),
      ]),
  ]),
];

/** The step of an event in a state, or null when it cannot happen there. */
export const disposalStep = (kind: DisposalKind, from: DisposalState, event: DisposalEvent): DisposalStep | null =>
  disposalSteps.find((each) => each.kind === kind && each.from === from && each.event === event) ?? null;

/** The way forward in order, for a page that shows all steps. */
export const stepsForward = (kind: DisposalKind): DisposalStep[] =>
  forth.filter((each) => each.kind === kind && each.by !== 'system');

/** Papers still missing for a step. */
export const missingPapers = (needed: DisposalStep, present: readonly PaperKind[]): PaperKind[] =>
  needed.papers.filter((kind) => !present.includes(kind));
