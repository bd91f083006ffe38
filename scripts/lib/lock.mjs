import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './root.mjs';

// A live holder touches its lock every second, so that a lock left by a kill -9 is told from one in use
// without asking for process ids, which mean nothing across containers that share the folder.
const beatMs = 1_000;
const staleMs = 8_000;
const settleMs = 300;

const errorCode = (error) => (error instanceof Error && 'code' in error ? error.code : undefined);

function readOrNull(file) {
  try {
    return { owner: readFileSync(file, 'utf8'), touchedMs: statSync(file).mtimeMs };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function createExclusively(file, owner) {
  try {
    writeFileSync(file, owner, { flag: 'wx' });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Replaces a lock whose holder is gone; of several that try at once the last to write holds it. */
async function takeOver(file, owner) {
  const mine = `${file}.${owner}`;
  writeFileSync(mine, owner);
  renameSync(mine, file);
  await sleep(settleMs);
  return readOrNull(file)?.owner === owner;
}

async function acquire(file, owner) {
  for (;;) {
    if (createExclusively(file, owner)) return;
    const current = readOrNull(file);
    if (current && Date.now() - current.touchedMs > staleMs && (await takeOver(file, owner))) return;
    await sleep(100);
  }
}

/**
 * Runs `work` while no other process of this checkout runs work under the same name; waits for its turn.
 * @param {string} name
 * @param {() => Promise<void>} work
 */
export async function withLock(name, work) {
  const folder = join(root, '.cache');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.lock`);
  const owner = `${process.pid}-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
  await acquire(file, owner);
  const beat = setInterval(() => utimesSync(file, new Date(), new Date()), beatMs);
  beat.unref();
  const release = () => {
    clearInterval(beat);
    if (readOrNull(file)?.owner === owner) rmSync(file, { force: true });
  };
  // process.exit within `work` must not leave the next start waiting.
  process.once('exit', release);
  try {
    await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}
