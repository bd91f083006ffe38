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

const title = 'Penerapan e-Office';
/** A time of the regencies' zone, some minutes from now, as a time field takes it; within the day. */
const clockIn = (minutes: number): string => {
  const at = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Jakarta', hour: '2-digit', minute: '2-digit' });
  const [now, then] = [at.format(new Date()), at.format(new Date(Date.now() + minutes * 60_000))];
  return then > now ? then : '23:59';
};

describe.sequential('a visit, in the browser', { timeout: 240_000 }, () => {
  test('Lebak asks Sumedang for a visit', async () => {
    const guest = await stage.as('lebak', 'sekda');
    await guest.goto('/kolaborasi/kunjungan');
    await pageTitle(guest, 'Kunjungan').waitFor();
    await expectAccessible(guest);
    await guest.getByRole('button', { name: 'Minta kunjungan' }).click();
    await guest.getByRole('button', { name: 'Simpan rancangan' }).click();
    await guest.getByText('Pilih daerah tujuan.').first().waitFor();
    await choose(guest.getByRole('combobox', { name: 'Daerah tujuan' }), 'Sumedang', /Sumedang/);
    await guest.getByLabel('Judul kunjungan').fill(title);
    await guest.getByLabel('Maksud kunjungan').fill('Mempelajari naskah dinas elektronik.');
    await guest.getByLabel('Pokok bahasan').fill('Alur naskah dinas\nArsip\nIndeks SPBE');
    await guest.getByLabel('Tanggal').fill(day(7));
    await guest.getByLabel('Nama anggota').fill('Siti Rekaan');
    await guest.getByLabel('Jabatan anggota').fill('Sekretaris Daerah');
    await guest.getByRole('button', { name: 'Tambah anggota' }).click();
    await expectAccessible(guest);
    await guest.getByRole('button', { name: 'Simpan rancangan' }).click();
    await pageTitle(guest, title).waitFor();
    await expectAccessible(guest);
    await guest.getByRole('button', { name: 'Kirim permintaan' }).first().click();
    const sheet = dialog(guest, 'Kirim permintaan kunjungan');
    await sheet.getByRole('button', { name: 'Kirim permintaan' }).click();
    await guest.getByText(/^Menunggu jawaban Kabupaten Sumedang/).waitFor();
  });

  test('Sumedang proposes another date, and Lebak accepts it', async () => {
    const host = await stage.as('sumedang', 'sekda');
    await rowAct(host, 'Jawab', title).click();
    await pageTitle(host, title).waitFor();
    await host.getByRole('button', { name: 'Usulkan tanggal lain' }).click();
    const dates = dialog(host, 'Usulkan tanggal lain');
    await dates.getByLabel('Tanggal').fill(day(0));
    await dates.getByLabel('Mulai').fill('00:01');
    await dates.getByRole('button', { name: 'Kirim', exact: true }).click();
    await dates.getByText('waktu mulai sudah lewat').first().waitFor();
    await dates.getByLabel('Mulai').fill(clockIn(2));
    await dates.getByLabel('Selesai').fill('23:59');
    await dates.getByRole('button', { name: 'Kirim', exact: true }).click();
    await host.getByText(/^Menunggu jawaban Kabupaten Lebak/).waitFor();
    const guest = await stage.as('lebak', 'sekda');
    await guest.getByText('Giliran kita menjawab tanggal lain').waitFor();
    await guest.getByRole('button', { name: 'Terima', exact: true }).first().click();
    await dialog(guest, 'Terima kunjungan').getByRole('button', { name: 'Terima' }).click();
    await guest.getByText(/^Menunggu Kabupaten Sumedang menjadwalkan/).waitFor();
  });

  test('Sumedang assigns hosts, plans the day and receives by the code on the wall', async () => {
    const host = await stage.as('sumedang', 'sekda');
    await choose(host.getByLabel('Pejabat yang menerima'), 'Komunikasi', /Kepala Dinas Komunikasi/);
    await host.getByRole('button', { name: 'Simpan catatan' }).click();
    await host.getByText('Catatan disimpan.').waitFor();
    await host.getByRole('button', { name: 'Jadwalkan', exact: true }).first().click();
    const plan = dialog(host, 'Jadwalkan kunjungan');
    await plan.getByLabel('Tempat').fill('Gedung Negara');
    await plan.getByLabel('Susunan acara').fill('09.00 Sambutan\n10.00 Paparan e-Office');
    await expectAccessible(host);
    await plan.getByRole('button', { name: 'Simpan acara' }).click();
    const link = host.getByRole('link', { name: 'Buka halaman daftar hadir' });
    const address = new URL((await link.getAttribute('href')) ?? '').pathname;
    const visitor = await stage.visitor('sumedang');
    await visitor.goto(address);
    await visitor.getByLabel('Nama').fill('Siti Rekaan');
    await visitor.getByLabel('Instansi').fill('Kabupaten Lebak');
    await visitor.getByRole('button', { name: 'Saya hadir' }).click();
    await visitor.getByText('Kehadiran tercatat').waitFor();
    await host.reload();
    await host.getByText('Sudah mengisi daftar hadir: Siti Rekaan.').waitFor();
    await picture(host, 'kunjungan');
    await expectAccessible(host);
  });

  test('Lebak notes what it means to adopt, and drafts its letter', async () => {
    const guest = await stage.as('lebak', 'sekda');
    await guest.getByText('Gedung Negara').first().waitFor();
    await guest.getByRole('button', { name: 'Tambah pelajaran' }).click();
    const lesson = dialog(guest, 'Tambah pelajaran');
    await lesson.getByRole('button', { name: 'Simpan pelajaran' }).click();
    await lesson.getByText('Tulis apa yang dipelajari.').first().waitFor();
    await lesson.getByLabel('Yang dipelajari').fill('Paraf berjenjang tanpa kertas');
    await lesson.getByLabel('Yang akan diadopsi').fill('Alur paraf untuk nota dinas');
    await lesson.getByLabel('Paling lambat').fill(day(90));
    await expectAccessible(guest);
    await lesson.getByRole('button', { name: 'Simpan pelajaran' }).click();
    await guest.getByText('Alur paraf untuk nota dinas').waitFor();
    await expectAccessible(guest);
    await guest.getByRole('button', { name: 'Susun surat permohonan' }).click();
    await guest.waitForURL(/\/tulis\//);
    await guest.getByText('Permohonan Studi Komparatif').first().waitFor();
  });

  test('nothing went wrong unseen', () => {
    expect(stage.faults).toEqual([]);
    expect(running.stderr()).toBe('');
  });
});
