export const dispositionStates = ['unread', 'read', 'forwarded', 'completed', 'cancelled'] as const;
export type DispositionState = (typeof dispositionStates)[number];
export const dispositionEvents = ['read', 'forward', 'complete', 'cancel'] as const;
export type DispositionEvent = (typeof dispositionEvents)[number];

/**
 * The life of a disposition. Its giver may take it back while it is unread ("Batalkan Disposisi" of SRIKANDI, which
 * offers it for "Belum Dibaca" only), and afterwards with a reason that the receiver sees; its receiver hands it on or
 * closes it with a report.
 */
const transitions: readonly { from: DispositionState; event: DispositionEvent; to: DispositionState }[] = [
  { from: 'unread', event: 'read', to: 'read' },
  { from: 'unread', event: 'forward', to: 'forwarded' },
  { from: 'read', event: 'forward', to: 'forwarded' },
  { from: 'forwarded', event: 'forward', to: 'forwarded' },
  { from: 'unread', event: 'complete', to: 'completed' },
  { from: 'read', event: 'complete', to: 'completed' },
  { from: 'forwarded', event: 'complete', to: 'completed' },
  { from: 'unread', event: 'cancel', to: 'cancelled' },
  { from: 'read', event: 'cancel', to: 'cancelled' },
  { from: 'forwarded', event: 'cancel', to: 'cancelled' },
];

/** Whether taking it back needs a reason: somebody has read it, or works on it. */
export const needsCancelReason = (state: DispositionState): boolean => state !== 'unread';

/** The state after an event, or null when the event cannot happen in this state. */
export const transition = (from: DispositionState, event: DispositionEvent): DispositionState | null =>
  transitions.find((row) => row.from === from && row.event === event)?.to ?? null;

/** Whether something is still to be done with it. */
export const isOpen = (state: DispositionState): boolean => state !== 'completed' && state !== 'cancelled';

/** A state as a sentence's part: "Disposisi ini …". */
export const stateLabels: Record<DispositionState, string> = {
  unread: 'belum dibaca',
  read: 'sudah dibaca',
  forwarded: 'sudah diteruskan',
  completed: 'sudah selesai',
  cancelled: 'sudah dibatalkan',
};

/** A disposition as the tree's rules see it. */
export interface Node {
  id: string;
  parentId: string | null;
  fromPositionId: string;
  toPositionId: string;
}

/** The dispositions from one up to the first, itself included. */
export function lineOf<T extends Node>(id: string, all: readonly T[]): T[] {
  const line: T[] = [];
  for (let at = all.find((node) => node.id === id); at && !line.includes(at); ) {
    line.push(at);
    const { parentId } = at;
    at = all.find((node) => node.id === parentId);
  }
  return line;
}

/** All dispositions below one. */
export function below<T extends Node>(id: string, all: readonly T[]): T[] {
  const children = all.filter((node) => node.parentId === id);
  return children.flatMap((child) => [child, ...below(child.id, all)]);
}

/**
 * What one may see of a letter's dispositions: the line from the top down to oneself, and everything below oneself. Who
 * the letter was routed to and the registrars see all. In the order of a sheet: each followed by those below it.
 */
export function visibleTree<T extends Node>(
  all: readonly T[],
  viewer: { positionIds: readonly string[]; seesAll: boolean },
): (T & { depth: number })[] {
  const mine = all.filter(
    (node) => viewer.positionIds.includes(node.toPositionId) || viewer.positionIds.includes(node.fromPositionId),
  );
  const visible = new Set(
    viewer.seesAll
      ? all.map((node) => node.id)
      : mine.flatMap((node) => [...lineOf(node.id, all), ...below(node.id, all)].map((each) => each.id)),
  );
  const walk = (parentId: string | null, depth: number): (T & { depth: number })[] =>
    all
      .filter((node) => node.parentId === parentId)
      .flatMap((node) => [...(visible.has(node.id) ? [{ ...node, depth }] : []), ...walk(node.id, depth + 1)]);
  return walk(null, 0);
}

/**
 * Whether what a disposition says may be seen: of a secret one only by its giver, its receiver and the posts above them
 * on its line, not by colleagues, those below or registrars.
 */
export function maySeeContent<T extends Node & { isSecret: boolean }>(
  node: T,
  all: readonly T[],
  positionIds: readonly string[],
): boolean {
  if (!node.isSecret) return true;
  const posts = lineOf(node.id, all).map((each) => each.fromPositionId);
  return positionIds.some((id) => id === node.toPositionId || posts.includes(id));
}

/** The first working day (Monday to Friday, no public holiday) after a date. */
export function workingDayAfter(date: string, holidays: ReadonlySet<string>): string {
  const day = new Date(`${date}T00:00:00Z`);
  let next: string;
  do {
    day.setUTCDate(day.getUTCDate() + 1);
    next = day.toISOString().slice(0, 10);
  } while (day.getUTCDay() === 0 || day.getUTCDay() === 6 || holidays.has(next));
  return next;
}

/** Before the deadline, on its day, after it. */
export type ReminderKind = 'before' | 'due' | 'overdue';

/**
 * Which reminder an open disposition calls for today: from the working day before its deadline, on the day, after it.
 * Each is given once; one whose day went by while nothing ran is not made up for.
 * @param nextWorkingDay of today: what is due until then has no working day in between
 */
export function reminderFor(dueOn: string, today: string, nextWorkingDay: string): ReminderKind | null {
  if (today > dueOn) return 'overdue';
  if (today === dueOn) return 'due';
  return dueOn <= nextWorkingDay ? 'before' : null;
}

/** A past disposition of the same giver. */
export type Habit = {
  toPositionId: string;
  instruction: string;
  /** Days between giving and deadline; null without one. */
  days: number | null;
  /** How alike its letter is to the present one: 1 for any, more for the same sender, type, classification. */
  weight: number;
};

/** The value that weighs most; of equals the first. */
function mostUsual<T>(entries: readonly { value: T; weight: number }[]): T | undefined {
  const totals = new Map<T, number>();
  for (const { value, weight } of entries) totals.set(value, (totals.get(value) ?? 0) + weight);
  return [...totals].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Whom the giver usually chooses for letters like this one, with what instruction and how many days, likeliest first. */
export function habitsOf(
  past: readonly Habit[],
  limit: number,
): { toPositionId: string; instruction: string; days: number | null; times: number }[] {
  const byReceiver = new Map<string, Habit[]>();
  for (const habit of past) byReceiver.set(habit.toPositionId, [...(byReceiver.get(habit.toPositionId) ?? []), habit]);
  const weightOf = (habits: readonly Habit[]) => habits.reduce((sum, habit) => sum + habit.weight, 0);
  return [...byReceiver]
    .sort((a, b) => weightOf(b[1]) - weightOf(a[1]))
    .slice(0, limit)
    .map(([toPositionId, habits]) => ({
      toPositionId,
      instruction: mostUsual(habits.map((each) => ({ value: each.instruction, weight: each.weight }))) ?? '',
      days: mostUsual(habits.map((each) => ({ value: each.days, weight: each.weight }))) ?? null,
      times: habits.length,
    }));
}
