import type { SignerPort } from '../agreements/index.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { KeyOpener } from './opener.ts';
import { isProviderAway, signedBytes } from './outcome.ts';

/** Agreements do not queue: their signatures are few, and each party sees at once that it has to come back. */
function saidPlainly(error: unknown): never {
  if (!isProviderAway(error)) throw error;
  throw problem(commonProblems.unavailable, {
    detail: 'Penyedia tanda tangan sedang tidak dapat dipakai. Tidak ada yang berubah; coba lagi nanti.',
    retryAfterSeconds: 60,
    cause: error,
  });
}

/** Lets agreements be signed with the key of the person who acts. */
export const createSignerPort = (open: KeyOpener): SignerPort => ({
  async open(ctx, passphrase) {
    const { session } = await open(ctx, passphrase).catch(saidPlainly);
    return async (pdf, options) => {
      for await (const outcome of session.sign([{ id: options.fieldName, pdf, ...options }])) {
        try {
          return signedBytes(outcome);
        } catch (error) {
          saidPlainly(error);
        }
      }
      throw new Error('a document without an outcome');
    };
  },
});
