import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
// Every capability declares its errors when it is loaded.
import '../../src/app.ts';
import { problemCatalogue } from '../../src/core/errors.ts';
import { projectRoot } from '../../src/core/paths.ts';

test('docs/api.md lists every error code with its status and title, and no other', () => {
  const page = readFileSync(join(projectRoot, 'docs/api.md'), 'utf8');
  const listed = [...page.matchAll(/^\| `(\w+)` \| (\d{3}) \| (.+) \|$/gm)].map(([, code, status, title]) => ({
    code,
    status: Number(status),
    title,
  }));
  const byCode = (a: { code?: string | undefined }, b: { code?: string | undefined }) =>
    String(a.code) < String(b.code) ? -1 : 1;
  expect(listed.sort(byCode)).toEqual(problemCatalogue().sort(byCode));
});
