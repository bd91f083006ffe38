export type { LetterEvent, LetterState, Secrecy, Urgency } from './rules.ts';
export { letterStates, secrecies, transition, urgencies } from './rules.ts';
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
