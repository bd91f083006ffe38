import { type Body, isMissing, listAskedVariables, variableId } from '../../components/editor/body.ts';
import type { Answer, Body as Sent } from '../../lib/api.ts';
import { dayOf } from '../../lib/dates.ts';

export type Letter = Answer<'/letters/{id}'>;
export type LetterChange = Sent<'/letters/{id}', 'patch'>;
type SentRecipient = NonNullable<LetterChange['recipients']>[number];

/** Whom a letter goes to, with the name that people read. */
export type Recipient = {
  kind: 'unit' | 'position' | 'tenant' | 'external';
  /** A regency's slug for `tenant`, the name for `external`. */
  id: string;
  name: string;
  email?: string | null;
  address?: string | null;
};

/** One face of the chain after the drafter. */
export type ChainStep = { positionId: string; title: string; holder: string | null };
export type Chain = { approvers: ChainStep[]; signer: ChainStep | null };

/** A letter as it stands on the writing desk. */
export type Draft = {
  subject: string;
  body: Body;
  recipients: Recipient[];
  copies: Recipient[];
  classification: { code: string; name: string | null };
  secrecy: Letter['secrecy'];
  urgency: Letter['urgency'];
  attachmentNote: string;
  /** `YYYY-MM-DD` in the regency's zone, or empty. */
  dueOn: string;
};

function recipientOf(answer: Letter['recipients'][number]): Recipient {
  const id = answer.unitId ?? answer.positionId ?? answer.slug ?? answer.name;
  return { kind: answer.kind, id, name: answer.name, email: answer.email, address: answer.address };
}

export function draftOf(letter: Letter): Draft {
  return {
    subject: letter.subject,
    body: (letter.body as Body | null) ?? { type: 'doc', content: [{ type: 'paragraph' }] },
    recipients: letter.recipients.map(recipientOf),
    copies: letter.copies.map(recipientOf),
    classification: { code: letter.classification, name: letter.classificationName },
    secrecy: letter.secrecy,
    urgency: letter.urgency,
    attachmentNote: letter.attachmentNote ?? '',
    dueOn: letter.dueAt ? dayOf(new Date(letter.dueAt)) : '',
  };
}

function sentRecipient({ kind, id, name, email, address }: Recipient): SentRecipient {
  if (kind === 'tenant') return { kind, slug: id };
  if (kind === 'external') return { kind, name, email: email || null, address: address || null };
  return { kind, id };
}

/** What goes to the server. An emptied subject is not sent: a letter always has one, the form asks for it. */
export function changeOf(draft: Draft): LetterChange {
  const subject = draft.subject.trim();
  return {
    ...(subject === '' ? {} : { subject }),
    body: draft.body,
    recipients: draft.recipients.map(sentRecipient),
    copies: draft.copies.map(sentRecipient),
    classification: draft.classification.code,
    secrecy: draft.secrecy,
    urgency: draft.urgency,
    attachmentNote: draft.attachmentNote.trim() || null,
    dueOn: draft.dueOn || null,
  };
}

/** The chain of a letter's last round, for one that came back. */
export function lastChain(letter: Letter): Chain | null {
  if (letter.chain.length === 0) return null;
  const steps = letter.chain.map(({ positionId, title, holder, act }) => ({
    act,
    step: { positionId, title, holder: holder?.name ?? null },
  }));
  return {
    approvers: steps.filter(({ act }) => act === 'approve').map(({ step }) => step),
    signer: steps.find(({ act }) => act === 'sign')?.step ?? null,
  };
}

/** Who gets the letter next. */
export function nextInLine(chain: Chain | null): ChainStep | null {
  return chain?.approvers[0] ?? chain?.signer ?? null;
}

export function sameChain(one: Chain, other: Chain): boolean {
  const ids = ({ approvers, signer }: Chain) =>
    [...approvers.map((step) => step.positionId), signer?.positionId].join();
  return ids(one) === ids(other);
}

/** The id of the field for a variable. */
export const variableId = (name: string): string => `isian-${name}`;

export type Fault = { fieldId: string; key: string; label?: string };

/** What is missing before a letter may go its way; keys are those of namespace `writing`. */
export function faultsOf(draft: Draft, needsRecipient: boolean, chain: Chain | null): Fault[] {
  const missing = listAskedVariables(draft.body)
    .filter(isMissing)
    .map(({ name, label }) => ({ fieldId: variableId(name), key: 'faults.variable', label }));
  return [
    ...(draft.subject.trim() === '' ? [{ fieldId: 'hal', key: 'faults.subject' }] : []),
    ...missing,
    ...(needsRecipient && draft.recipients.length === 0 ? [{ fieldId: 'tujuan', key: 'faults.recipients' }] : []),
    ...(chain && !chain.signer ? [{ fieldId: 'ubah-urutan', key: 'faults.signer' }] : []),
  ];
}

/** Letters always print Indonesian, whatever the language of the screen. */
const printedDate = new Intl.DateTimeFormat('id-ID', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const months = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('id-ID', { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, month, 1))),
);

/** What a control holds → the words printed: 2026-11-30 → "Senin, 30 November 2026", 09:00 → "09.00". */
export function printedValue(kind: VariableKind, input: string): string | null {
  if (input.trim() === '') return null;
  if (kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(input)) return printedDate.format(new Date(`${input}T00:00:00Z`));
  if (kind === 'time') return input.replace(':', '.');
  if (kind === 'money' && /^\d+$/.test(input)) return `Rp${new Intl.NumberFormat('id-ID').format(BigInt(input))},00`;
  return input;
}

/** The way back, so that a saved draft opens with its controls filled; empty where the words are of another making. */
export function inputValue(kind: VariableKind, printed: string | null): string {
  if (printed === null) return '';
  if (kind === 'date') {
    const [, day, name, year] = /(\d{1,2}) (\p{L}+) (\d{4})$/u.exec(printed) ?? [];
    const month = months.indexOf(name ?? '') + 1;
    return month === 0 ? '' : `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  }
  if (kind === 'time') return /^\d{2}\.\d{2}$/.test(printed) ? printed.replace('.', ':') : '';
  if (kind === 'money') return printed.replace(/,00$/, '').replaceAll(/\D/g, '');
  return printed;
}
