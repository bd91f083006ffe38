import { expect, test } from 'vitest';
import { proposeUsername, sampleNumber, treeOf } from './rules.ts';

test('a pattern is shown as a number; what it does not know stays', () => {
  expect(sampleNumber('{classification}/{seq}/{unit}')).toBe('000.1.5/123/Setda');
  expect(sampleNumber('{seq}-{lain}')).toBe('123-{lain}');
});

test('units become a tree', () => {
  const tree = treeOf([
    { id: 'a', parentId: null },
    { id: 'b', parentId: 'a' },
    { id: 'c', parentId: 'b' },
    { id: 'd', parentId: 'gone' },
  ]);
  expect(tree.map(({ item }) => item.id)).toEqual(['a', 'd']);
  expect(tree[0]?.children[0]?.children[0]?.item.id).toBe('c');
});

test('a user name leaves out titles', () => {
  expect(proposeUsername('Dr. Laras Wiradinata, M.Si.')).toBe('laras.wiradinata');
  expect(proposeUsername('Sutrisno')).toBe('sutrisno');
});
