import type { TFunction } from 'i18next';
import type { Step } from '../../components/ui/status-line.tsx';
import type { Answer } from '../../lib/api.ts';
import type { Letter, LetterAct } from '../../lib/calls/get-letter.ts';
import { pastWords } from '../../lib/dates.ts';

type State = Letter['state'];
type Words = TFunction<'letters'>;

export const letterBoxes = ['inbox', 'outbox', 'draft', 'approval', 'archive', 'all'] as const;
const letterStates = [
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
] as const satisfies readonly State[];

/** What a list shows; kept in the address. */
export type LetterFilter = { box: (typeof letterBoxes)[number]; state?: State | undefined; q?: string | undefined };

/** The states that can occur in a box, for the filter that reads as a sentence. */
export const statesOfBox: Record<LetterFilter['box'], readonly State[]> = {
  inbox: ['received', 'registered'],
  outbox: ['signed', 'sent'],
  draft: ['draft', 'returned'],
  approval: ['in_approval', 'awaiting_signature', 'signing'],
  archive: ['archived', 'cancelled'],
  all: letterStates,
};

/** Which of the four status colours a state wears. */
export function statusOf(state: State): 'tunggu' | 'selesai' | 'masalah' | 'proses' {
  if (state === 'sent' || state === 'archived') return 'selesai';
  if (state === 'returned' || state === 'cancelled') return 'masalah';
  if (state === 'draft' || state === 'signing') return 'proses';
  return 'tunggu';
}

/** The filter as it stands in an address, and back; nonsense becomes the inbox. */
export function readFilter(search: Record<string, unknown>): LetterFilter {
  const box = letterBoxes.find((one) => one === search.kotak) ?? 'inbox';
  const state = letterStates.find((one) => one === search.keadaan);
  const q = typeof search.cari === 'string' ? search.cari.slice(0, 100) : undefined;
  return { box, ...(state ? { state } : {}), ...(q ? { q } : {}) };
}

/** First the act that moves the letter on; it is the one filled button. */
const primaryOrder: LetterAct[] = ['sign', 'approve', 'register', 'dispose', 'send', 'edit'];

export type ActVerdict = Letter['acts'][number];
/** Acts as the page lays them out: one filled, some in reach, the rest with their reasons under a fold. */
export type ActPlan = { primary: ActVerdict | null; beside: ActVerdict[]; folded: ActVerdict[] };

export function planActs(letter: Pick<Letter, 'acts' | 'turn'>, isMine: boolean): ActPlan {
  // A draft is submitted from the desk where it is written.
  const acts = letter.acts.filter(({ act }) => act !== 'submit');
  // Who has passed a letter on may do so again, but it is no longer what the letter waits for.
  const primary =
    primaryOrder
      .map((name) => acts.find(({ act, allowed }) => act === name && allowed && (isMine || act !== 'dispose')))
      .find(Boolean) ?? null;
  const rest = acts.filter((one) => one !== primary);
  const turnAct = letter.turn?.act;
  const near = (one: ActVerdict): boolean => one.allowed || one.act === turnAct;
  return { primary, beside: rest.filter(near), folded: rest.filter((one) => !near(one)) };
}

const shortNames = (names: string[], and: string): string =>
  names.length <= 2 ? names.join(` ${and} `) : `${names[0]} +${names.length - 1}`;

const firstName = (name: string): string => {
  const words = (name.split(',')[0] ?? name).split(' ').filter((word) => !word.endsWith('.'));
  return words[0] ?? name;
};

/** The way of a letter from first to last, with who and when. */
export function stepsOf(letter: Letter, t: Words): Step[] {
  return letter.direction === 'incoming' ? incomingSteps(letter, t) : outgoingSteps(letter, t);
}

