import type { Step } from '../../components/ui/status-line.tsx';
import type { Agreement, AgreementState, Scope } from '../../lib/calls/agreements.ts';
import type { Status } from '../../lib/theme/tokens.ts';

export const scopes: Scope[] = ['templates', 'practices', 'indices'];

/** How a state is shown; the words are in namespace `agreements`. */
export const agreementStatuses: Record<AgreementState, Status> = {
  draft: 'proses',
  proposed: 'tunggu',
  signing: 'tunggu',
  signed: 'selesai',
  in_force: 'selesai',
  ended: 'proses',
  terminated: 'masalah',
};

/** "Sumedang" of "Kabupaten Sumedang". */
export const shortName = (name: string): string => name.replace(/^(Kabupaten|Kota) /, '');

export type Words = (key: string, values?: Record<string, unknown>) => string;

/** The way of an agreement: drafted, proposed, one step per party, in force, over. */
export function stepsOf(agreement: Agreement, t: Words, day: (iso: string) => string): Step[] {
  const { state, parties, startsOn, endsOn, termination, proposedAt } = agreement;
  const isDraft = state === 'draft';
  const isSigned = agreement.signedAt !== null;
  const drafted: Step = {
    id: 'drafted',
    label: t('steps.drafted'),
    note: `${shortName(agreement.proposer.name)}, ${day(agreement.createdAt)}`,
    state: isDraft ? 'current' : 'done',
  };
  const proposed: Step = {
    id: 'proposed',
    label: t('steps.proposed'),
    note: !isDraft && proposedAt ? t('steps.frozen', { date: day(proposedAt) }) : t('steps.notFrozen'),
    state: isDraft ? 'next' : 'done',
  };
  const signing = parties.map(
    (party): Step => ({
      id: party.slug,
      label: shortName(party.name),
      note: party.signedAt ? t('steps.signed', { date: day(party.signedAt) }) : t('steps.unsigned'),
      state: party.signedAt ? 'done' : !isDraft && !isSigned ? 'current' : 'next',
    }),
  );
  return [drafted, proposed, ...signing, lastStep(state, startsOn, endsOn, termination, t, day)];
}

function lastStep(
  state: AgreementState,
  startsOn: string,
  endsOn: string,
  termination: Agreement['termination'],
  t: Words,
  day: (iso: string) => string,
): Step {
  if (state === 'terminated') {
    const note = termination ? day(termination.effectiveAt) : '';
    return { id: 'end', label: t('states.terminated'), note, state: 'failed' };
  }
  if (state === 'ended') return { id: 'end', label: t('states.ended'), note: day(endsOn), state: 'done' };
  if (state === 'in_force') {
    return { id: 'force', label: t('states.in_force'), note: t('steps.until', { date: day(endsOn) }), state: 'done' };
  }
  return { id: 'force', label: t('states.in_force'), note: day(startsOn), state: 'next' };
}

/** How a party stands with its council, from what it said. */
export function councilStateOf(
  said: Agreement['council'][number] | undefined,
): 'missing' | 'unneeded' | 'approved' | 'skipped' | 'waiting' {
  if (!said) return 'missing';
  if (!said.needed) return 'unneeded';
  if (said.letterNumber !== null) return 'approved';
  return said.skippedReason === null ? 'waiting' : 'skipped';
}

/** A clause that two parties wrote; `null` where it is not there. */
export type Conflict = { title: string; mine: string[] | null; theirs: string[] | null };

const isWording = (value: unknown): value is string[] | null =>
  value === null || (Array.isArray(value) && value.every((line) => typeof line === 'string'));

/** The conflicts in a refused edit; empty when it was refused for something else. */
export function conflictsOf(code: string, extra: Readonly<Record<string, unknown>>): Conflict[] {
  if (code !== 'agreement_conflict' || !Array.isArray(extra.conflicts)) return [];
  return extra.conflicts.flatMap((each: unknown) => {
    if (typeof each !== 'object' || each === null) return [];
    const { title, mine, theirs } = each as Record<string, unknown>;
    return typeof title === 'string' && isWording(mine) && isWording(theirs) ? [{ title, mine, theirs }] : [];
  });
}

type Written = { title: string; text: string[] };

/** The clauses to send anew once each conflict is decided: where the other wording was chosen, that one. */
export function decide(
  clauses: Written[],
  conflicts: Conflict[],
  chosen: Record<string, 'mine' | 'theirs'>,
): Written[] {
  const kept = clauses.flatMap((clause) => {
    const conflict = conflicts.find(({ title }) => title === clause.title);
    if (!conflict || chosen[clause.title] !== 'theirs') return [clause];
    return conflict.theirs === null ? [] : [{ title: clause.title, text: conflict.theirs }];
  });
  const restored = conflicts.flatMap(({ title, mine, theirs }) =>
    mine === null && theirs !== null && chosen[title] === 'theirs' ? [{ title, text: theirs }] : [],
  );
  return [...kept, ...restored];
}

/** Answers of the form as they are typed. */
export type AgreementAnswers = {
  partners: string[];
  title: string;
  scope: Scope[];
  startsOn: string;
  endsOn: string;
  kind: Agreement['kind'];
  parentId: string | null;
  parentReason: string | null;
};
export type Fault = { field: keyof AgreementAnswers; key: string };

/** What is wrong with a form, by field; the keys are in namespace `agreements`. */
export function faultsOf(answers: AgreementAnswers, isNew: boolean, isChange = false): Fault[] {
  const found: Fault[] = [];
  if (isNew && answers.partners.length === 0) found.push({ field: 'partners', key: 'faults.partners' });
  if (answers.title.trim().length < 3) found.push({ field: 'title', key: 'faults.title' });
  if (answers.scope.length === 0) found.push({ field: 'scope', key: 'faults.scope' });
  if (answers.startsOn === '') found.push({ field: 'startsOn', key: 'faults.startsOn' });
  if (answers.endsOn === '') found.push({ field: 'endsOn', key: 'faults.endsOn' });
  else if (answers.endsOn < answers.startsOn) found.push({ field: 'endsOn', key: 'faults.order' });
  const { kind, parentId, parentReason } = answers;
  if (!isChange && kind === 'pks' && parentId === null && (parentReason ?? '').trim().length < 3) {
    found.push({ field: 'parentId', key: 'faults.parentId' });
  }
  return found;
}

/** Where an instant lies within a span, in percent from 0 to 100. */
export function share(from: string, to: string, at: number): number {
  const start = Date.parse(from);
  const whole = Date.parse(to) - start;
  return whole <= 0 ? 0 : Math.max(0, Math.min(100, (100 * (at - start)) / whole));
}
