import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { projectRoot } from '../../src/core/paths.ts';
import { demoPassword } from '../running-installation.ts';

/** One step may take this long: two cores are shared by the browser, the server, its worker and PostgreSQL. */
const stepMs = 45_000;

const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

/** The people of the story, each with a browser context (cookies, storage) of their own. */
export function createStage(browser: Browser, port: number) {
  const contexts: BrowserContext[] = [];
  const signedIn = new Map<string, Promise<Page>>();
  const faults: string[] = [];
  const originOf = (slug: string | null): string => `http://${slug === null ? '' : `${slug}.`}localhost:${port}`;

  /** A page of somebody new, at a regency or (null) at the platform; `script: false` as with scripts switched off. */
  async function visitor(slug: string | null, { script = true } = {}): Promise<Page> {
    const context = await browser.newContext({
      baseURL: originOf(slug),
      viewport: desk,
      locale: 'id-ID',
      timezoneId: 'Asia/Jakarta',
      reducedMotion: 'reduce',
      acceptDownloads: true,
      javaScriptEnabled: script,
    });
    contexts.push(context);
    context.setDefaultTimeout(stepMs);
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.stack ?? error.message}`));
    return page;
  }

  async function signIn(slug: string, username: string): Promise<Page> {
    const page = await visitor(slug);
    await page.goto('/masuk');
    await fillSignIn(page, username, demoPassword);
    await pageTitle(page, 'Perlu Anda').waitFor();
    return page;
  }

  return {
    visitor,
    originOf,
    /** Errors that scripts threw on any page so far. */
    faults,
    /** The page of a person who is signed in; the same one whenever they appear again. */
    as(slug: string, username: string): Promise<Page> {
      const key = `${slug}/${username}`;
      const page = signedIn.get(key) ?? signIn(slug, username);
      signedIn.set(key, page);
      return page;
    },
    close: () => Promise.all(contexts.map((context) => context.close())),
  };
}

export type Stage = ReturnType<typeof createStage>;

export async function fillSignIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('Nama pengguna').fill(username);
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
}

/** A day in the regencies' zone as a date field takes it, `offset` days from today. */
export const day = (offset: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jakarta' }).format(new Date(Date.now() + offset * 86_400_000));

export const dialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });

/** The one heading of level 1, by its words. */
export const pageTitle = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('heading', { level: 1, name, ...(typeof name === 'string' ? { exact: true } : {}) });

/** Goes to Perlu Anda as people do, by the navigation. */
export async function openQueue(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Menu utama' })
    .getByRole('link', { name: /^Perlu Anda/ })
    .click();
  await pageTitle(page, 'Perlu Anda').waitFor();
}

/** The button of a row of Perlu Anda: "Beri paraf: Undangan …". It appears by itself, without reloading. */
export const rowAct = (page: Page, verb: string, subject: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^${verb} ?: ${subject}$`) });

/** Opens what waits, by its subject in Perlu Anda. */
export async function openTask(page: Page, subject: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: subject, exact: true }).click();
  await pageTitle(page, subject).waitFor();
}

/** Types into a field that proposes, and takes the first proposal that matches. */
export async function choose(field: Locator, text: string, option: string | RegExp): Promise<void> {
  await field.fill(text);
  await field.page().getByRole('option', { name: option }).first().click();
}

/** What a click saves, as the browser received it. */
export async function saveBy(page: Page, button: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const pageOf = (within: Page | Locator): Page => ('page' in within ? within.page() : within);

/** The value beside a label in a list of facts. */
export const fact = (within: Page | Locator, label: string): Locator =>
  within
    .locator('dl > div')
    .filter({
      has: pageOf(within)
        .getByRole('term')
        .filter({ hasText: new RegExp(`^${label}$`) }),
    })
    .getByRole('definition');

/**
 * A picture for the documentation, only where MADANGAN_PICTURES is set, so that tests elsewhere leave the files alone.
 * @param size as on a desk (1440×900) or on a phone (390×844)
 */
export async function picture(page: Page, name: string, size: 'desk' | 'phone' = 'desk'): Promise<void> {
  if (process.env.MADANGAN_PICTURES !== '1') return;
  await page.setViewportSize(size === 'phone' ? phone : desk);
  // The live stream of changes never ends, so that the network never comes to rest on some pages.
  await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined);
  await page.evaluate('document.fonts.ready');
  const suffix = size === 'phone' ? '-telepon' : '';
  await page.screenshot({ path: join(projectRoot, 'docs/pictures', `${name}${suffix}.png`), animations: 'disabled' });
  await page.setViewportSize(desk);
}
