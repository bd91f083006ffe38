import { z } from 'zod';
import { letterBodySchema } from '../adapters/typesetting/index.ts';
import { pageOf, pageQuery } from '../core/http/pagination.ts';
import { classificationCode } from '../templates/index.ts';
import { letterActs } from './acts.ts';
import { maxApprovers, maxSigners } from './chain.ts';
import { letterBoxes } from './list-letters.ts';
import { letterStates, secrecies, urgencies } from './rules.ts';
import { deliveryStates } from './tables.ts';
import { workLists } from './work-lists.ts';

/** A body on its way out: checked when it came in, so it is not walked again. */
const bodyAnswer = z.object({ type: z.literal('doc'), content: z.array(z.record(z.string(), z.unknown())) });

const version = z.number().int().positive().optional();
const note = z.string().trim().min(1, 'Tulis catatannya.').max(2000);

export const recipientInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unit'), id: z.uuid() }),
  z.object({ kind: z.literal('position'), id: z.uuid() }),
  z.object({ kind: z.literal('tenant'), slug: z.string().min(1).max(40) }),
  z.object({
    kind: z.literal('external'),
    name: z.string().trim().min(1).max(300),
    email: z.email().max(200).nullish(),
    address: z.string().trim().max(500).nullish(),
  }),
]);
export type RecipientInput = z.infer<typeof recipientInput>;

const subject = z.string().trim().min(1, 'Tulis hal surat.').max(500);
const recipients = z.array(recipientInput).max(600);
const copies = z.array(recipientInput).max(60);
const attachmentNote = z.string().trim().max(200).nullable();

/** What a template leaves open the drafter gives, and the other way round. */
export const createLetterBody = z.object({
  templateId: z.uuid().nullish(),
  type: z.string().min(1).max(60).optional(),
  subject: subject.optional(),
  body: letterBodySchema.optional(),
  recipients: recipients.default([]),
  copies: copies.default([]),
  classification: classificationCode.optional(),
  secrecy: z.enum(secrecies).optional(),
  urgency: z.enum(urgencies).optional(),
  attachmentNote: attachmentNote.optional(),
  /** A date in the regency's zone; that day still counts. */
  dueOn: z.iso.date().nullish(),
  /** The post to write from, for people who hold several; the main one if left out. */
  positionId: z.uuid().optional(),
});
export type CreateLetter = z.infer<typeof createLetterBody>;

export const updateLetterBody = z.object({
  subject: subject.optional(),
  body: letterBodySchema.optional(),
  recipients: recipients.optional(),
  copies: copies.optional(),
  classification: classificationCode.optional(),
  secrecy: z.enum(secrecies).optional(),
  urgency: z.enum(urgencies).optional(),
  attachmentNote: attachmentNote.optional(),
  dueOn: z.iso.date().nullish(),
  version,
});
export type UpdateLetter = z.infer<typeof updateLetterBody>;

/** One position, or several that have the turn together. */
const approverStage = z.union([z.uuid(), z.array(z.uuid()).max(maxApprovers)]);

export const submitBody = z
  .object({
    approvers: z
      .array(approverStage)
      .max(maxApprovers)
      .refine((stages) => stages.flat().length <= maxApprovers, `Paling banyak ${maxApprovers} jabatan memberi paraf.`)
      .optional(),
    signer: z.uuid().optional(),
    /** Several signers, one after another. */
    signers: z.array(z.uuid()).min(1).max(maxSigners).optional(),
    version,
    /** Of the words that the drafter saw. */
    bodyVersion: z.number().int().positive().optional(),
  })
  .refine(({ signer, signers }) => signer === undefined || signers === undefined || signers.at(-1) === signer, {
    path: ['signer'],
    message: 'Penanda tangan terakhir tidak sama dengan yang terakhir dalam daftar.',
  })
  .nullish();
export type SubmitLetter = NonNullable<z.infer<typeof submitBody>>;
const positionId = z.uuid().optional();
export const approveBody = z.object({ note: note.optional(), version, positionId }).nullish();
export const returnBody = z.object({ note, version, positionId });
export const withdrawBody = z.object({ version }).nullish();
export const cancelBody = z.object({ reason: note.optional(), version }).nullish();

const holder = z.object({ personId: z.uuid(), name: z.string(), mode: z.string() });
const person = z.object({ id: z.uuid(), name: z.string() });
const party = z.object({
  positionId: z.uuid(),
  title: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  holder: holder.nullable(),
});

