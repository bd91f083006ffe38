import { stateLabels } from './labels.ts';
import type { LetterState } from './rules.ts';

export const letterActs = [
  'edit',
  'submit',
  'withdraw',
  'cancel',
  'approve',
  'return',
  'sign',
  'void',
  'send',
  'register',
  'dispose',
] as const;
export type LetterAct = (typeof letterActs)[number];

/** What decides about acts on one letter for one person. */
export interface ActFacts {
  direction: 'outgoing' | 'incoming';
  state: LetterState;
  isDrafter: boolean;
  /** Invited by the drafter to write along. */
  isAuthor?: boolean;
  drafterName: string | null;
  /** The person may approve for the position whose turn it is. */
  mayApproveNow: boolean;
  /** The person may sign for the position that signs. */
  maySign: boolean;
  signerTitle: string | null;
  /** "Kepala Bidang … (Nama) sejak 24 November 2026"; null when nobody need act. */
  turn: string | null;
  /** Registrar of the signer's unit (outgoing), or of the unit that received the letter (incoming). */
  isRegistrar: boolean;
  /** The letter was routed or disposed to a position of the person. */
  isOnDispositionLine: boolean;
}

/** An act as the letter's page shows it: one that is not allowed says why, in Indonesian. */
export interface ActVerdict {
  act: LetterAct;
  allowed: boolean;
  reason: string | null;
}

const isEditable = (state: LetterState): boolean => state === 'draft' || state === 'returned';
const isUnderway = (state: LetterState): boolean => state === 'in_approval' || state === 'awaiting_signature';
const wrongState = (state: LetterState): string => `Surat ini ${stateLabels[state]}.`;
const onlyDrafter = (facts: ActFacts): string => `Hanya penyusun (${facts.drafterName ?? 'penyusun'}) yang dapat.`;

/** Why the act is not open to the person now, or null if it is. */
type Refusal = (facts: ActFacts) => string | null;

const drafterWhile =
  (fits: (state: LetterState) => boolean): Refusal =>
  (facts) => {
    if (!facts.isDrafter) return onlyDrafter(facts);
    return fits(facts.state) ? null : wrongState(facts.state);
  };

const waiting = (facts: ActFacts): string =>
  facts.turn === null ? wrongState(facts.state) : `Menunggu ${facts.turn}.`;

const signRefusal: Refusal = (facts) => {
  if (!facts.maySign) return `Ditandatangani oleh ${facts.signerTitle ?? 'penanda tangan yang belum ditentukan'}.`;
  if (facts.state === 'awaiting_signature' || facts.state === 'signing') return null;
  return facts.state === 'in_approval' ? waiting(facts) : wrongState(facts.state);
};

const outgoing: Partial<Record<LetterAct, Refusal>> = {
  edit: (facts) => drafterWhile(isEditable)(facts.isAuthor ? { ...facts, isDrafter: true } : facts),
  submit: drafterWhile(isEditable),
  withdraw: drafterWhile(isUnderway),
  cancel: drafterWhile(isEditable),
  approve: (facts) => {
    if (facts.state !== 'in_approval') return wrongState(facts.state);
    return facts.mayApproveNow ? null : waiting(facts);
  },
  return: (facts) => {
    if (facts.state === 'awaiting_signature') return facts.maySign ? null : waiting(facts);
    if (facts.state !== 'in_approval') return wrongState(facts.state);
    return facts.mayApproveNow ? null : waiting(facts);
  },
  sign: signRefusal,
  void: (facts) => {
    if (!facts.maySign) return `Dibatalkan oleh ${facts.signerTitle ?? 'penanda tangan'}.`;
    return facts.state === 'signing' ? null : wrongState(facts.state);
  },
  send: (facts) => {
    const may = facts.isDrafter || facts.maySign || facts.isRegistrar;
    if (!may) return 'Dikirim oleh penyusun, penanda tangan, atau pencatat surat unit penanda tangan.';
    return facts.state === 'signed' ? null : wrongState(facts.state);
  },
};

const incoming: Partial<Record<LetterAct, Refusal>> = {
  register: (facts) => {
    if (!facts.isRegistrar) return 'Diagendakan oleh pencatat surat (TU).';
    return facts.state === 'received' ? null : wrongState(facts.state);
  },
  dispose: (facts) => {
    if (!facts.isOnDispositionLine) return 'Didisposisikan oleh pejabat yang dituju.';
    return facts.state === 'registered' ? null : wrongState(facts.state);
  },
};

/** Every act that a letter of this direction has, with the reason where it is closed (interface.md, principle 2). */
export function actsOf(facts: ActFacts): ActVerdict[] {
  const table = facts.direction === 'outgoing' ? outgoing : incoming;
  return letterActs.flatMap((act) => {
    const refusal = table[act];
    if (!refusal) return [];
    const reason = refusal(facts);
    return [{ act, allowed: reason === null, reason }];
  });
}
