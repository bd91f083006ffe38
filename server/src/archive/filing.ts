import { sql } from 'drizzle-orm';
import type { Clock } from '../core/clock.ts';
import { ProblemError, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { type PageQuery, toPage } from '../core/http/pagination.ts';
import { newId } from '../core/ids.ts';
import type { Tenancy, TenantTx } from '../core/tenancy/index.ts';
import { type LetterRecord, lockReadable, type Moment, momentOf, moveLetter, recordEvent } from '../letters/index.ts';
import { requireState } from './dossiers.ts';
import { type DossierRow, dossierCode, findDossier, lockDossier } from './dossiers-repository.ts';
import { type FiledLetter, findDossierOfLetter, findUnfiled, listItems, suggestDossiers } from './filing-repository.ts';
import { archiveProblems } from './problems.ts';
import type { FileBody, FiledAnswer, ItemAnswer, LetterDossierAnswer, UnfiledItem } from './schema.ts';
import { record, withinScope } from './scope.ts';

const refuse = (detail: string) => problem(archiveProblems.notFilable, { detail });

/** Why a letter cannot be filed now by the person; null if it can. What is still worked on is not put away. */
async function fault(tx: TenantTx, ctx: OfficeContext, letter: LetterRecord, at: Moment): Promise<string | null> {
  if (letter.state !== 'sent' && letter.state !== 'registered' && letter.state !== 'archived') {
    return 'Hanya surat yang sudah dikirim atau sudah diagendakan yang diberkaskan.';
  }
  const [row] = await tx.execute<{ isMine: boolean; open: number; total: number; held: boolean }>(sql`select
      ${withinScope(ctx, sql`l.unit_id`, at.today)} as "isMine",
      (select count(*)::int from dispositions d where d.letter_id = l.id and d.state in ('unread', 'read', 'forwarded')) as open,
      (select count(*)::int from dispositions d where d.letter_id = l.id and d.state <> 'cancelled') as total
    from letters l where l.id = ${letter.id}::uuid`);
  if (!row?.isMine) return 'Surat diberkaskan oleh unit yang membuat atau menerimanya, atau oleh arsiparis.';
  if (row.open > 0) return `Masih ada ${row.open} disposisi yang belum selesai.`;
  const isHolder = ctx.actor.positions.some((each) => each.id === letter.turnPositionId);
  if (letter.state === 'registered' && letter.turnPositionId !== null && row.total === 0 && !isHolder) {
    return 'Surat ini masih menunggu disposisi pejabat yang dituju.';
  }
  return null;
}

/** Puts letters, and things on paper, into dossiers. Filing lets nobody read what they could not read before. */
export function createFilingService({ tenancy, clock }: { tenancy: Tenancy; clock: Clock }) {
  async function takeOut(tx: TenantTx, ctx: OfficeContext, filed: FiledLetter, at: Moment): Promise<void> {
    const source = await lockDossier(tx, ctx, filed.dossierId, at.today);
    requireState(source, 'open');
    await tx.execute(sql`delete from dossier_items where id = ${filed.itemId}::uuid`);
    const subject = { kind: 'dossier', id: source.id };
    await record(tx, ctx, 'dossier.taken_out', subject, { letterId: filed.letterId });
  }

  async function fileLetter(
    tx: TenantTx,
    ctx: OfficeContext,
    dossier: DossierRow,
    { letterId, move, at }: { letterId: string; move: boolean; at: Moment },
  ): Promise<void> {
    const { letter } = await lockReadable(tx, ctx, letterId, at);
    const filed = await findDossierOfLetter(tx, letterId);
    if (filed?.dossierId === dossier.id) return;
    const reason = await fault(tx, ctx, letter, at);
    if (reason !== null) throw refuse(reason);
    if (filed && !move) {
      throw problem(archiveProblems.alreadyFiled, { detail: `Surat ini sudah ada di berkas ${dossierCode(filed)}.` });
    }
    if (filed) await takeOut(tx, ctx, filed, at);
    await tx.execute(sql`insert into dossier_items (id, dossier_id, letter_id, filed_by, filed_at)
      values (${newId()}::uuid, ${dossier.id}::uuid, ${letterId}::uuid, ${ctx.actor.personId}::uuid, ${at.now.toISOString()}::timestamptz)`);
    if (letter.state !== 'archived') {
      await moveLetter(tx, letter, 'archive', { turnPositionId: null, turnSince: null }, at);
    }
    await recordEvent(tx, ctx, { letterId, action: 'letter.archived', detail: { dossier: dossierCode(dossier) } });
    await record(tx, ctx, 'dossier.filed', { kind: 'dossier', id: dossier.id }, { letterId });
  }

  return {
    /** Each letter for itself: what cannot be filed is said and the others are filed. @throws not_found, dossier_state */
    file: (ctx: OfficeContext, id: string, input: FileBody): Promise<FiledAnswer> => {
      const at = momentOf(ctx, clock);
      return tenancy.withTenant(ctx.tenant, async (tx) => {
        const dossier = await lockDossier(tx, ctx, id, at.today);
        requireState(dossier, 'open');
        const answer: FiledAnswer = { filed: [], refused: [] };
        if (input.paper) {
          const itemId = newId();
          const { subject, number, date, quantity } = input.paper;
          await tx.execute(sql`insert into dossier_items (id, dossier_id, subject, number, dated_on, quantity, filed_by, filed_at)
            values (${itemId}::uuid, ${id}::uuid, ${subject}, ${number}, ${date}::date, ${quantity},
              ${ctx.actor.personId}::uuid, ${at.now.toISOString()}::timestamptz)`);
          await record(tx, ctx, 'dossier.filed', { kind: 'dossier', id }, { itemId });
          answer.filed.push(itemId);
        }
        // In one order for everyone, so that two who file at once wait for each other and not crosswise.
        for (const letterId of [...new Set(input.letterIds ?? [])].sort()) {
          try {
            await fileLetter(tx, ctx, dossier, { letterId, move: input.move, at });
            answer.filed.push(letterId);
          } catch (error) {
            if (!(error instanceof ProblemError)) throw error;
            const { kind, details } = error;
            answer.refused.push({ letterId, code: kind.code, message: details.detail ?? kind.title });
          }
        }
        return answer;
      });
    },

    /** @throws not_found */
    items: (ctx: OfficeContext, id: string, query: PageQuery) =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const { today } = momentOf(ctx, clock);
        await findDossier(read, ctx, id, today);
        const { cursor = null, limit } = query;
        const rows = await listItems(read, ctx, id, { today, cursor, limit: limit + 1 });
        return toPage<ItemAnswer>(rows, limit);
      }),

    /** Letters of one's units that are done with and in no dossier. */
    unfiled: (ctx: OfficeContext, query: PageQuery & { classification?: string | undefined }) =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const { today } = momentOf(ctx, clock);
        const { cursor = null, classification = null, limit } = query;
        const rows = await findUnfiled(read, ctx, { today, cursor, classification, limit: limit + 1 });
        return toPage<UnfiledItem>(rows, limit);
      }),

    /** Where a letter is filed, or where it fits. @throws not_found */
    ofLetter: (ctx: OfficeContext, letterId: string): Promise<LetterDossierAnswer> => {
      const at = momentOf(ctx, clock);
      // In a transaction, since it asks the same questions as filing does.
      return tenancy.withTenant(ctx.tenant, async (tx) => {
        const { letter, ...found } = await suggestDossiers(tx, ctx, letterId, at.today);
        const reason = await fault(tx, ctx, letter, at);
        return { ...found, mayFile: reason === null, reason };
      });
    },
  };
}
