import { i18n } from './i18n.ts';
import { officeTimeZone } from './office.ts';

type Options = { now?: Date | undefined; timeZone?: string | undefined; language?: string | undefined };
type Context = { now: Date; timeZone: string; language: 'id' | 'en' };

const words = {
  id: {
    today: 'hari ini',
    yesterday: 'kemarin',
    tomorrow: 'besok',
    minutes: (n: number) => `${n} menit lagi`,
    hours: (n: number) => `${n} jam lagi`,
    days: (n: number) => `${n} hari lagi`,
    lateDays: (n: number) => `lewat ${n} hari`,
    lateHours: (n: number) => `lewat ${n} jam`,
    lateMinutes: (n: number) => `lewat ${n} menit`,
    none: 'Tidak ada',
  },
  en: {
    today: 'today',
    yesterday: 'yesterday',
    tomorrow: 'tomorrow',
    minutes: (n: number) => `in ${n} ${n === 1 ? 'minute' : 'minutes'}`,
    hours: (n: number) => `in ${n} ${n === 1 ? 'hour' : 'hours'}`,
    days: (n: number) => `in ${n} days`,
    lateDays: (n: number) => `${n} ${n === 1 ? 'day' : 'days'} late`,
    lateHours: (n: number) => `${n} ${n === 1 ? 'hour' : 'hours'} late`,
    lateMinutes: (n: number) => `${n} min late`,
    none: 'None',
  },
} as const;

