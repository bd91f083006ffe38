import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../core/ids.ts';
import { createTestServer, type Refusal, type TestOffice, type TestServer, testPassword } from '../testing/office.ts';
import type {
  AssignmentAnswer,
  DelegationAnswer,
  DirectoryItem,
  PersonAnswer,
  PositionAnswer,
  SettingsAnswer,
  UnitAnswer,
} from './schema.ts';

let server: TestServer;
let office: TestOffice;
let other: TestOffice;

beforeAll(async () => {
  server = await createTestServer();
  office = await server.addOffice();
  other = await server.addOffice();
});
afterAll(() => server.close());

type Items<T> = { items: T[] };
const who = (username: string) => {
  const found = office.people.get(username);
  if (!found) throw new Error(`no ${username}`);
  return found;
};
const admin = () => office.as('admin');
const units = async () => (await admin().call<Items<UnitAnswer>>('GET', '/units')).body.items;
const unitCalled = async (code: string) => {
  const found = (await units()).find((unit) => unit.code === code);
  if (!found) throw new Error(`no unit ${code}`);
  return found;
};
let persons = 0;
const addPerson = async (fields: object = {}) => {
  persons += 1;
  const answer = await admin().call<PersonAnswer & { activationUrl: string | null; invited: string }>(
    'POST',
    '/people',
    {
      username: `orang${persons}`,
      name: `Orang Ke-${persons}`,
      ...fields,
    },
  );
  expect(answer.status).toBe(201);
  return answer.body;
};
const addPost = async (fields: object = {}) =>
  (
    await admin().call<PositionAnswer>('POST', '/positions', {
      unitId: who('staf').unitId,
      title: 'Pranata Komputer',
      kind: 'staff',
      superiorId: who('kabid').positionId,
      ...fields,
    })
  ).body;

describe('the directory', () => {
  const search = async (query: string) =>
    (await office.as('staf').call<Items<DirectoryItem>>('GET', `/directory?${query}`)).body.items;

  test('finds posts by title, unit and holder, in any order of words', async () => {
    const [byTitle] = await search('kind=position&q=kepala%20bidang%20aplikasi');
    expect(byTitle).toMatchObject({ id: who('kabid').positionId, holder: who('kabid').name });
    const [byHolder] = await search('kind=position&q=dewi%20kominfo');
    expect(byHolder?.id).toBe(who('kadis').positionId);
  });
  test('finds units with their head, people with their post', async () => {
    const [unit] = await search('kind=unit&q=diskominfo');
    expect(unit).toMatchObject({ name: 'Dinas Komunikasi dan Informatika', holder: who('kadis').name });
    expect(await search('kind=person&q=ujang')).toEqual([
      { kind: 'person', id: who('tu').personId, name: who('tu').name, holder: null, detail: expect.any(String) },
    ]);
  });
  test('finds other active regencies by slug, not one’s own and not suspended ones', async () => {
    const suspended = await server.addOffice({ status: 'suspended' });
    const ids = (await search('kind=tenant&limit=100&q=Uji')).map((item) => item.id);
    expect(ids).toContain(other.tenant.slug);
    expect(ids).not.toContain(office.tenant.slug);
    expect(ids).not.toContain(suspended.tenant.slug);
  });
  test('without a kind shows some of each; a wildcard is a letter like any other', async () => {
    expect(new Set((await search('q=')).map((item) => item.kind))).toEqual(
      new Set(['unit', 'position', 'person', 'tenant']),
    );
    expect(await search('q=%25')).toEqual([]);
  });
  test('needs a signed-in person', async () => {
    expect((await office.visitor.call('GET', '/directory')).status).toBe(401);
  });
});

