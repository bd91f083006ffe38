import { bigint, date, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { LetterBody } from '../adapters/typesetting/index.ts';
import { instant } from '../core/db/columns.ts';
import type { LetterState, Secrecy, Urgency } from './rules.ts';

/** For whom the signer signed, frozen with the signature: printed lines, mode, the position represented. */
export interface SignedFor {
  /** As printed above the name: `['a.n. BUPATI SUMEDANG', 'SEKRETARIS DAERAH,']`. */
  lines: string[];
  mode: 'definitif' | 'plt' | 'plh' | 'pj' | 'pjs' | 'delegate';
  positionId: string;
}

/** A signer as the paper names them. */
export interface PrintedParty extends SignedFor {
  personId: string;
  name: string;
  /** The post as printed, without a.n. or Plt. */
  title: string;
}

export const letters = pgTable('letters', {
  id: uuid().primaryKey(),
  direction: text().$type<'outgoing' | 'incoming'>().notNull(),
  type: text().notNull(),
  state: text().$type<LetterState>().notNull(),
  subject: text().notNull(),
  classification: text().notNull(),
  secrecy: text().$type<Secrecy>().notNull(),
  urgency: text().$type<Urgency>().notNull(),
  /** Counts every change that a reader could notice; acts name the one they saw. */
  version: integer().notNull().default(1),
  body: jsonb().$type<LetterBody>(),
  /** Counts changes of the body alone: what several writers' pages agree on. */
  bodyVersion: integer('body_version').notNull().default(1),
  attachmentNote: text('attachment_note'),
  templateId: uuid('template_id'),
  templateVersion: integer('template_version'),
  /** The drafter's unit. */
  unitId: uuid('unit_id'),
  drafterId: uuid('drafter_id'),
  signerPositionId: uuid('signer_position_id'),
  signerId: uuid('signer_id'),
  signedFor: jsonb('signed_for').$type<SignedFor>(),
  number: text(),
  letterDate: date('letter_date'),
  verifyCode: text('verify_code'),
  /** The lease of a signing attempt: a `signing` letter with an old one may be finished by `/sign`. */
  signingStartedAt: instant('signing_started_at'),
  signedAt: instant('signed_at'),
  sentAt: instant('sent_at'),
  senderKind: text('sender_kind').$type<'tenant' | 'unit' | 'external'>(),
  senderSlug: text('sender_slug'),
  senderName: text('sender_name'),
  sourceLetterId: uuid('source_letter_id'),
  exchangeId: uuid('exchange_id'),
  receivedAt: instant('received_at'),
  agendaYear: integer('agenda_year'),
  /** Whose agenda book; null for the regency's one. */
  agendaUnitId: uuid('agenda_unit_id'),
  agendaSeq: integer('agenda_seq'),
  agendaNumber: text('agenda_number'),
  registeredAt: instant('registered_at'),
  registeredBy: uuid('registered_by'),
  routedToPositionId: uuid('routed_to_position_id'),
  /** The scan or the received PDF of an incoming letter. */
  fileId: uuid('file_id'),
  /** Whose turn it is; null when nobody need act. */
  turnPositionId: uuid('turn_position_id'),
  turnSince: instant('turn_since'),
  dueAt: instant('due_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

/** A recipient as a version keeps it. */
export interface RecipientSnapshot {
  role: 'to' | 'copy';
  kind: 'unit' | 'position' | 'tenant' | 'external';
  name: string;
}

export const letterVersions = pgTable(
  'letter_versions',
  {
    letterId: uuid('letter_id').notNull(),
    version: integer().notNull(),
    subject: text().notNull(),
    body: jsonb().$type<LetterBody>().notNull(),
    recipients: jsonb().$type<RecipientSnapshot[]>().notNull(),
    authorId: uuid('author_id').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.letterId, t.version] })],
);

/** `failed`: never left or was refused; `bounced`: accepted by a mail server that could not deliver it later. */
export const deliveryStates = ['pending', 'sent', 'delivered', 'read', 'failed', 'bounced'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const letterRecipients = pgTable('letter_recipients', {
  id: uuid().primaryKey(),
  letterId: uuid('letter_id').notNull(),
  role: text().$type<'to' | 'copy'>().notNull(),
  ordinal: integer().notNull(),
  kind: text().$type<'unit' | 'position' | 'tenant' | 'external'>().notNull(),
  unitId: uuid('unit_id'),
  positionId: uuid('position_id'),
  tenantSlug: text('tenant_slug'),
  /** As printed on the letter. */
  name: text().notNull(),
  email: text(),
  address: text(),
  delivery: text().$type<DeliveryState>().notNull().default('pending'),
  exchangeId: uuid('exchange_id'),
  deliveredAt: instant('delivered_at'),
  readAt: instant('read_at'),
  /** How it leaves; set when the letter is sent. */
  channel: text().$type<'internal' | 'exchange' | 'mail' | 'print'>(),
  sentAt: instant('sent_at'),
  failedAt: instant('failed_at'),
  /** Why it did not arrive, as the mail server or the exchange said it. */
  failure: text(),
  /** Counts sendings from 1. */
  attempt: integer().notNull().default(1),
  /** How a printed letter was handed over. */
  handoverNote: text('handover_note'),
});

export const letterSteps = pgTable(
  'letter_steps',
  {
    letterId: uuid('letter_id').notNull(),
    /** Each submission starts a new round. */
    round: integer().notNull(),
    ordinal: integer().notNull(),
    /** Steps of one stage have the turn together. */
    stage: integer().notNull(),
    act: text().$type<'approve' | 'sign'>().notNull(),
    positionId: uuid('position_id').notNull(),
    state: text().$type<'waiting' | 'turn' | 'done' | 'returned' | 'skipped'>().notNull().default('waiting'),
    /** The letter's version that was submitted, then the one that was approved, returned or signed. */
    version: integer().notNull(),
    actedBy: uuid('acted_by'),
    actedAt: instant('acted_at'),
    /** How the one who acted stood at the post. */
    actedMode: text('acted_mode').$type<SignedFor['mode']>(),
    note: text(),
    turnSince: instant('turn_since'),
    remindAt: instant('remind_at'),
    dueAt: instant('due_at'),
    remindedAt: instant('reminded_at'),
    escalatedAt: instant('escalated_at'),
    /** Who stands on the paper for this signature; frozen before the first of several. */
    printed: jsonb().$type<PrintedParty>(),
  },
  (t) => [primaryKey({ columns: [t.letterId, t.round, t.ordinal] })],
);

export type ParticipantReason =
  | 'drafter'
  | 'author'
  | 'approver'
  | 'signer'
  | 'addressee'
  | 'copy'
  | 'registrar'
  | 'routed'
  | 'disposition';

/** Exactly one of person, position, unit. No primary key: rows are only ever added. */
export const letterParticipants = pgTable('letter_participants', {
  letterId: uuid('letter_id').notNull(),
  reason: text().$type<ParticipantReason>().notNull(),
  personId: uuid('person_id'),
  positionId: uuid('position_id'),
  unitId: uuid('unit_id'),
  since: instant('since').notNull().defaultNow(),
});

export const letterRevisions = pgTable(
  'letter_revisions',
  {
    letterId: uuid('letter_id').notNull(),
    revision: integer().notNull(),
    sha256: text().notNull(),
    size: bigint({ mode: 'number' }).notNull(),
    signerId: uuid('signer_id').notNull(),
    signerName: text('signer_name').notNull(),
    signerTitle: text('signer_title').notNull(),
    certificateSerial: text('certificate_serial').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.letterId, t.revision] })],
);
