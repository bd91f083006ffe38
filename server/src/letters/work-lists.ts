import { type SQL, sql } from 'drizzle-orm';
import { type Inputs, statement } from '../core/tenancy/index.ts';
import { accessIn, type Reader } from './reader.ts';

/** Lists of letters that wait for somebody, as the home page counts them and GET /letters?list= shows them. */
export const workLists = [
  'to_sign',
  'to_approve',
  'drafts_returned',
  'signed_not_sent',
  'deliveries_failed',
  'unread',
  'not_followed_up',
  'dispositions_unread',
  'dispositions_not_followed_up',
  'copies_unread',
] as const;
export type WorkList = (typeof workLists)[number];

/** For whom and for which posts the lists are made. */
export type WorkListInputs = {
  personId: string;
  approvePositions: string[];
  signPositions: string[];
  disposePositions: string[];
};

/**
 * Ids of a list's letters, each once. All start from what is open, for the posts of one person, by an index of its own:
 * how many letters there are besides does not matter.
 */
export function lettersOfWorkList(list: WorkList, input: Inputs<WorkListInputs>): SQL {
  // The values stand in the text, since an index over open rows is used only where its condition is seen.
  const turn = (act: SQL, positions: unknown) => sql`select s.letter_id from letter_steps s
    where s.state = 'turn' and s.act = ${act} and s.position_id = any(${positions}::uuid[])`;
  const route = (purpose: SQL, rest: SQL) => sql`select r.letter_id from letter_routes r
    join letters l on l.id = r.letter_id and l.state = 'registered'
    where r.position_id = any(${input.disposePositions}::uuid[]) and r.withdrawn_at is null
      and r.purpose = ${purpose} and ${rest}`;
  const disposition = (states: SQL) => sql`select distinct d.letter_id from dispositions d
    where d.to_position_id = any(${input.disposePositions}::uuid[]) and d.state in (${states})`;
  switch (list) {
    case 'to_sign':
      return sql`select distinct t.letter_id from (${turn(sql`'sign'`, input.signPositions)}) t`;
    case 'to_approve':
      return sql`select distinct t.letter_id from (${turn(sql`'approve'`, input.approvePositions)}) t`;
    case 'drafts_returned':
      return sql`select l.id as letter_id from letters l where l.drafter_id = ${input.personId}::uuid
        and l.direction = 'outgoing' and l.state = 'returned'`;
    case 'signed_not_sent':
      return sql`select l.id as letter_id from letters l where l.direction = 'outgoing' and l.state = 'signed'
        and (l.drafter_id = ${input.personId}::uuid or l.turn_position_id = any(${input.approvePositions}::uuid[]))`;
    case 'deliveries_failed':
      return sql`select distinct f.letter_id from letter_recipients f join letters l on l.id = f.letter_id
        where f.delivery in ('failed', 'bounced') and l.state = 'sent' and (l.drafter_id = ${input.personId}::uuid
          or l.signer_position_id = any(${input.signPositions}::uuid[]))`;
    case 'unread':
      return route(sql`'act'`, sql`r.done_at is null and r.read_at is null`);
    case 'not_followed_up':
      return route(sql`'act'`, sql`r.done_at is null`);
    case 'copies_unread':
      return route(sql`'information'`, sql`r.read_at is null`);
    case 'dispositions_unread':
      return disposition(sql`'unread'`);
    case 'dispositions_not_followed_up':
      return disposition(sql`'unread', 'read'`);
  }
}

const compile = (isRegistrar: boolean) =>
  statement((db, input: Inputs<WorkListInputs & Reader & { today: string }>) => {
    // A delegate's turn on a secret letter is no work of theirs unless they may read it.
    const access = accessIn({ id: sql`w.letter_id`, secrecy: sql`l.secrecy` }, input, input.today, isRegistrar);
    const count = (list: WorkList) => sql<number>`(select count(*)::int from (${lettersOfWorkList(list, input)}) w
      join letters l on l.id = w.letter_id where ${access} is not null)`;
    const counts = Object.fromEntries(workLists.map((list) => [list, count(list)]));
    return db.select(counts as Record<WorkList, SQL<number>>).from(sql`(select 1) as once`);
  });
const forRegistrars = compile(true);
const forOthers = compile(false);

/** How long each list is, in one statement. */
export const countWorkLists = (isRegistrar: boolean) => (isRegistrar ? forRegistrars : forOthers);
