import { commonProblems, defineProblems, type ProblemError, problem } from '../core/errors.ts';

export const archiveProblems = defineProblems({
  /** The act does not fit the state of the dossier. */
  dossierState: { code: 'dossier_state', status: 409, title: 'Berkas tidak sedang dalam keadaan untuk tindakan ini' },
  /** The letter is in another dossier already. */
  alreadyFiled: { code: 'already_filed', status: 409, title: 'Surat sudah diberkaskan' },
  /** A letter that is still being worked on, or that the person has no business filing. */
  notFilable: { code: 'letter_not_filable', status: 422, title: 'Surat ini belum dapat diberkaskan' },
  /** A retention rule or a CSV of them that cannot be taken. */
  invalidSchedule: { code: 'invalid_retention_schedule', status: 422, title: 'Isi JRA tidak sesuai' },
  unknownClassification: { code: 'unknown_classification', status: 422, title: 'Klasifikasi tidak dikenal' },
  /** The step does not follow from the state of the proceeding. */
  disposalState: { code: 'disposal_state', status: 409, title: 'Langkah ini belum atau tidak lagi dapat diambil' },
  /** Papers that the rule asks for are missing. */
  papersMissing: { code: 'disposal_papers_missing', status: 422, title: 'Naskah yang diminta belum lengkap' },
  /** A hold, a changed rule or another proceeding keeps a dossier from being disposed of. */
  blocked: { code: 'disposal_blocked', status: 409, title: 'Ada berkas yang tidak boleh disusutkan' },
  /** Who proposed it may not carry it out. */
  fourEyes: { code: 'disposal_four_eyes', status: 403, title: 'Harus dilakukan oleh orang lain' },
  holdLifted: { code: 'hold_lifted', status: 409, title: 'Penahanan ini sudah dicabut' },
});

/** The same for a dossier that does not exist and one of a unit that is none of the person's business. */
export const dossierNotFound = (): ProblemError =>
  problem(commonProblems.notFound, { detail: 'Berkas ini tidak ada, atau Anda tidak berhak melihatnya.' });

export const disposalNotFound = (): ProblemError =>
  problem(commonProblems.notFound, { detail: 'Penyusutan ini tidak ada, atau Anda tidak berhak melihatnya.' });

export const staleVersion = (version: number): ProblemError =>
  problem(commonProblems.staleVersion, {
    detail: 'Sudah berubah sejak Anda membukanya. Muat ulang, lalu periksa kembali.',
    extra: { version },
  });
