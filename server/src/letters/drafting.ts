import { endOfDate } from '../core/clock.ts';
import { commonProblems, type FieldError, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import { events } from '../core/queue/index.ts';
import type { ActingPosition } from '../core/rights/index.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import {
  type PublishedTemplate,
  readPublishedTemplate,
  requireLetterType,
  requireUsableCopy,
} from '../templates/index.ts';
import { type Moment, recordEvent } from './context.ts';
import { stateLabels } from './labels.ts';
import { invalidLetter, letterProblems } from './problems.ts';
import { resolveRecipients, saveRecipients } from './recipients.ts';
import type { CreateLetter, UpdateLetter } from './schema.ts';
import { letters } from './tables.ts';
import { templateRecipients } from './template-letter.ts';
import {
  addParticipants,
  type LetterChanges,
  type LetterRecord,
  lockReadable,
  moveLetter,
  updateLetter,
} from './workflow.ts';
import { requireOwnImages, tellWriters } from './writers.ts';

/**
 * The post that somebody writes from: the one asked for, else the main one held.
 * @throws no_position for people without a post; invalid_letter for a post that is not theirs
 */
export function writingPosition(ctx: OfficeContext, wanted?: string | undefined): ActingPosition {
  const held = ctx.actor.positions.filter((position) => position.mode !== 'delegate');
  const position = wanted === undefined ? held[0] : held.find((each) => each.id === wanted);
  if (position) return position;
  if (wanted !== undefined) throw invalidLetter([{ path: 'positionId', message: 'Jabatan ini bukan jabatan Anda.' }]);
  throw problem(letterProblems.noPosition, {
    detail: 'Surat disusun dari sebuah jabatan. Mintalah administrator daerah Anda mengisi jabatan Anda.',
  });
}

/** A draft with everything that a template or type gives where the drafter said nothing. */
export interface DraftFields {
  template: PublishedTemplate | null;
  type: Awaited<ReturnType<typeof requireLetterType>>;
  subject: string;
  body: NonNullable<CreateLetter['body']>;
  classification: string;
  secrecy: LetterRecord['secrecy'];
  urgency: LetterRecord['urgency'];
  attachmentNote: string | null;
  dueAt: Date | null;
}

const emptyBody = { type: 'doc' as const, content: [{ type: 'paragraph' }] };

/** @throws invalid_letter (template, subject), unknown_letter_type */
export async function completeDraft(
  read: TenantRead,
  ctx: OfficeContext,
  input: CreateLetter,
): Promise<{ fields: DraftFields; faults: FieldError[] }> {
  const template = input.templateId ? await readPublishedTemplate(read, input.templateId) : null;
  const faults: FieldError[] = [];
  if (input.templateId && !template) {
    faults.push({ path: 'templateId', message: 'Templat ini tidak ada atau belum diterbitkan.' });
  }
  const typeCode = input.type ?? template?.type;
  if (typeCode === undefined) {
    throw invalidLetter([...faults, { path: 'type', message: 'Pilih jenis naskah atau templat.' }]);
  }
  const type = await requireLetterType(read, typeCode);
  const defaults = template?.defaults ?? {};
  const subject = input.subject ?? defaults.subject;
  if (subject === undefined) faults.push({ path: 'subject', message: 'Tulis hal surat.' });
  const fields: DraftFields = {
    template: template ?? null,
    type,
    subject: subject ?? '',
    body: input.body ?? template?.body ?? emptyBody,
    classification: input.classification ?? defaults.classification ?? type.defaultClassification,
    secrecy: input.secrecy ?? defaults.secrecy ?? 'biasa',
    urgency: input.urgency ?? defaults.urgency ?? 'biasa',
    attachmentNote: (input.attachmentNote === undefined ? defaults.attachmentNote : input.attachmentNote) ?? null,
    dueAt: input.dueOn ? endOfDate(input.dueOn, ctx.tenant.timeZone) : null,
  };
  return { fields, faults };
}

/**
 * Makes a draft of the signed-in person.
 * @returns its id
 * @throws invalid_letter with every unknown recipient or field, unknown_letter_type, no_position; agreement_ended or
 *   offer_withdrawn for a copy that may make no new letters
 */
