import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../src/core/paths.ts';

const password = 'bench-only-password';

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A whole Madangan of its own: database, API and worker from the built bundle, with demo data. */
export interface BenchInstallation {
  url: string;
  dataDir: string;
  password: string;
  /** Calls the API; `who` is `slug/username`, `superadmin` or null for nobody. */
  call<T>(who: string | null, method: string, path: string, body?: unknown): Promise<T>;
  token(who: string): Promise<string>;
  stop(): Promise<void>;
}

async function waitFor(child: ChildProcess, url: string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const ready = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export async function startBenchInstallation(): Promise<BenchInstallation> {
  const dataDir = mkdtempSync(join(tmpdir(), 'madangan-bench-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, [join(projectRoot, 'server/dist/all.mjs')], {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: String(port),
      DEMO: '1',
      DEMO_PASSWORD: password,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await waitFor(child, url);
  const tokens = new Map<string, string>();

  async function token(who: string): Promise<string> {
    const known = tokens.get(who);
    if (known) return known;
    const [slug, username] = who === 'superadmin' ? [null, 'superadmin'] : who.split('/');
    const response = await fetch(`${url}/api/v1/${slug === null ? 'platform/' : ''}auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(slug ? { 'x-tenant': slug } : {}) },
      body: JSON.stringify({ username, password }),
    });
    if (!response.ok) throw new Error(`${who} cannot sign in: ${await response.text()}`);
    const { accessToken } = (await response.json()) as { accessToken: string };
    tokens.set(who, accessToken);
    return accessToken;
  }

  return {
    url,
    dataDir,
    password,
    token,
    async call<T>(who: string | null, method: string, path: string, body?: unknown) {
      const slug = who?.includes('/') ? who.split('/')[0] : undefined;
      const response = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(who === null ? {} : { authorization: `Bearer ${await token(who)}` }),
          ...(slug ? { 'x-tenant': slug } : {}),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
      return (text === '' ? null : JSON.parse(text)) as T;
    },
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
