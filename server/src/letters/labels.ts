import { formatDate } from '../adapters/typesetting/index.ts';
import { dateIn } from '../core/clock.ts';
import type { LetterState, Secrecy, Urgency } from './rules.ts';

/** As printed after Sifat. */
export const secrecyLabels: Record<Secrecy, string> = {
  biasa: 'Biasa',
  terbatas: 'Terbatas',
  rahasia: 'Rahasia',
  sangat_rahasia: 'Sangat Rahasia',
};

export const urgencyLabels: Record<Urgency, string> = { biasa: 'Biasa', segera: 'Segera', amat_segera: 'Amat Segera' };

/** A state as a sentence's part: "Surat ini …". */
export const stateLabels: Record<LetterState, string> = {
  draft: 'masih berupa konsep',
  in_approval: 'sedang menunggu paraf',
  returned: 'dikembalikan kepada penyusun',
  awaiting_signature: 'menunggu tanda tangan',
  signing: 'sedang ditandatangani',
  signed: 'sudah ditandatangani',
  sent: 'sudah dikirim',
  received: 'belum diagendakan',
  registered: 'sudah diagendakan',
  archived: 'sudah diarsipkan',
  cancelled: 'sudah dibatalkan',
};

/** "24 November 2026", in the regency's zone. */
export const dayLabel = (at: Date, timeZone: string): string => formatDate(dateIn(timeZone, at));

const ofRegency = (name: string): string => name.replace(/^(Kabupaten|Kota)\s+/, '');

/**
 * A position as letters print it: the head of a regency is called with its name ("Bupati Sumedang"), and so is the
 * secretary of another regency; within one's own, "Sekretaris Daerah" is enough.
 */
export function printedTitle(position: { title: string; kind: string }, regencyName: string): string {
  const isHead = position.kind === 'regent' || position.kind === 'deputy_regent';
  const short = ofRegency(regencyName);
  return isHead && !position.title.endsWith(short) ? `${position.title} ${short}` : position.title;
}

/** Whom a letter to another regency addresses: its head. */
export const headOfRegency = (regency: { name: string; kind: string }): string =>
  `${regency.kind === 'kota' ? 'Wali Kota' : 'Bupati'} ${ofRegency(regency.name)}`;