function outgoingSteps(letter: Letter, t: Words): Step[] {
  const { state, chain, recipients, turn, drafter } = letter;
  const order: State[] = ['draft', 'in_approval', 'awaiting_signature', 'signed', 'sent'];
  const at = state === 'returned' ? 0 : state === 'signing' ? 2 : state === 'archived' ? 4 : order.indexOf(state);
  const reached = state === 'cancelled' ? (letter.signedAt ? 3 : 0) : at;
  const approvers = chain.filter(({ act }) => act === 'approve');
  const done = approvers.filter((step) => step.state === 'done');
  const read = recipients.filter(({ readAt }) => readAt !== null).length;
  const waiting = turn ? `${firstName(turn.holder ?? turn.title)}, ${t('since', { when: pastWords(turn.since) })}` : '';
  const stepState = (index: number): Step['state'] => {
    if (index < reached) return 'done';
    if (index > reached) return 'next';
    return state === 'cancelled' || state === 'returned' ? 'failed' : 'current';
  };
  const note = (index: number, past: string): string =>
    stepState(index) === 'done' ? past : index === at ? waiting : '';
  const count = recipients.length;
  return [
    {
      id: 'draft',
      label: t('steps.draft'),
      state: stepState(0),
      note: drafter ? `${firstName(drafter.name)}, ${pastWords(letter.createdAt)}` : '',
    },
    {
      id: 'approve',
      label: t('steps.approve'),
      state: stepState(1),
      note: note(
        1,
        approvers.length === 0
          ? t('steps.noApprovers')
          : shortNames(
              done.map((step) => firstName(step.actedBy ?? step.title)),
              t('and'),
            ),
      ),
    },
    {
      id: 'sign',
      label: t('steps.sign'),
      state: stepState(2),
      note: note(2, letter.signedAt ? `${firstName(letter.signedBy?.name ?? '')}, ${pastWords(letter.signedAt)}` : ''),
    },
    {
      id: 'send',
      label: t('steps.sendTo', { count }),
      short: t('steps.send'),
      state: stepState(3),
      note: note(3, letter.sentAt ? pastWords(letter.sentAt) : ''),
    },
    {
      id: 'read',
      label: t('steps.readBy'),
      short: t('steps.read'),
      state: reached < 4 ? 'next' : read === count ? 'done' : 'current',
      note: reached < 4 ? t('steps.notYet') : t('steps.readCount', { read, count }),
    },
  ];
}

function incomingSteps(letter: Letter, t: Words): Step[] {
  const { state, incoming, turn } = letter;
  const reached = state === 'received' ? 1 : state === 'registered' ? 2 : 3;
  const waiting = turn ? `${firstName(turn.holder ?? turn.title)}, ${t('since', { when: pastWords(turn.since) })}` : '';
  const stepState = (index: number): Step['state'] => (index < reached ? 'done' : index > reached ? 'next' : 'current');
  return [
    {
      id: 'receive',
      label: t('steps.received'),
      state: 'done',
      note: incoming ? pastWords(incoming.receivedAt) : '',
    },
    {
      id: 'register',
      label: t('steps.registered'),
      state: stepState(1),
      note: incoming?.agendaNumber ? t('agendaNumber', { number: incoming.agendaNumber }) : waiting,
    },
    { id: 'dispose', label: t('steps.disposed'), state: stepState(2), note: reached === 2 ? waiting : '' },
    { id: 'archive', label: t('steps.archived'), state: reached === 3 ? 'done' : 'next', note: '' },
  ];
}

type Node = { type?: string; text?: string; content?: Node[] };

/** The paragraphs of a body as plain text: for ears, and to compare versions. */
export function paragraphsOf(body: Answer<'/letters/{id}'>['body']): string[] {
  const found: string[] = [];
  const textOf = (node: Node): string => (node.text ?? '') + (node.content ?? []).map(textOf).join('');
  const walk = (node: Node): void => {
    if (node.type === 'paragraph' || node.type === 'heading') {
      const text = textOf(node).trim();
      if (text !== '') found.push(text);
      return;
    }
    for (const child of node.content ?? []) walk(child);
  };
  if (body) walk(body as Node);
  return found;
}

/** `place` counts the lines of both. */
export type DiffLine = { place: number; kind: 'same' | 'removed' | 'added'; text: string };

/** What changed between two lists of lines, by their longest common part. */
export function compareLines(before: readonly string[], after: readonly string[]): DiffLine[] {
  const width = after.length + 1;
  const longest = new Array<number>((before.length + 1) * width).fill(0);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      longest[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const left = before[i];
    const right = after[j];
    if (left !== undefined && left === right) {
      lines.push({ place: lines.length, kind: 'same', text: left });
      i += 1;
      j += 1;
    } else if (right === undefined || (left !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ place: lines.length, kind: 'removed', text: left ?? '' });
      i += 1;
    } else {
      lines.push({ place: lines.length, kind: 'added', text: right });
      j += 1;
    }
  }
  return lines;
}
