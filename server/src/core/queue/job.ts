import type { BaseLogger } from 'pino';
import type { z } from 'zod';
import type { PlatformTx, Tenant } from '../tenancy/index.ts';

/** Where the queue writes its log: a pino logger or a part of one. */
export type Log = Pick<BaseLogger, 'debug' | 'info' | 'warn' | 'error'>;

/** What a handler may know and do while it runs. */
export type JobContext<Deps, Whose extends Tenant | null> = {
  /** The regency that the job belongs to; null only for jobs of the platform that name none. */
  tenant: Whose;
  /** Id of the job's row in `platform.work`, the same at every attempt: a good key for idempotent effects. */
  workId: string;
  /** 1 for the first try in this queue; starts again at 1 after the reconciler found a job lost. */
  jobAttempt: number;
  /** Tells how far the job is, in whole percent. */
  progress(percent: number): Promise<void>;
  log: Log;
  deps: Deps;
};

type Options<Deps, Payload extends z.ZodType> = {
  /** Unique, dotted, lower case: `letter.deliver`. */
  kind: string;
  /** What `outbox.add` was given; anything else fails the job at once. */
  payload: Payload;
  /** Tries before the job is given up; 5 when not said. A crash of the process is not counted here. */
  attempts?: number;
  /** First pause between two tries in milliseconds, doubled each time; 1,000 when not said. */
  backoffMs?: number;
  /** Runs in the transaction that marks the job as failed for good; error is the last one's message. */
  onFailed?(tx: PlatformTx, payload: z.output<Payload>, error: string, deps: Deps): Promise<void>;
};

/** Done before and asked again, it must do no harm: after a crash the same job runs again from its beginning. */
export type TenantJob<Deps, Payload extends z.ZodType> = Options<Deps, Payload> & {
  login: 'tenant';
  handle(ctx: JobContext<Deps, Tenant>, payload: z.output<Payload>): Promise<unknown>;
};
export type PlatformJob<Deps, Payload extends z.ZodType> = Options<Deps, Payload> & {
  login: 'platform';
  handle(ctx: JobContext<Deps, Tenant | null>, payload: z.output<Payload>): Promise<unknown>;
};

/** A job as the worker keeps it, whatever its payload. */
export type Job<Deps> = {
  kind: string;
  login: 'tenant' | 'platform';
  attempts: number;
  backoffMs: number;
  run(ctx: JobContext<Deps, Tenant | null>, payload: unknown): Promise<unknown>;
  failed(tx: PlatformTx, payload: unknown, error: string, deps: Deps): Promise<void>;
};

/** The job cannot succeed, however often it is tried: it fails at once, with this message. */
export class JobCannotSucceed extends Error {
  override readonly name = 'JobCannotSucceed';
}

/**
 * The job cannot be done yet and will be later: it is looked at again after a while, as often as it takes, and no try is
 * counted. For deliveries to a regency that is suspended.
 */
export class JobMustWait extends Error {
  override readonly name = 'JobMustWait';
}

/**
 * Describes a job. `login: 'tenant'`: it works for one regency; it waits while that regency is not active and fails when
 * the regency is removed. `login: 'platform'`: it works for the control plane and sees the regency in any state; one
 * that a regency's login ordered is refused.
 * What `handle` returns is kept as the job's result.
 */
export function defineJob<Payload extends z.ZodType, Deps = unknown>(
  job: TenantJob<Deps, Payload> | PlatformJob<Deps, Payload>,
): Job<Deps> {
  return {
    kind: job.kind,
    login: job.login,
    attempts: job.attempts ?? 5,
    backoffMs: job.backoffMs ?? 1_000,
    async run(ctx, raw) {
      const parsed = job.payload.safeParse(raw);
      if (!parsed.success) throw new JobCannotSucceed(`payload of ${job.kind}: ${parsed.error.message}`);
      if (job.login === 'platform') return job.handle(ctx, parsed.data);
      if (!ctx.tenant) throw new JobCannotSucceed(`${job.kind} needs a regency, and its order names none`);
      return job.handle({ ...ctx, tenant: ctx.tenant }, parsed.data);
    },
    async failed(tx, raw, error, deps) {
      const parsed = job.payload.safeParse(raw);
      if (parsed.success) await job.onFailed?.(tx, parsed.data, error, deps);
    },
  };
}
