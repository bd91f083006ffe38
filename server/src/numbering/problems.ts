import { defineProblems } from '../core/errors.ts';

export const numberingProblems = defineProblems({
  /** The office's settings hold a pattern that could give two letters one number. */
  unusablePattern: { code: 'number_pattern_unusable', status: 409, title: 'Pola nomor surat belum benar' },
});
