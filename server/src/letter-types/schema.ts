import { z } from 'zod';
import { datePlacements, fontFamilies, letterLayouts } from '../adapters/typesetting/index.ts';
import { letterParts } from './rules.ts';

const kinds = [
  'regent',
  'deputy_regent',
  'secretary',
  'unit_head',
  'division_head',
  'council_leader',
  'staff',
  'registrar',
  'administrator',
] as const;

const code = z
  .string()
  .regex(/^[a-z][a-z_]{1,59}$/, 'Tulis kode dengan huruf kecil dan garis bawah, seperti surat_dinas.');

const fields = {
  name: z.string().trim().min(2).max(100),
  shortCode: z.string().trim().min(1).max(20),
  group: z.enum(['arahan', 'korespondensi', 'khusus']),
  layout: z.enum(letterLayouts),
  title: z.string().trim().min(2).max(200).nullable(),
  datePlacement: z.enum(datePlacements),
  showsSubject: z.boolean(),
  defaultClassification: z.string().regex(/^\d{3}(\.\d{1,3}){0,4}$/, 'Tulis kode klasifikasi seperti 000.1.5.'),
  requiredParts: z.array(z.enum(letterParts)).max(letterParts.length),
  signerKinds: z.array(z.enum(kinds)).min(1, 'Pilih sekurang-kurangnya satu penanda tangan.').max(kinds.length),
  printsRank: z.boolean(),
  maxSigners: z.number().int().min(1).max(10),
  signerRoles: z.array(z.string().trim().max(60)).max(10),
  gazette: z.string().trim().min(2).max(60).nullable(),
  fontFamily: z.enum(fontFamilies).nullable(),
  fontSizePt: z.number().min(9).max(14).nullable(),
  paper: z.enum(['A4', 'F4_210', 'F4_215']).nullable(),
  active: z.boolean(),
};

export const letterTypeAnswer = z.object({
  code: z.string(),
  ...fields,
  defaultClassification: z.string(),
  updatedAt: z.string(),
});
export type LetterTypeAnswer = z.infer<typeof letterTypeAnswer>;
export const letterTypesAnswer = z.object({ items: z.array(letterTypeAnswer) });

export const letterTypesQuery = z.object({
  /** `true` also lists the types that are out of use. */
  all: z.enum(['true', 'false']).optional(),
});

export const updateLetterTypeBody = z.object(fields).partial().extend({
  /** `updatedAt` as the editor saw it; another one is refused. */
  seen: z.string().optional(),
});
export type UpdateLetterType = z.infer<typeof updateLetterTypeBody>;

export const createLetterTypeBody = z.object({
  ...fields,
  code,
  title: fields.title.default(null),
  datePlacement: fields.datePlacement.default('top'),
  showsSubject: fields.showsSubject.default(true),
  requiredParts: fields.requiredParts.default([]),
  signerKinds: fields.signerKinds.default(['regent', 'deputy_regent', 'secretary', 'unit_head']),
  printsRank: fields.printsRank.default(true),
  maxSigners: fields.maxSigners.default(1),
  signerRoles: fields.signerRoles.default([]),
  gazette: fields.gazette.default(null),
  fontFamily: fields.fontFamily.default(null),
  fontSizePt: fields.fontSizePt.default(null),
  paper: fields.paper.default(null),
  active: fields.active.default(true),
});
export type CreateLetterType = z.infer<typeof createLetterTypeBody>;
