import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, launchBrowser } from '../../src/testing/browser.ts';
import { demoPassword, type RunningInstallation, startRunning } from '../running-installation.ts';
import {
  choose,
  createStage,
  fact,
  fillSignIn,
  openQueue,
  openTask,
  pageTitle,
  picture,
  rowAct,
  type Stage,
  saveBy,
} from './stage.ts';

let running: Pick<RunningInstallation, 'port' | 'stop' | 'stderr'>;
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

const day = (offset: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jakarta' }).format(new Date(Date.now() + offset * 86_400_000));

const dialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });
const agreement = `Kerja Sama Templat Naskah Dinas Sumedang dan Lebak${process.env.STORY_N ?? ''}`;
const subject = `Undangan Studi Komparatif Pemerintahan Digital${process.env.STORY_N ?? ''}`;

describe.sequential('31 May 2022, in the browser', { timeout: 240_000 }, () => {
  test('1. Sumedang’s staf finds the way from the front page to what waits for them', async () => {
    const page = await stage.visitor(null);
    await page.goto('/');
    await page.getByRole('link', { name: 'Masuk ke kantor Sumedang' }).waitFor();
    await expectAccessible(page);
    await picture(page, 'depan');
    await choose(page.getByRole('combobox', { name: 'Kabupaten atau kota Anda' }), 'Sumed', 'Kabupaten Sumedang');
    await page.getByRole('button', { name: 'Lanjut masuk' }).click();
    await page.waitForURL(`${stage.originOf('sumedang')}/masuk`);
    await fillSignIn(page, 'staf', 'bukan-kata-sandinya');
    await page.getByRole('alert').first().waitFor();
    await expectAccessible(page);
    await fillSignIn(page, 'staf', demoPassword);
    await pageTitle(page, 'Perlu Anda').waitFor();
    await expectAccessible(page);
  });

  test('2. a fourth regency signs up, is approved, watched while it is made, and moves in', async () => {
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
    const link = await dialog(operator, 'Tautan aktivasi Kabupaten Indramayu')
      .getByLabel('Tautan aktivasi')
      .inputValue();
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
  });

  test('3. staf writes the invitation; kabid returns it; kabid and kadis approve; sekda signs and sends', async () => {
    const staf = await stage.as('sumedang', 'staf');
    await staf.getByRole('link', { name: /^Tulis surat/ }).click();
    await pageTitle(staf, 'Tulis surat').waitFor();
    await staf.getByRole('button', { name: /^Surat Undangan Studi Komparatif/ }).waitFor();
    await expectAccessible(staf);
    await staf.getByRole('button', { name: /^Surat Undangan Studi Komparatif/ }).click();
    await staf.getByLabel('Hal', { exact: true }).fill(subject);
    await staf.getByLabel('Topik studi komparatif').fill('pelayanan publik digital di desa');
    await staf.getByLabel('Hari, tanggal').fill(day(14));
    await staf.getByLabel('Mulai', { exact: true }).fill('09:00');
    await staf.getByLabel('Selesai', { exact: true }).fill('12:00');
    await staf.getByLabel('Tempat', { exact: true }).fill('Aula Tampomas');
    await staf.getByLabel('Acara', { exact: true }).fill('Berbagi praktik baik antardaerah');
    await staf.getByLabel('Jumlah peserta paling banyak').fill('12 (dua belas)');
    await staf.getByLabel('Batas konfirmasi').fill(day(7));
    // Sent off too early, it says what is missing and goes nowhere.
    await staf.getByRole('button', { name: /^Ajukan ke/ }).click();
    await staf.getByText('Narahubung dan nomor telepon: belum diisi.').first().waitFor();
    await staf.getByLabel('Narahubung dan nomor telepon').fill('Een Rohaeni, 0261 123456');
    await choose(staf.getByRole('combobox', { name: 'Tujuan' }), 'Lebak', /^Kabupaten Lebak/);
    await staf.getByRole('img', { name: /^Halaman 1/ }).waitFor();
    await expectAccessible(staf);
    await picture(staf, 'tulis');

    const kabid = await stage.as('sumedang', 'kabid');
    await staf.getByRole('button', { name: /^Ajukan ke Yuni Maharani/ }).click();
    await pageTitle(staf, subject).waitFor();
    await staf
      .getByRole('heading', { name: /^Giliran Yuni Maharani/ })
      .first()
      .waitFor();

    // It stands in kabid's queue without reloading.
    await openTask(kabid, subject);
    await kabid.getByRole('button', { name: 'Kembalikan', exact: true }).click();
    const returning = dialog(kabid, 'Kembalikan surat');
    await returning.getByLabel('Apa yang perlu diperbaiki').fill('Tempatnya di Gedung Negara, bukan Aula Tampomas.');
    await returning.getByRole('button', { name: 'Kembalikan' }).click();
    await returning.waitFor({ state: 'hidden' });

    await openQueue(staf);
    await rowAct(staf, 'Perbaiki', subject).click();
    await staf.getByText('Tempatnya di Gedung Negara, bukan Aula Tampomas.').waitFor();
    await expectAccessible(staf);
    await staf.getByLabel('Tempat', { exact: true }).fill('Gedung Negara');
    await staf.getByRole('button', { name: /^Ajukan ke Yuni Maharani/ }).click();
    await pageTitle(staf, subject).waitFor();

    await openQueue(kabid);
    await rowAct(kabid, 'Beri paraf', subject).click();
    const kadis = await stage.as('sumedang', 'kadis');
    await openTask(kadis, subject);
    await kadis.getByRole('button', { name: 'Bandingkan versi' }).waitFor();
    await kadis.getByRole('button', { name: /^Beri paraf/ }).click();
    await kadis
      .getByRole('heading', { name: /^Giliran Laras Wiradinata|^Giliran .*Laras/ })
      .first()
      .waitFor();

    const sekda = await stage.as('sumedang', 'sekda');
    await rowAct(sekda, 'Tanda tangani', subject).waitFor();
    await expectAccessible(sekda);
    await picture(sekda, 'perlu-anda');
    await picture(sekda, 'perlu-anda', 'phone');
    await openTask(sekda, subject);
    await sekda.getByRole('button', { name: /^Tanda tangani/ }).click();
    const signing = dialog(sekda, 'Tanda tangani surat');
    await signing.getByLabel('Frasa sandi tanda tangan').fill('bukan-frasanya');
    await expectAccessible(sekda);
    await signing.getByRole('button', { name: 'Tanda tangani' }).click();
    await signing.getByText(/^Frasa sandi tidak cocok/).waitFor();
    await signing.getByLabel('Frasa sandi tanda tangan').fill(demoPassword);
    await signing.getByRole('button', { name: 'Tanda tangani' }).click();
    const signed = dialog(sekda, 'Surat sudah ditandatangani');
    const number = await fact(signed, 'Nomor').textContent();
    expect(number).toMatch(/^500\.12\.17\.1\/\d+\//);
    await signed.getByRole('button', { name: 'Selesai' }).click();
    await fact(sekda, 'Nomor')
      .getByText(number ?? '')
      .waitFor();
    const { name, bytes } = await saveBy(sekda, sekda.getByRole('button', { name: 'Unduh PDF' }));
    expect(name).toMatch(/\.pdf$/);
    expect(bytes.subarray(0, 4).toString()).toBe('%PDF');
    await sekda
      .getByRole('img', { name: /^Halaman 1/ })
      .first()
      .waitFor();
    await expectAccessible(sekda);
    await picture(sekda, 'surat');
    await picture(sekda, 'surat', 'phone');

    await sekda.getByRole('button', { name: 'Kirim', exact: true }).click();
    await dialog(sekda, 'Kirim surat').getByRole('button', { name: 'Kirim surat' }).click();
    await fact(sekda, 'Tujuan').getByText('sampai').waitFor();
  });

  test('4. Lebak registers it, bupati and sekda dispose, kadis reports, and anyone can check the paper', async () => {
    const tu = await stage.as('lebak', 'tu');
    await rowAct(tu, 'Agendakan', subject).click();
    const registering = dialog(tu, 'Agendakan dan teruskan');
    await choose(registering.getByLabel('Teruskan kepada'), 'Bupati', /^Sagara Natadilaga/);
    await expectAccessible(tu);
    await registering.getByRole('button', { name: 'Agendakan dan teruskan' }).click();
    await tu.getByText(/^Agenda .*, diteruskan kepada Sagara Natadilaga$/).waitFor();

    const bupati = await stage.as('lebak', 'bupati');
    await rowAct(bupati, 'Disposisikan', subject).click();
    const disposing = dialog(bupati, 'Disposisikan surat');
    await choose(disposing.getByLabel('Kepada'), 'Sekretaris Daerah', /Banyu Wirakarsa/);
    await disposing.getByLabel('Lainnya').check();
    await disposing.getByLabel('Tulis petunjuk').fill('Pelajari dan siapkan rombongan.');
    await disposing.getByText(/menerima surat ini sekarang/).waitFor();
    await expectAccessible(bupati);
    await disposing.getByRole('button', { name: 'Kirim disposisi' }).click();
    await disposing.waitFor({ state: 'hidden' });

    const sekda = await stage.as('lebak', 'sekda');
    await openTask(sekda, subject);
    await sekda.getByText('Pelajari dan siapkan rombongan.').first().waitFor();
    await sekda.getByRole('button', { name: 'Teruskan' }).click();
    const passing = dialog(sekda, 'Disposisikan surat');
    await choose(passing.getByLabel('Kepada'), 'Dewi', /^Dewi Anggraeni/);
    await passing.getByRole('button', { name: 'Kirim disposisi' }).click();
    await passing.waitFor({ state: 'hidden' });

    const kadis = await stage.as('lebak', 'kadis');
    await openTask(kadis, subject);
    await kadis.getByRole('button', { name: 'Selesaikan' }).click();
    const completing = dialog(kadis, 'Selesaikan disposisi');
    await completing.getByLabel('Laporan').fill('Tiga praktik layak ditiru; usulan perjanjian terlampir.');
    await completing.getByRole('button', { name: 'Kirim laporan' }).click();
    await completing.waitFor({ state: 'hidden' });

    for (const page of [sekda, bupati]) {
      await page
        .getByRole('link', { name: /^Surat/ })
        .first()
        .click();
      await page.getByRole('link', { name: subject }).first().click();
      const report = page.getByRole('row', { name: /Dewi Anggraeni/ });
      await report.getByText('Tiga praktik layak ditiru; usulan perjanjian terlampir.').waitFor();
      await report.getByText('Selesai', { exact: true }).waitFor();
    }
    await expectAccessible(bupati);

    const sender = await stage.as('sumedang', 'sekda');
    await sender
      .getByRole('link', { name: /^Surat/ })
      .first()
      .click();
    await sender.getByRole('link', { name: 'Keluar', exact: true }).click();
    await sender.getByRole('link', { name: subject }).first().click();
    const code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){2}/.exec((await fact(sender, 'Keaslian').textContent()) ?? '')?.[0];
    const passerBy = await stage.visitor(null, { script: false });
    await passerBy.goto(`/v/${code}`);
    await pageTitle(passerBy, 'Surat ini asli').waitFor();
    await passerBy.getByText(subject).waitFor();
    await picture(passerBy, 'verifikasi');
    await passerBy.goto('/v/AAAA-AAAA');
    await pageTitle(passerBy, 'Kode ini tidak dikenal').waitFor();
    // axe is a script, so it looks at the same page with scripts on.
    const reader = await stage.visitor(null);
    await reader.goto(`/v/${code}`);
    await expectAccessible(reader);
  });

  test('5. an agreement is drafted, proposed, signed by both bupati, and in force', async () => {
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
  });

  test('5b. Sumedang shares its template; Lebak adopts it and writes with it; Sukabumi sees nothing', async () => {
    const template = 'Surat Undangan Studi Komparatif';
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
    await picture(adopter, 'katalog');
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
  });

  test('6. Sumedang’s admin orders the month’s report, sees how far it is, and saves it', async () => {
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
  });

  test('nothing went wrong unseen, in the browser or in the installation', () => {
    expect(stage.faults).toEqual([]);
    expect(running.stderr()).toBe('');
  });
});

async function openCatalogue(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^Kolaborasi/ }).click();
  await page.getByRole('link', { name: 'Katalog templat' }).click();
  await pageTitle(page, 'Katalog templat').waitFor();
}
