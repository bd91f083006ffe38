import { boolean, date, integer, jsonb, pgSchema, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../core/db/columns.ts';
import type { ChangeRelation } from './changing.ts';
import type { AgreementContent, AgreementKind, AgreementScope, StoredState } from './rules.ts';

const platform = pgSchema('platform');

/** A party as the document prints it, frozen when the agreement is proposed. */
export interface PrintedParty {
  /** "Kabupaten Sumedang" */
  name: string;
  /** SVG */
  mark: string | null;
  /** Name of who represents it; null when the regency has not said. */
  person: string | null;
  /** "Bupati Sumedang" */
  title: string;
  capital: string | null;
  contact: string | null;
}

/** A version as saved: the content with everything else that a party could change. */
export interface VersionContent extends AgreementContent {
  title: string;
  scope: AgreementScope[];
  startsOn: string;
  endsOn: string;
  noticeDays: number | null;
}

/** What the control plane says of a regency to all others. */
export const regencies = platform.table('tenants', {
  slug: text().primaryKey(),
  name: text().notNull(),
  kind: text().$type<'kabupaten' | 'kota'>().notNull(),
  timeZone: text('time_zone').notNull(),
  status: text().notNull(),
  accent: text(),
  markSvg: text('mark_svg'),
});

/** What a regency says of itself to those it makes agreements with. */
export const representatives = platform.table('representatives', {
  tenantSlug: text('tenant_slug').primaryKey(),
  name: text(),
  title: text().notNull(),
  capital: text(),
  contact: text(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

export const agreements = platform.table('agreements', {
  id: uuid().primaryKey(),
  kind: text().$type<AgreementKind>().notNull(),
  title: text().notNull(),
  scope: text().array().$type<AgreementScope[]>().notNull(),
  state: text().$type<StoredState>().notNull(),
  version: integer().notNull(),
  startsOn: date('starts_on').notNull(),
  endsOn: date('ends_on').notNull(),
  timeZone: text('time_zone').notNull(),
  startsAt: instant('starts_at').notNull(),
  endsAt: instant('ends_at').notNull(),
  noticeDays: integer('notice_days'),
  content: jsonb().$type<AgreementContent>().notNull(),
  proposer: text().notNull(),
  createdBy: text('created_by').notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
  proposedAt: instant('proposed_at'),
  signedAt: instant('signed_at'),
  terminatedAt: instant('terminated_at'),
  terminatedBy: text('terminated_by'),
  terminationReason: text('termination_reason'),
  verifyCode: text('verify_code').notNull(),
  parentId: uuid('parent_id'),
  parentReason: text('parent_reason'),
  baseId: uuid('base_id'),
  baseRelation: text('base_relation').$type<ChangeRelation>(),
  burdens: boolean().notNull(),
});

export const agreementParties = platform.table(
  'agreement_parties',
  {
    agreementId: uuid('agreement_id').notNull(),
    tenantSlug: text('tenant_slug').notNull(),
    ordinal: integer().notNull(),
    number: text(),
    printed: jsonb().$type<PrintedParty>(),
    signedAt: instant('signed_at'),
    signerName: text('signer_name'),
    signerTitle: text('signer_title'),
  },
  (t) => [primaryKey({ columns: [t.agreementId, t.tenantSlug] })],
);

export const agreementVersions = platform.table(
  'agreement_versions',
  {
    agreementId: uuid('agreement_id').notNull(),
    version: integer().notNull(),
    content: jsonb().$type<VersionContent>().notNull(),
    note: text(),
    tenantSlug: text('tenant_slug').notNull(),
    author: text().notNull(),
    createdAt: instant('created_at').notNull(),
    proposedAt: instant('proposed_at'),
  },
  (t) => [primaryKey({ columns: [t.agreementId, t.version] })],
);

export const agreementRevisions = platform.table(
  'agreement_revisions',
  {
    agreementId: uuid('agreement_id').notNull(),
    version: integer().notNull(),
    revision: integer().notNull(),
    tenantSlug: text('tenant_slug').notNull(),
    sha256: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.agreementId, t.version, t.revision] })],
);

export const agreementEvents = platform.table('agreement_events', {
  id: uuid().primaryKey(),
  agreementId: uuid('agreement_id').notNull(),
  at: instant('at').notNull(),
  tenantSlug: text('tenant_slug').notNull(),
  actor: text().notNull(),
  action: text().notNull(),
  detail: jsonb().$type<Record<string, unknown>>().notNull(),
});

export const agreementCouncil = platform.table(
  'agreement_council',
  {
    agreementId: uuid('agreement_id').notNull(),
    tenantSlug: text('tenant_slug').notNull(),
    needed: boolean().notNull(),
    reason: text().notNull(),
    letterNumber: text('letter_number'),
    letterDate: date('letter_date'),
    skippedReason: text('skipped_reason'),
    author: text().notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.agreementId, t.tenantSlug] })],
);

export const agreementComments = platform.table('agreement_comments', {
  id: uuid().primaryKey(),
  agreementId: uuid('agreement_id').notNull(),
  clause: text(),
  replyTo: uuid('reply_to'),
  text: text().notNull(),
  tenantSlug: text('tenant_slug').notNull(),
  author: text().notNull(),
  createdAt: instant('created_at').notNull(),
  resolvedAt: instant('resolved_at'),
  resolvedBy: text('resolved_by'),
});

export const activityStates = ['planned', 'running', 'done', 'stopped'] as const;

export const agreementActivities = platform.table('agreement_activities', {
  id: uuid().primaryKey(),
  agreementId: uuid('agreement_id').notNull(),
  activity: text().notNull(),
  dueOn: date('due_on').notNull(),
  tenantSlug: text('tenant_slug').notNull(),
  author: text().notNull(),
  droppedAt: instant('dropped_at'),
});

export const agreementProgress = platform.table(
  'agreement_progress',
  {
    activityId: uuid('activity_id').notNull(),
    agreementId: uuid('agreement_id').notNull(),
    tenantSlug: text('tenant_slug').notNull(),
    unit: text().notNull(),
    state: text().$type<(typeof activityStates)[number]>().notNull(),
    result: text(),
    author: text().notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.activityId, t.tenantSlug] })],
);

export const advices = ['continue', 'amend', 'end'] as const;

export const agreementEvaluations = platform.table(
  'agreement_evaluations',
  {
    agreementId: uuid('agreement_id').notNull(),
    tenantSlug: text('tenant_slug').notNull(),
    year: integer().notNull(),
    half: integer().notNull(),
    done: text().notNull(),
    obstacles: text().notNull(),
    advice: text().$type<(typeof advices)[number]>().notNull(),
    author: text().notNull(),
    updatedAt: instant('updated_at').notNull(),
    sharedAt: instant('shared_at'),
  },
  (t) => [primaryKey({ columns: [t.agreementId, t.tenantSlug, t.year, t.half] })],
);
