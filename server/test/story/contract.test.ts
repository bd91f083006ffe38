import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../src/core/paths.ts';
import { requireTool } from '../../src/testing/tools.ts';
import {
  type Client,
  createClient,
  demoPassword,
  type RunningInstallation,
  startRunning,
} from '../running-installation.ts';
import { done, type Letter, type Page, paragraph } from './office.ts';

let running: RunningInstallation;
let client: Client;

beforeAll(async () => {
  running = await startRunning();
  client = createClient(running.url);
});
afterAll(() => running?.stop());

const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const staf = () => client.as('sumedang/staf');
const draft = (subject: string) => ({
  type: 'nota_dinas',
  subject,
  body: paragraph('Isi nota.'),
  recipients: [{ kind: 'tenant', slug: 'lebak' }],
  classification: '000.1.5',
  secrecy: 'biasa',
  urgency: 'biasa',
});

describe('errors are problem details', () => {
  test('with type, title, status, code, detail and the fields at fault', async () => {
    const reply = await staf()('POST', '/letters', { ...draft('x'), secrecy: 'sangat' });
    expect(reply.status).toBe(400);
    expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(reply.body).toEqual({
      type: 'urn:madangan:problem:invalid_input',
      title: expect.any(String),
      status: 400,
      code: 'invalid_input',
      detail: expect.any(String),
      errors: [{ path: 'secrecy', message: expect.any(String) }],
    });
  });

  test.each([
    ['a page that is not there', 'GET', '/tidak-ada', undefined, 404, 'not_found'],
    ['an id that is none', 'GET', '/letters/bukan-id', undefined, 400, 'invalid_input'],
    ['a letter that is not there', 'GET', '/letters/019ad000-0000-7000-8000-000000000000', undefined, 404, 'not_found'],
    [
      'a recipient that is not there',
      'POST',
      '/letters',
      { ...draft('x'), recipients: [{ kind: 'tenant', slug: 'atlantis' }] },
      422,
      'invalid_letter',
    ],
    ['a cursor that is none', 'GET', '/letters?cursor=1', undefined, 400, 'invalid_input'],
    ['a limit out of bounds', 'GET', '/letters?limit=1000', undefined, 400, 'invalid_input'],
  ] as const)('%s', async (_, method, path, body, status, code) => {
    const reply = await staf()(method, path, body);
    expect(reply).toMatchObject({ status, body: { status, code } });
  });

  test('a regency’s token sees no console, the superadmin’s token no office', async () => {
    expect((await staf()('GET', '/platform/tenants')).status).toBe(401);
    expect((await client.as('superadmin')('GET', '/letters', undefined, { 'x-tenant': 'sumedang' })).status).toBe(401);
  });
});

describe('the regency of a request', () => {
  test('is the label before the host, or x-tenant; without either an office route is 400', async () => {
    // fetch does not let us choose the Host, so the raw form of it.
    const get = (host: string, headers: Record<string, string> = {}) =>
      new Promise<{ status: number; body: string }>((resolve, reject) => {
        const call = request(
          { host: '127.0.0.1', port: running.port, path: '/api/v1/office', headers: { host, ...headers } },
          (response) => {
            let body = '';
            response.setEncoding('utf8').on('data', (text: string) => {
              body += text;
            });
            response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
          },
        );
        call.on('error', reject);
        call.end();
      });
    const sumedang = await get(`sumedang.localhost:${running.port}`);
    expect(sumedang.status).toBe(200);
    expect(sumedang.body).toContain('Sumedang');
    expect((await get(`sumedang.localhost:${running.port}`, { 'x-tenant': 'lebak' })).body).toContain(
      'tenant_conflict',
    );
    expect((await get(`localhost:${running.port}`, { 'x-tenant': 'lebak' })).body).toContain('Lebak');
    expect((await get(`atlantis.localhost:${running.port}`)).body).toContain('tenant_unknown');
    expect((await client.nobody('GET', '/letters')).body).toMatchObject({ code: 'tenant_required' });
  });
});

