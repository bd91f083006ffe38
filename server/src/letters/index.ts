export { type Moment, momentOf, recordEvent } from './context.ts';
export { buildLetterDocument, type DocumentOptions, type PrintedSigner } from './document.ts';
export { dayLabel, headOfRegency, printedTitle, secrecyLabels, urgencyLabels } from './labels.ts';
export { likePattern } from './like.ts';
export { drawPdf, drawPreview, printingProblem } from './printing.ts';
export { invalidLetter, letterNotFound, letterProblems } from './problems.ts';
export { type Reader, readableIds, readerOf, servedUnits } from './reader.ts';
export { letterRoutes } from './routes.ts';
export type { LetterEvent, LetterState, Secrecy, Urgency } from './rules.ts';
export { letterStates, secrecies, transition, urgencies } from './rules.ts';
export { type LetterAnswer, letterAnswer } from './schema.ts';
export { searchLetters } from './search-letters.ts';
export { createLetterService, type LetterService, type LetterServiceDeps } from './service.ts';
export { type SigningMode, signerLines } from './signer-lines.ts';
export type { ParticipantReason, RecipientSnapshot, SignedFor } from './tables.ts';
export {
  agendaBooks,
  letterAttachments,
  letterParticipants,
  letterRecipients,
  letterRevisions,
  letterSteps,
  letters,
  letterVersions,
  numberSeries,
  numbers,
} from './tables.ts';
export { letterTasks } from './tasks.ts';
export {
  addParticipants,
  endStep,
  findCurrentSteps,
  findReadingReasons,
  type LetterChanges,
  type LetterRecord,
  lockLetter,
  lockReadable,
  moveLetter,
  nextState,
  type Participant,
  type ReadingReason,
  requireTurn,
  type StepRecord,
  skipOpenSteps,
  startNextStep,
  updateLetter,
} from './workflow.ts';
