import type { LetterDocument } from '../adapters/typesetting/index.ts';
import type { PrintedSigner } from '../letters/index.ts';

/**
 * How long an attempt may work on a letter before another may take over, in milliseconds. Drawing and signing take some
 * 100; an attempt that outlives its lease does no harm, since the first to finish counts.
 */
export const leaseMs = 5_000;

/** Whether somebody is at work on a letter in state `signing`. */
export const isLeased = (startedAt: Date | null, now: Date): boolean =>
  startedAt !== null && now.getTime() - startedAt.getTime() < leaseMs;

const seconds = [15, 30, 60, 120, 300];

/** How long to wait before the next look for a provider that is away, in milliseconds: up to five minutes. */
export const probePause = (probes: number): number => (seconds[Math.min(probes, seconds.length - 1)] ?? 300) * 1000;

const prefixes = { plt: 'Plt. ', plh: 'Plh. ', pj: 'Pj. ', pjs: 'Pjs. ', delegate: 'a.n. ', definitif: '' } as const;

/** The office that a signature was given in: `Sekretaris Daerah`, `Plt. Sekretaris Daerah`, `a.n. Bupati Sumedang`. */
export const signingTitle = ({ mode, title }: Pick<PrintedSigner, 'mode' | 'title'>): string =>
  `${prefixes[mode]}${title}`;

/**
 * Whether it is worth drawing a letter before it takes a number. The letter font has every character of Latin-1, so
 * letters of nothing else can be printed; others might lack a glyph, and a letter that cannot be printed must not have
 * used up a number.
 */
export const needsRehearsal = (document: LetterDocument): boolean =>
  !/^[\x20-\x7e\u00a0-\u00ff]*$/.test(JSON.stringify(document));
