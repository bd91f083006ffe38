import { eq } from 'drizzle-orm';
import type { OfficeContext } from '../core/http/context.ts';
import type { TenantRead } from '../core/tenancy/index.ts';
import {
  findReadingReasons,
  isInside,
  type LetterRecord,
  type LetterState,
  letterNotFound,
  letters,
  recordReading,
} from '../letters/index.ts';

/** States in which a letter's words may still change. */
export const isEditable = (state: LetterState): boolean => state === 'draft' || state === 'returned';

/** States in which those who made the letter may still comment on it. */
export const isOpenToComments = (state: LetterState): boolean =>
  isEditable(state) || state === 'in_approval' || state === 'awaiting_signature';

export interface InsideView {
  letter: LetterRecord;
  /** The drafter, or somebody whom the drafter asked to write along. */
  isWriter: boolean;
}

/**
 * An outgoing letter for somebody who takes part in making it: drafter, authors, chain, signer, their registrars. What is
 * secret counts as read.
 * @throws not_found, also to addressees, who read what was sent and not how it came about
 */
export async function findInside(read: TenantRead, ctx: OfficeContext, id: string, today: string): Promise<InsideView> {
  const view = await findTakingPart(read, ctx, id, today);
  // Those who write it know it; anybody else's look into a secret draft is a reading.
  if (!view.isWriter) await recordReading(read, ctx, view.letter, 'writing');
  return view;
}

/** The same for what tells nothing of the letter's words, such as who is here. @throws not_found */
export async function findTakingPart(
  read: TenantRead,
  ctx: OfficeContext,
  id: string,
  today: string,
): Promise<InsideView> {
  const reasons = await findReadingReasons(read, ctx, id, today);
  const [letter] = await read.select().from(letters).where(eq(letters.id, id)).limit(1);
  if (letter?.direction !== 'outgoing' || !isInside('outgoing', reasons)) throw letterNotFound();
  const isWriter = letter.drafterId === ctx.actor.personId || reasons.some((each) => each.reason === 'author');
  return { letter, isWriter };
}
