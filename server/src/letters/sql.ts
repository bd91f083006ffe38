import { type SQL, sql } from 'drizzle-orm';

/** A jsonb expression as a value of type `T`; instants within are strings. */
export const json = <T>(expression: SQL) =>
  sql<T>`${expression}`.mapWith((value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value) as T);

/** ISO 8601 in UTC of an instant that came out of jsonb. */
export const isoTime = (text: string): string => new Date(text).toISOString();
export const isoTimeOrNull = (text: string | null): string | null => (text === null ? null : isoTime(text));
