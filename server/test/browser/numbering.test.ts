import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, launchBrowser } from '../../src/testing/browser.ts';
import { type RunningInstallation, startRunning } from '../running-installation.ts';
import { createStage, dialog, pageTitle, picture, type Stage } from './stage.ts';

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

describe.sequential('numbers of letters, in the browser', { timeout: 240_000 }, () => {
  test('the administrator gives circulars a series of their own and sees what it prints', async () => {
    const page = await stage.as('sumedang', 'admin');
    await page.goto('/pengaturan/penomoran');
    await pageTitle(page, 'Penomoran').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Tambah pola' }).click();
    const sheet = dialog(page, 'Tambah pola');
    await sheet.getByLabel('Jenis naskah').selectOption({ label: 'Surat Edaran' });
    await sheet.getByLabel('Pola', { exact: true }).fill('{classification}/{kota}');
    await sheet.getByText('{kota} yang tidak dikenal').waitFor();
    await sheet.getByLabel('Pola', { exact: true }).fill('{classification}/{seq} TAHUN {year}');
    await sheet.getByText(`Contoh: 000.1.5/15 TAHUN ${new Date().getFullYear()}`).waitFor();
    await sheet.getByText('Sendiri untuk jenis ini').click();
    await expectAccessible(page);
    await sheet.getByRole('button', { name: 'Simpan pola' }).click();
    await sheet.waitFor({ state: 'hidden' });
    await page.getByText('Bernomor sendiri, mulai lagi tiap tahun.').waitFor();
    await picture(page, 'penomoran');
  });

  test('the registrar reserves a number, finds it in the book, and gives it up with a reason', async () => {
    const page = await stage.as('sumedang', 'tu');
    await page.goto('/surat');
    await page.getByRole('link', { name: 'Buku nomor' }).click();
    await pageTitle(page, 'Buku nomor dan agenda').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Nomor pesanan' }).click();
    await page.getByRole('button', { name: 'Pesan nomor' }).first().click();
    const sheet = dialog(page, 'Pesan nomor');
    await sheet.getByLabel('Kode klasifikasi').fill('000.1.5');
    await sheet.getByRole('button', { name: 'Pesan nomor' }).click();
    await sheet.getByText('Tulis alasannya.').first().waitFor();
    await sheet.getByLabel('Alasan').fill('Undangan menyusul esok hari');
    await sheet.getByRole('button', { name: 'Pesan nomor' }).click();
    await sheet.waitFor({ state: 'hidden' });
    await page.getByText('Undangan menyusul esok hari').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: /^Lepaskan nomor 000\.1\.5/ }).click();
    const note = dialog(page, /^Lepaskan nomor/);
    await note.getByLabel('Alasan').fill('Rapat dibatalkan');
    await note.getByRole('button', { name: 'Lepaskan' }).click();
    await note.waitFor({ state: 'hidden' });
    await page.getByText('Tidak ada nomor pesanan').waitFor();
    await page.getByRole('link', { name: 'Surat keluar' }).click();
    const row = page.getByRole('row').filter({ hasText: 'Rapat dibatalkan' });
    await row.getByText('Batal', { exact: true }).waitFor();
    await expectAccessible(page);
    await picture(page, 'buku-nomor');
    await page.getByRole('link', { name: 'Surat masuk', exact: true }).click();
    await page.getByRole('table').waitFor();
    await expectAccessible(page);
  });

  test('nothing went wrong unseen', () => {
    expect(stage.faults).toEqual([]);
    expect(running.stderr()).toBe('');
  });
});