/** Whose turn it is: a position, or the drafter alone (then without `positionId`). */
const turn = z.object({
  positionId: z.uuid().nullable(),
  title: z.string(),
  holder: z.string().nullable(),
  since: z.string(),
  dueAt: z.string().nullable(),
  act: z.enum(letterActs),
});

export const letterItem = z.object({
  id: z.uuid(),
  direction: z.enum(['outgoing', 'incoming']),
  type: z.string(),
  typeName: z.string(),
  state: z.enum(letterStates),
  subject: z.string(),
  number: z.string().nullable(),
  date: z.string().nullable(),
  agendaNumber: z.string().nullable(),
  secrecy: z.enum(secrecies),
  urgency: z.enum(urgencies),
  version: z.number().int(),
  /** Who wrote or sent it. */
  from: z.string().nullable(),
  /** The first addressee, and how many there are. */
  to: z.object({ first: z.string().nullable(), count: z.number().int() }),
  turn: z
    .object({ positionId: z.uuid(), title: z.string(), holder: z.string().nullable(), since: z.string() })
    .nullable(),
  dueAt: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  /** `envelope`: a secret letter that the registrar handles without reading it; `subject` then names its class only. */
  access: z.enum(['full', 'envelope']),
  /** Where the words sought stand in its text; of a search only, and never of a secret letter. */
  snippet: z.array(z.object({ text: z.string(), hit: z.boolean() })).nullable(),
});
export type LetterItem = z.infer<typeof letterItem>;
export const letterPage = pageOf(letterItem);

const narrowing = {
  box: z.enum(letterBoxes).optional(),
  /** A work list, as GET /worklists counts it. */
  list: z.enum(workLists).optional(),
  state: z.enum(letterStates).optional(),
  type: z.string().max(60).optional(),
  direction: z.enum(['outgoing', 'incoming']).optional(),
  secrecy: z.enum(secrecies).optional(),
  urgency: z.enum(urgencies).optional(),
  /** A class and all below it. */
  classification: z.string().trim().max(40).optional(),
  unit: z.uuid().optional(),
  /** Who drafted or signed it. */
  person: z.uuid().optional(),
  /** Words of the sender's or a recipient's name. */
  party: z.string().trim().max(100).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  attachment: z.enum(['yes', 'no']).optional(),
  /** Words of subject, body, numbers, names and files; the last one may be a beginning. */
  q: z.string().trim().max(100).optional(),
};
export const letterQuery = pageQuery.extend({ ...narrowing, order: z.enum(['newest', 'relevance']).default('newest') });
export const letterCountQuery = z.object(narrowing);
export type LetterCountQuery = z.infer<typeof letterCountQuery>;
export const letterCountAnswer = z.object({
  count: z.number().int(),
  /** There are more than were counted. */
  more: z.boolean(),
});
export type LetterQuery = z.infer<typeof letterQuery>;

const recipientAnswer = z.object({
  id: z.uuid(),
  kind: z.enum(['unit', 'position', 'tenant', 'external']),
  name: z.string(),
  unitId: z.uuid().nullable(),
  positionId: z.uuid().nullable(),
  slug: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  delivery: z.enum(deliveryStates),
  deliveredAt: z.string().nullable(),
  readAt: z.string().nullable(),
});
const file = z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), size: z.number() });

