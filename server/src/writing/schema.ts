import { z } from 'zod';

/** The most that a page sends at once; what is more follows in the next request. */
const maxStepsAtOnce = 200;

const clientId = z.string().min(1).max(60);
const bodyVersion = z.number().int().positive();
const place = z.number().int().nonnegative();
const caret = z.object({ anchor: place, head: place });
const step = z.record(z.string(), z.unknown());
const person = z.object({ id: z.uuid(), name: z.string() });
const body = z.object({ type: z.literal('doc'), content: z.array(z.record(z.string(), z.unknown())) });

export const stepsBody = z.object({
  /** The body's version that the first step starts from. */
  bodyVersion,
  clientId,
  steps: z.array(step).min(1).max(maxStepsAtOnce),
});
export type StepsInput = z.infer<typeof stepsBody>;
export const stepsTaken = z.object({ bodyVersion });

const stepAnswer = z.object({ version: bodyVersion, clientId: z.string(), step });
export type StepAnswer = z.infer<typeof stepAnswer>;
export const stepsQuery = z.object({ since: z.coerce.number().int().positive() });

/** A page that has the letter open now. */
const presence = z.object({
  clientId: z.string(),
  person,
  caret: caret.nullable(),
  bodyVersion,
});
export const stepsAnswer = z.object({
  bodyVersion,
  /** What follows `since`, in order; null when the body was replaced meanwhile: then `body` has it. */
  steps: z.array(stepAnswer).nullable(),
  body: body.nullable(),
  /** Whether the letter can still be written. */
  editable: z.boolean(),
});
export type StepsAnswer = z.infer<typeof stepsAnswer>;

export const draftAnswer = z.object({
  bodyVersion,
  /** As the editor opens it. */
  body,
  editable: z.boolean(),
  /** Whether the person may write, or only comment. */
  mayWrite: z.boolean(),
});
export type DraftAnswer = z.infer<typeof draftAnswer>;

export const presenceBody = z.object({
  clientId,
  bodyVersion,
  caret: caret.nullable(),
  leaving: z.boolean().default(false),
});
export type PresenceInput = z.infer<typeof presenceBody>;
export const presenceAnswer = z.object({ items: z.array(presence) });
export type PresenceAnswer = z.infer<typeof presenceAnswer>;

export const authorBody = z.object({ personId: z.uuid() });
export const authorsAnswer = z.object({ items: z.array(person) });

const text = z.string().trim().max(4000);
export const commentBody = z
  .object({
    text: text.default(''),
    /** The words meant, as places in the body of `bodyVersion`; none for the letter as a whole. */
    anchor: z.object({ from: place, to: place, bodyVersion }).optional(),
    /** What a suggestion would put in place of them; empty takes them out. */
    replacement: z.string().max(4000).optional(),
    /** The comment that this one answers. */
    parentId: z.uuid().optional(),
  })
  .refine((comment) => comment.text !== '' || comment.replacement !== undefined, {
    path: ['text'],
    message: 'Tulis komentarnya.',
  })
  .refine((comment) => comment.replacement === undefined || comment.anchor !== undefined, {
    path: ['anchor'],
    message: 'Pilih kata yang diusulkan untuk diganti.',
  })
  .refine((comment) => comment.parentId === undefined || comment.anchor === undefined, {
    path: ['anchor'],
    message: 'Jawaban tidak menunjuk kata.',
  });
export type CommentInput = z.infer<typeof commentBody>;

const reply = z.object({ id: z.uuid(), author: person, text: z.string(), at: z.string() });
const comment = reply.extend({
  /** Where the words stand in the body of `bodyVersion`; null when they are gone or none were meant. */
  anchor: z.object({ from: place, to: place }).nullable(),
  quote: z.string().nullable(),
  replacement: z.string().nullable(),
  state: z.enum(['open', 'resolved', 'accepted', 'declined']),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  replies: z.array(reply),
  /** What the person may do with it now. */
  mayDecide: z.boolean(),
  mayResolve: z.boolean(),
});
export type CommentAnswer = z.infer<typeof comment>;
export const commentsAnswer = z.object({
  bodyVersion,
  open: z.number().int(),
  items: z.array(comment),
  mayComment: z.boolean(),
});
export type CommentsAnswer = z.infer<typeof commentsAnswer>;

export const attachmentsAnswer = z.object({
  items: z.array(z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), size: z.number() })),
  /** What the "Lampiran" line could say, such as "Dua berkas"; null without files. */
  suggestedNote: z.string().nullable(),
});
export type AttachmentsAnswer = z.infer<typeof attachmentsAnswer>;
export const orderBody = z.object({ fileIds: z.array(z.uuid()).min(1).max(50) });

export const imageAnswer = z.object({ fileId: z.uuid(), width: z.number().int(), height: z.number().int() });
export type ImageAnswer = z.infer<typeof imageAnswer>;
