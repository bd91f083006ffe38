import { commonProblems, type FieldError, ProblemError, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import { outbox } from '../core/queue/index.ts';
import { type LetterAnswer, momentOf } from '../letters/index.ts';
import {
  type BatchResult,
  endBatch,
  endLostBatches,
  insertBatch,
  interruptedMessage,
  reportBatch,
} from './batch-jobs.ts';
import type { SigningDeps } from './deps.ts';
import { checkSignable } from './letter-steps.ts';
import type { KeyOpener, OpenedKey } from './opener.ts';
import { createPipeline } from './pipeline.ts';
import type { SignInput, SignManyInput, VoidInput } from './schema.ts';
import { voidLetter } from './void-letter.ts';

/** What a person reads about a letter that was not signed. */
const detailOf = (error: unknown): string =>
  error instanceof ProblemError
    ? (error.details.detail ?? error.kind.title)
    : 'Surat ini tidak dapat ditandatangani karena kesalahan di sistem.';

export type SigningService = ReturnType<typeof createSigningService>;

/** Signing letters: one at once, or up to a hundred with one passphrase. */
export function createSigningService(deps: SigningDeps & { open: KeyOpener }) {
  const { tenancy, clock, open } = deps;
  const pipeline = createPipeline(deps);
  const batches = new Set<Promise<void>>();
  let isStopping = false;

  /** @throws the first letter's problem that hides most: one unknown letter makes the whole batch unknown */
  async function checkAll(ctx: OfficeContext, ids: readonly string[]): Promise<void> {
    const at = momentOf(ctx, clock);
    const checks = await tenancy.readTenant(ctx.tenant, (read) =>
      Promise.all(
        ids.map((id) =>
          checkSignable(read, ctx, id, at).then(
            () => null,
            (error: unknown) => {
              if (error instanceof ProblemError) return error;
              throw error;
            },
          ),
        ),
      ),
    );
    const errors = checks.flatMap((error, index): FieldError[] =>
      error ? [{ path: `ids.${index}`, message: detailOf(error) }] : [],
    );
    const refusals = checks.filter((error) => error !== null);
    const first = refusals.find((error) => error.kind === commonProblems.notFound) ?? refusals[0];
    if (first) throw problem(first.kind, { ...first.details, errors });
  }

  async function runBatch(ctx: OfficeContext, key: OpenedKey, id: string, ids: readonly string[]): Promise<void> {
    const batch = { id, personId: ctx.actor.personId };
    const open = new Set(ids);
    const result: BatchResult = { signed: [], failed: [], left: [] };
    const resultNow = (): BatchResult => ({ ...result, left: [...open] });
    function* wanted() {
      for (const each of ids) {
        if (isStopping) return;
        yield { id: each };
      }
    }
    try {
      for await (const outcome of pipeline.sign(ctx, key, wanted())) {
        open.delete(outcome.id);
        if (outcome.signed) result.signed.push(outcome.id);
        else {
          ctx.log.warn({ err: outcome.error, letter: outcome.id, job: id }, 'a letter of a batch was not signed');
          result.failed.push({ id: outcome.id, detail: detailOf(outcome.error) });
        }
        const progress = Math.floor(((ids.length - open.size) / ids.length) * 100);
        await tenancy.withTenant(ctx.tenant, (tx) => reportBatch(tx, batch, progress, resultNow()));
        outbox.poke();
      }
    } finally {
      const error = open.size > 0 ? interruptedMessage : null;
      await tenancy.withTenant(ctx.tenant, (tx) => endBatch(tx, batch, resultNow(), error));
      outbox.poke();
    }
  }

  return {
    /**
     * Signs one letter; answers once number, date, file and verification can be read. Passphrase and rights are checked
     * before anything changes. A letter that somebody else's attempt is at work on is waited for.
     * @throws not_found, stale_version, letter_state, not_your_turn, wrong_passphrase, passphrase_locked,
     * no_signing_certificate, …, not_printable, unavailable
     */
    async sign(ctx: OfficeContext, id: string, input: SignInput): Promise<LetterAnswer> {
      const { passphrase, version } = input;
      await tenancy.readTenant(ctx.tenant, (read) => checkSignable(read, ctx, id, momentOf(ctx, clock), version));
      const key = await open(ctx, passphrase);
      for await (const outcome of pipeline.sign(ctx, key, [{ id, version }])) {
        if (!outcome.signed) throw outcome.error;
      }
      return deps.letters.get(ctx, id);
    },

    /**
     * Signs many in the background of this process, which holds the opened key in memory and nowhere else.
     * @returns the job's id
     * @throws as `sign`, with the letters at fault in `errors`; then nothing has started
     */
    async signMany(ctx: OfficeContext, { ids, passphrase }: SignManyInput): Promise<{ jobId: string }> {
      await checkAll(ctx, ids);
      const key = await open(ctx, passphrase);
      const jobId = newId();
      await tenancy.withTenant(ctx.tenant, async (tx) => {
        await endLostBatches(tx);
        await insertBatch(tx, { id: jobId, personId: ctx.actor.personId, ids });
      });
      const batch = runBatch(ctx, key, jobId, ids)
        .catch((error: unknown) => ctx.log.error({ err: error, job: jobId }, 'a batch of letters broke off'))
        .finally(() => batches.delete(batch));
      batches.add(batch);
      return { jobId };
    },

    /** Gives up a letter that has its number; the number stays as `batal`. @see voidLetter */
    async void(ctx: OfficeContext, id: string, input: VoidInput): Promise<LetterAnswer> {
      await tenancy.withTenant(ctx.tenant, (tx) => voidLetter(tx, ctx, id, input, momentOf(ctx, clock)));
      outbox.poke();
      return deps.letters.get(ctx, id);
    },

    /** Lets batches end after the letter in hand; what is left says that it can be signed again. */
    async stop(): Promise<void> {
      isStopping = true;
      await Promise.all(batches);
    },
  };
}