describe('lists', () => {
  test('are pages, newest first, whose cursor leads through everything once', async () => {
    const all = await done(staf()<Page<Letter & { createdAt: string }>>('GET', '/letters?limit=100'));
    expect(all.nextCursor).toBeNull();
    expect(all.items.length).toBeGreaterThan(3);
    for (const item of all.items) {
      expect(item.id).toMatch(uuidV7);
      expect(item).toMatchObject({ subject: expect.any(String), state: expect.any(String) });
      expect(new Date(item.createdAt).toISOString()).toBe(item.createdAt);
    }
    const walked: string[] = [];
    let cursor: string | null = null;
    do {
      const from: string = cursor === null ? '' : `&cursor=${cursor}`;
      const page: Page<Letter> = await done(staf()<Page<Letter>>('GET', `/letters?limit=2${from}`));
      expect(page.items.length).toBeLessThanOrEqual(2);
      walked.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(walked).toEqual(all.items.map((item) => item.id));
  });

  test.each([
    ['staf', '/letters?box=todo'],
    ['staf', '/letters?box=draft'],
    ['staf', '/templates'],
    ['admin', '/catalogue'],
    ['admin', '/agreements'],
    ['admin', '/people'],
    ['admin', '/reports'],
    ['sekda', '/dispositions?box=inbox'],
    ['staf', '/notices'],
  ])('%s %s', async (username, path) => {
    const page = await done(client.as(`sumedang/${username}`)('GET', path));
    expect(page).toMatchObject({ items: expect.any(Array) });
    expect(page).toHaveProperty('nextCursor');
  });

  test('the directory names units, positions, people and the other regencies', async () => {
    for (const kind of ['unit', 'position', 'person']) {
      const { items } = await done(staf()<{ items: object[] }>('GET', `/directory?kind=${kind}&q=`));
      expect(items[0]).toMatchObject({ kind, id: expect.stringMatching(uuidV7), name: expect.any(String) });
    }
    const { items } = await done(staf()<{ items: { id: string }[] }>('GET', '/directory?kind=tenant&q='));
    expect(items.map((item) => item.id).sort()).toEqual(['lebak', 'sukabumi']);
  });
});

describe('versions and idempotency', () => {
  test('an act on a stale version is 409 and says which is current', async () => {
    const letter = await done(staf()<Letter>('POST', '/letters', draft('Nota versi')));
    const edited = await done(
      staf()<Letter>('PATCH', `/letters/${letter.id}`, { subject: 'Nota versi dua', version: letter.version }),
    );
    const stale = await staf()('PATCH', `/letters/${letter.id}`, { subject: 'Kalah cepat', version: letter.version });
    expect(stale).toMatchObject({ status: 409, body: { code: 'stale_version' } });
    expect(stale.body).toMatchObject({ version: edited.version });
    expect((await done(staf()<Letter>('GET', `/letters/${letter.id}`))).subject).toBe('Nota versi dua');
  });

  test('the same key and body gives the same answer, another body 422, another person their own', async () => {
    const key = { 'idempotency-key': 'kunci-1' };
    const first = await staf()<Letter>('POST', '/letters', draft('Nota sekali'), key);
    const again = await staf()<Letter>('POST', '/letters', draft('Nota sekali'), key);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    const other = await staf()('POST', '/letters', draft('Nota lain'), key);
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_mismatch' } });
    for (const who of ['sumedang/kabid', 'lebak/staf']) {
      const theirs = await client.as(who)<Letter>('POST', '/letters', { ...draft('Nota sekali'), recipients: [] }, key);
      expect(theirs.status).toBe(201);
      expect(theirs.body.id).not.toBe(first.body.id);
    }
  });

  test('the same request ten times at once makes one letter', async () => {
    const key = { 'idempotency-key': 'kunci-serentak' };
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => staf()<Letter>('POST', '/letters', draft('Nota serentak'), key)),
    );
    const ids = new Set(replies.filter((reply) => reply.status === 201).map((reply) => reply.body.id));
    expect(ids.size).toBe(1);
    expect(replies.every((reply) => reply.status === 201 || reply.status === 409)).toBe(true);
    const { items } = await done(staf()<Page<Letter>>('GET', '/letters?box=draft&limit=100'));
    expect(items.filter((item) => item.subject === 'Nota serentak')).toHaveLength(1);
  });
});

