import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestServer, type TestOffice, type TestServer } from './office.ts';

let server: TestServer;
let office: TestOffice;

beforeAll(async () => {
  server = await createTestServer();
  office = await server.addOffice();
});
afterAll(() => server.close());

test('everybody of a test office signs in and has the rights of their post', async () => {
  const me = async (username: string) =>
    (await office.as(username).call<{ roles: string[]; positionId: string }>('GET', '/me')).body;
  expect((await me('bupati')).roles).toEqual(['bupati']);
  expect((await me('admin')).roles).toEqual(['admin']);
  expect((await me('staf')).positionId).toBe(office.people.get('staf')?.positionId);
});

test('two offices of one server know nothing of each other', async () => {
  const other = await server.addOffice();
  const { accessToken } = (
    await office.visitor.call<{ accessToken: string }>('POST', '/auth/login', {
      username: 'staf',
      password: 'kantor-uji-2026',
    })
  ).body;
  const answer = await other.visitor.call('GET', '/me', undefined, { authorization: `Bearer ${accessToken}` });
  expect(answer.status).toBe(401);
  expect(answer.body.code).toBe('foreign_token');
});

test('signers get certified keys', async () => {
  await office.addSigners('bupati', 'sekda');
  await office.addSigners('kadis');
  const rows = await server.tenancy.readTenant(office.tenant, (read) =>
    read.execute<{ state: string }>("select state from signing_keys where state = 'active'"),
  );
  expect(rows).toHaveLength(3);
});
