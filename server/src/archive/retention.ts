/**
 * Retention dates: how long a dossier stays active, then inactive, and what becomes of it then. Dates are calendar
 * dates (YYYY-MM-DD) of the regency's zone; nothing here knows a clock. The years come from the regency's retention
 * schedule (JRA, set by the regency itself); what counts them is the closing of the dossier, not the date of a letter.
 */

export const finalDispositions = ['destroy', 'permanent', 'reassess'] as const;
export type FinalDisposition = (typeof finalDispositions)[number];
export const dossierStates = ['open', 'closed', 'inactive', 'handed_over', 'destroyed'] as const;
export type DossierState = (typeof dossierStates)[number];
export type RetentionStart = 'closing' | 'year_end';

/** What the schedule says of a classification code. */
export interface RetentionRule {
  classification: string;
  activeYears: number;
  inactiveYears: number;
  disposition: FinalDisposition;
  /** The event from which years count instead of the closing; its date stands at the dossier. */
  triggerText: string | null;
}

/** What of a dossier decides about its dates. */
export interface RetentionFacts {
  state: DossierState;
  closedOn: string | null;
  triggerOn: string | null;
  /** What a reassessment decided. */
  reassessed: 'destroy' | 'permanent' | null;
  /** A hold on the dossier or on one of its letters. */
  isHeld: boolean;
}

export type RetentionPhase =
  /** No rule covers the classification: never disposable. */
  | 'unruled'
  /** Not closed yet. */
  | 'open'
  /** Closed; the rule's event has no date yet. */
  | 'awaiting_trigger'
  | 'active'
  /** The active years are over; it should go to the records centre. */
  | 'transfer_due'
  | 'inactive'
  /** All years are over. */
  | 'disposal_due'
  | 'handed_over'
  | 'destroyed';

export interface Retention {
  phase: RetentionPhase;
  /** The first day that counts. */
  startsOn: string | null;
  /** The last day of each period, both included. */
  activeUntil: string | null;
  inactiveUntil: string | null;
  /** What follows; null without a rule. */
  disposition: FinalDisposition | null;
  isHeld: boolean;
}

const dayMs = 86_400_000;
const toDate = (date: string): Date => new Date(`${date}T00:00:00Z`);
const toText = (date: Date): string => date.toISOString().slice(0, 10);

/** @param days may be negative */
export const addDays = (date: string, days: number): string => toText(new Date(toDate(date).getTime() + days * dayMs));

/**
 * The same day `years` later. 29 February becomes 1 March in a common year: a period is never shorter than promised.
 */
export function addYears(date: string, years: number): string {
  const day = toDate(date);
  day.setUTCFullYear(day.getUTCFullYear() + years);
  return toText(day);
}

/** The rule that counts for a code: its own, else that of the nearest code above it. */
export function ruleFor<Rule extends Pick<RetentionRule, 'classification'>>(
  code: string,
  rules: readonly Rule[],
): Rule | null {
  const parts = code.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const prefix = parts.slice(0, length).join('.');
    const rule = rules.find((each) => each.classification === prefix);
    if (rule) return rule;
  }
  return null;
}

/** The first day that counts, or null while nothing counts yet. */
function retentionStart(
  facts: Pick<RetentionFacts, 'closedOn' | 'triggerOn'>,
  rule: Pick<RetentionRule, 'triggerText'>,
  start: RetentionStart,
): string | null {
  if (facts.closedOn === null) return null;
  if (rule.triggerText !== null && facts.triggerOn === null) return null;
  // An event before the closing starts nothing while the dossier still grew.
  const trigger = rule.triggerText === null ? null : facts.triggerOn;
  const base = trigger !== null && trigger > facts.closedOn ? trigger : facts.closedOn;
  return start === 'year_end' ? `${String(Number(base.slice(0, 4)) + 1).padStart(4, '0')}-01-01` : addDays(base, 1);
}

/** Where a dossier stands on a day, by the rule as it is now: changing the rule changes what is not disposed of yet. */
export function retentionOf(
  facts: RetentionFacts,
  rule: RetentionRule | null,
  start: RetentionStart,
  today: string,
): Retention {
  const startsOn = rule === null ? null : retentionStart(facts, rule, start);
  const until = (years: number): string | null => (startsOn === null ? null : addDays(addYears(startsOn, years), -1));
  const activeUntil = rule === null ? null : until(rule.activeYears);
  const inactiveUntil = rule === null ? null : until(rule.activeYears + rule.inactiveYears);
  const disposition =
    rule === null ? null : rule.disposition === 'reassess' ? (facts.reassessed ?? 'reassess') : rule.disposition;
  const phase = (): RetentionPhase => {
    if (facts.state === 'destroyed' || facts.state === 'handed_over') return facts.state;
    if (rule === null) return 'unruled';
    if (facts.state === 'open') return 'open';
    if (activeUntil === null || inactiveUntil === null) return 'awaiting_trigger';
    if (facts.state === 'closed') return today > activeUntil ? 'transfer_due' : 'active';
    return today > inactiveUntil ? 'disposal_due' : 'inactive';
  };
  return { phase: phase(), startsOn, activeUntil, inactiveUntil, disposition, isHeld: facts.isHeld };
}

/**
 * Who approves a destruction: from ten years of retention on the head of ANRI, below the head of the regency (text of
 * classification 000.5.6.2 of Permendagri 83/2022). Active and inactive years count together.
 */
export const destructionAuthority = (rule: Pick<RetentionRule, 'activeYears' | 'inactiveYears'>): 'anri' | 'regent' =>
  rule.activeYears + rule.inactiveYears >= 10 ? 'anri' : 'regent';

export type DisposalKind = 'transfer' | 'destruction' | 'handover';

/** Why a dossier may not be in a proceeding of this kind now; null if it may. Words for people, in Indonesian. */
export function disposalObstacle(kind: DisposalKind, retention: Retention): string | null {
  const { phase, disposition, isHeld } = retention;
  if (phase === 'destroyed') return 'Berkas ini sudah dimusnahkan.';
  if (phase === 'handed_over') return 'Berkas ini sudah diserahkan kepada lembaga kearsipan.';
  if (phase === 'unruled') return 'Belum ada aturan retensi (JRA) untuk klasifikasi berkas ini.';
  if (phase === 'open') return 'Berkas ini belum ditutup.';
  if (phase === 'awaiting_trigger') return 'Tanggal peristiwa yang memulai retensi belum diisi.';
  if (kind === 'transfer') {
    if (phase === 'active') return `Masih aktif sampai ${retention.activeUntil ?? ''}.`;
    return phase === 'transfer_due' ? null : 'Berkas ini sudah inaktif.';
  }
  if (isHeld && kind === 'destruction') return 'Berkas ini ditahan untuk kepentingan hukum.';
  if (phase !== 'disposal_due') {
    return phase === 'inactive'
      ? `Masih inaktif sampai ${retention.inactiveUntil ?? ''}.`
      : 'Berkas ini belum dipindahkan ke unit kearsipan.';
  }
  if (disposition === 'reassess') return 'JRA meminta berkas ini dinilai kembali lebih dahulu.';
  const wanted = kind === 'destruction' ? 'destroy' : 'permanent';
  if (disposition === wanted) return null;
  return kind === 'destruction'
    ? 'Menurut JRA berkas ini permanen dan tidak dimusnahkan.'
    : 'Menurut JRA berkas ini dimusnahkan, tidak diserahkan.';
}
