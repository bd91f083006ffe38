import { z } from 'zod';
import { pageOf, pageQuery } from '../core/http/pagination.ts';
import { letterStates, secrecies, urgencies } from '../letters/index.ts';
import { dispositionStates } from './rules.ts';

const text = (what: string, max: number) => z.string().trim().min(1, what).max(max);

const receiverOwn = z.object({
  to: z.uuid(),
  instruction: text('Tulis petunjuknya.', 1000).optional(),
  dueOn: z.iso.date().nullish(),
});

export const disposeBody = z.object({
  to: z.array(z.uuid()).min(1, 'Pilih penerima disposisi.').max(60),
  instruction: text('Tulis petunjuknya.', 1000),
  /** A date in the regency's zone; that day still counts. */
  dueOn: z.iso.date().nullish(),
  /** The disposition that is handed on; left out, the person's own open one, else the letter itself. */
  parentId: z.uuid().nullish(),
  /** Only giver, receiver and the posts above see the instruction and the reports. */
  isSecret: z.boolean().default(false),
  /** What is different for one of `to`: its own instruction or deadline. */
  each: z.array(receiverOwn).max(60).optional(),
});
export type Dispose = z.infer<typeof disposeBody>;
export const completeBody = z.object({ report: text('Tulis laporannya.', 4000) });
export const reportBody = z.object({ text: text('Tulis laporannya.', 4000) });
/** A reason is needed once the disposition was read. */
export const cancelBody = z.object({ reason: text('Tulis alasannya.', 1000).optional() }).nullish();

const post = z.object({
  positionId: z.uuid(),
  title: z.string(),
  unitName: z.string(),
  /** Who holds it today; null for an empty post. */
  holder: z.string().nullable(),
});
export type Post = z.infer<typeof post>;

const dispositionActs = ['read', 'dispose', 'report', 'complete', 'cancel'] as const;

const disposition = z.object({
  id: z.uuid(),
  letterId: z.uuid(),
  parentId: z.uuid().nullable(),
  from: post.extend({ person: z.string() }),
  to: post,
  /** Null when it is secret and the person is not among those who may see it; so is `report`. */
  instruction: z.string().nullable(),
  isSecret: z.boolean(),
  dueOn: z.string().nullable(),
  /** Open, and its deadline is past. */
  isOverdue: z.boolean(),
  state: z.enum(dispositionStates),
  report: z.string().nullable(),
  completedBy: z.string().nullable(),
  createdAt: z.string(),
  readAt: z.string().nullable(),
  completedAt: z.string().nullable(),
  cancelledAt: z.string().nullable(),
  cancelReason: z.string().nullable(),
  /** Reports on the way, oldest first; the closing one is `report`. */
  reports: z.array(z.object({ id: z.uuid(), at: z.string(), person: z.string(), text: z.string() })),
  /** Of those handed on from this one; cancelled ones do not count. */
  below: z.object({ total: z.number().int(), completed: z.number().int() }),
  /** What the person may do with it now. */
  acts: z.array(z.enum(dispositionActs)),
});
export type DispositionAnswer = z.infer<typeof disposition>;

export const createdAnswer = z.object({ items: z.array(disposition) });
export const dispositionAnswer = disposition;

/** The tree in the order of a sheet: each item is followed by those below it. */
export const treeAnswer = z.object({
  letter: z.object({
    id: z.uuid(),
    subject: z.string(),
    number: z.string().nullable(),
    date: z.string().nullable(),
    agendaNumber: z.string().nullable(),
    from: z.string().nullable(),
    secrecy: z.enum(secrecies),
    urgency: z.enum(urgencies),
    state: z.enum(letterStates),
  }),
  /** Where the line begins: whom the letter was routed to. `mayDispose` is about the letter itself. */
  root: post.extend({ since: z.string().nullable(), hasDisposed: z.boolean(), mayDispose: z.boolean() }).nullable(),
  items: z.array(disposition.extend({ depth: z.number().int() })),
});
export type TreeAnswer = z.infer<typeof treeAnswer>;

export const listQuery = pageQuery.extend({
  box: z.enum(['inbox', 'sent']).default('inbox'),
  open: z.enum(['true', 'false']).optional(),
  /** Only open ones whose deadline is past, the longest overdue first. */
  overdue: z.enum(['true']).optional(),
});
export type ListQuery = z.infer<typeof listQuery>;
const listItem = disposition.extend({
  subject: z.string(),
  letterFrom: z.string().nullable(),
  agendaNumber: z.string().nullable(),
  secrecy: z.enum(secrecies),
  urgency: z.enum(urgencies),
});
export type ListItem = z.infer<typeof listItem>;
export const listPage = pageOf(listItem);

export const suggestionQuery = z.object({ letterId: z.uuid(), parentId: z.uuid().optional() });
export type SuggestionQuery = z.infer<typeof suggestionQuery>;
export const suggestionAnswer = z.object({
  /** Whom the person usually chooses for letters like this one, likeliest first. */
  items: z.array(
    z.object({
      to: post,
      instruction: z.string(),
      dueOn: z.string().nullable(),
      /** `habit`: chosen before; `below`: next in line below the person's post. */
      reason: z.enum(['habit', 'below']),
      times: z.number().int(),
    }),
  ),
  /** The regency's usual instructions. */
  instructions: z.array(z.string()),
});
export type SuggestionAnswer = z.infer<typeof suggestionAnswer>;
