import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, launchBrowser } from '../../src/testing/browser.ts';
import { demoPassword, type RunningInstallation, startRunning } from '../running-installation.ts';
import { choose, createStage, day, dialog, pageTitle, picture, type Stage } from './stage.ts';

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

const title = 'Kerja Sama Pemerintahan Digital';

/** Calls as a person of a regency; what other tests show in the browser already. */
async function caller(slug: string, username: string) {
  const base = `http://localhost:${running.port}/api/v1`;
  const call = async <T>(method: string, path: string, body?: object, token?: string): Promise<T> => {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: {
        'x-tenant': slug,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return (await response.json()) as T;
  };
  const { accessToken } = await call<{ accessToken: string }>('POST', '/auth/login', {
    username,
    password: demoPassword,
  });
  return <T>(method: string, path: string, body?: object) => call<T>(method, path, body, accessToken);
}

type Draft = { version: number; clauses: { title: string; source: string[] }[] };

describe.sequential('an agreement, in the browser', { timeout: 240_000 }, () => {
  let id: string;

  test('is drafted, spoken of, and one clause that both wrote is decided by choice', async () => {
    const admin = await stage.as('sumedang', 'admin');
    await admin.getByRole('link', { name: /^Kolaborasi/ }).click();
    await admin.getByRole('button', { name: 'Buat kesepakatan' }).click();
    await pageTitle(admin, 'Kesepakatan baru').waitFor();
    await choose(admin.getByRole('combobox', { name: 'Mitra' }), 'Lebak', 'Kabupaten Lebak');
    await admin.getByLabel('Judul').fill(title);
    await admin.getByText('Perjanjian Kerja Sama', { exact: true }).click();
    await admin.getByRole('button', { name: 'Buat rancangan' }).click();
    await admin.getByText('Pilih kesepakatan bersama yang mendasari').first().waitFor();
    await expectAccessible(admin);
    await admin.getByText('Kesepakatan Bersama', { exact: true }).click();
    await admin.getByRole('checkbox', { name: /^Rencana ini membebani/ }).check();
    await admin.getByRole('button', { name: 'Buat rancangan' }).click();
    await pageTitle(admin, title).waitFor();
    id = admin.url().split('/').at(-1) ?? '';

    await admin.getByRole('button', { name: 'Beri komentar Ruang lingkup' }).click();
    await admin.getByLabel('Komentar untuk Ruang lingkup').fill('Apakah magang termasuk?');
    await admin.getByRole('button', { name: 'Kirim' }).click();
    await admin.getByText('1 komentar, 1 belum selesai').waitFor();
    await expectAccessible(admin);

    await admin.getByRole('button', { name: 'Ubah isi' }).click();
    await pageTitle(admin, 'Ubah isi kesepakatan').waitFor();
    const lebak = await caller('lebak', 'sekda');
    const draft = await lebak<Draft>('GET', `/agreements/${id}`);
    const clauses = draft.clauses.map(({ title: name, source }, index) => ({
      title: name,
      text: index === 0 ? [...source, 'Ditambahkan oleh Lebak.'] : source,
    }));
    await lebak('PATCH', `/agreements/${id}`, { version: draft.version, clauses });
    const first = admin.getByLabel('Isi pasal').first();
    await first.fill(`${await first.inputValue()}\nDitambahkan oleh Sumedang.`);
    await admin.getByRole('button', { name: 'Simpan sebagai versi baru' }).click();
    await admin.getByRole('heading', { name: 'Pasal yang juga diubah pihak lain' }).waitFor();
    await admin.getByText('Ditambahkan oleh Lebak.').waitFor();
    await expectAccessible(admin);
    await picture(admin, 'pasal-berbeda');
    await admin.getByText('pakai rumusan Anda', { exact: true }).click();
    await admin.getByRole('button', { name: 'Simpan sebagai versi baru' }).click();
    await pageTitle(admin, title).waitFor();
    await admin.getByText('Ditambahkan oleh Sumedang.').waitFor();
  });

  test('is signed once both councils are heard, extended, evaluated and found in the register', async () => {
    const admin = await stage.as('sumedang', 'admin');
    await admin.getByRole('button', { name: 'Catat untuk daerah Anda' }).click();
    const council = dialog(admin, 'Persetujuan DPRD');
    await council.getByText('sudah disetujui', { exact: true }).click();
    await council.getByRole('button', { name: 'Simpan' }).click();
    await council.getByText('Isi nomor surat.').first().waitFor();
    await council.getByLabel('Alasan diperlukan atau tidaknya').fill('Dananya belum dianggarkan');
    await council.getByLabel('Nomor surat persetujuan').fill('170/12/DPRD');
    await council.getByLabel('Tanggal surat').fill(day(-3));
    await expectAccessible(admin);
    await council.getByRole('button', { name: 'Simpan' }).click();
    await council.waitFor({ state: 'hidden' });
    await admin.getByText('Disetujui', { exact: true }).waitFor();
    const lebak = await caller('lebak', 'sekda');
    await lebak('POST', `/agreements/${id}/propose`);
    const bupati = await stage.as('lebak', 'bupati');
    await bupati.goto(`/kolaborasi/kesepakatan/${id}`);
    await bupati
      .getByText(/^Menunggu keterangan persetujuan DPRD dari Kabupaten Lebak/)
      .first()
      .waitFor();
    await expectAccessible(bupati);
    await lebak('PUT', `/agreements/${id}/council`, { needed: false, reason: 'Sudah dianggarkan' });
    for (const slug of ['sumedang', 'lebak']) {
      const signer = await caller(slug, 'bupati');
      await signer('POST', `/agreements/${id}/sign`, { passphrase: demoPassword });
    }
    await admin.getByRole('heading', { name: 'Berlaku bagi semua pihak' }).waitFor();

    await admin.getByRole('button', { name: 'Perpanjang' }).click();
    await pageTitle(admin, 'Perpanjang kesepakatan').waitFor();
    await expectAccessible(admin);
    await admin.getByRole('button', { name: 'Buat rancangan' }).click();
    await admin.getByText('Memperpanjang').waitFor();
    await expectAccessible(admin);
    await picture(admin, 'perpanjangan');

    await admin.goto(`/kolaborasi/kesepakatan/${id}`);
    await admin.getByRole('link', { name: 'Evaluasi TKKSD' }).click();
    await admin.getByRole('button', { name: 'Isi evaluasi semester ini' }).click();
    const sheet = dialog(admin, /^Evaluasi semester/);
    await sheet.getByLabel('Yang sudah dilaksanakan').fill('Pertukaran templat berjalan');
    await sheet.getByLabel('Kendala').fill('Jarak');
    await expectAccessible(admin);
    await sheet.getByRole('button', { name: 'Simpan' }).click();
    await admin.getByText('Dilaksanakan: Pertukaran templat berjalan').waitFor();

    await admin.getByRole('link', { name: /^Kolaborasi/ }).click();
    await admin.getByRole('link', { name: 'Buka register kesepakatan' }).click();
    await pageTitle(admin, 'Register kesepakatan').waitFor();
    await admin.getByRole('link', { name: title }).waitFor();
    await expectAccessible(admin);
    expect(stage.faults).toEqual([]);
  });

  test('a PKS has a work plan to which each party adds its own part', async () => {
    const sekda = await caller('sumedang', 'sekda');
    const pks = await sekda<{ id: string }>('POST', '/agreements', {
      partners: ['lebak'],
      title: 'Magang Pengelola Persuratan',
      kind: 'pks',
      parentId: id,
      scope: ['practices'],
      startsOn: day(0),
      endsOn: day(300),
    });
    const admin = await stage.as('sumedang', 'admin');
    await admin.goto(`/kolaborasi/kesepakatan/${pks.id}/rencana`);
    await admin.getByRole('button', { name: 'Tambah kegiatan' }).click();
    const sheet = dialog(admin, 'Tambah kegiatan');
    await sheet.getByLabel('Kegiatan').fill('Magang dua pegawai Lebak');
    await sheet.getByLabel('Tenggat').fill(day(60));
    await expectAccessible(admin);
    await sheet.getByRole('button', { name: 'Simpan' }).click();
    await sheet.waitFor({ state: 'hidden' });
    await admin.getByRole('button', { name: 'Catat kemajuan Magang dua pegawai Lebak' }).click();
    const telling = dialog(admin, 'Magang dua pegawai Lebak');
    await telling.getByLabel('Unit penanggung jawab di daerah Anda').fill('Diskominfosanditik');
    await telling.getByText('Berjalan', { exact: true }).click();
    await telling.getByRole('button', { name: 'Simpan' }).click();
    await telling.waitFor({ state: 'hidden' });
    await admin.getByText('Diskominfosanditik').waitFor();
    await expectAccessible(admin);
    await picture(admin, 'rencana-kerja');
    expect(stage.faults).toEqual([]);
  });
});
