import { and, eq, isNull, lt } from 'drizzle-orm';
import type { Clock } from '../core/clock.ts';
import type { IdempotencyStore } from '../core/http/idempotency.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import { idempotencyKeys } from './tables.ts';

/** A claim this old belongs to a request that died; the next one with the same key takes over. */
const abandonedAfterMs = 60_000;
const keptForMs = 24 * 3_600_000;

/** Answers to idempotency keys, kept for a day in the regency's own schema. */
export function createIdempotencyStore(tenancy: Tenancy, clock: Clock): IdempotencyStore {
  return {
    claim: (ctx, key, requestHash) =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        const now = clock.now();
        const mine = and(eq(idempotencyKeys.personId, ctx.actor.personId), eq(idempotencyKeys.key, key));
        await tx
          .delete(idempotencyKeys)
          .where(and(mine, lt(idempotencyKeys.createdAt, new Date(now.getTime() - keptForMs))));
        const inserted = await tx
          .insert(idempotencyKeys)
          .values({ personId: ctx.actor.personId, key, requestHash, createdAt: now })
          .onConflictDoNothing()
          .returning({ key: idempotencyKeys.key });
        if (inserted.length > 0) return 'claimed';
        const [kept] = await tx.select().from(idempotencyKeys).where(mine).limit(1).for('update');
        if (!kept) return 'claimed';
        const abandoned = kept.status === null && now.getTime() - kept.createdAt.getTime() > abandonedAfterMs;
        if (abandoned && kept.requestHash.equals(requestHash)) {
          await tx.update(idempotencyKeys).set({ createdAt: now }).where(mine);
          return 'claimed';
        }
        const answer = kept.status === null ? null : { status: kept.status, body: kept.response };
        return { requestHash: kept.requestHash, answer };
      }),
    keep: (ctx, key, status, body) =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        await tx
          .update(idempotencyKeys)
          .set({ status, response: body })
          .where(and(eq(idempotencyKeys.personId, ctx.actor.personId), eq(idempotencyKeys.key, key)));
      }),
    release: (ctx, key) =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        await tx
          .delete(idempotencyKeys)
          .where(
            and(
              eq(idempotencyKeys.personId, ctx.actor.personId),
              eq(idempotencyKeys.key, key),
              isNull(idempotencyKeys.status),
            ),
          );
      }),
  };
}
