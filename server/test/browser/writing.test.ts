import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, launchBrowser } from '../../src/testing/browser.ts';
import { type RunningInstallation, startRunning } from '../running-installation.ts';
import { choose, createStage, dialog, openQueue, pageTitle, picture, rowAct, type Stage } from './stage.ts';

let running: RunningInstallation;
let browser: Browser;
let stage: Stage;
const subject = 'Rencana Pemeliharaan Jaringan';
// A PNG of one dot.
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);

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
const saved = (page: Page) =>
  page
    .getByRole('status')
    .filter({ hasText: /^Tersimpan/ })
    .waitFor();
/** For a look at the screens by hand. */
const shot = async (page: Page, name: string) => {
  const folder = process.env.MADANGAN_SHOTS;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
};

describe.sequential('several people in one draft, in the browser', { timeout: 300_000 }, () => {
  test('staf writes, asks kabid in, and both type at once without losing a word', async () => {
    const staf = await as('staf');
    await staf.getByRole('link', { name: /^Tulis surat/ }).click();
    await staf.getByRole('button', { name: /^Tanpa templat/ }).click();
    const sheet = dialog(staf, 'Tanpa templat');
    await sheet.getByLabel('Jenis naskah').selectOption({ label: 'Surat Dinas' });
    await sheet.getByLabel('Hal').fill(subject);
    await sheet.getByRole('button', { name: 'Mulai menulis' }).click();
    await text(staf).click();
    await staf.keyboard.type('Jaringan dipelihara pada hari Sabtu.');
    await staf.keyboard.press('Enter');
    await staf.keyboard.type('Layanan berhenti sebentar.');
    await choose(staf.getByRole('combobox', { name: 'Tujuan' }), 'Sekretariat', /Sekretariat Daerah/);
    await staf.getByRole('button', { name: 'Ajak rekan' }).click();
    const people = dialog(staf, 'Menulis bersama');
    await people.getByLabel('Cari rekan').fill('Yuni');
    await people.getByRole('button', { name: /^Ajak Yuni/ }).click();
    await people.getByRole('button', { name: /^Keluarkan Yuni/ }).waitFor();
    await people.getByRole('button', { name: 'Tutup' }).click();
    await saved(staf);

    const kabid = await as('kabid');
    await kabid.goto(new URL(staf.url()).pathname);
    await text(kabid).getByText('Jaringan dipelihara').waitFor();
    await staf.getByText(/^Sedang membuka: Yuni/).waitFor();
    await text(staf).getByText('Layanan berhenti').click();
    await staf.keyboard.press('End');
    await text(kabid).getByText('Jaringan dipelihara').click();
    await kabid.keyboard.press('End');
    const [rizkys, yunis] = [
      Array.from({ length: 12 }, (_, at) => `rizky${at}`),
      Array.from({ length: 12 }, (_, at) => `yuni${at}`),
    ];
    await Promise.all([
      staf.keyboard.type(` ${rizkys.join(' ')}`, { delay: 25 }),
      kabid.keyboard.type(` ${yunis.join(' ')}`, { delay: 25 }),
    ]);
    await Promise.all([saved(staf), saved(kabid)]);
    await text(staf).getByText('yuni11').waitFor();
    await text(kabid).getByText('rizky11').waitFor();
    const [seen, other] = [await text(staf).textContent(), await text(kabid).textContent()];
    for (const word of [...rizkys, ...yunis]) {
      expect(seen).toContain(word);
      expect(other).toContain(word);
    }
    await expectAccessible(staf);
    await shot(staf, 'menulis');
  });

  test('without a line words are kept and sent later; a reload loses none', async () => {
    const kabid = await as('kabid');
    const staf = await as('staf');
    await kabid.context().setOffline(true);
    await text(kabid).getByText('yuni11').click();
    await kabid.keyboard.press('End');
    await kabid.keyboard.type(' luring');
    await kabid
      .getByRole('status')
      .filter({ hasText: /^Belum tersimpan/ })
      .waitFor();
    // A phone that is turned, or another tab, takes nothing away.
    const desk = kabid.viewportSize();
    await kabid.setViewportSize({ width: 390, height: 844 });
    await kabid.getByRole('tab', { name: 'Lembar surat' }).click();
    await text(kabid).getByText('luring').waitFor({ state: 'hidden' });
    await kabid.getByRole('tab', { name: 'Isian' }).click();
    await text(kabid).getByText('luring').waitFor();
    await expectAccessible(kabid);
    if (desk) await kabid.setViewportSize(desk);
    await text(kabid).getByText('luring').waitFor();
    await text(staf).getByText('rizky11').click();
    await staf.keyboard.press('End');
    await staf.keyboard.type(' daring');
    await saved(staf);
    await kabid.context().setOffline(false);
    await text(staf).getByText('luring').waitFor();
    await text(kabid).getByText('daring').waitFor();
    await saved(kabid);
    await kabid.reload();
    await text(kabid).getByText('luring').waitFor();
  });

  test('kabid comments and suggests; staf accepts', async () => {
    const kabid = await as('kabid');
    const staf = await as('staf');
    await text(kabid).getByText('Jaringan').click();
    await kabid.keyboard.press('Control+Home');
    for (let press = 0; press < 'Jaringan'.length; press += 1) await kabid.keyboard.press('Shift+ArrowRight');
    await kabid.getByRole('button', { name: 'Beri komentar' }).first().click();
    const panel = kabid.getByRole('region', { name: 'Komentar dan usulan' });
    await panel.getByRole('button', { name: 'Usulkan kata lain' }).click();
    await panel.getByLabel('Diganti menjadi').fill('Jaringan serat optik');
    await panel.getByLabel(/^Alasan/).fill('Nirkabel tidak ikut.');
    await panel.getByRole('button', { name: 'Kirim usulan' }).click();
    await panel.getByText('Nirkabel tidak ikut.').waitFor();
    await expectAccessible(kabid);
    await shot(kabid, 'usulan');

    await staf.getByRole('tab', { name: 'Komentar (1)' }).click();
    const mine = staf.getByRole('region', { name: 'Komentar dan usulan' });
    await mine.getByRole('button', { name: 'Terima usulan' }).click();
    await text(staf).getByText('Jaringan serat optik dipelihara').waitFor();
    await text(kabid).getByText('Jaringan serat optik dipelihara').waitFor();
    await staf.getByRole('tab', { name: 'Komentar (0)' }).waitFor();
  });

  test('a file and a picture go along', async () => {
    const staf = await as('staf');
    const files = staf.getByRole('region', { name: 'Berkas lampiran' });
    await files
      .getByLabel('Tambah berkas')
      .last()
      .setInputFiles({ name: 'jadwal.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') });
    await files.getByRole('button', { name: /^jadwal\.pdf/ }).waitFor();
    expect(await staf.getByRole('textbox', { name: 'Lampiran' }).inputValue()).toBe('Satu berkas');
    await files
      .getByLabel('Tambah berkas')
      .last()
      .setInputFiles({ name: 'alat.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') });
    await files
      .getByRole('alert')
      .getByText(/alat\.exe/)
      .waitFor();

    await staf
      .locator('input[type=file][accept^="image/"]')
      .setInputFiles({ name: 'denah.png', mimeType: 'image/png', buffer: dot });
    const sheet = dialog(staf, 'Sisipkan gambar');
    await sheet.getByRole('button', { name: 'Sisipkan' }).click();
    await sheet.getByText('Tulis apa yang ditunjukkan gambar ini.').waitFor();
    await sheet.getByLabel('Keterangan gambar').fill('Denah ruang server');
    await sheet.getByRole('button', { name: 'Sisipkan' }).click();
    await text(staf).getByRole('img', { name: 'Denah ruang server' }).waitFor();
    await saved(staf);
    await expectAccessible(staf);
    await shot(staf, 'lampiran');
  });

  test('it is submitted although a comment is open, after being told so; the chain comments on it', async () => {
    const staf = await as('staf');
    await staf.getByRole('tab', { name: /^Komentar/ }).click();
    const panel = staf.getByRole('region', { name: 'Komentar dan usulan' });
    await panel.getByRole('button', { name: 'Beri komentar' }).click();
    await panel.getByLabel('Komentar').fill('Mohon diperiksa jadwalnya.');
    await panel.getByRole('button', { name: 'Kirim komentar' }).click();
    await staf.getByRole('tab', { name: 'Komentar (1)' }).waitFor();
    await staf
      .getByRole('button', { name: /^Ajukan/ })
      .first()
      .click();
    const sheet = dialog(staf, 'Masih ada 1 komentar terbuka');
    await sheet.getByRole('button', { name: /^Ajukan/ }).click();
    await pageTitle(staf, subject).waitFor();

    const kabid = await as('kabid');
    await openQueue(kabid);
    await kabid.getByRole('main').getByRole('button', { name: subject, exact: true }).click();
    await pageTitle(kabid, subject).waitFor();
    await kabid.getByRole('link', { name: /komentar/i }).click();
    await pageTitle(kabid, 'Baca dan beri komentar').waitFor();
    await kabid.getByText('Mohon diperiksa jadwalnya.').waitFor();
    await expectAccessible(kabid);
    await shot(kabid, 'komentar-pemaraf');
    await picture(kabid, 'komentar');
  });

  test('what changed since the version that came back is shown word by word', async () => {
    const kabid = await as('kabid');
    const staf = await as('staf');
    await kabid.getByRole('link', { name: 'Surat', exact: true }).last().click();
    await pageTitle(kabid, subject).waitFor();
    await kabid.getByRole('button', { name: 'Kembalikan', exact: true }).click();
    const returning = dialog(kabid, 'Kembalikan surat');
    await returning.getByLabel('Apa yang perlu diperbaiki').fill('Sebutkan jamnya.');
    await returning.getByRole('button', { name: 'Kembalikan' }).click();
    await returning.waitFor({ state: 'hidden' });

    await openQueue(staf);
    await rowAct(staf, 'Perbaiki', subject).click();
    await text(staf).getByText('daring').click();
    await staf.keyboard.press('Control+Home');
    await staf.keyboard.type('Mulai pukul 22.00: ');
    await saved(staf);
    await staf.getByRole('link', { name: 'Lihat surat yang dikembalikan' }).click();
    await staf.getByRole('button', { name: 'Bandingkan versi' }).click();
    const compared = dialog(staf, 'Bandingkan versi').getByRole('region', { name: 'Isi' });
    await compared.locator('ins').filter({ hasText: 'Mulai pukul 22.00:' }).waitFor();
    await expectAccessible(staf);
    await shot(staf, 'bandingkan');
  });

  test('nothing went wrong unseen', () => {
    expect(stage.faults).toEqual([]);
    expect(running.stderr()).toBe('');
  });
});
