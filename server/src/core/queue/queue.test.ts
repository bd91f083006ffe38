import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'drizzle-orm';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { testMasterKey } from '../../testing/database.ts';
import { type Installation, silentLog as log, startInstallation, until } from '../../testing/installation.ts';
import { startRedis, type TestRedis } from '../../testing/redis.ts';
import { requireTool } from '../../testing/tools.ts';
import { projectRoot } from '../paths.ts';
import { DatabaseUnavailableError, type Tenant } from '../tenancy/index.ts';
import { createQueueBackend } from './backend.ts';
import {
  type ChangeHint,
  createEventHub,
  events,
  findWork,
  type Job,
  type JobProcess,
  outbox,
  startJobs,
  type Work,
} from './index.ts';
import { defineJob } from './job.ts';
import { createRelay } from './relay.ts';

const backends = ['postgres', 'redis'] as const;

describe.skipIf(!requireTool('redis-server'))('with Redis', () => suite('redis'));
describe('with PostgreSQL', () => suite('postgres'));

function suite(kind: (typeof backends)[number]) {
  let site: Installation;
  let redis: TestRedis | undefined;
  let a: Tenant;
  let b: Tenant;
  let process: JobProcess | undefined;

  beforeAll(async () => {
    site = await startInstallation();
    [a, b] = [await site.addTenant('daerah-a'), await site.addTenant('daerah-b')];
  });
  beforeEach(async () => {
    if (kind === 'redis') redis = await startRedis();
  });
  afterEach(async () => {
    await process?.close();
    process = undefined;
    await redis?.stop();
    await site.tenancy.withPlatform((tx) => tx.execute(sql`delete from platform.work`));
  });
  afterAll(() => site.stop());

  const start = (jobs: Job<object>[], more: object = {}): JobProcess => {
    process = startJobs({
      tenancy: site.tenancy,
      access: site.access,
      redisUrl: redis?.url,
      jobs,
      deps: {},
      log,
      pollMs: 20,
      waitMs: 100,
      lockDurationMs: 1_000,
      stalledIntervalMs: 500,
      ...more,
    });
    return process;
  };
  const order = (tenant: Tenant, jobKind: string, payload: Record<string, unknown> = {}) =>
    site.tenancy.withTenant(tenant, (tx) => outbox.add(tx, jobKind, payload));
  const workOf = async (id: string): Promise<Work> => {
    const work = await site.tenancy.readPlatform((read) => findWork(read, id));
    if (!work) throw new Error(`no work ${id}`);
    return work;
  };
  const ended = (id: string) => until(async () => (await workOf(id)).state !== 'open', `the end of ${id}`);
  const setStatus = (tenant: Tenant, ...states: string[]) =>
    site.tenancy.withPlatform(async (tx) => {
      for (const status of states) {
        await tx.execute(sql`update platform.tenants set status = ${status} where slug = ${tenant.slug}`);
      }
    });

  test('150 jobs are each done once although the relay dies between queue and commit', async () => {
    const done = new Map<number, number>();
    const count = defineJob({
      kind: 'test.count',
      login: 'tenant',
      payload: z.object({ n: z.number() }),
      async handle(_, { n }) {
        done.set(n, (done.get(n) ?? 0) + 1);
        return { n };
      },
    });
    await site.tenancy.withTenant(a, async (tx) => {
      for (let n = 0; n < 150; n++) await outbox.add(tx, 'test.count', { n });
    });
    const backend = createQueueBackend(site.access, redis?.url, log);
    const dying = createRelay({
      tenancy: site.tenancy,
      backend,
      jobs: new Map([[count.kind, count]]),
      log,
      beforeCommit: () => Promise.reject(new Error('relay died')),
    });
    await expect(dying.runOnce()).rejects.toThrow('relay died');
    await backend.close();
    start([count]);
    await until(() => done.size === 150, '150 jobs');
    await until(async () => {
      const [row] = await site.tenancy.readPlatform((read) =>
        read.execute<{ open: number }>(sql`select count(*)::int as open from platform.work where state = 'open'`),
      );
      return row?.open === 0;
    }, 'their ends');
    expect([...done.values()].every((times) => times === 1)).toBe(true);
  });

  test('a job that dies half-way leaves nothing to the next regency on the same worker', async () => {
    const seen: unknown[] = [];
    const jobs = [
      defineJob({
        kind: 'test.die',
        login: 'tenant',
        payload: z.object({}),
        attempts: 1,
        handle: ({ tenant }) =>
          site.tenancy.withTenant(tenant, async (tx) => {
            await tx.execute(sql`insert into agenda_books (year, last_seq) values (2022, 77)`);
            throw new Error('half-way');
          }),
      }),
      defineJob({
        kind: 'test.look',
        login: 'tenant',
        payload: z.object({}),
        handle: ({ tenant }) =>
          site.tenancy.withTenant(tenant, async (tx) => {
            const [who] = await tx.execute(sql`select session_user as login, current_schema() as schema,
              (select count(*)::int from agenda_books) as books`);
            seen.push({ tenant: tenant.slug, ...who });
          }),
      }),
    ];
    start(jobs, { concurrency: 1 });
    const dying = await order(a, 'test.die');
    const looking = await order(b, 'test.look');
    const again = await order(a, 'test.look');
    await Promise.all([dying, looking, again].map(ended));
    expect(await workOf(dying)).toMatchObject({ state: 'failed', error: 'half-way' });
    expect(seen).toContainEqual({ tenant: 'daerah-b', login: 't_daerah-b', schema: 't_daerah-b', books: 0 });
    expect(seen).toContainEqual({ tenant: 'daerah-a', login: 't_daerah-a', schema: 't_daerah-a', books: 0 });
  });

  const whoIs = (login: 'tenant' | 'platform') => {
    const seen: (string | null)[] = [];
    const job = defineJob({
      kind: `test.${login}`,
      login,
      payload: z.object({ tenant: z.string().optional() }),
      async handle(ctx: { tenant: Tenant | null }) {
        seen.push(ctx.tenant?.slug ?? null);
      },
    });
    return { job, seen };
  };

  test('a job is the regency whose login ordered it, whatever its payload says', async () => {
    const tenantJob = whoIs('tenant');
    const platformJob = whoIs('platform');
    start([tenantJob.job, platformJob.job]);
    const forged = await order(a, 'test.tenant', { tenant: 'daerah-b' });
    const refused = await order(a, 'test.platform', { tenant: 'daerah-b' });
    const named = await site.tenancy.withPlatform((tx) => outbox.add(tx, 'test.tenant', { tenant: 'daerah-b' }));
    const unnamed = await site.tenancy.withPlatform((tx) => outbox.add(tx, 'test.tenant', {}));
    const unknown = await order(a, 'test.nothing');
    await Promise.all([forged, refused, named, unnamed, unknown].map(ended));
    expect(tenantJob.seen.sort()).toEqual(['daerah-a', 'daerah-b']);
    expect(platformJob.seen).toEqual([]);
    expect(await workOf(forged)).toMatchObject({ state: 'done', tenantSlug: 'daerah-a' });
    expect(await workOf(named)).toMatchObject({ state: 'done', tenantSlug: 'daerah-b' });
    expect((await workOf(refused)).error).toContain('cannot order');
    expect((await workOf(unnamed)).error).toContain('names no regency');
    expect((await workOf(unknown)).error).toBe('no handler for test.nothing');
  });

  test('a suspended regency’s job waits and goes on after resume; a removed one’s fails', async () => {
    const { job, seen } = whoIs('tenant');
    const gone = await site.addTenant(`pergi-${kind}`);
    const waiting = await order(a, 'test.tenant');
    const orphan = await order(gone, 'test.tenant');
    await setStatus(a, 'suspended');
    await setStatus(gone, 'removing', 'removed');
    start([job]);
    await ended(orphan);
    expect(await workOf(orphan)).toMatchObject({ state: 'failed', error: 'regency removed' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await workOf(waiting)).state).toBe('open');
    await setStatus(a, 'active');
    await ended(waiting);
    expect(seen).toEqual(['daerah-a']);
  });

  test('a failing job is tried again and then failed for good, once', async () => {
    let tries = 0;
    const told: string[] = [];
    const failing = defineJob({
      kind: 'test.fail',
      login: 'tenant',
      payload: z.object({}),
      attempts: 3,
      backoffMs: 20,
      async handle({ jobAttempt, progress }) {
        await progress(40);
        tries = jobAttempt;
        throw new Error(`try ${jobAttempt}`);
      },
      async onFailed(_tx, _payload, error) {
        told.push(error);
      },
    });
    start([failing]);
    const id = await order(a, 'test.fail');
    await ended(id);
    expect(tries).toBe(3);
    expect(told).toEqual(['try 3']);
    expect(await workOf(id)).toMatchObject({ state: 'failed', error: 'try 3', progress: 40 });
  });

  test('a database that is away for a while costs no try', async () => {
    let runs = 0;
    const patient = defineJob({
      kind: 'test.patient',
      login: 'tenant',
      payload: z.object({}),
      attempts: 1,
      async handle() {
        runs += 1;
        if (runs < 4) throw new DatabaseUnavailableError('away');
      },
    });
    start([patient]);
    const id = await order(a, 'test.patient');
    await ended(id);
    expect(runs).toBe(4);
    expect(await workOf(id)).toMatchObject({ state: 'done', error: null });
  });

  test('what the queue lost is put back from the orders', async () => {
    const { job, seen } = whoIs('tenant');
    for (let n = 0; n < 20; n++) await order(a, 'test.tenant');
    const backend = createQueueBackend(site.access, redis?.url, log);
    const relay = createRelay({ tenancy: site.tenancy, backend, jobs: new Map([[job.kind, job]]), log });
    expect(await relay.runOnce()).toBe(20);
    if (redis) {
      const client = new Redis(redis.url);
      await client.flushall();
      client.disconnect();
    } else {
      await backend.queue.obliterate({ force: true });
    }
    await relay.close();
    await backend.close();
    const { reconciler } = start([job], { untouchedMs: 50, reconcileEveryMs: 100 });
    await until(() => seen.length >= 20, 'the lost jobs');
    await until(async () => (await reconciler.runOnce()).length === 0, 'nothing left to put back');
    expect(seen).toHaveLength(20);
  });

  test('a job whose process is killed is done once by the next one', async () => {
    const running: ChildProcess[] = [];
    const worker = async (hang: boolean): Promise<ChildProcess> => {
      const argument = JSON.stringify({
        address: site.access.address,
        masterKey: testMasterKey.toString('hex'),
        redisUrl: redis?.url,
        hang,
      });
      const script = join(projectRoot, 'server/src/testing/queue-child.ts');
      const child = spawn(join(projectRoot, 'node_modules/.bin/tsx'), [script, argument], {
        stdio: ['ignore', 'pipe', 'inherit'],
        detached: true,
      });
      running.push(child);
      return child;
    };
    const says = (child: ChildProcess, line: string) =>
      new Promise<void>((resolve, reject) => {
        if (!child.stdout) throw new Error('no stdout');
        createInterface({ input: child.stdout }).on('line', (text) => text === line && resolve());
        child.once('exit', () => reject(new Error(`ended before saying ${line}`)));
      });
    const kill = (child: ChildProcess) => {
      // The group: tsx runs the script in a process of its own.
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
        globalThis.process.kill(-child.pid, 'SIGKILL');
    };
    try {
      const id = await order(a, 'test.once');
      const first = await worker(true);
      await says(first, 'half');
      kill(first);
      expect((await workOf(id)).state).toBe('open');
      const second = await worker(false);
      await says(second, 'half');
      await ended(id);
      const [row] = await site.tenancy.readTenant(a, (read) =>
        read.execute<{ times: number }>(
          sql`select count(*)::int as times from audit_log where subject_id = ${id}::uuid`,
        ),
      );
      expect(row?.times).toBe(1);
      expect(await workOf(id)).toMatchObject({ state: 'done' });
    } finally {
      for (const child of running) kill(child);
    }
  });

  test('changes reach whoever listens for that office, and only as hints', async () => {
    const heard: ChangeHint[] = [];
    const foreign: ChangeHint[] = [];
    const hub = createEventHub(site.access, log);
    await hub.ready();
    hub.subscribe('daerah-a', (hint) => heard.push(hint));
    hub.subscribe('daerah-b', (hint) => foreign.push(hint));
    start([]);
    const people = Array.from({ length: 400 }, (_, n) => `01a20c55-0000-7000-8000-${String(n).padStart(12, '0')}`);
    await site.tenancy.withTenant(a, (tx) =>
      events.publish(tx, { topic: 'letters', personIds: people.slice(0, 2), id: 'x', tenant: 'daerah-b' }),
    );
    await site.tenancy.withTenant(a, (tx) => events.publish(tx, { topic: 'jobs', personIds: people, id: 'y' }));
    await until(() => heard.length === 2, 'two hints');
    expect(heard).toContainEqual({ tenant: 'daerah-a', topic: 'letters', personIds: people.slice(0, 2), id: 'x' });
    expect(heard).toContainEqual({ tenant: 'daerah-a', topic: 'jobs', id: 'y' });
    expect(foreign).toEqual([]);
    await hub.close();
  });
}