describe('units and posts', () => {
  test('the tree shows heads and holders', async () => {
    const unit = await unitCalled('Diskominfo');
    expect(unit.head).toMatchObject({ positionId: who('kadis').positionId, holder: { name: who('kadis').name } });
    expect((await unitCalled('KDH')).parentId).toBeNull();
  });

  test('a unit is added, changed, moved, and not below itself', async () => {
    const setda = await unitCalled('Setda');
    const made = await admin().call<UnitAnswer>('POST', '/units', {
      parentId: setda.id,
      code: 'Setda-Hukum',
      name: 'Bagian Hukum',
      shortName: 'Hukum',
      kind: 'section',
    });
    expect(made.status).toBe(201);
    const child = await admin().call<UnitAnswer>('POST', '/units', {
      parentId: made.body.id,
      code: 'Setda-Hukum-1',
      name: 'Subbagian Perundang-undangan',
      shortName: 'Perundangan',
      kind: 'other',
    });
    const ring = await admin().call('PATCH', `/units/${made.body.id}`, { parentId: child.body.id });
    expect([ring.status, ring.body.code]).toEqual([409, 'circular_order']);
    const taken = await admin().call('PATCH', `/units/${made.body.id}`, { code: 'Setda' });
    expect([taken.status, taken.body.code, taken.body.errors[0]?.path]).toEqual([409, 'unit_code_taken', 'code']);
    const inUse = await admin().call('PATCH', `/units/${made.body.id}`, { validTo: '2026-12-31' });
    expect([inUse.status, inUse.body.code]).toEqual([409, 'unit_in_use']);
    const renamed = await admin().call<UnitAnswer>('PATCH', `/units/${made.body.id}`, { name: 'Bagian Hukum dan HAM' });
    expect(renamed.body.name).toBe('Bagian Hukum dan HAM');
  });

  test('all wrong fields of a unit are told at once', async () => {
    const answer = await admin().call('POST', '/units', { parentId: 'x', code: '', name: 'a', kind: 'regent' });
    expect(answer.status).toBe(400);
    expect(new Set(answer.body.errors.map((error) => error.path))).toEqual(
      new Set(['parentId', 'code', 'name', 'shortName', 'kind']),
    );
  });

  test('a regency has one regent; a post is not above its own superior', async () => {
    const second = await admin().call('POST', '/positions', {
      unitId: who('bupati').unitId,
      title: 'Bupati Kedua',
      kind: 'regent',
    });
    expect([second.status, second.body.code]).toEqual([409, 'position_kind_taken']);
    const ring = await admin().call('PATCH', `/positions/${who('kadis').positionId}`, {
      superiorId: who('staf').positionId,
    });
    expect([ring.status, ring.body.code]).toEqual([409, 'circular_order']);
    const held = await admin().call('PATCH', `/positions/${who('kadis').positionId}`, { validTo: '2026-12-31' });
    expect([held.status, held.body.code]).toEqual([409, 'position_in_use']);
  });

  test('only administrators change the organisation', async () => {
    for (const [method, path, body] of [
      ['POST', '/units', { parentId: who('staf').unitId, code: 'X', name: 'Unit X', shortName: 'X', kind: 'other' }],
      ['PATCH', `/positions/${who('staf').positionId}`, { title: 'Kepala' }],
      ['POST', '/people', { username: 'tamu', name: 'Tamu' }],
      ['PUT', `/people/${who('staf').personId}/roles`, { roles: ['admin'] }],
      [
        'POST',
        '/assignments',
        { personId: who('staf').personId, positionId: who('bupati').positionId, startsOn: '2026-11-24' },
      ],
      ['PATCH', '/settings', { paper: 'F4_210' }],
    ] as const) {
      const answer = await office.as('bupati').call(method, path, body);
      expect([path, answer.status, answer.body.code]).toEqual([path, 403, 'forbidden']);
    }
  });

  test('ids of another regency are unknown', async () => {
    const stranger = other.people.get('staf');
    const missing = [
      await admin().call('PATCH', `/units/${stranger?.unitId}`, { name: 'Milik Saya' }),
      await admin().call('PATCH', `/positions/${stranger?.positionId}`, { title: 'Milik Saya' }),
      await admin().call('GET', `/people/${stranger?.personId}`),
      await admin().call('GET', `/positions/${stranger?.positionId}/assignments`),
    ];
    expect(missing.map((answer) => answer.status)).toEqual([404, 404, 404, 404]);
  });
});

