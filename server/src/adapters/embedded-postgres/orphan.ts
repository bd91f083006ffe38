import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processBirth } from './data-lock.ts';

/** What PostgreSQL writes about itself into its data directory. */
export type PostmasterFile = { pid: number; port: number; ready: boolean };

export function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  const path = join(cluster, 'postmaster.pid');
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return ''; // it has ended
  }
}

/**
 * Ends the server that a killed process left running on this cluster, and waits for it: its fast shutdown writes a
 * checkpoint, so the next start has nothing to recover. A file whose process is another program is removed, which
 * PostgreSQL itself would not dare to.
 */
export async function endOrphan(cluster: string): Promise<boolean> {
  const file = readPostmasterFile(cluster);
  if (file === undefined) return false;
  if (!Number.isInteger(file.pid) || file.pid <= 1 || !commandOf(file.pid).includes(cluster)) {
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
    return false;
  }
  await endProcess(file.pid);
  return true;
}

/** Fast shutdown; after `patienceMs` the immediate one, from which the next start recovers. */
export async function endProcess(pid: number, patienceMs = 20_000): Promise<void> {
  signal(pid, 'SIGINT');
  for (let waited = 0; processBirth(pid) !== undefined; waited += 20) {
    if (waited === patienceMs) signal(pid, 'SIGQUIT');
    if (waited >= patienceMs + 10_000) throw new Error(`PostgreSQL (process ${pid}) does not end`);
    await sleep(20);
  }
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
