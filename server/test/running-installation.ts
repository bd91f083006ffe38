import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../src/core/paths.ts';

/** Password of every demo account and passphrase of every demo signer in these tests. */
export const demoPassword = 'cerita-31-mei-2022';

/** The bundle that `npm start` runs; `npm test` builds it first. */
const bundle = join(projectRoot, 'server/dist/all.mjs');

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

export const newDataDir = (): string => mkdtempSync(join(tmpdir(), 'madangan-story-'));

/** A started process: what it printed, and how it ends. */
type Started = {
  child: ChildProcess;
  /** Resolves with the exit code once it has ended and everything it printed is known; null after a signal. */
  ended: Promise<number | null>;
  stdout(): string;
  stderr(): string;
};

/** Starts the real process with nothing in its environment but what is given (and what Node itself needs). */
export function startProcess(env: Record<string, string>): Started {
  if (!existsSync(bundle))
    throw new Error('server/dist is not built: run `npm test`, or `node scripts/start.mjs build`');
  const inherited = Object.fromEntries(
    ['PATH', 'HOME', 'TMPDIR', 'LANG'].flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  );
  const child = spawn(process.execPath, [bundle], {
    env: { ...inherited, LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, ended, stdout: () => stdout, stderr: () => stderr };
}

export type Reply<T> = { status: number; body: T; bytes: Buffer; headers: Headers };

export type RunningInstallation = Started & {
  url: string;
  port: number;
  dataDir: string;
  /** Milliseconds from the start of the process until /readyz said yes. */
  readyAfterMs: number;
  /** Sends SIGTERM and waits; the data directory stays unless `remove`. */
  stop(options?: { remove?: boolean }): Promise<void>;
  /** As by kill -9. */
  kill(): Promise<void>;
};

/** Starts a whole Madangan of its own on the embedded database with demo data, and waits until it is ready. */
export async function startRunning(
  options: { dataDir?: string; env?: Record<string, string>; readyWithinMs?: number } = {},
): Promise<RunningInstallation> {
  const dataDir = options.dataDir ?? newDataDir();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const begun = performance.now();
  const started = startProcess({
    DATA_DIR: dataDir,
    PORT: String(port),
    DEMO: '1',
    DEMO_PASSWORD: demoPassword,
    ...options.env,
  });
  const limit = options.readyWithinMs ?? 60_000;
  for (;;) {
    if (started.child.exitCode !== null) throw new Error(`it ended early: ${started.stderr()}${started.stdout()}`);
    const ready = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) break;
    if (performance.now() - begun > limit) {
      started.child.kill('SIGKILL');
      throw new Error(`not ready within ${limit} ms: ${started.stderr()}${started.stdout()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const readyAfterMs = performance.now() - begun;
  return {
    ...started,
    url,
    port,
    dataDir,
    readyAfterMs,
    async stop({ remove = true } = {}) {
      started.child.kill('SIGTERM');
      await started.ended;
      if (remove) rmSync(dataDir, { recursive: true, force: true });
    },
    async kill() {
      started.child.kill('SIGKILL');
      await once(started.child, 'exit');
    },
  };
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Call = <T = Record<string, unknown>>(
  method: Method,
  path: string,
  body?: object | FormData | string,
  headers?: Record<string, string>,
) => Promise<Reply<T>>;

/** Calls below /api/v1 of one running installation, as people of a regency, as the superadmin or as nobody. */
export function createClient(url: string) {
  const tokens = new Map<string, Promise<string>>();

  const send =
    (headers: () => Promise<Record<string, string>>): Call =>
    async <T>(method: Method, path: string, body?: object | FormData | string, extra: Record<string, string> = {}) => {
      const isJson = body !== undefined && !(body instanceof FormData);
      const response = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: { ...(isJson ? { 'content-type': 'application/json' } : {}), ...(await headers()), ...extra },
        ...(body === undefined
          ? {}
          : { body: body instanceof FormData || typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const bytes = Buffer.from(await response.arrayBuffer());
      const answersJson = (response.headers.get('content-type') ?? '').includes('json') && bytes.length > 0;
      return {
        status: response.status,
        body: (answersJson ? JSON.parse(bytes.toString('utf8')) : null) as T,
        bytes,
        headers: response.headers,
      };
    };

  const nobody = send(async () => ({}));
  const at = (slug: string) => send(async () => ({ 'x-tenant': slug }));

  async function login(who: string, password: string): Promise<string> {
    const [slug, username] = who.split('/');
    const path = username === undefined ? '/platform/auth/login' : '/auth/login';
    const caller = username === undefined || slug === undefined ? nobody : at(slug);
    const reply = await caller<{ accessToken: string }>('POST', path, { username: username ?? who, password });
    if (reply.status !== 200) throw new Error(`${who} cannot sign in: ${JSON.stringify(reply.body)}`);
    return reply.body.accessToken;
  }

  /** @param who `slug/username`, or `superadmin` */
  function as(who: string, password = demoPassword): Call {
    const slug = who.includes('/') ? who.split('/')[0] : undefined;
    return send(async () => {
      const token = tokens.get(who) ?? login(who, password);
      tokens.set(who, token);
      return { authorization: `Bearer ${await token}`, ...(slug === undefined ? {} : { 'x-tenant': slug }) };
    });
  }

  return { nobody, at, as };
}

export type Client = ReturnType<typeof createClient>;

/** Asks again every 100 ms until `check` gives something. @throws with `what` after the time is up */
export async function eventually<T>(
  check: () => Promise<T | null | undefined | false>,
  what: string,
  timeoutMs = 20_000,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const found = await check();
    if (found !== null && found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`still waiting for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
