import type { TFunction } from 'i18next';
import type { Step } from '../../components/ui/status-line.tsx';
import type { Answer, Paths } from '../../lib/api.ts';
import type { Letter, LetterAct } from '../../lib/calls/get-letter.ts';
import { pastWords } from '../../lib/dates.ts';
import { fromSearch } from './search.ts';

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

/** Lists of what waits, as the home page counts them. */
const workLists = [
  'to_sign',
  'to_approve',
  'drafts_returned',
  'signed_not_sent',
  'deliveries_failed',
  'unread',
  'not_followed_up',
  'dispositions_unread',
  'dispositions_not_followed_up',
  'copies_unread',
] as const;

/** The filters as the API takes them. */
type Query = NonNullable<Paths['/letters/count']['get']['parameters']['query']>;
type Narrowed = Omit<Query, 'box'>;
/** What a list shows; kept in the address. */
export type LetterFilter = {
  box: (typeof letterBoxes)[number];
  order?: 'relevance' | undefined;
} & { [K in keyof Narrowed]?: Narrowed[K] | undefined };

/** Filters that are a choice among words. */
export const choices = {
  direction: ['incoming', 'outgoing'],
  secrecy: ['biasa', 'terbatas', 'rahasia', 'sangat_rahasia'],
  urgency: ['biasa', 'segera', 'amat_segera'],
  attachment: ['yes', 'no'],
} as const;
export type ChoiceName = keyof typeof choices;
/** Filters that are typed. */
export const typedFilters = ['party', 'classification', 'from', 'to'] as const;
export type TypedName = (typeof typedFilters)[number];

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

/** The filter as it stands in an address; nonsense is dropped, and without a box it is the inbox. */
export function readFilter(search: Record<string, unknown>): LetterFilter {
  const asked = fromSearch(search);
  const among = <T extends string>(values: readonly T[], value: string | undefined): T | undefined =>
    values.find((one) => one === value);
  const date = (value: string | undefined): string | undefined =>
    value !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
  const id = (value: string | undefined): string | undefined =>
    value !== undefined && /^[0-9a-f-]{36}$/.test(value) ? value : undefined;
  const list = among(workLists, asked.list);
  const filter: LetterFilter = {
    box: list ? 'all' : (among(letterBoxes, asked.box) ?? 'inbox'),
    list,
    state: among(letterStates, asked.state),
    direction: among(choices.direction, asked.direction),
    secrecy: among(choices.secrecy, asked.secrecy),
    urgency: among(choices.urgency, asked.urgency),
    attachment: among(choices.attachment, asked.attachment),
    type: asked.type?.slice(0, 60),
    classification: asked.classification?.slice(0, 40),
    party: asked.party?.slice(0, 100),
    unit: id(asked.unit),
    person: id(asked.person),
    from: date(asked.from),
    to: date(asked.to),
    q: asked.q?.slice(0, 100),
    order: asked.order === 'relevance' ? 'relevance' : undefined,
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as LetterFilter;
}

/** Whether anything but the box narrows the list. */
export const isNarrowed = ({ box: _, order: __, ...rest }: LetterFilter): boolean => Object.keys(rest).length > 0;

/** The filter as the API takes it; a box of all letters is none. */
export function toQuery({ box, order: _, ...rest }: LetterFilter): Query {
  return { ...(rest as Query), ...(box === 'all' ? {} : { box }) };
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
      label: count === 0 ? t('steps.send') : t('steps.sendTo', { count }),
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
