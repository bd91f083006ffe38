import { expect } from 'vitest';
import { expectAccessible } from '../../src/testing/browser.ts';
import { demoPassword } from '../running-installation.ts';
import {
  choose,
  day,
  dialog,
  fact,
  openQueue,
  openTask,
  pageTitle,
  picture,
  rowAct,
  type Stage,
  saveBy,
} from './stage.ts';

const subject = 'Undangan Studi Komparatif Pemerintahan Digital';

/** Chapter 3: written, returned, corrected, approved, signed and sent. */
export async function sendInvitation(stage: Stage): Promise<void> {
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

  await sekda.getByRole('button', { name: 'Kirim', exact: true }).click();
  await dialog(sekda, 'Kirim surat').getByRole('button', { name: 'Kirim surat' }).click();
  await fact(sekda, 'Tujuan').getByText('sampai').waitFor();
}

/** Chapter 4: registered, disposed twice, reported on, and checked by a passer-by. */
export async function receiveInvitation(stage: Stage): Promise<void> {
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
  const code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){2}/.exec((await fact(sender, 'Keaslian').textContent()) ?? '')?.[0] ?? '';
  expect(code).not.toBe('');
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
}
