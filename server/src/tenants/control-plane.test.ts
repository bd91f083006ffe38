import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMail } from '../adapters/mail/index.ts';
import { type Authorities, createAuthorities } from '../authorities/index.ts';
import { systemClock } from '../core/clock.ts';
import { openClient } from '../core/db/client.ts';
import { readMigrations } from '../core/db/migrations.ts';
import { commonProblems, problem } from '../core/errors.ts';
import { createAppShell } from '../core/http/app-shell.ts';
import { guardRoutes } from '../core/http/guard-routes.ts';
import { newId } from '../core/ids.ts';
import { type ChangeHint, createEventHub, type EventHub, type JobProcess } from '../core/queue/index.ts';
import { createFileStorage } from '../core/storage/index.ts';
import { tenantOf } from '../core/tenancy/index.ts';
import { createWorker } from '../create-worker.ts';
import { activate } from '../identity/activation.ts';
import { createSignupService, signupRoutes } from '../signups/index.ts';
import { testSecrets } from '../testing/database.ts';
import { type Installation, silentLog, startInstallation, until } from '../testing/installation.ts';
import { importTenant } from './archive/import.ts';
import { readTar, type TarEntry } from './archive/tar.ts';
import { createFindTenant } from './find-tenant.ts';
import { createTenantService, tenantRoutes } from './index.ts';

let site: Installation;
let app: FastifyInstance;
let worker: JobProcess;
let hub: EventHub;
let authorities: Authorities;
const publicUrl = 'http://localhost:8080';
const { head } = readMigrations('tenant');

beforeAll(async () => {
  site = await startInstallation();
  const { tenancy, access, folder } = site;
  authorities = createAuthorities({ tenancy, secrets: testSecrets, clock: systemClock, demo: true });
  const mail = createMail({ folder: join(folder, 'mail'), publicUrl });
  const storage = createFileStorage(join(folder, 'files'));
  const exportsFolder = join(folder, 'exports');
  worker = await createWorker({
    access,
    tenancy,
    storage,
    mail,
    clock: systemClock,
    log: silentLog,
    authorities,
    publicUrl,
    exportsFolder,
    demoPassword: null,
    jobs: [],
  });
  hub = createEventHub(access, silentLog);
  await hub.ready();
  app = await createAppShell({ secure: false, trustProxy: [], logger: pino({ level: 'silent' }) });
  guardRoutes(app, {
    publicHost: 'localhost',
    findTenant: createFindTenant(tenancy),
    authenticate: {
      office: () => Promise.reject(problem(commonProblems.unauthenticated)),
      async console(token) {
        if (token !== 'superadmin') throw problem(commonProblems.unauthenticated);
        const actor = { superadminId: newId(), sessionId: newId(), username: 'superadmin', name: 'Superadmin' };
        return { actor, expiresAt: new Date(Date.now() + 60_000) };
      },
    },
  });
  await app.register(
    async (api) => {
      const service = createTenantService({ tenancy, clock: systemClock, publicUrl, forgetTenant: () => undefined });
      tenantRoutes(api, { service, tenancy, hub, publicUrl, exportsFolder });
      signupRoutes(api, { service: createSignupService({ tenancy, secrets: testSecrets, publicUrl }) });
    },
    { prefix: '/api/v1' },
  );
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await hub.close();
  await worker.close();
  await site.stop();
});

type Answer = { status: number; body: Record<string, unknown> & { jobId?: string; code?: string } };

async function call(
  method: 'GET' | 'POST',
  path: string,
  payload?: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const reply = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { authorization: 'Bearer superadmin', ...headers },
    ...(payload ? { payload } : {}),
  });
  return { status: reply.statusCode, body: reply.json() };
}

/** The folder is made with its first message. */
const mails = (): string[] => {
  const folder = join(site.folder, 'mail');
  return existsSync(folder) ? readdirSync(folder) : [];
};

const orderOf = (slug: string, regionCode: string) => ({
  slug,
  name: `Kabupaten ${slug}`,
  regionCode,
  kind: 'kabupaten',
  admin: { name: 'Siti Contoh', email: `admin@${slug}.example` },
});

async function finished(jobId: string | undefined): Promise<Answer['body']> {
  let job: Answer['body'] = {};
  await until(async () => {
    job = (await call('GET', `/platform/jobs/${jobId}`)).body;
    return job.status === 'completed' || job.status === 'failed';
  }, `job ${jobId}`);
  return job;
}

