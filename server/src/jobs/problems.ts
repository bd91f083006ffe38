import { defineProblems } from '../core/errors.ts';

export const jobProblems = defineProblems({
  jobNotFound: { code: 'job_not_found', status: 404, title: 'Pekerjaan tidak ditemukan' },
});
