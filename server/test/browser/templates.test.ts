import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { docxOf, paragraph } from '../../src/adapters/docx/testing.ts';
import { expectAccessible, launchBrowser } from '../../src/testing/browser.ts';
import { type RunningInstallation, startRunning } from '../running-installation.ts';
import { choose, createStage, dialog, pageTitle, picture, type Stage } from './stage.ts';

let running: RunningInstallation;
let browser: Browser;
let stage: Stage;
const name = 'Undangan rapat dengan rincian';

beforeAll(async () => {
  [running, browser] = await Promise.all([startRunning({ readyWithinMs: 110_000 }), launchBrowser()]);
  stage = createStage(browser, running.port);
});
afterAll(async () => {
  await stage?.close();
  await browser?.close();
  await running?.stop();
});

const as = (username: string): Promise<Page> => stage.as('sumedang', username);
const text = (page: Page): Locator => page.getByRole('textbox', { name: 'Isi surat' });
/** For a look at the screens by hand. */
const shot = async (page: Page, title: string) => {
  const folder = process.env.MADANGAN_SHOTS;
  if (folder) await page.screenshot({ path: join(folder, `${title}.png`), fullPage: true });
};

/** Opens the form of a field, gives it a name and a kind, and inserts it where the cursor is. */
async function insertField(page: Page, label: string, kind: string, more?: (sheet: Locator) => Promise<void>) {
  await page.getByRole('button', { name: 'Sisipkan isian' }).click();
  const sheet = dialog(page, 'Sisipkan isian');
  await sheet.getByLabel('Nama isian').fill(label);
  await sheet.getByLabel('Jenis isian', { exact: true }).selectOption({ label: kind });
  await more?.(sheet);
  await sheet.getByRole('button', { name: 'Sisipkan', exact: true }).click();
  await sheet.waitFor({ state: 'hidden' });
  await text(page).getByText(label).first().waitFor();
  await text(page).and(page.locator(':focus')).waitFor();
}

