import { defineProblems } from '../core/errors.ts';

export const comparisonProblems = defineProblems({
  unknownScheme: { code: 'unknown_index_scheme', status: 422, title: 'Instrumen indeks ini tidak dikenal' },
  /** A year that the instrument does not cover, an indicator that it does not have, a level that it does not know. */
  invalidFigures: { code: 'invalid_index_figures', status: 422, title: 'Nilai indeks belum sesuai' },
  /** An index is computed from all of its indicators: what is not complete cannot be shown. */
  incompleteFigures: { code: 'incomplete_index_figures', status: 409, title: 'Nilai indeks tahun ini belum lengkap' },
  agreementNotFound: { code: 'agreement_not_found', status: 404, title: 'Kesepakatan tidak ditemukan' },
  notInForce: { code: 'agreement_not_in_force', status: 409, title: 'Kesepakatan ini sedang tidak berlaku' },
  /** The agreement does not open indices. */
  outsideScope: { code: 'agreement_without_indices', status: 409, title: 'Kesepakatan ini tidak membuka nilai indeks' },
  notPublished: { code: 'index_not_published', status: 404, title: 'Nilai tahun ini tidak sedang ditampilkan' },
  unknownRegency: { code: 'unknown_regency', status: 422, title: 'Daerah ini belum bergabung' },
  /** A post, an offer or an indicator that is not there, dates or levels that exclude each other. */
  invalidPlan: { code: 'invalid_adoption_plan', status: 422, title: 'Rencana adopsi belum dapat disimpan' },
  /** Done or given up, for an act that only an open plan knows. */
  planState: { code: 'adoption_plan_state', status: 409, title: 'Tidak dapat dilakukan pada keadaan rencana ini' },
});
