import { sql } from 'drizzle-orm';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import { notify } from '../core/notices.ts';
import { outbox } from '../core/queue/index.ts';
import type { TenantTx } from '../core/tenancy/index.ts';
import { type Moment, momentOf } from '../letters/index.ts';
import { meetingProblems as problems } from './problems.ts';
import { lockMeeting, type MeetingRow, viewerOf } from './repository.ts';
import { isCheckInOpen } from './rules.ts';
import type { Respond } from './schema.ts';
import { type MeetingDeps, recordMeeting } from './service.ts';

/** @throws check_in_closed */
export function requireOpen(meeting: { startsAt: Date; endsAt: Date; state: string }, now: Date): void {
  if (isCheckInOpen(meeting, now)) return;
  throw problem(problems.checkInClosed, {
    detail: 'Daftar hadir dibuka satu jam sebelum rapat mulai dan ditutup dua jam sesudah selesai.',
  });
}

/** What those invited do: say whether they come, and that they are there. */
export function createAnsweringService({ tenancy, clock }: MeetingDeps) {
  async function locked(tx: TenantTx, ctx: OfficeContext, id: string, at: Moment): Promise<MeetingRow> {
    const row = await lockMeeting(tx, viewerOf(ctx), id, at.today);
    if (!row) throw problem(commonProblems.notFound, { detail: 'Rapat ini tidak ada.' });
    if (row.state === 'cancelled') throw problem(problems.meetingState, { detail: 'Rapat ini sudah dibatalkan.' });
    return row;
  }

  /** Marks a participant as present; the first time counts. */
  const markPresent = (tx: TenantTx, participantId: string, personId: string | null, now: Date) =>
    tx.execute(sql`update meeting_participants set attended_at = coalesce(attended_at, ${now.toISOString()}::timestamptz),
      attended_by = coalesce(attended_by, ${personId}::uuid) where id = ${participantId}::uuid`);

  return {
    /** @throws not_found, forbidden for posts that are not invited, meeting_state, invalid_meeting */
    respond: async (ctx: OfficeContext, id: string, input: Respond): Promise<void> => {
      const at = momentOf(ctx, clock);
      await tenancy.withTenant(ctx.tenant, async (tx) => {
        const row = await locked(tx, ctx, id, at);
        if (at.now >= new Date(row.endsAt))
          throw problem(problems.meetingState, { detail: 'Rapat ini sudah selesai.' });
        const viewer = viewerOf(ctx);
        const posts =
          input.positionId === undefined
            ? viewer.positions
            : viewer.positions.filter((each) => each === input.positionId);
        if (input.representedBy) {
          const [person] = await tx.execute(sql`select from people where id = ${input.representedBy}::uuid and active`);
          const message = 'Orang ini tidak ada di kantor ini.';
          if (!person)
            throw problem(problems.invalidMeeting, { detail: message, errors: [{ path: 'representedBy', message }] });
        }
        const rows = await tx.execute<{ id: string }>(sql`update meeting_participants set response = ${input.response},
            represented_by = ${input.representedBy ?? null}::uuid, response_note = ${input.note ?? null},
            responded_at = ${at.now.toISOString()}::timestamptz
          where meeting_id = ${id}::uuid and position_id = any(${sql.param(posts)}::uuid[]) returning id`);
        if (rows.length === 0)
          throw problem(commonProblems.forbidden, { detail: 'Jabatan Anda tidak diundang ke rapat ini.' });
        await recordMeeting(tx, ctx, row, 'meeting.answered', { response: input.response });
        if (input.representedBy) {
          await notify(tx, { personIds: [input.representedBy], except: ctx.actor.personId }, at, {
            kind: 'meeting',
            subject: { kind: 'meeting', id },
            textKey: 'meeting.representing',
            values: {
              subject: row.secrecy === 'biasa' ? row.title : 'Rapat dengan sifat tertutup',
              from: ctx.actor.name,
            },
          });
        }
      });
      outbox.poke();
    },

    /** The organiser ticks somebody off, or takes it back. @throws not_found, forbidden, meeting_state */
    mark: async (ctx: OfficeContext, id: string, input: { participantId: string; present: boolean }): Promise<void> => {
      const at = momentOf(ctx, clock);
      await tenancy.withTenant(ctx.tenant, async (tx) => {
        const row = await locked(tx, ctx, id, at);
        if (!row.organizes)
          throw problem(commonProblems.forbidden, { detail: 'Kehadiran dicatat oleh penyelenggara.' });
        const [known] = await tx.execute(sql`select from meeting_participants
          where id = ${input.participantId}::uuid and meeting_id = ${id}::uuid`);
        if (!known) throw problem(commonProblems.notFound, { detail: 'Peserta ini tidak ada.' });
        if (input.present) await markPresent(tx, input.participantId, null, at.now);
        else {
          await tx.execute(sql`update meeting_participants set attended_at = null, attended_by = null
            where id = ${input.participantId}::uuid`);
        }
        await recordMeeting(tx, ctx, row, 'meeting.attendance', { present: input.present });
      });
    },

    /**
     * A signed-in person says by the code on the wall that they are there: for a post that is invited, for whom they
     * stand in, else as a guest of their own office.
     * @throws not_found, check_in_closed
     */
    checkIn: async (ctx: OfficeContext, code: string): Promise<{ title: string; name: string; attendedAt: string }> => {
      const at = momentOf(ctx, clock);
      return tenancy.withTenant(ctx.tenant, async (tx) => {
        const meeting = await findByCode(tx, code);
        if (!meeting) throw problem(commonProblems.notFound, { detail: 'Rapat ini tidak ada.' });
        requireOpen(meeting, at.now);
        const { actor } = ctx;
        const viewer = viewerOf(ctx);
        const [own] = await tx.execute<{ id: string }>(sql`select id from meeting_participants
          where meeting_id = ${meeting.id}::uuid and (position_id = any(${sql.param(viewer.positions)}::uuid[])
            or represented_by = ${actor.personId}::uuid) order by represented_by = ${actor.personId}::uuid desc limit 1`);
        if (own) await markPresent(tx, own.id, actor.personId, at.now);
        else
          await addGuest(
            tx,
            meeting.id,
            { name: actor.name, institution: actor.positions[0]?.title ?? ctx.tenant.name },
            at.now,
          );
        await recordMeeting(tx, ctx, meeting, 'meeting.checked_in');
        return { title: meeting.title, name: actor.name, attendedAt: at.now.toISOString() };
      });
    },
  };
}

