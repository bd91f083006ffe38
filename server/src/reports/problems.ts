import { defineProblems } from '../core/errors.ts';

export const reportProblems = defineProblems({
  periodInFuture: { code: 'period_in_future', status: 422, title: 'Bulan ini belum tiba' },
  fileNotFound: { code: 'file_not_found', status: 404, title: 'Berkas tidak ditemukan' },
});
