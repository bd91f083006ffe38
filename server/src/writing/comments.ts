import { and, asc, eq, sql } from 'drizzle-orm';
import type { Node } from 'prosemirror-model';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import { notify } from '../core/notices.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { type LetterRecord, lockReadable, type Moment, recordEvent, tellWriters } from '../letters/index.ts';
import { findInside, type InsideView, isEditable, isOpenToComments } from './access.ts';
import { type CommentRow, placeOf } from './anchors.ts';
import { findSteps, writeSteps } from './co-editing.ts';
import { toEditorDoc } from './editor-body.ts';
import { noticeOf } from './notices.ts';
import { writingProblems } from './problems.ts';
import type { CommentAnswer, CommentInput, CommentsAnswer } from './schema.ts';
import { isWithinOneBlock, mapSpan, mapsOf, replaceWords, type Span, wordsOf } from './steps.ts';
import { letterComments } from './tables.ts';

/** More than anybody reads; what is more belongs in a talk. */
const mostComments = 500;
const longestQuote = 2000;

const invalid = (path: string, message: string) =>
  problem(writingProblems.invalidComment, { detail: message, errors: [{ path, message }] });

/** @throws not_found, also to addressees; forbidden once the letter is signed */
async function lockInside(tx: TenantTx, ctx: OfficeContext, id: string, at: Moment): Promise<InsideView> {
  await lockReadable(tx, ctx, id, at);
  const view = await findInside(tx, ctx, id, at.today);
  if (!isOpenToComments(view.letter.state)) {
    throw problem(commonProblems.forbidden, { detail: 'Surat ini sudah selesai, jadi tidak dikomentari lagi.' });
  }
  return view;
}

/** The words that a page points at, in the present body. @throws body_behind, invalid_comment */
async function anchorOf(
  tx: TenantTx,
  letter: LetterRecord,
  doc: Node,
  anchor: NonNullable<CommentInput['anchor']>,
): Promise<Span & { quote: string }> {
  const missed = await findSteps(tx, letter, anchor.bodyVersion);
  if (missed === null) {
    throw problem(writingProblems.bodyBehind, {
      detail: 'Isi surat sudah diganti. Pilih kembali kata yang Anda maksud.',
      extra: { bodyVersion: letter.bodyVersion, steps: null },
    });
  }
  const span = anchor.from < anchor.to ? mapSpan(anchor, mapsOf(missed.map((each) => each.step))) : null;
  const quote = span === null ? null : wordsOf(doc, span);
  if (span === null || quote === null || quote.trim() === '') {
    throw invalid('anchor', 'Kata yang Anda pilih sudah tidak ada. Pilih kembali.');
  }
  if (quote.length > longestQuote) throw invalid('anchor', 'Pilih bagian yang lebih pendek.');
  return { ...span, quote };
}

/**
 * Comments on a letter, suggests other words for a part of it, or answers a comment. The drafter hears of it, and so do
 * those who spoke in the thread.
 * @returns its id
 * @throws not_found, forbidden, body_behind, invalid_comment, comment_settled
 */
export async function addComment(
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  input: CommentInput,
  at: Moment,
): Promise<string> {
  const { letter } = await lockInside(tx, ctx, id, at);
  const all = await tx.select().from(letterComments).where(eq(letterComments.letterId, id));
  if (all.length >= mostComments) throw invalid('text', `Paling banyak ${mostComments} komentar pada satu surat.`);
  const parent = input.parentId === undefined ? null : all.find((each) => each.id === input.parentId);
  if (parent === undefined || parent?.parentId) throw invalid('parentId', 'Komentar yang dijawab tidak ada.');
  const doc = toEditorDoc(letter.body);
  const anchor = input.anchor ? await anchorOf(tx, letter, doc, input.anchor) : null;
  if (input.replacement !== undefined && anchor) {
    if (!isWithinOneBlock(doc, anchor)) throw invalid('anchor', 'Usulan mengubah kata dalam satu paragraf saja.');
    if (input.replacement === anchor.quote) throw invalid('replacement', 'Usulan ini tidak mengubah apa pun.');
  }
  const commentId = newId();
  await tx.insert(letterComments).values({
    id: commentId,
    letterId: id,
    parentId: parent?.id ?? null,
    authorId: ctx.actor.personId,
    text: input.text,
    ...(anchor
      ? { anchorFrom: anchor.from, anchorTo: anchor.to, quote: anchor.quote, bodyVersion: letter.bodyVersion }
      : {}),
    replacement: input.replacement ?? null,
    createdAt: at.now,
  });
  await recordEvent(tx, ctx, {
    letterId: id,
    action: input.replacement === undefined ? 'letter.commented' : 'letter.suggested',
    detail: { commentId },
  });
  const thread = parent ? all.filter((each) => each.id === parent.id || each.parentId === parent.id) : [];
  const hear = [letter.drafterId, ...thread.map((each) => each.authorId)].filter((each) => each !== null);
  const textKey = parent
    ? 'letter.comment_answered'
    : input.replacement === undefined
      ? 'letter.commented'
      : 'letter.suggested';
  await notify(tx, { personIds: hear, except: ctx.actor.personId }, at, {
    ...noticeOf(letter, ctx.actor.name),
    textKey,
  });
  await tellWriters(tx, id);
  return commentId;
}

const decisions = { accept: 'accepted', decline: 'declined', resolve: 'resolved' } as const;
export type Decision = keyof typeof decisions;

