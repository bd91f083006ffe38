#!/usr/bin/env node
// How many compressed kilobytes of script the first screens cost together: sign-in, Perlu Anda and the letter list.
// Reads the manifest of the last web build. Exits with 1 when the budget is spent. `--json` prints figures only.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const budgetKilobytes = 260;
const pages = [
  'index.html',
  'src/app/routes/public/sign-in.page.tsx',
  'src/app/shells/office-shell.tsx',
  'src/app/routes/office/todo.page.tsx',
  'src/app/routes/office/letters.page.tsx',
  'src/locales/id/common.json',
  'src/locales/id/identity.json',
];

const dist = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..', 'web', 'dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'));

/** Scripts of an entry with everything it imports at once; what it imports later is not counted. */
function collect(key, found) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`no ${key} in the manifest; was a page renamed?`);
  if (found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const imported of chunk.imports ?? []) collect(imported, found);
  return found;
}

const files = new Set();
for (const page of pages) collect(page, files);
const sizes = [...files]
  .filter((file) => file.endsWith('.js'))
  .map((file) => ({ file, kilobytes: gzipSync(readFileSync(join(dist, file))).length / 1024 }))
  .sort((a, b) => b.kilobytes - a.kilobytes);
const total = sizes.reduce((sum, { kilobytes }) => sum + kilobytes, 0);

if (process.argv.includes('--json')) {
  process.stdout.write(
    `${JSON.stringify({ kilobytes: Number(total.toFixed(1)), budgetKilobytes, files: sizes.length })}\n`,
  );
} else {
  for (const { file, kilobytes } of sizes) process.stdout.write(`${kilobytes.toFixed(1).padStart(7)}  ${file}\n`);
  process.stdout.write(`${total.toFixed(1).padStart(7)}  KB together, of ${budgetKilobytes}\n`);
}
if (total > budgetKilobytes) process.exitCode = 1;
