import { and, eq, isNull } from 'drizzle-orm';
import type { Node } from 'prosemirror-model';
import type { StepMap } from 'prosemirror-transform';
import type { TenantTx } from '../core/tenancy/index.ts';
import type { LetterRecord } from '../letters/index.ts';
import { findWords, mapSpan, type Span } from './steps.ts';
import { letterComments } from './tables.ts';

export type CommentRow = typeof letterComments.$inferSelect;

/**
 * Where a comment's words stand in the present body: at its stored place as long as that is kept up to date, else where
 * the words are found again. Null when they are gone, or none were meant.
 */
export function placeOf(comment: CommentRow, doc: Node, bodyVersion: number): Span | null {
  const { anchorFrom: from, anchorTo: to, quote } = comment;
  if (from === null || to === null || quote === null) return null;
  if (comment.bodyVersion === bodyVersion) return to <= doc.content.size ? { from, to } : null;
  return findWords(doc, quote, from);
}

/** Takes the places of a letter's open comments along with its words; one whose words are all gone stays behind. */
export async function moveComments(
  tx: TenantTx,
  letter: Pick<LetterRecord, 'id' | 'bodyVersion'>,
  after: { doc: Node; maps: readonly StepMap[]; bodyVersion: number },
): Promise<void> {
  const rows = await tx
    .select()
    .from(letterComments)
    .where(
      and(eq(letterComments.letterId, letter.id), eq(letterComments.state, 'open'), isNull(letterComments.parentId)),
    );
  for (const row of rows) {
    if (row.anchorFrom === null || row.anchorTo === null || row.quote === null) continue;
    const isKept = row.bodyVersion === letter.bodyVersion;
    const place = isKept
      ? mapSpan({ from: row.anchorFrom, to: row.anchorTo }, after.maps)
      : findWords(after.doc, row.quote, row.anchorFrom);
    if (!place) continue;
    await tx
      .update(letterComments)
      .set({ anchorFrom: place.from, anchorTo: place.to, bodyVersion: after.bodyVersion })
      .where(eq(letterComments.id, row.id));
  }
}
