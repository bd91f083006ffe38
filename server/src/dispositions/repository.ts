import { type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../core/rights/index.ts';
import type { TenantRead } from '../core/tenancy/index.ts';
import { type LetterState, mayRead, type Secrecy, type Urgency } from '../letters/index.ts';
import type { DispositionState, Habit } from './rules.ts';
import type { Post } from './schema.ts';

/** A disposition with everything that answers show. Instants are texts of the database. */
export type DispositionRow = {
  id: string;
  letterId: string;
  parentId: string | null;
  fromPositionId: string;
  toPositionId: string;
  from: Post & { person: string };
  to: Post;
  instruction: string;
  dueOn: string | null;
  state: DispositionState;
  report: string | null;
  completedBy: string | null;
  createdAt: string;
  readAt: string | null;
  completedAt: string | null;
  cancelledAt: string | null;
  cancelReason: string | null;
  isSecret: boolean;
  isOverdue: boolean;
  reports: { id: string; at: string; person: string; text: string }[];
  belowTotal: number;
  belowCompleted: number;
};

const post = (
  positionId: SQL,
  today: string,
): SQL => sql`(select jsonb_build_object('positionId', pos.id, 'title', pos.title,
    'unitName', u.name, 'holder', (select pe.name from assignments a join people pe on pe.id = a.person_id
      where a.position_id = pos.id and ${today}::date >= a.starts_on and (a.ends_on is null or ${today}::date <= a.ends_on) limit 1))
  from positions pos join units u on u.id = pos.unit_id where pos.id = ${positionId})`;

const columns = (today: string): SQL => sql`d.id, d.letter_id as "letterId", d.parent_id as "parentId",
  d.from_position_id as "fromPositionId", d.to_position_id as "toPositionId",
  ${post(sql`d.from_position_id`, today)}
    || jsonb_build_object('person', (select name from people where id = d.from_person_id)) as "from",
  ${post(sql`d.to_position_id`, today)} as "to",
  d.instruction, d.due_on::text as "dueOn", d.state, d.report,
  (select name from people where id = d.completed_by) as "completedBy",
  d.created_at as "createdAt", d.read_at as "readAt", d.completed_at as "completedAt", d.cancelled_at as "cancelledAt",
  d.cancel_reason as "cancelReason", d.is_secret as "isSecret",
  d.due_on is not null and d.due_on < ${today}::date and d.state not in ('completed', 'cancelled') as "isOverdue",
  (select coalesce(jsonb_agg(jsonb_build_object('id', rep.id, 'at', rep.created_at, 'text', rep.text,
      'person', (select name from people where id = rep.person_id)) order by rep.id), '[]')
    from disposition_reports rep where rep.disposition_id = d.id) as reports,
  (select count(*)::int from dispositions b where b.parent_id = d.id and b.state <> 'cancelled') as "belowTotal",
  (select count(*)::int from dispositions b where b.parent_id = d.id and b.state = 'completed') as "belowCompleted"`;

/** All dispositions of a letter, oldest first. */
export async function listOfLetter(read: TenantRead, letterId: string, today: string): Promise<DispositionRow[]> {
  return read.execute<DispositionRow>(sql`select ${columns(today)} from dispositions d
    where d.letter_id = ${letterId}::uuid order by d.id`);
}

/** The letter that a disposition belongs to; null when there is no such disposition. */
export async function findLetterIdOf(read: TenantRead, id: string): Promise<string | null> {
  const [row] = await read.execute<{ letterId: string }>(
    sql`select letter_id as "letterId" from dispositions where id = ${id}::uuid`,
  );
  return row?.letterId ?? null;
}

export type LetterHead = {
  id: string;
  subject: string;
  number: string | null;
  date: string | null;
  agendaNumber: string | null;
  from: string | null;
  secrecy: Secrecy;
  urgency: Urgency;
  state: LetterState;
  direction: 'incoming' | 'outgoing';
  routedTo: Post | null;
  routedAt: string | null;
};

export async function findLetterHead(read: TenantRead, letterId: string, today: string): Promise<LetterHead | null> {
  const [row] = await read.execute<LetterHead>(sql`select l.id, l.subject, l.number, l.letter_date::text as date,
      l.agenda_number as "agendaNumber", l.sender_name as "from", l.secrecy, l.urgency, l.state, l.direction,
      ${post(sql`l.routed_to_position_id`, today)} as "routedTo", coalesce(l.registered_at, l.received_at) as "routedAt"
    from letters l where l.id = ${letterId}::uuid`);
  return row ?? null;
}

export type ListRow = DispositionRow & {
  subject: string;
  letterFrom: string | null;
  agendaNumber: string | null;
  secrecy: Secrecy;
  urgency: Urgency;
};

/** Dispositions given to (`inbox`) or by (`sent`) positions, newest first. */
export async function listOfPositions(
  read: TenantRead,
  query: {
    box: 'inbox' | 'sent';
    positionIds: string[];
    open: boolean | null;
    cursor: string | null;
    limit: number;
    overdue: boolean;
    /** Whose list it is: a delegate's leaves out letters that are secret to them. */
    actor: Actor;
  },
  today: string,
): Promise<ListRow[]> {
  const side = query.box === 'inbox' ? sql`d.to_position_id` : sql`d.from_position_id`;
  return read.execute<ListRow>(sql`select ${columns(today)}, l.subject, l.sender_name as "letterFrom",
      l.agenda_number as "agendaNumber", l.secrecy, l.urgency
    from dispositions d join letters l on l.id = d.letter_id
    where ${side} = any(${sql.param(query.positionIds)}::uuid[])
      and (${query.open}::boolean is null or (d.state not in ('completed', 'cancelled')) = ${query.open}::boolean)
      and (${query.cursor}::uuid is null or d.id < ${query.cursor}::uuid)
      and (not ${query.overdue}::boolean or (d.due_on < ${today}::date and d.state not in ('completed', 'cancelled')))
      and ${mayRead(query.actor, { id: sql`l.id`, secrecy: sql`l.secrecy` }, today)}
    order by d.id desc limit ${query.limit}`);
}

/** What a position has given in the last year, with how alike each letter is to this one. */
export async function listHabits(read: TenantRead, positionIds: string[], letterId: string): Promise<Habit[]> {
  return read.execute<Habit>(sql`select d.to_position_id as "toPositionId", d.instruction,
      (d.due_on - (d.created_at at time zone s.time_zone)::date)::int as days,
      case when o.sender_name is not distinct from l.sender_name then 8 else 1 end
        * case when o.classification = l.classification then 3 else 1 end * case when o.type = l.type then 2 else 1 end as weight
    from dispositions d join letters o on o.id = d.letter_id, letters l, settings s
    where l.id = ${letterId}::uuid and d.letter_id <> l.id and d.state <> 'cancelled'
      and d.from_position_id = any(${sql.param(positionIds)}::uuid[]) and d.created_at > now() - interval '1 year'
    order by d.id desc limit 500`);
}

/** Positions that stand directly below, in the order of titles. */
export async function listBelow(
  read: TenantRead,
  positionIds: string[],
  today: string,
  limit: number,
): Promise<Post[]> {
  const rows = await read.execute<{ to: Post }>(sql`select ${post(sql`p.id`, today)} as "to" from positions p
    where p.superior_id = any(${sql.param(positionIds)}::uuid[]) and (p.valid_to is null or p.valid_to >= ${today}::date)
      and exists (select from assignments a where a.position_id = p.id and ${today}::date >= a.starts_on
        and (a.ends_on is null or ${today}::date <= a.ends_on))
    order by p.title limit ${limit}`);
  return rows.map((row) => row.to);
}

/** Today's posts of these positions, by id. */
export async function findPosts(read: TenantRead, ids: string[], today: string): Promise<Map<string, Post>> {
  const rows = await read.execute<{ post: Post }>(sql`select ${post(sql`p.id`, today)} as post from positions p
    where p.id = any(${sql.param(ids)}::uuid[]) and (p.valid_to is null or p.valid_to >= ${today}::date)`);
  return new Map(rows.map((row) => [row.post.positionId, row.post]));
}

/** The regency's usual instructions. */
export async function listInstructions(read: TenantRead): Promise<string[]> {
  const [row] = await read.execute<{ instructions: string[] }>(
    sql`select to_jsonb(disposition_instructions) as instructions from settings`,
  );
  return row?.instructions ?? [];
}
