import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Another process works on this data directory. The message is the one line to show. */
export class DataDirectoryInUseError extends Error {
  override name = 'DataDirectoryInUseError';
}

/**
 * When a process began, in a form that another process of the same number does not share; undefined if there is none.
 */
export function processBirth(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM means that it lives and belongs to somebody else.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return undefined;
  }
  try {
    if (process.platform === 'linux') {
      // Field 22, counted after the name in parentheses, which may hold spaces; 3 is the state (Z: ended, not reaped).
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      return fields[0] === 'Z' ? undefined : (fields[19] ?? 'unknown');
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

/**
 * Takes the data directory for this process, until `release` or the process's end, kill -9 included: the file names
 * process and birth, so that a later start sees that its owner is gone.
 * @throws DataDirectoryInUseError
 */
export function lockDataDirectory(dataDirectory: string): { release(): void } {
  const path = join(dataDirectory, 'madangan.lock');
  const mine = `${process.pid} ${processBirth(process.pid)}\n`;
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      if (link(draft, path)) return { release: () => release(path, mine) };
      const theirs = readOrEmpty(path);
      const [pid = '0', ...birth] = theirs.trim().split(' ');
      if (theirs !== '' && processBirth(Number(pid)) === birth.join(' ')) {
        throw new DataDirectoryInUseError(
          `${dataDirectory} is in use by process ${pid}; stop it or set another DATA_DIR`,
        );
      }
      takeAway(path, theirs);
    }
    throw new DataDirectoryInUseError(`${dataDirectory} is being taken by other processes; try again`);
  } finally {
    rmSync(draft, { force: true });
  }
}

// A link appears whole or not at all, and fails if the name is taken.
function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // released this moment
  }
}

// Moved aside before it is removed: of two starts that find the same dead owner, one moves the dead owner's file; the
// other might move the first one's new file, sees that by its content, and puts it back.
function takeAway(path: string, expected: string): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return; // taken away by another start
  }
  if (readOrEmpty(aside) !== expected) link(aside, path);
  rmSync(aside, { force: true });
}

function release(path: string, mine: string): void {
  if (readOrEmpty(path) === mine) rmSync(path, { force: true });
}
