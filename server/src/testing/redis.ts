import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

export type TestRedis = {
  /** For REDIS_URL. */
  url: string;
  /** Ends it at once, as a crash would, without saving. */
  stop(): Promise<void>;
};

/**
 * A Redis of one's own on a free port of this machine, empty, keeping nothing on disk. Guard the tests that use it:
 * `describe.skipIf(!requireTool('redis-server'))(…)`. Stop it in `afterAll`.
 * @throws when redis-server is missing or does not start
 */
export async function startRedis(): Promise<TestRedis> {
  const port = await findFreePort();
  const folder = mkdtempSync(join(tmpdir(), 'madangan-redis-'));
  const options = ['--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'];
  // BullMQ loses jobs where Redis may throw keys away, and warns unless told otherwise.
  const child = spawn('redis-server', ['--port', String(port), ...options, '--maxmemory-policy', 'noeviction'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const ready = new Promise<void>((resolve, reject) => {
    const said: string[] = [];
    child.once('error', reject);
    child.once('close', () => reject(new Error(`redis-server ended:\n${said.join('\n')}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line);
      if (line.includes('Ready to accept connections')) resolve();
    });
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await closed;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await ready;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return { url: `redis://127.0.0.1:${port}`, stop };
}
