import { z } from 'zod';
import { pageOf, pageQuery } from '../core/http/pagination.ts';
import { disposalEvents, disposalStates, paperKinds } from './lifecycle.ts';
import { dossierItem } from './schema.ts';

const kind = z.enum(['transfer', 'destruction', 'handover']);
const state = z.enum(disposalStates);
const paperKind = z.enum(paperKinds);
const text = (min: number, max: number) => z.string().trim().min(min).max(max);
const version = z.number().int().positive();
const dossierIds = z.array(z.uuid()).min(1).max(200);

export const disposalQuery = pageQuery.extend({ kind: kind.optional(), state: state.optional() });
export type DisposalQuery = z.infer<typeof disposalQuery>;
export const dueQuery = z.object({ kind, unitId: z.uuid().optional() });
/** `dates`: what is due; at most 200, the longest due first. */
export const dueAnswer = z.object({ items: z.array(dossierItem), total: z.number().int() });
export const disposalBody = z.object({ kind, title: text(3, 300), dossierIds });
export type DisposalBody = z.infer<typeof disposalBody>;
export const itemsBody = z.object({
  add: z.array(z.uuid()).max(200).default([]),
  remove: z.array(z.uuid()).max(200).default([]),
  version: version.optional(),
});
export type ItemsBody = z.infer<typeof itemsBody>;

export const disposalItem = z.object({
  id: z.uuid(),
  kind,
  state,
  title: z.string(),
  unit: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  dossiers: z.number().int(),
  createdAt: z.string(),
  createdBy: z.string(),
  doneAt: z.string().nullable(),
});
export type DisposalItem = z.infer<typeof disposalItem>;
export const disposalPage = pageOf(disposalItem);
const paperAnswer = z.object({
  id: z.uuid(),
  kind: paperKind,
  number: z.string(),
  datedOn: z.string(),
  signedBy: z.string(),
  letterId: z.uuid().nullable(),
  fileName: z.string().nullable(),
  addedBy: z.string(),
  addedAt: z.string(),
});
export const disposalAnswer = disposalItem.extend({
  version,
  proposedBy: z.string().nullable(),
  minutesNumber: z.string().nullable(),
  minutesOn: z.string().nullable(),
  /** Who approves a destruction: the head of ANRI where a dossier's retention is ten years or more. */
  authority: z.enum(['anri', 'regent']).nullable(),
  /** Each with why it may not be disposed of now, if so. */
  items: z.array(z.object({ dossier: dossierItem, obstacle: z.string().nullable() })),
  papers: z.array(paperAnswer),
  /** The way from the list to the end, in order. */
  steps: z.array(
    z.object({
      event: z.enum(disposalEvents),
      to: state,
      done: z.boolean(),
      doneBy: z.string().nullable(),
      doneAt: z.string().nullable(),
      papers: z.array(z.object({ kind: paperKind, present: z.boolean() })),
      allowed: z.boolean(),
      reason: z.string().nullable(),
    }),
  ),
  acts: z.array(z.object({ act: z.string(), allowed: z.boolean(), reason: z.string().nullable() })),
  log: z.array(
    z.object({
      event: z.string(),
      person: z.string(),
      position: z.string().nullable(),
      note: z.string().nullable(),
      at: z.string(),
    }),
  ),
  /** While and after it is carried out: letters, and those destroyed. */
  letters: z.number().int(),
  destroyed: z.number().int(),
});
export type DisposalAnswer = z.infer<typeof disposalAnswer>;

export const stepBody = z.object({
  event: z.enum(disposalEvents).exclude(['finish']),
  version,
  note: text(1, 1000).nullable().default(null),
  /** Carrying out a destruction names how many dossiers the person saw. */
  dossiers: z.number().int().positive().optional(),
});
export type StepBody = z.infer<typeof stepBody>;
/** The field `paper` of a paper's upload; `letterId` instead of a file for a letter of this office. */
export const paperBody = z.object({
  kind: paperKind,
  number: text(1, 200),
  datedOn: z.iso.date(),
  signedBy: text(2, 200),
  letterId: z.uuid().optional(),
});
export type PaperBody = z.infer<typeof paperBody>;
export const packageAnswer = z.object({ id: z.uuid(), jobId: z.uuid() });
