import { sql } from 'drizzle-orm';
import type { Clock } from '../core/clock.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import { lockReadable, momentOf, recordEvent } from '../letters/index.ts';
import { requireState } from './dossiers.ts';
import { lockDossier } from './dossiers-repository.ts';
import { archiveProblems } from './problems.ts';
import { record, withinScope } from './scope.ts';

/** Legal holds: what is under one is not destroyed, whatever the schedule says, until somebody lifts it with a reason. */
export function createHoldService({ tenancy, clock }: { tenancy: Tenancy; clock: Clock }) {
  return {
    /** @throws not_found, dossier_state also while its destruction is being carried out */
    onDossier: (ctx: OfficeContext, id: string, reason: string): Promise<{ id: string }> => {
      const { now, today } = momentOf(ctx, clock);
      return tenancy.withTenant(ctx.tenant, async (tx) => {
        requireState(await lockDossier(tx, ctx, id, today), 'open', 'closed', 'inactive');
        const [running] = await tx.execute(sql`select from disposal_items i join disposals s on s.id = i.disposal_id
          where i.dossier_id = ${id}::uuid and i.open and s.state = 'executing'`);
        if (running) {
          throw problem(archiveProblems.dossierState, { detail: 'Pemusnahan berkas ini sedang dijalankan.' });
        }
        const holdId = newId();
        await tx.execute(sql`insert into legal_holds (id, dossier_id, reason, placed_by, placed_at)
          values (${holdId}::uuid, ${id}::uuid, ${reason}, ${ctx.actor.personId}::uuid, ${now.toISOString()}::timestamptz)`);
        await record(tx, ctx, 'dossier.held', { kind: 'dossier', id }, { holdId, reason });
        return { id: holdId };
      });
    },

    /** @throws not_found, dossier_state */
    onLetter: (ctx: OfficeContext, letterId: string, reason: string): Promise<{ id: string }> => {
      const at = momentOf(ctx, clock);
      return tenancy.withTenant(ctx.tenant, async (tx) => {
        const [filed] = await tx.execute<{
          dossierId: string;
          running: boolean;
        }>(sql`select i.dossier_id as "dossierId",
            exists (select from disposal_items di join disposals s on s.id = di.disposal_id
              where di.dossier_id = i.dossier_id and di.open and s.state = 'executing') as running
          from dossier_items i join dossiers d on d.id = i.dossier_id where i.letter_id = ${letterId}::uuid for update of d`);
        await lockReadable(tx, ctx, letterId, at);
        if (filed?.running) {
          throw problem(archiveProblems.dossierState, { detail: 'Pemusnahan berkas surat ini sedang dijalankan.' });
        }
        const [gone] = await tx.execute(
          sql`select from letters where id = ${letterId}::uuid and destroyed_at is not null`,
        );
        if (gone) throw problem(archiveProblems.dossierState, { detail: 'Surat ini sudah dimusnahkan.' });
        const holdId = newId();
        await tx.execute(sql`insert into legal_holds (id, letter_id, reason, placed_by, placed_at)
          values (${holdId}::uuid, ${letterId}::uuid, ${reason}, ${ctx.actor.personId}::uuid, ${at.now.toISOString()}::timestamptz)`);
        await recordEvent(tx, ctx, { letterId, action: 'letter.held', detail: { holdId, note: reason } });
        return { id: holdId };
      });
    },

    /** @throws not_found, hold_lifted */
    lift: (ctx: OfficeContext, id: string, reason: string): Promise<{ id: string }> => {
      const { now, today } = momentOf(ctx, clock);
      return tenancy.withTenant(ctx.tenant, async (tx) => {
        type Row = { dossierId: string | null; letterId: string | null; liftedAt: string | null; isMine: boolean };
        const [hold] = await tx.execute<Row>(sql`select h.dossier_id as "dossierId", h.letter_id as "letterId",
            h.lifted_at as "liftedAt", ${withinScope(ctx, sql`coalesce(d.unit_id, l.unit_id)`, today)} as "isMine"
          from legal_holds h left join dossiers d on d.id = h.dossier_id left join letters l on l.id = h.letter_id
          where h.id = ${id}::uuid for update of h`);
        if (!hold?.isMine) throw problem(commonProblems.notFound, { detail: 'Penahanan ini tidak ada.' });
        if (hold.liftedAt !== null) throw problem(archiveProblems.holdLifted);
        await tx.execute(sql`update legal_holds set lifted_by = ${ctx.actor.personId}::uuid,
          lifted_at = ${now.toISOString()}::timestamptz, lift_reason = ${reason} where id = ${id}::uuid`);
        const detail = { holdId: id, reason };
        if (hold.dossierId !== null)
          await record(tx, ctx, 'dossier.hold_lifted', { kind: 'dossier', id: hold.dossierId }, detail);
        if (hold.letterId !== null) {
          await recordEvent(tx, ctx, {
            letterId: hold.letterId,
            action: 'letter.hold_lifted',
            detail: { holdId: id, note: reason },
          });
        }
        return { id };
      });
    },
  };
}