describe('people', () => {
  const redeem = async (url: string | null, password: string) =>
    office.visitor.call('POST', '/auth/activate', {
      token: new URL(url ?? '').searchParams.get('token') ?? '',
      password,
    });
  const signIn = (username: string, password = testPassword) =>
    office.visitor.call<{ accessToken: string } & Refusal>('POST', '/auth/login', { username, password });

  test('a new person gets a link, shown once, and signs in with the password set there', async () => {
    const key = { 'idempotency-key': 'orang-baru' };
    const order = { username: 'rina', name: 'Rina Contoh', nip: '198001012005011001', email: 'rina@uji.example' };
    const made = await admin().call<PersonAnswer & { activationUrl: string }>('POST', '/people', order, key);
    expect(made.body).toMatchObject({ username: 'rina', active: true, activated: false, invited: 'link' });
    expect(made.body.activationUrl).toContain(`http://${office.tenant.slug}.localhost:8080/aktivasi?token=`);
    const again = await admin().call('POST', '/people', order, key);
    expect(again.body).toMatchObject({ id: made.body.id, activationUrl: null });
    expect((await redeem(made.body.activationUrl, 'sandi-panjang-1')).status).toBe(200);
    expect((await signIn('rina', 'sandi-panjang-1')).status).toBe(200);
  });

  test('usernames and NIPs are given once', async () => {
    await addPerson({ nip: '198001012005011002' });
    const name = await admin().call('POST', '/people', { username: 'staf', name: 'Staf Lain' });
    expect([name.status, name.body.code, name.body.errors[0]?.path]).toEqual([409, 'username_taken', 'username']);
    const nip = await admin().call('POST', '/people', {
      username: 'staf2',
      name: 'Staf Lain',
      nip: '198001012005011002',
    });
    expect([nip.status, nip.body.code]).toEqual([409, 'nip_taken']);
  });

  test('a dismissed person is out at once', async () => {
    const person = await addPerson();
    await redeem(person.activationUrl, 'sandi-panjang-2');
    const { accessToken } = (await signIn(person.username, 'sandi-panjang-2')).body;
    const bearer = { authorization: `Bearer ${accessToken}` };
    expect((await office.visitor.call('GET', '/me', undefined, bearer)).status).toBe(200);
    expect((await admin().call('PATCH', `/people/${person.id}`, { active: false })).status).toBe(200);
    expect((await office.visitor.call('GET', '/me', undefined, bearer)).body.code).toBe('session_ended');
    expect((await signIn(person.username, 'sandi-panjang-2')).status).toBe(401);
    const invited = await admin().call('POST', `/people/${person.id}/invite`);
    expect([invited.status, invited.body.code]).toEqual([409, 'person_inactive']);
  });

  test('the last administrator stays; a second one frees the first, and two cannot remove each other', async () => {
    const me = who('admin').personId;
    const alone = await admin().call('PUT', `/people/${me}/roles`, { roles: [] });
    expect([alone.status, alone.body.code]).toEqual([409, 'last_administrator']);
    const gone = await admin().call('PATCH', `/people/${me}`, { active: false });
    expect([gone.status, gone.body.code]).toEqual([409, 'last_administrator']);
    const second = await addPerson({ roles: ['admin'] });
    const both = await Promise.all([
      admin().call('PUT', `/people/${me}/roles`, { roles: [] }),
      admin().call('PUT', `/people/${second.id}/roles`, { roles: [] }),
    ]);
    expect(both.map((answer) => answer.status).sort()).not.toEqual([200, 200]);
    await server.tenancy.withTenant(office.tenant, async (tx) => {
      await tx.execute(sql`delete from person_roles`);
      await tx.execute(
        sql`insert into person_roles values (${me}::uuid, 'admin'), (${who('tu').personId}::uuid, 'tu')`,
      );
    });
  });

  test('a password is changed with the old one, and other sessions end', async () => {
    const person = await addPerson();
    await redeem(person.activationUrl, 'sandi-panjang-3');
    const here = (await signIn(person.username, 'sandi-panjang-3')).body.accessToken;
    const there = (await signIn(person.username, 'sandi-panjang-3')).body.accessToken;
    const as = (token: string) => ({ authorization: `Bearer ${token}` });
    const change = (oldPassword: string, newPassword: string) =>
      office.visitor.call('POST', '/me/password', { oldPassword, newPassword }, as(here));
    expect((await change('bukan-ini-sandinya', 'sandi-panjang-4')).body.code).toBe('wrong_password');
    expect((await change('sandi-panjang-3', 'pendek')).body.code).toBe('weak_password');
    expect((await change('sandi-panjang-3', 'sandi-panjang-4')).status).toBe(204);
    expect((await office.visitor.call('GET', '/me', undefined, as(here))).status).toBe(200);
    expect((await office.visitor.call('GET', '/me', undefined, as(there))).status).toBe(401);
    expect((await signIn(person.username, 'sandi-panjang-4')).status).toBe(200);
  });

  test('everyone chooses their language', async () => {
    expect((await office.as('kabid').call('PATCH', '/me', { language: 'en' })).body).toEqual({ language: 'en' });
    expect((await office.as('kabid').call('GET', '/me')).body).toMatchObject({ language: 'en' });
  });

  test('the list is found by words and paged', async () => {
    const page = await admin().call<Items<PersonAnswer> & { nextCursor: string }>('GET', '/people?limit=2');
    expect(page.body.items).toHaveLength(2);
    const next = await admin().call<Items<PersonAnswer>>('GET', `/people?limit=2&cursor=${page.body.nextCursor}`);
    expect(next.body.items.map((each) => each.id)).not.toContain(page.body.items[0]?.id);
    const found = await admin().call<Items<PersonAnswer>>('GET', '/people?q=ujang');
    expect(found.body.items[0]).toMatchObject({
      username: 'tu',
      roles: ['tu'],
      positions: [{ id: who('tu').positionId }],
    });
  });
});

