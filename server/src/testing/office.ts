import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { pino } from 'pino';
import { createPersonalKey, createSigner } from '../adapters/signing/index.ts';
import { createTypesetter } from '../adapters/typesetting/index.ts';
import { type AppDeps, buildApp } from '../app.ts';
import { createAuthorities } from '../authorities/index.ts';
import { type Clock, dateIn } from '../core/clock.ts';
import type { DatabaseAccess } from '../core/db/client.ts';
import { newId } from '../core/ids.ts';
import { createEventHub, type Job } from '../core/queue/index.ts';
import { finishWork } from '../core/queue/work.ts';
import { createFileStorage } from '../core/storage/index.ts';
import type { Tenancy, Tenant } from '../core/tenancy/index.ts';
import { hashPassword } from '../identity/index.ts';
import { assignments, people, personRoles } from '../organization/index.ts';
import { indexInstruments } from '../tenants/index.ts';
import { certifyDemoSigners } from '../tenants/provisioning/demo-people.ts';
import { makeKeys } from '../tenants/provisioning/keys.ts';
import { loadReference } from '../tenants/provisioning/reference.ts';
import type { Order, ProvisioningDeps } from '../tenants/provisioning/step.ts';
import { loadReferenceData } from '../tenants/reference-data.ts';
import { createTestTenant, type TestTenant, type TestTenantOptions, testAccess, testTenancy } from './database.ts';

/** Password of everybody in a test office, and passphrase of those who sign. */
export const testPassword = 'kantor-uji-2026';

/** Who sits where in every test office: the demo's people, on the posts of a typical kabupaten. */
const demoPeople: { username: string; name: string; title: string; roles: ('admin' | 'tu')[] }[] = [
  { username: 'bupati', name: 'Dr. Laras Wiradinata, M.Si.', title: 'Bupati', roles: [] },
  { username: 'sekda', name: 'Drs. Bayu Santika', title: 'Sekretaris Daerah', roles: [] },
  { username: 'kadis', name: 'Dewi Anggraeni, S.Kom.', title: 'Kepala Dinas Komunikasi dan Informatika', roles: [] },
  { username: 'kabid', name: 'Rangga Permana, S.T.', title: 'Kepala Bidang Aplikasi dan Tata Kelola', roles: [] },
  { username: 'staf', name: 'Sinta Maharani', title: 'Staf Bidang Aplikasi dan Tata Kelola', roles: [] },
  { username: 'tu', name: 'Ujang Kartiwa', title: 'Pencatat Surat, Tata Usaha Sekretariat Daerah', roles: ['tu'] },
  { username: 'admin', name: 'Nia Kurnia', title: 'Administrator e-Office', roles: ['admin'] },
];

/** A clock that goes on as usual, and ahead when a test says so. */
export type TestClock = Clock & { advance(milliseconds: number): void };

function createTestClock(): TestClock {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead),
    advance(milliseconds) {
      ahead += milliseconds;
    },
  };
}

export type Answer<T> = {
  status: number;
  /** JSON as the test expects it; undefined for anything else. */
  body: T;
  raw: Buffer;
  headers: Record<string, string | string[] | number | undefined>;
};

/** What a refused call says. */
export type Refusal = { code: string; status: number; detail: string; errors: { path: string; message: string }[] };

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type Caller = {
  /** @param path below /api/v1; a Buffer as `body` goes out as it is, under a content-type of your own */
  call<T = Record<string, unknown> & Refusal>(
    method: Method,
    path: string,
    body?: object | Buffer,
    headers?: Record<string, string>,
  ): Promise<Answer<T>>;
};

export type TestOffice = {
  tenant: TestTenant;
  /** Calls as a person of this office, signed in through POST /auth/login at the first call. */
  as(username: string): Caller;
  /** Calls without a token, at this office's address. */
  visitor: Caller;
  /** Ids of the seven demo people and of the post each holds, by username. */
  people: ReadonlyMap<string, { personId: string; positionId: string; unitId: string; name: string }>;
  /** Gives people signing keys with certificates; `testPassword` is their passphrase. Takes about a second. */
  addSigners(...usernames: string[]): Promise<void>;
  /** Does what this office has ordered, in order, as a worker would. @returns the results */
  work(jobs: readonly Job<object>[]): Promise<unknown[]>;
};

