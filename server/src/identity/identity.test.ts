import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../core/ids.ts';
import { createTestServer, type Refusal, type TestOffice, type TestServer, testPassword } from '../testing/office.ts';
import { issueActivation, revokeSessionsOf } from './index.ts';

let server: TestServer;
let office: TestOffice;
let other: TestOffice;

beforeAll(async () => {
  server = await createTestServer();
  office = await server.addOffice();
  other = await server.addOffice();
});
afterAll(() => server.close());

type Login = { accessToken: string; expiresIn: number; user: { id: string; name: string; roles: string[] } };

const seconds = (count: number) => server.clock.advance(count * 1000);
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const who = (username: string) => {
  const found = office.people.get(username);
  if (!found) throw new Error(`no ${username}`);
  return found;
};

const login = (username: string, password = testPassword, at = office) =>
  at.visitor.call<Login & Refusal>('POST', '/auth/login', { username, password });

/** The cookie as a browser sends it back. */
function cookieOf(headers: Record<string, unknown>): string {
  const set = headers['set-cookie'];
  const [line] = Array.isArray(set) ? set : [set];
  return String(line).split(';', 1)[0] ?? '';
}
const refresh = (cookie: string, headers: Record<string, string> = {}) =>
  office.visitor.call<Login & Refusal>('POST', '/auth/refresh', undefined, { cookie, ...headers });

/** A person of one's own, so that failures of one test lock nobody else out. */
async function addPerson(): Promise<{ id: string; username: string }> {
  const person = { id: newId(), username: `orang-${randomBytes(4).toString('hex')}` };
  await server.tenancy.withTenant(office.tenant, (tx) =>
    tx.execute(sql`insert into people (id, username, name, password_hash)
      select ${person.id}::uuid, ${person.username}, 'Orang Uji', password_hash from people where username = 'staf'`),
  );
  return person;
}

describe('signing in', () => {
  test('answers who one is, with a host-only cookie that scripts cannot read', async () => {
    const { status, body, headers } = await login('kadis');
    expect(status).toBe(200);
    expect(body.user).toMatchObject({
      id: who('kadis').personId,
      roles: ['kadis'],
      positionId: who('kadis').positionId,
    });
    const cookie = String(headers['set-cookie']);
    expect(cookie).toContain(`madangan-${office.tenant.slug}=`);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Strict/i);
    expect(cookie).not.toMatch(/Domain=/i);
  });

  test('a wrong password and an unknown name get the same answer', async () => {
    const person = await addPerson();
    const wrong = await login(person.username, 'bukan-sandi-ini');
    const unknown = await login('tidak-ada', 'bukan-sandi-ini');
    expect(wrong.status).toBe(401);
    expect(wrong.body).toEqual(unknown.body);
    expect(wrong.body.code).toBe('wrong_credentials');
  });

  test('repeated failures lock longer and longer, only that account, and time or success forgives', async () => {
    const person = await addPerson();
    const fail = () => login(person.username, 'salah-semua');
    for (let count = 1; count <= 4; count += 1) expect((await fail()).body.code).toBe('wrong_credentials');
    // The fifth failure locks for 15 seconds, the sixth for 30.
    expect((await fail()).status).toBe(401);
    const locked = await login(person.username);
    expect([locked.status, locked.body.code]).toEqual([429, 'sign_in_locked']);
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(10);
    expect(Number(locked.headers['retry-after'])).toBeLessThanOrEqual(15);
    expect((await login('staf')).status).toBe(200);
    seconds(16);
    expect((await fail()).status).toBe(401);
    seconds(16);
    expect((await login(person.username)).status).toBe(429);
    seconds(15);
    expect((await login(person.username)).status).toBe(200);
    // Success wiped the slate: four failures are free again.
    for (let count = 1; count <= 4; count += 1) expect((await fail()).status).toBe(401);
    expect((await login(person.username)).status).toBe(200);
  });

  test('guesses at the same moment are all counted', async () => {
    const person = await addPerson();
    await Promise.all(Array.from({ length: 12 }, () => login(person.username, 'salah-semua')));
    const locked = await login(person.username);
    expect(locked.body.code).toBe('sign_in_locked');
    const [row] = await server.tenancy.readTenant(office.tenant, (read) =>
      read.execute<{ failures: number }>(sql`select failures from signin_failures where account = ${person.username}`),
    );
    // Those that came once it was locked were not tried.
    expect(row?.failures).toBeGreaterThanOrEqual(5);
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(5);
  });

  test('failures of yesterday no longer count', async () => {
    const person = await addPerson();
    for (let count = 1; count <= 4; count += 1) await login(person.username, 'salah-semua');
    seconds(25 * 3600);
    await login(person.username, 'salah-semua');
    expect((await login(person.username)).status).toBe(200);
  });

  test('all wrong fields are told', async () => {
    const answer = await office.visitor.call('POST', '/auth/login', { username: '', otp: 'abc' });
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((error) => error.path).sort()).toEqual(['otp', 'password', 'username']);
  });
});

