import type { Draft } from './rules.ts';

export const secrecies = [
  'biasa',
  'terbatas',
  'rahasia',
  'sangat_rahasia',
] as const satisfies readonly Draft['secrecy'][];
export const urgencies = ['biasa', 'segera', 'amat_segera'] as const satisfies readonly Draft['urgency'][];
