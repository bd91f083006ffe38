import { sql } from 'drizzle-orm';
import type { TenantRead } from '../core/tenancy/index.ts';
import type { Moment } from './context.ts';
import type { Urgency } from './rules.ts';
import { addWorkingMinutes, type WorkingCalendar, type WorkingHours } from './working-time.ts';

/** Until when a turn should be used, by urgency, in working time. A setting of the office. */
export interface TurnDeadlines extends WorkingHours {
  /** Working minutes; null for as long as it takes. */
  minutes: Record<Urgency, number | null>;
}

/**
 * What holds until an office decides for itself: five days of 8½ hours (Perpres 21/2023 asks for 37½ hours of work a
 * week beside the breaks); half a day, one day and three days. No rule names time limits per urgency.
 */
const defaultDeadlines: TurnDeadlines = {
  days: [1, 2, 3, 4, 5],
  opens: 7 * 60 + 30,
  closes: 16 * 60,
  minutes: { biasa: 1_530, segera: 510, amat_segera: 240 },
};

/** The holder is reminded when this share of the time has passed. */
const remindShare = 0.75;
/** How far ahead holidays are looked for; longer than any deadline takes. */
const holidayDays = 400;

type Row = {
  days: number[] | null;
  opens: number | null;
  closes: number | null;
  biasa: number | null;
  segera: number | null;
  amat_segera: number | null;
  holidays: string[];
};

const columns = sql`(select to_jsonb(d.working_days) from turn_deadlines d) as days,
  (select extract(epoch from d.opens)::int / 60 from turn_deadlines d) as opens,
  (select extract(epoch from d.closes)::int / 60 from turn_deadlines d) as closes,
  (select d.minutes_biasa from turn_deadlines d) as biasa,
  (select d.minutes_segera from turn_deadlines d) as segera,
  (select d.minutes_amat_segera from turn_deadlines d) as amat_segera`;

const parsed = <T>(value: unknown): T => (typeof value === 'string' ? JSON.parse(value) : value) as T;

function deadlinesOf(row: Row | undefined): TurnDeadlines {
  if (!row || row.opens === null || row.closes === null || row.days === null) return defaultDeadlines;
  const { biasa, segera, amat_segera } = row;
  return {
    days: parsed<number[]>(row.days),
    opens: row.opens,
    closes: row.closes,
    minutes: { biasa, segera, amat_segera },
  };
}

/** The office's deadlines as they stand. */
export async function findDeadlines(read: TenantRead): Promise<TurnDeadlines> {
  const [row] = await read.execute<Omit<Row, 'holidays'> & Record<string, unknown>>(sql`select ${columns}`);
  return deadlinesOf(row as Row | undefined);
}

/** @param opens minutes after midnight */
export const clockText = (opens: number): string =>
  `${String(Math.floor(opens / 60)).padStart(2, '0')}:${String(opens % 60).padStart(2, '0')}`;

export async function storeDeadlines(read: TenantRead, input: TurnDeadlines, now: Date): Promise<void> {
  const { minutes } = input;
  await read.execute(sql`insert into turn_deadlines
      (working_days, opens, closes, minutes_biasa, minutes_segera, minutes_amat_segera, updated_at)
    values (${sql.param([...input.days])}::smallint[], ${clockText(input.opens)}::time, ${clockText(input.closes)}::time,
      ${minutes.biasa}, ${minutes.segera}, ${minutes.amat_segera}, ${now.toISOString()}::timestamptz)
    on conflict (id) do update set working_days = excluded.working_days, opens = excluded.opens, closes = excluded.closes,
      minutes_biasa = excluded.minutes_biasa, minutes_segera = excluded.minutes_segera,
      minutes_amat_segera = excluded.minutes_amat_segera, updated_at = excluded.updated_at`);
}

/** When to remind and when a turn that begins now is late; both null where the office sets no limit. */
export async function dueOfTurn(
  read: TenantRead,
  urgency: Urgency,
  at: Moment,
  timeZone: string,
): Promise<{ remindAt: Date | null; dueAt: Date | null }> {
  const [row] = await read.execute<Row & Record<string, unknown>>(sql`select ${columns},
    coalesce((select jsonb_agg(h.on_date) from platform.holidays h
      where h.on_date between ${at.today}::date and ${at.today}::date + ${holidayDays}::int), '[]') as holidays`);
  const deadlines = deadlinesOf(row);
  const minutes = deadlines.minutes[urgency];
  if (minutes === null) return { remindAt: null, dueAt: null };
  const holidays = new Set(parsed<string[]>(row?.holidays ?? []));
  const calendar: WorkingCalendar = { ...deadlines, timeZone, holidays };
  return {
    remindAt: addWorkingMinutes(at.now, Math.ceil(minutes * remindShare), calendar),
    dueAt: addWorkingMinutes(at.now, minutes, calendar),
  };
}
