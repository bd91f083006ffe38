import { queryOptions } from '@tanstack/react-query';
import { api, call, newIdempotencyKey } from '../../../lib/api.ts';

/**
 * Signs one letter: number, date and file stand once it answers.
 * @throws Problem `wrong_passphrase`, `passphrase_locked`, `no_signing_certificate`, `letter_state`
 */
export function signLetter(letter: { id: string; version?: number | undefined }, passphrase: string) {
  const body = { passphrase, ...(letter.version === undefined ? {} : { version: letter.version }) };
  return call(
    api.POST('/letters/{id}/sign', {
      params: { path: { id: letter.id } },
      body,
      headers: { 'idempotency-key': newIdempotencyKey() },
    }),
  );
}

/** Starts signing many with one passphrase; the job tells how far it is. */
export function signLetters(ids: string[], passphrase: string) {
  return call(
    api.POST('/letters/sign', { body: { ids, passphrase }, headers: { 'idempotency-key': newIdempotencyKey() } }),
  );
}

/** What became of a batch, letter by letter. */
export type BatchResult = {
  signed: string[];
  failed: { id: string; detail: string }[];
  left: string[];
  /** Waiting for the provider, which went away. */
  queued: string[];
};

const pollMs = 700;

/** How far a batch is; asked again until it has ended. */
export const batchOptions = (jobId: string | null) =>
  queryOptions({
    queryKey: ['jobs', jobId],
    enabled: jobId !== null,
    queryFn: () => call(api.GET('/jobs/{id}', { params: { path: { id: jobId ?? '' } } })),
    refetchInterval: ({ state }) =>
      state.data?.status === 'completed' || state.data?.status === 'failed' ? false : pollMs,
  });

/** The result of a batch, whatever the job holds so far. */
export function readBatch(result: unknown): BatchResult {
  const found = typeof result === 'object' && result !== null ? (result as Partial<BatchResult>) : {};
  return { signed: found.signed ?? [], failed: found.failed ?? [], left: found.left ?? [], queued: found.queued ?? [] };
}
