import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../lib/inputs.mjs';
import { root } from '../lib/root.mjs';

const tests = /\.test\.tsx?$|^server\/(test|bench)\/|^server\/src\/testing\//;

/**
 * What neither the linter nor the layering can say: words that may stand in some files only. `sample` is a line that
 * the rule must find, tried on each run.
 */
const rules = [
  {
    name: 'unescaped SQL only in core/db',
    pattern: /\bunsafe\(|\bsql\.raw\b/,
    below: 'server/src/',
    // The superuser's one script is text of our own: it makes roles and takes rights away, which take no parameters.
    allowed: /^server\/src\/(core\/db\/|adapters\/embedded-postgres\/bootstrap\.ts$)/,
    sample: "await tx.unsafe('select 1')",
  },
  {
    name: 'withPlatform only in the control plane, its authorities and operator, superadmin accounts, sign-ups and public verification',
    pattern: /\b(with|read)Platform\(/,
    below: 'server/src/',
    // These files hold the superadmins' accounts and what the superadmin publishes for all: they belong to no regency.
    allowed:
      /^server\/src\/((core|tenants|signups|verification|authorities|operator)\/|identity\/(authenticators|realm|routes)\.ts$|catalogue\/national\.ts$|[^/]+\.ts$)/,
    sample: 'return tenancy.withPlatform(async (tx) => list(tx))',
  },
  {
    name: 'no suppressed checks',
    pattern: /@ts-(ignore|nocheck|expect-error)|biome-ignore/,
    below: '',
    allowed: /^scripts\/check\//,
    sample: '// @ts-ignore',
  },
];

/** @returns {string[]} one line per fault */
export function checkSourceRules() {
  const blind = rules.filter(({ pattern, sample }) => !pattern.test(sample));
  if (blind.length > 0) return blind.map(({ name }) => `the rule "${name}" does not find its own sample`);
  const files = listFiles(['server', 'web', 'scripts']).filter((file) => /\.(ts|tsx|mjs)$/.test(file));
  return files.flatMap((file) => {
    const applying = rules.filter(
      (rule) => file.startsWith(rule.below) && !rule.allowed.test(file) && !tests.test(file),
    );
    if (applying.length === 0) return [];
    const lines = readFileSync(join(root, file), 'utf8').split('\n');
    return lines.flatMap((line, i) =>
      applying
        .filter(({ pattern }) => pattern.test(line))
        .map(({ name }) => `${file}:${i + 1}: ${name}: ${line.trim()}`),
    );
  });
}
