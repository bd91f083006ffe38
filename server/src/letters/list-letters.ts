import { desc, type SQL, sql } from 'drizzle-orm';
import { type Inputs, statement } from '../core/tenancy/index.ts';
import { holderOf } from '../organization/index.ts';
import { type LetterFilters, matchesFilters } from './letter-filters.ts';
import { accessIn, type Reader, readableIds } from './reader.ts';
import { json } from './sql.ts';
import { letters } from './tables.ts';
import { lettersOfWorkList, type WorkList, type WorkListInputs } from './work-lists.ts';

/** What a list can be narrowed to. `all` is everything that one may read. */
export const letterBoxes = ['todo', 'inbox', 'outbox', 'draft', 'approval', 'archive'] as const;
export type LetterBox = (typeof letterBoxes)[number];

/** A letter as lists show it. */
export interface LetterRow {
  id: string;
  direction: 'outgoing' | 'incoming';
  type: string;
  typeName: string | null;
  state: string;
  subject: string;
  number: string | null;
  date: string | null;
  agendaNumber: string | null;
  secrecy: string;
  urgency: string;
  version: number;
  from: string | null;
  to: { first: string | null; count: number };
  turnPositionId: string | null;
  turnTitle: string | null;
  turnHolder: string | null;
  turnSince: Date | null;
  dueAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  /** `envelope` for a secret letter that a registrar handles without reading it; its subject is not to be shown. */
  access: 'full' | 'envelope' | null;
}

type ListInputs = Reader &
  WorkListInputs & {
    today: string;
    cursor: string | null;
    limit: number;
  } & LetterFilters;

// Table names are written out in templates: from a single table Drizzle drops them, and a subquery would then name
// its own column.
export const letterColumns = (today: unknown, access: SQL) => ({
  id: letters.id,
  direction: letters.direction,
  type: letters.type,
  typeName: sql<string | null>`(select t.name from letter_types t where t.code = letters.type)`,
  state: letters.state,
  subject: letters.subject,
  number: letters.number,
  date: letters.letterDate,
  agendaNumber: letters.agendaNumber,
  secrecy: letters.secrecy,
  urgency: letters.urgency,
  version: letters.version,
  from: sql<string | null>`coalesce(letters.sender_name,
    (select pe.name || ' · ' || u.short_name from people pe, units u where pe.id = letters.drafter_id and u.id = letters.unit_id))`,
  to: json<{ first: string | null; count: number }>(sql`(select jsonb_build_object(
    'first', min(r.name) filter (where r.ordinal = 1), 'count', count(*))
    from letter_recipients r where r.letter_id = letters.id and r.role = 'to')`),
  turnPositionId: letters.turnPositionId,
  turnTitle: sql<string | null>`(select p.title from positions p where p.id = letters.turn_position_id)`,
  turnHolder: sql<string | null>`${holderOf(sql`letters.turn_position_id`, today)} ->> 'name'`,
  turnSince: letters.turnSince,
  dueAt: letters.dueAt,
  createdAt: letters.createdAt,
  updatedAt: letters.updatedAt,
  access: sql<'full' | 'envelope' | null>`${access}`,
});

const letterAtHand = { id: sql`letters.id`, secrecy: sql`letters.secrecy` };
/** @see accessIn */
export const accessToLetter = (input: Inputs<Reader & { today: string }>, isRegistrar: boolean) =>
  sql<'full' | 'envelope' | null>`${accessIn(letterAtHand, input, input.today, isRegistrar)}`;

type ListPlaceholders = Inputs<ListInputs>;

/** What waits for the person's approval or signature (contract.md, `box=todo`). */
export const waitsForMe = (input: { approvePositions: unknown; signPositions: unknown }): SQL => sql`letters.id in (
  select s.letter_id from letter_steps s where s.state = 'turn' and (
    (s.act = 'approve' and s.position_id = any(${input.approvePositions}::uuid[]))
    or (s.act = 'sign' and s.position_id = any(${input.signPositions}::uuid[]))))`;

