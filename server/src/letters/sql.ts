import { type SQL, sql } from 'drizzle-orm';

/** A jsonb expression as a value of type `T`; instants within are strings. */
export const json = <T>(expression: SQL) =>
  sql<T>`${expression}`.mapWith((value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value) as T);

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

/** ISO 8601 in UTC of an instant that came out of jsonb. */
export const isoTime = (text: string): string => new Date(text).toISOString();
export const isoTimeOrNull = (text: string | null): string | null => (text === null ? null : isoTime(text));
