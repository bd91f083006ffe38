import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../core/ids.ts';
import { notify } from '../core/notices.ts';
import { createTestServer, type Refusal, type TestOffice, type TestServer, testPassword } from '../testing/office.ts';
import { concerns } from './routes.ts';
import type { NoticeItem } from './schema.ts';

let server: TestServer;
let office: TestOffice;
beforeAll(async () => {
  server = await createTestServer();
  office = await server.addOffice();
});
afterAll(() => server.close());

type List = { items: NoticeItem[]; nextCursor: string | null; unread: number } & Refusal;
const list = async (by: string, query = '') => (await office.as(by).call<List>('GET', `/notices${query}`)).body;
const tell = (audience: Parameters<typeof notify>[1], subject = 'Halo') =>
  server.tenancy.withTenant(office.tenant, (tx) =>
    notify(
      tx,
      audience,
      { now: new Date(), today: new Date().toISOString().slice(0, 10) },
      {
        kind: 'letter',
        subject: { kind: 'letter', id: newId() },
        textKey: 'letter.to_sign',
        values: { subject },
      },
    ),
  );
const person = (username: string) => office.people.get(username)?.personId ?? '';
const position = (username: string) => office.people.get(username)?.positionId ?? '';

test('notices reach people and holders of positions, unread first, and nobody else', async () => {
  for (const subject of ['satu', 'dua', 'tiga']) await tell({ positionIds: [position('kadis')] }, subject);
  const first = await list('kadis', '?limit=2');
  expect(first.items.map((item) => item.values.subject)).toEqual(['tiga', 'dua']);
  expect(first.unread).toBe(3);
  const read = await office.as('kadis').call('POST', `/notices/${first.items[0]?.id}/read`);
  expect(read.body).toMatchObject({ unread: 2 });
  const all = await list('kadis');
  expect(all.items.map((item) => item.values.subject)).toEqual(['dua', 'satu', 'tiga']);
  const second = await list('kadis', `?limit=1&cursor=${all.items[0]?.id}`);
  expect(second.items.map((item) => item.values.subject)).toEqual(['satu']);
  expect((await office.as('staf').call('POST', `/notices/${all.items[0]?.id}/read`)).status).toBe(404);
  expect((await office.as('kadis').call('POST', '/notices/read-all')).body).toMatchObject({ unread: 0 });
  expect((await list('staf')).items).toEqual([]);
  expect((await office.visitor.call('GET', '/notices')).status).toBe(401);
});

test('whoever acts is not told of the own act', async () => {
  await tell({ personIds: [person('tu'), person('admin')], except: person('tu') });
  expect([(await list('tu')).unread, (await list('admin')).unread]).toEqual([0, 1]);
});

test('a change concerns those it names, and everybody when it names nobody', () => {
  const post = {
    id: position('staf'),
    unitId: newId(),
    kind: 'staff',
    title: 'Staf',
    mode: 'definitif',
    acts: [],
  } as const;
  const actor = { personId: person('staf'), positions: [post] };
  const hint = (more: object) => ({ tenant: 'x', topic: 'letters', ...more });
  expect(concerns(actor, hint({}))).toBe(true);
  expect(concerns(actor, hint({ personIds: [person('staf')] }))).toBe(true);
  expect(concerns(actor, hint({ positionIds: [position('staf')], personIds: [] }))).toBe(true);
  expect(concerns(actor, hint({ personIds: [person('kadis')], positionIds: [] }))).toBe(false);
  expect(concerns(actor, hint({ personIds: [] }))).toBe(false);
});

test('the stream of changes opens for the signed-in only and ends with its connection', async () => {
  const { body } = await office.visitor.call<{ accessToken: string }>('POST', '/auth/login', {
    username: 'staf',
    password: testPassword,
  });
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.app.server.address() as AddressInfo;
  const open = async (headers: Record<string, string>) => {
    const call = request({
      host: '127.0.0.1',
      port,
      path: '/api/v1/events',
      headers: { 'x-tenant': office.tenant.slug, ...headers },
    });
    call.end();
    const [response] = await once(call, 'response');
    return { call, response };
  };
  expect((await open({})).response.statusCode).toBe(401);
  const { call, response } = await open({ authorization: `Bearer ${body.accessToken}` });
  expect(response.headers['content-type']).toContain('text/event-stream');
  const [chunk] = await once(response, 'data');
  expect(String(chunk)).toContain('event: ready');
  call.destroy();
});
