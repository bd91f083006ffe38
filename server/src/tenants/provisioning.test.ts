import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAuthorities } from '../authorities/index.ts';
import { systemClock } from '../core/clock.ts';
import { projectRoot } from '../core/paths.ts';
import { tenantOf } from '../core/tenancy/index.ts';
import { testMasterKey, testSecrets } from '../testing/database.ts';
import { type Installation, startInstallation, until } from '../testing/installation.ts';
import { bootstrapPlatform } from './bootstrap.ts';
import { orderTenant } from './orders.ts';
import { findRegion, findTenantRow, listSteps } from './repository.ts';
import { stepsFor } from './rules.ts';
import { loadSkeleton } from './tenant-files.ts';

let site: Installation;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  site = await startInstallation();
  const authorities = createAuthorities({
    tenancy: site.tenancy,
    secrets: testSecrets,
    clock: systemClock,
    demo: true,
  });
  await bootstrapPlatform({ tenancy: site.tenancy, authorities, demoPassword: null });
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await site.stop();
});

/** A worker process of its own: node itself, so that a signal reaches the worker and nothing around it. */
function startWorker(killAt?: string, demoPassword: string | null = null): ChildProcess {
  const argument = JSON.stringify({
    address: site.access.address,
    masterKey: testMasterKey.toString('hex'),
    folder: site.folder,
    killAt,
    demoPassword,
  });
  const script = join(projectRoot, 'server/src/testing/worker-child.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, argument], {
    cwd: projectRoot,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

const order = (slug: string, code: string) =>
  site.tenancy.withPlatform(async (tx) => {
    const region = await findRegion(tx, code);
    if (!region) throw new Error(`no region ${code}`);
    return orderTenant(
      tx,
      { slug, name: region.name, region, admin: { name: 'Admin Uji', email: 'admin@uji.example' }, demo: false },
      'test',
    );
  });
const statusOf = async (slug: string) => (await site.tenancy.readPlatform((read) => findTenantRow(read, slug)))?.status;

/** How often everything is there that provisioning makes. */
async function inventory(slug: string) {
  const tenant = tenantOf(slug);
  const [inside] = await site.tenancy.readTenant(tenant, (read) =>
    read.execute(sql`select (select count(*)::int from settings) as settings, (select count(*)::int from units) as units,
      (select count(*)::int from templates where published_version = 1) as templates,
      (select count(*)::int from exchange_keys) as keys, (select count(*)::int from person_roles where role = 'admin') as admins,
      (select count(*)::int from assignments) as assignments`),
  );
  const [outside] = await site.tenancy.readPlatform((read) =>
    read.execute(sql`select (select count(*)::int from platform.authorities where tenant_slug = ${slug}) as authorities,
      (select count(*)::int from platform.work where kind = 'tenant.invite' and tenant_slug = ${slug}) as invitations,
      (select count(*)::int from platform.audit where action = 'tenant.activated' and subject_id = ${slug}) as activations`),
  );
  return { ...inside, ...outside };
}

test('a worker killed after any step leaves a provisioning that ends exactly once', async () => {
  const points = stepsFor({ demo: false }).flatMap((step) => [`${step}:done`, `${step}:marked`]);
  const slugs = points.map((point) => `uji-${point.replace(':', '-')}`);
  for (const [index, point] of points.entries()) {
    const slug = slugs[index] ?? '';
    await order(slug, `33.${String(index + 1).padStart(2, '0')}`);
    // This worker also takes up what the one before it left.
    const [, signal] = await once(startWorker(`${slug}:${point}`), 'exit');
    expect(signal).toBe('SIGKILL');
    const status = await statusOf(slug);
    expect(status).toBe(point.startsWith('ready') ? 'active' : 'provisioning');
  }
  const last = startWorker();
  await until(
    async () => (await Promise.all(slugs.map(statusOf))).every((status) => status === 'active'),
    'all regencies active',
    30_000,
  );
  const openWork = async () => {
    const [row] = await site.tenancy.readPlatform((read) =>
      read.execute<{ open: number }>(sql`select count(*)::int as open from platform.work where state <> 'done'`),
    );
    return row?.open === 0;
  };
  await until(openWork, 'all jobs done', 30_000);
  last.kill('SIGTERM');
  const { units } = loadSkeleton('kabupaten');
  for (const slug of slugs) {
    expect(await inventory(slug), slug).toMatchObject({
      settings: 1,
      units: units.length,
      keys: 1,
      admins: 1,
      assignments: 1,
      authorities: 1,
      invitations: 1,
      activations: 1,
    });
    const steps = await site.tenancy.readPlatform((read) => listSteps(read, slug));
    expect(steps.map((step) => step.step)).toEqual(stepsFor({ demo: false }));
    expect(steps.every((step) => step.finishedAt !== null)).toBe(true);
  }
}, 180_000);

test('the demo regencies are ordered at the start and survive kills among their people and letters', async () => {
  const password = 'kata-sandi-demo-uji';
  const demo = ['lebak', 'sukabumi', 'sumedang'];
  for (const point of ['sumedang:administrator:done', 'sumedang:demo:done']) {
    const [, signal] = await once(startWorker(point, password), 'exit');
    expect(signal).toBe('SIGKILL');
  }
  const last = startWorker(undefined, password);
  await until(
    async () => (await Promise.all(demo.map(statusOf))).every((status) => status === 'active'),
    'the demo',
    60_000,
  );
  last.kill('SIGTERM');
  for (const slug of demo) {
    const [counts] = await site.tenancy.readTenant(tenantOf(slug), (read) =>
      read.execute(sql`select (select count(*)::int from people where password_hash is not null) as people,
        (select count(*)::int from assignments) as assignments, (select count(*)::int from signing_keys where state = 'active') as keys,
        (select array_agg(username order by username) from people) as names`),
    );
    expect(counts, slug).toEqual({
      people: 7,
      assignments: 7,
      keys: 4,
      names: ['admin', 'bupati', 'kabid', 'kadis', 'sekda', 'staf', 'tu'],
    });
  }
  const [owner] = await site.tenancy.readPlatform((read) =>
    read.execute(sql`select username from platform.superadmins`),
  );
  expect(owner).toEqual({ username: 'superadmin' });
}, 120_000);
