import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDF } from '@libpdf/core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleJpeg, samplePng } from '../../src/adapters/documents/testing.ts';
import { projectRoot } from '../../src/core/paths.ts';
import { expectAccessible, launchBrowser } from '../../src/testing/browser.ts';
import {
  createClient,
  demoPassword,
  eventually,
  type RunningInstallation,
  startRunning,
} from '../running-installation.ts';
import { choose, createStage, dialog, openTask, pageTitle, picture, rowAct, type Stage } from './stage.ts';

const bounceAddress = 'bounce@kantor.example';
const phone = { width: 390, height: 844 };
let running: RunningInstallation;
let browser: Browser;
let stage: Stage;

beforeAll(async () => {
  [running, browser] = await Promise.all([
    startRunning({ readyWithinMs: 110_000, env: { SMTP_BOUNCE_ADDRESS: bounceAddress } }),
    launchBrowser(),
  ]);
  stage = createStage(browser, running.port);
});
afterAll(async () => {
  await stage?.close();
  await browser?.close();
  await running?.stop();
});

const subject = 'Permohonan narasumber literasi digital';

async function scan(...texts: string[]): Promise<Buffer> {
  const document = PDF.create();
  for (const text of texts) document.addPage({ width: 595, height: 842 }).drawText(text, { x: 60, y: 760, size: 14 });
  return Buffer.from(await document.save());
}

/** The mail server's side: a report piped into the command, as `|` in an alias does it. */
function pipeBounce(message: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      [join(projectRoot, 'server/dist/cli.mjs'), 'mail', 'bounce'],
      {
        env: {
          PATH: process.env.PATH ?? '',
          DATA_DIR: running.dataDir,
          PORT: String(running.port),
          SMTP_BOUNCE_ADDRESS: bounceAddress,
        },
      },
      (error, stdout, stderr) => (error ? reject(new Error(`${stdout}${stderr}`)) : resolve(stdout)),
    );
    child.stdin?.end(message);
  });
}

