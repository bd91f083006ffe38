import { eq, sql } from 'drizzle-orm';
import { qrSvg } from '../adapters/typesetting/index.ts';
import { audit } from '../core/audit/index.ts';
import { type Clock, endOfDate, startOfDate } from '../core/clock.ts';
import { commonProblems, type FieldError, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { type Page, toPage } from '../core/http/pagination.ts';
import { newId } from '../core/ids.ts';
import { notify } from '../core/notices.ts';
import { events, outbox } from '../core/queue/index.ts';
import type { Tenancy, TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { newVerifyCode } from '../core/verify-code.ts';
import {
  findReadingReasons,
  type LetterRecord,
  letterNotFound,
  letters,
  type Moment,
  momentOf,
} from '../letters/index.ts';
import { holderOf } from '../organization/index.ts';
import { officeUrl } from '../tenants/index.ts';
import { meetingProblems as problems } from './problems.ts';
import {
  findMeeting,
  listMeetings,
  listParticipants,
  lockMeeting,
  type MeetingRow,
  type NewParticipant,
  replaceParticipants,
  viewerOf,
} from './repository.ts';
import { checkInWindow, readInvitation, spanFault } from './rules.ts';
import type {
  CreateMeeting,
  MeetingAnswer,
  MeetingItem,
  MeetingQuery,
  ParticipantInput,
  Suggestion,
  UpdateMeeting,
} from './schema.ts';

export interface MeetingDeps {
  tenancy: Tenancy;
  clock: Clock;
  /** Without a slash at its end. */
  publicUrl: string;
}

const notFound = () => problem(commonProblems.notFound, { detail: 'Rapat ini tidak ada.' });

const itemOf = (row: MeetingRow): MeetingItem => {
  const {
    link: _,
    cancelReason: __,
    version: ___,
    minutesLetterId: ____,
    checkInCode: _____,
    createdBy: ______,
    ...item
  } = row;
  return item;
};

/** Notices stand in lists: the title of a meeting that is not open to all does not belong there. */
const noticeTitle = (meeting: Pick<MeetingRow, 'title' | 'secrecy'>): string =>
  meeting.secrecy === 'biasa' ? meeting.title : 'Rapat dengan sifat tertutup';

/** Records an act on a meeting and tells the pages of those concerned. */
export async function recordMeeting(
  tx: TenantTx,
  ctx: OfficeContext,
  meeting: { id: string; organizer: { id: string } },
  action: `meeting.${string}`,
  detail: Record<string, unknown> = {},
): Promise<void> {
  const { personId, name } = ctx.actor;
  await audit(tx, { actor: { personId, name }, action, subject: { kind: 'meeting', id: meeting.id }, detail });
  const invited = await tx.execute<{ id: string }>(
    sql`select position_id as id from meeting_participants where meeting_id = ${meeting.id}::uuid and position_id is not null`,
  );
  const positionIds = [meeting.organizer.id, ...invited.map((each) => each.id)];
  await events.publish(tx, { topic: 'meetings', id: meeting.id, personIds: [personId], positionIds });
}

/** Meetings: entered from an invitation or on their own, changed, called off. Who organises: whoever entered one, and the post that holds it. */
export function createMeetingService({ tenancy, clock, publicUrl }: MeetingDeps) {
  async function answerOf(read: TenantRead, ctx: OfficeContext, id: string, at: Moment): Promise<MeetingAnswer> {
    const viewer = viewerOf(ctx);
    const row = await findMeeting(read, viewer, id, at.today);
    if (!row) throw notFound();
    const { link, cancelReason, version, minutesLetterId, checkInCode: code } = row;
    const participants = await listParticipants(read, viewer, id, at.today);
    const span = checkInWindow({ startsAt: new Date(row.startsAt), endsAt: new Date(row.endsAt) });
    const url = `${officeUrl(publicUrl, ctx.tenant.slug)}/hadir/${code}`;
    const checkIn = {
      code,
      url,
      qrSvg: qrSvg(url),
      opensAt: span.opensAt.toISOString(),
      closesAt: span.closesAt.toISOString(),
    };
    return {
      ...itemOf(row),
      link,
      cancelReason,
      version,
      minutesLetterId,
      participants,
      checkIn: row.organizes ? checkIn : null,
    };
  }

  /** @returns what is invited, and every post that does not exist today */
  async function resolveParticipants(read: TenantRead, list: readonly ParticipantInput[], today: string) {
    const ids = list.flatMap((each) => (each.kind === 'position' ? [each.id] : []));
    const known = await read.execute<{
      id: string;
    }>(sql`select id from positions where id = any(${sql.param(ids)}::uuid[])
      and (valid_to is null or valid_to >= ${today}::date)`);
    const exists = new Set(known.map((each) => each.id));
    const faults: FieldError[] = [];
    const invited: NewParticipant[] = [];
    for (const [index, each] of list.entries()) {
      if (each.kind === 'guest')
        invited.push({ positionId: null, name: each.name, institution: each.institution ?? null });
      else if (exists.has(each.id)) invited.push({ positionId: each.id, name: null, institution: null });
      else faults.push({ path: `participants.${index}.id`, message: 'Jabatan ini tidak ada di kantor ini.' });
    }
    return { invited, faults };
  }

  const refuse = (errors: FieldError[]) =>
    problem(problems.invalidMeeting, { detail: errors[0]?.message ?? 'Periksa isiannya.', errors });

  /** A letter that the person may read. @throws not_found */
  async function readableLetter(read: TenantRead, ctx: OfficeContext, id: string, at: Moment): Promise<LetterRecord> {
    const [[letter], reasons] = await Promise.all([
      read.select().from(letters).where(eq(letters.id, id)).limit(1),
      findReadingReasons(read, ctx, id, at.today),
    ]);
    if (!letter || reasons.length === 0) throw letterNotFound();
    return letter;
  }

  async function tellInvited(
    tx: TenantTx,
    ctx: OfficeContext,
    id: string,
    positionIds: string[],
    textKey: string,
    at: Moment,
  ) {
    const row = await findMeeting(tx, viewerOf(ctx), id, at.today);
    if (!row?.announced || positionIds.length === 0) return;
    await notify(tx, { positionIds, except: ctx.actor.personId }, at, {
      kind: 'meeting',
      subject: { kind: 'meeting', id },
      textKey,
      values: { subject: noticeTitle(row), from: row.organizer.title },
    });
  }

  /** Locks a meeting that the person organises and that can still change. */
  async function lockOrganized(
    tx: TenantTx,
    ctx: OfficeContext,
    id: string,
    at: Moment,
    seen: number | undefined,
  ): Promise<MeetingRow> {
    const row = await lockMeeting(tx, viewerOf(ctx), id, at.today);
    if (!row) throw notFound();
    if (!row.organizes) throw problem(commonProblems.forbidden, { detail: 'Rapat diatur oleh penyelenggaranya.' });
    if (seen !== undefined && seen !== row.version) {
      throw problem(commonProblems.staleVersion, {
        detail: 'Rapat ini sudah diubah. Muat ulang, lalu periksa kembali.',
        extra: { version: row.version },
      });
    }
    if (row.state === 'cancelled') throw problem(problems.meetingState, { detail: 'Rapat ini sudah dibatalkan.' });
    return row;
  }

  async function invitedPosts(tx: TenantTx, id: string): Promise<string[]> {
    const rows = await tx.execute<{ id: string }>(
      sql`select position_id as id from meeting_participants where meeting_id = ${id}::uuid and position_id is not null`,
    );
    return rows.map((row) => row.id);
  }

  return {
    list: (ctx: OfficeContext, query: MeetingQuery): Promise<Page<MeetingItem>> =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const { today } = momentOf(ctx, clock);
        const { timeZone } = ctx.tenant;
        const from = query.from ?? today;
        const to = query.to ?? `${Number(from.slice(0, 4)) + 1}${from.slice(4).replace('-02-29', '-02-28')}`;
        const rows = await listMeetings(
          read,
          viewerOf(ctx),
          {
            from: query.letterId && !query.from ? new Date(0) : startOfDate(from, timeZone),
            before: endOfDate(to, timeZone),
            letterId: query.letterId ?? null,
            cursor: query.cursor ?? null,
            limit: query.limit + 1,
          },
          today,
        );
        const page = toPage(rows, query.limit);
        return { items: page.items.map(itemOf), nextCursor: page.nextCursor };
      }),

    /** @throws not_found */
    get: (ctx: OfficeContext, id: string): Promise<MeetingAnswer> =>
      tenancy.readTenant(ctx.tenant, (read) => answerOf(read, ctx, id, momentOf(ctx, clock))),

    /** @throws not_found for a letter that one may not read, invalid_meeting with every field at fault */
    create: async (ctx: OfficeContext, input: CreateMeeting): Promise<MeetingAnswer> => {
      const at = momentOf(ctx, clock);
      const answer = await tenancy.withTenant(ctx.tenant, async (tx) => {
        const letter = input.letterId ? await readableLetter(tx, ctx, input.letterId, at) : null;
        const [startsAt, endsAt] = [new Date(input.startsAt), new Date(input.endsAt)];
        const { invited, faults } = await resolveParticipants(tx, input.participants, at.today);
        const span = spanFault(startsAt, endsAt);
        if (span !== null) faults.unshift({ path: 'endsAt', message: span });
        const held = ctx.actor.positions.filter((each) => each.mode !== 'delegate');
        const organizer = input.organizerPositionId
          ? held.find((each) => each.id === input.organizerPositionId)
          : held[0];
        if (!organizer) faults.push({ path: 'organizerPositionId', message: 'Jabatan ini bukan jabatan Anda.' });
        if (faults.length > 0 || !organizer) throw refuse(faults);
        const id = newId();
        await tx.execute(sql`insert into meetings (id, letter_id, title, place, link, starts_at, ends_at, secrecy,
            organizer_position_id, created_by, check_in_code, created_at, updated_at)
          values (${id}::uuid, ${letter?.id ?? null}::uuid, ${input.title}, ${input.place}, ${input.link},
            ${startsAt.toISOString()}::timestamptz, ${endsAt.toISOString()}::timestamptz, ${letter?.secrecy ?? input.secrecy},
            ${organizer.id}::uuid, ${ctx.actor.personId}::uuid, ${newVerifyCode()}, ${at.now.toISOString()}::timestamptz,
            ${at.now.toISOString()}::timestamptz)`);
        const added = await replaceParticipants(tx, id, invited);
        await recordMeeting(tx, ctx, { id, organizer }, 'meeting.created', { letterId: letter?.id ?? null });
        await tellInvited(tx, ctx, id, added, 'meeting.invited', at);
        return answerOf(tx, ctx, id, at);
      });
      outbox.poke();
      return answer;
    },

    /** @throws not_found, forbidden, stale_version, meeting_state, invalid_meeting */
    update: async (ctx: OfficeContext, id: string, input: UpdateMeeting): Promise<MeetingAnswer> => {
      const at = momentOf(ctx, clock);
      const answer = await tenancy.withTenant(ctx.tenant, async (tx) => {
        const row = await lockOrganized(tx, ctx, id, at, input.version);
        const startsAt = new Date(input.startsAt ?? row.startsAt);
        const endsAt = new Date(input.endsAt ?? row.endsAt);
        const { invited, faults } = await resolveParticipants(tx, input.participants ?? [], at.today);
        const span = spanFault(startsAt, endsAt);
        if (span !== null) faults.unshift({ path: 'endsAt', message: span });
        if (faults.length > 0) throw refuse(faults);
        const { title = row.title, place = row.place, link = row.link } = input;
        await tx.execute(sql`update meetings set title = ${title}, place = ${place}, link = ${link},
            starts_at = ${startsAt.toISOString()}::timestamptz, ends_at = ${endsAt.toISOString()}::timestamptz,
            version = version + 1, updated_at = ${at.now.toISOString()}::timestamptz where id = ${id}::uuid`);
        const before = await invitedPosts(tx, id);
        const added = input.participants === undefined ? [] : await replaceParticipants(tx, id, invited);
        const hasMoved =
          startsAt.toISOString() !== row.startsAt || endsAt.toISOString() !== row.endsAt || place !== row.place;
        if (hasMoved) {
          // An answer was to the old time.
          await tx.execute(sql`update meeting_participants set response = 'none', represented_by = null, responded_at = null
            where meeting_id = ${id}::uuid and attended_at is null`);
        }
        await recordMeeting(tx, ctx, row, 'meeting.changed', { hasMoved });
        await tellInvited(tx, ctx, id, added, 'meeting.invited', at);
        const still = (await invitedPosts(tx, id)).filter((each) => before.includes(each));
        if (hasMoved) await tellInvited(tx, ctx, id, still, 'meeting.moved', at);
        return answerOf(tx, ctx, id, at);
      });
      outbox.poke();
      return answer;
    },

    /** @throws not_found, forbidden, stale_version, meeting_state */
    cancel: async (ctx: OfficeContext, id: string, input: { reason: string; version?: number | undefined }) => {
      const at = momentOf(ctx, clock);
      const answer = await tenancy.withTenant(ctx.tenant, async (tx) => {
        const row = await lockOrganized(tx, ctx, id, at, input.version);
        await tx.execute(sql`update meetings set state = 'cancelled', cancel_reason = ${input.reason}, version = version + 1,
          updated_at = ${at.now.toISOString()}::timestamptz where id = ${id}::uuid`);
        await recordMeeting(tx, ctx, row, 'meeting.cancelled', { reason: input.reason });
        await tellInvited(tx, ctx, id, await invitedPosts(tx, id), 'meeting.cancelled', at);
        return answerOf(tx, ctx, id, at);
      });
      outbox.poke();
      return answer;
    },

    /** What a letter says of its meeting, for the form. @throws not_found */
    suggest: (ctx: OfficeContext, letterId: string): Promise<Suggestion> =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const at = momentOf(ctx, clock);
        const letter = await readableLetter(read, ctx, letterId, at);
        type Row = { name: string; positionId: string | null; holder: string | null };
        const recipients = await read.execute<{ [K in keyof Row]: Row[K] }>(sql`
          select to_.name, to_."positionId", ${holderOf(sql`to_."positionId"`, at.today)} ->> 'name' as holder from (
            select r.name, r.ordinal, coalesce(r.position_id, (select pos.id from positions pos where pos.unit_id = r.unit_id
                and pos.kind in ('regent', 'secretary', 'unit_head') and (pos.valid_to is null or pos.valid_to >= ${at.today}::date)
                order by pos.kind, pos.id limit 1)) as "positionId"
            from letter_recipients r where r.letter_id = ${letterId}::uuid and r.role = 'to') to_
          order by to_.ordinal limit 300`);
        const invited = recipients.map(({ positionId, name, holder }) =>
          positionId === null
            ? { kind: 'guest' as const, name: name.slice(0, 200), institution: null, label: name, holder: null }
            : { kind: 'position' as const, id: positionId, label: name, holder },
        );
        const own = letter.direction === 'incoming' ? [] : invited;
        return { title: letter.subject.slice(0, 300), ...readInvitation(letter.body), participants: own };
      }),
  };
}