describe('sessions', () => {
  const login = (headers: Record<string, string> = {}) =>
    client.at('sumedang')<{ accessToken: string; expiresIn: number }>(
      'POST',
      '/auth/login',
      { username: 'kabid', password: demoPassword },
      headers,
    );
  const cookieOf = (headers: Headers) => headers.getSetCookie()[0]?.split(';')[0] ?? '';

  test('the refresh token is in an httpOnly, host-only, same-site cookie bound to the regency', async () => {
    const reply = await login();
    expect(reply.body).toMatchObject({ expiresIn: expect.any(Number), user: { roles: ['kabid'] } });
    const [cookie = ''] = reply.headers.getSetCookie();
    expect(cookie).toMatch(/^madangan-sumedang=/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Strict/i);
    expect(cookie).not.toMatch(/Domain=/i);
    expect(JSON.stringify(reply.body)).not.toContain(cookie.split(';')[0]?.split('=')[1]);
  });

  test('it rotates, is of no use at another regency or from another origin, and ends with the session', async () => {
    const cookie = cookieOf((await login()).headers);
    const refresh = (slug: string, headers: Record<string, string>) =>
      client.at(slug)<{ accessToken: string }>('POST', '/auth/refresh', undefined, headers);
    expect((await refresh('lebak', { cookie: cookie.replace('sumedang', 'lebak') })).status).toBe(401);
    expect((await refresh('sumedang', { cookie, origin: 'http://lebak.localhost:1' })).status).toBe(403);
    const renewed = await refresh('sumedang', { cookie });
    expect(renewed.status).toBe(200);
    const next = cookieOf(renewed.headers);
    expect(next).not.toBe(cookie);
    const out = await client.at('sumedang')('POST', '/auth/logout', undefined, { cookie: next });
    expect(out.status).toBe(204);
    expect((await refresh('sumedang', { cookie: next })).status).toBe(401);
    const dead = await client.at('sumedang')('GET', '/me', undefined, {
      authorization: `Bearer ${renewed.body.accessToken}`,
    });
    expect(dead).toMatchObject({ status: 401, body: { code: 'session_ended' } });
  });

  test('a wrong password says no more than that, for known and unknown names alike', async () => {
    const wrong = (username: string) =>
      client.at('sukabumi')('POST', '/auth/login', { username, password: 'salah-sama-sekali' });
    const [known, unknown] = [await wrong('kadis'), await wrong('siapa')];
    expect(known.status).toBe(401);
    expect(unknown.body).toEqual(known.body);
  });
});

describe('the example session of docs/api.md', () => {
  test.skipIf(!requireTool('curl'))('runs as it stands (curl)', () => {
    const page = readFileSync(join(projectRoot, 'docs/api.md'), 'utf8');
    const script = page.match(/```sh\n([\s\S]+?)```/)?.[1] ?? 'exit 1';
    const folder = mkdtempSync(join(tmpdir(), 'madangan-curl-'));
    try {
      const output = execFileSync('bash', ['-euo', 'pipefail', '-c', script], {
        cwd: folder,
        env: { ...process.env, BASE: running.url, PASSWORD: demoPassword },
        encoding: 'utf8',
      });
      const [submitted, signed, number, byCode, byFile, sent] = output.trim().split('\n');
      expect([submitted, signed, byCode, byFile, sent]).toEqual([
        'awaiting_signature',
        'signed',
        'true',
        'true',
        'sent',
      ]);
      expect(number).toMatch(/\d/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('what operators and integrators read', () => {
  test('liveness, readiness and metrics', async () => {
    for (const path of ['/healthz', '/readyz']) expect((await fetch(running.url + path)).status).toBe(200);
    const metrics = await (await fetch(`${running.url}/metrics`)).text();
    expect(metrics).toContain('http_request_duration_seconds');
    expect(metrics).not.toMatch(/eyJ/);
  });

  test('the OpenAPI 3.1 document says which routes are public', async () => {
    const document = (await (await fetch(`${running.url}/api/openapi.json`)).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { security?: object[] }>>;
    };
    expect(document.openapi).toMatch(/^3\.1\./);
    const open = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, operation]) => JSON.stringify(operation.security) === '[]')
        .map(([method]) => `${method} ${path}`),
    );
    expect(open.sort()).toEqual([
      'get /api/v1/calendars/{token}',
      'get /api/v1/check-ins/{code}',
      'get /api/v1/office',
      'get /api/v1/offices',
      'get /api/v1/regions',
      'get /api/v1/signups/{token}',
      'get /api/v1/verify/{code}',
      'post /api/v1/auth/activate',
      'post /api/v1/auth/login',
      'post /api/v1/auth/logout',
      'post /api/v1/auth/refresh',
      'post /api/v1/check-ins/{code}',
      'post /api/v1/platform/auth/login',
      'post /api/v1/platform/auth/logout',
      'post /api/v1/platform/auth/refresh',
      'post /api/v1/signups',
      'post /api/v1/verify',
    ]);
    expect((await fetch(`${running.url}/api/docs`)).status).toBe(200);
  });
});