export interface CodedMeeting {
  id: string;
  title: string;
  place: string;
  secrecy: string;
  state: string;
  startsAt: Date;
  endsAt: Date;
  organizer: { id: string };
  createdBy: string;
}

/** The meeting that a code on the wall stands for. */
export async function findByCode(tx: Pick<TenantTx, 'execute'>, code: string): Promise<CodedMeeting | null> {
  type Row = Omit<CodedMeeting, 'startsAt' | 'endsAt'> & { startsAt: string; endsAt: string };
  const [row] = await tx.execute<{
    [K in keyof Row]: Row[K];
  }>(sql`select id, title, place, secrecy, state, created_by as "createdBy", starts_at as "startsAt",
    ends_at as "endsAt", jsonb_build_object('id', organizer_position_id) as organizer from meetings where check_in_code = ${code}`);
  return row ? { ...row, startsAt: new Date(row.startsAt), endsAt: new Date(row.endsAt) } : null;
}

/** A guest who is there; the same name and institution twice is one guest. */
export async function addGuest(
  tx: TenantTx,
  meetingId: string,
  guest: { name: string; institution: string },
  now: Date,
): Promise<void> {
  await tx.execute(sql`insert into meeting_participants (id, meeting_id, name, institution, attended_at)
    values (${newId()}::uuid, ${meetingId}::uuid, ${guest.name}, ${guest.institution}, ${now.toISOString()}::timestamptz)
    on conflict (meeting_id, lower(name), lower(coalesce(institution, ''))) where name is not null
    do update set attended_at = coalesce(meeting_participants.attended_at, excluded.attended_at)`);
}
