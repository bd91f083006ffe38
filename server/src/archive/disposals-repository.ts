import { sql } from 'drizzle-orm';
import type { OfficeContext } from '../core/http/context.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import type { DisposalAnswer, DisposalItem, DisposalQuery } from './disposal-schema.ts';
import { type DossierRow, dossierColumns } from './dossiers-repository.ts';
import type { DisposalState } from './lifecycle.ts';
import { disposalNotFound, staleVersion } from './problems.ts';
import type { DisposalKind, ruleFor } from './retention.ts';
import { withinScope } from './scope.ts';

export type DisposalRow = {
  id: string;
  kind: DisposalKind;
  state: DisposalState;
  title: string;
  unitId: string | null;
  unitName: string | null;
  dossiers: number;
  version: number;
  createdAt: string;
  createdBy: string;
  doneAt: string | null;
  proposedById: string | null;
  proposedBy: string | null;
  minutesNumber: string | null;
  minutesOn: string | null;
};

const columns = sql`s.id, s.kind, s.state, s.title, s.unit_id as "unitId", u.name as "unitName", s.version,
  (select count(*)::int from disposal_items i where i.disposal_id = s.id) as dossiers, s.created_at as "createdAt",
  c.name as "createdBy", s.done_at as "doneAt", s.proposed_by as "proposedById", p.name as "proposedBy",
  s.minutes_number as "minutesNumber", s.minutes_on::text as "minutesOn"`;
const from = sql`disposals s join people c on c.id = s.created_by left join people p on p.id = s.proposed_by
  left join units u on u.id = s.unit_id`;
/** A unit's transfer is the unit's business; destruction and handover are the records centre's. */
const mine = (ctx: OfficeContext, today: string) =>
  ctx.actor.permissions.has('archive.centre')
    ? sql`true`
    : sql`(s.kind = 'transfer' and ${withinScope(ctx, sql`s.unit_id`, today)})`;

export function listDisposals(
  read: TenantRead,
  ctx: OfficeContext,
  query: Omit<DisposalQuery, 'limit'> & { today: string; limit: number },
): Promise<DisposalRow[]> {
  const { kind = null, state = null, cursor = null, today, limit } = query;
  return read.execute<DisposalRow>(sql`select ${columns} from ${from} where ${mine(ctx, today)}
    and (${kind}::text is null or s.kind = ${kind}) and (${state}::text is null or s.state = ${state})
    and (${cursor}::uuid is null or s.id < ${cursor}::uuid) order by s.id desc limit ${limit}`);
}

/** @throws not_found */
export async function findDisposal(
  read: TenantRead,
  ctx: OfficeContext,
  id: string,
  today: string,
): Promise<DisposalRow> {
  const [row] = await read.execute<DisposalRow>(
    sql`select ${columns} from ${from} where s.id = ${id}::uuid and ${mine(ctx, today)}`,
  );
  if (!row) throw disposalNotFound();
  return row;
}

/** Locks a proceeding, so that steps take turns. @throws not_found, stale_version */
export async function lockDisposal(
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  today: string,
  seenVersion?: number | undefined,
): Promise<DisposalRow> {
  await tx.execute(sql`select from disposals where id = ${id}::uuid for update`);
  const row = await findDisposal(tx, ctx, id, today);
  if (seenVersion !== undefined && seenVersion !== row.version) throw staleVersion(row.version);
  return row;
}

/** Dossiers of a proceeding by their code, with the rule as it was when proposed. */
export async function findDisposalDossiers(
  read: TenantRead,
  id: string,
): Promise<(DossierRow & { proposedRule: ReturnType<typeof ruleFor> })[]> {
  const rows = await read.execute<DossierRow & { proposedRule: ReturnType<typeof ruleFor> }>(sql`
    select ${dossierColumns}, di.rule as "proposedRule"
    from disposal_items di join dossiers d on d.id = di.dossier_id join units u on u.id = d.unit_id
    where di.disposal_id = ${id}::uuid order by d.classification, d.year, d.seq, d.id`);
  return rows.map((row) => ({
    ...row,
    proposedRule: typeof row.proposedRule === 'string' ? JSON.parse(row.proposedRule) : row.proposedRule,
  }));
}

export type PaperRow = DisposalAnswer['papers'][number];

export async function findPapers(read: TenantRead, id: string): Promise<PaperRow[]> {
  const rows = await read.execute<{ [K in keyof PaperRow]: PaperRow[K] }>(sql`select p.id, p.kind, p.number,
      p.dated_on::text as "datedOn", p.signed_by as "signedBy", p.letter_id as "letterId", f.name as "fileName",
      pe.name as "addedBy", p.added_at as "addedAt"
    from disposal_papers p join people pe on pe.id = p.added_by left join files f on f.id = p.file_id
    where p.disposal_id = ${id}::uuid order by p.id`);
  return rows.map((row) => ({ ...row, addedAt: new Date(row.addedAt).toISOString() }));
}

export type LogRow = DisposalAnswer['log'][number];

export async function findLog(read: TenantRead, id: string): Promise<LogRow[]> {
  const rows = await read.execute<{ [K in keyof LogRow]: LogRow[K] }>(sql`select event, person_name as person,
      position_title as position, note, at from disposal_steps where disposal_id = ${id}::uuid order by id`);
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}

/** How many letters the dossiers hold, and how many of them are destroyed. */
export async function countLetters(read: TenantRead, id: string): Promise<{ letters: number; destroyed: number }> {
  const [row] = await read.execute<{ letters: number; destroyed: number }>(sql`select count(*)::int as letters,
      count(*) filter (where l.destroyed_at is not null)::int as destroyed
    from disposal_items di join dossier_items i on i.dossier_id = di.dossier_id join letters l on l.id = i.letter_id
    where di.disposal_id = ${id}::uuid`);
  return row ?? { letters: 0, destroyed: 0 };
}

export const toDisposalItem = (row: DisposalRow): DisposalItem => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  title: row.title,
  unit: row.unitId === null ? null : { id: row.unitId, name: row.unitName ?? '' },
  dossiers: row.dossiers,
  createdAt: new Date(row.createdAt).toISOString(),
  createdBy: row.createdBy,
  doneAt: row.doneAt === null ? null : new Date(row.doneAt).toISOString(),
});
