import { sql } from 'drizzle-orm';
import type { OfficeContext } from '../core/http/context.ts';
import type { TenantRead } from '../core/tenancy/index.ts';
import { type DossierRow, findDossier, toItem } from './dossiers-repository.ts';
import { findSchedule } from './schedule-repository.ts';
import type { DossierAnswer } from './schema.ts';
import { readableBy } from './scope.ts';

const iso = (at: string): string => new Date(at).toISOString();
const isoOrNull = (at: string | null): string | null => (at === null ? null : iso(at));

function actsOf(ctx: OfficeContext, row: DossierRow, openDisposal: string | null): DossierAnswer['acts'] {
  const may = (permission: 'archive.manage' | 'archive.centre') => ctx.actor.permissions.has(permission);
  const manager = may('archive.manage') ? null : 'Dilakukan oleh tata usaha atau arsiparis.';
  const archivist = may('archive.centre') ? null : 'Dilakukan oleh arsiparis.';
  const over =
    row.state === 'destroyed'
      ? 'Berkas ini sudah dimusnahkan.'
      : row.state === 'handed_over'
        ? 'Berkas ini sudah diserahkan.'
        : null;
  const busy = openDisposal === null ? null : `Sedang dalam penyusutan "${openDisposal}".`;
  const unless = (fits: boolean, reason: string) => (fits ? null : reason);
  const reasons: Record<string, string | null> = {
    file: over ?? unless(row.state === 'open', 'Berkas ini sudah ditutup.'),
    edit: over,
    close: manager ?? over ?? unless(row.state === 'open', 'Berkas ini sudah ditutup.'),
    reopen: manager ?? over ?? unless(row.state === 'closed', 'Hanya berkas yang ditutup dan belum inaktif.') ?? busy,
    place: over,
    hold: manager ?? over,
    reassess: archivist ?? over ?? unless(row.state !== 'open', 'Berkas ini belum ditutup.') ?? busy,
    export: row.state === 'destroyed' ? over : null,
  };
  return Object.entries(reasons).map(([act, reason]) => ({ act, allowed: reason === null, reason }));
}

/** The whole page of a dossier but for its items. @throws not_found */
export async function answerDossier(
  read: TenantRead,
  ctx: OfficeContext,
  id: string,
  today: string,
): Promise<DossierAnswer> {
  const row = await findDossier(read, ctx, id, today);
  type Own = { description: string | null; createdAt: string; createdBy: string };
  const [schedule, [own], places, holds, disposals, packages, history] = await Promise.all([
    findSchedule(read),
    read.execute<Own>(sql`select d.description, d.created_at as "createdAt", p.name as "createdBy"
      from dossiers d join people p on p.id = d.created_by where d.id = ${id}::uuid`),
    read.execute<DossierAnswer['places'][number]>(sql`select p.building, p.room, p.shelf, p.box, p.folder, p.note,
        pe.name as "movedBy", p.moved_at as "movedAt"
      from dossier_places p join people pe on pe.id = p.moved_by where p.dossier_id = ${id}::uuid order by p.id desc limit 50`),
    read.execute<DossierAnswer['holds'][number]>(sql`select h.id,
        case when h.letter_id in ${readableBy(ctx, today)} then h.letter_id end as "letterId",
        case when h.dossier_id is not null or h.letter_id in ${readableBy(ctx, today)} then h.reason else '—' end as reason,
        pe.name as "placedBy", h.placed_at as "placedAt", l.name as "liftedBy", h.lifted_at as "liftedAt",
        h.lift_reason as "liftReason"
      from legal_holds h join people pe on pe.id = h.placed_by left join people l on l.id = h.lifted_by
      where h.dossier_id = ${id}::uuid
        or h.letter_id in (select i.letter_id from dossier_items i where i.dossier_id = ${id}::uuid)
      order by h.lifted_at is not null, h.id desc limit 50`),
    read.execute<
      DossierAnswer['disposals'][number] & { open: boolean }
    >(sql`select s.id, s.kind, s.title, s.state, i.open
      from disposal_items i join disposals s on s.id = i.disposal_id where i.dossier_id = ${id}::uuid
      order by s.id desc limit 20`),
    read.execute<
      DossierAnswer['packages'][number]
    >(sql`select a.id, a.job_id as "jobId", j.status, a.created_at as "createdAt",
        pe.name as "createdBy", a.person_id = ${ctx.actor.personId}::uuid as "isOwn", f.size::float8 as size
      from archive_packages a join jobs j on j.id = a.job_id join people pe on pe.id = a.person_id
        left join files f on f.id = a.file_id
      where a.dossier_id = ${id}::uuid order by a.id desc limit 10`),
    read.execute<DossierAnswer['history'][number]>(sql`select at, actor_name as actor, action, detail from audit_log
      where subject_kind = 'dossier' and subject_id = ${id}::uuid order by id desc limit 100`),
  ]);
  if (!own) throw new Error('a dossier without its row');
  const openDisposal = disposals.find((each) => each.open)?.title ?? null;
  return {
    ...toItem(row, schedule, today),
    description: own.description,
    triggerOn: row.triggerOn,
    reassessed: row.reassessed,
    version: row.version,
    createdAt: iso(own.createdAt),
    createdBy: own.createdBy,
    places: places.map((place) => ({ ...place, movedAt: iso(place.movedAt) })),
    holds: holds.map((hold) => ({ ...hold, placedAt: iso(hold.placedAt), liftedAt: isoOrNull(hold.liftedAt) })),
    disposals: disposals.map(({ open: _, ...rest }) => rest),
    packages: packages.map((each) => ({ ...each, createdAt: iso(each.createdAt) })),
    history: history.map((each) => ({ ...each, at: iso(each.at) })),
    acts: actsOf(ctx, row, openDisposal),
  };
}
