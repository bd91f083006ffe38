export const secrecies = ['biasa', 'terbatas', 'rahasia', 'sangat_rahasia'] as const;
export type Secrecy = (typeof secrecies)[number];
export const urgencies = ['biasa', 'segera', 'amat_segera'] as const;
export type Urgency = (typeof urgencies)[number];

/** Every state of a letter; `received` and `registered` are an incoming letter's only (contract.md, Values). */
export const letterStates = [
  'draft',
  'in_approval',
  'returned',
  'awaiting_signature',
  'signing',
  'signed',
  'sent',
  'received',
  'registered',
  'archived',
  'cancelled',
] as const;
export type LetterState = (typeof letterStates)[number];

/** What moves a letter from one state to another. */
export const letterEvents = [
  'submit',
  'submit_to_signer',
  'approve',
  'approve_last',
  'return',
  'withdraw',
  'cancel',
  'start_signing',
  'sign_partly',
  'finish_signing',
  'send',
  'register',
  'archive',
] as const;
export type LetterEvent = (typeof letterEvents)[number];

/**
 * The life of a letter, as a table: the workflow one can show an officer. What is not here cannot happen.
 * `submit_to_signer` is a submission without approvers, `approve_last` the approval after which the signer follows;
 * `sign_partly` is a signature after which another signer follows.
 */
export const transitions: readonly { from: LetterState; event: LetterEvent; to: LetterState }[] = [
  { from: 'draft', event: 'submit', to: 'in_approval' },
  { from: 'returned', event: 'submit', to: 'in_approval' },
  { from: 'draft', event: 'submit_to_signer', to: 'awaiting_signature' },
  { from: 'returned', event: 'submit_to_signer', to: 'awaiting_signature' },
  { from: 'in_approval', event: 'approve', to: 'in_approval' },
  { from: 'in_approval', event: 'approve_last', to: 'awaiting_signature' },
  { from: 'in_approval', event: 'return', to: 'returned' },
  { from: 'in_approval', event: 'withdraw', to: 'draft' },
  { from: 'awaiting_signature', event: 'return', to: 'returned' },
  { from: 'awaiting_signature', event: 'withdraw', to: 'draft' },
  { from: 'awaiting_signature', event: 'start_signing', to: 'signing' },
  { from: 'signing', event: 'start_signing', to: 'signing' },
  { from: 'signing', event: 'sign_partly', to: 'signing' },
  { from: 'signing', event: 'finish_signing', to: 'signed' },
  { from: 'draft', event: 'cancel', to: 'cancelled' },
  { from: 'returned', event: 'cancel', to: 'cancelled' },
  { from: 'signing', event: 'cancel', to: 'cancelled' },
  { from: 'signed', event: 'send', to: 'sent' },
  { from: 'sent', event: 'archive', to: 'archived' },
  { from: 'received', event: 'register', to: 'registered' },
  { from: 'registered', event: 'archive', to: 'archived' },
];

/** The state after an event, or null when the event cannot happen in this state. */
export function transition(from: LetterState, event: LetterEvent): LetterState | null {
  return transitions.find((row) => row.from === from && row.event === event)?.to ?? null;
}
