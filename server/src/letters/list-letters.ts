import { desc, type SQL, sql } from 'drizzle-orm';
import { type Inputs, statement } from '../core/tenancy/index.ts';
import { holderOf } from '../organization/index.ts';
import { type Reader, readableIds } from './reader.ts';
import { json } from './sql.ts';
import { letters } from './tables.ts';

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
}

type ListInputs = Reader & {
  today: string;
  approvePositions: string[];
  signPositions: string[];
  state: string | null;
  type: string | null;
  pattern: string | null;
  cursor: string | null;
  limit: number;
};

// Table names are written out in templates: from a single table Drizzle drops them, and a subquery would then name
// its own column.
const letterColumns = (today: unknown) => ({
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
});

type ListPlaceholders = Inputs<ListInputs>;

/** What waits for the person's approval or signature (contract.md, `box=todo`). */
export const waitsForMe = (input: { approvePositions: unknown; signPositions: unknown }): SQL => sql`letters.id in (
  select s.letter_id from letter_steps s where s.state = 'turn' and (
    (s.act = 'approve' and s.position_id = any(${input.approvePositions}::uuid[]))
    or (s.act = 'sign' and s.position_id = any(${input.signPositions}::uuid[]))))`;

function boxCondition(box: LetterBox | 'all', input: ListPlaceholders, isRegistrar: boolean): SQL {
  const readable = sql`letters.id in ${readableIds(input, input.today, isRegistrar)}`;
  switch (box) {
    case 'todo':
      return waitsForMe(input);
    case 'draft':
      return sql`letters.drafter_id = ${input.personId}::uuid and letters.direction = 'outgoing'
        and letters.state in ('draft', 'returned')`;
    case 'inbox':
      return sql`letters.direction = 'incoming' and letters.state in ('received', 'registered') and ${readable}`;
    case 'approval':
      return sql`letters.state in ('in_approval', 'awaiting_signature', 'signing') and ${readable}`;
    case 'outbox':
      return sql`letters.direction = 'outgoing' and letters.state in ('signed', 'sent') and ${readable}`;
    case 'archive':
      return sql`letters.state in ('archived', 'cancelled') and ${readable}`;
    case 'all':
      return readable;
  }
}

const compile = (box: LetterBox | 'all', isRegistrar: boolean) =>
  statement((db, input: Inputs<ListInputs>) =>
    db
      .select(letterColumns(input.today))
      .from(letters)
      .where(
        sql`${boxCondition(box, input, isRegistrar)}
          and (${input.state}::text is null or letters.state = ${input.state}::text)
          and (${input.type}::text is null or letters.type = ${input.type}::text)
          and (${input.pattern}::text is null or letters.subject ilike ${input.pattern}::text
            or letters.number ilike ${input.pattern}::text or letters.agenda_number ilike ${input.pattern}::text
            or letters.sender_name ilike ${input.pattern}::text)
          and (${input.cursor}::uuid is null or letters.id < ${input.cursor}::uuid)`,
      )
      .orderBy(desc(letters.id))
      .limit(input.limit),
  );

const forRegistrars = new Map([...letterBoxes, 'all' as const].map((box) => [box, compile(box, true)]));
const forOthers = new Map([...letterBoxes, 'all' as const].map((box) => [box, compile(box, false)]));

/** The compiled list of a box; registrars have one of their own, which walks over the units that they serve. */
export function listStatement(box: LetterBox | 'all', isRegistrar: boolean) {
  const found = (isRegistrar ? forRegistrars : forOthers).get(box);
  if (!found) throw new Error(`no list for ${box}`);
  return found;
}
