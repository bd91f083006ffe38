import { commonProblems, defineProblems, type FieldError, type ProblemError, problem } from '../core/errors.ts';

export const letterProblems = defineProblems({
  /** The act does not fit the state that the letter is in. */
  wrongState: { code: 'letter_state', status: 409, title: 'Surat tidak sedang dalam keadaan untuk tindakan ini' },
  /** Somebody else is to approve, return or sign now. */
  notYourTurn: { code: 'not_your_turn', status: 403, title: 'Sekarang bukan giliran Anda' },
  /** A recipient, template or position that the letter names does not exist; `errors` says where. */
  invalidLetter: { code: 'invalid_letter', status: 422, title: 'Isi surat tidak sesuai' },
  /** The chain names a position that is unknown, empty or there twice. */
  invalidChain: { code: 'invalid_chain', status: 422, title: 'Urutan paraf dan penanda tangan tidak sesuai' },
  /** Something is missing that a letter needs before it may be submitted. */
  incompleteLetter: { code: 'incomplete_letter', status: 422, title: 'Surat belum lengkap' },
  /** Only who holds a position can draft. */
  noPosition: { code: 'no_position', status: 403, title: 'Anda belum memegang jabatan' },
  /** A very secret letter is looked at page by page; its file is for its signer and whom it reached. */
  viewOnly: {
    code: 'view_only',
    status: 403,
    title: 'Surat sangat rahasia hanya dibaca di layar, tidak diunduh',
  },
  /** Its content was destroyed at the end of its retention; number, hashes and history remain. */
  destroyed: { code: 'letter_destroyed', status: 410, title: 'Isi surat ini sudah dimusnahkan' },
  /** The letter cannot be put on paper, e.g. because the letter font lacks a character. */
  notPrintable: { code: 'not_printable', status: 422, title: 'Surat tidak dapat dicetak' },
});

/** The same answer for a letter that does not exist and for one that the person may not read. */
export const letterNotFound = (): ProblemError =>
  problem(commonProblems.notFound, { detail: 'Surat ini tidak ada, atau Anda tidak berhak membacanya.' });

/** @param errors every field at fault; the first one's message is the detail */
export const invalidLetter = (errors: FieldError[]): ProblemError =>
  problem(letterProblems.invalidLetter, { detail: errors[0]?.message ?? 'Periksa isian Anda.', errors });