test('an order becomes an active office, step by step, with one look at the activation link', async () => {
  const hints: ChangeHint[] = [];
  const unsubscribe = hub.subscribe(null, (hint) => hints.push(hint));
  const ordered = await call('POST', '/platform/tenants', orderOf('garut', '32.05'));
  expect(ordered).toMatchObject({ status: 202, body: { tenant: { slug: 'garut', status: 'pending' } } });
  const job = await finished(ordered.body.jobId);
  unsubscribe();
  expect(job).toMatchObject({ status: 'completed', progress: 100, tenant: 'garut', kind: 'tenant.provision' });
  expect(job.result).toMatchObject({
    slug: 'garut',
    activationUrl: expect.stringMatching(/^http:\/\/garut\.localhost:8080\/aktivasi\?token=[\w-]{43}$/),
  });
  expect((await call('GET', `/platform/jobs/${ordered.body.jobId}`)).body.result).toEqual({ slug: 'garut' });
  const detail = await call('GET', '/platform/tenants/garut');
  expect(detail.body).toMatchObject({ status: 'active', schemaVersion: head, jobId: ordered.body.jobId });
  expect((detail.body.steps as { step: string; state: string }[]).map(({ step, state }) => `${step} ${state}`)).toEqual(
    ['database', 'reference', 'keys', 'administrator', 'isolation', 'ready'].map((step) => `${step} done`),
  );
  expect(hints.filter((hint) => hint.topic === 'platform' && hint.id === 'garut').length).toBeGreaterThan(2);
  await until(() => mails().some((name) => name.startsWith('invitation-')), 'the invitation');
  expect((await call('GET', '/offices', undefined, { authorization: '' })).body.items).toContainEqual(
    expect.objectContaining({ slug: 'garut', url: 'http://garut.localhost:8080' }),
  );
});

test('one activation link used ends every other one of the same person', async () => {
  const tenant = tenantOf('garut');
  const tokenIn = (answer: Answer) => new URL(String(answer.body.activationUrl)).searchParams.get('token') ?? '';
  const [first, second] = [
    await call('POST', '/platform/tenants/garut/invite'),
    await call('POST', '/platform/tenants/garut/invite'),
  ];
  const use = (answer: Answer) =>
    activate({ tenancy: site.tenancy, clock: systemClock }, tenant, {
      token: tokenIn(answer),
      password: 'gunung-papandayan-2665',
    });
  expect(await use(second)).toEqual({ username: 'admin' });
  await expect(use(first)).rejects.toMatchObject({ kind: { code: 'activation_invalid' } });
  expect((await call('POST', '/platform/tenants/garut/invite')).body.code).toBe('tenant_state');
});

