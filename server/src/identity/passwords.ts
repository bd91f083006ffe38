import { hash, verify } from '@node-rs/argon2';

/** OWASP's second recommended argon2id setting: 19 MiB, two passes, one lane. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** An argon2id hash in PHC format. */
export const hashPassword = (password: string): Promise<string> => hash(password, options);

let decoy: Promise<string> | undefined;

/** Checks a password; with no hash at hand it takes as long as with one, so that names cannot be probed by time. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('no such account');
  const matches = await verify(stored ?? (await decoy), password);
  return stored !== null && matches;
}
