import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, launchBrowser } from '../../src/testing/browser.ts';
import { demoPassword, type RunningInstallation, startRunning } from '../running-installation.ts';
import {
  choose,
  createStage,
  day,
  dialog,
  fact,
  openQueue,
  openTask,
  pageTitle,
  picture,
  rowAct,
  type Stage,
} from './stage.ts';

let running: RunningInstallation;
let browser: Browser;
let stage: Stage;
const subject = 'Serah Terima Server Pusat Data';

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

/** A new letter of a type without a template, open on the writing desk. */
async function begin(page: Page, type: string, words: string): Promise<void> {
  await page.getByRole('link', { name: /^Tulis surat/ }).click();
  await page.getByRole('button', { name: /^Tanpa templat/ }).click();
  const sheet = dialog(page, 'Tanpa templat');
  await sheet.getByLabel('Jenis naskah').selectOption({ label: type });
  await sheet.getByLabel('Hal').fill(words);
  await sheet.getByRole('button', { name: 'Mulai menulis' }).click();
  await page.getByRole('button', { name: 'Ubah urutan' }).waitFor();
  await page.getByRole('textbox', { name: 'Isi surat' }).fill('Bersama ini kami sampaikan hal tersebut.');
  await choose(page.getByRole('combobox', { name: 'Tujuan' }), 'Sekretariat', /Sekretariat Daerah/);
}

/** Takes everybody out of the order, then puts in who is named. */
async function setChain(page: Page, approvers: string[], signers: string[]): Promise<void> {
  await page.getByRole('button', { name: 'Ubah urutan' }).click();
  const sheet = dialog(page, 'Ubah urutan');
  for (;;) {
    const remove = sheet.getByRole('button', { name: /^Hapus / });
    if ((await remove.count()) === 0) break;
    await remove.first().click();
  }
  const add = async (label: RegExp, post: string) => {
    await sheet.getByLabel(label).fill(post);
    await page
      .getByRole('option', { name: new RegExp(post) })
      .first()
      .click();
  };
  for (const post of approvers) await add(/^Tambah pemaraf/, post);
  for (const post of signers) await add(/^Tambah penanda tangan|^Penanda tangan$/, post);
}

