import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { embeddedAddress } from '../src/adapters/embedded-postgres/index.ts';
import { dateIn } from '../src/core/clock.ts';
import { openClient } from '../src/core/db/client.ts';
import { projectRoot } from '../src/core/paths.ts';
import { createSecrets } from '../src/core/secrets/index.ts';
import { findSession } from '../src/identity/repository.ts';
import { filtersOf } from '../src/letters/letter-filters.ts';
import { examined, findStatement, pageStatement, type Way, wayOfRegistrar } from '../src/letters/search-letters.ts';
import { countWorkLists } from '../src/letters/work-lists.ts';
import { bind } from './http-load.ts';
import { type BenchInstallation, freePort } from './installation.ts';
import { floodLetters } from './letter-flood.ts';
import { median, round } from './statistics.ts';

const letters = Number(process.env.BENCH_LETTERS ?? 200_000);
const slug = 'lebak';
const timeZone = 'Asia/Jakarta';
const connections = 8;
const secondsPerRound = 3;
const rounds = 5;
/** What the API's pool gives one regency. */
const databaseConnections = 2;
const pageSize = 20;

/** What people search for, and who: `tu` reads all letters, `sekda` tens of thousands, `staf` what passed over the desk. */
const searches = [
  { name: 'a usual word, registrar', who: 'tu', q: 'undangan rapat' },
  { name: 'a rare name, registrar', who: 'tu', q: 'sumedangan' },
  { name: 'typing, three letters, registrar', who: 'tu', q: 'lay' },
  { name: 'a number, registrar', who: 'tu', q: '600.1/1234' },
  { name: 'nothing to find, registrar', who: 'tu', q: 'qwertyuiop' },
  { name: 'two words, sekda', who: 'sekda', q: 'bimbingan teknis' },
  { name: 'typing, sekda', who: 'sekda', q: 'studi kompa' },
  { name: 'a rare name, sekda', who: 'sekda', q: 'cilayungsari' },
  { name: 'a usual word, staff', who: 'staf', q: 'pelayanan publik' },
] as const;

interface Load {
  requestsPerSecond: number;
  p95: number;
}

/** autocannon's histogram has no 95th percentile, so the latencies are kept. */
async function load(url: string, headers: Record<string, string>): Promise<Load> {
  const samples: number[] = [];
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const options = { url, connections, duration: secondsPerRound, headers };
    const run = autocannon(options, (error: Error | null, done) => (error ? reject(error) : resolve(done)));
    run.on('response', (_client, _status, _bytes, milliseconds) => samples.push(milliseconds));
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  samples.sort((a, b) => a - b);
  return {
    requestsPerSecond: result.requests.average,
    p95: samples[Math.floor(samples.length * 0.95)] ?? Number.NaN,
  };
}

interface Me {
  id: string;
  positions: { id: string; unitId: string; mode: string }[];
  roles: string[];
}

type Bound = { sql: string; parameters: unknown[] };

