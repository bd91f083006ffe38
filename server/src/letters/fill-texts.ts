import { sql } from 'drizzle-orm';
import type { BaseLogger } from 'pino';
import { type Rounds, startRounds } from '../core/rounds.ts';
import type { Tenancy, Tenant } from '../core/tenancy/index.ts';

/** Letters of one transaction: well under a second. */
const atOnce = 100;
/** Between two looks at one regency. Only an upgrade or a restored archive leaves letters without their text. */
const everyMs = 3_600_000;

/**
 * Gives their search text to letters that were there before there was one, the newest first. Letters written since have
 * theirs from triggers. May be broken off and run again at any time.
 * @returns how many got theirs
 */
export async function fillTexts(tenancy: Pick<Tenancy, 'withTenant'>, regency: Tenant): Promise<number> {
  let filled = 0;
  for (;;) {
    const count = await tenancy.withTenant(regency, async (tx) => {
      const [row] = await tx.execute<{ count: number }>(sql`
        select cardinality(ids) as count, refresh_letter_texts(ids) from (select array(select l.id from letters l
          where not exists (select from letter_texts t where t.letter_id = l.id)
          order by l.id desc limit ${atOnce}) as ids) missing`);
      return row?.count ?? 0;
    });
    filled += count;
    if (count < atOnce) return filled;
  }
}

/** Sees to it at all regencies, as long as the worker lives. */
export const startTextFill = (deps: { tenancy: Tenancy; log: Pick<BaseLogger, 'warn'> }): Rounds =>
  startRounds({
    ...deps,
    everyMs,
    purpose: 'filling in texts of letters for search',
    async visit(regency) {
      await fillTexts(deps.tenancy, regency);
    },
  });
