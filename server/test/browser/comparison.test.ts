import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, launchBrowser } from '../../src/testing/browser.ts';
import { type RunningInstallation, startRunning } from '../running-installation.ts';
import { choose, createStage, day, dialog, fact, pageTitle, picture, type Stage } from './stage.ts';

let running: RunningInstallation;
let browser: Browser;
let stage: Stage;

beforeAll(async () => {
  [running, browser] = await Promise.all([startRunning({ readyWithinMs: 110_000 }), launchBrowser()]);
  stage = createStage(browser, running.port);
});
afterAll(async () => {
  await stage?.close();
  await browser?.close();
  await running?.stop();
});

/** Enters one level for every indicator of 2025, and shows the year to everybody. */
async function showYear(page: Page, level: string): Promise<void> {
  await page.goto('/kolaborasi/perbandingan/nilai');
  await pageTitle(page, 'Nilai indeks kita').waitFor();
  for (const field of await page.getByRole('combobox').all()) await field.selectOption(level);
  await page.getByRole('button', { name: 'Simpan nilai' }).click();
  await page.getByText('47 dari 47 indikator terisi').waitFor();
  await page.getByRole('button', { name: 'Tampilkan nilai' }).click();
  const sheet = dialog(page, 'Tampilkan nilai tahun 2025');
  await sheet.getByLabel('Semua daerah').check();
  await sheet.getByRole('button', { name: 'Tampilkan nilai' }).click();
  await sheet.getByText('Nyatakan persetujuan').first().waitFor();
  await sheet.getByLabel(/^Kami setuju/).check();
  await expectAccessible(page);
  await sheet.getByRole('button', { name: 'Tampilkan nilai' }).click();
  await page.getByText(/^Ditampilkan kepada semua daerah/).waitFor();
}

describe.sequential('indices side by side, in the browser', { timeout: 240_000 }, () => {
  test('Lebak finds Sumedang higher, and makes a plan of one indicator', async () => {
    await showYear(await stage.as('sumedang', 'admin'), '4');
    await showYear(await stage.as('lebak', 'admin'), '2');

    const sekda = await stage.as('lebak', 'sekda');
    await sekda.goto('/kolaborasi/perbandingan');
    await pageTitle(sekda, 'Perbandingan').waitFor();
    await sekda.getByLabel('Kabupaten Sumedang').check();
    await sekda.getByRole('img', { name: /^Indeks SPBE menurut tahun/ }).waitFor();
    await sekda.getByRole('row', { name: /Kabupaten Sumedang 4,00/ }).waitFor();
    await sekda.getByText('Kita 2, Kabupaten Sumedang 4').first().waitFor();
    await expectAccessible(sekda);
    await picture(sekda, 'perbandingan');

    await sekda.getByRole('button', { name: 'Rencanakan adopsi untuk indikator 42' }).click();
    const sheet = dialog(sekda, 'Rencana baru');
    await choose(sheet.getByLabel('Penanggung jawab'), 'Komunikasi', /Kepala Dinas Komunikasi/);
    await sheet.getByLabel('Tenggat').fill(day(10));
    await expectAccessible(sekda);
    await sheet.getByRole('button', { name: 'Simpan rencana' }).click();
    await fact(sekda, 'Ditiru dari').getByText('Kabupaten Sumedang').waitFor();
    await fact(sekda, 'Nilai yang diharapkan').getByText('4 (+0,06 poin)').waitFor();
  });

  test('the one responsible is asked on the first page, and notes progress', async () => {
    const kadis = await stage.as('lebak', 'kadis');
    await kadis.getByRole('button', { name: /^Laporkan ?: Meniru/ }).click();
    await kadis.getByLabel('Catatan kemajuan').fill('Tim sudah belajar ke Sumedang.');
    await kadis.getByLabel('Keadaan').selectOption('started');
    await kadis.getByRole('button', { name: 'Catat kemajuan' }).click();
    await kadis.getByText('Tim sudah belajar ke Sumedang.').waitFor();
    await expectAccessible(kadis);
    await picture(kadis, 'rencana-adopsi');
    expect(stage.faults).toEqual([]);
  });
});
