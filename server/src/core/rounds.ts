import { sql } from 'drizzle-orm';
import type { BaseLogger } from 'pino';
import { type Tenancy, type Tenant, tenantOf } from './tenancy/index.ts';

export interface Rounds {
  /** Visits every active regency once, now. */
  runOnce(): Promise<void>;
  close(): Promise<void>;
}

interface Deps {
  tenancy: Pick<Tenancy, 'readPlatform'>;
  log: Pick<BaseLogger, 'warn'>;
  /** What is done at each regency; must do no harm twice, since several workers go their rounds. */
  visit(regency: Tenant & { timeZone: string }): Promise<void>;
  /** For the log: what the rounds are for. */
  purpose: string;
  everyMs: number;
}

/**
 * Visits every active regency from time to time, one after another and spread over the interval, so that five hundred of
 * them never open their connections at once. A regency that fails is left for the next round.
 */
export function startRounds({ tenancy, log, visit, purpose, everyMs }: Deps): Rounds {
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let wake: () => void = () => undefined;
  let current: Promise<void> = Promise.resolve();

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
      timer = setTimeout(resolve, ms);
    });

  async function round(pauseMs: (count: number) => number): Promise<void> {
    const rows = await tenancy.readPlatform((read) =>
      read.execute<{ slug: string; timeZone: string }>(
        sql`select slug, time_zone as "timeZone" from platform.tenants where status = 'active' order by slug`,
      ),
    );
    for (const { slug, timeZone } of rows) {
      if (closed) return;
      try {
        await visit({ ...tenantOf(slug), timeZone });
      } catch (error) {
        log.warn({ err: error, tenant: slug }, `${purpose} failed`);
      }
      if (pauseMs(rows.length) > 0) await pause(pauseMs(rows.length));
    }
  }

  async function goOn(): Promise<void> {
    while (!closed) {
      await pause(Math.min(everyMs, 5_000));
      if (closed) return;
      const started = Date.now();
      try {
        await round((count) => Math.min(1_000, everyMs / (2 * count)));
      } catch (error) {
        log.warn({ err: error }, `${purpose} failed`);
      }
      const left = everyMs - (Date.now() - started);
      if (left > 0 && !closed) await pause(left);
    }
  }
  current = goOn();

  return {
    runOnce: () => round(() => 0),
    async close() {
      closed = true;
      clearTimeout(timer);
      wake();
      await current;
    },
  };
}
