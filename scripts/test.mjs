import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './lib/built.mjs';
import { root } from './lib/root.mjs';
import { runNode } from './lib/run.mjs';

/**
 * Every test, or those that the arguments name (they go to vitest as they are). Built first, since browser and crash
 * tests start the bundle as a user would.
 * @param {string[]} args
 */
export async function test(args) {
  await ensureBuilt(['server', 'web']);
  const report = join(root, `.cache/test-results-${process.pid}.json`);
  mkdirSync(join(root, '.cache'), { recursive: true });
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const status = await runNode([vitest, 'run', ...reporters, ...args]);
  const summary = readSummary(report);
  rmSync(report, { force: true });
  if (summary) process.stdout.write(`\n${summary}\n`);
  process.exit(status);
}

/** The closing lines: what was skipped, by name, and a line that machines can read; null where vitest wrote nothing. */
function readSummary(report) {
  let results;
  try {
    results = JSON.parse(readFileSync(report, 'utf8'));
  } catch (error) {
    process.stderr.write(`No test results: ${error.message}\n`);
    return null;
  }
  const skipped = results.testResults.flatMap((file) =>
    file.assertionResults.filter((one) => one.status === 'pending' || one.status === 'skipped'),
  );
  // A file that could not be loaded has no test that failed, and is a failure all the same.
  const brokenFiles = results.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed'),
  );
  return [
    ...skipped.map((one) => `skipped: ${one.fullName}`),
    `${results.numPassedTests} passed, ${results.numFailedTests + brokenFiles.length} failed`,
  ].join('\n');
}