function context(options: Options): Context {
  const language = options.language ?? i18n.language;
  return {
    now: options.now ?? new Date(),
    timeZone: options.timeZone ?? officeTimeZone(),
    language: language === 'en' ? 'en' : 'id',
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(date: Date, ctx: Context, options: Intl.DateTimeFormatOptions): string {
  const key = `${ctx.language}${ctx.timeZone}${JSON.stringify(options)}`;
  let formatter = formats.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(ctx.language === 'id' ? 'id-ID' : 'en-GB', {
      timeZone: ctx.timeZone,
      ...options,
    });
    formats.set(key, formatter);
  }
  return formatter.format(date);
}

/** The calendar day of an instant in a zone, as `YYYY-MM-DD`. */
export function dayOf(date: Date, timeZone: string = officeTimeZone()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(date);
}

/** Whole days from one `YYYY-MM-DD` to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function clock(date: Date, ctx: Context): string {
  const text = format(date, ctx, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return ctx.language === 'id' ? text.replace(':', '.') : text;
}

function shortDate(date: Date, ctx: Context, withWeekday: boolean): string {
  const weekday = withWeekday ? `${format(date, ctx, { weekday: 'long' })} ` : '';
  return weekday + format(date, ctx, { day: 'numeric', month: 'short' });
}

/**
 * When something happened, in words while they help: "hari ini 10.42", "kemarin 15.20", "Senin 09.10" within a week,
 * then "Kamis 19 Nov 14.31", with the year once it is another one. Lower case, to stand within a sentence.
 */
export function pastWords(iso: string, options: Options = {}): string {
  const ctx = context(options);
  const date = new Date(iso);
  const day = dayOf(date, ctx.timeZone);
  const ago = daysBetween(day, dayOf(ctx.now, ctx.timeZone));
  const w = words[ctx.language];
  const time = clock(date, ctx);
  if (ago === 0) return `${w.today} ${time}`;
  if (ago === 1) return `${w.yesterday} ${time}`;
  if (ago > 1 && ago < 7) return `${format(date, ctx, { weekday: 'long' })} ${time}`;
  if (day.slice(0, 4) === dayOf(ctx.now, ctx.timeZone).slice(0, 4)) return `${shortDate(date, ctx, true)} ${time}`;
  return `${format(date, ctx, { day: 'numeric', month: 'short', year: 'numeric' })} ${time}`;
}

/** A deadline in two lines; `urgent` once less than two hours are left or it has passed. */
export type Deadline = { when: string; left: string | null; urgent: boolean; late: boolean };

/**
 * The words for a deadline. A date (`YYYY-MM-DD`) is due at the end of its day in the regency's zone; an instant is due
 * at its minute. `null` says that there is none.
 */
export function deadlineWords(due: string | null | undefined, options: Options = {}): Deadline {
  const ctx = context(options);
  const w = words[ctx.language];
  if (!due) return { when: w.none, left: null, urgent: false, late: false };
  const dateOnly = /^\d{4}-\d{2}-\d{2}$/.test(due);
  // Noon in UTC is the same calendar day in all three Indonesian zones.
  const date = new Date(dateOnly ? `${due}T05:00:00Z` : due);
  const ahead = daysBetween(dayOf(ctx.now, ctx.timeZone), dateOnly ? due : dayOf(date, ctx.timeZone));
  if (dateOnly) return dayDeadline(date, ahead, ctx);
  const minutes = Math.floor((date.getTime() - ctx.now.getTime()) / 60_000);
  const time = clock(date, ctx);
  if (minutes < 0) {
    const late = -minutes;
    const left =
      late < 120
        ? w.lateMinutes(late)
        : late < 2880
          ? w.lateHours(Math.floor(late / 60))
          : w.lateDays(Math.floor(late / 1440));
    return { when: `${dayWord(date, ahead, ctx)} ${time}`, left, urgent: true, late: true };
  }
  const when = ahead <= 1 ? `${dayWord(date, ahead, ctx)} ${time}` : dayWord(date, ahead, ctx);
  if (minutes < 120) return { when, left: w.minutes(minutes), urgent: true, late: false };
  if (ahead === 0) return { when, left: w.hours(Math.floor(minutes / 60)), urgent: false, late: false };
  return { when, left: ahead === 1 ? w.tomorrow : w.days(ahead), urgent: false, late: false };
}

function dayWord(date: Date, ahead: number, ctx: Context): string {
  const w = words[ctx.language];
  if (ahead === 0) return capital(w.today);
  if (ahead === -1) return capital(w.yesterday);
  return shortDate(date, ctx, true);
}

function dayDeadline(date: Date, ahead: number, ctx: Context): Deadline {
  const w = words[ctx.language];
  const when = dayWord(date, ahead, ctx);
  if (ahead < 0) return { when, left: w.lateDays(-ahead), urgent: true, late: true };
  if (ahead === 0) return { when, left: null, urgent: false, late: false };
  return { when, left: ahead === 1 ? w.tomorrow : w.days(ahead), urgent: false, late: false };
}

/** "24 November 2026" of a date or an instant. */
export function longDate(iso: string, options: Options = {}): string {
  const ctx = context(options);
  const date = new Date(iso.length === 10 ? `${iso}T05:00:00Z` : iso);
  return format(date, ctx, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** "24 Nov 2026" of a date or an instant: where room is short. */
export function shortDay(iso: string, options: Options = {}): string {
  const ctx = context(options);
  const date = new Date(iso.length === 10 ? `${iso}T05:00:00Z` : iso);
  return format(date, ctx, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** "Selasa, 24 November 2026, 10.42 WIB": for what binds. */
export function exactInstant(iso: string, options: Options = {}): string {
  const ctx = context(options);
  const date = new Date(iso);
  const zone: Record<string, string> = {
    'Asia/Jakarta': 'WIB',
    'Asia/Pontianak': 'WIB',
    'Asia/Makassar': 'WITA',
    'Asia/Jayapura': 'WIT',
  };
  const weekday = format(date, ctx, { weekday: 'long' });
  return `${weekday}, ${longDate(iso, options)}, ${clock(date, ctx)} ${zone[ctx.timeZone] ?? ''}`.trim();
}

/** Which heading of the queue a deadline falls under. */
export function deadlineGroup(due: string | null | undefined, options: Options = {}) {
  if (!due) return 'none' as const;
  const ctx = context(options);
  const day = /^\d{4}-\d{2}-\d{2}$/.test(due) ? due : dayOf(new Date(due), ctx.timeZone);
  const ahead = daysBetween(dayOf(ctx.now, ctx.timeZone), day);
  if (ahead < 0 || (due.length > 10 && new Date(due) < ctx.now)) return 'late' as const;
  if (ahead === 0) return 'today' as const;
  return ahead <= 7 ? ('week' as const) : ('later' as const);
}
