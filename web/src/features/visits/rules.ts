import type { Step as LineStep } from '../../components/ui/status-line.tsx';
import { dayOf, longDate } from '../../lib/dates.ts';
import { officeTimeZone } from '../../lib/office.ts';
import type { Status } from '../../lib/theme/tokens.ts';
import { shownTime } from '../../lib/times.ts';
import type { Visit, VisitItem, VisitState } from './api/visits.ts';

export const visitStatuses: Record<VisitState, Status> = {
  draft: 'proses',
  requested: 'proses',
  counter_proposed: 'proses',
  accepted: 'proses',
  declined: 'masalah',
  scheduled: 'proses',
  held: 'proses',
  closed: 'selesai',
  cancelled: 'masalah',
};

/** The other side. */
export const partnerOf = (visit: VisitItem): VisitItem['host'] => (visit.party === 'guest' ? visit.host : visit.guest);

/** "1 Desember 2026, 09.00 – 12.00" in the office's zone; of several days both dates. */
export function whenWords(visit: Pick<Visit, 'startsAt' | 'endsAt'>): string {
  const zone = officeTimeZone();
  const [from, to] = [dayOf(new Date(visit.startsAt), zone), dayOf(new Date(visit.endsAt), zone)];
  const [begin, end] = [shownTime(visit.startsAt, zone), shownTime(visit.endsAt, zone)];
  return from === to ? `${longDate(from)}, ${begin} – ${end}` : `${longDate(from)}, ${begin} – ${longDate(to)}, ${end}`;
}

const places = ['asked', 'agreed', 'scheduled', 'held', 'closed'] as const;
/** How many places of the way lie behind. */
const behind: Record<VisitState, number> = {
  draft: 0,
  requested: 1,
  counter_proposed: 1,
  accepted: 2,
  declined: 1,
  scheduled: 3,
  held: 4,
  closed: 5,
  cancelled: 1,
};

/** The way of a visit from the request to its end. */
export function lineOf(
  state: VisitState,
  word: (key: (typeof places)[number] | 'declined' | 'cancelled') => string,
): LineStep[] {
  const done = behind[state];
  if (state === 'declined' || state === 'cancelled') {
    return [
      { id: 'asked', label: word('asked'), state: 'done' },
      { id: state, label: word(state), state: 'failed' },
    ];
  }
  return places.map((place, index) => ({
    id: place,
    label: word(place),
    state: index < done ? 'done' : index === done ? 'current' : 'next',
  }));
}

/** Topics as one writes them, a line each. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
