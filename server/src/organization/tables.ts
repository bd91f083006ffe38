import { boolean, date, doublePrecision, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from '../core/db/columns.ts';
import type { PositionKind } from '../core/rights/index.ts';

/** Lines and address printed at the top of a unit's letters. Empty fields fall back to the regency's own. */
export interface Letterhead {
  /** e.g. "PEMERINTAH KABUPATEN SUMEDANG" */
  government?: string;
  /** e.g. "SEKRETARIAT DAERAH" */
  unit?: string;
  /** Address, telephone, e-mail: one printed line each. */
  lines?: string[];
}

export type UnitKind =
  | 'regent'
  | 'secretariat'
  | 'council_secretariat'
  | 'inspectorate'
  | 'dinas'
  | 'badan'
  | 'satpol_pp'
  | 'kecamatan'
  | 'section'
  | 'other'
  | 'council'
  | 'upt'
  | 'blud'
  | 'kelurahan'
  | 'desa';

export const settings = pgTable('settings', {
  id: boolean().primaryKey().default(true),
  officeName: text('office_name').notNull(),
  regionCode: text('region_code').notNull(),
  capital: text().notNull(),
  timeZone: text('time_zone').notNull(),
  paper: text().$type<'A4' | 'F4_210' | 'F4_215'>().notNull().default('A4'),
  marginTopMm: doublePrecision('margin_top_mm').notNull().default(18),
  marginRightMm: doublePrecision('margin_right_mm').notNull().default(22),
  marginBottomMm: doublePrecision('margin_bottom_mm').notNull().default(25),
  marginLeftMm: doublePrecision('margin_left_mm').notNull().default(25),
  fontFamily: text('font_family').$type<'arimo' | 'tinos' | 'bonum'>().notNull().default('arimo'),
  fontSizePt: doublePrecision('font_size_pt').notNull().default(11.5),
  /** How letters call the urgency `amat_segera`: "Amat Segera" or "Sangat Segera". */
  urgentLabel: text('urgent_label').notNull().default('Amat Segera'),
  /** The state emblem for the letterhead of the regency's head, as the office provides it. */
  emblemSvg: text('emblem_svg'),
  emblemSpaceMm: doublePrecision('emblem_space_mm').notNull().default(0),
  agendaScope: text('agenda_scope').$type<'regency' | 'unit'>().notNull().default('regency'),
  numberPattern: text('number_pattern').notNull().default('{classification}/{seq}/{unit}'),
  letterFooter: text('letter_footer').notNull(),
  dispositionInstructions: text('disposition_instructions').array().notNull(),
  signatureProvider: text('signature_provider').$type<'embedded' | 'bsre'>().notNull().default('embedded'),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

export const units = pgTable('units', {
  id: uuid().primaryKey(),
  parentId: uuid('parent_id'),
  code: text().notNull(),
  name: text().notNull(),
  shortName: text('short_name').notNull(),
  kind: text().$type<UnitKind>().notNull(),
  letterhead: jsonb().$type<Letterhead>().notNull().default({}),
  confirmed: boolean().notNull().default(false),
  validFrom: date('valid_from').notNull().defaultNow(),
  validTo: date('valid_to'),
});

export const positions = pgTable('positions', {
  id: uuid().primaryKey(),
  unitId: uuid('unit_id').notNull(),
  title: text().notNull(),
  kind: text().$type<PositionKind>().notNull(),
  superiorId: uuid('superior_id'),
  validTo: date('valid_to'),
});

export const people = pgTable('people', {
  id: uuid().primaryKey(),
  username: text().notNull(),
  name: text().notNull(),
  nip: text(),
  rank: text(),
  email: text(),
  passwordHash: text('password_hash'),
  otpSecret: bytea('otp_secret'),
  active: boolean().notNull().default(true),
  language: text().$type<'id' | 'en'>().notNull().default('id'),
  createdAt: instant('created_at').notNull().defaultNow(),
});

export const personRoles = pgTable(
  'person_roles',
  { personId: uuid('person_id').notNull(), role: text().$type<'admin' | 'tu' | 'arsiparis'>().notNull() },
  (t) => [primaryKey({ columns: [t.personId, t.role] })],
);

export const assignments = pgTable('assignments', {
  id: uuid().primaryKey(),
  personId: uuid('person_id').notNull(),
  positionId: uuid('position_id').notNull(),
  mode: text().$type<'definitif' | 'plt' | 'plh' | 'pj' | 'pjs'>().notNull().default('definitif'),
  startsOn: date('starts_on').notNull(),
  endsOn: date('ends_on'),
});

export const delegations = pgTable('delegations', {
  id: uuid().primaryKey(),
  positionId: uuid('position_id').notNull(),
  personId: uuid('person_id').notNull(),
  startsAt: instant('starts_at').notNull(),
  endsAt: instant('ends_at').notNull(),
  acts: text().array().$type<('approve' | 'sign' | 'dispose')[]>().notNull(),
  /** Whether the delegate reads secret letters too. */
  secretLetters: boolean('secret_letters').notNull().default(false),
  createdBy: uuid('created_by').notNull(),
  /** Why an administrator entered it for an absent holder. */
  reason: text(),
});
