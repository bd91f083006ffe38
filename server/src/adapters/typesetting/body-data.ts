import type { ImageBlock } from './body-image.ts';
import type { TypesettingIssue } from './errors.ts';

/** What the Typst side reads: literal strings only, never markup. */
export type InlineData =
  | { k: 't'; t: string; m: string[]; href: string }
  | { k: 'br' }
  | { k: 'var'; label: string; value: string; m: string[]; missing: boolean };
export type BlockData =
  | { k: 'p'; align: string; c: InlineData[] }
  | { k: 'h'; level: number; align: string; c: InlineData[] }
  | { k: 'ul'; items: BlockData[][] }
  | { k: 'ol'; start: number; style: string; items: BlockData[][] }
  | { k: 'quote'; c: BlockData[] }
  | { k: 'code'; t: string }
  | { k: 'hr' }
  | ImageBlock
  | { k: 'details'; rows: { label: string; c: InlineData[]; b: BlockData[] }[] }
  | { k: 'table'; shares: number[]; headerRows: number; cells: CellData[] };
export type CellData = { x: number; y: number; w: number; h: number; head: boolean; c: BlockData[] };

/** A body read: its blocks, the faults found, and the labels of variables without a value. */
export type BodyReading = { blocks: BlockData[]; issues: TypesettingIssue[]; missing: string[]; inlines: InlineData[] };

/** Where a part lies in a body. */
export type Path = (string | number)[];
/** A raw node: nothing about it is known. */
export type Node = Record<string, unknown>;

// A word longer than this may break anywhere (zero-width spaces), else it would run off the paper.
const unbreakable = /[^\s\u200b-]{32,}/gu;

export const isObject = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** Lets overlong words break. */
export const soften = (text: string): string =>
  text.replace(unbreakable, (word) => [...word].map((c, i) => (i > 0 && i % 8 === 0 ? `\u200b${c}` : c)).join(''));
/** One line of text. */
export const plain = (text: string): string => soften(text.replace(/[\r\n\t]+/g, ' '));
