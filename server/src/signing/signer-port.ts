import type { SignerPort } from '../agreements/index.ts';
import type { KeyOpener } from './opener.ts';
import { signedBytes } from './outcome.ts';

/** Lets agreements be signed with the key of the person who acts. */
export const createSignerPort = (open: KeyOpener): SignerPort => ({
  async open(ctx, passphrase) {
    const { session } = await open(ctx, passphrase);
    return async (pdf, options) => {
      for await (const outcome of session.sign([{ id: options.fieldName, pdf, ...options }])) {
        return signedBytes(outcome);
      }
      throw new Error('a document without an outcome');
    };
  },
});
