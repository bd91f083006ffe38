import { type SQL, sql } from 'drizzle-orm';
import { type Actor, type DelegatedAct, positionsFor } from '../core/rights/index.ts';
import { sealedSubject, secretIn } from './secrecy.ts';
import type { ParticipantReason } from './tables.ts';

/** Why a delegate reads: only what the delegated act needs. */
const reasonsOfAct: Record<DelegatedAct, readonly ParticipantReason[]> = {
  approve: ['approver'],
  sign: ['signer'],
  dispose: ['addressee', 'copy', 'routed', 'disposition'],
};

/** The person as the reading rule sees them; the inputs of its statements. */
export type Reader = {
  personId: string;
  /** Positions held. */
  held: string[];
  /** Positions acted for as a delegate. */
  delegated: string[];
  /** `<position>:<reason>` for which a delegate reads. */
  delegatedReasons: string[];
  /** Those of them that hold for secret letters too. */
  secretReasons: string[];
  /** Units of the positions that a registrar holds; empty for everyone else. */
  registryUnits: string[];
};

/** @see readableIds */
export function readerOf(actor: Actor): Reader {
  const held = actor.positions.filter((position) => position.mode !== 'delegate');
  const delegations = actor.positions.filter((position) => position.mode === 'delegate');
  const reasonsOf = (positions: typeof delegations) =>
    positions.flatMap((position) =>
      position.acts.flatMap((act) => reasonsOfAct[act].map((reason) => `${position.id}:${reason}`)),
    );
  return {
    personId: actor.personId,
    held: held.map((position) => position.id),
    delegated: delegations.map((position) => position.id),
    delegatedReasons: reasonsOf(delegations),
    secretReasons: reasonsOf(delegations.filter((position) => position.secretLetters === true)),
    registryUnits: actor.roles.includes('tu') ? [...new Set(held.map((position) => position.unitId))] : [],
  };
}

/** The reader for hand-written templates: each list as one parameter, since a bare one would be spread. */
export const asParameters = (reader: Reader) => ({
  personId: reader.personId,
  held: sql.param(reader.held),
  delegated: sql.param(reader.delegated),
  delegatedReasons: sql.param(reader.delegatedReasons),
  secretReasons: sql.param(reader.secretReasons),
  registryUnits: sql.param(reader.registryUnits),
});

/** Positions for which the person approves and signs; inputs of the list of what waits for them. */
export const turnPositions = (actor: Actor) => ({
  approvePositions: positionsFor(actor, 'approve'),
  signPositions: positionsFor(actor, 'sign'),
  disposePositions: positionsFor(actor, 'dispose'),
});

type ReaderInputs = { [K in keyof Reader]: unknown };

/**
 * Ids of the units that a registrar serves: the whole of the registrar's own organisation (the unit below the regent),
 * and, for one in the secretariat, every organisation that has no registrar of its own.
 */
export const servedUnits = (registryUnits: unknown, today: unknown): SQL => sql`(
  with recursive tree as (
    select u.id, u.id as top, u.kind from units u left join units up on up.id = u.parent_id
      where up.id is null or up.kind = 'regent'
    union all
    select u.id, t.top, u.kind from units u join tree t on u.parent_id = t.id where t.kind <> 'regent'
  ), mine as (
    select t.top, top_unit.kind from tree t join units top_unit on top_unit.id = t.top
      where t.id = any(${registryUnits}::uuid[])
  )
  select t.id from tree t where t.top in (select top from mine)
  union
  select t.id from tree t where exists (select from mine where kind = 'secretariat') and t.top not in (
    select t2.top from person_roles pr
      join assignments a on a.person_id = pr.person_id and ${today}::date >= a.starts_on
        and (a.ends_on is null or ${today}::date <= a.ends_on)
      join positions pos on pos.id = a.position_id join tree t2 on t2.id = pos.unit_id
      where pr.role = 'tu'))`;

/** Whether a delegate's participation opens the letter: for the delegated act, and where secret, for secret letters. */
const delegateReads = (reader: ReaderInputs, secrecy: SQL): SQL => sql`(p.position_id = any(${reader.delegated}::uuid[])
  and p.position_id::text || ':' || p.reason = any(case when ${secretIn(secrecy)} then ${reader.secretReasons}::text[]
    else ${reader.delegatedReasons}::text[] end))`;

