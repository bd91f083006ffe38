import type { Log } from '../core/queue/index.ts';
import type { Authorities } from './service.ts';

/** How often the worker looks whether a list is due; lists are good for a month and renewed after half of it. */
const everyMs = 6 * 3_600_000;

/** Keeps revocation lists in date as long as it runs. Several workers may do it: a list too many does no harm. */
export function startListRenewal(options: { authorities: Pick<Authorities, 'renewLists'>; log: Log }): {
  close(): Promise<void>;
} {
  const { authorities, log } = options;
  let running: Promise<void> = Promise.resolve();
  const renew = (): void => {
    running = authorities.renewLists().then(
      (renewed) => {
        if (renewed > 0) log.info({ renewed }, 'revocation lists were renewed');
      },
      (error: unknown) => log.error({ err: error }, 'revocation lists were not renewed; tried again in some hours'),
    );
  };
  renew();
  const timer = setInterval(renew, everyMs);
  timer.unref();
  return {
    async close() {
      clearInterval(timer);
      await running;
    },
  };
}
