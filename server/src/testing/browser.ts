import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';
import { projectRoot } from '../core/paths.ts';

const packageFolder = dirname(dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))));

/** Folders where the system's libraries may lie; Chromium needs libnss3, which small images leave out. */
const libraryFolders = ['/usr/lib/x86_64-linux-gnu', '/lib/x86_64-linux-gnu', '/usr/lib64', '/usr/lib', '/lib64'];

const flags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--disable-sync',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP *.localhost 127.0.0.1',
  '--no-first-run',
  // Tests run as root in containers, where Chromium's own sandbox cannot.
  '--no-sandbox',
  '--no-zygote',
];

/**
 * Unpacks the browser that comes as an npm package, once per version. The package itself unpacks into the temporary
 * folder and takes a half-written file for a finished one; several test files start at once, so each unpacks into a
 * folder of its own and the first to finish gives it its name.
 */
async function unpack(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const folder = join(projectRoot, '.cache', `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const own = `${folder}.tmp-${process.pid}`;
  mkdirSync(own, { recursive: true });
  const before = { TMPDIR: process.env.TMPDIR, AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV };
  try {
    // The package knows no other way to name the folder, and brings the missing libraries only to Lambda.
    Object.assign(process.env, { TMPDIR: own, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' });
    await sparticuz.executablePath();
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
  try {
    renameSync(own, folder);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

async function launchFromPackage(): Promise<Browser> {
  const folder = await unpack();
  const hasLibraries = libraryFolders.some((path) => existsSync(join(path, 'libnss3.so')));
  const libraries = hasLibraries ? {} : { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: flags,
    env: { ...process.env, ...libraries, FONTCONFIG_PATH: process.env.FONTCONFIG_PATH ?? join(folder, 'fonts') },
  });
}

/**
 * A headless Chromium: the one at CHROMIUM_PATH, else the npm package's (Linux x64). `*.localhost` leads to this
 * machine. Open pages with `browser.newContext({ baseURL })`: a context is a person of its own. Close it afterwards.
 * @throws when the browser does not start
 */
export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH;
  return executablePath ? chromium.launch({ executablePath, args: flags }) : launchFromPackage();
}

/**
 * The page as it stands now breaks no rule of WCAG 2.1 A and AA that a machine can check.
 * @param page of a `browser.newContext()`
 * @throws Error with every violation: rule, what it asks, and the elements at fault
 */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  if (violations.length === 0) return;
  const list = violations.map(({ id, help, impact, nodes }) => {
    const places = nodes.map((node) => `    ${node.target.join(' ')}\n      ${node.html.slice(0, 200)}`);
    return `  ${id} (${impact ?? 'no impact given'}): ${help}\n${places.join('\n')}`;
  });
  throw new Error(`${page.url()} is not accessible:\n${list.join('\n')}`);
}