describe('who holds what', () => {
  const assign = (body: object) => admin().call<AssignmentAnswer & Refusal>('POST', '/assignments', body);

  test('a new holder ends the former the day before, and acts for the post', async () => {
    const post = await addPost();
    const [first, second] = [await addPerson(), await addPerson()];
    await assign({ personId: first.id, positionId: post.id, startsOn: '2026-01-02' });
    const taken = await assign({ personId: second.id, positionId: post.id, mode: 'plt', startsOn: '2026-03-01' });
    expect(taken.status).toBe(201);
    const history = await admin().call<Items<AssignmentAnswer>>('GET', `/positions/${post.id}/assignments`);
    expect(history.body.items.map((each) => [each.personName, each.mode, each.startsOn, each.endsOn])).toEqual([
      [second.name, 'plt', '2026-03-01', null],
      [first.name, 'definitif', '2026-01-02', '2026-02-28'],
    ]);
    const ended = await admin().call('POST', `/assignments/${taken.body.id}/end`, { endsOn: '2026-03-31' });
    expect(ended.body).toMatchObject({ endsOn: '2026-03-31' });
  });

  test('two holders at one time are refused with the name of the other', async () => {
    const post = await addPost();
    const [first, second] = [await addPerson(), await addPerson()];
    await assign({ personId: first.id, positionId: post.id, startsOn: '2026-05-01' });
    const sameDay = await assign({ personId: second.id, positionId: post.id, startsOn: '2026-05-01' });
    expect([sameDay.status, sameDay.body.code]).toEqual([409, 'position_occupied']);
    expect(sameDay.body.detail).toContain(first.name);
    const before = await assign({ personId: second.id, positionId: post.id, startsOn: '2026-04-01' });
    expect(before.body.code).toBe('position_occupied');
    const until = { personId: second.id, positionId: post.id, startsOn: '2026-04-01', endsOn: '2026-04-30' };
    expect((await assign(until)).status).toBe(201);
  });

  test('a holder lets a colleague act, and takes it back', async () => {
    const [kadis, staf] = [office.as('kadis'), office.as('staf')];
    const order = {
      positionId: who('kadis').positionId,
      personId: who('staf').personId,
      acts: ['approve'],
      endsAt: new Date(Date.now() + 86_400_000).toISOString(),
    };
    expect((await staf.call('POST', '/delegations', { ...order, personId: who('tu').personId })).status).toBe(403);
    const made = await kadis.call<DelegationAnswer>('POST', '/delegations', order);
    expect(made.status).toBe(201);
    const positions = async () =>
      (await staf.call<{ positions: { id: string; mode: string }[] }>('GET', '/me')).body.positions;
    expect((await positions()).map((each) => each.mode)).toEqual(['definitif', 'delegate']);
    // A delegate is no holder: the right is not passed on.
    expect((await staf.call('POST', '/delegations', { ...order, personId: who('tu').personId })).status).toBe(403);
    expect((await staf.call<Items<DelegationAnswer>>('GET', '/delegations')).body.items).toHaveLength(1);
    expect((await office.as('tu').call('DELETE', `/delegations/${made.body.id}`)).status).toBe(404);
    expect((await kadis.call('DELETE', `/delegations/${made.body.id}`)).status).toBe(204);
    expect((await positions()).map((each) => each.mode)).toEqual(['definitif']);
  });

  test('a delegation to oneself, backwards or endless is refused', async () => {
    const order = { positionId: who('kadis').positionId, personId: who('staf').personId };
    const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    const codes = [
      { ...order, endsAt: at(-1) },
      { ...order, endsAt: at(800) },
      { ...order, personId: who('kadis').personId, endsAt: at(1) },
    ].map(async (body) => (await office.as('kadis').call('POST', '/delegations', body)).body.code);
    expect(await Promise.all(codes)).toEqual(['unusable_dates', 'unusable_dates', 'unusable_delegate']);
  });
});