export type TestServer = {
  app: FastifyInstance;
  deps: AppDeps;
  tenancy: Tenancy;
  clock: TestClock;
  addOffice(options?: TestTenantOptions): Promise<TestOffice>;
  /** Makes an office of an empty regency that is there already, such as one of an installation of the test's own. */
  fillOffice(tenant: TestTenant): Promise<TestOffice>;
  close(): Promise<void>;
};

export type TestServerOptions = {
  /** Default: the run's database. */
  access?: DatabaseAccess;
  overrides?: Partial<AppDeps>;
};

/** The real application over the real database, with real files, typesetting and signatures. Close it in `afterAll`. */
export async function createTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const access = options.access ?? testAccess();
  const tenancy = testTenancy({ access });
  const clock = createTestClock();
  const folder = mkdtempSync(join(tmpdir(), 'madangan-office-'));
  const logger = pino({ level: process.env.TEST_LOG ?? 'silent' });
  const hub = createEventHub(access, logger);
  const typesetter = createTypesetter({ threads: 1 });
  const signer = createSigner({ threads: 1 });
  const authorities = createAuthorities({ tenancy, secrets: access.secrets, clock, demo: true });
  const deps: AppDeps = {
    tenancy,
    secrets: access.secrets,
    clock,
    storage: createFileStorage(join(folder, 'files')),
    typesetter,
    signer,
    authorities,
    hub,
    logger,
    publicUrl: 'http://localhost:8080',
    publicHost: 'localhost',
    secure: false,
    trustProxy: [],
    metricsToken: undefined,
    demo: true,
    exportsFolder: join(folder, 'exports'),
    mailLeaves: false,
    notReady: async () => [],
    ...options.overrides,
  };
  const instruments = indexInstruments.map(({ file }) => file);
  await loadReferenceData(tenancy, instruments);
  const app = await buildApp(deps);
  await app.ready();
  const provisioning: ProvisioningDeps = { tenancy, access, authorities, clock, demoPassword: testPassword };
  const parts: Parts = { app, tenancy, provisioning, logger };
  return {
    app,
    deps,
    tenancy,
    clock,
    async addOffice(tenantOptions) {
      const tenant = await createTestTenant(tenantOptions);
      return fillOffice(parts, tenant, tenantOptions?.timeZone ?? 'Asia/Jakarta');
    },
    fillOffice: (tenant) => fillOffice(parts, tenant, 'Asia/Jakarta'),
    async close() {
      await app.close();
      await hub.close();
      await Promise.all([typesetter.close(), signer.close()]);
      await tenancy.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A server with one office, for test files that need no second. */
export async function createTestOffice(
  options: TestServerOptions & TestTenantOptions = {},
): Promise<TestServer & TestOffice> {
  const server = await createTestServer(options);
  return { ...server, ...(await server.addOffice(options)) };
}

let passwordHash: Promise<string> | undefined;

type Parts = Pick<TestServer, 'app' | 'tenancy'> & { provisioning: ProvisioningDeps; logger: AppDeps['logger'] };

/** A provisioned office: the reference data of a kabupaten, and its people with passwords. */
async function fillOffice(parts: Parts, tenant: TestTenant, timeZone: string): Promise<TestOffice> {
  const { tenancy, provisioning, app, logger } = parts;
  const { slug, role, name, regionCode } = tenant;
  const contact = { adminName: 'Admin Uji', adminEmail: `admin@${slug}.example` };
  const order: Order = { slug, role, name, regionCode, kind: 'kabupaten', timeZone, demo: true, ...contact };
  await loadReference(provisioning, order);
  const inOffice = await addPeople(tenancy, order, dateIn(timeZone, new Date(Date.now() - 400 * 86_400_000)));
  const call = callerAt(app, slug);
  const tokens = new Map<string, Promise<string>>();
  return {
    tenant,
    people: inOffice,
    visitor: { call: (method, path, body, headers) => call(method, path, body, headers) },
    as: (username) => ({
      async call(method, path, body, headers) {
        const token = tokens.get(username) ?? signIn(app, slug, username);
        tokens.set(username, token);
        return call(method, path, body, { authorization: `Bearer ${await token}`, ...headers });
      },
    }),
    async addSigners(...usernames) {
      await provisioning.authorities.ensurePlatform();
      await makeKeys(provisioning, order);
      await Promise.all(usernames.map((username) => addKey(tenancy, order, username)));
      await certifyDemoSigners(provisioning, order);
    },
    work: (jobs) => workOff(tenancy, tenant, jobs, logger),
  };
}

async function addPeople(tenancy: Tenancy, order: Order, startsOn: string): Promise<TestOffice['people']> {
  passwordHash ??= hashPassword(testPassword);
  const hash = await passwordHash;
  return tenancy.withTenant(order, async (tx) => {
    const posts = await tx.execute<{ id: string; title: string; unitId: string }>(
      sql`select id, title, unit_id as "unitId" from positions`,
    );
    const made = new Map<string, { personId: string; positionId: string; unitId: string; name: string }>();
    for (const { username, name, title, roles } of demoPeople) {
      const post = posts.find((each) => each.title === title);
      if (!post) throw new Error(`no post ${title} in the skeleton`);
      const personId = newId();
      const email = `${username}@${order.slug}.example`;
      await tx.insert(people).values({ id: personId, username, name, email, passwordHash: hash });
      await tx.insert(assignments).values({ id: newId(), personId, positionId: post.id, startsOn });
      if (roles.length > 0) await tx.insert(personRoles).values(roles.map((role) => ({ personId, role })));
      made.set(username, { personId, positionId: post.id, unitId: post.unitId, name });
    }
    return made;
  });
}

/** The access token of a sign-in with the test password. @throws what the API answered, where it refused */
async function signIn(app: FastifyInstance, slug: string, username: string): Promise<string> {
  for (;;) {
    const { status, body, headers } = await callerAt(app, slug)<{ accessToken: string }>('POST', '/auth/login', {
      username,
      password: testPassword,
    });
    if (status === 200) return body.accessToken;
    if (status !== 503) throw new Error(`${username} cannot sign in: ${JSON.stringify(body)}`);
    // Turned away by a busy machine before anything was done.
    await wait(Number(headers['retry-after'] ?? 1) * 1000);
  }
}

const callerAt = (app: FastifyInstance, slug: string): Caller['call'] =>
  async function call<T>(
    method: Method,
    path: string,
    body?: object | Buffer,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const request: InjectOptions = { method, url: `/api/v1${path}`, headers: { 'x-tenant': slug, ...headers } };
    const response = await app.inject(body === undefined ? request : { ...request, payload: body });
    const isJson = String(response.headers['content-type']).includes('json') && response.body !== '';
    return {
      status: response.statusCode,
      body: (isJson ? response.json() : undefined) as T,
      raw: response.rawPayload,
      headers: response.headers,
    };
  };

async function addKey(tenancy: Tenancy, order: Order, username: string): Promise<void> {
  const [person] = await tenancy.readTenant(order, (read) =>
    read.execute<{ id: string; name: string; title: string }>(sql`select p.id, p.name, o.title from people p
      join assignments a on a.person_id = p.id join positions o on o.id = a.position_id where p.username = ${username}`),
  );
  if (!person) throw new Error(`no ${username} in ${order.slug}`);
  const id = newId();
  const aad = { regency: order.slug, person: person.id, keyId: id };
  const key = await createPersonalKey({ passphrase: testPassword, aad });
  const subject = { name: person.name, position: person.title, organization: order.name };
  const request = await key.certificationRequest(subject);
  await tenancy.withTenant(order, (tx) =>
    tx.execute(sql`insert into signing_keys (id, person_id, state, wrapped_key, certification_request, approved_at)
      values (${id}::uuid, ${person.id}::uuid, 'approved', ${key.wrapped}, ${request}, now())`),
  );
}

/** Other test files' regencies share the database, so no queue runs: this office's orders are done here, one by one. */
async function workOff(tenancy: Tenancy, tenant: Tenant, jobs: readonly Job<object>[], log: AppDeps['logger']) {
  const results: unknown[] = [];
  for (;;) {
    const [order] = await tenancy.readPlatform((read) =>
      read.execute<{ id: string; kind: string; payload: Record<string, unknown> }>(
        sql`select id, kind, payload from platform.work where stamped_by = ${tenant.role} and state = 'open'
          and kind in (select * from jsonb_array_elements_text(${JSON.stringify(jobs.map((job) => job.kind))}::text::jsonb))
          order by created_at, id limit 1`,
      ),
    );
    const job = jobs.find((each) => each.kind === order?.kind);
    if (!order || !job) return results;
    const progress = async () => undefined;
    const result = await job.run({ tenant, workId: order.id, jobAttempt: 1, progress, log, deps: {} }, order.payload);
    await tenancy.withPlatform(async (tx) => {
      await finishWork(tx, order.id, result);
      await tx.execute(sql`delete from platform.outbox where id = ${order.id}::uuid`);
    });
    results.push(result);
  }
}
