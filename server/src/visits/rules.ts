import type { Actor } from '../core/rights/index.ts';

export const visitStates = [
  'draft',
  'requested',
  'counter_proposed',
  'accepted',
  'declined',
  'scheduled',
  'held',
  'closed',
  'cancelled',
] as const;
export type VisitState = (typeof visitStates)[number];

export const visitSteps = [
  'edit',
  'request',
  'counter_propose',
  'accept',
  'decline',
  'schedule',
  'hold',
  'close',
  'cancel',
] as const;
export type VisitStep = (typeof visitSteps)[number];

/** `guest` asks and travels, `host` answers and receives. */
export type Party = 'guest' | 'host';

type Transition = readonly [step: VisitStep, party: Party, from: VisitState, to: VisitState];

/** The workflow, the same as the database's (platform.visit_transitions; a test compares them). */
export const transitions: readonly Transition[] = [
  ['edit', 'guest', 'draft', 'draft'],
  ['request', 'guest', 'draft', 'requested'],
  ['request', 'guest', 'counter_proposed', 'requested'],
  ['request', 'guest', 'accepted', 'requested'],
  ['request', 'guest', 'scheduled', 'requested'],
  ['counter_propose', 'host', 'requested', 'counter_proposed'],
  ['counter_propose', 'host', 'accepted', 'counter_proposed'],
  ['counter_propose', 'host', 'scheduled', 'counter_proposed'],
  ['accept', 'host', 'requested', 'accepted'],
  ['accept', 'guest', 'counter_proposed', 'accepted'],
  ['decline', 'host', 'requested', 'declined'],
  ['schedule', 'host', 'accepted', 'scheduled'],
  ['schedule', 'host', 'scheduled', 'scheduled'],
  ['hold', 'host', 'scheduled', 'held'],
  ['close', 'guest', 'held', 'closed'],
  ['cancel', 'guest', 'draft', 'cancelled'],
  ['cancel', 'guest', 'requested', 'cancelled'],
  ['cancel', 'guest', 'counter_proposed', 'cancelled'],
  ['cancel', 'guest', 'accepted', 'cancelled'],
  ['cancel', 'guest', 'scheduled', 'cancelled'],
  ['cancel', 'host', 'counter_proposed', 'cancelled'],
  ['cancel', 'host', 'accepted', 'cancelled'],
  ['cancel', 'host', 'scheduled', 'cancelled'],
];

/** The state after a step, or null when this side cannot take it now. */
export const nextState = (step: VisitStep, party: Party, state: VisitState): VisitState | null =>
  transitions.find(([s, p, from]) => s === step && p === party && from === state)?.[3] ?? null;

/** States in which nothing happens any more. */
export const isOver = (state: VisitState): boolean => ['declined', 'closed', 'cancelled'].includes(state);

const turns: Partial<Record<VisitState, Party>> = {
  draft: 'guest',
  requested: 'host',
  counter_proposed: 'guest',
  accepted: 'host',
  scheduled: 'host',
  held: 'guest',
};
/** Whose turn it is; null once it is over. */
export const turnOf = (state: VisitState): Party | null => turns[state] ?? null;

/** Those who may take steps; people assigned to a visit may read it (repository.ts). */
export const mayManage = (actor: Actor): boolean => actor.permissions.has('visits.manage');

/** As people say it: "Kunjungan ini …". */
const stateWords: Record<VisitState, string> = {
  draft: 'masih rancangan',
  requested: 'menunggu jawaban tuan rumah',
  counter_proposed: 'menunggu jawaban tamu atas tanggal lain',
  accepted: 'sudah disetujui dan belum dijadwalkan',
  declined: 'sudah ditolak',
  scheduled: 'sudah dijadwalkan',
  held: 'sudah terlaksana',
  closed: 'sudah selesai',
  cancelled: 'sudah dibatalkan',
};

export type StepVerdict = { allowed: true } | { allowed: false; because: 'right' | 'state'; reason: string };

/** May this person take this step now, and if not, why not, in words for the screen. */
export function judgeStep(
  step: VisitStep,
  actor: Actor,
  visit: { party: Party; state: VisitState; startsAt: Date },
  now: Date,
): StepVerdict {
  if (!mayManage(actor)) {
    return { allowed: false, because: 'right', reason: 'Kunjungan diurus oleh bupati, sekda, atau admin.' };
  }
  const { party, state } = visit;
  if (nextState(step, party, state) === null) {
    const isTheirs = nextState(step, party === 'guest' ? 'host' : 'guest', state) !== null;
    const whose = party === 'guest' ? 'tuan rumah' : 'daerah tamu';
    return {
      allowed: false,
      because: 'state',
      reason: isTheirs ? `Langkah ini diambil ${whose}.` : `Kunjungan ini ${stateWords[state]}.`,
    };
  }
  if (step === 'hold' && now < visit.startsAt) {
    return { allowed: false, because: 'state', reason: 'Dapat dicatat terlaksana setelah kunjungan dimulai.' };
  }
  if (step === 'accept' && visit.startsAt <= now) {
    return { allowed: false, because: 'state', reason: 'Tanggal ini sudah lewat. Usulkan tanggal lain.' };
  }
  return { allowed: true };
}

const mostMs = 31 * 86_400_000;

/** What is wrong with the dates, by field; empty when nothing is. */
export function dateFaults(startsAt: Date, endsAt: Date, now: Date): { path: string; message: string }[] {
  if (startsAt <= now) return [{ path: 'startsAt', message: 'waktu mulai sudah lewat' }];
  if (endsAt <= startsAt) return [{ path: 'endsAt', message: 'waktu selesai harus sesudah waktu mulai' }];
  return endsAt.getTime() - startsAt.getTime() > mostMs
    ? [{ path: 'endsAt', message: 'kunjungan paling lama 31 hari' }]
    : [];
}