export async function createLetter(tx: TenantTx, ctx: OfficeContext, input: CreateLetter, at: Moment): Promise<string> {
  const position = writingPosition(ctx, input.positionId);
  const { fields, faults } = await completeDraft(tx, ctx, input);
  const lists = await templateRecipients(tx, fields.template, input, at.today);
  const resolved = await resolveRecipients(tx, ctx, lists, at.today);
  const all = [...faults, ...resolved.faults];
  if (all.length > 0) throw invalidLetter(all);
  const id = newId();
  const { template, type, ...content } = fields;
  if (template) await requireUsableCopy(tx, template);
  await tx.insert(letters).values({
    id,
    direction: 'outgoing',
    state: 'draft',
    type: type.code,
    ...content,
    templateId: template?.id ?? null,
    templateVersion: template?.version ?? null,
    unitId: position.unitId,
    drafterId: ctx.actor.personId,
    turnSince: at.now,
    createdAt: at.now,
    updatedAt: at.now,
  });
  await saveRecipients(tx, id, resolved.rows, ['to', 'copy']);
  await addParticipants(tx, id, [{ reason: 'drafter', personId: ctx.actor.personId }], at.now);
  await recordEvent(tx, ctx, {
    letterId: id,
    action: 'letter.created',
    positionId: position.id,
    detail: { version: 1 },
  });
  await events.publish(tx, { topic: 'letters', id, personIds: [ctx.actor.personId] });
  return id;
}

/** @throws not_found, stale_version; forbidden to all but the drafter */
export async function lockAsDrafter(
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  at: Moment,
  seen: number | undefined,
): Promise<LetterRecord> {
  const { letter } = await lockReadable(tx, ctx, id, at, seen);
  if (letter.direction !== 'outgoing' || letter.drafterId !== ctx.actor.personId) {
    throw problem(commonProblems.forbidden, { detail: 'Hanya penyusun surat ini yang dapat melakukannya.' });
  }
  return letter;
}

/**
 * Locks a letter for one who writes it, while it may still be written.
 * @throws not_found, stale_version; forbidden to all but the drafter and the authors invited; letter_state
 */
export async function lockAsWriter(
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  at: Moment,
  seen?: number | undefined,
): Promise<LetterRecord> {
  const { letter, reasons } = await lockReadable(tx, ctx, id, at, seen);
  const isWriter = letter.drafterId === ctx.actor.personId || reasons.some((each) => each.reason === 'author');
  if (letter.direction !== 'outgoing' || !isWriter) {
    throw problem(commonProblems.forbidden, { detail: 'Hanya penyusun surat ini dan rekan yang diajaknya.' });
  }
  if (letter.state !== 'draft' && letter.state !== 'returned') {
    throw problem(letterProblems.wrongState, {
      detail: `Surat ini ${stateLabels[letter.state]}, jadi isinya tidak dapat diubah. Tarik surat ini dahulu bila perlu.`,
      extra: { state: letter.state },
    });
  }
  return letter;
}

/**
 * Changes a draft or a returned letter; what is left out stays.
 * @throws not_found, stale_version, forbidden, letter_state, invalid_letter
 */
export async function updateDraft(
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  input: UpdateLetter,
  at: Moment,
): Promise<void> {
  const letter = await lockAsWriter(tx, ctx, id, at, input.version);
  const lists = { recipients: input.recipients ?? [], copies: input.copies ?? [] };
  const resolved = await resolveRecipients(tx, ctx, lists, at.today);
  if (resolved.faults.length > 0) throw invalidLetter(resolved.faults);
  const replaced = [
    ...(input.recipients === undefined ? [] : (['to'] as const)),
    ...(input.copies === undefined ? [] : (['copy'] as const)),
  ];
  if (replaced.length > 0) await saveRecipients(tx, id, resolved.rows, replaced);
  if (input.body !== undefined) await requireOwnImages(tx, id, input.body);
  const { subject, body, classification, secrecy, urgency, attachmentNote, dueOn } = input;
  const given = { subject, body, classification, secrecy, urgency, attachmentNote };
  const changes: LetterChanges = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  if (dueOn !== undefined) changes.dueAt = dueOn === null ? null : endOfDate(dueOn, ctx.tenant.timeZone);
  // Pages that are writing this body take it in as one change and keep their own words.
  if (body !== undefined) changes.bodyVersion = letter.bodyVersion + 1;
  const changed = await updateLetter(tx, letter, changes, at);
  await recordEvent(tx, ctx, { letterId: id, action: 'letter.edited', detail: { version: changed.version } });
  await tellWriters(tx, id);
}

/**
 * Gives up a draft or a returned letter. It stays readable to those who took part.
 * @throws not_found, stale_version, forbidden, letter_state
 */
export async function cancelDraft(
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  input: { version?: number | undefined },
  at: Moment,
): Promise<void> {
  const letter = await lockAsDrafter(tx, ctx, id, at, input.version);
  // A letter that has its number is cancelled by the signing flow, which keeps the number as `batal`.
  if (letter.number !== null) {
    throw problem(letterProblems.wrongState, { detail: `Surat ini ${stateLabels[letter.state]}.` });
  }
  const moved = await moveLetter(tx, letter, 'cancel', { turnPositionId: null, turnSince: null }, at);
  await recordEvent(tx, ctx, { letterId: id, action: 'letter.cancelled', detail: { version: moved.version } });
}
