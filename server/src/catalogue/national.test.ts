import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../core/ids.ts';
import { hashPassword } from '../identity/index.ts';
import { type Installation, startInstallation } from '../testing/installation.ts';
import { createTestServer, type TestOffice, type TestServer, testPassword } from '../testing/office.ts';
import type { CatalogueItem, NationalItem, OfferAnswer } from './schema.ts';

// What is national is everybody's: other files' regencies must not see it, so the database is this file's own.
let installation: Installation;
let server: TestServer;
let lebak: TestOffice;
let sumedang: TestOffice;
let token: string;

async function addOffice(slug: string): Promise<TestOffice> {
  const tenant = await installation.addTenant(slug);
  const [row] = await installation.tenancy.readPlatform((read) =>
    read.execute<{ code: string }>(sql`select region_code as code from platform.tenants where slug = ${slug}`),
  );
  if (!row) throw new Error(`no ${slug}`);
  return server.fillOffice({ ...tenant, name: `Kabupaten ${slug}`, regionCode: row.code });
}

beforeAll(async () => {
  installation = await startInstallation();
  server = await createTestServer({ access: installation.access });
  [sumedang, lebak] = [await addOffice('sumedang'), await addOffice('lebak')];
  const hash = await hashPassword(testPassword);
  await server.tenancy.withPlatform((tx) =>
    tx.execute(sql`insert into platform.superadmins (id, username, name, password_hash)
      values (${newId()}::uuid, 'nasional', 'Superadmin Uji', ${hash})`),
  );
  const { body } = await console<{ accessToken: string }>('POST', '/auth/login', {
    username: 'nasional',
    password: testPassword,
  });
  token = body.accessToken;
});
afterAll(async () => {
  await server?.close();
  await installation?.stop();
});

async function console<T>(method: 'GET' | 'POST', path: string, payload?: object) {
  const response = await server.app.inject({
    method,
    url: `/api/v1/platform${path}`,
    ...(token ? { headers: { authorization: `Bearer ${token}` } } : {}),
    ...(payload ? { payload } : {}),
  });
  return { status: response.statusCode, body: response.json() as T };
}

type Published = { id: string; sourceId: string; version: number };
type Refusal = { code: string; errors: { path: string }[] };
const body = (text: string) => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
const input = { name: 'Surat Edaran Nasional', type: 'surat_edaran', description: 'Contoh', licence: 'Bebas dipakai.' };
const list = async (office: TestOffice, query = '') =>
  (await office.as('admin').call<{ items: CatalogueItem[] }>('GET', `/catalogue${query}`)).body.items;
const call = <T = object>(office: TestOffice, method: 'GET' | 'POST' | 'PUT', path: string, input?: object) =>
  office.as('admin').call<T & Refusal>(method, path, input);

describe('templates for the whole nation', () => {
  test('reach every regency without an agreement, are adopted and updated like a partner’s, and can be taken back', async () => {
    const first = await console<Published>('POST', '/templates', { ...input, body: body('Versi pertama.') });
    expect([first.status, first.body.version]).toEqual([201, 1]);
    for (const office of [sumedang, lebak]) {
      expect(await list(office)).toMatchObject([
        { name: input.name, origin: { slug: 'nasional', name: 'Nasional' }, agreement: null, licence: input.licence },
      ]);
    }
    expect(await list(lebak, '?origin=nasional&q=edaran')).toHaveLength(1);
    expect(await list(lebak, '?origin=sumedang')).toEqual([]);
    const offer = first.body.id;
    const copy = await call<{ id: string; origin: object }>(lebak, 'POST', `/catalogue/${offer}/adopt`);
    expect(copy.body.origin).toMatchObject({ slug: 'nasional', version: 1 });
    expect((await call<{ id: string }>(lebak, 'POST', `/catalogue/${offer}/adopt`)).body.id).toBe(copy.body.id);

    // Who adopted it is nobody else's business; how many, is.
    expect((await call<OfferAnswer>(sumedang, 'GET', `/catalogue/${offer}`)).body).toMatchObject({
      adoptedBy: 1,
      adopters: [],
    });
    expect(
      (await call<OfferAnswer>(lebak, 'PUT', `/catalogue/${offer}/rating`, { stars: 4, word: 'Berguna' })).status,
    ).toBe(200);
    expect((await call<OfferAnswer>(sumedang, 'GET', `/catalogue/${offer}`)).body).toMatchObject({
      rating: { stars: 4, count: 1 },
      ratings: [],
    });
    expect((await call(lebak, 'POST', `/catalogue/${offer}/questions`, { text: 'Dari siapa?' })).body.code).toBe(
      'no_partner_to_ask',
    );

    const { sourceId } = first.body;
    const second = await console<Published>('POST', '/templates', { ...input, sourceId, body: body('Versi kedua.') });
    expect(second.body).toMatchObject({ sourceId, version: 2 });
    expect((await list(lebak))[0]).toMatchObject({ version: 2, isNewer: true, newestCopyId: copy.body.id });
    const merged = await call<{ id: string }>(lebak, 'POST', `/catalogue/${second.body.id}/merge`, { version: 1 });
    expect([merged.status, merged.body.id]).toEqual([201, copy.body.id]);

    expect((await console('POST', `/templates/${second.body.id}/withdraw`)).status).toBe(200);
    expect((await console('POST', `/templates/${second.body.id}/withdraw`)).status).toBe(200);
    expect((await call(sumedang, 'POST', `/catalogue/${second.body.id}/adopt`)).body.code).toBe('offer_withdrawn');
    expect(await list(sumedang)).toMatchObject([{ version: 1 }]);
    const letter = { templateId: copy.body.id, subject: 'Uji', recipients: [{ kind: 'external', name: 'Penerima' }] };
    await call(lebak, 'POST', `/templates/${copy.body.id}/publish`);
    expect((await lebak.as('staf').call('POST', '/letters', letter)).status).toBe(201);
    const { items } = (await console<{ items: NationalItem[] }>('GET', '/templates')).body;
    expect(items.map(({ version, adopters, withdrawnAt }) => [version, adopters, withdrawnAt !== null])).toEqual([
      [2, 1, true],
      [1, 1, false],
    ]);
  });

  test('what is wrong with them is said of every field, and a template that is not there has no next version', async () => {
    const unknown = await console<Refusal>('POST', '/templates', { ...input, sourceId: newId(), body: body('Isi.') });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'not_found']);
    const field = { type: 'variable', attrs: { name: 'X', label: 'X', kind: 'text', value: null, required: true } };
    const wrong = await console<Refusal>('POST', '/templates', {
      ...input,
      type: 'tidak_baku',
      body: { type: 'doc', content: [{ type: 'paragraph', content: [field] }] },
    });
    expect([wrong.status, wrong.body.code]).toEqual([400, 'invalid_input']);
    expect(wrong.body.errors.map(({ path }) => path.split('.')[0])).toEqual(['type', 'body']);
    expect((await console('POST', `/templates/${newId()}/withdraw`)).status).toBe(404);
    const { items } = (await console<{ items: { code: string }[] }>('GET', '/templates/types')).body;
    expect(items.map(({ code }) => code)).toContain('surat_edaran');
  });
});
