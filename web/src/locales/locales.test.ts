import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = import.meta.dirname;

/** Keys of a namespace, plural forms taken together: Indonesian has one form, English two. */
function keysOf(value: unknown, prefix = ''): string[] {
  if (typeof value !== 'object' || value === null) return [prefix.replace(/_(zero|one|two|few|many|other)$/, '')];
  return Object.entries(value).flatMap(([key, child]) => keysOf(child, prefix ? `${prefix}.${key}` : key));
}

const namespaces = readdirSync(join(folder, 'id')).filter((file) => file.endsWith('.json'));

test('every namespace exists in both languages', () => {
  expect(readdirSync(join(folder, 'en')).sort()).toEqual([...namespaces].sort());
});

test.each(namespaces)('%s has the same keys in Indonesian and English', (file) => {
  const [id, en] = ['id', 'en'].map((language) => [
    ...new Set(keysOf(JSON.parse(readFileSync(join(folder, language, file), 'utf8')))),
  ]);
  expect(en?.sort()).toEqual(id?.sort());
});
