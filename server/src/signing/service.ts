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
import { isProviderAway } from './outcome.ts';
import { createPipeline, type LetterOutcome } from './pipeline.ts';
import { signingProblems } from './problems.ts';
import type { SigningQueue } from './queue.ts';
import { refusalKinds } from './refusals.ts';
import type { SignInput, SignManyInput, VoidInput } from './schema.ts';
import { voidLetter } from './void-letter.ts';

/** What a person reads about a letter that was not signed. */
const detailOf = (error: unknown): string =>
  error instanceof ProblemError
    ? (error.details.detail ?? error.kind.title)
    : 'Surat ini tidak dapat ditandatangani karena kesalahan di sistem.';

/** Between two reports of a batch: often enough for a bar that moves, seldom enough not to hold up the letters. */
const reportEveryMs = 150;

/** The person may not sign, whatever the letter. */
const isRefusal = (error: unknown): boolean => error instanceof ProblemError && refusalKinds.has(error.kind);

export type SigningService = ReturnType<typeof createSigningService>;

/** Signing letters: one at once, or up to a hundred with one passphrase. */
export function createSigningService(deps: SigningDeps & { open: KeyOpener; queue: SigningQueue }) {
  const { tenancy, clock, open, queue } = deps;
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

  /** Letters that a provider signed may have waited for it. */
  const leaveQueue = async (ctx: OfficeContext, key: OpenedKey, id: string): Promise<void> => {
    if (!key.session.credentialChecked) await queue.remove(ctx, id);
  };

  async function runBatch(
    ctx: OfficeContext,
    key: OpenedKey,
    { id, ids }: { id: string; ids: readonly string[] },
    outcomes: AsyncIterable<LetterOutcome>,
  ): Promise<void> {
    const batch = { id, personId: ctx.actor.personId };
    const open = new Set(ids);
    const result: BatchResult = { signed: [], failed: [], left: [], queued: [] };
    const resultNow = (): BatchResult => ({ ...result, left: [...open] });
    let away: unknown = null;
    let reportedAt = 0;
    try {
      for await (const outcome of outcomes) {
        if (!outcome.signed && isProviderAway(outcome.error)) {
          away = outcome.error;
          continue;
        }
        open.delete(outcome.id);
        if (outcome.signed) {
          result.signed.push(outcome.id);
          await leaveQueue(ctx, key, outcome.id);
        } else {
          ctx.log.warn({ err: outcome.error, letter: outcome.id, job: id }, 'a letter of a batch was not signed');
          result.failed.push({ id: outcome.id, detail: detailOf(outcome.error) });
        }
        if (Date.now() - reportedAt < reportEveryMs) continue;
        reportedAt = Date.now();
        const progress = Math.floor(((ids.length - open.size) / ids.length) * 100);
        await tenancy.withTenant(ctx.tenant, (tx) => reportBatch(tx, batch, progress, resultNow()));
        outbox.poke();
      }
      if (away !== null) {
        // The provider went in the middle: all that is left waits for it, in the order asked for.
        result.queued = ids.filter((each) => open.has(each));
        await queue.add(ctx, result.queued, away);
        open.clear();
      }
    } finally {
      const error = open.size > 0 ? interruptedMessage : null;
      await tenancy.withTenant(ctx.tenant, (tx) => endBatch(tx, batch, resultNow(), error));
      outbox.poke();
    }
  }

  /**
   * Opens the key, and lets the first letter prove the passphrase where only that can: a wrong one is told before the
   * batch begins, and is tried once.
   */
  async function begin(ctx: OfficeContext, ids: readonly string[], passphrase: string) {
    const key = await open(ctx, passphrase);
    function* wanted() {
      for (const id of ids) {
        if (isStopping) return;
        yield { id };
      }
    }
    const outcomes = pipeline.sign(ctx, key, wanted());
    if (key.session.credentialChecked) return { key, outcomes };
    const first = await outcomes.next();
    if (!first.done && !first.value.signed && isRefusal(first.value.error)) {
      await outcomes.return(undefined);
      throw first.value.error;
    }
    async function* all(): AsyncGenerator<LetterOutcome> {
      if (!first.done) yield first.value;
      yield* outcomes;
    }
    return { key, outcomes: all() };
  }

  /**
   * Signs many in the background of this process, which holds the opened key in memory and nowhere else.
   * @returns the job's id
   * @throws as `sign`, with the letters at fault in `errors`; then nothing has started
   */
  async function signMany(ctx: OfficeContext, { ids, passphrase }: SignManyInput): Promise<{ jobId: string }> {
    await checkAll(ctx, ids);
    const jobId = newId();
    const begun = await begin(ctx, ids, passphrase).catch(async (error: unknown) => {
      if (!isProviderAway(error)) throw error;
      await queue.add(ctx, ids, error);
      return null;
    });
    await tenancy.withTenant(ctx.tenant, async (tx) => {
      await endLostBatches(tx);
      await insertBatch(tx, { id: jobId, personId: ctx.actor.personId, ids });
    });
    if (!begun) {
      const ended = { id: jobId, personId: ctx.actor.personId };
      const result: BatchResult = { signed: [], failed: [], left: [], queued: [...ids] };
      await tenancy.withTenant(ctx.tenant, (tx) => endBatch(tx, ended, result, null));
      outbox.poke();
      return { jobId };
    }
    const batch = runBatch(ctx, begun.key, { id: jobId, ids }, begun.outcomes)
      .catch((error: unknown) => ctx.log.error({ err: error, job: jobId }, 'a batch of letters broke off'))
      .finally(() => batches.delete(batch));
    batches.add(batch);
    return { jobId };
  }

  return {
    /**
     * Signs one letter; answers once number, date, file and verification can be read. Passphrase and rights are checked
     * before anything changes. A letter that somebody else's attempt is at work on is waited for. While the provider is
     * away, the letter goes into the queue.
     * @throws not_found, stale_version, letter_state, not_your_turn, wrong_passphrase, passphrase_locked,
     * no_signing_certificate, …, not_printable, unavailable
     */
    async sign(ctx: OfficeContext, id: string, input: SignInput): Promise<{ letter: LetterAnswer; queued: boolean }> {
      const { passphrase, version } = input;
      await tenancy.readTenant(ctx.tenant, (read) => checkSignable(read, ctx, id, momentOf(ctx, clock), version));
      try {
        const key = await open(ctx, passphrase);
        for await (const outcome of pipeline.sign(ctx, key, [{ id, version }])) {
          if (!outcome.signed) throw outcome.error;
        }
        await leaveQueue(ctx, key, id);
        return { letter: await deps.letters.get(ctx, id), queued: false };
      } catch (error) {
        if (!isProviderAway(error)) throw error;
        await queue.add(ctx, [id], error);
        return { letter: await deps.letters.get(ctx, id), queued: true };
      }
    },

    signMany,

    /** Signs all that waited for the provider and for this person, in the order of queueing. @throws nothing_queued, as signMany */
    async finishQueue(ctx: OfficeContext, passphrase: string): Promise<{ jobId: string }> {
      const { items } = await queue.list(ctx);
      if (items.length === 0) {
        throw problem(signingProblems.nothingQueued, { detail: 'Tidak ada surat Anda yang menunggu penyedia.' });
      }
      return signMany(ctx, { ids: items.map((each) => each.id), passphrase });
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
