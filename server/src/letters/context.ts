import { sql } from 'drizzle-orm';
import { audit } from '../core/audit/index.ts';
import { type Clock, dateIn } from '../core/clock.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import { events } from '../core/queue/index.ts';
import type { DelegatedAct } from '../core/rights/index.ts';
import type { TenantTx } from '../core/tenancy/index.ts';
import { findActors } from './people-lookup.ts';

/** One moment of a use case: the instant, and the date that it has in the regency's zone. */
export interface Moment {
  now: Date;
  today: string;
}

export function momentOf(ctx: Pick<OfficeContext, 'tenant'>, clock: Clock): Moment {
  const now = clock.now();
  return { now, today: dateIn(ctx.tenant.timeZone, now) };
}

/**
 * Writes an event of a letter into the audit log, from which the letter's history is told. `detail` holds facts such as
 * `version`, `round`, `ordinal`, never content.
 * @param positionId the position acted for, if any
 */
export async function recordEvent(
  tx: TenantTx,
  ctx: OfficeContext,
  event: { letterId: string; action: `letter.${string}`; positionId?: string | null; detail?: Record<string, unknown> },
): Promise<void> {
  const { actor } = ctx;
  const position =
    actor.positions.find((each) => each.id === event.positionId) ?? actor.positions.find((p) => p.mode !== 'delegate');
  await audit(tx, {
    actor: { personId: actor.personId, name: actor.name, positionTitle: position?.title ?? null },
    action: event.action,
    subject: { kind: 'letter', id: event.letterId },
    detail: event.detail ?? {},
  });
}

export interface LetterNotice {
  letterId: string;
  /** Key of the text that the person reads, such as `letter.to_approve`. */
  textKey: `letter.${string}`;
  textValues: Record<string, string>;
}

/** Puts a notice into people's lists and tells their open pages. */
export async function notifyPeople(tx: TenantTx, personIds: readonly string[], notice: LetterNotice): Promise<void> {
  if (personIds.length === 0) return;
  const rows = [...new Set(personIds)].map(
    (
      personId,
    ) => sql`(${newId()}::uuid, ${personId}::uuid, 'letter', 'letter', ${notice.letterId}::uuid, ${notice.textKey},
      ${JSON.stringify(notice.textValues)}::text::jsonb)`,
  );
  await tx.execute(sql`insert into notices (id, person_id, kind, subject_kind, subject_id, text_key, text_values)
    values ${sql.join(rows, sql`, `)}`);
  await events.publish(tx, { topic: 'notices', personIds: [...new Set(personIds)] });
}

/** The same for everybody who may do `act` for a position now: its holder and delegates. */
export async function notifyPosition(
  tx: TenantTx,
  position: { id: string; act: DelegatedAct },
  at: Moment,
  notice: LetterNotice,
): Promise<void> {
  await notifyPeople(tx, await findActors(tx, position.id, position.act, at), notice);
}
