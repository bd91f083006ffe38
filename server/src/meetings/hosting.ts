import { sql } from 'drizzle-orm';
import { qrSvg } from '../adapters/typesetting/index.ts';
import { type AuditActor, audit } from '../core/audit/index.ts';
import { problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import { notify } from '../core/notices.ts';
import { events } from '../core/queue/index.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { newVerifyCode } from '../core/verify-code.ts';
import type { Moment } from '../letters/index.ts';
import { officeUrl } from '../tenants/index.ts';
import { meetingProblems as problems } from './problems.ts';
import { type NewParticipant, replaceParticipants } from './repository.ts';
import { checkInWindow } from './rules.ts';
import { recordMeeting } from './service.ts';

/** A meeting that another capability holds in this office, such as the visit of another regency. */
export interface HostedMeeting {
  title: string;
  place: string;
  startsAt: Date;
  endsAt: Date;
  participants: readonly NewParticipant[];
}

async function invitedPosts(tx: TenantTx, id: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(
    sql`select position_id as id from meeting_participants where meeting_id = ${id}::uuid and position_id is not null`,
  );
  return rows.map((row) => row.id);
}

async function insertMeeting(
  tx: TenantTx,
  ctx: OfficeContext,
  meeting: HostedMeeting,
  at: Moment,
): Promise<{ id: string; organizer: { id: string } }> {
  const organizer = ctx.actor.positions.find((each) => each.mode !== 'delegate');
  if (!organizer) {
    const message = 'Rapat diadakan dari sebuah jabatan. Mintalah administrator daerah Anda mengisi jabatan Anda.';
    throw problem(problems.invalidMeeting, { detail: message });
  }
  const id = newId();
  await tx.execute(sql`insert into meetings (id, title, place, starts_at, ends_at, organizer_position_id, created_by,
      check_in_code, created_at, updated_at)
    values (${id}::uuid, ${meeting.title}, ${meeting.place}, ${meeting.startsAt.toISOString()}::timestamptz,
      ${meeting.endsAt.toISOString()}::timestamptz, ${organizer.id}::uuid, ${ctx.actor.personId}::uuid,
      ${newVerifyCode()}, ${at.now.toISOString()}::timestamptz, ${at.now.toISOString()}::timestamptz)`);
  return { id, organizer: { id: organizer.id } };
}

/** Changes a meeting that still stands. @returns null when it was called off, or is not there */
async function moveMeeting(tx: TenantTx, id: string, meeting: HostedMeeting, at: Moment) {
  const [before] = await tx.execute<{
    organizerId: string;
    startsAt: string;
    endsAt: string;
    place: string;
  }>(sql`select organizer_position_id as "organizerId", starts_at as "startsAt", ends_at as "endsAt", place
    from meetings where id = ${id}::uuid and state = 'planned' for update`);
  if (!before) return null;
  await tx.execute(sql`update meetings set title = ${meeting.title}, place = ${meeting.place},
    starts_at = ${meeting.startsAt.toISOString()}::timestamptz, ends_at = ${meeting.endsAt.toISOString()}::timestamptz,
    version = version + 1, updated_at = ${at.now.toISOString()}::timestamptz where id = ${id}::uuid`);
  const hasMoved =
    new Date(before.startsAt).getTime() !== meeting.startsAt.getTime() ||
    new Date(before.endsAt).getTime() !== meeting.endsAt.getTime() ||
    before.place !== meeting.place;
  if (hasMoved) {
    // An answer was to the old time.
    await tx.execute(sql`update meeting_participants set response = 'none', represented_by = null, responded_at = null
      where meeting_id = ${id}::uuid and attended_at is null`);
  }
  return { id, organizer: { id: before.organizerId }, hasMoved };
}

/**
 * Holds a meeting, or moves the one held before; the rights are the calling capability's. Those invited are told.
 * @returns its id: another than `known` when that one was called off
 * @throws invalid_meeting for people without a post
 */
export async function hostMeeting(
  tx: TenantTx,
  ctx: OfficeContext,
  known: string | null,
  meeting: HostedMeeting,
  at: Moment,
): Promise<string> {
  const moved = known === null ? null : await moveMeeting(tx, known, meeting, at);
  const held = moved ?? (await insertMeeting(tx, ctx, meeting, at));
  const before = moved ? await invitedPosts(tx, held.id) : [];
  const added = await replaceParticipants(tx, held.id, meeting.participants);
  await recordMeeting(tx, ctx, held, moved ? 'meeting.changed' : 'meeting.created');
  const tell = (positionIds: string[], textKey: string) =>
    notify(tx, { positionIds, except: ctx.actor.personId }, at, {
      kind: 'meeting',
      subject: { kind: 'meeting', id: held.id },
      textKey,
      values: { subject: meeting.title, from: ctx.tenant.name },
    });
  await tell(added, 'meeting.invited');
  const still = (await invitedPosts(tx, held.id)).filter((each) => before.includes(each));
  if (moved?.hasMoved) await tell(still, 'meeting.moved');
  return held.id;
}

/** Calls a hosted meeting off; one that was called off stays so. */
export async function callOffMeeting(
  tx: TenantTx,
  id: string,
  why: { reason: string; actor: AuditActor; from: string },
  at: Moment,
): Promise<void> {
  const [row] = await tx.execute<{ title: string; createdBy: string; organizerId: string }>(sql`update meetings
    set state = 'cancelled', cancel_reason = ${why.reason.slice(0, 500)}, version = version + 1,
      updated_at = ${at.now.toISOString()}::timestamptz
    where id = ${id}::uuid and state = 'planned'
    returning title, created_by as "createdBy", organizer_position_id as "organizerId"`);
  if (!row) return;
  await audit(tx, { actor: why.actor, action: 'meeting.cancelled', subject: { kind: 'meeting', id } });
  const positionIds = [row.organizerId, ...(await invitedPosts(tx, id))];
  await events.publish(tx, { topic: 'meetings', id, personIds: [row.createdBy], positionIds });
  await notify(tx, { positionIds, ...(why.actor.personId ? { except: why.actor.personId } : {}) }, at, {
    kind: 'meeting',
    subject: { kind: 'meeting', id },
    textKey: 'meeting.cancelled',
    values: { subject: row.title, from: why.from },
  });
}

/** A hosted meeting as the capability that holds it shows it: who is there, and where people say that they are. */
export async function readHostedMeeting(read: TenantRead, office: { slug: string; publicUrl: string }, id: string) {
  const [row] = await read.execute<{
    code: string;
    startsAt: string;
    endsAt: string;
    minutesLetterId: string | null;
    present: { name: string; institution: string | null }[];
  }>(sql`select m.check_in_code as code, m.starts_at as "startsAt", m.ends_at as "endsAt",
      m.minutes_letter_id as "minutesLetterId",
      (select coalesce(jsonb_agg(jsonb_build_object('name', coalesce(p.name, who.name, pos.title),
          'institution', p.institution) order by p.attended_at, p.id), '[]')
        from meeting_participants p left join positions pos on pos.id = p.position_id
          left join people who on who.id = p.attended_by
        where p.meeting_id = m.id and p.attended_at is not null) as present
    from meetings m where m.id = ${id}::uuid`);
  if (!row) throw new Error(`meeting ${id} is not there`);
  const span = checkInWindow({ startsAt: new Date(row.startsAt), endsAt: new Date(row.endsAt) });
  const url = `${officeUrl(office.publicUrl, office.slug)}/hadir/${row.code}`;
  return {
    id,
    minutesLetterId: row.minutesLetterId,
    present: row.present,
    checkIn: {
      url,
      qrSvg: qrSvg(url),
      opensAt: span.opensAt.toISOString(),
      closesAt: span.closesAt.toISOString(),
    },
  };
}
