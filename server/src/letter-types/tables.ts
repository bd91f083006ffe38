import { boolean, doublePrecision, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { DatePlacement, FontFamily, LetterLayout } from '../adapters/typesetting/index.ts';
import { instant } from '../core/db/columns.ts';
import type { PositionKind } from '../core/rights/index.ts';
import type { LetterPart } from './rules.ts';

/** The regency's types of naskah dinas: one row says how a type is printed, what it must have and who may sign it. */
export const letterTypes = pgTable('letter_types', {
  code: text().primaryKey(),
  name: text().notNull(),
  shortCode: text('short_code').notNull().default(''),
  typeGroup: text('type_group').$type<'arahan' | 'korespondensi' | 'khusus'>().notNull(),
  layout: text().$type<LetterLayout>().notNull(),
  /** Printed above the number; may hold `{region}`, `{head}` and `{signer}` (see `printedHeading`). */
  title: text(),
  datePlacement: text('date_placement').$type<DatePlacement>().notNull().default('top'),
  /** Whether TENTANG and the subject stand below the title. */
  showsSubject: boolean('shows_subject').notNull().default(true),
  defaultClassification: text('default_classification').notNull(),
  requiredParts: text('required_parts').array().$type<LetterPart[]>().notNull().default([]),
  /** Kinds of positions that may sign, or be signed for. */
  signerKinds: text('signer_kinds').array().$type<PositionKind[]>().notNull(),
  /** Whether rank and NIP stand below the signer's name. */
  printsRank: boolean('prints_rank').notNull().default(true),
  maxSigners: integer('max_signers').notNull().default(1),
  /** What each of several signers is called, in order; an empty word for one that is not called anything. */
  signerRoles: text('signer_roles').array().notNull().default([]),
  /** Where a regulation is promulgated: LEMBARAN DAERAH or BERITA DAERAH. */
  gazette: text(),
  /** null: as the office's other letters; so are the size and the paper. */
  fontFamily: text('font_family').$type<FontFamily>(),
  fontSizePt: doublePrecision('font_size_pt'),
  paper: text().$type<'A4' | 'F4_210' | 'F4_215'>(),
  active: boolean().notNull().default(true),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

export type LetterTypeRow = typeof letterTypes.$inferSelect;
