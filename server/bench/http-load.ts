import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { embeddedAddress } from '../src/adapters/embedded-postgres/index.ts';
import { dateIn } from '../src/core/clock.ts';
import { projectRoot } from '../src/core/paths.ts';
import { createSecrets } from '../src/core/secrets/index.ts';
import type { Statement } from '../src/core/tenancy/index.ts';
import { findSession } from '../src/identity/repository.ts';
import { findLetter } from '../src/letters/find-letter.ts';
import { filtersOf } from '../src/letters/letter-filters.ts';
import { listStatement } from '../src/letters/list-letters.ts';
import { type BenchInstallation, freePort } from './installation.ts';
import { median, round } from './statistics.ts';

const connections = 16;
const secondsPerRound = 4;
const rounds = 5;
const slug = 'sumedang';
const timeZone = 'Asia/Jakarta';
/** What the API's pool gives one regency. */
const databaseConnections = 2;

interface Load {
  requestsPerSecond: number;
  p50: number;
  p99: number;
}

async function load(url: string, headers: Record<string, string>): Promise<Load> {
  const result = await autocannon({ url, connections, duration: secondsPerRound, headers });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  return { requestsPerSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 };
}

export function bind<V extends Record<string, unknown>, T>(statement: Statement<V, T>, values: V) {
  const { sql, parameters } = statement.text();
  return { sql, parameters: parameters.map((each) => ('input' in each ? toText(values[each.input]) : each.value)) };
}

/** Arrays as the API's driver sends them. */
const toText = (value: unknown): unknown =>
  Array.isArray(value) ? `{${value.map((each) => `"${each}"`).join(',')}}` : value;

interface Me {
  id: string;
  positions: { id: string; unitId: string; mode: string }[];
}

async function startBare(
  installation: BenchInstallation,
  letterId: string,
  sessionId: string,
  me: Me,
): Promise<{ child: ChildProcess; url: string }> {
  const address = embeddedAddress(installation.dataDir);
  if (!address) throw new Error('no database address');
  const secrets = createSecrets(
    Buffer.from(readFileSync(join(installation.dataDir, 'master-key'), 'utf8').trim(), 'hex'),
  );
  const role = `t_${slug}`;
  const now = new Date();
  const today = dateIn(timeZone, now);
  const session = bind(findSession, { id: sessionId, today, now: now.toISOString() });
  const held = me.positions.filter((p) => p.mode !== 'delegate').map((p) => p.id);
  const reader = { personId: me.id, held, delegated: [], delegatedReasons: [], secretReasons: [], registryUnits: [] };
  const list = bind(listStatement('inbox', false), {
    ...reader,
    today,
    approvePositions: held,
    signPositions: held,
    disposePositions: held,
    ...filtersOf({}),
    cursor: null,
    limit: 21,
  });
  const detail = bind(findLetter(false), { ...reader, id: letterId, today });
  const port = await freePort();
  const order = {
    url: `postgres://${role}:${encodeURIComponent(secrets.password(role))}@${address.host}:${address.port}/${address.database}`,
    port,
    connections: databaseConnections,
    routes: [
      { path: '/list', statements: [session, list] },
      { path: '/detail', statements: [session, detail] },
    ],
  };
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      join(projectRoot, 'server/bench/bare-server.ts'),
      Buffer.from(JSON.stringify(order)).toString('base64'),
    ],
    { cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (child.stdout) await once(child.stdout, 'data');
  return { child, url: `http://127.0.0.1:${port}` };
}

/** List and detail at 16 connections, each in turn with the bare route that runs the same statements. */
export async function benchReads(installation: BenchInstallation): Promise<Record<string, unknown>> {
  const who = `${slug}/sekda`;
  const { items } = await installation.call<{ items: { id: string }[] }>(who, 'GET', '/letters?box=inbox&limit=20');
  const letterId = items[0]?.id;
  if (!letterId) throw new Error('the demo has no letter in the inbox of sekda');
  const token = await installation.token(who);
  const me = await installation.call<Me>(who, 'GET', '/me');
  const { sid } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as { sid: string };
  const bare = await startBare(installation, letterId, sid, me);
  const headers = { 'x-tenant': slug, authorization: `Bearer ${token}` };
  const pairs = {
    inboxList: { api: `${installation.url}/api/v1/letters?box=inbox&limit=20`, bare: `${bare.url}/list` },
    letterDetail: { api: `${installation.url}/api/v1/letters/${letterId}`, bare: `${bare.url}/detail` },
  };
  try {
    const results: Record<string, unknown> = { itemsInInbox: items.length };
    for (const [name, { api, bare: bareUrl }] of Object.entries(pairs)) {
      const ours: Load[] = [];
      const theirs: Load[] = [];
      await load(api, headers);
      await load(bareUrl, {});
      for (let index = 0; index < rounds; index++) {
        ours.push(await load(api, headers));
        theirs.push(await load(bareUrl, {}));
      }
      const apiRate = median(ours.map((each) => each.requestsPerSecond));
      const bareRate = median(theirs.map((each) => each.requestsPerSecond));
      const ratios = ours.map(
        (each, index) => each.requestsPerSecond / (theirs[index]?.requestsPerSecond ?? Number.NaN),
      );
      results[name] = {
        requestsPerSecond: round(apiRate),
        bareRequestsPerSecond: round(bareRate),
        ratio: round(median(ratios), 2),
        p50Milliseconds: median(ours.map((each) => each.p50)),
        p99Milliseconds: median(ours.map((each) => each.p99)),
      };
    }
    return results;
  } finally {
    bare.child.kill();
  }
}
