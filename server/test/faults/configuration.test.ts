import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';
import {
  type Client,
  createClient,
  demoPassword,
  freePort,
  newDataDir,
  type RunningInstallation,
  startProcess,
  startRunning,
} from '../running-installation.ts';
import { done, type Letter, type Page, paragraph } from '../story/office.ts';

/** Starts with one thing wrong and gives what was said; the process must end by itself. */
async function startWrongly(env: Record<string, string>) {
  const started = startProcess({ DEMO: '1', DEMO_PASSWORD: demoPassword, ...env });
  const code = await started.ended;
  return { code, lines: started.stderr().trim().split('\n'), stdout: started.stdout() };
}

const isListening = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/healthz`).then(
    () => true,
    () => false,
  );

describe('a wrong start says so in one line, ends with 1 and starts nothing', () => {
  let port: number;
  let taken: Server | undefined;
  beforeAll(async () => {
    port = await freePort();
  });
  afterEach(() => {
    taken?.close();
    taken = undefined;
  });

  async function expectRefusal(env: Record<string, string>, line: RegExp) {
    const dataDir = newDataDir();
    try {
      const { code, lines, stdout } = await startWrongly({ DATA_DIR: dataDir, PORT: String(port), ...env });
      expect(lines, stdout).toHaveLength(1);
      expect(lines[0]).toMatch(line);
      expect(code).toBe(1);
      expect(stdout).not.toContain('siap');
      expect(await isListening(port)).toBe(false);
      expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  }

  test.each([
    ['PORT', { PORT: 'abc' }, /^PORT .*1 to 65535/],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://madangan.example/kantor' }, /^PUBLIC_URL .*without a path/],
    ['MASTER_KEY', { MASTER_KEY: 'abc' }, /^MASTER_KEY .*32 bytes/],
    ['HOST', { HOST: '192.0.2.1' }, /^HOST 192\.0\.2\.1 /],
  ] as const)('%s', (_, env, line) => expectRefusal({ ...env }, line));

  test('the port is taken', async () => {
    taken = createServer();
    await new Promise<void>((resolve) => taken?.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    await expectRefusal({ PORT: String(address.port) }, new RegExp(`^PORT ${address.port} is taken`));
  });

  test('the database does not answer', async () => {
    const closed = await freePort();
    const at = (login: string) => `postgres://${login}:rahasia@127.0.0.1:${closed}/madangan`;
    await expectRefusal(
      { DATABASE_URL: at('control'), MIGRATOR_URL: at('migrator') },
      /^The database does not answer: check DATABASE_URL and MIGRATOR_URL/,
    );
  });

  test('DATA_DIR is a file, or below one', async () => {
    const folder = newDataDir();
    const file = join(folder, 'berkas');
    writeFileSync(file, '');
    for (const wrong of [file, join(file, 'di-bawah')]) {
      await expectRefusal({ DATA_DIR: wrong }, /^DATA_DIR .* is not usable/);
    }
    rmSync(folder, { recursive: true });
  });

  test('DATA_DIR holds demo data and DEMO=0', async () => {
    const folder = newDataDir();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'demo-password'), `${demoPassword}\n`);
    await expectRefusal({ DATA_DIR: folder, DEMO: '0' }, /^DEMO .*demo data/);
    expect(readdirSync(folder)).not.toContain('postgres');
    rmSync(folder, { recursive: true });
  });
});

