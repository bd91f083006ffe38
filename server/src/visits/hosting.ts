import { sql } from 'drizzle-orm';
import type { OfficeContext } from '../core/http/context.ts';
import type { TenantTx } from '../core/tenancy/index.ts';
import type { Moment } from '../letters/index.ts';
import { hostMeeting } from '../meetings/index.ts';
import { keepMeeting, type VisitRow } from './repository.ts';

/**
 * The visit as a meeting of the host's office: its hosts are invited, the delegation are guests by name. A visit whose
 * dates or people change moves its meeting.
 */
export async function holdMeeting(
  tx: TenantTx,
  ctx: OfficeContext,
  visit: VisitRow,
  known: string | null,
  at: Moment,
): Promise<void> {
  const hosts = await tx.execute<{ id: string }>(
    sql`select position_id as id from visit_assignees where visit_id = ${visit.id}::uuid order by position_id`,
  );
  const meetingId = await hostMeeting(
    tx,
    ctx,
    known,
    {
      title: `Studi komparatif ${visit.guest.name}: ${visit.title}`.slice(0, 300),
      place: visit.place ?? '',
      startsAt: visit.startsAt,
      endsAt: visit.endsAt,
      participants: [
        ...hosts.map(({ id }) => ({ positionId: id, name: null, institution: null })),
        ...visit.delegation.map(({ name }) => ({ positionId: null, name, institution: visit.guest.name })),
      ],
    },
    at,
  );
  await keepMeeting(tx, visit.id, meetingId);
}
