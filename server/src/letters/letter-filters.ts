import { type SQL, sql } from 'drizzle-orm';
import type { Inputs } from '../core/tenancy/index.ts';
import { likePattern } from './like.ts';
import type { LetterCountQuery } from './schema.ts';

/** What lists and search can be narrowed to; null leaves a filter out. Inputs of their statements. */
export type LetterFilters = {
  direction: string | null;
  state: string | null;
  type: string | null;
  secrecy: string | null;
  urgency: string | null;
  /** A LIKE pattern: a class and all below it. */
  classification: string | null;
  /** The unit that wrote or received it, with all units below. */
  unitId: string | null;
  /** Who drafted or signed it. */
  writerId: string | null;
  dateFrom: string | null;
  dateTo: string | null;
  /** `yes` or `no`. */
  attachment: string | null;
};

export function filtersOf(query: LetterCountQuery): LetterFilters {
  return {
    direction: query.direction ?? null,
    state: query.state ?? null,
    type: query.type ?? null,
    secrecy: query.secrecy ?? null,
    urgency: query.urgency ?? null,
    classification: query.classification ? likePattern(query.classification).slice(1) : null,
    unitId: query.unit ?? null,
    writerId: query.person ?? null,
    dateFrom: query.from ?? null,
    dateTo: query.to ?? null,
    attachment: query.attachment ?? null,
  };
}

/** The condition over `letters`; a letter without a date counts by the day it was made here. */
export const matchesFilters = (input: Inputs<LetterFilters>): SQL => sql`(
  (${input.direction}::text is null or letters.direction = ${input.direction}::text)
  and (${input.state}::text is null or letters.state = ${input.state}::text)
  and (${input.type}::text is null or letters.type = ${input.type}::text)
  and (${input.secrecy}::text is null or letters.secrecy = ${input.secrecy}::text)
  and (${input.urgency}::text is null or letters.urgency = ${input.urgency}::text)
  and (${input.classification}::text is null or letters.classification like ${input.classification}::text)
  and (${input.unitId}::uuid is null or letters.unit_id in (
    with recursive below as (select ${input.unitId}::uuid as id
      union select u.id from units u join below b on u.parent_id = b.id) select id from below))
  and (${input.writerId}::uuid is null or letters.drafter_id = ${input.writerId}::uuid
    or letters.signer_id = ${input.writerId}::uuid)
  and (${input.dateFrom}::date is null
    or coalesce(letters.letter_date, (letters.created_at at time zone (select time_zone from settings))::date) >= ${input.dateFrom}::date)
  and (${input.dateTo}::date is null
    or coalesce(letters.letter_date, (letters.created_at at time zone (select time_zone from settings))::date) <= ${input.dateTo}::date)
  and (${input.attachment}::text is null or (${input.attachment}::text = 'yes')
    = exists (select from letter_attachments a where a.letter_id = letters.id)))`;
