import { join } from 'node:path';
import { root } from './lib/root.mjs';
import { runNode } from './lib/run.mjs';

const bin = (path, ...args) => runNode([join(root, 'node_modules', path), ...args]);

// TypeScript 7 has no interface for other tools, so that the layering would read nothing with it alone and pass; both
// versions are installed, and this names the one that only checks types.
const types = (project) => bin('typescript7/bin/tsc', '--noEmit', '-p', project);

/** Prints faults, one a line. @returns {number} an exit status */
function report(faults) {
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  return faults.length === 0 ? 0 : 1;
}

const steps = {
  'types of the server': () => types('server'),
  'types of the web': () => types('web'),
  'API types': () => runNode(['--import', 'tsx', join(root, 'scripts/generate-api-types.ts'), '--check']),
  'lint and format': () =>
    bin('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--max-diagnostics=100', '.'),
  'source rules': async () => report((await import('./check/source-rules.mjs')).checkSourceRules()),
  layering: async () => report(await (await import('./check/layering.mjs')).checkLayering()),
  'unused code': () => bin('knip/bin/knip.js', '--no-progress'),
};

/**
 * Runs every check, also after one has failed, and ends with one line for each; the exit status is 1 if any failed.
 * @param {string[]} args words that pick checks by name, such as `layering`; all when there are none
 */
export async function check(args) {
  const names = Object.keys(steps).filter((name) => args.length === 0 || args.some((word) => name.includes(word)));
  const lines = [];
  let failed = names.length === 0;
  for (const name of names) {
    process.stdout.write(`\n── ${name}\n`);
    const startedMs = Date.now();
    const status = await steps[name]();
    if (status !== 0) failed = true;
    lines.push(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - startedMs) / 1000).toFixed(1)} s)`);
  }
  process.stdout.write(`\n${lines.join('\n')}\n`);
  process.exit(failed ? 1 : 0);
}