/**
 * Settles a comment: `resolve` by a writer or its author; `accept` (which writes the words into the body) and `decline`
 * of a suggestion by a writer. Deciding once more what was decided so does nothing.
 * @throws not_found, forbidden, letter_state, comment_settled, suggestion_outdated, invalid_steps
 */
export async function decideComment(
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  commentId: string,
  decision: Decision,
  at: Moment,
): Promise<void> {
  const { letter, isWriter } = await lockInside(tx, ctx, id, at);
  const [comment] = await tx
    .select()
    .from(letterComments)
    .where(and(eq(letterComments.letterId, id), eq(letterComments.id, commentId)))
    .limit(1);
  if (!comment || comment.parentId !== null)
    throw problem(commonProblems.notFound, { detail: 'Komentar ini tidak ada.' });
  const state = decisions[decision];
  const isOwn = comment.authorId === ctx.actor.personId;
  if (!isWriter && !(decision === 'resolve' && isOwn)) {
    throw problem(commonProblems.forbidden, { detail: 'Hanya penyusun surat ini dan rekan yang diajaknya.' });
  }
  if (comment.state === state) return;
  if (comment.state !== 'open') throw problem(writingProblems.commentSettled);
  if (decision !== 'resolve' && comment.replacement === null) {
    throw invalid('id', 'Komentar ini bukan usulan perubahan.');
  }
  if (decision === 'accept') await acceptSuggestion(tx, ctx, letter, comment, at);
  await tx
    .update(letterComments)
    .set({ state, decidedBy: ctx.actor.personId, decidedAt: at.now })
    .where(eq(letterComments.id, commentId));
  await recordEvent(tx, ctx, { letterId: id, action: `letter.comment_${state}`, detail: { commentId } });
  if (decision !== 'resolve') {
    await notify(tx, { personIds: [comment.authorId], except: ctx.actor.personId }, at, {
      ...noticeOf(letter, ctx.actor.name),
      textKey: `letter.suggestion_${state}`,
    });
  }
  await tellWriters(tx, id);
}

async function acceptSuggestion(
  tx: TenantTx,
  ctx: OfficeContext,
  letter: LetterRecord,
  comment: CommentRow,
  at: Moment,
): Promise<void> {
  if (!isEditable(letter.state)) {
    throw problem(commonProblems.forbidden, {
      detail: 'Usulan dapat diterima setelah surat ini kembali ke penyusunnya.',
    });
  }
  const doc = toEditorDoc(letter.body);
  const place = placeOf(comment, doc, letter.bodyVersion);
  if (!place || wordsOf(doc, place) !== comment.quote || !isWithinOneBlock(doc, place)) {
    throw problem(writingProblems.suggestionOutdated, {
      detail: 'Kata yang diusulkan untuk diganti sudah berubah. Baca usulannya, lalu ubah sendiri bila perlu.',
    });
  }
  const steps = replaceWords(doc, place, comment.replacement ?? '');
  await writeSteps(tx, ctx, letter, { clientId: `saran-${comment.id}`, steps }, at);
}

/** Every comment with its answers, in the order of the letter's words, those on the whole letter first. @throws not_found */
export async function listComments(
  read: TenantRead,
  ctx: OfficeContext,
  id: string,
  at: Moment,
): Promise<CommentsAnswer> {
  const { letter, isWriter } = await findInside(read, ctx, id, at.today);
  const rows = await read
    .select()
    .from(letterComments)
    .where(eq(letterComments.letterId, id))
    .orderBy(asc(letterComments.id));
  const names = await namesOf(read, rows);
  const doc = toEditorDoc(letter.body);
  const isOpen = isOpenToComments(letter.state);
  const said = (row: CommentRow) => ({
    id: row.id,
    author: { id: row.authorId, name: names.get(row.authorId) ?? '' },
    text: row.text,
    at: row.createdAt.toISOString(),
  });
  const items = rows
    .filter((row) => row.parentId === null)
    .map(
      (row): CommentAnswer => ({
        ...said(row),
        anchor: row.state === 'open' ? placeOf(row, doc, letter.bodyVersion) : null,
        quote: row.quote,
        replacement: row.replacement,
        state: row.state,
        decidedBy: row.decidedBy === null ? null : (names.get(row.decidedBy) ?? null),
        decidedAt: row.decidedAt?.toISOString() ?? null,
        replies: rows.filter((each) => each.parentId === row.id).map(said),
        mayDecide: row.state === 'open' && row.replacement !== null && isWriter && isEditable(letter.state),
        mayResolve: row.state === 'open' && isOpen && (isWriter || row.authorId === ctx.actor.personId),
      }),
    )
    .sort((one, other) => (one.anchor?.from ?? -1) - (other.anchor?.from ?? -1));
  return {
    bodyVersion: letter.bodyVersion,
    open: items.filter((item) => item.state === 'open').length,
    items,
    mayComment: isOpen,
  };
}

async function namesOf(read: TenantRead, rows: readonly CommentRow[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap((row) => [row.authorId, ...(row.decidedBy ? [row.decidedBy] : [])]))];
  if (ids.length === 0) return new Map();
  const people = await read.execute<{ id: string; name: string }>(
    sql`select id, name from people where id = any(${sql.param(ids)}::uuid[])`,
  );
  return new Map(people.map(({ id, name }) => [id, name]));
}
