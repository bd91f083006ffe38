import type { Actor } from '../core/rights/index.ts';
import type { ClauseKind } from './contents.ts';

export const agreementKinds = ['letter_of_intent', 'kb', 'pks'] as const;
export const agreementScopes = ['templates', 'practices', 'indices'] as const;
export const copiesAfterEnd = ['keep', 'stop_new_use'] as const;
export type CopiesAfterEnd = (typeof copiesAfterEnd)[number];
export type AgreementKind = (typeof agreementKinds)[number];
export type AgreementScope = (typeof agreementScopes)[number];

/** "KESEPAKATAN BERSAMA" and so on, as the document is headed. */
export const headings: Record<AgreementKind, string> = {
  letter_of_intent: 'PERNYATAAN MINAT',
  kb: 'KESEPAKATAN BERSAMA',
  pks: 'PERJANJIAN KERJA SAMA',
};

/** One article; `text` has one entry per paragraph or lettered item. Dates stand as {{starts_on}} and {{ends_on}}. */
export interface Clause {
  title: string;
  text: string[];
  /** What it is about; left out, its title tells (contents.ts). */
  kinds?: ClauseKind[] | undefined;
}

/** What an agreement says besides parties, title, scope and dates. */
export interface AgreementContent {
  /** Considerations before the articles. */
  preamble: string[];
  legalBasis: string[];
  clauses: Clause[];
  /** The articles are the shipped ones: another scope brings other articles. */
  isStandard: boolean;
  /** What becomes of what a party copied when the agreement is over or its giver takes it back; absent: it stays in use. */
  copiesAfterEnd?: CopiesAfterEnd;
}

/** As the database keeps it; the dates make the rest. */
export type StoredState = 'draft' | 'proposed' | 'signing' | 'signed' | 'terminated';
/** As people see it: `signed` has not begun, `in_force` and `ended` follow from the dates (contract.md). */
export const agreementStates = ['draft', 'proposed', 'signing', 'signed', 'in_force', 'ended', 'terminated'] as const;
export type AgreementState = (typeof agreementStates)[number];

export const agreementActs = ['edit', 'propose', 'sign', 'requestChanges', 'terminate'] as const;
export type AgreementAct = (typeof agreementActs)[number];

/** The workflow: in which state which act is possible. `sign` leads to `signed` with the last signature. */
export const acceptedIn: Record<AgreementAct, readonly AgreementState[]> = {
  edit: ['draft'],
  propose: ['draft'],
  sign: ['proposed', 'signing'],
  requestChanges: ['proposed', 'signing'],
  terminate: ['signed', 'in_force'],
};

/** The state after an act, or null when the act does not fit. `missing`: parties that have not signed, before the act. */
export function transition(state: AgreementState, act: AgreementAct, missing: number): StoredState | null {
  if (!acceptedIn[act].includes(state)) return null;
  if (act === 'sign') return missing <= 1 ? 'signed' : 'signing';
  return ({ edit: 'draft', propose: 'proposed', requestChanges: 'draft', terminate: 'terminated' } as const)[act];
}

/** Acts for the regent while absent. Officials with a surat kuasa may sign a PKS only (PP 28/2018 Pasal 2(2)). */
const isRegentsDelegate = (actor: Actor): boolean =>
  actor.positions.some((post) => post.kind === 'regent' && post.mode === 'delegate' && post.acts.includes('sign'));

export const mayRead = (actor: Actor): boolean => actor.permissions.has('agreements.read') || isRegentsDelegate(actor);

const permissionOf = {
  edit: 'agreements.draft',
  propose: 'agreements.draft',
  requestChanges: 'agreements.draft',
  sign: 'agreements.sign',
  terminate: 'agreements.terminate',
} as const;

/** Whether the person's office lets them do an act, whatever the agreement's state. */
export function mayAct(actor: Actor, act: AgreementAct, kind: AgreementKind): boolean {
  if (actor.permissions.has(permissionOf[act])) return true;
  return kind === 'pks' && act !== 'edit' && act !== 'propose' && isRegentsDelegate(actor);
}

const noRight: Record<AgreementAct, string> = {
  edit: 'Isi kesepakatan diubah oleh bupati, sekda, atau admin.',
  propose: 'Kesepakatan diajukan oleh bupati, sekda, atau admin.',
  requestChanges: 'Perubahan diminta oleh bupati, sekda, atau admin.',
  sign: 'Kesepakatan ditandatangani oleh bupati atau wakil yang diberi kuasa.',
  terminate: 'Kesepakatan diakhiri oleh bupati atau wakil yang diberi kuasa.',
};

const notNow: Record<AgreementAct, Partial<Record<AgreementState, string>> & { other: string }> = {
  edit: {
    other: 'Isi sudah dikunci. Untuk mengubahnya, pilih Minta perubahan selama belum semua pihak menandatangani.',
  },
  propose: { other: 'Kesepakatan ini sudah diajukan.' },
  sign: {
    draft: 'Belum diajukan, jadi belum dapat ditandatangani.',
    terminated: 'Kesepakatan ini sudah diakhiri.',
    other: 'Semua pihak sudah menandatangani.',
  },
  requestChanges: {
    draft: 'Masih rancangan; isinya dapat langsung diubah.',
    other: 'Semua pihak sudah menandatangani, jadi isinya tidak dapat diubah lagi.',
  },
  terminate: {
    draft: 'Belum berlaku, jadi belum ada yang diakhiri.',
    proposed: 'Belum berlaku, jadi belum ada yang diakhiri. Untuk menolak, pilih Minta perubahan.',
    signing: 'Belum berlaku, jadi belum ada yang diakhiri. Untuk menolak, pilih Minta perubahan.',
    ended: 'Masa berlakunya sudah habis.',
    other: 'Kesepakatan ini sudah diakhiri.',
  },
};