test('the same order twice makes one regency', async () => {
  const order = orderOf('ciamis', '32.07');
  const key = { 'idempotency-key': 'once' };
  const answers = await Promise.all([
    call('POST', '/platform/tenants', order, key),
    call('POST', '/platform/tenants', order),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
  const again = await call('POST', '/platform/tenants', order, key);
  expect(again.status).toBe(202);
  expect(again.body.jobId).toBe(answers.find(({ status }) => status === 202)?.body.jobId);
  expect((await call('POST', '/platform/tenants', { ...orderOf('ciamis-dua', '32.07') })).body.code).toBe(
    'region_taken',
  );
  expect((await call('POST', '/platform/tenants', { ...orderOf('ciamis', '32.08') })).body.code).toBe('tenant_exists');
  await finished(again.body.jobId);
});

test('a wrong order names every field and changes nothing; without a token nothing is told', async () => {
  const wrong = await call('POST', '/platform/tenants', {
    slug: 'admin',
    name: 'K',
    regionCode: '3',
    kind: 'desa',
    admin: { name: 'A', email: 'x' },
  });
  expect(wrong).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
  expect((wrong.body.errors as { path: string }[]).map(({ path }) => path).sort()).toEqual(
    ['admin.email', 'admin.name', 'kind', 'name', 'regionCode', 'slug'].sort(),
  );
  const unknown = await call('POST', '/platform/tenants', orderOf('tidak-ada', '99.99'));
  expect(unknown).toMatchObject({ status: 400, body: { errors: [{ path: 'regionCode' }] } });
  const city = await call('POST', '/platform/tenants', orderOf('kota-bandung', '32.73'));
  expect(city).toMatchObject({ status: 400, body: { errors: [{ path: 'kind' }] } });
  expect((await call('GET', '/platform/tenants/tidak-ada')).status).toBe(404);
  expect((await call('GET', '/platform/tenants', undefined, { authorization: '' })).status).toBe(401);
});

test('a provisioning that fails keeps its steps and goes on after a retry', async () => {
  const migrator = openClient(site.access, 'migrator', { max: 1, applicationName: 'test' });
  await migrator`insert into platform.tenants (slug, name, region_code, kind, time_zone, admin_name, admin_email)
    values ('rusak', 'Kabupaten Rusak', '32.09', 'kabupaten', 'Asia/Jakarta', 'Admin', 'admin@rusak.example')`;
  // Somebody else's table where the tables should go: the database step cannot succeed.
  await migrator`create role "t_rusak"`;
  await migrator`update platform.tenants set status = 'provisioning' where slug = 'rusak'`;
  await migrator`update platform.tenants set status = 'failed' where slug = 'rusak'`;
  const first = await call('POST', '/platform/tenants/rusak/retry');
  expect(first.status).toBe(202);
  expect(await finished(first.body.jobId)).toMatchObject({
    status: 'failed',
    error: expect.stringContaining('already exists'),
  });
  const failed = await call('GET', '/platform/tenants/rusak');
  expect(failed.body).toMatchObject({
    status: 'failed',
    failure: expect.stringContaining('already exists'),
    steps: expect.arrayContaining([expect.objectContaining({ step: 'database', state: 'failed' })]),
  });
  expect((await call('POST', '/platform/tenants/rusak/suspend')).body.code).toBe('tenant_state');
  await migrator`drop role "t_rusak"`;
  const second = await call('POST', '/platform/tenants/rusak/retry');
  expect(await finished(second.body.jobId)).toMatchObject({ status: 'completed' });
  await migrator.end();
});

test('a suspended regency is not routable until it is resumed', async () => {
  const { body } = await call('POST', '/platform/tenants', orderOf('kuningan', '32.10'));
  await finished(body.jobId);
  const visit = async () => (await call('GET', '/offices', undefined, { 'x-tenant': 'kuningan' })).body.code ?? 'ok';
  expect(await visit()).toBe('ok');
  expect(await call('POST', '/platform/tenants/kuningan/suspend')).toMatchObject({
    status: 200,
    body: { status: 'suspended' },
  });
  expect(await visit()).toBe('tenant_suspended');
  expect(await call('POST', '/platform/tenants/kuningan/resume')).toMatchObject({
    status: 200,
    body: { status: 'active' },
  });
  expect(await visit()).toBe('ok');
});

test('an export holds every table and file; removal undoes everything, and the name can start anew', async () => {
  const slug = 'majalengka';
  const tenant = tenantOf(slug);
  const { body } = await call('POST', '/platform/tenants', orderOf(slug, '32.12'));
  await finished(body.jobId);
  const storage = createFileStorage(join(site.folder, 'files'));
  const stored = await storage.put(slug, Buffer.from('isi surat'));
  await site.tenancy.withTenant(tenant, (tx) =>
    tx.execute(
      sql`insert into files (id, sha256, size, media_type, name) values (${newId()}::uuid, ${stored.sha256}, ${stored.size}, 'text/plain', 'surat.txt')`,
    ),
  );
  const exporting = await call('POST', `/platform/tenants/${slug}/export`);
  const job = await finished(exporting.body.jobId);
  expect(job).toMatchObject({ status: 'completed', result: { files: 1, missingFiles: 0 } });
  const download = await app.inject({
    url: `/api/v1/platform/tenants/${slug}/exports/${exporting.body.jobId}`,
    headers: { authorization: 'Bearer superadmin' },
  });
  const entries: TarEntry[] = [];
  for await (const entry of readTar(Readable.from(download.rawPayload).pipe(createGunzip()))) entries.push(entry);
  const byName = new Map(entries.map((entry) => [entry.name, entry.bytes]));
  expect(byName.get(`files/${stored.sha256}`)?.toString()).toBe('isi surat');
  expect(JSON.parse(byName.get('tables/settings.ndjson')?.toString() ?? '')).toMatchObject({
    office_name: `Kabupaten ${slug}`,
  });
  expect(JSON.parse(byName.get('manifest.json')?.toString() ?? '')).toMatchObject({
    slug,
    schemaVersion: head,
    files: [stored.sha256],
  });

  const removing = await call('POST', `/platform/tenants/${slug}/remove`);
  expect(removing).toMatchObject({ status: 202, body: { tenant: { status: 'removing' } } });
  expect(await finished(removing.body.jobId)).toMatchObject({ status: 'completed' });
  expect((await call('GET', `/platform/tenants/${slug}`)).body).toMatchObject({ status: 'removed', schemaVersion: 0 });
  const [left] = await site.tenancy.readPlatform((read) =>
    read.execute(sql`select (select count(*)::int from pg_namespace where nspname = ${tenant.role}) as schemas,
      (select count(*)::int from pg_roles where rolname = ${tenant.role}) as roles,
      (select count(*)::int from platform.authorities where tenant_slug = ${slug} and revoked_at is null) as authorities,
      (select crl is not null from platform.authorities where kind = 'root') as listed`),
  );
  expect(left).toEqual({ schemas: 0, roles: 0, authorities: 0, listed: true });
  expect(await storage.has(slug, stored.sha256)).toBe(false);

  const archive = join(site.folder, 'exports', slug, `${exporting.body.jobId}.tar.gz`);
  const imported = await importTenant(
    { ...site, authorities, clock: systemClock, demoPassword: null, storage },
    archive,
  );
  expect(imported).toMatchObject({ slug, files: 1 });
  expect((await call('GET', `/platform/tenants/${slug}`)).body).toMatchObject({ status: 'active' });
  expect((await storage.get(slug, stored.sha256)).toString()).toBe('isi surat');
  const [inside] = await site.tenancy.readTenant(tenant, (read) =>
    read.execute(sql`select (select office_name from settings) as name, (select count(*)::int from units) as units,
      (select count(*)::int from files) as files, (select count(*)::int from exchange_keys) as keys`),
  );
  expect(inside).toMatchObject({ name: `Kabupaten ${slug}`, files: 1, keys: 1 });
  await expect(
    importTenant({ ...site, authorities, clock: systemClock, demoPassword: null, storage }, archive),
  ).rejects.toThrow('in use');
  await finished((await call('POST', `/platform/tenants/${slug}/remove`)).body.jobId);

  const again = await call('POST', '/platform/tenants', orderOf(slug, '32.12'));
  expect(await finished(again.body.jobId)).toMatchObject({ status: 'completed' });
});

test('a sign-up is reviewed once, becomes an office, and its holder sees where it stands', async () => {
  const visitor = { authorization: '' };
  const contact = {
    name: 'Budi Contoh',
    email: 'budi@contoh.example',
    phone: '+62 812-0000-0000',
    position: 'Kepala Bidang',
  };
  expect((await call('GET', '/regions?q=purwakarta', undefined, visitor)).body.items).toMatchObject([
    { code: '32.14', name: 'Kabupaten Purwakarta', slug: null },
  ]);
  const signup = await call('POST', '/signups', { regionCode: '32.14', slug: 'purwakarta', contact }, visitor);
  expect(signup.status).toBe(202);
  const { id, token } = signup.body as { id: string; token: string };
  expect((await call('POST', '/signups', { regionCode: '32.14', slug: 'lain', contact }, visitor)).body.code).toBe(
    'signup_pending',
  );
  expect(
    (await call('POST', '/signups', { regionCode: '32.05', slug: 'garut-dua', contact }, visitor)).body,
  ).toMatchObject({ errors: [{ path: 'regionCode' }] });
  expect((await call('GET', `/signups/${token}`, undefined, visitor)).body).toMatchObject({
    state: 'pending',
    name: 'Kabupaten Purwakarta',
  });
  expect((await call('GET', '/platform/signups?state=pending')).body.items).toMatchObject([{ id, contact }]);
  const approval = await call('POST', `/platform/signups/${id}/approve`);
  expect(approval).toMatchObject({ status: 202, body: { tenant: { slug: 'purwakarta' } } });
  expect((await call('POST', `/platform/signups/${id}/reject`, { reason: 'terlambat' })).body.code).toBe(
    'signup_decided',
  );
  expect(await finished(approval.body.jobId)).toMatchObject({ status: 'completed' });
  expect((await call('GET', `/signups/${token}`, undefined, visitor)).body).toMatchObject({
    state: 'active',
    url: 'http://purwakarta.localhost:8080',
  });
  const other = await call('POST', '/signups', { regionCode: '32.15', slug: 'karawang', contact }, visitor);
  await call('POST', `/platform/signups/${other.body.id}/reject`, { reason: 'Surat tugas belum ada.' });
  expect((await call('GET', `/signups/${other.body.token}`, undefined, visitor)).body).toMatchObject({
    state: 'rejected',
    reason: 'Surat tugas belum ada.',
  });
  expect((await call('GET', `/signups/${'x'.repeat(43)}`, undefined, visitor)).status).toBe(404);
  const signupMails = () => mails().filter((name) => name.startsWith('signup-'));
  await until(() => signupMails().length === 4, 'four mails');
  expect(
    signupMails().some((name) => readFileSync(join(site.folder, 'mail', name), 'utf8').includes(token.slice(0, 20))),
  ).toBe(true);
});
