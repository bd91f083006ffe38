import { sql } from 'drizzle-orm';
import { type ActingPosition, permissionsOf, rolesOf } from '../core/rights/index.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import type { JobRow } from '../jobs/index.ts';
import { asParameters, type Reader, readableIds, readerOf } from '../letters/index.ts';
import type { ReportLetter } from './rules.ts';
import type { ReportItem } from './schema.ts';

export interface ReportRow {
  id: string;
  jobId: string;
  period: string;
  format: 'pdf' | 'xlsx';
  personId: string;
  createdAt: string;
  status: JobRow['status'];
}

export async function insertReport(
  tx: TenantTx,
  row: Pick<ReportRow, 'id' | 'jobId' | 'period' | 'format' | 'personId'> & { createdAt: Date },
): Promise<void> {
  await tx.execute(sql`insert into reports (id, job_id, kind, period, format, person_id, created_at) values
    (${row.id}::uuid, ${row.jobId}::uuid, 'letters', ${row.period}, ${row.format}, ${row.personId}::uuid,
     ${row.createdAt}::timestamptz)`);
}

/** The report that a job makes. */
export async function findReport(read: TenantRead, jobId: string): Promise<ReportRow | null> {
  const [row] = await read.execute<{
    [K in keyof ReportRow]: ReportRow[K];
  }>(sql`select r.id, r.job_id as "jobId", r.period,
      r.format, r.person_id as "personId", r.created_at as "createdAt", j.status
    from reports r join jobs j on j.id = r.job_id where r.job_id = ${jobId}::uuid`);
  return row ?? null;
}

/** A person's reports, newest first. */
export async function listReports(
  read: TenantRead,
  filter: { personId: string; cursor: string | null; limit: number },
): Promise<(Omit<ReportItem, 'fileUrl'> & { fileId: string | null })[]> {
  return read.execute<Omit<ReportItem, 'fileUrl'> & { fileId: string | null }>(sql`
    select r.id, r.kind, r.period, r.format, r.job_id as "jobId", j.status, j.progress, j.error, r.file_id as "fileId",
      r.created_at as "createdAt"
    from reports r join jobs j on j.id = r.job_id
    where r.person_id = ${filter.personId}::uuid and (${filter.cursor}::uuid is null or r.id < ${filter.cursor}::uuid)
    order by r.id desc limit ${filter.limit}`);
}

export interface StoredReport {
  sha256: string;
  size: number;
  mediaType: string;
  name: string;
}

/** Gives the report its file. */
export async function attachFile(
  tx: TenantTx,
  reportId: string,
  file: StoredReport & { id: string; createdBy: string },
): Promise<void> {
  await tx.execute(sql`insert into files (id, sha256, size, media_type, name, created_by)
    values (${file.id}::uuid, ${file.sha256}, ${file.size}, ${file.mediaType}, ${file.name}, ${file.createdBy}::uuid)`);
  await tx.execute(sql`update reports set file_id = ${file.id}::uuid where id = ${reportId}::uuid`);
}

/** A file that is a report of this person; other files belong to letters and have rules of their own. */
export async function findReportFile(read: TenantRead, fileId: string, personId: string): Promise<StoredReport | null> {
  const [row] = await read.execute<{
    [K in keyof StoredReport]: StoredReport[K];
  }>(sql`select f.sha256, f.size::int as size,
      f.media_type as "mediaType", f.name
    from files f join reports r on r.file_id = f.id where f.id = ${fileId}::uuid and r.person_id = ${personId}::uuid`);
  return row ?? null;
}

export interface Orderer {
  name: string;
  title: string | null;
  unitId: string | null;
  mayReport: boolean;
  isRegistrar: boolean;
  reader: Reader;
}