test('settings: a number pattern that could give twins is refused, a good one kept', async () => {
  const bad = await admin().call('PATCH', '/settings', { numberPattern: '{classification}/{seq}' });
  expect([bad.status, bad.body.code, bad.body.errors[0]?.path]).toEqual([422, 'unusable_pattern', 'numberPattern']);
  const good = {
    numberPattern: '{classification}/{seq}/{unit}/{year}',
    paper: 'F4_210',
    dispositionInstructions: ['Hadiri'],
  };
  expect((await admin().call('PATCH', '/settings', good)).body).toMatchObject(good);
  expect((await office.as('staf').call<SettingsAnswer>('GET', '/settings')).body).toMatchObject(good);
});

test('every change leaves a row in the audit log, with who did it', async () => {
  const rows = await server.tenancy.readTenant(office.tenant, (read) =>
    read.execute<{ action: string; name: string }>(
      sql`select distinct action, actor_name as name from audit_log where actor_id = ${who('admin').personId}::uuid`,
    ),
  );
  expect(rows.map((row) => row.action)).toEqual(
    expect.arrayContaining([
      'unit.created',
      'unit.changed',
      'position.created',
      'person.created',
      'person.dismissed',
      'position.assigned',
      'position.assignment_ended',
      'settings.changed',
    ]),
  );
});

test('an administrator enters one for an absent holder: never to sign, with a reason, and the holder is told', async () => {
  const [kadis, staf] = [office.as('kadis'), office.as('staf')];
  const order = {
    positionId: who('kadis').positionId,
    personId: who('staf').personId,
    endsAt: new Date(Date.now() + 86_400_000).toISOString(),
  };
  const reason = 'Dirawat di rumah sakit sejak pagi';
  const post = (body: object) => admin().call<DelegationAnswer & Refusal>('POST', '/delegations', body);
  const faultsOf = async (body: object) => {
    const refused = await post(body);
    expect([refused.status, refused.body.code]).toEqual([422, 'unusable_delegate']);
    return refused.body.errors.map((each) => each.path);
  };
  const wide = { ...order, acts: ['approve', 'sign'], secretLetters: true };
  expect(await faultsOf(wide)).toEqual(['acts', 'secretLetters', 'reason']);
  expect(await faultsOf({ ...order, reason, personId: who('kadis').personId })).toEqual(['personId']);
  expect(await faultsOf({ ...order, reason, positionId: (await addPost()).id })).toEqual(['positionId']);
  expect(await faultsOf({ ...order, reason, positionId: newId() })).toEqual(['positionId']);
  // An administrator gives nothing to themselves.
  expect(await faultsOf({ ...order, reason, personId: who('admin').personId })).toEqual(['personId']);
  expect((await post({ ...order, reason: 'x' })).body.code).toBe('invalid_input');
  expect((await staf.call('POST', '/delegations', { ...order, reason })).status).toBe(403);

  const made = await post({ ...order, reason });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  expect(made.body).toMatchObject({ acts: ['approve', 'dispose'], secretLetters: false, reason });
  const told = async (by: string) =>
    (await office.as(by).call<Items<{ textKey: string; values: { reason: string } }>>('GET', '/notices')).body.items
      .filter((each) => each.textKey.startsWith('delegation.'))
      .map((each) => [each.textKey, each.values.reason]);
  expect([await told('kadis'), await told('staf'), await told('sekda')]).toEqual([
    [['delegation.entered', reason]],
    [['delegation.received', reason]],
    [],
  ]);
  // Not even the application could write a right to sign.
  await expect(
    server.tenancy.withTenant(office.tenant, (tx) =>
      tx.execute(sql`update delegations set acts = '{sign}' where id = ${made.body.id}::uuid`),
    ),
  ).rejects.toMatchObject({ constraint_name: 'delegations_of_absent' });
  // The holder is back and ends it; a holder's own needs no reason and keeps none.
  expect((await kadis.call('DELETE', `/delegations/${made.body.id}`)).status).toBe(204);
  const own = await kadis.call<DelegationAnswer>('POST', '/delegations', { ...order, acts: ['sign'], reason });
  expect([own.status, own.body.reason]).toEqual([201, null]);
  expect((await kadis.call('DELETE', `/delegations/${own.body.id}`)).status).toBe(204);
});
