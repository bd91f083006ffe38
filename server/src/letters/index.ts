export { type Moment, momentOf, recordEvent } from './context.ts';
export { buildLetterDocument, type PrintedSigner } from './document.ts';

export { likePattern } from './like.ts';
export { drawPdf } from './printing.ts';
export { letterNotFound, letterProblems } from './problems.ts';
export { asParameters, type Reader, readableIds, readerOf, servedUnits } from './reader.ts';
export { letterRoutes } from './routes.ts';
export type { LetterState, Secrecy, Urgency } from './rules.ts';
export { letterStates, secrecies, urgencies } from './rules.ts';
export { type LetterAnswer, letterAnswer } from './schema.ts';
export { searchLetters } from './search-letters.ts';
export { createLetterService, type LetterService } from './service.ts';

export {
  letterRecipients,
  letterRevisions,
  letters,
} from './tables.ts';
export { letterTasks } from './tasks.ts';
export {
  addParticipants,
  beginSteps,
  endStep,
  findCurrentSteps,
  findReadingReasons,
  type LetterRecord,
  lockLetter,
  lockReadable,
  moveLetter,
  nextState,
  type Participant,
  requireTurn,
  type StepRecord,
} from './workflow.ts';
