import { and, asc, desc, eq, gt } from 'drizzle-orm';
import { letterBodySchema } from '../adapters/typesetting/index.ts';
import { problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import {
  type LetterRecord,
  letters,
  lockAsWriter,
  type Moment,
  recordEvent,
  requireOwnImages,
  tellWriters,
} from '../letters/index.ts';
import { findInside, isEditable } from './access.ts';
import { moveComments } from './anchors.ts';
import { toBody, toEditorDoc } from './editor-body.ts';
import { writingProblems } from './problems.ts';
import type { DraftAnswer, StepAnswer, StepsAnswer, StepsInput } from './schema.ts';
import { applySteps, type StepJson } from './steps.ts';
import { letterBodySteps } from './tables.ts';

/** Words of one hand without a longer pause are one line of the log. */
const oneEditMs = 10 * 60_000;

/** What follows a version of the body, in order; null when a step is missing, since the body was replaced. */
export async function findSteps(
  read: TenantRead,
  letter: Pick<LetterRecord, 'id' | 'bodyVersion'>,
  since: number,
): Promise<StepAnswer[] | null> {
  const missed = letter.bodyVersion - since;
  if (missed < 0) return null;
  const rows = await read
    .select({ version: letterBodySteps.version, clientId: letterBodySteps.clientId, step: letterBodySteps.step })
    .from(letterBodySteps)
    .where(and(eq(letterBodySteps.letterId, letter.id), gt(letterBodySteps.version, since)))
    .orderBy(asc(letterBodySteps.version));
  return rows.length === missed ? rows : null;
}

/** The body as the editor opens it. @throws not_found */
export async function openDraft(read: TenantRead, ctx: OfficeContext, id: string, at: Moment): Promise<DraftAnswer> {
  const { letter, isWriter } = await findInside(read, ctx, id, at.today);
  return {
    bodyVersion: letter.bodyVersion,
    body: toBody(toEditorDoc(letter.body)),
    editable: isEditable(letter.state),
    mayWrite: isWriter && isEditable(letter.state),
  };
}

/** What a page missed since a version of the body. @throws not_found */
export async function stepsSince(
  read: TenantRead,
  ctx: OfficeContext,
  id: string,
  since: number,
  at: Moment,
): Promise<StepsAnswer> {
  const { letter } = await findInside(read, ctx, id, at.today);
  const steps = await findSteps(read, letter, since);
  return {
    bodyVersion: letter.bodyVersion,
    steps,
    body: steps === null ? toBody(toEditorDoc(letter.body)) : null,
    editable: isEditable(letter.state),
  };
}

/**
 * Writes steps into a locked letter's body. The comments' places move along.
 * @returns the body's version after the last step
 * @throws invalid_steps, when one does not fit or the body could not be printed; invalid_letter for a foreign picture
 */
export async function writeSteps(
  tx: TenantTx,
  ctx: OfficeContext,
  letter: LetterRecord,
  input: { clientId: string; steps: readonly StepJson[] },
  at: Moment,
): Promise<number> {
  const before = toEditorDoc(letter.body);
  const applied = applySteps(before, input.steps);
  if (applied === null) {
    throw problem(writingProblems.invalidSteps, {
      detail: 'Perubahan ini tidak sesuai dengan isi surat yang tersimpan. Muat ulang halaman ini.',
    });
  }
  const body = toBody(applied.doc);
  const checked = letterBodySchema.safeParse(body);
  if (!checked.success) {
    const errors = checked.error.issues.map((issue) => ({
      path: ['body', ...issue.path].join('.'),
      message: issue.message,
    }));
    throw problem(writingProblems.invalidSteps, { detail: errors[0]?.message ?? 'Isi surat tidak sesuai.', errors });
  }
  await requireOwnImages(tx, letter.id, body);
  const bodyVersion = letter.bodyVersion + input.steps.length;
  const [last] = await tx
    .select({ authorId: letterBodySteps.authorId, createdAt: letterBodySteps.createdAt })
    .from(letterBodySteps)
    .where(eq(letterBodySteps.letterId, letter.id))
    .orderBy(desc(letterBodySteps.version))
    .limit(1);
  await tx.update(letters).set({ body, bodyVersion, updatedAt: at.now }).where(eq(letters.id, letter.id));
  await tx.insert(letterBodySteps).values(
    input.steps.map((step, index) => ({
      letterId: letter.id,
      version: letter.bodyVersion + index + 1,
      step,
      clientId: input.clientId,
      authorId: ctx.actor.personId,
      createdAt: at.now,
    })),
  );
  await moveComments(tx, letter, { doc: applied.doc, maps: applied.maps, bodyVersion });
  const goesOn = last?.authorId === ctx.actor.personId && at.now.getTime() - last.createdAt.getTime() < oneEditMs;
  if (!goesOn) {
    await recordEvent(tx, ctx, { letterId: letter.id, action: 'letter.edited', detail: { version: letter.version } });
  }
  await tellWriters(tx, letter.id);
  return bodyVersion;
}

/**
 * Takes the steps of one page, if they start from the present body. A page that hears 409 takes in what it missed and
 * sends again; one whose answer was lost finds its own steps among them.
 * @throws not_found, forbidden, letter_state, body_behind, invalid_steps, invalid_letter
 */
export async function takeSteps(
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  input: StepsInput,
  at: Moment,
): Promise<{ bodyVersion: number }> {
  const letter = await lockAsWriter(tx, ctx, id, at);
  if (input.bodyVersion !== letter.bodyVersion) {
    throw problem(writingProblems.bodyBehind, {
      detail: 'Rekan Anda baru saja menulis. Perubahannya diambil dahulu.',
      extra: { bodyVersion: letter.bodyVersion, steps: await findSteps(tx, letter, input.bodyVersion) },
    });
  }
  return { bodyVersion: await writeSteps(tx, ctx, letter, input, at) };
}