export type ActVerdict =
  | { allowed: true }
  | { allowed: false; because: 'right' | 'state' | 'signed' | 'council'; reason: string };

/** What an agreement's state and its parties have to do with an act. */
export interface ActFacts {
  kind: AgreementKind;
  state: AgreementState;
  isTerminating: boolean;
  hasSigned: boolean;
  /** A change of another agreement. */
  isChange: boolean;
  /** Regencies whose council has not been heard though the plan is a burden. */
  councilMissing: readonly string[];
}

/** May this person do this act now, and if not, why not, in words for the screen. */
export function judgeAct(act: AgreementAct, actor: Actor, agreement: ActFacts): ActVerdict {
  if (!mayAct(actor, act, agreement.kind)) return { allowed: false, because: 'right', reason: noRight[act] };
  if (act === 'terminate' && agreement.isChange) {
    const reason =
      'Naskah perubahan tidak diakhiri sendiri: buat perubahan lagi, atau akhiri kesepakatan yang diubahnya.';
    return { allowed: false, because: 'state', reason };
  }
  if (act === 'terminate' && agreement.isTerminating) {
    return { allowed: false, because: 'state', reason: 'Pengakhiran sudah diberitahukan.' };
  }
  if (!acceptedIn[act].includes(agreement.state)) {
    return { allowed: false, because: 'state', reason: notNow[act][agreement.state] ?? notNow[act].other };
  }
  if (act === 'sign' && agreement.hasSigned) {
    return { allowed: false, because: 'signed', reason: 'Daerah Anda sudah menandatangani; menunggu pihak lain.' };
  }
  if (act === 'sign' && agreement.councilMissing.length > 0) {
    const reason = `Menunggu keterangan persetujuan DPRD dari ${agreement.councilMissing.join(', ')}.`;
    return { allowed: false, because: 'council', reason };
  }
  return { allowed: true };
}

const ordinalWords = ['Kesatu', 'Kedua', 'Ketiga', 'Keempat', 'Kelima', 'Keenam', 'Ketujuh', 'Kedelapan'];

/** "Pihak Kesatu" for 1. */
export const partyLabel = (ordinal: number): string => `Pihak ${ordinalWords[ordinal - 1] ?? String(ordinal)}`;

/** An agreement runs at most five years (practice under Permendagri 22/2020). */
const maxYears = 5;

/** What is wrong with the dates, by field; empty when nothing is. Dates are ISO dates in the proposer's zone. */
export function dateFaults(startsOn: string, endsOn: string, today: string): { path: string; message: string }[] {
  if (endsOn < startsOn) return [{ path: 'endsOn', message: 'tanggal berakhir mendahului tanggal mulai' }];
  if (endsOn < today) return [{ path: 'endsOn', message: 'tanggal berakhir sudah lewat' }];
  const year = Number(startsOn.slice(0, 4)) + maxYears;
  // 29 February has no fifth anniversary: PostgreSQL's interval takes the 28th.
  const latest = `${year}${startsOn.slice(4) === '-02-29' && year % 4 !== 0 ? '-02-28' : startsOn.slice(4)}`;
  return endsOn > latest ? [{ path: 'endsOn', message: `paling lama ${maxYears} tahun sejak tanggal mulai` }] : [];
}

/** Acts around the workflow: changing what is in force, speaking of a draft, the council's approval. */
export const furtherActs = ['amend', 'extend', 'comment', 'council', 'link'] as const;
export type FurtherAct = (typeof furtherActs)[number];

/** May this person do one of these now, and if not, why not, in words for the screen. */
export function judgeFurtherAct(act: FurtherAct, actor: Actor, agreement: ActFacts & { burdens: boolean }): ActVerdict {
  const no = (reason: string): ActVerdict => ({ allowed: false, because: 'state', reason });
  if (!actor.permissions.has('agreements.draft')) {
    return { allowed: false, because: 'right', reason: 'Ini dilakukan oleh bupati, sekda, atau admin.' };
  }
  const { state } = agreement;
  if (act === 'comment')
    return state === 'draft' ? { allowed: true } : no('Komentar diberikan selama masih rancangan.');
  if (act === 'link') return state === 'draft' ? { allowed: true } : no('Dasarnya diubah selama masih rancangan.');
  if (act === 'council') {
    if (!agreement.burdens) return no('Rencana kerja sama ini tidak membebani masyarakat dan daerah.');
    if (agreement.hasSigned) return no('Daerah Anda sudah menandatangani.');
    return state === 'draft' || state === 'proposed' || state === 'signing'
      ? { allowed: true }
      : no('Sudah ditandatangani semua pihak.');
  }
  if (agreement.isChange) return no('Yang diubah adalah kesepakatan asalnya, bukan naskah perubahannya.');
  if (agreement.isTerminating) return no('Kesepakatan ini sedang atau sudah diakhiri.');
  if (state === 'ended') return no('Masa berlakunya sudah habis: perpanjangan dibuat sebelum berakhir.');
  return state === 'signed' || state === 'in_force' ? { allowed: true } : no('Belum ditandatangani semua pihak.');
}
