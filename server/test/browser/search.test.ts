import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, launchBrowser } from '../../src/testing/browser.ts';
import { demoPassword, type RunningInstallation, startRunning } from '../running-installation.ts';
import { createStage, dialog, pageTitle, picture, type Stage } from './stage.ts';

let running: RunningInstallation;
let browser: Browser;
let stage: Stage;

async function call<T>(username: string, method: string, path: string, body?: object): Promise<T> {
  const headers = { 'content-type': 'application/json', 'x-tenant': 'sumedang' };
  const signIn = { method: 'POST', headers, body: JSON.stringify({ username, password: demoPassword }) };
  const { accessToken } = (await (await fetch(`${running.url}/api/v1/auth/login`, signIn)).json()) as {
    accessToken: string;
  };
  const response = await fetch(`${running.url}/api/v1${path}`, {
    method,
    headers: { ...headers, authorization: `Bearer ${accessToken}` },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const answer = (await response.json()) as T;
  if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
  return answer;
}

const write = (subject: string, text: string, more: object = {}) =>
  call<{ id: string }>('staf', 'POST', '/letters', {
    type: 'surat_dinas',
    subject,
    classification: '000.1',
    recipients: [{ kind: 'external', name: 'Yayasan Pelita' }],
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
    ...more,
  });

beforeAll(async () => {
  [running, browser] = await Promise.all([startRunning({ readyWithinMs: 110_000 }), launchBrowser()]);
  stage = createStage(browser, running.port);
});
afterAll(async () => {
  await stage?.close();
  await browser?.close();
  await running?.stop();
});

describe.sequential('finding letters, in the browser', { timeout: 240_000 }, () => {
  let secret: string;

  test('results come while one types, narrowed by a sentence, and the search is kept', async () => {
    const first = await write('Perbaikan jembatan', 'Jembatan gantung Cikoneng perlu segera diperbaiki.');
    await call('staf', 'POST', `/letters/${first.id}/submit`, {});
    await write('Undangan musrenbang', 'Musrenbang kecamatan di Conggeang.', { urgency: 'segera' });
    const page = await stage.as('sumedang', 'staf');
    await page.goto('/surat');
    await page.getByRole('searchbox', { name: 'Cari dalam kotak ini' }).pressSequentially('cikon');
    await page.getByRole('link', { name: 'Cari di semua surat' }).click();
    const row = page.getByRole('row').filter({ hasText: 'Perbaikan jembatan' });
    await row.getByText('Cikoneng').waitFor();
    expect(await row.locator('mark').textContent()).toBe('Cikoneng');
    await page.getByText('1 surat ditemukan.').waitFor();
    expect(page.url()).toContain('cari=cikon');
    await expectAccessible(page);
    await picture(page, 'cari');

    await page.getByRole('searchbox', { name: 'Cari di semua surat' }).fill('');
    await page.getByRole('button', { name: 'Tambah saringan' }).click();
    await page.getByRole('menuitem', { name: 'Urgensi' }).click();
    await page.getByLabel('Urgensi', { exact: true }).selectOption({ label: 'segera' });
    await page.getByRole('link', { name: 'Undangan musrenbang' }).waitFor();
    await row.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Tambah saringan' }).click();
    await page.getByRole('menuitem', { name: 'Pengirim atau tujuan' }).click();
    await page.getByLabel('Pengirim atau tujuan', { exact: true }).fill('pelita');
    await page.waitForURL(/pihak=pelita/);
    await page.getByRole('link', { name: 'Undangan musrenbang' }).waitFor();
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Simpan pencarian' }).click();
    const sheet = dialog(page, 'Simpan pencarian');
    await sheet.getByLabel('Nama pencarian').fill('');
    await sheet.getByRole('button', { name: 'Simpan', exact: true }).click();
    await sheet.getByText('Beri nama pencarian ini.').first().waitFor();
    await sheet.getByLabel('Nama pencarian').fill('Segera ke Pelita');
    await expectAccessible(page);
    await sheet.getByRole('button', { name: 'Simpan', exact: true }).click();
    await sheet.waitFor({ state: 'hidden' });
    await page.goto('/surat');
    await page
      .getByRole('navigation', { name: 'Pencarian tersimpan' })
      .getByRole('link', { name: /Segera ke Pelita/ })
      .click();
    await page.getByRole('link', { name: 'Undangan musrenbang' }).waitFor();
    expect(page.url()).toContain('urgensi=segera');
    await page.getByRole('button', { name: 'Hapus saringan Urgensi' }).click();
    await page.getByRole('link', { name: 'Perbaikan jembatan' }).waitFor();
  });

  test('what waits is counted at home, and each number leads to exactly those letters', async () => {
    const page = await stage.as('sumedang', 'kabid');
    await page.goto('/perlu-anda');
    const lists = page.getByRole('navigation', { name: 'Daftar kerja' });
    const counter = lists.getByRole('link', { name: /Menunggu paraf/ });
    await counter.waitFor();
    await expectAccessible(page);
    await picture(page, 'daftar-kerja');
    const count = Number((await counter.textContent())?.match(/\d+/)?.[0]);
    expect(count).toBeGreaterThan(0);
    await counter.click();
    await pageTitle(page, 'Menunggu paraf').waitFor();
    await page.getByRole('link', { name: 'Perbaikan jembatan' }).waitFor();
    expect(await page.getByRole('table').locator('tbody tr').count()).toBe(count);
    await expectAccessible(page);
  });

  test('a secret letter is found by its own people only, and shows who has read it', async () => {
    ({ id: secret } = await write('Rencana Cikeruh', 'Isi rahasia tentang Cikeruh.', { secrecy: 'sangat_rahasia' }));
    await call('staf', 'POST', `/letters/${secret}/submit`, {});
    const stranger = await stage.as('sumedang', 'admin');
    await stranger.goto('/surat?kotak=all&cari=cikeruh');
    await stranger
      .getByText('0 surat ditemukan.')
      .or(stranger.getByRole('heading', { name: /Tidak ada/ }))
      .first()
      .waitFor();
    expect(await stranger.getByRole('main').getByText('Rencana Cikeruh').count()).toBe(0);
    const page = await stage.as('sumedang', 'staf');
    await page.goto(`/surat/${secret}`);
    await pageTitle(page, /^Rencana Cikeruh/).waitFor();
    await page.getByRole('heading', { name: 'Dibaca oleh' }).waitFor();
    await page.getByText('membuka surat').first().waitFor();
    await page.getByRole('img', { name: /^Halaman 1/ }).waitFor();
    await expectAccessible(page);
    await picture(page, 'surat-rahasia');
  });

  test('nothing went wrong unseen', () => {
    expect(stage.faults).toEqual([]);
    expect(running.stderr()).toBe('');
  });
});