describe('refresh tokens', () => {
  test('rotate: the new one works, and the access token with it', async () => {
    const first = cookieOf((await login('staf')).headers);
    const rotated = await refresh(first);
    expect(rotated.status).toBe(200);
    const second = cookieOf(rotated.headers);
    expect(second).not.toBe(first);
    expect((await office.visitor.call('GET', '/me', undefined, bearer(rotated.body.accessToken))).status).toBe(200);
    expect((await refresh(second)).status).toBe(200);
  });

  test('within a second the old one is tolerated: two tabs, or an answer that was lost', async () => {
    const first = cookieOf((await login('staf')).headers);
    const second = cookieOf((await refresh(first)).headers);
    const again = await refresh(first);
    expect(again.status).toBe(200);
    expect(again.headers['set-cookie']).toBeUndefined();
    expect((await refresh(second)).status).toBe(200);
  });

  test('two tabs at the same moment both stay signed in', async () => {
    const cookie = cookieOf((await login('staf')).headers);
    const both = await Promise.all([refresh(cookie), refresh(cookie)]);
    expect(both.map((answer) => answer.status)).toEqual([200, 200]);
    expect(both.filter((answer) => answer.headers['set-cookie'] !== undefined)).toHaveLength(1);
  });

  test('used again later, the whole family ends, the thief’s token and the owner’s', async () => {
    const signedIn = await login('staf');
    const first = cookieOf(signedIn.headers);
    const second = cookieOf((await refresh(first)).headers);
    seconds(2);
    const reused = await refresh(first);
    expect([reused.status, reused.body.code]).toEqual([401, 'refresh_reused']);
    expect((await refresh(second)).body.code).toBe('refresh_invalid');
    const { body } = await office.visitor.call('GET', '/me', undefined, bearer(signedIn.body.accessToken));
    expect(body.code).toBe('session_ended');
  });

  test('a forged one is refused and ends nothing', async () => {
    const cookie = cookieOf((await login('staf')).headers);
    const forged = await refresh(`${cookie.slice(0, -3)}xyz`);
    expect([forged.status, forged.body.code]).toEqual([401, 'refresh_invalid']);
    expect((await refresh(cookie)).status).toBe(200);
  });

  test('is bound to its regency, whatever the cookie is called', async () => {
    const cookie = cookieOf((await login('staf')).headers).replace(office.tenant.slug, other.tenant.slug);
    const answer = await other.visitor.call('POST', '/auth/refresh', undefined, { cookie });
    expect([answer.status, answer.body.code]).toEqual([401, 'refresh_invalid']);
  });

  test('without a cookie, after twelve hours and after signing out there is none', async () => {
    expect((await refresh('')).body.code).toBe('refresh_invalid');
    const leaving = cookieOf((await login('staf')).headers);
    expect((await office.visitor.call('POST', '/auth/logout', undefined, { cookie: leaving })).status).toBe(204);
    expect((await refresh(leaving)).body.code).toBe('refresh_invalid');
    const old = cookieOf((await login('staf')).headers);
    seconds(12 * 3600 + 1);
    expect((await refresh(old)).body.code).toBe('refresh_invalid');
  });

  test('a page of another origin is refused, also of a sibling subdomain', async () => {
    const cookie = cookieOf((await login('staf')).headers);
    const host = `${office.tenant.slug}.localhost:8080`;
    for (const origin of [`http://${other.tenant.slug}.localhost:8080`, 'http://jahat.example', 'null']) {
      const answer = await refresh(cookie, { host, origin });
      expect([origin, answer.status, answer.body.code]).toEqual([origin, 403, 'foreign_origin']);
    }
    expect((await refresh(cookie, { host, origin: `http://${host}` })).status).toBe(200);
    const logout = await office.visitor.call('POST', '/auth/logout', undefined, {
      cookie,
      origin: 'http://jahat.example',
    });
    expect(logout.status).toBe(403);
  });
});

