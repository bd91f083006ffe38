/** A letter of the period as the database tells it; `subject` only where the orderer may read it. */
export interface ReportLetter {
  direction: 'outgoing' | 'incoming';
  number: string | null;
  /** ISO date in the regency's zone. */
  date: string | null;
  type: string;
  unit: string;
  isCancelled: boolean;
  subject: string | null;
}

export interface CountRow {
  label: string;
  outgoing: number;
  incoming: number;
}

export const directionLabels = { outgoing: 'Keluar', incoming: 'Masuk' } as const;

/** How many letters of each label, the most frequent first. */
export function countBy(letters: readonly ReportLetter[], labelOf: (letter: ReportLetter) => string): CountRow[] {
  const rows = new Map<string, CountRow>();
  for (const letter of letters) {
    const label = labelOf(letter);
    const row = rows.get(label) ?? { label, outgoing: 0, incoming: 0 };
    row[letter.direction] += 1;
    rows.set(label, row);
  }
  return [...rows.values()].sort(
    (a, b) => b.outgoing + b.incoming - (a.outgoing + a.incoming) || a.label.localeCompare(b.label, 'id'),
  );
}

const months = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');

/** `2026-11` → `November 2026`. */
export const periodLabel = (period: string): string =>
  `${months[Number(period.slice(5)) - 1] ?? ''} ${period.slice(0, 4)}`;

/** First day of the month, and of the next one, as ISO dates. */
export function periodDays(period: string): { from: string; before: string } {
  const [year = 0, month = 0] = period.split('-').map(Number);
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  return { from: `${period}-01`, before: `${next}-01` };
}
