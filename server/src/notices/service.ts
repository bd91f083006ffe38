import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Clock } from '../core/clock.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { type Page, type PageQuery, toPage } from '../core/http/pagination.ts';
import { events, outbox } from '../core/queue/index.ts';
import type { Tenancy, TenantRead } from '../core/tenancy/index.ts';
import type { NoticeItem } from './schema.ts';
import { notices } from './tables.ts';

export type NoticeService = ReturnType<typeof createNoticeService>;

/** What the signed-in person was told. Nobody reads another's notices. */
export function createNoticeService({ tenancy, clock }: { tenancy: Tenancy; clock: Clock }) {
  async function countUnread(read: TenantRead, personId: string): Promise<number> {
    const [row] = await read
      .select({ unread: sql<number>`count(*)::int` })
      .from(notices)
      .where(and(eq(notices.personId, personId), isNull(notices.readAt)));
    return Number(row?.unread ?? 0);
  }

  return {
    /** Unread first, newest first within; the cursor keeps its place by what is unread when it is asked. */
    list: (ctx: OfficeContext, query: PageQuery): Promise<Page<NoticeItem> & { unread: number }> =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const { personId } = ctx.actor;
        const after =
          query.cursor === undefined
            ? sql`true`
            : sql`(notices.read_at is null, notices.id) < (select c.read_at is null, c.id from notices c
                where c.id = ${query.cursor} and c.person_id = ${personId})`;
        const [rows, unread] = await Promise.all([
          read
            .select()
            .from(notices)
            .where(and(eq(notices.personId, personId), after))
            .orderBy(sql`(notices.read_at is null) desc, notices.id desc`)
            .limit(query.limit + 1),
          countUnread(read, personId),
        ]);
        const page = toPage(rows, query.limit);
        const items = page.items.map((row) => ({
          id: row.id,
          kind: row.kind,
          subject: { kind: row.subjectKind, id: row.subjectId },
          textKey: row.textKey,
          values: row.textValues,
          readAt: row.readAt?.toISOString() ?? null,
          createdAt: row.createdAt.toISOString(),
        }));
        return { items, nextCursor: page.nextCursor, unread };
      }),

    /** Marks one notice, or all, as read; again does nothing. @throws not_found */
    async read(ctx: OfficeContext, id: string | null): Promise<{ unread: number }> {
      const { personId } = ctx.actor;
      const unread = await tenancy.withTenant(ctx.tenant, async (tx) => {
        const mine = and(eq(notices.personId, personId), id === null ? undefined : eq(notices.id, id));
        if (id !== null) {
          const [known] = await tx.select({ id: notices.id }).from(notices).where(mine).limit(1);
          if (!known) throw problem(commonProblems.notFound, { detail: 'Pemberitahuan ini tidak ada.' });
        }
        await tx
          .update(notices)
          .set({ readAt: clock.now() })
          .where(and(mine, isNull(notices.readAt)));
        await events.publish(tx, { topic: 'notices', personIds: [personId] });
        return countUnread(tx, personId);
      });
      outbox.poke();
      return { unread };
    },
  };
}
