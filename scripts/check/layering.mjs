import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { root } from '../lib/root.mjs';

const { forbidden, options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');

/** For each rule an import that it must find: [rule, importing file, imported file]. */
const crimes = [
  ['no-cycles', 'server/src/core/a.ts', 'server/src/core/b.ts'],
  ['no-cycles', 'server/src/core/b.ts', 'server/src/core/a.ts'],
  ['web-knows-no-server', 'web/src/lib/a.ts', 'server/src/core/ids.ts'],
  ['server-knows-no-web', 'server/src/core/c.ts', 'web/src/lib/dates.ts'],
  ['features-are-strangers', 'web/src/features/letters/a.tsx', 'web/src/features/people/b.tsx'],
  ['features-know-no-app', 'web/src/features/letters/c.tsx', 'web/src/app/router.tsx'],
  ['web-base-knows-no-feature', 'web/src/components/ui/a.tsx', 'web/src/features/people/b.tsx'],
  ['capability-by-its-index', 'server/src/letters/service.ts', 'server/src/organization/service.ts'],
  ['core-knows-no-capability', 'server/src/core/d.ts', 'server/src/organization/index.ts'],
  ['nothing-knows-the-entries', 'server/src/letters/routes.ts', 'server/src/app.ts'],
  ['product-knows-no-tests', 'server/src/letters/jobs.ts', 'server/src/testing/people.ts'],
];

/** Imports that no rule may find fault with. */
const innocent = [
  ['server/src/app.ts', 'server/src/letters/service.ts'],
  ['server/src/letters/rules.ts', 'server/src/organization/index.ts'],
  ['server/src/letters/rules.ts', 'server/src/letters/schema.ts'],
  ['server/src/letters/rules.ts', 'server/src/core/ids.ts'],
  ['server/src/core/tenancy/index.ts', 'server/src/config.ts'],
  ['server/src/letters/letters.test.ts', 'server/src/testing/people.ts'],
  ['web/src/app/router.tsx', 'web/src/features/people/b.tsx'],
  ['web/src/features/people/b.tsx', 'web/src/lib/dates.ts'],
];

async function findViolations(baseDir, paths) {
  const { output } = await cruise(paths, { ...options, baseDir, validate: true, ruleSet: { forbidden } });
  return output;
}

function writeFixture(folder) {
  const imports = new Map();
  const pairs = [...crimes.map(([, from, to]) => [from, to]), ...innocent];
  for (const [from, to] of pairs) {
    imports.set(from, [...(imports.get(from) ?? []), to]);
    if (!imports.has(to)) imports.set(to, []);
  }
  for (const [file, targets] of imports) {
    const up = '../'.repeat(file.split('/').length - 1);
    // A type beside the value: both kinds of import must count.
    const lines = targets.map((to, i) => `import { type T as T${i}, v as v${i} } from '${up}${to}';`);
    const uses = targets.map((_, i) => `v${i} as T${i}`).join(', ');
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${lines.join('\n')}\nexport type T = unknown;\nexport const v = [${uses}];\n`);
  }
}

/** @returns {Promise<string[]>} what is wrong with the rules themselves */
async function testRules() {
  const folder = mkdtempSync(join(tmpdir(), 'madangan-layering-'));
  try {
    writeFixture(folder);
    const { summary } = await findViolations(folder, ['server', 'web']);
    const found = new Set(summary.violations.map((one) => `${one.rule.name} ${one.from}`));
    const missed = crimes
      .filter(([rule, from]) => rule !== 'no-cycles' && !found.has(`${rule} ${from}`))
      .map(([rule, from, to]) => `the rule ${rule} did not find ${from} → ${to}`);
    if (!summary.violations.some((one) => one.rule.name === 'no-cycles')) missed.push('the rule no-cycles found none');
    const guilty = new Set(crimes.map(([, from]) => from));
    const falseAlarms = summary.violations
      .filter((one) => !guilty.has(one.from))
      .map((one) => `the rule ${one.rule.name} found fault with ${one.from} → ${one.to}`);
    const untested = forbidden.filter(({ name }) => !crimes.some(([rule]) => rule === name));
    return [...missed, ...falseAlarms, ...untested.map(({ name }) => `the rule ${name} has no crime to find`)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Layering of server and web. @returns {Promise<string[]>} one line per fault */
export async function checkLayering() {
  const broken = await testRules();
  if (broken.length > 0) return broken;
  const { summary } = await findViolations(root, ['server', 'web']);
  if (summary.totalCruised < 20) return [`only ${summary.totalCruised} modules were read`];
  return summary.violations.map((one) => {
    const ring = one.cycle?.length ? ` (ring: ${one.cycle.map((step) => step.name).join(' → ')})` : '';
    return `${one.rule.name}: ${one.from} → ${one.to}${ring}`;
  });
}
