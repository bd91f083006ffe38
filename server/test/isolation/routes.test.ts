import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../src/core/db/client.ts';
import { newId } from '../../src/core/ids.ts';
import { hashPassword } from '../../src/identity/index.ts';
import { superuserClient } from '../../src/testing/database.ts';
import { multipart, samplePng } from '../../src/testing/multipart.ts';
import { createTestServer, type TestOffice, type TestServer, testPassword } from '../../src/testing/office.ts';
import { recordLetter } from '../../src/testing/recorded-letter.ts';
import { agree, furnish } from './furnished-office.ts';
import { visit } from './furnished-visit.ts';
import {
  fillPath,
  foreignBodies,
  ignored,
  keyOf,
  type Operation,
  operationsOf,
  ownLetterType,
  refusedForRights,
  type Shared,
  takesFile,
  validBody,
} from './route-rules.ts';

let server: TestServer;
let superuser: Client;
let owner: TestOffice;
let stranger: TestOffice;
let owned: Shared;
let own: Shared;
let operations: Operation[];

const usernames = ['bupati', 'sekda', 'kadis', 'kabid', 'staf', 'tu', 'admin'];

/** Given two offices, each with something behind every route, and agreements of which the other is no party. */
beforeAll(async () => {
  server = await createTestServer();
  superuser = superuserClient();
  owner = await server.addOffice();
  stranger = await server.addOffice();
  const type = { name: 'Naskah Milik Sendiri', shortCode: 'NMS', group: 'khusus', layout: 'judul' };
  await owner
    .as('admin')
    .call('POST', '/letter-types', { ...type, code: ownLetterType, defaultClassification: '000.1' });
  const partners = [await server.addOffice(), await server.addOffice()];
  const [ownerIds, strangerIds] = [await furnish(server, owner), await furnish(server, stranger)];
  for (const partner of partners) await partner.addSigners('bupati');
  const [first, second] = partners;
  if (!first || !second) throw new Error('two partners');
  owned = {
    ...ownerIds,
    ...(await agree(owner, first, ownerIds)),
    ...(await visit(owner, first, ownerIds.marker)),
  };
  own = {
    ...strangerIds,
    ...(await agree(stranger, second, strangerIds)),
    ...(await visit(stranger, second, strangerIds.marker)),
  };
  operations = operationsOf(server.app.swagger());
});
afterAll(async () => {
  await superuser?.end();
  await server?.close();
});

/** Rows that change because somebody signs in or is answered, whatever was asked. */
const notContent = ['sessions', 'signin_failures', 'idempotency_keys'];

const picture = multipart([{ field: 'file', name: 'peta.png', mediaType: 'image/png', bytes: samplePng }]);

