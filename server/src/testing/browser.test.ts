import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, launchBrowser } from './browser.ts';

let browser: Browser;
let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((req, res) => {
    const label = req.url === '/unlabelled' ? '' : '<label for="q">Cari</label>';
    res.setHeader('content-type', 'text/html; charset=utf-8');
    res.end(`<!doctype html><html lang="id"><head><title>Kantor ${req.headers.host}</title></head>
      <body><main><h1>Kantor</h1>${label}<input id="q"></main></body></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://sumedang.localhost:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

test('a regency name before localhost leads to this machine and stays in the Host header', async () => {
  const context = await browser.newContext({ baseURL: origin });
  const page = await context.newPage();
  await page.goto('/');
  expect(await page.title()).toBe(`Kantor ${new URL(origin).host}`);
  await page.getByLabel('Cari').fill('surat');
  await expectAccessible(page);
  await context.close();
});

test('an unlabelled field is named with its rule', async () => {
  const context = await browser.newContext({ baseURL: origin });
  const page = await context.newPage();
  await page.goto('/unlabelled');
  await expect(expectAccessible(page)).rejects.toThrow(/label \(critical\)[\s\S]*#q/);
  await context.close();
});