test.each([
  ['PORT out of range', { PORT: '70000' }, /^PORT /],
  ['PUBLIC_URL of another kind', { PUBLIC_URL: 'ftp://madangan.example' }, /^PUBLIC_URL /],
  ['MASTER_KEY_FILE that is not there', { MASTER_KEY_FILE: '/tidak/ada' }, /^MASTER_KEY_FILE /],
  ['no MASTER_KEY in production', { NODE_ENV: 'production' }, /^MASTER_KEY or MASTER_KEY_FILE is required/],
  ['DATABASE_URL of another kind', { DATABASE_URL: 'mysql://localhost/madangan' }, /^DATABASE_URL /],
  ['MIGRATOR_URL of another kind', { MIGRATOR_URL: 'localhost' }, /^MIGRATOR_URL /],
  ['REDIS_URL', { REDIS_URL: 'localhost:6379' }, /^REDIS_URL /],
  ['STORAGE_URL', { STORAGE_URL: 'gopher://x' }, /^STORAGE_URL /],
  ['SMTP_URL', { SMTP_URL: 'surat' }, /^SMTP_URL /],
  ['DEMO', { DEMO: 'ya' }, /^DEMO .*0 or 1/],
  ['DEMO_PASSWORD too short', { DEMO_PASSWORD: 'pendek' }, /^DEMO_PASSWORD /],
  ['METRICS_TOKEN too short', { METRICS_TOKEN: 'pendek' }, /^METRICS_TOKEN /],
  ['LOG_LEVEL', { LOG_LEVEL: 'keras' }, /^LOG_LEVEL /],
])('one line says what is wrong with %s', (_, env, line) => {
  expect(() => readConfig(env)).toThrow(ConfigError);
  expect(() => readConfig(env)).toThrow(line);
});