/** A fingerprint of every table of an office, by name. */
async function contentOf(office: TestOffice): Promise<Record<string, string>> {
  const { role } = office.tenant;
  const tables = await superuser`select tablename as name from pg_tables where schemaname = ${role} order by 1`;
  const content: Record<string, string> = {};
  for (const { name } of tables) {
    if (notContent.includes(name)) continue;
    const [row] = await superuser.unsafe(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print from "${role}"."${name}" t`,
    );
    content[name] = String(row?.print);
  }
  return content;
}

const officeOperations = () => operations.filter((each) => each.access === 'office');
const withPathIds = () => officeOperations().filter((each) => each.path.includes('{'));

async function tokenOf(office: TestOffice, username: string): Promise<string> {
  const { body } = await office.visitor.call<{ accessToken: string }>('POST', '/auth/login', {
    username,
    password: testPassword,
  });
  return body.accessToken;
}

async function superadminToken(): Promise<string> {
  const username = `isolasi-${newId().slice(-8)}`;
  const hash = await hashPassword(testPassword);
  await server.tenancy.withPlatform((tx) =>
    tx.execute(sql`insert into platform.superadmins (id, username, name, password_hash)
      values (${newId()}::uuid, ${username}, 'Superadmin Uji', ${hash})`),
  );
  const response = await server.app.inject({
    method: 'POST',
    url: '/api/v1/platform/auth/login',
    payload: { username, password: testPassword },
  });
  return response.json<{ accessToken: string }>().accessToken;
}

/** Calls with exactly these headers and a body that is right, or would be for its own office. */
async function bare(operation: Operation, headers: Record<string, string>) {
  const path = operation.path.replaceAll(/\{slug\}/g, owner.tenant.slug).replaceAll(/\{\w+\}/g, newId());
  const { method } = operation;
  const response = await server.app.inject({ method, url: `/api/v1${path}`, headers });
  return { status: response.statusCode, code: response.body === '' ? '' : response.json<{ code?: string }>().code };
}

describe('tokens', () => {
  test('without one every route is 401, but for those that say they are public', async () => {
    const wrong: string[] = [];
    for (const operation of operations) {
      const { status } = await bare(operation, { 'x-tenant': owner.tenant.slug });
      if (operation.access === 'public' ? status === 403 : status !== 401) wrong.push(`${keyOf(operation)}: ${status}`);
    }
    expect(wrong).toEqual([]);
    expect(officeOperations().length).toBeGreaterThan(70);
  });

  test('with another regency’s token every office route is 401 foreign_token, whoever it belongs to', async () => {
    const wrong: string[] = [];
    for (const username of ['admin', 'bupati']) {
      const authorization = `Bearer ${await tokenOf(stranger, username)}`;
      for (const operation of officeOperations()) {
        const { status, code } = await bare(operation, { 'x-tenant': owner.tenant.slug, authorization });
        if (status !== 401 || code !== 'foreign_token') wrong.push(`${keyOf(operation)}: ${status} ${code}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('with a regency’s token every route of the console is 401, and with the superadmin’s every office route', async () => {
    const wrong: string[] = [];
    const regency = { authorization: `Bearer ${await tokenOf(owner, 'admin')}` };
    const console = { authorization: `Bearer ${await superadminToken()}`, 'x-tenant': owner.tenant.slug };
    for (const operation of operations.filter((each) => each.access !== 'public')) {
      const headers = operation.access === 'console' ? regency : console;
      for (const tenant of [{}, { 'x-tenant': owner.tenant.slug }]) {
        const { status } = await bare(operation, { ...tenant, ...headers });
        if (status !== 401) wrong.push(`${keyOf(operation)}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
    const tenants = operations.find((each) => each.path === '/platform/tenants' && each.method === 'GET');
    if (!tenants) throw new Error('no list of tenants');
    expect((await bare(tenants, console)).status, 'the superadmin’s token is a good one').toBe(200);
  });
});

describe('another office’s ids in the path', () => {
  test('the ids are real: somebody of their own office reads behind every GET', async () => {
    const unread: string[] = [];
    for (const operation of withPathIds().filter((each) => each.method === 'GET')) {
      const statuses: number[] = [];
      for (const username of usernames) {
        const reply = await owner.as(username).call('GET', fillPath(operation, owned));
        statuses.push(reply.status);
        if (reply.status < 300) break;
      }
      if (!statuses.some((status) => status < 300)) unread.push(`${keyOf(operation)}: ${statuses}`);
    }
    expect(unread).toEqual([]);
  });

  test('no route answers anything of theirs to anybody, and nothing changes on either side', async () => {
    const before = [await contentOf(owner), await contentOf(stranger)];
    const wrong: string[] = [];
    for (const operation of withPathIds()) {
      const path = fillPath(operation, owned);
      const form = takesFile.has(keyOf(operation)) ? picture : null;
      const body = form?.body ?? validBody(operation, stranger, own);
      const statuses: number[] = [];
      for (const username of usernames) {
        const reply = await stranger.as(username).call(operation.method, path, body, form?.headers);
        statuses.push(reply.status);
        if (reply.raw.includes(owned.marker)) wrong.push(`${keyOf(operation)} tells ${username} of ${owned.marker}`);
      }
      if (statuses.some((status) => status < 400 || status >= 500)) wrong.push(`${keyOf(operation)}: ${statuses}`);
      // Nobody got as far as the look-up: then this says nothing, and the route needs a right body in route-rules.ts.
      if (!statuses.includes(404)) wrong.push(`${keyOf(operation)} never looked: ${statuses}`);
    }
    expect(wrong).toEqual([]);
    expect([await contentOf(owner), await contentOf(stranger)]).toEqual(before);
  });

  test('own letter, another office’s file or recipient: still nothing', async () => {
    const mixed = {
      ...own,
      attachment: owned.attachment,
      image: owned.image,
      recipient: owned.recipient,
      paper: owned.paper,
      visitFile: owned.visitFile,
      lesson: owned.lesson,
    };
    const nested = withPathIds().filter(
      (each) => (each.path.match(/\{/g) ?? []).length > 1 && !each.path.includes('{version}'),
    );
    expect(nested.length).toBeGreaterThan(1);
    for (const operation of nested) {
      for (const username of usernames) {
        const reply = await stranger.as(username).call(operation.method, fillPath(operation, mixed));
        expect(reply.status, `${keyOf(operation)} by ${username}`).toBeGreaterThanOrEqual(400);
        expect(reply.raw.includes(owned.marker)).toBe(false);
      }
    }
  });
});

describe('another office’s ids in the query', () => {
  /** Members of a query that are no ids. */
  const plain = [
    'limit',
    'box',
    'state',
    'type',
    'q',
    'kind',
    'active',
    'open',
    'direction',
    'origin',
    'all',
    'archived',
    'senderName',
    'date',
    'sha256',
    'overdue',
    'number',
    'version',
    'year',
    'classification',
    'list',
    'secrecy',
    'urgency',
    'party',
    'from',
    'to',
    'attachment',
    'order',
    'since',
    'scheme',
    'regencies',
  ];
  const values = (): Record<string, string[]> => ({
    cursor: [owned.letter, owned.template, owned.person, owned.agreement, owned.notice],
    letterId: [owned.letter, owned.received],
    parentId: [owned.disposition],
    unitId: [owned.unit],
    unit: [owned.unit],
    person: [owned.person],
  });

  test('no list and no search tells of theirs', async () => {
    const uncovered = officeOperations().flatMap((operation) =>
      operation.query
        .filter((name) => !plain.includes(name) && !(name in values()))
        .map((name) => `${keyOf(operation)} ?${name}`),
    );
    expect(uncovered, 'a new query parameter: say in this test what it is').toEqual([]);
    for (const operation of officeOperations().filter((each) => each.method === 'GET')) {
      if (operation.path.includes('{') || operation.path === '/events') continue;
      const queries = ['limit=100', `q=${owned.marker}`, `q=Milik&senderName=Kementerian Contoh&number=M-1`];
      for (const name of operation.query) for (const value of values()[name] ?? []) queries.push(`${name}=${value}`);
      if (operation.path === '/dispositions/suggestions')
        queries.push(`letterId=${own.received}&parentId=${owned.disposition}`);
      for (const username of usernames) {
        for (const query of queries) {
          const reply = await stranger.as(username).call('GET', `${operation.path}?${query}`);
          expect(reply.status, `${keyOf(operation)} ?${query}`).toBeLessThan(500);
          expect(reply.raw.toString(), `${keyOf(operation)} ?${query} by ${username}`).not.toContain(owned.marker);
        }
      }
    }
  });
});

describe('another office’s ids in the body', () => {
  test('every id that a body can hold has a case here', () => {
    const cases = foreignBodies(stranger, own, owned);
    const missing = officeOperations().flatMap((operation) =>
      operation.bodyIds
        .filter((member) => !(member in (cases[keyOf(operation)] ?? {})))
        .map((member) => `${keyOf(operation)}: ${member}`),
    );
    expect(missing, 'a new id in a body: add it to route-rules.ts').toEqual([]);
    const known = new Set(operations.map(keyOf));
    expect(
      Object.keys(cases).filter((key) => !known.has(key)),
      'cases of routes that are gone',
    ).toEqual([]);
  });

  test('is refused and changes nothing on either side', async () => {
    const before = [await contentOf(owner), await contentOf(stranger)];
    const wrong: string[] = [];
    for (const [key, members] of Object.entries(foreignBodies(stranger, own, owned))) {
      const method = key.split(' ')[0] as Operation['method'];
      for (const [member, cases] of Object.entries(members)) {
        for (const { by, path, body } of cases) {
          const reply = await stranger.as(by).call(method, path, body);
          const isFine = ignored.has(`${key} ${member}`)
            ? reply.status < 500
            : reply.status >= 400 && reply.status < 500;
          if (!isFine) wrong.push(`${key} ${member}: ${reply.status}`);
          // A refusal for another reason would prove nothing.
          const isForThat = reply.status !== 400 && (reply.status !== 403 || refusedForRights.has(`${key} ${member}`));
          if (!isForThat) wrong.push(`${key} ${member}: ${reply.raw.toString()}`);
          if (reply.raw.includes(owned.marker)) wrong.push(`${key} ${member} tells of ${owned.marker}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect([await contentOf(owner), await contentOf(stranger)]).toEqual(before);
  });

  test('a letter that is recorded cannot be routed to another office’s post', async () => {
    const before = await contentOf(stranger);
    const reply = await recordLetter(stranger, { senderName: 'Uji', subject: 'Uji', routeTo: owned.position });
    expect(reply.status).toBe(422);
    expect(await contentOf(stranger)).toEqual(before);
  });
});
