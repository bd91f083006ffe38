import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, launchBrowser } from '../../src/testing/browser.ts';
import { type RunningInstallation, startRunning } from '../running-installation.ts';
import { createStage, pageTitle, picture, type Stage } from './stage.ts';

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

describe.sequential('types of letters and the paper, in the browser', { timeout: 240_000 }, () => {
  test('the administrator finds a type, sees its page change while typing, and saves it', async () => {
    const page = await stage.as('sumedang', 'admin');
    await page.goto('/pengaturan/jenis-naskah');
    await pageTitle(page, 'Jenis naskah').waitFor();
    await page.getByRole('link', { name: 'Berita Acara' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Cari jenis naskah').fill('edaran');
    await page.getByRole('link', { name: 'Surat Edaran' }).click();
    await pageTitle(page, 'Surat Edaran').waitFor();
    const paper = page.getByRole('img', { name: /^Halaman 1/ });
    await paper.waitFor();
    const before = await paper.getAttribute('src');
    await page.getByLabel('Judul tercetak').fill('SURAT EDARAN BERSAMA');
    await expect.poll(() => paper.getAttribute('src'), { timeout: 30_000 }).not.toBe(before);
    await page.getByLabel('Lampiran', { exact: true }).check();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Simpan jenis naskah' }).click();
    await page.getByText('Surat Edaran tersimpan').waitFor();
    expect(await page.getByLabel('Lampiran', { exact: true }).isChecked()).toBe(true);
    await picture(page, 'jenis-naskah-surat-edaran');
  });

  test('wrong settings are named at their fields', async () => {
    const page = await stage.as('sumedang', 'admin');
    await page.goto('/pengaturan/jenis-naskah/memo');
    await page.getByLabel('Klasifikasi awal').fill('umum');
    await page.getByRole('button', { name: 'Simpan jenis naskah' }).click();
    await page.getByText('Tulis kode klasifikasi seperti 000.1.5.').first().waitFor();
  });

  test('a type of the regency’s own is added and opened', async () => {
    const page = await stage.as('sumedang', 'admin');
    await page.goto('/pengaturan/jenis-naskah');
    await page.getByRole('button', { name: 'Tambah jenis naskah' }).click();
    const sheet = page.getByRole('dialog', { name: 'Tambah jenis naskah' });
    await sheet.getByRole('button', { name: 'Tambah' }).click();
    await sheet.getByText('Isi nama jenis naskah.').first().waitFor();
    await sheet.getByLabel('Nama').fill('Surat Imbauan');
    await sheet.getByLabel('Kode singkat').fill('IMB');
    await expectAccessible(page);
    await sheet.getByRole('button', { name: 'Tambah' }).click();
    await pageTitle(page, 'Surat Imbauan').waitFor();
  });

  test('the paper is seen before it is saved, and others cannot change it', async () => {
    const page = await stage.as('sumedang', 'admin');
    await page.goto('/pengaturan/kertas');
    await pageTitle(page, 'Kertas dan huruf').waitFor();
    const paper = page.getByRole('img', { name: /^Halaman 1/ });
    await paper.waitFor();
    const before = await paper.getAttribute('src');
    await page.getByLabel('Huruf', { exact: true }).selectOption({ label: 'Tinos (setara Times New Roman)' });
    await expect.poll(() => paper.getAttribute('src'), { timeout: 30_000 }).not.toBe(before);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Simpan kertas dan huruf' }).click();
    await page.getByText('Kertas dan huruf tersimpan').waitFor();
    const other = await stage.as('sumedang', 'sekda');
    await other.goto('/pengaturan/kertas');
    await other.getByText('Halaman ini tidak tersedia untuk Anda').waitFor();
    expect(stage.faults).toEqual([]);
  });
});
