import { sql } from 'drizzle-orm';
import { commonProblems, problem } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { holderOf } from '../organization/index.ts';
import { visitProblems as problems } from './problems.ts';
import type { EditLesson, LessonAnswer, LessonInput } from './schema.ts';

/** Something learned on a visit that is to be taken over, with where it was learned. */
type IntendedAdoption = LessonAnswer & { visitId: string; host: { slug: string; name: string } };

/**
 * What this regency means to take over from the visits it made, oldest first; adoption plans begin here.
 * @param today in the regency's zone, for who holds a post
 * @param visitId only of this visit
 */
export async function listIntendedAdoptions(
  read: TenantRead,
  today: string,
  visitId?: string,
): Promise<IntendedAdoption[]> {
  const rows = await read.execute<{ [K in keyof IntendedAdoption]: IntendedAdoption[K] }>(sql`
    select l.id, l.visit_id as "visitId", l.kind, l.title, l.adoption, l.due_on::text as "dueOn", l.version,
      case when pos.id is not null then jsonb_build_object('id', pos.id, 'title', pos.title,
        'holder', ${holderOf(sql`pos.id`, today)} ->> 'name') end as position,
      jsonb_build_object('slug', t.slug, 'name', t.name) as host
    from visit_lessons l join platform.visits v on v.id = l.visit_id join platform.tenants t on t.slug = v.host_slug
      left join positions pos on pos.id = l.position_id
    where ${visitId ?? null}::uuid is null or l.visit_id = ${visitId ?? null}::uuid order by l.id`);
  return [...rows];
}

/** @throws visit_invalid for a post that does not exist today */
export async function requirePosts(
  read: TenantRead,
  positions: readonly (string | null)[],
  path: (index: number) => string,
  today: string,
): Promise<void> {
  const ids = positions.filter((each) => each !== null);
  const rows = await read.execute<{ id: string }>(sql`select id from positions
    where id = any(${sql.param(ids)}::uuid[]) and (valid_to is null or valid_to >= ${today}::date)`);
  const known = new Set(rows.map((row) => row.id));
  const errors = positions.flatMap((each, index) =>
    each === null || known.has(each) ? [] : [{ path: path(index), message: 'jabatan ini tidak ada di kantor ini' }],
  );
  if (errors.length > 0) throw problem(problems.invalid, { detail: 'Pilih jabatan di kantor Anda.', errors });
}

export async function addLesson(tx: TenantTx, visitId: string, lesson: LessonInput, personId: string): Promise<string> {
  const id = newId();
  await tx.execute(sql`insert into visit_lessons (id, visit_id, kind, title, adoption, position_id, due_on, created_by)
    values (${id}::uuid, ${visitId}::uuid, ${lesson.kind}, ${lesson.title}, ${lesson.adoption},
      ${lesson.positionId}::uuid, ${lesson.dueOn}::date, ${personId}::uuid)`);
  return id;
}

/** Locks a lesson of this visit. @throws visit_not_found, stale_version */
async function lockLesson(tx: TenantTx, visitId: string, id: string, seen: number | null): Promise<void> {
  const [row] = await tx.execute<{ version: number }>(sql`select version from visit_lessons
    where id = ${id}::uuid and visit_id = ${visitId}::uuid for update`);
  if (!row) throw problem(problems.notFound, { detail: 'Pelajaran ini tidak ada dalam kunjungan ini.' });
  if (seen !== null && row.version !== seen) {
    throw problem(commonProblems.staleVersion, {
      detail: 'Pelajaran ini sudah diubah. Muat ulang, lalu periksa lagi.',
      extra: { version: row.version },
    });
  }
}

/** @throws visit_not_found, stale_version */
export async function editLesson(tx: TenantTx, visitId: string, id: string, lesson: EditLesson): Promise<void> {
  await lockLesson(tx, visitId, id, lesson.version);
  await tx.execute(sql`update visit_lessons set kind = ${lesson.kind}, title = ${lesson.title},
    adoption = ${lesson.adoption}, position_id = ${lesson.positionId}::uuid, due_on = ${lesson.dueOn}::date,
    version = version + 1, updated_at = now() where id = ${id}::uuid`);
}

/** @throws visit_not_found */
export async function removeLesson(tx: TenantTx, visitId: string, id: string): Promise<void> {
  await lockLesson(tx, visitId, id, null);
  await tx.execute(sql`delete from visit_lessons where id = ${id}::uuid`);
}
