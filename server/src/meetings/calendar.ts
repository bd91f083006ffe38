import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import icalendar, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { audit } from '../core/audit/index.ts';
import { dateIn } from '../core/clock.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext, OfficeTenant } from '../core/http/context.ts';
import type { TenantRead } from '../core/tenancy/index.ts';
import { officeUrl } from '../tenants/index.ts';
import { listMeetings, type MeetingRow } from './repository.ts';
import type { MeetingDeps } from './service.ts';

/** How far a feed looks back and ahead, in days; a calendar keeps what it saw before. */
const [daysBack, daysAhead] = [92, 400];
const day = 86_400_000;
/** A calendar takes no more than this many. */
const maxEntries = 2000;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/**
 * A person's meetings as a calendar (RFC 5545). What is secret shows that one is busy, and nothing else: the feed leaves
 * the office.
 */
function calendarOf(tenant: OfficeTenant, meetings: readonly MeetingRow[], base: string, now: Date): string {
  const calendar = icalendar({
    name: `Agenda ${tenant.name}`,
    prodId: { company: 'Madangan', product: 'e-Office', language: 'ID' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  });
  for (const meeting of meetings) {
    const isOpen = meeting.secrecy === 'biasa' || meeting.secrecy === 'terbatas';
    const event = calendar.createEvent({
      id: `${meeting.id}@${new URL(base).hostname}`,
      sequence: meeting.version - 1,
      start: new Date(meeting.startsAt),
      end: new Date(meeting.endsAt),
      stamp: now,
      summary: isOpen ? meeting.title : 'Rapat tertutup',
      status: meeting.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      url: `${base}/agenda/${meeting.id}`,
    });
    if (!isOpen) continue;
    if (meeting.place !== '') event.location(meeting.place);
    if (meeting.link !== null) event.description(meeting.link);
  }
  return calendar.toString();
}

/** Calendars elsewhere that follow a person's meetings by a secret address. */
export function createCalendarService({ tenancy, clock, publicUrl }: MeetingDeps) {
  const statusOf = async (read: TenantRead, personId: string) => {
    const [row] = await read.execute<{ createdAt: string }>(
      sql`select created_at as "createdAt" from calendar_feeds where person_id = ${personId}::uuid`,
    );
    return { active: row !== undefined, createdAt: row ? new Date(row.createdAt).toISOString() : null, url: null };
  };
  const record = (tx: Parameters<typeof audit>[0], ctx: OfficeContext, action: string) =>
    audit(tx, {
      actor: { personId: ctx.actor.personId, name: ctx.actor.name },
      action,
      subject: { kind: 'person', id: ctx.actor.personId },
    });

  return {
    status: (ctx: OfficeContext) => tenancy.readTenant(ctx.tenant, (read) => statusOf(read, ctx.actor.personId)),

    /** Makes the address anew; the one before ends. Only this answer holds it. */
    open: (ctx: OfficeContext) =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        const token = randomBytes(24).toString('base64url');
        const now = clock.now().toISOString();
        await tx.execute(sql`insert into calendar_feeds (person_id, token_hash, created_at)
          values (${ctx.actor.personId}::uuid, ${hashOf(token)}, ${now}::timestamptz)
          on conflict (person_id) do update set token_hash = excluded.token_hash, created_at = excluded.created_at`);
        await record(tx, ctx, 'calendar.opened');
        const url = `${officeUrl(publicUrl, ctx.tenant.slug)}/api/v1/calendars/${token}`;
        return { active: true, createdAt: now, url };
      }),

    end: (ctx: OfficeContext) =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        await tx.execute(sql`delete from calendar_feeds where person_id = ${ctx.actor.personId}::uuid`);
        await record(tx, ctx, 'calendar.ended');
        return statusOf(tx, ctx.actor.personId);
      }),

    /** @throws not_found for an address that ended, or a person who left */
    feed: (tenant: OfficeTenant, token: string): Promise<string> =>
      tenancy.readTenant(tenant, async (read) => {
        const now = clock.now();
        const today = dateIn(tenant.timeZone, now);
        const [person] = await read.execute<{ id: string; positions: string[] }>(sql`select p.id,
            coalesce((select jsonb_agg(a.position_id) from assignments a where a.person_id = p.id
              and ${today}::date >= a.starts_on and (a.ends_on is null or ${today}::date <= a.ends_on)), '[]') as positions
          from calendar_feeds f join people p on p.id = f.person_id and p.active where f.token_hash = ${hashOf(token)}`);
        if (!person) throw problem(commonProblems.notFound, { detail: 'Alamat kalender ini tidak berlaku lagi.' });
        const meetings = await listMeetings(
          read,
          { personId: person.id, positions: person.positions },
          {
            from: new Date(now.getTime() - daysBack * day),
            before: new Date(now.getTime() + daysAhead * day),
            letterId: null,
            cursor: null,
            limit: maxEntries,
          },
          today,
        );
        return calendarOf(tenant, meetings, officeUrl(publicUrl, tenant.slug), now);
      }),
  };
}
