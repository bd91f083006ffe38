import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, launchBrowser } from '../../src/testing/browser.ts';
import { type BsreServer, startBsreServer } from '../../src/testing/bsre-server.ts';
import { demoPassword, type RunningInstallation, startRunning } from '../running-installation.ts';
import { createStage, dialog, openQueue, openTask, pageTitle, picture, rowAct, type Stage } from './stage.ts';

const nik = '3211000000000077';
const passphrase = 'frasa sandi sekda di BSrE';
const subjects = ['Data SPBE Triwulan Satu', 'Data SPBE Triwulan Dua', 'Data SPBE Triwulan Tiga'] as const;

let running: RunningInstallation;
let browser: Browser;
let stage: Stage;
let bsre: BsreServer;

beforeAll(async () => {
  bsre = await startBsreServer({ people: [{ nik, passphrase }] });
  [running, browser] = await Promise.all([startRunning({ readyWithinMs: 110_000 }), launchBrowser()]);
  stage = createStage(browser, running.port);
});
afterAll(async () => {
  await stage?.close();
  await browser?.close();
  await running?.stop();
  await bsre?.close();
});

const as = (username: string): Promise<Page> => stage.as('lebak', username);

type Client = { call<T>(method: string, path: string, body?: object): Promise<T> };

/** Calls the API as somebody of Lebak; throws at a refusal. */
async function client(username: string): Promise<Client> {
  const send = async <T>(method: string, path: string, body?: object, token?: string): Promise<T> => {
    const response = await fetch(`http://localhost:${running.port}/api/v1${path}`, {
      method,
      headers: {
        'x-tenant': 'lebak',
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const answer = (await response.json()) as T;
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const login = { username, password: demoPassword };
  const { accessToken } = await send<{ accessToken: string }>('POST', '/auth/login', login);
  return { call: (method, path, body) => send(method, path, body, accessToken) };
}

/** A letter that waits for the signature of the sekda. */
async function submitLetter(subject: string): Promise<void> {
  const [staf, sekda] = await Promise.all([client('staf'), client('sekda')]);
  const signer = (await sekda.call<{ positionId: string }>('GET', '/me')).positionId;
  const { id } = await staf.call<{ id: string }>('POST', '/letters', {
    type: 'surat_dinas',
    subject,
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Mohon data.' }] }] },
    recipients: [{ kind: 'external', name: 'Kepala BPS' }],
    classification: '000.1',
  });
  await staf.call('POST', `/letters/${id}/submit`, { approvers: [], signer });
}

describe.sequential('a regency with BSrE, in the browser', { timeout: 300_000 }, () => {
  test('an administrator names the service, tries it and chooses it; a signer’s NIK is in their sheet', async () => {
    const admin = await as('admin');
    await admin.goto('/pengaturan/tanda-tangan');
    await pageTitle(admin, 'Tanda tangan elektronik').waitFor();
    await admin.getByText('BSrE', { exact: true }).click();
    await admin.getByLabel('Alamat layanan').fill(bsre.url);
    await admin.getByLabel('Nama pengguna aplikasi').fill(bsre.credentials.username);
    await admin.getByLabel('Kata sandi aplikasi').fill('bukan kata sandinya');
    await admin.getByLabel('Koordinator tanda tangan elektronik').fill('Rangga Permana');
    await admin.getByLabel('Kontak koordinator').fill('0811-0000-0001');
    await admin.getByRole('button', { name: 'Uji sambungan' }).click();
    await admin.getByText('Layanan menolak nama pengguna atau kata sandi aplikasi.').waitFor();
    await admin.getByLabel('Kata sandi aplikasi').fill(bsre.credentials.password);
    await admin.getByRole('button', { name: 'Uji sambungan' }).click();
    await admin.getByText('Tersambung. Layanan menjawab dan mengenal aplikasi ini.').waitFor();
    await expectAccessible(admin);
    await picture(admin, 'penyedia-tanda-tangan');
    await admin.getByRole('button', { name: 'Simpan', exact: true }).click();
    await admin.getByText('Pengaturan tanda tangan disimpan.').waitFor();

    const { name } = await (await client('sekda')).call<{ name: string }>('GET', '/me');
    await admin.goto('/pengaturan/orang');
    await admin
      .getByRole('button', { name: new RegExp(name) })
      .first()
      .click();
    const sheet = dialog(admin, name);
    await sheet.getByLabel('NIK').fill(nik);
    await expectAccessible(admin);
    await sheet.getByRole('button', { name: 'Simpan NIK' }).click();
    await admin.getByText(`NIK ${name} disimpan.`).waitFor();
  });

  test('a signer signs by it; while it is away letters wait, and one passphrase finishes all', async () => {
    for (const subject of subjects) await submitLetter(subject);
    const sekda = await as('sekda');
    const [first, second, third] = subjects;
    const sign = async (subject: string) => {
      await openQueue(sekda);
      await openTask(sekda, subject);
      await sekda
        .getByRole('button', { name: /^Tanda tangani/ })
        .first()
        .click();
      const sheet = dialog(sekda, 'Tanda tangani surat');
      await sheet.getByLabel(/^Frasa sandi/).fill(passphrase);
      await sheet.getByRole('button', { name: 'Tanda tangani', exact: true }).click();
    };
    await sign(first);
    await dialog(sekda, 'Surat sudah ditandatangani').getByRole('button', { name: 'Selesai' }).click();
    expect(bsre.signed).toBe(1);

    await bsre.stop();
    await sign(second);
    const waiting = dialog(sekda, 'Surat menunggu penyedia tanda tangan');
    await waiting.waitFor();
    await expectAccessible(sekda);
    await waiting.getByRole('button', { name: 'Selesai' }).click();
    await sekda
      .getByText(/^Menunggu penyedia tanda tangan sejak/)
      .first()
      .waitFor();
    await sign(third);
    await waiting.getByRole('button', { name: 'Selesai' }).click();
    await sekda.goto('/antrean-tanda-tangan');
    await sekda.getByText(/^Penyedia tanda tangan tidak dapat dihubungi sejak/).waitFor();
    expect(await sekda.getByRole('button', { name: 'Tanda tangani 2 surat' }).isDisabled()).toBe(true);
    await expectAccessible(sekda);
    const admin = await as('admin');
    await admin.goto('/pengaturan/tanda-tangan');
    await admin.getByText('Penyedia tidak dapat dihubungi').waitFor();
    await expectAccessible(admin);

    await bsre.start();
    // Looked for again within five minutes; saving the settings has it looked for at once.
    await admin.getByRole('button', { name: 'Simpan', exact: true }).click();
    await admin.getByText('Pengaturan tanda tangan disimpan.').first().waitFor();
    await sekda.getByText(/^Penyedia sudah pulih\. 2 surat siap/).waitFor({ timeout: 90_000 });
    await expectAccessible(sekda);
    await picture(sekda, 'antrean-siap');
    await openQueue(sekda);
    await rowAct(sekda, 'Tanda tangani', '2 surat siap ditandatangani: masukkan frasa sandi sekali').click();
    await sekda.getByRole('button', { name: 'Tanda tangani 2 surat' }).click();
    const together = dialog(sekda, 'Tanda tangani 2 surat');
    await together.getByLabel(/^Frasa sandi/).fill(passphrase);
    await together.getByRole('button', { name: 'Tanda tangani 2 surat' }).click();
    await dialog(sekda, 'Penandatanganan selesai').getByRole('button', { name: 'Selesai' }).click();
    await sekda.getByText('Tidak ada yang menunggu penyedia').waitFor();
    expect(bsre.signed).toBe(3);
    expect(stage.faults).toEqual([]);
  });
});
