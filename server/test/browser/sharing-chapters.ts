import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible } from '../../src/testing/browser.ts';
import { demoPassword } from '../running-installation.ts';
import { choose, day, dialog, openQueue, openTask, pageTitle, picture, type Stage, saveBy } from './stage.ts';

const agreement = 'Kerja Sama Templat Naskah Dinas Sumedang dan Lebak';
const template = 'Surat Undangan Studi Komparatif';

/** Chapter 5, first half: drafted, proposed, signed by both sides, in force. */
export async function agree(stage: Stage): Promise<void> {
  const admin = await stage.as('sumedang', 'admin');
  await admin.getByRole('link', { name: /^Kolaborasi/ }).click();
  await admin.getByRole('button', { name: 'Buat kesepakatan' }).click();
  await pageTitle(admin, 'Kesepakatan baru').waitFor();
  await choose(admin.getByRole('combobox', { name: 'Mitra' }), 'Lebak', 'Kabupaten Lebak');
  await admin.getByLabel('Judul').fill(agreement);
  await expectAccessible(admin);
  await admin.getByRole('button', { name: 'Buat rancangan' }).click();
  await pageTitle(admin, agreement).waitFor();
  await admin.getByRole('button', { name: 'Ajukan untuk ditandatangani' }).click();
  const proposing = dialog(admin, 'Ajukan kepada Lebak');
  await proposing.getByRole('button', { name: 'Ajukan' }).click();
  await proposing.waitFor({ state: 'hidden' });
  await admin.getByRole('heading', { name: /^Giliran/ }).waitFor();

  for (const slug of ['sumedang', 'lebak']) {
    const bupati = await stage.as(slug, 'bupati');
    await openQueue(bupati);
    await openTask(bupati, agreement);
    if (slug === 'lebak') await picture(bupati, 'kesepakatan');
    await expectAccessible(bupati);
    await bupati.getByRole('button', { name: 'Tanda tangani sebagai Bupati' }).click();
    const signing = dialog(bupati, 'Tanda tangani kesepakatan');
    await signing.getByLabel('Frasa sandi tanda tangan').fill(demoPassword);
    await signing.getByRole('button', { name: 'Tanda tangani' }).click();
    await signing.waitFor({ state: 'hidden' });
  }
  // Sumedang's admin has the page open all the while.
  await admin.getByRole('heading', { name: 'Berlaku bagi semua pihak' }).waitFor();
  const { bytes } = await saveBy(admin, admin.getByRole('button', { name: 'Unduh naskah' }));
  expect(bytes.subarray(0, 4).toString()).toBe('%PDF');
}

/** Chapter 5, second half: shared, adopted, used; a stranger sees nothing. */
export async function shareTemplate(stage: Stage): Promise<void> {
  const owner = await stage.as('sumedang', 'admin');
  await owner.getByRole('link', { name: 'Pengaturan', exact: true }).click();
  await owner.getByRole('navigation', { name: 'Bagian pengaturan' }).getByRole('link', { name: 'Templat' }).click();
  await pageTitle(owner, 'Templat').waitFor();
  await owner.getByRole('link', { name: template, exact: true }).click();
  await pageTitle(owner, template).waitFor();
  await owner.getByRole('button', { name: 'Bagikan' }).click();
  const sharing = dialog(owner, `Bagikan ${template}`);
  await sharing.getByRole('radio', { name: new RegExp(agreement) }).check();
  await expectAccessible(owner);
  await sharing.getByRole('button', { name: 'Bagikan' }).click();
  await owner.getByText('Dibagikan kepada Kabupaten Lebak').waitFor();

  const adopter = await stage.as('lebak', 'admin');
  await openCatalogue(adopter);
  await adopter.getByRole('button', { name: template, exact: true }).click();
  await adopter.getByText('Dari Kabupaten Sumedang').first().waitFor();
  await adopter.getByRole('button', { name: /^Adopsi versi/ }).waitFor();
  await expectAccessible(adopter);
  await adopter.getByRole('button', { name: /^Adopsi versi/ }).click();
  await adopter.getByRole('link', { name: 'Buka salinan Anda' }).waitFor();

  const staf = await stage.as('lebak', 'staf');
  await staf.getByRole('link', { name: /^Tulis surat/ }).click();
  await staf.getByRole('button', { name: `${template} Dari Kabupaten Sumedang` }).click();
  await pageTitle(staf, 'Surat Undangan').waitFor();
  await staf.getByLabel('Topik studi komparatif').fill('wisata dan pelayanan terpadu');
  await staf.getByRole('img', { name: /^Halaman 1/ }).waitFor();
  await staf.getByText(/^Tersimpan/).waitFor();

  const outsider = await stage.as('sukabumi', 'admin');
  await openCatalogue(outsider);
  await outsider.getByText('Katalog masih kosong').waitFor();
  await expectAccessible(outsider);
  expect(await outsider.getByText(template).count()).toBe(0);
}

/** Chapter 6: ordered, made, saved. */
export async function orderReports(stage: Stage): Promise<void> {
  const admin = await stage.as('sumedang', 'admin');
  await admin.getByRole('link', { name: 'Laporan', exact: true }).click();
  await pageTitle(admin, 'Laporan').waitFor();
  for (const [format, beginning] of [
    ['PDF', '%PDF'],
    ['XLSX', 'PK'],
  ] as const) {
    await admin.getByLabel(format, { exact: true }).check();
    await admin.getByRole('button', { name: 'Buat laporan' }).click();
    const row = admin
      .getByRole('listitem')
      .filter({ hasText: `, ${format}` })
      .first();
    await row.getByText('Selesai').waitFor();
    const { name, bytes } = await saveBy(admin, row.getByRole('button', { name: /^Unduh laporan/ }));
    expect(name).toBe(`laporan-surat-${day(0).slice(0, 7)}.${format.toLowerCase()}`);
    expect(bytes.subarray(0, beginning.length).toString()).toBe(beginning);
  }
  await expectAccessible(admin);
}

async function openCatalogue(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^Kolaborasi/ }).click();
  await page.getByRole('link', { name: 'Katalog templat' }).click();
  await pageTitle(page, 'Katalog templat').waitFor();
}
