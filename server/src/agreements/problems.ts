import { defineProblems } from '../core/errors.ts';

export const agreementProblems = defineProblems({
  /** The same answer for an agreement that is not there and for one that one is no party of. */
  notFound: { code: 'agreement_not_found', status: 404, title: 'Kesepakatan tidak ditemukan' },
  /** A partner that is unknown, suspended or oneself; wrong dates. */
  invalid: { code: 'agreement_invalid', status: 422, title: 'Isi kesepakatan belum sesuai' },
  /** The act does not fit the state that the agreement is in. */
  wrongState: { code: 'agreement_state', status: 409, title: 'Langkah ini tidak sesuai dengan keadaan kesepakatan' },
  /** Two parties wrote one clause; `conflicts` holds both wordings. */
  conflict: { code: 'agreement_conflict', status: 409, title: 'Pasal yang sama sudah diubah pihak lain' },
  /** The plan is a burden and a party has not said what its council decided. */
  councilOpen: { code: 'agreement_council_open', status: 409, title: 'Persetujuan DPRD belum lengkap' },
  alreadySigned: { code: 'agreement_already_signed', status: 409, title: 'Daerah Anda sudah menandatangani' },
  /** The file does not hold the text that the parties see. */
  documentMismatch: {
    code: 'agreement_document_mismatch',
    status: 409,
    title: 'Berkas naskah tidak sama dengan isi kesepakatan',
  },
});
