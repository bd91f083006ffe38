import { sql } from 'drizzle-orm';
import { startOfDate } from '../core/clock.ts';
import type { OfficeContext } from '../core/http/context.ts';
import type { Task, TaskSource } from '../tasks/index.ts';
import { judge, listDossiers } from './dossiers-repository.ts';
import { type DisposalKind, disposalObstacle } from './retention.ts';
import { findSchedule } from './schedule-repository.ts';

const kinds = {
  transfer: 'archive_transfer',
  destruction: 'archive_destruction',
  handover: 'archive_handover',
} as const;
const texts: Record<DisposalKind, (count: number) => string> = {
  transfer: (count) => `${count} berkas sudah waktunya dipindahkan ke unit kearsipan`,
  destruction: (count) => `${count} berkas sudah waktunya diusulkan musnah`,
  handover: (count) => `${count} berkas permanen sudah waktunya diserahkan`,
};

/** The archive's alarms: dossiers whose active or inactive years are over, and transfers that wait to be accepted. */
export const archiveTasks: TaskSource = {
  kinds: [...Object.values(kinds), 'archive_accept'],
  async list(read, { actor, tenant, today, limit }) {
    if (!actor.permissions.has('archive.manage')) return [];
    const ctx = { actor, tenant } as Pick<OfficeContext, 'actor' | 'tenant'> as OfficeContext;
    const isCentre = actor.permissions.has('archive.centre');
    const where = sql`d.state in ('closed', 'inactive') and not exists (select from disposal_items i
      where i.dossier_id = d.id and i.open)`;
    const [schedule, rows, waiting] = await Promise.all([
      findSchedule(read),
      listDossiers(read, ctx, where, { today, limit: 100_000 }),
      isCentre
        ? read.execute<{
            id: string;
            title: string;
            from: string;
            since: string;
          }>(sql`select s.id, s.title, p.name as "from",
            (select max(x.at) from disposal_steps x where x.disposal_id = s.id and x.event = 'propose') as since
          from disposals s join people p on p.id = s.proposed_by
          where s.kind = 'transfer' and s.state = 'proposed' and s.proposed_by <> ${actor.personId}::uuid
          order by s.id limit ${limit}`)
        : [],
    ]);
    const judged = rows.map((row) => ({ row, retention: judge(row, schedule, today) }));
    const tasks = (Object.keys(kinds) as DisposalKind[]).flatMap((kind): Task[] => {
      if (kind !== 'transfer' && !isCentre) return [];
      const due = judged.filter(({ retention }) => disposalObstacle(kind, retention) === null);
      const ends = due.map(
        ({ retention }) => (kind === 'transfer' ? retention.activeUntil : retention.inactiveUntil) ?? today,
      );
      const [first] = due;
      if (!first) return [];
      const since = startOfDate(ends.sort()[0] ?? today, tenant.timeZone);
      return [
        {
          id: first.row.id,
          kind: kinds[kind],
          subject: texts[kind](due.length),
          from: null,
          since,
          dueAt: null,
          urgency: 'biasa',
          secrecy: 'biasa',
          act: { verb: 'dispose_records', target: '/arsip/penyusutan' },
        },
      ];
    });
    const accepts = waiting.map(
      (each): Task => ({
        id: each.id,
        kind: 'archive_accept',
        subject: each.title,
        from: each.from,
        since: new Date(each.since),
        dueAt: null,
        urgency: 'biasa',
        secrecy: 'biasa',
        act: { verb: 'accept_transfer', target: `/arsip/penyusutan/${each.id}` },
      }),
    );
    return [...accepts, ...tasks];
  },
};
