export { notifyTurns } from './approval.ts';
export { afterStep } from './chain-steps.ts';
export { type Moment, momentOf, recordEvent } from './context.ts';
export { buildLetterDocument, finalDocument, type PrintedSigner } from './document.ts';
export { letterDone } from './done-today.ts';
export { createLetter, lockAsDrafter, lockAsWriter } from './drafting.ts';
export { startTextFill } from './fill-texts.ts';
export { withImages } from './images.ts';

export { likePattern } from './like.ts';
export { findForPalette } from './palette.ts';
export { drawPdf } from './printing.ts';
export { letterNotFound, letterProblems } from './problems.ts';
export { asParameters, mayRead, type Reader, readableIds, readerOf, servedUnits, shownSubject } from './reader.ts';
export { recordReading, recordReadingOf, requireDownload } from './readings.ts';
export { letterRoutes } from './routes.ts';
export type { LetterState, Secrecy, Urgency } from './rules.ts';
export { letterStates, secrecies, urgencies } from './rules.ts';
export { type LetterAnswer, letterAnswer, letterCountQuery } from './schema.ts';
export { isSecret, mayDownload, sealedSubject } from './secrecy.ts';
export { createLetterService, type LetterService } from './service.ts';

export {
  deliveryStates,
  letterRecipients,
  letterRevisions,
  letters,
  type PrintedParty,
} from './tables.ts';
export { letterTasks } from './tasks.ts';
export { createTemplatePreviewService, templatePreviewRoutes } from './template-preview.ts';
export { clockText, findDeadlines, storeDeadlines, type TurnDeadlines } from './turn-deadlines.ts';
export { createTypePreviewService, typePreviewRoutes } from './type-preview.ts';
export { isInside } from './view.ts';
export {
  addParticipants,
  beginSteps,
  endStep,
  findCurrentSteps,
  findHandlingReasons,
  findReadingReasons,
  freezeSigners,
  type LetterRecord,
  lockHandled,
  lockLetter,
  lockReadable,
  moveLetter,
  nextState,
  type Participant,
  requireSeen,
  requireTurn,
  type StepRecord,
  skipOpenSteps,
  updateLetter,
} from './workflow.ts';
export { requireOwnImages, tellWriters } from './writers.ts';