async function startBare(folder: string, url: string, routes: { path: string; statements: Bound[] }[]) {
  const port = await freePort();
  const order = join(folder, 'bare-order.json');
  writeFileSync(order, JSON.stringify({ url, port, connections: databaseConnections, routes }), { mode: 0o600 });
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', join(projectRoot, 'server/bench/bare-server.ts'), `@${order}`],
    { cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (child.stdout) await once(child.stdout, 'data');
  return { child, url: `http://127.0.0.1:${port}` };
}

/**
 * Search and the counters of the home page over 200,000 letters: each API route in turn with a bare route that runs the
 * statements that the API runs for that search.
 */
export async function benchSearch(installation: BenchInstallation): Promise<Record<string, unknown>> {
  const address = embeddedAddress(installation.dataDir);
  if (!address) throw new Error('no database address');
  const secrets = createSecrets(
    Buffer.from(readFileSync(join(installation.dataDir, 'master-key'), 'utf8').trim(), 'hex'),
  );
  const role = `t_${slug}`;
  const migrator = openClient({ address, secrets }, 'migrator', { max: 1, applicationName: 'bench' });
  await floodLetters(migrator, role, letters);
  await migrator.end();

  const office = openClient({ address, secrets }, role, { max: 1, applicationName: 'bench' });
  const run = <T>({ sql, parameters }: Bound) =>
    office.unsafe(sql, parameters as never[], { prepare: true }) as unknown as Promise<T[]>;
  const now = new Date();
  const today = dateIn(timeZone, now);

  async function statementsOf(who: string, q: string): Promise<Bound[]> {
    const me = await installation.call<Me>(`${slug}/${who}`, 'GET', '/me');
    const token = await installation.token(`${slug}/${who}`);
    const { sid } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as { sid: string };
    const held = me.positions.filter((each) => each.mode !== 'delegate').map((each) => each.id);
    const isRegistrar = who === 'tu';
    const inputs = {
      personId: me.id,
      held,
      delegated: [],
      delegatedReasons: [],
      secretReasons: [],
      registryUnits: isRegistrar ? me.positions.map((each) => each.unitId) : [],
      ...filtersOf({}),
      today,
      approvePositions: held,
      signPositions: held,
      disposePositions: held,
      cursor: null,
      limit: pageSize + 1,
      q,
      party: '',
    };
    const statements: Bound[] = [bind(findSession, { id: sid, today, now: now.toISOString() })];
    if (q === '') return [...statements, bind(countWorkLists(isRegistrar), inputs)];
    const find = (way: Way) => bind(findStatement(way, 'all', isRegistrar), { ...inputs, examine: examined[way] });
    // Who serves many units looks at all letters, as `findLetterIds` does; the route asks how many they are.
    if (isRegistrar) statements.push(bind(wayOfRegistrar, inputs));
    const way = isRegistrar ? 'newest' : 'own';
    statements.push(find(way));
    type Found = { ids: string[]; examined: number };
    let [found] = await run<Found>(statements.at(-1) as Bound);
    if (found && found.ids.length < inputs.limit && found.examined >= examined[way]) {
      statements.push(find('text'));
      [found] = await run<Found>(statements.at(-1) as Bound);
    }
    if (found && found.ids.length > 0) statements.push(bind(pageStatement(isRegistrar), { ...inputs, ids: found.ids }));
    return statements;
  }

  const kinds = [
    ...searches.map(({ name, who, q }) => ({
      name,
      who,
      q,
      path: `/letters?q=${encodeURIComponent(q)}&limit=${pageSize}`,
    })),
    { name: 'work lists, sekda', who: 'sekda', q: '', path: '/worklists' },
  ];
  const routes = [];
  for (const [index, { who, q }] of kinds.entries()) {
    routes.push({ path: `/${index}`, statements: await statementsOf(who, q) });
  }
  await office.end();
  const url = `postgres://${role}:${encodeURIComponent(secrets.password(role))}@${address.host}:${address.port}/${address.database}`;
  const bare = await startBare(installation.dataDir, url, routes);
  try {
    const results: Record<string, unknown> = { letters };
    for (const [index, { name, who, path }] of kinds.entries()) {
      const headers = { 'x-tenant': slug, authorization: `Bearer ${await installation.token(`${slug}/${who}`)}` };
      const ours = () => load(`${installation.url}/api/v1${path}`, headers);
      const theirs = () => load(`${bare.url}/${index}`, {});
      await ours();
      await theirs();
      const pairs: { api: Load; bare: Load }[] = [];
      for (let turn = 0; turn < rounds; turn++) pairs.push({ api: await ours(), bare: await theirs() });
      results[name] = {
        requestsPerSecond: round(median(pairs.map((each) => each.api.requestsPerSecond))),
        throughputRatio: round(
          median(pairs.map((each) => each.api.requestsPerSecond / each.bare.requestsPerSecond)),
          2,
        ),
        p95Ratio: round(median(pairs.map((each) => each.api.p95 / each.bare.p95)), 2),
        p95Milliseconds: round(median(pairs.map((each) => each.api.p95))),
      };
    }
    return results;
  } finally {
    bare.child.kill();
  }
}