/**
 * Ids of the letters that the person may read (contract.md, "read a letter"): drafter, chain, signer, addressees, the
 * disposition line, and their registrars. Nobody else, whatever the role. A unit among the participants stands for its
 * registrars, who do not read what is secret (`accessOf`).
 * @param isRegistrar leaves out the registrars' part, which costs a walk over the units
 * @param scope `envelope` adds the secret letters of which registrars see the envelope: for lists that mask them
 */
export function readableIds(
  reader: ReaderInputs,
  today: unknown,
  isRegistrar: boolean,
  scope: 'full' | 'envelope' = 'full',
): SQL {
  const open = scope === 'envelope' ? sql`` : sql`and not ${secretIn(sql`s.secrecy`)}`;
  const registrars = sql`union all select p.letter_id from letter_participants p join letters s on s.id = p.letter_id
    where p.unit_id in ${servedUnits(reader.registryUnits, today)} ${open}`;
  return sql`(
    select p.letter_id from letter_participants p where p.person_id = ${reader.personId}::uuid
    union all select p.letter_id from letter_participants p where p.position_id = any(${reader.held}::uuid[])
    union all select p.letter_id from letter_participants p join letters s on s.id = p.letter_id
      where ${delegateReads(reader, sql`s.secrecy`)}
    ${isRegistrar ? registrars : sql``})`;
}

/** Participations `p` in a letter of this `secrecy` that let the person at least handle its envelope. */
const participates = (reader: ReaderInputs, secrecy: SQL, today: unknown, isRegistrar: boolean): SQL => sql`(
  p.person_id = ${reader.personId}::uuid
  or p.position_id = any(${reader.held}::uuid[])
  or ${delegateReads(reader, secrecy)}
  or ${isRegistrar ? sql`p.unit_id in ${servedUnits(reader.registryUnits, today)}` : sql`false`})`;

/** Why the person may read or handle a letter. `sealed`: only its envelope. */
export interface ReadingReason {
  reason: ParticipantReason;
  /** The unit served, for a registrar. */
  unitId: string | null;
  sealed: boolean;
}

/**
 * Why the person has to do with the letter `letterId` (SQL): a jsonb list of `ReadingReason`, empty if not at all. Only
 * a reason that is not `sealed` opens more than the envelope.
 */
export function readingReasons(letterId: SQL, reader: ReaderInputs, today: unknown, isRegistrar: boolean): SQL {
  return sql`(select coalesce(jsonb_agg(distinct jsonb_build_object('reason', p.reason, 'unitId', p.unit_id,
      'sealed', p.unit_id is not null and ${secretIn(sql`s.secrecy`)})), '[]')
    from letter_participants p join letters s on s.id = p.letter_id
    where p.letter_id = ${letterId} and ${participates(reader, sql`s.secrecy`, today, isRegistrar)})`;
}

/**
 * What the person may see of the letter at hand, letter by letter: `full`, `envelope`, or null for nothing. For going
 * through candidates newest first: the planner cannot turn it into a join over all participants there are.
 * @param letter columns of the letter, such as `letters.id`
 */
export function accessIn(
  letter: { id: SQL; secrecy: SQL },
  reader: ReaderInputs,
  today: unknown,
  isRegistrar: boolean,
): SQL {
  const sealed = sql`p.unit_id is not null and ${secretIn(letter.secrecy)}`;
  return sql`(select case when ${sealed} then 'envelope' else 'full' end from letter_participants p
    where p.letter_id = ${letter.id} and ${participates(reader, letter.secrecy, today, isRegistrar)}
    order by ${sealed} limit 1)`;
}

/** Whether the person may read the letter at hand with all it holds: for lists of things that hang on a letter. */
export const mayRead = (actor: Actor, letter: { id: SQL; secrecy: SQL }, today: unknown): SQL => {
  const reader = readerOf(actor);
  return sql`${accessIn(letter, asParameters(reader), today, reader.registryUnits.length > 0)} = 'full'`;
};

/** The subject of the letter at hand as the person may see it: only the class of one that is secret to them. */
export const shownSubject = (
  letter: { id: SQL; secrecy: SQL; subject: SQL },
  reader: ReaderInputs,
  today: unknown,
  isRegistrar: boolean,
): SQL => sql`case when not ${secretIn(letter.secrecy)} or ${accessIn(letter, reader, today, isRegistrar)} = 'full'
  then ${letter.subject} when ${letter.secrecy} = 'rahasia' then ${sealedSubject.rahasia}::text
  else ${sealedSubject.sangat_rahasia}::text end`;
