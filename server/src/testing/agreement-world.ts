import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { FastifyInstance, InjectOptions } from 'fastify';
import pino from 'pino';
import type { z } from 'zod';
import { createSigner } from '../adapters/signing/index.ts';
import { type TestAuthorities, testAuthorities, testPassphrase, testPerson } from '../adapters/signing/testing.ts';
import { createTypesetter } from '../adapters/typesetting/index.ts';
import { type AgreementAnswer, agreementRoutes, createAgreementService, type SignerPort } from '../agreements/index.ts';
import { catalogueRoutes, createCatalogueService } from '../catalogue/index.ts';
import { systemClock } from '../core/clock.ts';
import { defineProblems, problem } from '../core/errors.ts';
import { createAppShell } from '../core/http/app-shell.ts';
import type { OfficeTenant } from '../core/http/context.ts';
import { guardRoutes } from '../core/http/guard-routes.ts';
import type { problemSchema } from '../core/http/openapi.ts';
import { newId } from '../core/ids.ts';
import { type Actor, type PositionKind, permissionsOf, rolesOf } from '../core/rights/index.ts';
import { createFileStorage, type Storage } from '../core/storage/index.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import { composeClauses, createFindTenant, loadAgreementClauses } from '../tenants/index.ts';
import { createTestTenant, type TestTenant, testTenancy } from './database.ts';

/** People of each test regency; a token is a username. */
const posts: Record<string, { kind: PositionKind; title: string; given: ('admin' | 'tu')[] }> = {
  bupati: { kind: 'regent', title: 'Bupati', given: [] },
  sekda: { kind: 'secretary', title: 'Sekretaris Daerah', given: [] },
  kadis: { kind: 'unit_head', title: 'Kepala Dinas Komunikasi dan Informatika', given: [] },
  staf: { kind: 'staff', title: 'Pengelola', given: [] },
  admin: { kind: 'administrator', title: 'Administrator', given: ['admin'] },
};

async function fillOffice(tenancy: Tenancy, tenant: TestTenant): Promise<Map<string, Actor>> {
  const actors = new Map<string, Actor>();
  await tenancy.withTenant(tenant, async (tx) => {
    const unitId = newId();
    await tx.execute(sql`insert into settings (office_name, region_code, capital, time_zone, letter_footer, disposition_instructions)
      values (${tenant.name}, ${tenant.regionCode}, 'Ibu Kota', 'Asia/Jakarta', '', '{}')`);
    await tx.execute(sql`insert into units (id, code, name, short_name, kind, confirmed)
      values (${unitId}, 'kominfo', 'Dinas Komunikasi dan Informatika', 'Diskominfo', 'dinas', true)`);
    await tx.execute(sql`insert into letter_types (code, name, type_group, layout, default_classification)
      values ('surat_undangan', 'Surat Undangan', 'korespondensi', 'korespondensi', '000')`);
    for (const [username, post] of Object.entries(posts)) {
      const [personId, positionId] = [newId(), newId()];
      const name = `${username} ${tenant.slug}`;
      await tx.execute(sql`insert into people (id, username, name) values (${personId}, ${username}, ${name})`);
      await tx.execute(
        sql`insert into positions (id, unit_id, title, kind) values (${positionId}, ${unitId}, ${post.title}, ${post.kind})`,
      );
      await tx.execute(
        sql`insert into assignments (id, person_id, position_id, starts_on) values (${newId()}, ${personId}, ${positionId}, '2020-01-01')`,
      );
      for (const role of post.given)
        await tx.execute(sql`insert into person_roles (person_id, role) values (${personId}, ${role})`);
      const positions = [
        { id: positionId, unitId, kind: post.kind, title: post.title, mode: 'definitif' as const, acts: [] },
      ];
      const roles = rolesOf(post.given, positions);
      actors.set(username, {
        personId,
        sessionId: newId(),
        name,
        username,
        roles,
        positions,
        permissions: permissionsOf(roles),
      });
    }
  });
  return actors;
}

const wrongPassphrase = defineProblems({
  wrongPassphrase: { code: 'wrong_passphrase', status: 422, title: 'Frasa sandi salah' },
}).wrongPassphrase;

export interface AgreementWorld {
  app: FastifyInstance;
  tenancy: Tenancy;
  storage: Storage;
  authorities: TestAuthorities;
  /** Called before each signature is made; for races and crashes. */
  beforeSigning: (() => Promise<void>) | undefined;
  addOffice(options?: { timeZone?: 'Asia/Jakarta' | 'Asia/Jayapura' }): Promise<TestOffice>;
  close(): Promise<void>;
}

/** What a refused call says. */
export type Problem = z.output<typeof problemSchema>;

/** An answer; `body` is read as what the test expects there. */
export interface Answer<T> {
  status: number;
  body: T;
  raw: Buffer;
}

