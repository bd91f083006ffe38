import { bodyText } from '../adapters/typesetting/index.ts';

const minute = 60_000;

/** Doors open before a meeting begins and close after it ends, in milliseconds. */
const opensBefore = 60 * minute;
const closesAfter = 120 * minute;

/** When people may say that they are there. */
export const checkInWindow = (meeting: { startsAt: Date; endsAt: Date }): { opensAt: Date; closesAt: Date } => ({
  opensAt: new Date(meeting.startsAt.getTime() - opensBefore),
  closesAt: new Date(meeting.endsAt.getTime() + closesAfter),
});

/** Whether people may say now that they are there. */
export function isCheckInOpen(meeting: { startsAt: Date; endsAt: Date; state: string }, now: Date): boolean {
  const { opensAt, closesAt } = checkInWindow(meeting);
  return meeting.state === 'planned' && now >= opensAt && now < closesAt;
}

/** What is wrong with a span, in Indonesian; null when it can be used. Meetings of weeks are entered day by day. */
export function spanFault(startsAt: Date, endsAt: Date): string | null {
  if (endsAt <= startsAt) return 'Waktu selesai harus sesudah waktu mulai.';
  return endsAt.getTime() - startsAt.getTime() > 31 * 24 * 60 * minute ? 'Rapat paling lama 31 hari.' : null;
}

const months = 'januari februari maret april mei juni juli agustus september oktober november desember'.split(' ');

/** `Senin, 30 November 2026` or `2026-11-30` → `2026-11-30`; null for anything else. */
export function readDate(text: string): string | null {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(text);
  const spelt = /\b(\d{1,2})\s+([a-z]+)\s+(\d{4})\b/i.exec(text);
  const month = spelt ? months.indexOf((spelt[2] ?? '').toLowerCase()) + 1 : 0;
  const found = iso
    ? iso[0]
    : spelt && month > 0
      ? `${spelt[3]}-${String(month).padStart(2, '0')}-${(spelt[1] ?? '').padStart(2, '0')}`
      : null;
  if (found === null) return null;
  const date = new Date(`${found}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(found) ? found : null;
}

/** `09.00 WIB s.d. 11.30` → `['09:00', '11:30']`; what is not said is null. */
export function readTimes(text: string): [string | null, string | null] {
  const times = [...text.matchAll(/\b([01]?\d|2[0-3])[.:]([0-5]\d)\b/g)].map(
    ([, hour = '', rest = '']) => `${hour.padStart(2, '0')}:${rest}`,
  );
  return [times[0] ?? null, times[1] ?? null];
}

/**
 * What an invitation says of its meeting, from the lines that letters put it in ("Hari, tanggal :", "Waktu :",
 * "Tempat :"). A proposal for a form, never an entry.
 */
export function readInvitation(body: unknown): {
  date: string | null;
  startTime: string | null;
  endTime: string | null;
  place: string | null;
} {
  const found = { date: null as string | null, times: '', place: null as string | null };
  for (const line of bodyText(body).split('\n')) {
    const [, label = '', value = ''] = /^([^:]{2,40}):\s*(.+)$/.exec(line) ?? [];
    if (/tanggal|hari/i.test(label)) found.date ??= readDate(value);
    else if (/waktu|pukul|jam/i.test(label)) found.times ||= value;
    else if (/tempat|lokasi/i.test(label)) found.place ??= value.trim().slice(0, 300);
  }
  const [startTime, endTime] = readTimes(found.times);
  return { date: found.date, startTime, endTime, place: found.place };
}
