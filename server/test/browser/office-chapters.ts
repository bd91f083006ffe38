import { expect } from 'vitest';
import { expectAccessible } from '../../src/testing/browser.ts';
import { demoPassword } from '../running-installation.ts';
import { choose, dialog, fillSignIn, pageTitle, picture, type Stage } from './stage.ts';

/** Chapter 1: from the front page to what waits for one. */
export async function enterSumedang(stage: Stage): Promise<void> {
  const page = await stage.visitor(null);
  await page.goto('/');
  await page.getByRole('link', { name: 'Masuk ke kantor Sumedang' }).waitFor();
  await expectAccessible(page);
  await choose(page.getByRole('combobox', { name: 'Kabupaten atau kota Anda' }), 'Sumed', 'Kabupaten Sumedang');
  await page.getByRole('button', { name: 'Lanjut masuk' }).click();
  await page.waitForURL(`${stage.originOf('sumedang')}/masuk`);
  await fillSignIn(page, 'staf', 'bukan-kata-sandinya');
  await page.getByRole('alert').filter({ hasText: 'Belum dapat masuk' }).waitFor();
  await expectAccessible(page);
  await fillSignIn(page, 'staf', demoPassword);
  await pageTitle(page, 'Perlu Anda').waitFor();
  await expectAccessible(page);
}

/** Chapter 2: sign-up, approval, provisioning, activation, an empty office. */
export async function openFourthOffice(stage: Stage): Promise<void> {
  const contact = await stage.visitor(null);
  await contact.goto('/daftar');
  await choose(contact.getByLabel('Kabupaten atau kota'), 'Indramayu', /^Kabupaten Indramayu/);
  await contact.getByRole('button', { name: 'Lanjut' }).click();
  await pageTitle(contact, 'Apa alamat kantor Anda?').waitFor();
  expect(await contact.getByLabel('Alamat').inputValue()).toBe('indramayu');
  await contact.getByRole('button', { name: 'Lanjut' }).click();
  await contact.getByLabel('Nama lengkap').fill('Rina Pertiwi');
  await contact.getByLabel('Jabatan').fill('Kepala Dinas Kominfo');
  await contact.getByLabel('Surel dinas').fill('rina@indramayu.example');
  await contact.getByRole('button', { name: 'Lanjut' }).click();
  await contact.getByText('Isi nomor telepon yang dapat dihubungi.').first().waitFor();
  await expectAccessible(contact);
  await contact.getByLabel('Nomor telepon').fill('0233 123456');
  await contact.getByRole('button', { name: 'Lanjut' }).click();
  await pageTitle(contact, 'Periksa, lalu kirim').waitFor();
  await contact.getByRole('button', { name: 'Kirim permohonan' }).click();
  await pageTitle(contact, 'Kabupaten Indramayu').waitFor();
  await contact.getByRole('heading', { name: 'Giliran operator platform meninjau' }).waitFor();

  const operator = await stage.visitor(null);
  await operator.goto('/admin/masuk');
  await fillSignIn(operator, 'superadmin', demoPassword);
  await operator.getByRole('link', { name: /^Permohonan/ }).click();
  await pageTitle(operator, 'Permohonan').waitFor();
  const application = operator.getByRole('region', { name: 'Kabupaten Indramayu' });
  await application.getByText('rina@indramayu.example').waitFor();
  await expectAccessible(operator);
  await application.getByRole('button', { name: 'Setujui dan siapkan' }).click();
  await dialog(operator, 'Setujui Kabupaten Indramayu').getByRole('button', { name: 'Setujui dan siapkan' }).click();

  await pageTitle(operator, 'Penyiapan').waitFor();
  const made = operator.getByRole('region', { name: 'Kabupaten Indramayu' });
  await made.getByRole('progressbar', { name: 'Kemajuan penyiapan Kabupaten Indramayu' }).waitFor();
  await made.getByText('Aktif', { exact: true }).waitFor();
  await expectAccessible(operator);
  await picture(operator, 'konsol');
  await made.getByRole('button', { name: 'Tautan aktivasi admin' }).click();
  const link = await dialog(operator, 'Tautan aktivasi Kabupaten Indramayu').getByLabel('Tautan aktivasi').inputValue();
  expect(new URL(link).origin).toBe(stage.originOf('indramayu'));

  const admin = await stage.visitor('indramayu');
  await admin.goto(link);
  await admin.getByLabel('Kata sandi baru').fill('kebun-mangga-3078');
  await expectAccessible(admin);
  await admin.getByRole('button', { name: 'Simpan kata sandi' }).click();
  await pageTitle(admin, 'Akun Anda aktif').waitFor();
  await admin.getByRole('link', { name: 'Masuk sekarang' }).click();
  await fillSignIn(admin, 'admin', 'kebun-mangga-3078');
  await pageTitle(admin, 'Perlu Anda').waitFor();
  await admin.getByText('Tidak ada yang menunggu Anda').waitFor();
  await expectAccessible(admin);
  await contact.getByRole('heading', { name: 'Kantor Anda siap dipakai' }).waitFor();
}
