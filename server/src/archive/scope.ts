import { type SQL, sql } from 'drizzle-orm';
import { audit } from '../core/audit/index.ts';
import type { OfficeContext } from '../core/http/context.ts';
import type { TenantTx } from '../core/tenancy/index.ts';
import { asParameters, readableIds, readerOf, servedUnits } from '../letters/index.ts';

/** A condition on a unit's id (SQL): its dossiers are the person's business. Says nothing about the letters in them. */
export function withinScope(ctx: OfficeContext, unitId: SQL, today: string): SQL {
  if (ctx.actor.permissions.has('archive.centre')) return sql`true`;
  const held = ctx.actor.positions.filter((each) => each.mode !== 'delegate').map((each) => each.unitId);
  const own = sql`${unitId} in (with recursive own as (
      select u.id from units u where u.id = any(${sql.param(held)}::uuid[])
      union select u.id from units u join own on u.parent_id = own.id) select id from own)`;
  const { registryUnits } = readerOf(ctx.actor);
  if (registryUnits.length === 0) return own;
  return sql`(${own} or ${unitId} in ${servedUnits(sql.param(registryUnits), today)})`;
}

/**
 * Ids of the letters that the person may read, as a subquery: filing a letter lets nobody read it.
 * @param scope `envelope` adds secret letters of which registrars see the envelope
 */
export function readableBy(ctx: OfficeContext, today: string, scope: 'full' | 'envelope' = 'full'): SQL {
  const reader = readerOf(ctx.actor);
  return readableIds(asParameters(reader), today, reader.registryUnits.length > 0, scope);
}

/** Writes an act into the audit log, under the person's own position. */
export function record(
  tx: TenantTx,
  ctx: OfficeContext,
  action: `${'dossier' | 'disposal' | 'retention' | 'hold'}.${string}`,
  subject: { kind: string; id: string },
  detail: Record<string, unknown> = {},
): Promise<void> {
  const { actor } = ctx;
  const position = actor.positions.find((each) => each.mode !== 'delegate');
  return audit(tx, {
    actor: { personId: actor.personId, name: actor.name, positionTitle: position?.title ?? null },
    action,
    subject,
    detail,
  });
}
