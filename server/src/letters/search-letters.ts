import { desc, sql } from 'drizzle-orm';
import type { Actor } from '../core/rights/index.ts';
import { type Inputs, statement, type TenantRead } from '../core/tenancy/index.ts';
import { likePattern } from './like.ts';
import { type Reader, readableIds, readerOf } from './reader.ts';
import { letters } from './tables.ts';

const compile = (isRegistrar: boolean) =>
  statement((db, input: Inputs<Reader & { today: string; pattern: string; limit: number }>) =>
    db
      .select({ id: letters.id, subject: letters.subject, number: letters.number, state: letters.state })
      .from(letters)
      .where(
        sql`letters.id in ${readableIds(input, input.today, isRegistrar)} and (letters.subject ilike ${input.pattern}::text
          or letters.number ilike ${input.pattern}::text or letters.agenda_number ilike ${input.pattern}::text
          or letters.sender_name ilike ${input.pattern}::text)`,
      )
      .orderBy(desc(letters.id))
      .limit(input.limit),
  );
const forRegistrars = compile(true);
const forOthers = compile(false);

/** The newest letters that the person may read and whose subject, number or sender contains the words. */
export function searchLetters(read: TenantRead, actor: Actor, search: { q: string; today: string; limit: number }) {
  const reader = readerOf(actor);
  const run = reader.registryUnits.length > 0 ? forRegistrars : forOthers;
  return run(read, { ...reader, today: search.today, pattern: likePattern(search.q), limit: search.limit });
}
