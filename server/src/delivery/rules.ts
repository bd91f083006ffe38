import type { Secrecy } from '../letters/index.ts';
import type { Channel } from './schema.ts';

/** Secret letters travel sealed between regencies, and on paper to everybody else outside. */
export const isSecret = (secrecy: Secrecy): boolean => secrecy === 'rahasia' || secrecy === 'sangat_rahasia';

/** How a letter reaches a recipient. */
export function channelOf(
  recipient: { kind: 'unit' | 'position' | 'tenant' | 'external'; email: string | null },
  secrecy: Secrecy,
): Channel {
  if (recipient.kind === 'unit' || recipient.kind === 'position') return 'internal';
  if (recipient.kind === 'tenant') return 'exchange';
  return recipient.email !== null && !isSecret(secrecy) ? 'mail' : 'print';
}

/** The name of a letter's file, from its number: `400.14-5.2-0031-Diskominfo.pdf`. */
export const documentName = (number: string): string => `${number.replace(/[^\p{L}\p{N}.-]+/gu, '-')}.pdf`.slice(-150);
