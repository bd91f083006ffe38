import { commonProblems, defineProblems, type ProblemError, problem } from '../core/errors.ts';

export const dispositionProblems = defineProblems({
  /** The act does not fit the state that the disposition is in. */
  wrongState: {
    code: 'disposition_state',
    status: 409,
    title: 'Disposisi tidak sedang dalam keadaan untuk tindakan ini',
  },
  /** A receiver that does not exist, is vacant, stands above, or a deadline that is past. */
  invalid: { code: 'invalid_disposition', status: 422, title: 'Isi disposisi tidak sesuai' },
  /** The same receiver has the same open instruction already. */
  duplicate: { code: 'already_disposed', status: 409, title: 'Sudah didisposisikan' },
});

/** The same answer for one that does not exist and one that the person may not see. */
export const dispositionNotFound = (): ProblemError =>
  problem(commonProblems.notFound, { detail: 'Disposisi ini tidak ada, atau Anda tidak berhak melihatnya.' });
