import { audit } from '../core/audit/index.ts';
import { type Clock, dateIn } from '../core/clock.ts';
import type { OfficeContext } from '../core/http/context.ts';
import type { TenantTx } from '../core/tenancy/index.ts';

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
