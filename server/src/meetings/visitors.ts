import { audit } from '../core/audit/index.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeTenant } from '../core/http/context.ts';
import { events, outbox } from '../core/queue/index.ts';
import { parseVerifyCode } from '../core/verify-code.ts';
import { addGuest, findByCode, requireOpen } from './answering.ts';
import { isCheckInOpen } from './rules.ts';
import type { CheckIn } from './schema.ts';
import type { MeetingDeps } from './service.ts';

const unknown = () => problem(commonProblems.notFound, { detail: 'Rapat ini tidak ada. Pindai lagi kodenya.' });

/** Guests who scan the code on the wall. They see that there is a meeting, and of one that is not open to all no more. */
export function createVisitorService({ tenancy, clock }: MeetingDeps) {
  return {
    /** @throws not_found */
    look: (tenant: OfficeTenant, typed: string) =>
      tenancy.readTenant(tenant, async (read) => {
        const code = parseVerifyCode(typed);
        const meeting = code === null ? null : await findByCode(read, code);
        if (!meeting) throw unknown();
        const isPublic = meeting.secrecy === 'biasa';
        return {
          title: isPublic ? meeting.title : 'Rapat tertutup',
          place: isPublic && meeting.place !== '' ? meeting.place : null,
          startsAt: meeting.startsAt.toISOString(),
          endsAt: meeting.endsAt.toISOString(),
          open: isPublic && isCheckInOpen(meeting, clock.now()),
        };
      }),

    /** @throws not_found, also for a meeting that is not open to all; check_in_closed */
    checkIn: async (tenant: OfficeTenant, typed: string, guest: CheckIn) => {
      const code = parseVerifyCode(typed);
      const now = clock.now();
      const answer = await tenancy.withTenant(tenant, async (tx) => {
        const meeting = code === null ? null : await findByCode(tx, code);
        if (meeting?.secrecy !== 'biasa') throw unknown();
        requireOpen(meeting, now);
        await addGuest(tx, meeting.id, guest, now);
        await audit(tx, {
          actor: { personId: null, name: guest.name },
          action: 'meeting.guest_checked_in',
          subject: { kind: 'meeting', id: meeting.id },
        });
        const { id, createdBy, organizer } = meeting;
        await events.publish(tx, { topic: 'meetings', id, personIds: [createdBy], positionIds: [organizer.id] });
        return { title: meeting.title, name: guest.name, attendedAt: now.toISOString() };
      });
      outbox.poke();
      return answer;
    },
  };
}
