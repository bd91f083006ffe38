import { randomInt } from 'node:crypto';

// Crockford's base 32: none that is taken for another when read out from paper.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const part = (): string => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');

/** A new code under which anyone may check a document, such as `K7QF-2M9D-04XA`: 60 random bits. */
export const newVerifyCode = (): string => `${part()}-${part()}-${part()}`;

/**
 * A code as people type it, in its one form: letters in any case, I and L read as 1 and O as 0, hyphens left out or not.
 * @returns null for what cannot be a code
 */
export function parseVerifyCode(typed: string): string | null {
  const plain = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll(/[IL]/g, '1').replaceAll('O', '0');
  const match = /^([0-9A-HJKMNP-TV-Z]{4})([0-9A-HJKMNP-TV-Z]{4})([0-9A-HJKMNP-TV-Z]{4})$/.exec(plain);
  return match ? match.slice(1).join('-') : null;
}
