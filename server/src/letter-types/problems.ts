import { defineProblems } from '../core/errors.ts';

export const letterTypeProblems = defineProblems({
  /** A template or letter names a type that this regency does not have, or has put out of use. */
  unknownLetterType: { code: 'unknown_letter_type', status: 422, title: 'Jenis naskah tidak dikenal' },
  /** A new type takes the code or the short code of another. */
  letterTypeTaken: { code: 'letter_type_taken', status: 409, title: 'Jenis naskah sudah ada' },
});