describe('access tokens', () => {
  test('of another regency: 401 foreign_token', async () => {
    const { accessToken } = (await login('admin')).body;
    const answer = await other.visitor.call('GET', '/me', undefined, bearer(accessToken));
    expect([answer.status, answer.body.code]).toEqual([401, 'foreign_token']);
  });

  test('expired, missing, mangled, or of another algorithm', async () => {
    const { accessToken } = (await login('staf')).body;
    const [, payload = ''] = accessToken.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {
      sub: string;
      sid: string;
      aud: string;
    };
    const { sub, sid, aud } = claims;
    const anHourAgo = { sub, sid, aud, iat: Math.floor(Date.now() / 1000) - 3600 };
    const old = server.app.jwt.office.sign(anHourAgo);
    const unsigned = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${payload}.`;
    const code = async (headers: Record<string, string>) =>
      (await office.visitor.call('GET', '/me', undefined, headers)).body.code;
    expect(await code(bearer(old))).toBe('token_expired');
    expect(await code({})).toBe('unauthenticated');
    expect(await code(bearer(`${accessToken}x`))).toBe('unauthenticated');
    expect(await code(bearer(unsigned))).toBe('unauthenticated');
    expect(await code({ authorization: `Basic ${accessToken}` })).toBe('unauthenticated');
  });

  test('a regency’s token does not open the console', async () => {
    const { accessToken } = (await login('admin')).body;
    const answer = await office.visitor.call('GET', '/platform/tenants', undefined, bearer(accessToken));
    expect([answer.status, answer.body.code]).toEqual([401, 'unauthenticated']);
  });

  test('ended sessions are refused at once', async () => {
    const person = await addPerson();
    const { accessToken } = (await login(person.username)).body;
    await server.tenancy.withTenant(office.tenant, (tx) => revokeSessionsOf(tx, person.id, server.clock.now()));
    expect((await office.visitor.call('GET', '/me', undefined, bearer(accessToken))).body.code).toBe('session_ended');
  });
});

describe('the regency of a request', () => {
  const at = (headers: Record<string, string>) =>
    server.app.inject({
      method: 'POST',
      url: '/api/v1/auth/login',
      headers,
      payload: { username: 'staf', password: testPassword },
    });

  test('comes from the address or from x-tenant, and both must agree', async () => {
    const host = `${office.tenant.slug}.localhost:8080`;
    expect((await at({ host })).statusCode).toBe(200);
    expect((await at({ host, 'x-tenant': office.tenant.slug })).statusCode).toBe(200);
    const conflict = await at({ host, 'x-tenant': other.tenant.slug });
    expect([conflict.statusCode, conflict.json<Refusal>().code]).toEqual([400, 'tenant_conflict']);
    expect((await at({ host: 'localhost:8080' })).json<Refusal>().code).toBe('tenant_required');
  });

  test('unknown 404, suspended 403, in the making 404', async () => {
    const suspended = await server.addOffice({ status: 'suspended' });
    const making = await server.addOffice({ status: 'provisioning' });
    const code = async (slug: string) => {
      const answer = await at({ host: `${slug}.localhost:8080` });
      return [answer.statusCode, answer.json<Refusal>().code];
    };
    expect(await code('tidak-dikenal')).toEqual([404, 'tenant_unknown']);
    expect(await code(suspended.tenant.slug)).toEqual([403, 'tenant_suspended']);
    expect(await code(making.tenant.slug)).toEqual([404, 'tenant_unknown']);
    expect(await code('Robert"); drop table')).toEqual([404, 'tenant_unknown']);
  });
});

describe('activation', () => {
  const activate = (token: string, password: string) =>
    office.visitor.call<{ username: string } & Refusal>('POST', '/auth/activate', { token, password });
  const tokenFor = (personId: string) =>
    server.tenancy.withTenant(office.tenant, (tx) => issueActivation(tx, personId, server.clock.now()));

  test('a link works once, ends other sessions, and is kept as a hash only', async () => {
    const person = await addPerson();
    const { accessToken } = (await login(person.username)).body;
    const token = await tokenFor(person.id);
    const [kept] = await server.tenancy.readTenant(office.tenant, (read) =>
      read.execute<{ hash: Buffer }>(
        sql`select token_hash as hash from activation_tokens where person_id = ${person.id}::uuid`,
      ),
    );
    expect(kept?.hash.equals(createHash('sha256').update(token).digest())).toBe(true);
    expect((await activate(token, 'sandi-baru-panjang')).body).toEqual({ username: person.username });
    expect((await login(person.username, 'sandi-baru-panjang')).status).toBe(200);
    expect((await office.visitor.call('GET', '/me', undefined, bearer(accessToken))).status).toBe(401);
    const again = await activate(token, 'sandi-lain-panjang');
    expect([again.status, again.body.code]).toEqual([422, 'activation_invalid']);
  });

  test('two people with the same link at once: one of them', async () => {
    const token = await tokenFor((await addPerson()).id);
    const both = await Promise.all([activate(token, 'sandi-pertama-1'), activate(token, 'sandi-kedua-22')]);
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 422]);
  });

  test('a weak password leaves the link usable; an old or foreign one is refused', async () => {
    const person = await addPerson();
    const token = await tokenFor(person.id);
    expect((await activate(token, 'pendek')).body.code).toBe('weak_password');
    expect((await activate(token, `${person.username}1`)).body.code).toBe('weak_password');
    const abroad = await other.visitor.call('POST', '/auth/activate', { token, password: 'sandi-baru-panjang' });
    expect(abroad.body.code).toBe('activation_invalid');
    expect((await activate(token, 'sandi-baru-panjang')).status).toBe(200);
    const late = await tokenFor(person.id);
    seconds(7 * 86_400 + 1);
    expect((await activate(late, 'sandi-baru-panjang')).body.code).toBe('activation_invalid');
  });
});

describe('idempotency keys', () => {
  const order = (fields: object = {}) => ({ kind: 'letters', period: '2026-01', format: 'pdf', ...fields });
  const post = (username: string, key: string, body: object, at = office) =>
    at.as(username).call<{ jobId: string } & Refusal>('POST', '/reports', body, { 'idempotency-key': key });

  test('same key and body, same answer; another body 422; another person or regency, another answer', async () => {
    const first = await post('kadis', 'k1', order());
    const again = await post('kadis', 'k1', order());
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect(again.headers['idempotent-replay']).toBe('true');
    const different = await post('kadis', 'k1', order({ format: 'xlsx' }));
    expect([different.status, different.body.code]).toEqual([422, 'idempotency_mismatch']);
    expect((await post('sekda', 'k1', order())).body.jobId).not.toBe(first.body.jobId);
    expect((await post('kadis', 'k1', order(), other)).body.jobId).not.toBe(first.body.jobId);
  });

  test('ten at once do it once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => post('bupati', 'k2', order())));
    const done = answers.filter((answer) => answer.status === 202);
    expect(new Set(done.map((answer) => answer.body.jobId)).size).toBe(1);
    expect(new Set(answers.filter((answer) => answer.status !== 202).map((answer) => answer.body.code))).toEqual(
      done.length === 10 ? new Set() : new Set(['idempotency_busy']),
    );
    const list = await office.as('bupati').call<{ items: unknown[] }>('GET', '/reports');
    expect(list.body.items).toHaveLength(1);
  });

  test('an error is not kept: the same key may try again', async () => {
    expect((await post('tu', 'k3', order({ period: '2999-01' }))).status).toBe(422);
    expect((await post('tu', 'k3', order())).status).toBe(202);
  });

  test('bodies are kept as a keyed hash', async () => {
    const plain = createHash('sha256').update(JSON.stringify(order())).digest();
    const rows = await server.tenancy.readTenant(office.tenant, (read) =>
      read.execute<{ hash: Buffer }>(sql`select request_hash as hash from idempotency_keys`),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some((row) => row.hash.equals(plain))).toBe(false);
  });
});
