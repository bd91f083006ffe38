import { type SQL, sql } from 'drizzle-orm';
import type { Secrecy } from './rules.ts';
import type { ParticipantReason } from './tables.ts';

/** Classes whose letters only those read who have to do with their content, and of which every reading is on record. */
export const isSecret = (secrecy: Secrecy): boolean => secrecy === 'rahasia' || secrecy === 'sangat_rahasia';

/** How somebody stands to a letter: why, and by what. */
export interface Standing {
  reason: ParticipantReason;
  /** In person, as holder of a post, as a delegate of its holder, or as registrar of a unit. */
  by: 'person' | 'holder' | 'delegate' | 'registry';
  /** Of a delegate: whether the holder included secret letters. */
  secretLetters?: boolean;
}

/** What a standing opens: all of the letter, what stands on its envelope, or nothing. */
export type Access = 'full' | 'envelope' | 'none';

/**
 * The rule of secrecy, as it is told in the administrator's guide: biasa and terbatas are read by everyone who takes part;
 * a secret letter by those who wrote, saw or sign it, to whom it is addressed and who got a disposition. Registrars
 * handle its envelope, unless they hold it in person (who scanned it has seen it); delegates read it only where the
 * delegation says so. `readingReasons` says the same to the database.
 */
export function accessOf(secrecy: Secrecy, { by, secretLetters }: Standing): Access {
  if (!isSecret(secrecy) || by === 'person' || by === 'holder') return 'full';
  if (by === 'registry') return 'envelope';
  return secretLetters === true ? 'full' : 'none';
}

const mayKeep: readonly ParticipantReason[] = ['signer', 'addressee', 'copy', 'routed', 'disposition'];

/**
 * Whether the document itself may be taken away as a file. One that is very secret is handed only to its signer and to
 * whom it reached; who wrote or approved it looks at its pages.
 */
export const mayDownload = (secrecy: Secrecy, reasons: readonly { reason: ParticipantReason }[]): boolean =>
  secrecy !== 'sangat_rahasia' || reasons.some((each) => mayKeep.includes(each.reason));

/** Instead of the subject, for those who see the envelope only. */
export const sealedSubject: Record<Extract<Secrecy, 'rahasia' | 'sangat_rahasia'>, string> = {
  rahasia: 'Surat rahasia',
  sangat_rahasia: 'Surat sangat rahasia',
};

/** The subject as it may be shown to those who see the envelope only. */
export const maskedSubject = (secrecy: Secrecy): string =>
  secrecy === 'rahasia' || secrecy === 'sangat_rahasia' ? sealedSubject[secrecy] : '';

/** @param secrecy the column, such as `letters.secrecy` */
export const secretIn = (secrecy: SQL): SQL => sql`${secrecy} in ('rahasia', 'sangat_rahasia')`;