describe('given a running installation', () => {
  let running: RunningInstallation;
  let client: Client;
  beforeAll(async () => {
    running = await startRunning();
    client = createClient(running.url);
  });
  afterAll(() => running?.stop());

  const note = (subject: string) => ({
    type: 'nota_dinas',
    subject,
    body: paragraph('Isi.'),
    recipients: [{ kind: 'tenant', slug: 'lebak' }],
    classification: '000.1.5',
    secrecy: 'biasa',
    urgency: 'biasa',
  });
  const staf = () => client.as('sumedang/staf');
  const letters = async () => (await done(staf()<Page<Letter>>('GET', '/letters?limit=100'))).items;

  test('a second start on its DATA_DIR ends with one line, and the first goes on', async () => {
    const { code, lines } = await startWrongly({ DATA_DIR: running.dataDir, PORT: String(await freePort()) });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/in use by process \d+.*DATA_DIR/);
    expect(code).toBe(1);
    expect((await fetch(`${running.url}/readyz`)).status).toBe(200);
    expect((await letters()).length).toBeGreaterThan(0);
  });

  test('a start with DEMO=0 on its demo data ends with one line', async () => {
    const { code, lines } = await startWrongly({
      DATA_DIR: running.dataDir,
      PORT: String(await freePort()),
      DEMO: '0',
      DEMO_PASSWORD: '',
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^DEMO /);
    expect(code).toBe(1);
  });

  test('malformed, oversized and strange bodies change nothing', async () => {
    const before = (await letters()).length;
    const cases = [
      ['{"subject": ', {}, 400, 'malformed_json'],
      ['', {}, 400, 'malformed_json'],
      [JSON.stringify({ ...note('x'), subject: 'x'.repeat(3 * 1024 * 1024) }), {}, 413, 'payload_too_large'],
      ['subject=x', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'unsupported_media_type'],
      [
        JSON.stringify({ ...note('x'), body: { type: 'doc', content: [{ type: 'script' }] } }),
        {},
        400,
        'invalid_input',
      ],
      [`{"__proto__": {"admin": true}, "subject": "x"}`, {}, 400, 'malformed_json'],
    ] as const;
    for (const [body, headers, status, code] of cases) {
      const reply = await staf()('POST', '/letters', body, headers);
      expect(reply, body.slice(0, 60)).toMatchObject({ status, body: { code } });
      expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    }
    expect((await letters()).length).toBe(before);
  });

  test('an upload that is no scan, whatever it calls itself, is refused', async () => {
    const form = new FormData();
    form.append('letter', JSON.stringify({ senderName: 'Uji', subject: 'Uji' }));
    form.append('file', new Blob(['<script>alert(1)</script>'], { type: 'application/pdf' }), 'surat.pdf');
    const reply = await client.as('sumedang/tu')('POST', '/incoming-letters', form);
    expect(reply).toMatchObject({
      status: expect.toSatisfy((s: number) => s >= 400 && s < 500),
      body: { code: 'invalid_file' },
    });
  });

  test('unknown regencies, made-up and foreign tokens', async () => {
    const me = (slug: string, authorization: string) => client.at(slug)('GET', '/me', undefined, { authorization });
    const login = await done(
      client.at('sumedang')<{ accessToken: string }>('POST', '/auth/login', { username: 'tu', password: demoPassword }),
    );
    const bearer = `Bearer ${login.accessToken}`;
    expect(await me('atlantis', bearer)).toMatchObject({ status: 404, body: { code: 'tenant_unknown' } });
    expect(await me("x' or 1=1", bearer)).toMatchObject({ status: 404, body: { code: 'tenant_unknown' } });
    expect(await me('lebak', bearer)).toMatchObject({ status: 401, body: { code: 'foreign_token' } });
    expect(await me('sumedang', 'Bearer salah')).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    const [head, payload] = login.accessToken.split('.');
    const unsigned = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${payload}.`;
    expect(await me('sumedang', `Bearer ${unsigned}`)).toMatchObject({ status: 401 });
    expect(await me('sumedang', `Bearer ${head}.${payload}.AAAA`)).toMatchObject({ status: 401 });
    expect((await me('sumedang', bearer)).status).toBe(200);
  });

  test('kill -9 of everything, and the next start is ready with all that was there', async () => {
    const made = await done(staf()<Letter>('POST', '/letters', note('Nota sebelum listrik padam')));
    const before = (await letters()).map(({ id, state, version }) => ({ id, state, version }));
    const { dataDir } = running;
    await running.kill();
    expect(await isListening(running.port)).toBe(false);
    running = await startRunning({ dataDir });
    client = createClient(running.url);
    const after = (await letters()).map(({ id, state, version }) => ({ id, state, version }));
    expect(after).toEqual(before);
    expect(after.map((letter) => letter.id)).toContain(made.id);
    // Generous, for a machine that runs other tests beside; the benchmark says what it is on a quiet one.
    expect(running.readyAfterMs).toBeLessThan(30_000);
  });

  test('kill -9 while letters are being signed: the next start ends each of them exactly once', async () => {
    const sekda = await done(client.as('sumedang/sekda')<{ positionId: string }>('GET', '/me'));
    const ids: string[] = [];
    for (let each = 0; each < 6; each++) {
      const { id } = await done(staf()<Letter>('POST', '/letters', note(`Nota serentak ${each}`)));
      await done(staf()('POST', `/letters/${id}/submit`, { approvers: [], signer: sekda.positionId }));
      ids.push(id);
    }
    await done(client.as('sumedang/sekda')('POST', '/letters/sign', { ids, passphrase: demoPassword }));
    await running.kill();
    running = await startRunning({ dataDir: running.dataDir });
    client = createClient(running.url);
    const call = client.as('sumedang/sekda');
    // A passphrase outlives no process: what was left is finished by entering it once more.
    for (const id of ids) {
      const { state } = await done(call<Letter>('GET', `/letters/${id}`));
      if (state === 'signed') continue;
      await expect
        .poll(async () => (await call('POST', `/letters/${id}/sign`, { passphrase: demoPassword })).status, {
          timeout: 60_000,
          interval: 500,
        })
        .toBeLessThan(300);
    }
    const signed = await Promise.all(ids.map((id) => done(call<Letter>('GET', `/letters/${id}`))));
    expect(signed.map((letter) => letter.state)).toEqual(ids.map(() => 'signed'));
    expect(new Set(signed.map((letter) => letter.number)).size).toBe(ids.length);
  }, 120_000);
});
