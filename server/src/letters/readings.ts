import { sql } from 'drizzle-orm';
import { problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import type { TenantRead } from '../core/tenancy/index.ts';
import { requireKept } from './kept.ts';
import { letterNotFound, letterProblems } from './problems.ts';
import type { Secrecy } from './rules.ts';
import { isSecret, mayDownload } from './secrecy.ts';
import { findReadingReasons } from './workflow.ts';

/** What was opened: the letter itself, an act's answer, its pages, its files, a version … */
export type ReadingAct =
  | 'detail'
  | 'act'
  | 'preview'
  | 'pdf'
  | 'file'
  | 'attachment'
  | 'version'
  | 'disposition'
  | 'writing'
  | 'export'
  | 'other';

/**
 * Puts the opening of a secret letter on record; does nothing for others. Awaited before anything is answered, so that
 * there is no reading without its record: if this fails, so does the reading.
 * @param letter whose content is about to be answered
 * @param part which attachment or version
 */
export async function recordReading(
  db: TenantRead,
  ctx: Pick<OfficeContext, 'actor'>,
  letter: { id: string; secrecy: Secrecy },
  act: ReadingAct,
  part: string | null = null,
): Promise<void> {
  if (!isSecret(letter.secrecy)) return;
  const { personId, name, positions } = ctx.actor;
  // The post by which one reads: the own one first, else the one that somebody handed over.
  await db.execute(sql`
    insert into letter_readings (letter_id, person_id, person_name, position_title, is_delegate, act, part)
    select ${letter.id}::uuid, ${personId}::uuid, ${name}, post.title, coalesce(post.is_delegate, false), ${act}, ${part}
    from (select 1) once left join lateral (
      select x.title, x.is_delegate from jsonb_to_recordset(${JSON.stringify(
        positions.map((each) => ({ id: each.id, title: each.title, is_delegate: each.mode === 'delegate' })),
      )}::text::jsonb) x (id uuid, title text, is_delegate boolean)
      order by not exists (select from letter_participants p where p.letter_id = ${letter.id}::uuid and p.position_id = x.id),
        x.is_delegate limit 1) post on true`);
}

/** The same, by the letter's id. */
export async function recordReadingOf(
  db: TenantRead,
  ctx: Pick<OfficeContext, 'actor'>,
  letterId: string,
  act: ReadingAct,
  part: string | null = null,
): Promise<void> {
  const [letter] = await db.execute<{ secrecy: Secrecy }>(
    sql`select secrecy from letters where id = ${letterId}::uuid`,
  );
  if (letter) await recordReading(db, ctx, { id: letterId, secrecy: letter.secrecy }, act, part);
}

/**
 * The right to take a letter's document away as a file.
 * @throws not_found; view_only for those who may look at a very secret letter and no more; letter_destroyed
 */
export async function requireDownload(
  read: TenantRead,
  ctx: OfficeContext,
  letterId: string,
  today: string,
): Promise<void> {
  const reasons = await findReadingReasons(read, ctx, letterId, today);
  if (reasons.length === 0) throw letterNotFound();
  const [letter] = await read.execute<{ secrecy: Secrecy }>(
    sql`select secrecy from letters where id = ${letterId}::uuid`,
  );
  if (letter && !mayDownload(letter.secrecy, reasons)) throw problem(letterProblems.viewOnly);
  await requireKept(read, letterId);
}

export type Reading = {
  id: string;
  person: string;
  position: string | null;
  isDelegate: boolean;
  act: ReadingAct;
  part: string | null;
  at: string;
};

/** Who opened a secret letter, the latest first. */
export async function listReadings(
  read: TenantRead,
  letterId: string,
  page: { cursor: string | null; limit: number },
): Promise<Reading[]> {
  const rows = await read.execute<Reading>(sql`select r.id::text, r.person_name as person, r.position_title as position,
      r.is_delegate as "isDelegate", r.act, r.part, r.at
    from letter_readings r where r.letter_id = ${letterId}::uuid
      and (${page.cursor}::bigint is null or r.id < ${page.cursor}::bigint)
    order by r.id desc limit ${page.limit}`);
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}
