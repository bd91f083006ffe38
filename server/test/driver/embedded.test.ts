import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { processBirth } from '../../src/adapters/embedded-postgres/data-lock.ts';
import { bootstrap, embeddedAddress, startEmbeddedPostgres } from '../../src/adapters/embedded-postgres/index.ts';
import { openClient, openUrl } from '../../src/core/db/client.ts';
import { projectRoot } from '../../src/core/paths.ts';
import { createSecrets } from '../../src/core/secrets/index.ts';
import { testSecrets } from '../../src/testing/database.ts';

describe('the embedded server', () => {
  let folder: string;
  let dataDirectory: string;
  const settings = { fsync: 'off', max_connections: '50' };
  const start = (log?: (message: string) => void) =>
    startEmbeddedPostgres({ dataDirectory, noSync: true, settings, ...(log === undefined ? {} : { log }) });

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'madangan-embedded-'));
    dataDirectory = join(folder, 'data');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function startChild(): Promise<{ child: ChildProcess; line: string }> {
    const script = join(projectRoot, 'server/test/driver/server-child.ts');
    const child = spawn(process.execPath, [join(projectRoot, 'node_modules/tsx/dist/cli.mjs'), script, dataDirectory], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (child.stdout === null) throw new Error('no output');
    const [line] = await once(createInterface(child.stdout), 'line');
    return { child, line: String(line) };
  }

  test('starts from nothing, keeps its port, and keeps its secrets to itself', async () => {
    const first = await start();
    const { port } = first.address;
    expect(embeddedAddress(dataDirectory)).toEqual(first.address);
    expect(statSync(join(dataDirectory, 'postgres', 'superuser-password')).mode & 0o077).toBe(0);
    expect(statSync(dataDirectory).mode & 0o007).toBe(0);
    await first.stop();
    const second = await start();
    expect(second.address.port).toBe(port);
    await second.stop();
    expect(existsSync(join(dataDirectory, 'madangan.lock'))).toBe(false);
  });

  test('bootstrap is quick when done, takes up a new master key, and makes no superuser', async () => {
    const server = await start();
    await bootstrap(server.superuserUrl, testSecrets);
    const again = performance.now();
    await bootstrap(server.superuserUrl, testSecrets);
    expect(performance.now() - again).toBeLessThan(500);
    const other = createSecrets(Buffer.alloc(32, 9));
    await bootstrap(server.superuserUrl, other);
    const control = openClient({ address: server.address, secrets: other }, 'control', {
      max: 1,
      applicationName: 'test',
    });
    expect(await control.unsafe('select 1 as one')).toHaveLength(1);
    await control.end();
    const stale = openClient({ address: server.address, secrets: testSecrets }, 'control', {
      max: 1,
      applicationName: 'test',
    });
    await expect(stale.unsafe('select 1').execute()).rejects.toMatchObject({ code: '28P01' });
    await stale.end();
    const superuser = openUrl(server.superuserUrl, { max: 1, applicationName: 'test' });
    const mighty = await superuser.unsafe(
      'select rolname from pg_roles where rolsuper or rolbypassrls or rolreplication',
    );
    const collation = await superuser.unsafe(
      "select datlocprovider, datlocale, pg_encoding_to_char(encoding) as encoding from pg_database where datname = 'madangan'",
    );
    await superuser.end();
    expect([...mighty]).toEqual([{ rolname: 'postgres' }]);
    expect([...collation]).toEqual([{ datlocprovider: 'b', datlocale: 'C.UTF-8', encoding: 'UTF8' }]);
    await server.stop();
  });

  test('a second start on the same folder is refused in one line', async () => {
    const server = await start();
    const { child, line } = await startChild();
    expect(line).toMatch(new RegExp(`^DataDirectoryInUseError: .*data is in use by process ${process.pid};`));
    if (child.exitCode === null) await once(child, 'exit');
    expect(child.exitCode).toBe(1);
    await server.stop();
  });

  test('after kill -9 the next start ends the orphan and goes on', async () => {
    const { child, line } = await startChild();
    expect(line).toMatch(/^ready /);
    const orphan = Number(readFileSync(join(dataDirectory, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);
    // tsx starts a process of its own for the script; the lock names that one.
    const pid = Number(readFileSync(join(dataDirectory, 'madangan.lock'), 'utf8').split(' ')[0]);
    process.kill(pid, 'SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    expect(processBirth(orphan)).toBeDefined();
    const messages: string[] = [];
    const started = performance.now();
    const server = await start((message) => messages.push(message));
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(messages).toEqual(['Ended the database server that a killed process had left running']);
    expect(processBirth(orphan)).toBeUndefined();
    await server.stop();
  });

  test('a process file left by a crash whose number another program has now does not hinder', async () => {
    writeFileSync(
      join(dataDirectory, 'postgres/cluster/postmaster.pid'),
      [process.pid, join(dataDirectory, 'postgres/cluster'), 1, 1, '', '127.0.0.1', '', 'ready'].join('\n'),
    );
    writeFileSync(join(dataDirectory, 'madangan.lock'), `${process.pid} 1\n`);
    const server = await start();
    await server.stop();
  });

  test('ending the process in an orderly way leaves no server', async () => {
    const { child } = await startChild();
    const server = Number(readFileSync(join(dataDirectory, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);
    const pid = Number(readFileSync(join(dataDirectory, 'madangan.lock'), 'utf8').split(' ')[0]);
    process.kill(pid, 'SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
    expect(processBirth(server)).toBeUndefined();
  });

  test('a setting that PostgreSQL refuses is named', async () => {
    await expect(startEmbeddedPostgres({ dataDirectory, settings: { max_connections: 'many' } })).rejects.toThrow(
      /PostgreSQL did not start[\s\S]*max_connections/,
    );
    expect(existsSync(join(dataDirectory, 'madangan.lock'))).toBe(false);
  });
});