describe.sequential('approval and signatures, in the browser', { timeout: 300_000 }, () => {
  test('two give their paraf together, three sign one berita acara', async () => {
    const staf = await as('staf');
    await begin(staf, 'Berita Acara', subject);
    await setChain(
      staf,
      ['Kepala Bidang', 'Pencatat Surat'],
      ['Kepala Dinas Komunikasi', 'Sekretaris Daerah', 'Bupati'],
    );
    const sheet = dialog(staf, 'Ubah urutan');
    await sheet.getByLabel(/^Bersamaan dengan /).check();
    // By keyboard: the second goes up and back again.
    const order = sheet.getByRole('list', { name: 'Pemaraf, berurutan' });
    const before = await order.getByRole('listitem').first().textContent();
    await order
      .getByRole('listitem')
      .first()
      .getByRole('button', { name: /^Hapus/ })
      .focus();
    await staf.keyboard.press('Alt+ArrowDown');
    expect(await order.getByRole('listitem').first().textContent()).not.toBe(before);
    await staf.keyboard.press('Alt+ArrowUp');
    expect(await order.getByRole('listitem').first().textContent()).toBe(before);
    await expectAccessible(staf);
    await sheet.getByRole('button', { name: 'Pakai urutan ini' }).click();
    await staf.getByText('Bersamaan', { exact: true }).waitFor();
    await staf.getByRole('button', { name: /^Ajukan ke .* dan 1 lainnya/ }).click();
    await pageTitle(staf, subject).waitFor();
    await staf.getByRole('heading', { name: 'Jalur surat' }).waitFor();
    await expectAccessible(staf);

    // Both have it; the second to be named acts first, and it still waits for the other.
    const tu = await as('tu');
    const kabid = await as('kabid');
    await openTask(tu, subject);
    await tu.getByText('Bersamaan dengan 1 pejabat lain').filter({ visible: true }).waitFor();
    await tu
      .getByRole('button', { name: /^Beri paraf/ })
      .first()
      .click();
    await tu.getByText('diparaf', { exact: true }).waitFor();
    await openTask(kabid, subject);
    await kabid.getByRole('button', { name: 'Kembalikan', exact: true }).click();
    const returning = dialog(kabid, 'Kembalikan surat');
    await returning.getByLabel('Apa yang perlu diperbaiki').fill('Sebutkan jumlah server.');
    await returning.getByRole('button', { name: 'Kembalikan' }).click();
    await returning.waitFor({ state: 'hidden' });

    await openQueue(staf);
    await rowAct(staf, 'Perbaiki', subject).click();
    await staf.getByText('Sebutkan jumlah server.').filter({ visible: true }).first().waitFor();
    await staf.getByRole('button', { name: /^Ajukan ke .* dan 1 lainnya/ }).click();
    await pageTitle(staf, subject).waitFor();
    for (const page of [kabid, tu]) {
      await openQueue(page);
      await rowAct(page, 'Beri paraf', subject).click();
    }

    // One after another, each with their own passphrase; in between the letter says who is next.
    for (const [username, after] of [
      ['kadis', 'menunggu tanda tangan'],
      ['sekda', 'menunggu tanda tangan'],
      ['bupati', null],
    ] as const) {
      const page = await as(username);
      await openTask(page, subject);
      await page
        .getByRole('button', { name: /^Tanda tangani/ })
        .first()
        .click();
      const signing = dialog(page, /^Tanda tangani surat/);
      await signing.getByLabel('Frasa sandi tanda tangan').fill(demoPassword);
      await signing.getByRole('button', { name: 'Tanda tangani', exact: true }).click();
      await dialog(page, 'Surat sudah ditandatangani').getByRole('button', { name: 'Selesai' }).click();
      if (after) await page.getByText(after, { exact: true }).first().waitFor();
    }
    await staf.reload();
    await expect.poll(() => staf.getByText('ditandatangani', { exact: true }).count()).toBe(3);
    expect(await fact(staf, 'Nomor').textContent()).toMatch(/\d/);
    await expectAccessible(staf);
    await picture(staf, 'jalur-surat');
    const code =
      ((await fact(staf, 'Keaslian').textContent()) ?? '').match(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)?.[0] ?? '';
    const visitor = await stage.visitor(null, { script: false });
    await visitor.goto(`/v/${code}`);
    await visitor.getByRole('heading', { name: 'Surat ini asli' }).waitFor();
    await expect.poll(() => visitor.getByText('Penanda tangan', { exact: true }).count()).toBe(3);
  });

  test('a holder delegates for a while, and the delegate acts in that name', async () => {
    const kabid = await as('kabid');
    await kabid.goto('/pengaturan');
    await kabid.getByRole('button', { name: 'Limpahkan wewenang' }).click();
    const sheet = dialog(kabid, 'Limpahkan wewenang');
    await sheet.getByRole('button', { name: 'Limpahkan', exact: true }).click();
    await sheet.getByText('Pilih siapa yang bertindak untuk Anda.').first().waitFor();
    await choose(sheet.getByRole('combobox', { name: 'Kepada' }), 'Een', /Een Rohaeni/);
    await sheet.getByLabel('Sampai dengan').fill(day(3));
    await expectAccessible(kabid);
    await sheet.getByRole('button', { name: 'Limpahkan', exact: true }).click();
    await sheet.waitFor({ state: 'hidden' });
    await kabid.getByRole('button', { name: /^Akhiri pelimpahan kepada/ }).waitFor();
    await expectAccessible(kabid);

    const staf = await as('staf');
    const words = 'Permintaan Data Jaringan';
    await begin(staf, 'Nota Dinas', words);
    await setChain(staf, ['Kepala Bidang'], ['Kepala Dinas Komunikasi']);
    await dialog(staf, 'Ubah urutan').getByRole('button', { name: 'Pakai urutan ini' }).click();
    await staf.getByRole('button', { name: /^Ajukan ke/ }).click();
    await pageTitle(staf, words).waitFor();
    const tu = await as('tu');
    await tu.goto('/perlu-anda');
    await openTask(tu, words);
    await tu
      .getByText(/Anda bertindak sebagai delegasi Kepala Bidang/)
      .filter({ visible: true })
      .waitFor();
    await tu
      .getByRole('button', { name: /^Beri paraf/ })
      .first()
      .click();
    await tu.getByText(/^sebagai delegasi Kepala Bidang/).waitFor();
    await expectAccessible(tu);
  });

  test('the administrator sets the time of a turn; nothing is late yet', async () => {
    const admin = await as('admin');
    await admin.goto('/pengaturan');
    await admin.getByLabel('Surat amat segera, dalam jam kerja').fill('2');
    await admin.getByRole('button', { name: 'Simpan batas waktu' }).click();
    await admin.getByText('Batas waktu tersimpan').waitFor();
    await admin.goto('/terlambat');
    await pageTitle(admin, 'Giliran yang terlambat').waitFor();
    await admin.getByText('Tidak ada yang terlambat').waitFor();
    await expectAccessible(admin);
  });

  test('many letters are signed with one passphrase', async () => {
    const staf = await as('staf');
    const subjects = ['Undangan Satu', 'Undangan Dua', 'Undangan Tiga'];
    for (const words of subjects) {
      await begin(staf, 'Nota Dinas', words);
      await setChain(staf, [], []);
      const sheet = dialog(staf, 'Ubah urutan');
      await sheet.getByLabel(/^Penanda tangan$/).fill('Sekretaris Daerah');
      await staf
        .getByRole('option', { name: /Sekretaris Daerah/ })
        .first()
        .click();
      await sheet.getByRole('button', { name: 'Pakai urutan ini' }).click();
      await staf.getByRole('button', { name: /^Ajukan ke/ }).click();
      await pageTitle(staf, words).waitFor();
    }
    const sekda = await as('sekda');
    await sekda.goto('/perlu-anda');
    await sekda.getByRole('button', { name: /tanda tangani \d+ surat$/ }).click();
    const sheet = dialog(sekda, /^Tanda tangani \d+ surat/);
    await sheet.getByLabel(/^Pilih semua/).uncheck();
    await sheet.getByText('0 surat dipilih').waitFor();
    for (const words of subjects) await sheet.getByRole('checkbox', { name: words }).check();
    await sheet.getByText('3 surat dipilih').waitFor();
    await expectAccessible(sekda);
    await picture(sekda, 'tanda-tangan-banyak', 'phone');
    await sheet.getByLabel('Frasa sandi tanda tangan').fill(demoPassword);
    await sheet.getByRole('button', { name: 'Tanda tangani 3 surat' }).click();
    await dialog(sekda, 'Penandatanganan selesai').getByText('3 dari 3 surat ditandatangani.').waitFor();
    await expectAccessible(sekda);
  });

  test('nothing went wrong unseen', () => {
    expect(stage.faults).toEqual([]);
    expect(running.stderr()).toBe('');
  });
});
