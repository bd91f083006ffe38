import { officeTimeZone } from '../../lib/office.ts';
/** A number as the pattern would print it, with invented parts. */
export function sampleNumber(pattern: string): string {
  const parts: Record<string, string> = {
    classification: '000.1.5',
    seq: '123',
    unit: 'Setda',
    year: String(new Date().getFullYear()),
    month_roman: 'XI',
  };
  return pattern.replaceAll(/\{([a-z_]+)\}/g, (whole, name: string) => parts[name] ?? whole);
}

export type TreeNode<T> = { item: T; children: TreeNode<T>[] };

/** A list whose items name their parent, as a tree in the same order. What names an unknown parent stands at the top. */
export function treeOf<T extends { id: string; parentId: string | null }>(items: readonly T[]): TreeNode<T>[] {
  const nodes = new Map(items.map((item) => [item.id, { item, children: [] as TreeNode<T>[] }]));
  const top: TreeNode<T>[] = [];
  for (const node of nodes.values()) {
    const parent = node.item.parentId === null ? undefined : nodes.get(node.item.parentId);
    (parent?.children ?? top).push(node);
  }
  return top;
}

/** A user name proposed from a name: "Dr. Laras Wiradinata, M.Si." → `laras.wiradinata`. */
export function proposeUsername(name: string): string {
  const words = (name.split(',')[0] ?? '')
    .split(/\s+/)
    .filter((word) => word !== '' && !word.endsWith('.'))
    .map((word) =>
      word
        .normalize('NFD')
        .toLowerCase()
        .replaceAll(/[^a-z0-9]/g, ''),
    )
    .filter(Boolean);
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return [first, last].filter(Boolean).join('.').slice(0, 60);
}

const offsets: Record<string, string> = {
  'Asia/Jakarta': '+07:00',
  'Asia/Pontianak': '+07:00',
  'Asia/Makassar': '+08:00',
  'Asia/Jayapura': '+09:00',
};

/** The first or the last second of a day in the office's zone, with its offset; Indonesia keeps one all year. */
export const dayInstant = (day: string, end: 'start' | 'end', timeZone: string = officeTimeZone()): string =>
  `${day}T${end === 'start' ? '00:00:00' : '23:59:59'}${offsets[timeZone] ?? '+07:00'}`;
