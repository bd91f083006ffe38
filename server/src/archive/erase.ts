import { sql } from 'drizzle-orm';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';

/**
 * What becomes of a table's rows when their letter is destroyed. `keep`: metadata, hashes and records of who did what.
 * `delete`: content. `blank`: rows stay, their words go (below).
 */
const treatments: Record<string, 'keep' | 'delete' | 'blank'> = {
  letter_versions: 'blank',
  letter_steps: 'blank',
  dispositions: 'blank',
  letter_routes: 'blank',
  letter_body_steps: 'delete',
  letter_presence: 'delete',
  letter_comments: 'delete',
  letter_images: 'delete',
  // Derived; made anew from what is left of the letter.
  letter_texts: 'keep',
  letter_recipients: 'keep',
  letter_participants: 'keep',
  letter_revisions: 'keep',
  letter_attachments: 'keep',
  letter_uploads: 'keep',
  letter_readings: 'keep',
  numbers: 'keep',
  number_choices: 'keep',
  signing_queue: 'keep',
  exchange_log: 'keep',
  dossier_items: 'keep',
  legal_holds: 'keep',
  disposal_papers: 'keep',
  destroyed_files: 'keep',
  // A meeting is a record of its own; its invitation is a letter like others.
  meetings: 'keep',
  // Which letters a visit had; their content goes by itself.
  visit_letters: 'keep',
};

/** Tables that refer to stored files, all of which `markFiles` has thought of. */
const fileTables = [
  'letters',
  'letter_attachments',
  'letter_images',
  'file_texts',
  'reports',
  'disposal_papers',
  'archive_packages',
  'visit_files',
];

/**
 * Tables of this office whose rows belong to letters or refer to files, and that nobody has decided about: as long as
 * there is one, destruction refuses to run.
 */
export async function undecidedTables(read: TenantRead): Promise<string[]> {
  const rows = await read.execute<{ name: string }>(sql`select c.relname as name from pg_attribute a
    join pg_class c on c.oid = a.attrelid where a.attname = 'letter_id' and not a.attisdropped and c.relkind = 'r'
      and c.relnamespace = current_schema()::regnamespace order by 1`);
  const referring = await read.execute<{ name: string }>(sql`select distinct c.relname as name from pg_constraint k
    join pg_class c on c.oid = k.conrelid where k.contype = 'f' and k.confrelid = 'files'::regclass order by 1`);
  return [
    ...rows.map((row) => row.name).filter((name) => !(name in treatments)),
    ...referring.map((row) => row.name).filter((name) => !fileTables.includes(name)),
  ];
}

const emptyBody = '{"type":"doc","content":[{"type":"paragraph"}]}';
/** Stands where words stood, in columns that must hold some. */
const gone = '(dimusnahkan)';

/**
 * Takes the content of a letter out of the database: body, versions, notes, instructions and reports. What stays is who,
 * when, to whom, which number, and the hashes.
 */
export async function eraseContent(tx: TenantTx, letterId: string): Promise<void> {
  for (const [table, treatment] of Object.entries(treatments)) {
    if (treatment !== 'delete') continue;
    await tx.execute(sql`delete from ${sql.identifier(table)} where letter_id = ${letterId}::uuid`);
  }
  await tx.execute(
    sql`update letter_versions set body = ${emptyBody}::text::jsonb where letter_id = ${letterId}::uuid`,
  );
  await tx.execute(sql`update letter_steps set note = null where letter_id = ${letterId}::uuid and note is not null`);
  await tx.execute(
    sql`update letter_routes set close_note = ${gone} where letter_id = ${letterId}::uuid and close_note is not null`,
  );
  await tx.execute(sql`update dispositions set instruction = ${gone},
    report = case when report is null then null else ${gone} end where letter_id = ${letterId}::uuid`);
  await tx.execute(sql`update disposition_reports set text = ${gone}
    where disposition_id in (select id from dispositions where letter_id = ${letterId}::uuid)`);
  await tx.execute(sql`update letters set body = case when body is null then null else ${emptyBody}::text::jsonb end,
    attachment_note = null where id = ${letterId}::uuid`);
}

/** A file of a letter: what was signed, its scan, attachments, pictures and uploads. */
export type LetterBytes = { sha256: string; name: string; size: number };

/** All bytes of a letter that lie in the file store. */
export async function listBytes(tx: TenantTx, letterId: string): Promise<LetterBytes[]> {
  const id = sql`${letterId}::uuid`;
  return tx.execute<LetterBytes>(sql`select distinct on (sha256) sha256, name, size::float8 as size from (
      select r.sha256, 'surat-' || r.revision || '.pdf' as name, r.size from letter_revisions r where r.letter_id = ${id}
      union all select f.sha256, f.name, f.size from files f where f.id in (
        select l.file_id from letters l where l.id = ${id}
        union select a.file_id from letter_attachments a where a.letter_id = ${id}
        union select i.file_id from letter_images i where i.letter_id = ${id})
      union all select u.sha256, u.name, 0 from letter_uploads u where u.letter_id = ${id}) all_bytes
    order by sha256, name`);
}

/** Marks the rows of `files` that only destroyed letters refer to. Call it after the letter is marked. */
export async function markFiles(tx: TenantTx, letterId: string, now: Date): Promise<void> {
  const id = sql`${letterId}::uuid`;
  const marked = await tx.execute<{
    id: string;
  }>(sql`update files f set destroyed_at = ${now.toISOString()}::timestamptz
    where f.destroyed_at is null and f.id in (
        select l.file_id from letters l where l.id = ${id} union select a.file_id from letter_attachments a where a.letter_id = ${id}
        union select i.file_id from letter_images i where i.letter_id = ${id})
      and not exists (select from letters l where l.file_id = f.id and l.destroyed_at is null)
      and not exists (select from letter_attachments a join letters l on l.id = a.letter_id
        where a.file_id = f.id and l.destroyed_at is null)
      and not exists (select from letter_images i join letters l on l.id = i.letter_id
        where i.file_id = f.id and l.destroyed_at is null)
      and not exists (select from disposal_papers p where p.file_id = f.id)
      and not exists (select from visit_files v where v.file_id = f.id)
    returning f.id`);
  const ids = sql.param(marked.map((row) => row.id));
  await tx.execute(sql`update file_texts set text = '', state = 'no_text',
    extracted_at = coalesce(extracted_at, ${now.toISOString()}::timestamptz) where file_id = any(${ids}::uuid[])`);
}

/** Whether anything that is not destroyed still has these bytes: then they stay in the store. */
export async function isStillNeeded(read: TenantRead, sha256: string): Promise<boolean> {
  const [row] = await read.execute<{ needed: boolean }>(sql`select
      exists (select from files f where f.sha256 = ${sha256} and f.destroyed_at is null)
      or exists (select from letter_revisions r join letters l on l.id = r.letter_id
        where r.sha256 = ${sha256} and l.destroyed_at is null)
      or exists (select from letter_uploads u join letters l on l.id = u.letter_id
        where u.sha256 = ${sha256} and l.destroyed_at is null) as needed`);
  return row?.needed ?? true;
}
