import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The user that the server runs as, when that is not us. */
export type SystemUser = { uid: number; gid: number };

const userName = 'madangan-pg';

/**
 * PostgreSQL refuses to run as root. Under root it runs as a system user that is made at the first start; otherwise as
 * ourselves (undefined).
 */
export function databaseUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const found = lookUp();
  if (found !== undefined) return found;
  const attempts = [
    ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', userName],
    ['adduser', '-S', '-D', '-H', userName], // busybox, in Alpine
  ];
  for (const [command = '', ...args] of attempts) {
    spawnSync(command, args, { stdio: 'ignore' });
    const made = lookUp();
    if (made !== undefined) return made;
  }
  throw new Error(
    `PostgreSQL does not run as root, and no system user ${userName} could be made; start as another user`,
  );
}

function lookUp(): SystemUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${userName}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

/** Gives a folder and everything in it to `user`, unless the folder is theirs already. */
export function giveTo(user: SystemUser, folder: string): void {
  if (statSync(folder).uid === user.uid) return;
  const visit = (path: string) => {
    if (statSync(path).isDirectory()) for (const name of readdirSync(path)) visit(join(path, name));
    chownSync(path, user.uid, user.gid);
  };
  visit(folder);
}

/** Lets `user`, and nobody else, pass through a folder of our own. */
export function shareWith(user: SystemUser, folder: string): void {
  const { uid, gid, mode } = statSync(folder);
  if (gid === user.gid && (mode & 0o010) !== 0) return;
  chownSync(folder, uid, user.gid);
  chmodSync(folder, (mode & 0o707) | 0o010);
}

/**
 * Lets `user` pass through the folders above `path` (not list them): by an access control list for that user alone
 * where the file system has them, else by the right for others.
 * @returns the folders whose rights were changed, to be said in the log.
 */
export function openPathTo(user: SystemUser, path: string): string[] {
  const changed: string[] = [];
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const passes = uid === user.uid || (mode & (gid === user.gid ? 0o010 : 0o001)) !== 0;
    if (passes || hasEntry(user, folder)) continue;
    try {
      execFileSync('setfacl', ['-m', `u:${user.uid}:--x`, folder], { stdio: 'ignore' });
    } catch {
      chmodSync(folder, mode | 0o001);
    }
    changed.push(folder);
  }
  return changed;
}

function hasEntry(user: SystemUser, folder: string): boolean {
  const listed = spawnSync('getfacl', ['-n', '-p', folder], { encoding: 'utf8' });
  return listed.status === 0 && new RegExp(`^user:${user.uid}:..x`, 'm').test(listed.stdout);
}
