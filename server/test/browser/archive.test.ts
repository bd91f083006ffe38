import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, launchBrowser } from '../../src/testing/browser.ts';
import { demoPassword, type RunningInstallation, startRunning } from '../running-installation.ts';
import { createStage, day, dialog, pageTitle, picture, type Stage } from './stage.ts';

let running: RunningInstallation;
let browser: Browser;
let stage: Stage;

beforeAll(async () => {
  [running, browser] = await Promise.all([startRunning({ readyWithinMs: 290_000 }), launchBrowser()]);
  stage = createStage(browser, running.port);
}, 300_000);
afterAll(async () => {
  await stage?.close();
  await browser?.close();
  await running?.stop();
});

/** What the interface does not do: a dossier that was closed days ago. */
async function oldDossier(title: string): Promise<void> {
  const base = `http://localhost:${running.port}/api/v1`;
  const post = async (path: string, body: object, token?: string) => {
    const response = await fetch(`${base}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-tenant': 'sumedang',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as { id: string; accessToken: string };
  };
  const { accessToken } = await post('/auth/login', { username: 'tu', password: demoPassword });
  const { id } = await post('/dossiers', { classification: '000.1.5', year: 2020, title }, accessToken);
  await post(`/dossiers/${id}/close`, { closedOn: day(-2) }, accessToken);
}

describe.sequential('the archive, in the browser', { timeout: 240_000 }, () => {
  test('the archivist enters the retention schedule', async () => {
    const page = await stage.as('sumedang', 'tu');
    await page.getByRole('link', { name: 'Arsip', exact: true }).first().click();
    await pageTitle(page, 'Arsip').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'JRA' }).click();
    await page.getByText('Belum ada aturan retensi').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Tambah aturan' }).click();
    const sheet = dialog(page, 'Tambah aturan');
    await sheet.getByRole('button', { name: 'Simpan' }).click();
    await sheet.getByText('Tulis kode klasifikasi.').first().waitFor();
    await sheet.getByLabel('Kode klasifikasi').fill('000.1.5');
    await sheet.getByLabel('Aktif', { exact: true }).fill('0');
    await sheet.getByLabel('Inaktif', { exact: true }).fill('4');
    await sheet.getByLabel('Keterangan akhir').selectOption('destroy');
    await expectAccessible(page);
    await sheet.getByRole('button', { name: 'Simpan' }).click();
    await sheet.waitFor({ state: 'hidden' });
    await page.getByRole('cell', { name: '000.1.5', exact: true }).waitFor();
  });

  test('the registrar opens a dossier and files a letter into it', async () => {
    const page = await stage.as('sumedang', 'tu');
    await page.getByRole('link', { name: 'Berkas', exact: true }).click();
    await page.getByRole('button', { name: 'Buka berkas' }).click();
    const sheet = dialog(page, 'Buka berkas');
    await sheet.getByLabel('Judul berkas').fill('Rapat pimpinan tahun ini');
    await sheet.getByLabel('Kode klasifikasi').fill('000.1.5');
    await expectAccessible(page);
    await sheet.getByRole('button', { name: 'Buka', exact: true }).click();
    await pageTitle(page, /^Rapat pimpinan tahun ini/).waitFor();
    await page.getByText('Setelah ditutup: aktif 0 tahun, lalu inaktif 4 tahun, lalu dimusnahkan.').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Tambah arsip kertas' }).click();
    const paper = dialog(page, 'Tambah arsip kertas');
    await paper.getByLabel('Uraian').fill('Daftar hadir asli');
    await paper.getByRole('button', { name: 'Tambahkan' }).click();
    await paper.waitFor({ state: 'hidden' });
    await page.getByText('Daftar hadir asli').waitFor();
    await page.getByRole('button', { name: 'Catat tempat' }).click();
    const place = dialog(page, 'Catat tempat');
    await place.getByLabel('Gedung').fill('Depo arsip');
    await place.getByLabel('Boks').fill('B-12');
    await place.getByRole('button', { name: 'Simpan' }).click();
    await place.waitFor({ state: 'hidden' });
    await page.getByText('Depo arsip, B-12').waitFor();

    await page.getByRole('button', { name: 'Tahan', exact: true }).click();
    const hold = dialog(page, 'Tahan berkas ini');
    await hold.getByLabel('Alasan').fill('Diminta inspektorat');
    await hold.getByRole('button', { name: 'Tahan', exact: true }).click();
    await hold.waitFor({ state: 'hidden' });
    await page.getByText('Ditahan: tidak boleh dimusnahkan').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Buat paket arsip' }).click();
    await page.getByText('Siap diunduh').waitFor();
    await picture(page, 'arsip-berkas');

    await page.goto('/arsip?bagian=belum');
    await pageTitle(page, 'Arsip').waitFor();
    await page.getByRole('link', { name: 'Belum diberkaskan' }).waitFor();
    await expectAccessible(page);
  });

  test('what is due goes through its steps, each with its papers', async () => {
    const page = await stage.as('sumedang', 'tu');
    await oldDossier('Rapat pimpinan 2020');
    await page.goto('/arsip?bagian=penyusutan');
    await page.getByRole('button', { name: 'Susun daftar Pemindahan' }).click();
    const sheet = dialog(page, /^Susun daftar: Pemindahan/);
    await sheet.getByLabel('Judul daftar').fill('Pemindahan tahun ini');
    await expectAccessible(page);
    await sheet.getByRole('button', { name: 'Susun daftar' }).click();
    await pageTitle(page, /^Pemindahan tahun ini/).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Usulkan' }).click();
    await page.getByText('Diusulkan', { exact: true }).waitFor();
    // Nobody accepts a proposal of their own.
    await page.getByText('Harus dilakukan oleh arsiparis lain: Anda sendiri yang mengusulkannya.').waitFor();
    await page.getByText('Berita acara bertanda tangan: Belum ada').waitFor();
    const wide = page.viewportSize();
    await page.setViewportSize({ width: 390, height: 844 });
    await expectAccessible(page);
    if (wide) await page.setViewportSize(wide);
  });

  test('nothing went wrong unseen', () => {
    expect(stage.faults).toEqual([]);
    expect(running.stderr()).toBe('');
  });
});
