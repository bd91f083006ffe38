import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, launchBrowser } from '../../src/testing/browser.ts';
import { type RunningInstallation, startRunning } from '../running-installation.ts';
import { choose, createStage, day, dialog, pageTitle, picture, rowAct, type Stage } from './stage.ts';

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

/** A time of the regencies' zone, some minutes from now, as a time field takes it. */
const clockIn = (minutes: number): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Jakarta', hour: '2-digit', minute: '2-digit' }).format(
    new Date(Date.now() + minutes * 60_000),
  );
const isLateInTheDay = () => Number(clockIn(0).slice(0, 2)) >= 22;

describe.sequential('a meeting, in the browser', { timeout: 240_000 }, () => {
  test('sekda enters a meeting; kadis is asked on the first page and says that they come', async () => {
    const sekda = await stage.as('sumedang', 'sekda');
    await sekda.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name: 'Agenda' }).click();
    await pageTitle(sekda, 'Agenda').waitFor();
    await expectAccessible(sekda);
    await sekda.getByRole('link', { name: 'Rapat baru' }).click();
    await sekda.getByRole('button', { name: 'Simpan rapat' }).click();
    await sekda.getByText('Tulis acaranya.').first().waitFor();
    await sekda.getByLabel('Acara').fill('Rapat koordinasi e-Office');
    await sekda.getByLabel('Tanggal').fill(day(1));
    await sekda.getByLabel('Tempat').fill('Ruang Rapat Setda');
    await choose(sekda.getByLabel('Peserta'), 'Komunikasi', /Kepala Dinas Komunikasi/);
    await sekda.getByLabel('Nama tamu').fill('Raka Rekaan');
    await sekda.getByLabel('Instansi').fill('Universitas Contoh');
    await sekda.getByRole('button', { name: 'Tambah tamu' }).click();
    await expectAccessible(sekda);
    await sekda.getByRole('button', { name: 'Simpan rapat' }).click();
    await pageTitle(sekda, 'Rapat koordinasi e-Office').waitFor();
    await expectAccessible(sekda);

    const kadis = await stage.as('sumedang', 'kadis');
    await rowAct(kadis, 'Jawab', 'Rapat koordinasi e-Office').click();
    await pageTitle(kadis, 'Rapat koordinasi e-Office').waitFor();
    await expectAccessible(kadis);
    await kadis.getByRole('button', { name: 'Saya hadir' }).first().click();
    await kadis.getByText('Anda menyatakan hadir.').waitFor();
    await kadis.getByRole('link', { name: 'Agenda', exact: true }).first().click();
    await kadis.getByRole('link', { name: 'Rapat koordinasi e-Office' }).waitFor();
  });

  test('a guest says by the code on the wall that they are there, and sekda sees it', async () => {
    const sekda = await stage.as('sumedang', 'sekda');
    await sekda.getByRole('button', { name: 'Ubah rapat' }).first().click();
    await pageTitle(sekda, 'Ubah rapat').waitFor();
    await sekda.getByLabel('Tanggal').fill(day(0));
    await sekda.getByLabel('Mulai').fill(isLateInTheDay() ? clockIn(-60) : clockIn(10));
    await sekda.getByLabel('Selesai').fill(isLateInTheDay() ? clockIn(-10) : clockIn(60));
    await sekda.getByRole('button', { name: 'Simpan rapat' }).click();
    const link = sekda.getByRole('link', { name: 'Buka halaman daftar hadir' });
    const address = new URL((await link.getAttribute('href')) ?? '').pathname;
    const guest = await stage.visitor('sumedang');
    await guest.goto(address);
    await guest.getByLabel('Nama').fill('Raka Rekaan');
    await guest.getByRole('button', { name: 'Saya hadir' }).click();
    await guest.getByText('Tulis instansi Anda.').first().waitFor();
    await expectAccessible(guest);
    await guest.getByLabel('Instansi').fill('Universitas Contoh');
    await guest.getByRole('button', { name: 'Saya hadir' }).click();
    await guest.getByText('Kehadiran tercatat').waitFor();
    await sekda.getByText('1 orang hadir').waitFor();
    await picture(sekda, 'rapat');
    await expectAccessible(sekda);
  });

  test('a meeting is called off with a reason, and a calendar address is shown once', async () => {
    const sekda = await stage.as('sumedang', 'sekda');
    await sekda.getByRole('button', { name: 'Batalkan rapat' }).first().click();
    const sheet = dialog(sekda, 'Batalkan rapat');
    await sheet.getByLabel('Alasan').fill('Bupati berhalangan');
    await sheet.getByRole('button', { name: 'Batalkan rapat' }).click();
    await sekda.getByText('Rapat ini dibatalkan: Bupati berhalangan').waitFor();
    await sekda.getByRole('link', { name: 'Agenda', exact: true }).first().click();
    await sekda.getByRole('button', { name: 'Buat alamat kalender' }).click();
    const address = await sekda.getByLabel('Alamat kalender').inputValue();
    const feed = await fetch(address.replace('sumedang.localhost', 'localhost'), {
      headers: { 'x-tenant': 'sumedang' },
    });
    expect([feed.status, await feed.text()]).toEqual([200, expect.stringContaining('STATUS:CANCELLED')]);
    await expectAccessible(sekda);
  });

  test('nothing went wrong unseen', () => {
    expect(stage.faults).toEqual([]);
    expect(running.stderr()).toBe('');
  });
});
