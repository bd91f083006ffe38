import { expect, test } from 'vitest';

/** Keys of a namespace, plural forms taken together: Indonesian has one form, English two. */
function keysOf(value: unknown, prefix = ''): string[] {
  if (typeof value !== 'object' || value === null) return [prefix.replace(/_(zero|one|two|few|many|other)$/, '')];
  return Object.entries(value).flatMap(([key, child]) => keysOf(child, prefix ? `${prefix}.${key}` : key));
}

function namespacesOf(files: Record<string, unknown>): Map<string, string[]> {
  return new Map(
    Object.entries(files).map(([path, words]) => [path.split('/').at(-1) ?? path, [...new Set(keysOf(words))].sort()]),
  );
}

const indonesian = namespacesOf(import.meta.glob('./id/*.json', { eager: true, import: 'default' }));
const english = namespacesOf(import.meta.glob('./en/*.json', { eager: true, import: 'default' }));

test('every namespace exists in both languages', () => {
  expect([...english.keys()].sort()).toEqual([...indonesian.keys()].sort());
});

test.each([...indonesian.keys()])('%s has the same keys in Indonesian and English', (file) => {
  expect(english.get(file)).toEqual(indonesian.get(file));
});
