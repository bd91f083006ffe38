import { sql } from 'drizzle-orm';
import type { BaseLogger } from 'pino';
import { type Tenancy, tenantOf } from '../tenancy/index.ts';
import { sealPlatform, sealTenant } from './chain.ts';

export type Sealer = { close(): Promise<void> };

type Deps = {
  tenancy: Tenancy;
  log: Pick<BaseLogger, 'warn'>;
  /** Between two rounds over the regencies that had jobs since the last; 10,000 ms. */
  everyMs?: number;
  /** Between two rounds over all active regencies; 600,000 ms. */
  allEveryMs?: number;
};

const limit = 500;

/**
 * Seals audit rows in the background. Regencies that ordered jobs are sealed within seconds; those that only signed in
 * or read, at the next round over all, so that nobody logs in as hundreds of regencies every few seconds.
 */
export function startSealer({ tenancy, log, everyMs = 10_000, allEveryMs = 600_000 }: Deps): Sealer {
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let current: Promise<void> = Promise.resolve();
  let allAt = 0;
  let since: string | null = null;

  async function due(): Promise<string[]> {
    const all = Date.now() - allAt > allEveryMs;
    if (all) allAt = Date.now();
    const rows = await tenancy.readPlatform((read) =>
      read.execute<{ slug: string; now: string }>(sql`select slug, now()::text as now from platform.tenants
        where status = 'active' and (${all} or slug in (select tenant_slug from platform.work
          where created_at > coalesce(${since}::timestamptz, now()) - interval '1 minute'))`),
    );
    since = rows[0]?.now ?? since;
    return rows.map((row) => row.slug);
  }

  async function round(): Promise<void> {
    while (!closed && (await tenancy.withPlatform((tx) => sealPlatform(tx, limit))) === limit);
    for (const slug of await due()) {
      while (!closed && (await tenancy.withTenant(tenantOf(slug), (tx) => sealTenant(tx, limit))) === limit);
    }
  }

  function schedule(): void {
    if (closed) return;
    timer = setTimeout(() => {
      current = round()
        .catch((error: unknown) => log.warn({ err: error }, 'sealing the audit log failed'))
        .then(schedule);
    }, everyMs);
  }
  schedule();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await current;
    },
  };
}