describe.sequential('templates, in the browser', { timeout: 300_000 }, () => {
  test('an administrator makes a template with each kind of field, a table and a condition', async () => {
    const page = await as('admin');
    await page.goto('/pengaturan/templat');
    await pageTitle(page, 'Templat').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Buat templat' }).click();
    await page.getByLabel('Nama', { exact: true }).fill(name);
    await choose(page.getByRole('combobox', { name: 'Jenis naskah' }), 'Surat Undangan', 'Surat Undangan');
    await text(page).click();
    await page.keyboard.type('Rapat dipimpin ');
    await insertField(page, 'Pimpinan', 'Pegawai');
    await page.keyboard.type(' pada ');
    await insertField(page, 'Hari', 'Tanggal');
    await insertField(page, 'Pukul', 'Waktu');
    await page.keyboard.type(' dengan acara ');
    await insertField(page, 'Acara', 'Teks');
    await page.keyboard.type(', biaya ');
    await insertField(page, 'Biaya', 'Uang', async (sheet) => {
      await sheet.getByLabel('Tercetak sebagai').selectOption({ label: 'Rp1.250.000,00 (satu juta … rupiah)' });
    });
    await page.keyboard.type(', peserta ');
    await insertField(page, 'Peserta', 'Bilangan');
    await page.keyboard.type(' orang, secara ');
    await insertField(page, 'Cara', 'Pilihan', async (sheet) => {
      await sheet.getByLabel('Pilihan', { exact: true }).fill('Luring\nDaring');
    });
    await page.keyboard.press('Enter');
    await insertField(page, 'Uraian', 'Paragraf');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Tautan rapat: ');
    await insertField(page, 'Tautan', 'Teks');
    await page.getByRole('button', { name: 'Bagian bersyarat' }).click();
    const condition = dialog(page, 'Bagian bersyarat');
    await condition.getByLabel('Isian').selectOption({ label: 'Cara' });
    await condition.getByLabel('Keadaan').selectOption({ label: 'sama dengan' });
    await condition.getByLabel('Nilai').selectOption('Daring');
    await expectAccessible(page);
    await condition.getByRole('button', { name: 'Jadikan bersyarat' }).click();
    await text(page).getByText('Dicetak bila Cara adalah Daring').waitFor();
    await text(page).getByText('Rapat dipimpin').click();
    await page.keyboard.press('End');
    await insertField(page, 'Petugas', 'Tabel', async (sheet) => {
      await sheet.getByLabel('Nama kolom 1').fill('Nama');
      await sheet.getByLabel('Jenis kolom 1').selectOption({ label: 'Pegawai' });
      await sheet.getByRole('button', { name: 'Tambah kolom' }).click();
      await sheet.getByLabel('Nama kolom 2').fill('Honor');
      await sheet.getByLabel('Jenis kolom 2').selectOption({ label: 'Uang' });
      await sheet.getByLabel('Jumlahkan kolom').selectOption({ label: 'Honor' });
      await expectAccessible(page);
    });
    await page.getByLabel('Hal surat').fill('Undangan rapat');
    await choose(page.getByRole('combobox', { name: 'Tujuan' }), 'Sekretariat', /Sekretariat Daerah/);
    await page.getByRole('button', { name: 'Simpan', exact: true }).first().click();
    await page.getByRole('button', { name: 'Terbitkan versi 1' }).first().waitFor();
    await expectAccessible(page);
    await shot(page, 'templat-baru');
  });

  test('tests it with sample data, branch by branch, and publishes it', async () => {
    const page = await as('admin');
    await page.getByText('Uji dengan data contoh', { exact: true }).click();
    await page.getByRole('img', { name: `${name} dengan data contoh` }).waitFor();
    const sample = page.getByRole('region', { name: 'Data contoh' });
    await sample.getByLabel('Cara', { exact: true }).selectOption('Luring');
    await sample.getByLabel('Tautan').waitFor({ state: 'hidden' });
    await sample.getByLabel('Cara', { exact: true }).selectOption('Daring');
    await sample.getByLabel('Tautan').waitFor();
    expect(await sample.getByLabel('Biaya').inputValue()).toBe('1.250.000');
    await expectAccessible(page);
    await shot(page, 'templat-uji');
    await picture(page, 'templat');
    await page.getByRole('button', { name: 'Terbitkan versi 1' }).first().click();
    await dialog(page, /^Terbitkan/)
      .getByRole('button', { name: 'Terbitkan', exact: true })
      .click();
    await page.getByText('Versi 1 dipakai.').waitFor();
  });

  test('staf writes a letter with it: each kind has its control, the conditional part appears', async () => {
    const page = await as('staf');
    await page.getByRole('link', { name: /^Tulis surat/ }).click();
    await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
    await page.getByLabel('Hal', { exact: true }).waitFor();
    await choose(page.getByRole('combobox', { name: 'Pimpinan' }), 'Rangga', /Rangga/);
    await page.getByRole('button', { name: /^Pimpinan: ganti Rangga/ }).waitFor();
    await page.getByLabel('Hari', { exact: true }).fill('2026-11-30');
    await page.getByLabel('Pukul').fill('09:00');
    await page.getByLabel('Acara', { exact: true }).fill('Pembahasan layanan');
    await page.getByLabel('Biaya').pressSequentially('1250000');
    expect(await page.getByLabel('Biaya').inputValue()).toBe('1.250.000');
    await page.getByLabel('Peserta').fill('25');
    await page.getByLabel('Uraian').fill('Baris satu\nBaris dua');
    await page.getByRole('button', { name: 'Tambah baris Petugas' }).click();
    await choose(page.getByRole('combobox', { name: 'Nama', exact: true }), 'Rangga', /Rangga/);
    await page.getByLabel('Honor').fill('500000');
    expect(await page.getByLabel('Tautan').count()).toBe(0);
    await page.getByLabel('Cara', { exact: true }).selectOption('Daring');
    await page.getByLabel('Tautan').fill('https://rapat.example');
    // The template's addressee, by the title of the unit's head as letters have it.
    await page
      .getByRole('button', { name: /Sekretaris Daerah/ })
      .first()
      .waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: /^Tersimpan/ })
      .first()
      .waitFor();
    await expectAccessible(page);
    await shot(page, 'tulis-isian');
    await page.setViewportSize({ width: 390, height: 844 });
    await shot(page, 'tulis-isian-telepon');
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  test('an edit is compared with the version in use, and the old one comes back as a draft', async () => {
    const page = await as('admin');
    await text(page).getByText('Rapat dipimpin').click();
    await page.keyboard.press('Home');
    await page.keyboard.type('Dengan hormat, ');
    await page.getByRole('button', { name: 'Simpan', exact: true }).first().click();
    await page.getByRole('button', { name: 'Bandingkan versi 1 dengan yang terbaru' }).click();
    const sheet = dialog(page, 'Versi 1 dan 2');
    await sheet.locator('ins').getByText('Dengan hormat,').waitFor();
    await expectAccessible(page);
    await shot(page, 'templat-banding');
    await sheet.getByRole('button', { name: 'Pulihkan versi 1' }).click();
    await dialog(page, 'Pulihkan versi 1').getByRole('button', { name: 'Pulihkan', exact: true }).click();
    await page.getByText(/dari versi 1/).waitFor();
    await page.getByRole('button', { name: 'Arsipkan' }).first().click();
    await dialog(page, 'Arsipkan templat').getByRole('button', { name: 'Arsipkan', exact: true }).click();
    await page.getByText(/^Diarsipkan: tidak ditawarkan lagi/).waitFor();
    await page.getByRole('button', { name: 'Keluarkan dari arsip' }).first().click();
    await page.getByRole('button', { name: 'Arsipkan' }).first().waitFor();
  });

  test('a Word document becomes a new template, and one that is none is refused', async () => {
    const page = await as('admin');
    await page.goto('/pengaturan/templat');
    await pageTitle(page, 'Templat').waitFor();
    const file = page.locator('input[type=file]');
    const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    await file.setInputFiles({ name: 'rusak.docx', mimeType, buffer: Buffer.from('bukan') });
    await page
      .getByRole('alert')
      .getByText(/bukan dokumen Word/)
      .waitFor();
    const buffer = docxOf(paragraph('Kepada {{nama}} pada {{tanggal mulai}}'), [
      { name: 'word/header1.xml', bytes: Buffer.from('<w:hdr/>') },
    ]);
    await file.setInputFiles({ name: 'Surat izin.docx', mimeType, buffer });
    await pageTitle(page, 'Surat izin').waitFor();
    await page.getByText(/^Kepala dan kaki halaman tidak dibawa/).waitFor();
    await text(page).getByText('Tanggal mulai').waitFor();
    await expectAccessible(page);
    await shot(page, 'templat-word');
  });

  test('nothing went wrong unseen', () => {
    expect(stage.faults).toEqual([]);
    expect(running.stderr()).toBe('');
  });
});
