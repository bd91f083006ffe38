import { type SQL, sql } from 'drizzle-orm';
import type { OfficeContext } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import { positionsFor } from '../core/rights/index.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { holderOf } from '../organization/index.ts';
import type { MeetingItem, ParticipantAnswer } from './schema.ts';

export interface MeetingRow extends MeetingItem {
  link: string | null;
  cancelReason: string | null;
  version: number;
  minutesLetterId: string | null;
  checkInCode: string;
  createdBy: string;
}

/** What a person is to a meeting: by the posts that they hold, or act for when it comes to letters. */
export interface Viewer {
  personId: string;
  positions: string[];
}

export const viewerOf = (ctx: OfficeContext): Viewer => ({
  personId: ctx.actor.personId,
  positions: positionsFor(ctx.actor, 'dispose'),
});

const posts = (viewer: Viewer) => sql`any(${sql.param(viewer.positions)}::uuid[])`;

/** Those invited see a meeting once its invitation is signed; one without a letter, or of a letter that came in, at once. */
const announced = sql`(m.letter_id is null or exists (select from letters l where l.id = m.letter_id
  and (l.direction = 'incoming' or (l.signed_at is not null and l.state <> 'cancelled'))))`;

const organizes = (viewer: Viewer) =>
  sql`(m.created_by = ${viewer.personId}::uuid or m.organizer_position_id = ${posts(viewer)})`;

const isInvited = (viewer: Viewer) => sql`exists (select from meeting_participants p where p.meeting_id = m.id
  and (p.position_id = ${posts(viewer)} or p.represented_by = ${viewer.personId}::uuid))`;

const visible = (viewer: Viewer) => sql`(${organizes(viewer)} or (${announced} and ${isInvited(viewer)}))`;

const post = (id: SQL, today: string) => sql`(select jsonb_build_object('id', pos.id, 'title', pos.title,
  'holder', ${holderOf(sql`pos.id`, today)} ->> 'name') from positions pos where pos.id = ${id})`;

const columns = (viewer: Viewer, today: string) => sql`m.id, m.title, m.place, m.link, m.starts_at as "startsAt",
  m.ends_at as "endsAt", m.secrecy, m.state, m.letter_id as "letterId", m.cancel_reason as "cancelReason", m.version,
  m.minutes_letter_id as "minutesLetterId", m.check_in_code as "checkInCode", m.created_by as "createdBy",
  ${post(sql`m.organizer_position_id`, today)} as organizer, ${announced} as announced, ${organizes(viewer)} as organizes,
  (select p.response from meeting_participants p where p.meeting_id = m.id
    and (p.position_id = ${posts(viewer)} or p.represented_by = ${viewer.personId}::uuid)
    order by p.position_id = ${posts(viewer)} desc limit 1) as response`;

const iso = (row: MeetingRow): MeetingRow => ({
  ...row,
  startsAt: new Date(row.startsAt).toISOString(),
  endsAt: new Date(row.endsAt).toISOString(),
});

type Raw = { [K in keyof MeetingRow]: MeetingRow[K] };

/** Meetings of a span that the person organises or is invited to, the newest entry first. */
export async function listMeetings(
  read: TenantRead,
  viewer: Viewer,
  filter: { from: Date; before: Date; letterId: string | null; cursor: string | null; limit: number },
  today: string,
): Promise<MeetingRow[]> {
  const rows = await read.execute<Raw>(sql`select ${columns(viewer, today)} from meetings m
    where ${visible(viewer)} and m.starts_at < ${filter.before.toISOString()}::timestamptz
      and m.ends_at >= ${filter.from.toISOString()}::timestamptz
      and (${filter.letterId}::uuid is null or m.letter_id = ${filter.letterId}::uuid)
      and (${filter.cursor}::uuid is null or m.id < ${filter.cursor}::uuid)
    order by m.id desc limit ${filter.limit}`);
  return rows.map(iso);
}