const report = (to: string): string =>
  [
    'From: MAILER-DAEMON@sekolah.example',
    `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="B"',
    '',
    '--B',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.sekolah.example',
    '',
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 Mailbox does not exist',
    '',
    '--B--',
    '',
  ].join('\r\n');

const toQueue = async (page: Page): Promise<void> => {
  await page.goto('/perlu-anda');
  await pageTitle(page, 'Perlu Anda').waitFor();
};

describe.sequential('letters that come, are passed on and come back, in the browser', { timeout: 300_000 }, () => {
  test('the registrar hands in three photographs and a PDF, in order, and routes them', async () => {
    const tu = await stage.as('sumedang', 'tu');
    await tu.goto('/surat/catat');
    await pageTitle(tu, 'Catat surat masuk').waitFor();
    await tu.getByLabel('Halaman surat', { exact: true }).setInputFiles([
      { name: 'foto-1.jpg', mimeType: 'image/jpeg', buffer: sampleJpeg(6) },
      { name: 'foto-2.jpg', mimeType: 'image/jpeg', buffer: sampleJpeg(1) },
      { name: 'foto-3.png', mimeType: 'image/png', buffer: samplePng(420, 594) },
      { name: 'surat.pdf', mimeType: 'application/pdf', buffer: await scan('Permohonan narasumber') },
    ]);
    const pages = tu.getByRole('list', { name: 'Isi Halaman surat' });
    await pages.getByText('Halaman 4 dari 4').waitFor();
    await tu.getByRole('button', { name: 'Naikkan surat.pdf' }).click();
    await tu.getByRole('button', { name: 'Naikkan surat.pdf' }).click();
    await tu.getByRole('button', { name: 'Naikkan surat.pdf' }).click();
    await tu.getByRole('button', { name: 'Putar foto-2.jpg' }).click();
    expect(await pages.getByRole('listitem').first().textContent()).toContain('surat.pdf');
    await tu.getByRole('button', { name: 'Catat surat' }).click();
    await tu.getByText('Tulis pengirim surat.').first().waitFor();
    await expectAccessible(tu);
    await tu.getByLabel('Pengirim').fill('SMA Negeri 1 Sumedang');
    await tu.getByLabel('Nomor surat').fill('421/88/SMA');
    await tu.getByLabel('Hal', { exact: true }).fill(subject);
    await choose(tu.getByLabel('Teruskan kepada'), 'Sekretaris Daerah', /Sekretaris Daerah/);
    await tu.evaluate('window.scrollTo(0, 0)');
    await picture(tu, 'catat-surat');
    await tu.getByRole('button', { name: 'Catat dan teruskan' }).click();
    await pageTitle(tu, subject).waitFor();
    await tu.getByRole('heading', { name: 'Perjalanan surat' }).waitFor();
    // The pages are drawn here, in the order given, with the words of the one that has any.
    await tu.getByRole('img', { name: 'Halaman 1 dari 4. Permohonan narasumber' }).waitFor();
    await tu.getByRole('img', { name: 'Halaman 4 dari 4' }).waitFor();
    await tu.locator('canvas').first().waitFor();
    await expectAccessible(tu);
  });

  test('the same photographs are met with a warning and the way to what came before, not with a bar', async () => {
    const tu = await stage.as('sumedang', 'tu');
    await tu.goto('/surat/catat');
    await tu
      .getByLabel('Halaman surat', { exact: true })
      .setInputFiles([{ name: 'lagi.png', mimeType: 'image/png', buffer: samplePng(420, 594) }]);
    const warning = tu.getByRole('status', { name: 'Mungkin surat ini sudah tercatat' });
    await warning.getByRole('link', { name: subject }).waitFor();
    await expectAccessible(tu);
    expect(await tu.getByRole('button', { name: 'Catat surat' }).isEnabled()).toBe(true);
  });

  test('sekda disposes in two taps on a phone, and takes it back while nobody has read it', async () => {
    const sekda = await stage.as('sumedang', 'sekda');
    await sekda.setViewportSize(phone);
    await toQueue(sekda);
    await rowAct(sekda, 'Disposisikan', subject).click();
    const sheet = dialog(sekda, 'Disposisikan surat');
    await sheet
      .getByRole('button', { name: /^Kirim sekarang: / })
      .first()
      .waitFor();
    await expectAccessible(sekda);
    await picture(sekda, 'disposisi-dua-ketuk', 'phone');
    await sekda.setViewportSize(phone);
    await sheet
      .getByRole('button', { name: /^Kirim sekarang: / })
      .first()
      .click();
    await sheet.waitFor({ state: 'hidden' });
    await sekda.getByText(/^Disposisi dikirim kepada/).waitFor();
    await sekda.getByRole('button', { name: 'Urungkan' }).click();
    await sekda.getByText('Disposisi dibatalkan').waitFor();
    await rowAct(sekda, 'Disposisikan', subject).waitFor();
  });

  test('it goes to kadis, on to kabid, who reports on the way and at the end', async () => {
    const sekda = await stage.as('sumedang', 'sekda');
    await rowAct(sekda, 'Disposisikan', subject).click();
    const sheet = dialog(sekda, 'Disposisikan surat');
    await choose(sheet.getByLabel('Kepada'), 'Komunikasi', /Komunikasi dan Informatika/);
    await sheet.getByRole('button', { name: 'Kirim disposisi' }).click();
    await sheet.waitFor({ state: 'hidden' });

    const kadis = await stage.as('sumedang', 'kadis');
    await toQueue(kadis);
    await openTask(kadis, subject);
    await kadis.getByRole('button', { name: 'Teruskan' }).click();
    const passing = dialog(kadis, 'Disposisikan surat');
    await choose(passing.getByLabel('Kepada'), 'Aplikasi', /Kepala Bidang/);
    await passing.getByLabel('Rahasia').check();
    await expectAccessible(kadis);
    await passing.getByRole('button', { name: 'Kirim disposisi' }).click();
    await passing.waitFor({ state: 'hidden' });

    const kabid = await stage.as('sumedang', 'kabid');
    await toQueue(kabid);
    await openTask(kabid, subject);
    await kabid.getByRole('button', { name: 'Lapor kemajuan' }).click();
    const reporting = dialog(kabid, 'Lapor kemajuan');
    await reporting.getByLabel('Laporan').fill('Narasumber sudah dihubungi.');
    await reporting.getByRole('button', { name: 'Kirim laporan' }).click();
    await kabid.getByText('Narasumber sudah dihubungi.').waitFor();
    await kabid.getByRole('button', { name: 'Selesaikan' }).click();
    const closing = dialog(kabid, 'Selesaikan disposisi');
    await closing.getByLabel('Laporan').fill('Narasumber siap hadir.');
    await closing.getByRole('button', { name: 'Kirim laporan' }).click();
    await kabid.getByText('Narasumber siap hadir.').waitFor();

    // The registrar sees that it was passed on, not what a secret disposition says.
    const tu = await stage.as('sumedang', 'tu');
    await tu.goto('/surat');
    await tu.getByRole('link', { name: subject }).first().click();
    await tu.getByText('Petunjuk rahasia').waitFor();
    expect(await tu.getByText('Narasumber siap hadir.').count()).toBe(0);
    await tu.getByRole('link', { name: 'Lembar disposisi' }).click();
    await pageTitle(tu, 'Lembar disposisi').waitFor();
    await expectAccessible(tu);
  });

  test('the overdue list says so when nothing is late', async () => {
    const sekda = await stage.as('sumedang', 'sekda');
    await sekda.setViewportSize({ width: 1440, height: 900 });
    await sekda.goto('/disposisi?kotak=sent');
    await sekda.getByLabel('Hanya yang lewat tenggat').check();
    await sekda.getByText('Tidak ada yang lewat tenggat').waitFor();
    expect(sekda.url()).toContain('lewat=true');
    await expectAccessible(sekda);
  });

  test('a letter whose e-mail comes back is seen, and sent anew to the right address', async () => {
    const client = createClient(running.url);
    const staf = client.as('sumedang/staf');
    const { body: me } = await client.as('sumedang/sekda')<{ positionId: string }>('GET', '/me');
    const { body: draft } = await staf<{ id: string }>('POST', '/letters', {
      type: 'surat_dinas',
      subject: 'Jawaban permohonan narasumber',
      body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Kami bersedia.' }] }] },
      recipients: [{ kind: 'external', name: 'Kepala SMA Negeri 1', email: 'salah@sekolah.example' }],
      copies: [{ kind: 'external', name: 'Komite Sekolah', address: 'Jalan Raya 1' }],
      classification: '000.1',
      secrecy: 'biasa',
      urgency: 'biasa',
    });
    const path = `/letters/${draft.id}`;
    const done = async (call: Promise<{ status: number; body: unknown }>) => {
      const reply = await call;
      expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300);
    };
    await done(staf('POST', `${path}/submit`, { approvers: [], signer: me.positionId }));
    await done(client.as('sumedang/sekda')('POST', `${path}/sign`, { passphrase: demoPassword }));
    await done(staf('POST', `${path}/send`));
    const { body: out } = await staf<{ items: { id: string }[] }>('GET', `${path}/deliveries`);
    const file = join(running.dataDir, 'mail', `letter-${out.items[0]?.id}.eml`);
    const written = await eventually(
      async () => existsSync(file) && readFileSync(file, 'utf8'),
      'the letter by e-mail',
    );
    const wayBack = /^Return-Path:\s*<([^>]+)>/im.exec(written)?.[1] ?? '';
    await eventually(async () => {
      const { body } = await staf<{ items: { delivery: string }[] }>('GET', `${path}/deliveries`);
      return body.items[0]?.delivery === 'sent';
    }, 'the note that it left');
    expect(await pipeBounce(report(wayBack))).toContain('marked sumedang: 5.1.1');

    const page = await stage.as('sumedang', 'staf');
    await toQueue(page);
    await rowAct(page, 'Kirim ulang', 'Jawaban permohonan narasumber').click();
    await page.getByRole('heading', { name: 'Belum sampai kepada 1 penerima' }).first().waitFor();
    const table = page.getByRole('region', { name: 'Pengiriman' });
    await table.scrollIntoViewIfNeeded();
    await table.getByText('550 5.1.1 Mailbox does not exist').waitFor();
    await table.getByText('Kembali').waitFor();
    await expectAccessible(page);
    await picture(page, 'pengiriman');
    await table.getByRole('button', { name: 'Kirim ulang' }).click();
    const sheet = dialog(page, 'Kirim ulang');
    await sheet.getByLabel('Alamat surel').fill('tu@sekolah.example');
    await sheet.getByRole('button', { name: 'Kirim ulang' }).click();
    await sheet.waitFor({ state: 'hidden' });
    await table.getByText('tu@sekolah.example').waitFor();
    await table.getByText('550 5.1.1 Mailbox does not exist').waitFor({ state: 'hidden' });

    const tu = await stage.as('sumedang', 'tu');
    await tu.goto(`/surat/${draft.id}`);
    await tu.getByRole('button', { name: 'Catat penyerahan' }).click();
    const handing = dialog(tu, 'Catat penyerahan');
    await handing.getByLabel('Kepada siapa dan kapan').fill('Diterima Ibu Rina');
    await handing.getByRole('button', { name: 'Simpan catatan' }).click();
    await tu.getByText('Diterima Ibu Rina').first().waitFor();
  });

  test('no script failed on any page', () => {
    expect(stage.faults).toEqual([]);
  });
});
