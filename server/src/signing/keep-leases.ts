import { sql } from 'drizzle-orm';
import type { DocumentToSign } from '../adapters/signing/index.ts';
import type { Clock } from '../core/clock.ts';
import type { OfficeContext } from '../core/http/context.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import { leaseMs } from './rules.ts';

type Documents = Iterable<DocumentToSign> | AsyncIterable<DocumentToSign>;

/**
 * Keeps letters from being taken up by another attempt while a provider elsewhere is at work on them, which may take a
 * minute; if this process dies, their leases lapse within seconds as usual.
 */
export function keepLeases(ctx: OfficeContext, { tenancy, clock }: { tenancy: Tenancy; clock: Clock }) {
  const open = new Set<string>();
  const timer = setInterval(() => {
    if (open.size === 0) return;
    tenancy
      .withTenant(ctx.tenant, (tx) =>
        tx.execute(sql`update letters set signing_started_at = ${clock.now().toISOString()}::timestamptz
          where id = any(${sql.param([...open])}::uuid[]) and state = 'signing' and signing_started_at is not null`),
      )
      .catch((error: unknown) => ctx.log.warn({ err: error }, 'leases of letters under way were not renewed'));
  }, leaseMs / 3);
  timer.unref();
  return {
    /** Passes documents on and remembers them. */
    async *watch(documents: Documents): AsyncGenerator<DocumentToSign> {
      for await (const document of documents) {
        open.add(document.id);
        yield document;
      }
    },
    ended: (id: string): boolean => open.delete(id),
    stop: (): void => clearInterval(timer),
  };
}