/** Meetings that wait for the person's answer, the nearest first. */
export async function listUnanswered(
  read: TenantRead,
  viewer: Viewer,
  at: { now: Date; today: string; limit: number },
): Promise<(MeetingRow & { invitedAt: string })[]> {
  const rows = await read.execute<
    Raw & { invitedAt: string }
  >(sql`select ${columns(viewer, at.today)}, m.updated_at as "invitedAt"
    from meetings m where m.state = 'planned' and m.starts_at > ${at.now.toISOString()}::timestamptz and ${announced}
      and exists (select from meeting_participants p where p.meeting_id = m.id and p.response = 'none'
        and p.position_id = ${posts(viewer)})
    order by m.starts_at limit ${at.limit}`);
  return rows.map((row) => ({ ...iso(row), invitedAt: new Date(row.invitedAt).toISOString() }));
}

export async function findMeeting(
  read: TenantRead,
  viewer: Viewer,
  id: string,
  today: string,
): Promise<MeetingRow | null> {
  const [row] = await read.execute<Raw>(
    sql`select ${columns(viewer, today)} from meetings m where m.id = ${id}::uuid and ${visible(viewer)}`,
  );
  return row ? iso(row) : null;
}

/** Locks a meeting that the person may see. */
export async function lockMeeting(tx: TenantTx, viewer: Viewer, id: string, today: string): Promise<MeetingRow | null> {
  await tx.execute(sql`select from meetings where id = ${id}::uuid for update`);
  return findMeeting(tx, viewer, id, today);
}

export async function listParticipants(
  read: TenantRead,
  viewer: Viewer,
  meetingId: string,
  today: string,
): Promise<ParticipantAnswer[]> {
  type Row = ParticipantAnswer & { attendedAt: string | null };
  const rows = await read.execute<{ [K in keyof Row]: Row[K] }>(sql`
    select p.id, case when p.position_id is not null then ${post(sql`p.position_id`, today)} end as position,
      coalesce(p.name, ${holderOf(sql`p.position_id`, today)} ->> 'name', pos.title) as name,
      coalesce(p.institution, u.name) as institution, p.response, rep.name as "representedBy", p.response_note as note,
      p.attended_at as "attendedAt", came.name as "attendedBy", coalesce(p.position_id = ${posts(viewer)}, false) as mine
    from meeting_participants p left join positions pos on pos.id = p.position_id left join units u on u.id = pos.unit_id
      left join people rep on rep.id = p.represented_by left join people came on came.id = p.attended_by
    where p.meeting_id = ${meetingId}::uuid
    order by p.position_id is null, case pos.kind when 'regent' then 1 when 'deputy_regent' then 2 when 'secretary' then 3 else 4 end,
      p.id`);
  return rows.map((row) => ({
    ...row,
    attendedAt: row.attendedAt === null ? null : new Date(row.attendedAt).toISOString(),
  }));
}

export interface NewParticipant {
  positionId: string | null;
  name: string | null;
  institution: string | null;
}

/** Invites whom the list names and did not name before; leaves out whom it no longer names and who has not come. */
export async function replaceParticipants(
  tx: TenantTx,
  meetingId: string,
  list: readonly NewParticipant[],
): Promise<string[]> {
  const wanted = JSON.stringify(list);
  const keys = sql`jsonb_to_recordset(${wanted}::text::jsonb) as w("positionId" uuid, name text, institution text)`;
  await tx.execute(sql`delete from meeting_participants p where p.meeting_id = ${meetingId}::uuid and p.attended_at is null
    and not exists (select from ${keys} where w."positionId" = p.position_id
      or (w.name is not null and lower(w.name) = lower(p.name)
        and lower(coalesce(w.institution, '')) = lower(coalesce(p.institution, ''))))`);
  const added: string[] = [];
  for (const { positionId, name, institution } of list) {
    const rows = await tx.execute<{ positionId: string | null }>(sql`insert into meeting_participants
        (id, meeting_id, position_id, name, institution)
      values (${newId()}::uuid, ${meetingId}::uuid, ${positionId}::uuid, ${name}, ${institution})
      on conflict do nothing returning position_id as "positionId"`);
    for (const row of rows) if (row.positionId !== null) added.push(row.positionId);
  }
  return added;
}
