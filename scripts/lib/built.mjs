import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashFiles, listFiles } from './inputs.mjs';
import { withLock } from './lock.mjs';
import { root } from './root.mjs';
import { runNode } from './run.mjs';

const common = ['package.json', 'pnpm-lock.yaml', 'patches', 'tsconfig.base.json', 'scripts/build.mjs'];
const isTest = (file) => /\.test\.tsx?$|\/testing\//.test(file);

/** What each build is made from, and the file that names the key of the build that is in place. */
const targets = {
  server: {
    inputs: [...common, 'server/package.json', 'server/tsconfig.json', 'server/src'],
    stamp: 'server/dist/.key',
  },
  web: {
    inputs: [
      ...common,
      'web/package.json',
      'web/tsconfig.json',
      'web/vite.config.ts',
      'web/index.html',
      'web/public',
      'web/src',
    ],
    stamp: 'web/dist/.key',
  },
};

export const stampOf = (target) => join(root, targets[target].stamp);

/** The key of what a build would be made from now. Tests are no input: editing one rebuilds nothing. */
export const keyOf = (target) => hashFiles(listFiles(targets[target].inputs).filter((file) => !isTest(file)));

const isFresh = (target, key) => existsSync(stampOf(target)) && readFileSync(stampOf(target), 'utf8') === key;

/**
 * Builds what is missing or older than its sources. The bundlers run in a process of their own, so that the
 * server, which goes on in this one, carries neither their memory nor their threads.
 * @param {('server' | 'web')[]} wanted
 */
export async function ensureBuilt(wanted) {
  const stale = () => wanted.filter((target) => !isFresh(target, keyOf(target)));
  if (stale().length === 0) return;
  await withLock('build', async () => {
    // Asked again: another start may have built it while this one waited.
    const missing = stale();
    if (missing.length === 0) return;
    process.stderr.write(`Membangun ${missing.join(' dan ')} …\n`);
    const status = await runNode([join(root, 'scripts/build.mjs'), ...missing], { quietOutput: true });
    if (status !== 0) process.exit(status);
  });
}