export interface TestOffice extends TestTenant {
  /** A call as one of `bupati`, `sekda`, `kadis`, `staf`, `admin`. */
  as(username: string): {
    call<T = AgreementAnswer & Problem>(
      method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
      path: string,
      body?: object,
    ): Promise<Answer<T>>;
  };
  actors: Map<string, Actor>;
  /** A published template of this office. */
  addTemplate(name: string): Promise<string>;
  /** Publishes the next version of it. */
  publishNext(templateId: string, version: number): Promise<void>;
}

/** Agreements and catalogue over HTTP against the real database, with real files and signatures. */
export async function startAgreementWorld(): Promise<AgreementWorld> {
  const tenancy = testTenancy();
  const folder = mkdtempSync(join(tmpdir(), 'madangan-agreements-'));
  const storage = createFileStorage(folder);
  const typesetter = createTypesetter({ threads: 1 });
  const signing = createSigner({ threads: 2 });
  const authorities = await testAuthorities();
  const offices = new Map<string, Map<string, Actor>>();
  const text = loadAgreementClauses();

  const signer: SignerPort = {
    async open(ctx, passphrase) {
      if (passphrase !== testPassphrase) throw problem(wrongPassphrase);
      const person = await testPerson(authorities, ctx.actor.name);
      return async (pdf, options) => {
        await world.beforeSigning?.();
        return signing.sign({ ...options, pdf, signer: person.identity, stamper: authorities.stamper });
      };
    },
  };

  const app = await createAppShell({ secure: false, trustProxy: [], logger: pino({ level: 'silent' }) });
  guardRoutes(app, {
    publicHost: 'localhost',
    findTenant: createFindTenant(tenancy),
    authenticate: {
      async office(tenant: OfficeTenant, token: string) {
        const actor = offices.get(tenant.slug)?.get(token);
        if (!actor) throw new Error(`no ${token} in ${tenant.slug}`);
        return { actor, expiresAt: new Date(Date.now() + 600_000) };
      },
      async console() {
        throw new Error('no console here');
      },
    },
  });
  const agreements = createAgreementService({
    tenancy,
    clock: systemClock,
    storage,
    typesetter,
    signer,
    publicUrl: 'http://localhost:8080',
    wording: {
      preamble: text.opening.consideration,
      legalBasis: text.opening.legalBasis,
      compose: (input) => composeClauses(text, input),
    },
  });
  await app.register(
    async (api) => {
      agreementRoutes(api, agreements);
      catalogueRoutes(api, createCatalogueService({ tenancy, clock: systemClock }));
    },
    { prefix: '/api/v1' },
  );
  await app.ready();

  async function addOffice(options: { timeZone?: 'Asia/Jakarta' | 'Asia/Jayapura' } = {}): Promise<TestOffice> {
    const tenant = await createTestTenant(options);
    const actors = await fillOffice(tenancy, tenant);
    offices.set(tenant.slug, actors);
    return {
      ...tenant,
      actors,
      as: (username) => ({
        async call<T>(
          method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
          path: string,
          body?: object,
        ): Promise<Answer<T>> {
          const headers = { 'x-tenant': tenant.slug, authorization: `Bearer ${username}` };
          const request: InjectOptions = { method, url: `/api/v1${path}`, headers };
          const response = await app.inject(body === undefined ? request : { ...request, payload: body });
          const isJson = String(response.headers['content-type']).includes('json');
          return {
            status: response.statusCode,
            body: (isJson ? response.json() : undefined) as T,
            raw: response.rawPayload,
          };
        },
      }),
      async addTemplate(name) {
        const id = newId();
        await tenancy.withTenant(tenant, async (tx) => {
          await tx.execute(
            sql`insert into templates (id, name, type, published_version) values (${id}, ${name}, 'surat_undangan', 1)`,
          );
          await tx.execute(sql`insert into template_versions (template_id, version, body, published_at)
            values (${id}, 1, '{"type":"doc","content":[{"type":"paragraph"}]}', now())`);
        });
        return id;
      },
      async publishNext(templateId, version) {
        await tenancy.withTenant(tenant, async (tx) => {
          await tx.execute(sql`insert into template_versions (template_id, version, body, published_at)
            values (${templateId}, ${version}, '{"type":"doc","content":[{"type":"horizontalRule"}]}', now())`);
          await tx.execute(sql`update templates set published_version = ${version} where id = ${templateId}`);
        });
      },
    };
  }

  const world: AgreementWorld = {
    app,
    tenancy,
    storage,
    authorities,
    beforeSigning: undefined,
    addOffice,
    async close() {
      await app.close();
      await Promise.all([typesetter.close(), signing.close(), tenancy.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return world;
}

/** Days from today as an ISO date in Western Indonesian time. */
export function inDays(days: number): string {
  return new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}

export { testPassphrase };
