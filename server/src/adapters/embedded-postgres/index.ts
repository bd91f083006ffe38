import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseAddress } from '../../core/db/client.ts';
import { findBinaries } from './binaries.ts';
import { databaseName } from './bootstrap.ts';
import { lockDataDirectory } from './data-lock.ts';
import { endOrphan, endProcess, readPostmasterFile } from './orphan.ts';
import { databaseUser, giveTo, openPathTo, type SystemUser, shareWith } from './system-user.ts';

export { bootstrap } from './bootstrap.ts';
export { DataDirectoryInUseError } from './data-lock.ts';

export type EmbeddedOptions = {
  /** The installation's data directory; the server keeps to its subfolder `postgres`. */
  dataDirectory: string;
  /** PostgreSQL settings besides ours, e.g. `{ fsync: 'off' }` for tests. */
  settings?: Record<string, string>;
  /** Lines for the log, e.g. that an orphan was ended. */
  log?: (message: string) => void;
  /** initdb without fsync, for tests. */
  noSync?: boolean;
};

export type EmbeddedPostgres = {
  address: DatabaseAddress;
  /** For `bootstrap` and nothing else. */
  superuserUrl: string;
  /** Resolves when the server ends, asked to or not. */
  exited: Promise<void>;
  /** Fast shutdown; the data directory is free afterwards. Close pools first. */
  stop(): Promise<void>;
};

const superuser = 'postgres';
const host = '127.0.0.1';

const settings = {
  listen_addresses: host,
  // Nothing but the port: a socket file would need a folder of its own that users can write to.
  unix_socket_directories: '',
  max_connections: '1000',
  max_locks_per_transaction: '256',
  // After a crash with many regencies, fsync of every file takes 31 s, syncfs 1.
  recovery_init_sync_method: 'syncfs',
  max_wal_size: '2GB',
  jit: 'off',
  log_timezone: 'UTC',
  timezone: 'UTC',
  log_line_prefix: '%m [%p] %q%u ',
};

/**
 * Starts the PostgreSQL that comes by npm on this data directory, making the cluster at the first time. A server that
 * a killed process left behind is ended first.
 * @throws DataDirectoryInUseError if another process of ours works on it.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => undefined);
  mkdirSync(options.dataDirectory, { recursive: true, mode: 0o700 });
  const dataDirectory = realpathSync(options.dataDirectory);
  const lock = lockDataDirectory(dataDirectory);
  try {
    const folder = join(dataDirectory, 'postgres');
    const cluster = join(folder, 'cluster');
    const user = databaseUser();
    const binaries = findBinaries();
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (user !== undefined) {
      shareWith(user, dataDirectory);
      giveTo(user, folder);
      const opened = [cluster, binaries.postgres, realpathSync(binaries.postgres)].flatMap((path) =>
        openPathTo(user, path),
      );
      for (const path of opened) log(`Let the database's user pass through ${path}`);
    }
    if (!existsSync(cluster)) initialise(folder, cluster, binaries.initdb, user, options.noSync ?? false);
    else if (await endOrphan(cluster)) log('Ended the database server that a killed process had left running');

    const port = await choosePort(join(folder, 'port'));
    const started = await launch({
      folder,
      cluster,
      port,
      user,
      binary: binaries.postgres,
      settings: options.settings ?? {},
    });
    const password = readFileSync(passwordFile(folder), 'utf8').trim();
    return {
      address: { host, port, database: databaseName },
      superuserUrl: `postgres://${superuser}:${password}@${host}:${port}/${databaseName}`,
      exited: started.exited,
      async stop() {
        await started.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

const passwordFile = (folder: string) => join(folder, 'superuser-password');

function asUser(user: SystemUser | undefined, folder: string) {
  // Its own folder as working directory: ours may be closed to that user.
  return { ...(user ?? {}), cwd: folder, env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } };
}

/** Makes the cluster beside its place and moves it there at the end, so that a half-made one is never started. */
function initialise(
  folder: string,
  cluster: string,
  initdb: string,
  user: SystemUser | undefined,
  noSync: boolean,
): void {
  const draft = `${cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(passwordFile(folder), `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (user !== undefined) giveTo(user, passwordFile(folder));
  const made = spawnSync(
    initdb,
    [
      `--pgdata=${draft}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile(folder)}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(noSync ? ['--no-sync'] : []),
    ],
    { ...asUser(user, folder), encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
  renameSync(draft, cluster);
}

/** The port of the last start if it is free, else a free one, noted for the next start and for commands. */
async function choosePort(file: string): Promise<number> {
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const port = (await tryListen(last)) ?? (await tryListen(0));
  if (port === undefined) throw new Error('No free port on 127.0.0.1');
  if (port !== last) writeFileSync(file, `${port}\n`);
  return port;
}

function tryListen(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}

/** The port of the server that runs on a data directory, for commands that join it; undefined if none was started. */
export function embeddedAddress(dataDirectory: string): DatabaseAddress | undefined {
  const file = join(dataDirectory, 'postgres', 'port');
  return existsSync(file) ? { host, port: Number(readFileSync(file, 'utf8')), database: databaseName } : undefined;
}

type Launch = {
  folder: string;
  cluster: string;
  port: number;
  user: SystemUser | undefined;
  binary: string;
  settings: Record<string, string>;
};

async function launch({ folder, cluster, port, user, binary, settings: more }: Launch) {
  const logPath = join(folder, 'postgres.log');
  const output = openSync(logPath, 'a', 0o600);
  const flags = Object.entries({ ...settings, ...more }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(binary, ['-D', cluster, '-p', String(port), ...flags], {
    ...asUser(user, folder),
    // A group of its own: Ctrl-C reaches us alone, and we end it after our pools.
    detached: true,
    stdio: ['ignore', output, output],
  });
  let failure: Error | undefined;
  child.once('error', (error) => {
    failure = error;
  });
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const { pid } = child;
  // Whatever ends this process in an orderly way ends the server too; only kill -9 leaves an orphan.
  const onExit = () => void child.kill('SIGINT');
  process.once('exit', onExit);
  void exited.then(() => process.off('exit', onExit));

  const hasEnded = () => failure !== undefined || child.exitCode !== null || child.signalCode !== null;
  for (;;) {
    const file = readPostmasterFile(cluster);
    if (file?.ready && file.pid === pid) break;
    if (hasEnded() || pid === undefined) {
      const last = readFileSync(logPath, 'utf8').trim().split('\n').slice(-5).join('\n');
      throw new Error(`PostgreSQL did not start (${logPath}): ${failure?.message ?? last}`);
    }
    await sleep(10);
  }
  return {
    exited,
    async stop() {
      if (!hasEnded()) await endProcess(pid);
      await exited;
    },
  };
}
