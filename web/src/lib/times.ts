import { i18n } from './i18n.ts';

/**
 * The instant of a day and a time of the office's zone (`2026-11-30`, `09:00`), as ISO 8601. Indonesia's zones have no
 * daylight saving, so the offset at noon is the day's.
 */
export function instantOf(day: string, time: string, timeZone: string): string {
  const noon = new Date(`${day}T12:00:00Z`);
  const part = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(noon)
    .find(({ type }) => type === 'timeZoneName');
  const offset = /GMT([+-]\d{2}:\d{2})/.exec(part?.value ?? '')?.[1] ?? '+00:00';
  return new Date(`${day}T${time}:00${offset}`).toISOString();
}

/** The time of an instant in the office's zone: `09:00`. */
export const timeOf = (iso: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date(iso));

/** The time of an instant as people read it: `09.00`, in English `09:00`. */
export const shownTime = (iso: string, timeZone: string): string =>
  i18n.language === 'en' ? timeOf(iso, timeZone) : timeOf(iso, timeZone).replace(':', '.');