export const letterAnswer = z.object({
  id: z.uuid(),
  /** `envelope`: what stands on it, for a registrar; body, files and how it came about are left out. */
  access: z.enum(['full', 'envelope']),
  /** Whether its document may be taken away as a file; a very secret one is looked at by most. */
  mayDownload: z.boolean(),
  direction: z.enum(['outgoing', 'incoming']),
  type: z.string(),
  typeName: z.string(),
  state: z.enum(letterStates),
  subject: z.string(),
  classification: z.string(),
  classificationName: z.string().nullable(),
  secrecy: z.enum(secrecies),
  urgency: z.enum(urgencies),
  version: z.number().int(),
  number: z.string().nullable(),
  date: z.string().nullable(),
  verifyCode: z.string().nullable(),
  signedAt: z.string().nullable(),
  sentAt: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  dueAt: z.string().nullable(),
  body: bodyAnswer.nullable(),
  /** Of the body alone; `version` does not count words. */
  bodyVersion: z.number().int(),
  attachmentNote: z.string().nullable(),
  attachments: z.array(file),
  file: file.nullable(),
  template: z.object({ id: z.uuid(), version: z.number().int().nullable() }).nullable(),
  unit: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  drafter: person.nullable(),
  /** Who writes along by the drafter's invitation. */
  authors: z.array(person),
  signer: party.nullable(),
  signedBy: person.nullable(),
  /** Since when the letter waits for the signature provider, which is or was away. */
  signingQueuedAt: z.string().nullable(),
  recipients: z.array(recipientAnswer),
  copies: z.array(recipientAnswer),
  /** The latest round of the chain, approvers in order, the signer last. */
  chain: z.array(
    party.extend({
      /** Steps of one stage have the turn together. */
      stage: z.number().int(),
      act: z.enum(['approve', 'sign']),
      state: z.enum(['waiting', 'turn', 'done', 'returned', 'skipped']),
      version: z.number().int(),
      actedBy: z.string().nullable(),
      actedAt: z.string().nullable(),
      /** How who acted stood at the post: `definitif`, `plt`, …; `delegate` for an absent holder. */
      actedMode: z.string().nullable(),
      note: z.string().nullable(),
      turnSince: z.string().nullable(),
      dueAt: z.string().nullable(),
      /** When the superior and the drafter were told that it is late. */
      escalatedAt: z.string().nullable(),
    }),
  ),
  turn: turn.nullable(),
  /** Everyone whose turn it is; `turn` is the first of them. */
  turns: z.array(turn),
  /** The position that the reader would act for now, and how they stand at it; null when it is not their turn. */
  acting: z.object({ positionId: z.uuid(), title: z.string(), mode: z.string() }).nullable(),
  acts: z.array(z.object({ act: z.enum(letterActs), allowed: z.boolean(), reason: z.string().nullable() })),
  history: z.array(
    z.object({
      at: z.string(),
      actor: z.string(),
      position: z.string().nullable(),
      /** e.g. `letter.approved`. */
      action: z.string(),
      note: z.string().nullable(),
      version: z.number().int().nullable(),
    }),
  ),
  /** Versions that can be read and compared: those that were submitted. */
  versions: z.array(z.object({ version: z.number().int(), at: z.string() })),
  /** Of an incoming letter. */
  incoming: z
    .object({
      sender: z.object({ kind: z.string(), slug: z.string().nullable(), name: z.string() }),
      receivedAt: z.string(),
      agendaNumber: z.string().nullable(),
      registeredAt: z.string().nullable(),
      routedTo: party.nullable(),
    })
    .nullable(),
});
export type LetterAnswer = z.infer<typeof letterAnswer>;

const counter = z.number().int();
export const workListsAnswer = z.object(
  Object.fromEntries(workLists.map((list) => [list, counter])) as Record<(typeof workLists)[number], typeof counter>,
);

/** Who opened a secret letter, what of it, and when. */
export const readingsAnswer = pageOf(
  z.object({
    id: z.string(),
    person: z.string(),
    position: z.string().nullable(),
    isDelegate: z.boolean(),
    act: z.string(),
    part: z.string().nullable(),
    at: z.string(),
  }),
);
export const readingsQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z
    .string()
    .regex(/^\d{1,18}$/, 'Penanda halaman ini tidak dikenal.')
    .optional(),
});

export const versionAnswer = z.object({
  version: z.number().int(),
  subject: z.string(),
  body: bodyAnswer,
  recipients: z.array(
    z.object({
      role: z.enum(['to', 'copy']),
      kind: z.enum(['unit', 'position', 'tenant', 'external']),
      name: z.string(),
    }),
  ),
  author: z.string(),
  at: z.string(),
});

export const previewAnswer = z.object({
  pages: z.array(z.object({ svg: z.string(), widthPt: z.number(), heightPt: z.number() })),
  /** Characters that the letter font lacks; the letter cannot be signed with them. */
  undrawable: z.array(z.string()),
});
/** `letterId`: the saved draft whose pictures the body shows. */
export const previewBody = createLetterBody.extend({
  signer: z.uuid().optional(),
  /** Who signs before the signer, in order. */
  cosigners: z
    .array(z.uuid())
    .max(maxSigners - 1)
    .optional(),
  letterId: z.uuid().optional(),
});
export type PreviewDraft = z.infer<typeof previewBody>;

export const chainAnswer = z.object({
  approvers: z.array(party),
  /** The same approvers by stages: those of one stage have the turn together. */
  stages: z.array(z.array(z.uuid())),
  signer: party.nullable(),
});
