import { sql } from 'drizzle-orm';
import { problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { notify } from '../core/notices.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import {
  addParticipants,
  lockAsDrafter,
  lockAsWriter,
  type Moment,
  recordEvent,
  tellWriters,
} from '../letters/index.ts';
import { noticeOf } from './notices.ts';
import { writingProblems } from './problems.ts';

/** So that everybody who writes can be told apart. */
const mostAuthors = 20;

/** Who writes along, in the order of their invitation. */
async function findAuthors(read: TenantRead, letterId: string): Promise<{ id: string; name: string }[]> {
  const rows = await read.execute<{ id: string; name: string }>(sql`select pe.id, pe.name from letter_participants p
    join people pe on pe.id = p.person_id where p.letter_id = ${letterId}::uuid and p.reason = 'author' order by p.since, pe.id`);
  return rows.map(({ id, name }) => ({ id, name }));
}

const refuse = (message: string) =>
  problem(writingProblems.invalidAuthor, { detail: message, errors: [{ path: 'personId', message }] });

/**
 * Asks a colleague to write along, by the drafter. Asking twice does nothing.
 * @throws not_found, forbidden, letter_state, invalid_author
 */
export async function inviteAuthor(
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  personId: string,
  at: Moment,
): Promise<{ items: { id: string; name: string }[] }> {
  await lockAsDrafter(tx, ctx, id, at, undefined);
  const letter = await lockAsWriter(tx, ctx, id, at);
  const authors = await findAuthors(tx, id);
  if (authors.some((author) => author.id === personId)) return { items: authors };
  if (personId === letter.drafterId) throw refuse('Anda sendiri penyusun surat ini.');
  if (authors.length >= mostAuthors) throw refuse(`Paling banyak ${mostAuthors} orang menulis bersama.`);
  const [person] = await tx.execute<{ id: string }>(sql`select id from people where id = ${personId}::uuid and active`);
  if (!person) throw refuse('Orang ini tidak ada di kantor ini, atau akunnya tidak aktif.');
  await addParticipants(tx, id, [{ reason: 'author', personId }], at.now);
  await recordEvent(tx, ctx, { letterId: id, action: 'letter.author_invited', detail: { personId } });
  await notify(tx, { personIds: [personId] }, at, { ...noticeOf(letter, ctx.actor.name), textKey: 'letter.invited' });
  await tellWriters(tx, id);
  return { items: await findAuthors(tx, id) };
}

/**
 * Ends an invitation, by the drafter or by the one invited; what was written stays. Who takes part in the letter
 * otherwise goes on reading it.
 * @throws not_found, forbidden, letter_state
 */
export async function removeAuthor(
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  personId: string,
  at: Moment,
): Promise<{ items: { id: string; name: string }[] }> {
  if (personId !== ctx.actor.personId) await lockAsDrafter(tx, ctx, id, at, undefined);
  await lockAsWriter(tx, ctx, id, at);
  const gone = await tx.execute<{ id: string }>(sql`delete from letter_participants
    where letter_id = ${id}::uuid and reason = 'author' and person_id = ${personId}::uuid returning person_id as id`);
  if (gone.length > 0) {
    await recordEvent(tx, ctx, { letterId: id, action: 'letter.author_removed', detail: { personId } });
    await tx.execute(sql`delete from letter_presence where letter_id = ${id}::uuid and person_id = ${personId}::uuid`);
  }
  await tellWriters(tx, id);
  return { items: await findAuthors(tx, id) };
}
