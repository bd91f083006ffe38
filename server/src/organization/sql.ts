import { type SQL, sql } from 'drizzle-orm';

export interface Holder {
  personId: string;
  name: string;
  mode: 'definitif' | 'plt' | 'plh' | 'pj' | 'pjs';
}

/** Who holds the position `positionId` (SQL) on the date `today`: jsonb of `Holder`, null for an empty post. */
export const holderOf = (positionId: SQL, today: unknown): SQL => sql`(
  select jsonb_build_object('personId', h.id, 'name', h.name, 'mode', a.mode)
  from assignments a join people h on h.id = a.person_id
  where a.position_id = ${positionId} and ${today}::date >= a.starts_on and (a.ends_on is null or ${today}::date <= a.ends_on)
  limit 1)`;

/** Joins who holds the position `pos` on `today`: the assignment as `a`, the person as `h`. For many positions at once. */
export const joinHolder = (today: string): SQL => sql`
  left join assignments a on a.position_id = pos.id and ${today}::date >= a.starts_on
    and (a.ends_on is null or ${today}::date <= a.ends_on)
  left join people h on h.id = a.person_id`;

const validTo = { u: sql`u.valid_to`, pos: sql`pos.valid_to` };

/** Still there on `today`. `row` is the alias of a unit or position. */
export const isValid = (row: keyof typeof validTo, today: string): SQL =>
  sql`(${validTo[row]} is null or ${validTo[row]} >= ${today}::date)`;

/** Kinds of position that lead a unit, the leading one first. */
const heads = sql`array['regent', 'secretary', 'unit_head', 'deputy_regent', 'division_head']`;

/** The position that leads the unit `u` today: jsonb of position, title and holder, or null. */
export const headOf = (today: string): SQL => sql`(
  select jsonb_build_object('positionId', pos.id, 'title', pos.title, 'holder', ${holderOf(sql`pos.id`, today)})
  from positions pos where pos.unit_id = u.id and pos.kind = any(${heads}) and ${isValid('pos', today)}
  order by array_position(${heads}, pos.kind), pos.id limit 1)`;
