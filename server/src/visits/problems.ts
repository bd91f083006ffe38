import { defineProblems } from '../core/errors.ts';

export const visitProblems = defineProblems({
  /** The same answer for a visit that is not there and for one of others. */
  notFound: { code: 'visit_not_found', status: 404, title: 'Kunjungan tidak ditemukan' },
  /** Dates that exclude each other, a host that is not active, a post that does not exist. */
  invalid: { code: 'visit_invalid', status: 422, title: 'Isi kunjungan belum sesuai' },
  /** The step does not fit the state that the visit is in, or is the other side's. */
  wrongState: { code: 'visit_state', status: 409, title: 'Langkah ini tidak sesuai dengan keadaan kunjungan' },
  /** The template that the letter is made from was renamed, archived or never published. */
  templateMissing: { code: 'visit_template_missing', status: 409, title: 'Templat surat kunjungan tidak ada' },
});
