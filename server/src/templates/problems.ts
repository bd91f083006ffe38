import { defineProblems } from '../core/errors.ts';

export const templateProblems = defineProblems({
  /** A template or letter names a type that this regency does not have. */
  unknownLetterType: { code: 'unknown_letter_type', status: 422, title: 'Jenis naskah tidak dikenal' },
});
