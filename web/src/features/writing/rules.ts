import { type Body, isMissing, listAskedVariables, variableId } from '../../components/editor/body.ts';
import type { Answer, Body as Sent } from '../../lib/api.ts';
import { dayOf } from '../../lib/dates.ts';
import type { Chain } from './chain.ts';

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

export type Fields = Omit<LetterChange, 'body' | 'version'>;

/** Everything but the words, which have their own way. */
export function fieldsOf(draft: Draft): Fields {
  const { body: _, ...fields } = changeOf(draft);
  return fields;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What of the fields is not as it was. */
export function changedFields(now: Fields, before: Fields): Fields {
  return Object.fromEntries(
    Object.entries(now).filter(([name, value]) => !same(value, before[name as keyof Fields])),
  ) as Fields;
}

/** Whether two people changed one field, each to something else. */
export function collides(mine: Fields, theirs: Fields, before: Fields): boolean {
  return (Object.keys(mine) as (keyof Fields)[]).some(
    (name) => !same(theirs[name], before[name]) && !same(theirs[name], mine[name]),
  );
}

const ownFields: (keyof Draft & keyof Fields)[] = [
  'subject',
  'recipients',
  'copies',
  'classification',
  'secrecy',
  'urgency',
  'attachmentNote',
  'dueOn',
];

/** The draft with what others changed, where the person here changed nothing; the very same one when that is nothing. */
export function mergeFields(draft: Draft, before: Fields, newest: Draft): Draft {
  const mine = changedFields(fieldsOf(draft), before);
  const theirs = changedFields(fieldsOf(newest), fieldsOf(draft));
  const taken = ownFields.filter((name) => name in theirs && !(name in mine));
  if (taken.length === 0) return draft;
  return { ...draft, ...Object.fromEntries(taken.map((name) => [name, newest[name]])) };
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
    ...(chain && chain.signers.length === 0 ? [{ fieldId: 'ubah-urutan', key: 'faults.signer' }] : []),
  ];
}