/** The condition of a box over `letters`, besides what the person may read. */
export function boxCondition(box: LetterBox | 'all', input: Pick<ListPlaceholders, BoxInput>): SQL {
  switch (box) {
    case 'todo':
      return waitsForMe(input);
    case 'draft':
      return sql`letters.drafter_id = ${input.personId}::uuid and letters.direction = 'outgoing'
        and letters.state in ('draft', 'returned')`;
    case 'inbox':
      return sql`letters.direction = 'incoming' and letters.state in ('received', 'registered')`;
    case 'approval':
      return sql`letters.state in ('in_approval', 'awaiting_signature', 'signing')`;
    case 'outbox':
      return sql`letters.direction = 'outgoing' and letters.state in ('signed', 'sent')`;
    case 'archive':
      return sql`letters.state in ('archived', 'cancelled')`;
    case 'all':
      return sql`true`;
  }
}
type BoxInput = 'personId' | 'approvePositions' | 'signPositions';

/**
 * Registrars may read nearly all, so their lists go through the newest letters and ask of each; others read little, so
 * theirs start from what they take part in.
 */
function readable(input: ListPlaceholders, isRegistrar: boolean): SQL {
  return isRegistrar
    ? sql`${accessToLetter(input, true)} is not null`
    : sql`letters.id in ${readableIds(input, input.today, false, 'envelope')}`;
}

const compile = (box: LetterBox | 'all', isRegistrar: boolean, list: WorkList | null) =>
  statement((db, input: Inputs<ListInputs>) =>
    db
      .select(letterColumns(input.today, isRegistrar ? accessToLetter(input, true) : sql`'full'`))
      .from(letters)
      .where(
        sql`${boxCondition(box, input)} and ${list ? inWorkList(list, input, isRegistrar) : readable(input, isRegistrar)} and ${matchesFilters(input)}
          and (${input.cursor}::uuid is null or letters.id < ${input.cursor}::uuid)`,
      )
      .orderBy(desc(letters.id))
      .limit(input.limit),
  );

const compileCount = (box: LetterBox | 'all', isRegistrar: boolean, list: WorkList | null) =>
  statement((db, input: Inputs<ListInputs>) => {
    const seen = list ? inWorkList(list, input, isRegistrar) : readable(input, isRegistrar);
    return db
      .select({ count: sql<number>`count(*)::int` })
      .from(sql`(select from letters where ${boxCondition(box, input)} and ${seen} and ${matchesFilters(input)}
        and (${input.cursor}::uuid is null or letters.id < ${input.cursor}::uuid) limit ${input.limit}::int) as counted`);
  });

const inWorkList = (list: WorkList, input: ListPlaceholders, isRegistrar: boolean): SQL =>
  sql`letters.id in (${lettersOfWorkList(list, input)}) and ${accessToLetter(input, isRegistrar)} is not null`;

const compiled = new Map<string, ReturnType<typeof compile>>();
const compiledCounts = new Map<string, ReturnType<typeof compileCount>>();

/** The list of a box or of a work list, compiled once; registrars have one of their own, which masks what is secret. */
export function listStatement(box: LetterBox | 'all', isRegistrar: boolean, list: WorkList | null = null) {
  const key = `${box} ${isRegistrar} ${list}`;
  const found = compiled.get(key) ?? compile(box, isRegistrar, list);
  compiled.set(key, found);
  return found;
}

/** How many letters a box or a work list holds, `limit` at most. */
export function countStatement(box: LetterBox | 'all', isRegistrar: boolean, list: WorkList | null = null) {
  const key = `${box} ${isRegistrar} ${list}`;
  const found = compiledCounts.get(key) ?? compileCount(box, isRegistrar, list);
  compiledCounts.set(key, found);
  return found;
}
