// The one way in: `npm start`, `npm test`, `npm run …` all come here. Brings pnpm and what is missing, then runs the
// command asked for. Uses nothing but Node until the dependencies are known to be in place.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './lib/built.mjs';
import { hashFiles, listFiles } from './lib/inputs.mjs';
import { withLock } from './lib/lock.mjs';
import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';

// The native pnpm, which does not depend on the Node that is here. Not in package.json's `packageManager`: with that
// field pnpm looks its own binaries up for every platform, and fails where a registry mirror lacks one.
const pnpm = 'pnpm@12.21.0';
const workspaces = ['server', 'web', 'migrations', 'tenants', 'scripts'];

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(`Madangan memerlukan Node 20.19 atau lebih baru; yang ada ${process.versions.node}.\n`);
  process.exit(1);
}

const stamp = join(root, 'node_modules/.madangan-install');
const installKey = () =>
  hashFiles(
    listFiles([
      'package.json',
      'pnpm-workspace.yaml',
      'pnpm-lock.yaml',
      ...workspaces.map((name) => `${name}/package.json`),
      'patches',
    ]),
    `${process.platform} ${process.arch} ${pnpm}`,
  );
const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === installKey();

async function ensureInstalled() {
  if (isInstalled()) return;
  await withLock('install', async () => {
    if (isInstalled()) return;
    process.stderr.write('Memasang dependensi …\n');
    const status = await run('npx', ['--yes', pnpm, 'install', '--config.confirm-modules-purge=false'], {
      quietOutput: true,
      shell: process.platform === 'win32',
    });
    if (status !== 0) process.exit(status);
    // After the install, which may have written the lockfile.
    writeFileSync(stamp, installKey());
  });
}

/** Runs a bundle in this very process, as if it had been started itself. */
async function runBundle(entry, args, targets) {
  await ensureBuilt(targets);
  const bundle = join(root, 'server/dist', `${entry}.mjs`);
  process.argv = [process.execPath, bundle, ...args];
  await import(pathToFileURL(bundle).href);
}

const commands = {
  serve: (args) => runBundle('all', args, ['server', 'web']),
  api: (args) => runBundle('main', args, ['server', 'web']),
  worker: (args) => runBundle('worker', args, ['server']),
  madangan: (args) => runBundle('cli', args, ['server']),
  build: () => ensureBuilt(['server', 'web']),
  test: async (args) => (await import('./test.mjs')).test(args),
  check: async (args) => (await import('./check.mjs')).check(args),
  'api-types': async () => {
    (await import('tsx/esm/api')).register();
    await import('./generate-api-types.ts');
  },
  dev: async () => (await import('./dev.mjs')).dev(),
  bench: async (args) => {
    await ensureBuilt(['server', 'web']);
    process.argv = [process.execPath, join(root, 'scripts/bench.ts'), ...args];
    (await import('tsx/esm/api')).register();
    await import('./bench.ts');
  },
};

requireNode();
process.chdir(root);
const [name = 'serve', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (!command) {
  process.stderr.write(`Perintah "${name}" tidak dikenal. Yang ada: ${Object.keys(commands).join(', ')}.\n`);
  process.exit(2);
}
await ensureInstalled();
await command(args);
