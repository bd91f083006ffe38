import { defineProblems } from '../core/errors.ts';

export const numberingProblems = defineProblems({
  /** A pattern that is not written right, or for a type or unit that does not exist. */
  invalidPattern: { code: 'unusable_pattern', status: 422, title: 'Pola nomor tidak dapat dipakai' },
  unitNotFound: { code: 'unit_not_found', status: 404, title: 'Unit kerja tidak ditemukan' },
  /** The office's settings hold a pattern that could give two letters one number. */
  unusablePattern: { code: 'number_pattern_unusable', status: 409, title: 'Pola nomor surat belum benar' },
  /** The organisation has given this very number this year, from another series. */
  numberTaken: { code: 'number_taken', status: 409, title: 'Nomor ini sudah dipakai' },
  /** Another pattern exists for the same type and unit, or one whose numbers could come out alike. */
  patternClash: { code: 'number_pattern_clash', status: 409, title: 'Pola nomor ini bertabrakan dengan pola lain' },
  /** A reservation that is used or given up, or that was made for another unit, type or classification. */
  unusableReservation: { code: 'reservation_unusable', status: 409, title: 'Nomor pesanan ini tidak dapat dipakai' },
});