/** The person who ordered, with the rights of this moment: they may have changed since. Null for one dismissed. */
export async function findOrderer(
  read: TenantRead,
  personId: string,
  at: { today: string; now: Date },
): Promise<Orderer | null> {
  type Row = { name: string; username: string; given: string[]; positions: ActingPosition[] };
  const [row] = await read.execute<Row>(sql`select p.name, p.username,
      coalesce((select jsonb_agg(r.role) from person_roles r where r.person_id = p.id), '[]') as given,
      (select coalesce(jsonb_agg(h order by h."isActing", h.title), '[]') from (
        select pos.id, pos.unit_id as "unitId", pos.kind, pos.title, a.mode, '[]'::jsonb as acts, a.mode <> 'definitif' as "isActing"
          from assignments a join positions pos on pos.id = a.position_id where a.person_id = p.id
            and ${at.today}::date >= a.starts_on and (a.ends_on is null or ${at.today}::date <= a.ends_on)
        union all
        select pos.id, pos.unit_id, pos.kind, pos.title, 'delegate', to_jsonb(d.acts), true
          from delegations d join positions pos on pos.id = d.position_id where d.person_id = p.id
            and ${at.now}::timestamptz >= d.starts_at and ${at.now}::timestamptz < d.ends_at) h) as positions
    from people p where p.id = ${personId}::uuid and p.active`);
  if (!row) return null;
  const { name, username, given, positions } = row;
  const roles = rolesOf(given, positions);
  const permissions = permissionsOf(roles);
  const main = positions.find((position) => position.mode !== 'delegate');
  return {
    name,
    title: main?.title ?? null,
    unitId: main?.unitId ?? null,
    mayReport: permissions.has('reports.letters'),
    isRegistrar: roles.includes('tu'),
    reader: readerOf({ personId, sessionId: '', name, username, roles, positions, permissions }),
  };
}

/** For each unit the organisation it belongs to: sections count as the unit that they are part of. */
const organisations = sql`organisations as (
  select u.id, u.id as org_id, u.name from units u where u.kind not in ('section', 'other') or u.parent_id is null
  union all
  select u.id, o.org_id, o.name from units u join organisations o on o.id = u.parent_id
    where u.kind in ('section', 'other') and u.parent_id is not null)`;

/**
 * Letters of a span of days, by date: those that got a number, and those that came in. Subjects only where the orderer
 * may read the letter, and never of secret ones: a report is passed on.
 */
export async function listReportLetters(
  read: TenantRead,
  span: { from: string; before: string; timeZone: string },
  orderer: Orderer,
  today: string,
): Promise<ReportLetter[]> {
  return read.execute<{ [K in keyof ReportLetter]: ReportLetter[K] }>(sql`
    with recursive ${organisations}, readable as ${readableIds(asParameters(orderer.reader), today, orderer.isRegistrar)},
    dated as (
      select l.*, case l.direction when 'outgoing' then l.letter_date
        else (l.received_at at time zone ${span.timeZone})::date end as day
      from letters l where (l.direction = 'outgoing' and l.number is not null
          and l.letter_date >= ${span.from}::date and l.letter_date < ${span.before}::date)
        or (l.direction = 'incoming'
          and l.received_at >= (${span.from}::date::timestamp at time zone ${span.timeZone})
          and l.received_at < (${span.before}::date::timestamp at time zone ${span.timeZone})))
    select l.direction, l.number, l.day::text as date, coalesce(t.name, l.type) as type,
      coalesce(own.name, addressed.name, '—') as unit, l.state = 'cancelled' as "isCancelled",
      case when l.secrecy in ('biasa', 'terbatas') and l.id in (select letter_id from readable) then l.subject end as subject
    from dated l
    left join numbers n on n.letter_id = l.id
    left join letter_types t on t.code = l.type
    left join organisations own on own.id = case l.direction when 'outgoing'
      then coalesce((select pos.unit_id from positions pos where pos.id = l.signer_position_id), l.unit_id)
      else (select pos.unit_id from positions pos where pos.id = l.routed_to_position_id) end
    left join lateral (
      select o.name from letter_participants p left join positions pos on pos.id = p.position_id
      join organisations o on o.id = coalesce(p.unit_id, pos.unit_id)
      where p.letter_id = l.id and p.reason = 'addressee' limit 1) addressed on own.name is null
    order by l.day, l.direction desc, n.seq nulls last, l.received_at, l.id`);
}

/** The zone that the office's dates are in. */
export async function findTimeZone(read: TenantRead): Promise<string> {
  const [row] = await read.execute<{ timeZone: string }>(sql`select time_zone as "timeZone" from settings`);
  if (!row) throw new Error('an office without settings');
  return row.timeZone;
}
