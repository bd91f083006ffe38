import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../core/ids.ts';
import {
  type AgreementWorld,
  inDays,
  startAgreementWorld,
  type TestOffice,
  testPassphrase,
} from '../testing/agreement-world.ts';
import { superuserClient } from '../testing/database.ts';
import { documentOn, type SignedTerms } from './changing.ts';
import type { AgreementScope } from './rules.ts';

/** From letter of intent to extension, over HTTP, by two and three regencies. */

const opening = (id: string, scope: AgreementScope) =>
  sql`select ${id}::uuid = any (platform.my_agreements_opening(${scope})) as open`;

let world: AgreementWorld;
let sumedang: TestOffice;
let lebak: TestOffice;
let sukabumi: TestOffice;

beforeAll(async () => {
  world = await startAgreementWorld();
  [sumedang, lebak, sukabumi] = await Promise.all([world.addOffice(), world.addOffice(), world.addOffice()]);
});
afterAll(() => world?.close());

const passphrase = testPassphrase;
const call = (
  office: TestOffice,
  method: 'GET' | 'POST' | 'PATCH' | 'PUT',
  path: string,
  body?: object,
  who = 'sekda',
) => office.as(who).call(method, path, body);

const draft = (changes: object = {}, office = sumedang, partners = [lebak.slug]) =>
  call(office, 'POST', '/agreements', {
    partners,
    title: 'Kerja Sama Pemerintahan Digital',
    scope: ['templates'],
    startsOn: inDays(0),
    endsOn: inDays(365),
    ...changes,
  });

async function drafted(...given: Parameters<typeof draft>): Promise<string> {
  const answer = await draft(...given);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id;
}
const propose = (id: string, office = sumedang) => call(office, 'POST', `/agreements/${id}/propose`);
const sign = (id: string, office: TestOffice) =>
  call(office, 'POST', `/agreements/${id}/sign`, { passphrase }, 'bupati');

async function conclude(id: string, offices = [sumedang, lebak]): Promise<void> {
  const proposed = await propose(id, offices[0]);
  expect(proposed.status, JSON.stringify(proposed.body)).toBe(200);
  for (const office of offices) {
    const answer = await sign(id, office);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  }
}
async function concluded(...given: Parameters<typeof draft>): Promise<string> {
  const id = await drafted(...given);
  await conclude(id);
  return id;
}
const get = (id: string, office = lebak) => call(office, 'GET', `/agreements/${id}`);

describe('letter of intent, KB and PKS', () => {
  test('follow each other, and each shows what it rests on', async () => {
    const intent = await concluded({ kind: 'letter_of_intent' });
    const kb = await concluded({ kind: 'kb', parentId: intent });
    const pks = await concluded({ kind: 'pks', parentId: kb });
    expect((await get(pks)).body).toMatchObject({ state: 'in_force', parent: { id: kb, kind: 'kb' } });
    expect((await get(kb)).body).toMatchObject({ parent: { id: intent }, children: [{ id: pks, kind: 'pks' }] });
    expect((await get(intent)).body).toMatchObject({ state: 'in_force', children: [{ id: kb }] });
  });

  test('a PKS without a KB is refused unless the parties record why', async () => {
    const refused = await draft({ kind: 'pks' });
    expect([refused.status, refused.body.errors.map(({ path }) => path)]).toEqual([422, ['parentId']]);
    const id = await drafted({ kind: 'pks', parentReason: 'KB masih di luar sistem ini' });
    const emptied = await call(lebak, 'PATCH', `/agreements/${id}`, { parentReason: null });
    expect([emptied.status, emptied.body.errors[0]?.path]).toEqual([422, 'parentId']);
    await conclude(id);
    expect((await get(id)).body.parentReason).toBe('KB masih di luar sistem ini');
  });

  test('only a living document of the right kind and the same parties is something to rest on', async () => {
    const withThree = await drafted({ kind: 'kb' }, sumedang, [lebak.slug, sukabumi.slug]);
    await conclude(withThree, [sumedang, lebak, sukabumi]);
    const pks = await concluded({ kind: 'pks', parentReason: 'Uji' });
    const foreign = await drafted({ kind: 'kb' }, lebak, [sukabumi.slug]);
    for (const parentId of [withThree, pks, foreign, newId()]) {
      const answer = await draft({ kind: 'pks', parentId });
      expect([answer.status, answer.body.errors?.[0]?.path], parentId).toEqual([422, 'parentId']);
    }
    const open = await drafted({ kind: 'kb' });
    const under = await drafted({ kind: 'pks', parentId: open });
    expect((await propose(under)).body.errors).toMatchObject([{ path: 'parentId' }]);
    await conclude(open);
    expect((await propose(under)).status).toBe(200);
    // Ended while the PKS is being signed: nothing is half-signed by the second.
    expect((await sign(under, sumedang)).status).toBe(200);
    await call(lebak, 'POST', `/agreements/${open}/terminate`, { reason: 'Berubah arah' }, 'bupati');
    expect((await sign(under, lebak)).status).toBe(422);
    expect((await get(under)).body.state).toBe('signing');
  });

  test('everything that has to be in it and is not is named', async () => {
    const clauses = [
      { title: 'Maksud dan tujuan', text: ['Bekerja sama.'] },
      { title: 'Bagian kedua', text: ['Uang masing-masing.'], kinds: ['funding'] },
    ];
    const id = await drafted({ clauses });
    const answer = await propose(id);
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map(({ message }) => message)).toEqual(
      [
        'objek',
        'ruang lingkup',
        'pelaksanaan',
        'jangka waktu',
        'penyelesaian perselisihan',
        'pejabat penghubung',
        'perubahan',
      ].map((label) => `belum ada pasal tentang ${label}`),
    );
  });

  test('a letter of intent opens nothing', async () => {
    const id = await concluded({ kind: 'letter_of_intent' });
    const template = await sumedang.addTemplate('Templat minat');
    const shared = await call(sumedang, 'POST', `/templates/${template}/share`, { agreementId: id }, 'admin');
    expect([shared.status, shared.body.code]).toEqual([409, 'agreement_not_in_force']);
  });
});

describe('the council', () => {
  const say = (id: string, office: TestOffice, body: object) => call(office, 'PUT', `/agreements/${id}/council`, body);

  test('is heard by each party before anybody signs a plan that is a burden', async () => {
    const id = await drafted({ burdens: true });
    await propose(id);
    const early = await sign(id, sumedang);
    expect([early.status, early.body.code]).toEqual([409, 'agreement_council_open']);
    expect((await say(id, sumedang, { needed: false, reason: 'Sudah dianggarkan dalam APBD' })).status).toBe(200);
    await say(id, lebak, { needed: true, reason: 'Belum dianggarkan' });
    expect((await sign(id, sumedang)).body.code).toBe('agreement_council_open');
    const letter = { needed: true, reason: 'Belum dianggarkan', letterNumber: '170/21/DPRD', letterDate: inDays(-1) };
    expect((await say(id, lebak, letter)).body.council).toHaveLength(2);
    expect((await sign(id, sumedang)).status).toBe(200);
    expect((await say(id, sumedang, { needed: false, reason: 'Berubah pikiran' })).status).toBe(409);
    expect((await sign(id, lebak)).body.state).toBe('in_force');
  });

  test('may be passed over with a recorded reason, and never by the words of another party', async () => {
    const id = await drafted({ burdens: true });
    await propose(id);
    await say(id, sumedang, { needed: true, reason: 'Belum dianggarkan', skippedReason: 'Masa sidang belum dibuka' });
    expect((await sign(id, sumedang)).body.code).toBe('agreement_council_open');
    await say(id, lebak, { needed: false, reason: 'Tidak membebani' });
    await sign(id, sumedang);
    expect((await sign(id, lebak)).status).toBe(200);
    expect((await get(id)).body.history.map(({ action }) => action)).toContain('council_recorded');
  });

  test('bad statements name the field', async () => {
    const id = await drafted({ burdens: true });
    const half = await say(id, lebak, { needed: true, reason: 'Belum', letterNumber: '1' });
    expect([half.status, half.body.errors[0]?.path]).toEqual([400, 'letterDate']);
    expect((await say(id, lebak, { needed: false, reason: 'Tidak', skippedReason: 'Tidak perlu' })).status).toBe(400);
    expect((await say(await drafted(), lebak, { needed: false, reason: 'Tidak' })).body.code).toBe('agreement_state');
    expect((await say(id, sukabumi, { needed: false, reason: 'Tidak' })).status).toBe(404);
  });
});

describe('writing together', () => {
  const clausesOf = async (id: string) =>
    (await get(id)).body.clauses.map(({ title, source }) => ({ title, text: [...source] }));
  const edited = (list: { title: string; text: string[] }[], title: string, line: string) =>
    list.map((each) => (each.title === title ? { title, text: [...each.text, line] } : each));

  test('different clauses merge, the same clause is refused with both wordings', async () => {
    const id = await drafted();
    const read = await clausesOf(id);
    const first = await call(lebak, 'PATCH', `/agreements/${id}`, {
      version: 1,
      clauses: edited(read, 'Pembiayaan', 'Dari Lebak.'),
    });
    expect(first.body.version).toBe(2);
    const second = await call(sumedang, 'PATCH', `/agreements/${id}`, {
      version: 1,
      title: 'Judul baru',
      clauses: edited(read, 'Pelaksanaan', 'Dari Sumedang.'),
    });
    expect([second.status, second.body.version, second.body.title]).toEqual([200, 3, 'Judul baru']);
    const text = JSON.stringify(second.body.clauses);
    expect(text).toContain('Dari Lebak.');
    expect(text).toContain('Dari Sumedang.');
    const clash = await sumedang
      .as('sekda')
      .call<{ code: string; version: number; conflicts: object[] }>('PATCH', `/agreements/${id}`, {
        version: 1,
        clauses: edited(read, 'Pembiayaan', 'Dari Sumedang juga.'),
      });
    expect([clash.status, clash.body.code, clash.body.version]).toEqual([409, 'agreement_conflict', 3]);
    const was = read.find(({ title }) => title === 'Pembiayaan')?.text ?? [];
    expect(clash.body.conflicts).toEqual([
      { title: 'Pembiayaan', base: was, mine: [...was, 'Dari Sumedang juga.'], theirs: [...was, 'Dari Lebak.'] },
    ]);
    const decided = await call(sumedang, 'PATCH', `/agreements/${id}`, {
      version: 1,
      clauses: edited(read, 'Pembiayaan', 'Dari Sumedang juga.'),
      settled: [{ title: 'Pembiayaan', theirs: [...was, 'Dari Lebak.'] }],
    });
    expect(decided.status).toBe(200);
    expect(JSON.stringify(decided.body.clauses)).toContain('Dari Sumedang juga.');
    expect(JSON.stringify(decided.body.clauses)).toContain('Dari Sumedang.');
  });

  test('parties that save at the same moment lose nothing', async () => {
    const id = await drafted({}, sumedang, [lebak.slug, sukabumi.slug]);
    const read = await clausesOf(id);
    const writers = [
      [sumedang, 'Pembiayaan'],
      [lebak, 'Pelaksanaan'],
      [sukabumi, 'Pengakhiran'],
    ] as const;
    const answers = await Promise.all(
      writers.map(([office, title]) =>
        call(office, 'PATCH', `/agreements/${id}`, {
          version: 1,
          clauses: edited(read, title, `Dari ${office.slug}.`),
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { body } = await get(id);
    expect(body.version).toBe(4);
    for (const [office] of writers) expect(JSON.stringify(body.clauses)).toContain(`Dari ${office.slug}.`);
  });

  test('remarks on a clause are answered and settled by any party, while it is a draft', async () => {
    const id = await drafted();
    const say = (office: TestOffice, body: object) => call(office, 'POST', `/agreements/${id}/comments`, body);
    const asked = await say(lebak, { clause: 'Pembiayaan', text: 'Siapa menanggung perjalanan?' });
    expect(asked.status).toBe(201);
    const [comment] = asked.body.comments;
    if (!comment) throw new Error('no comment');
    const answered = await say(sumedang, { replyTo: comment.id, text: 'Masing-masing.' });
    expect(answered.body.comments).toMatchObject([
      { id: comment.id, clause: 'Pembiayaan', by: { slug: lebak.slug } },
      { replyTo: comment.id, clause: 'Pembiayaan', by: { slug: sumedang.slug } },
    ]);
    const settled = await call(sumedang, 'POST', `/agreements/${id}/comments/${comment.id}/resolve`);
    expect(settled.body.comments[0]).toMatchObject({ resolvedBy: expect.stringContaining('sekda') });
    expect((await say(lebak, { clause: 'Tidak ada', text: 'a' })).body.errors).toMatchObject([{ path: 'clause' }]);
    expect((await say(lebak, { replyTo: newId(), text: 'a' })).status).toBe(404);
    expect((await say(sukabumi, { text: 'a' })).status).toBe(404);
    expect((await call(sukabumi, 'POST', `/agreements/${id}/comments/${comment.id}/resolve`)).status).toBe(404);
    const other = await drafted();
    expect((await call(lebak, 'POST', `/agreements/${other}/comments/${comment.id}/resolve`)).status).toBe(404);
    await propose(id);
    expect((await say(lebak, { text: 'Terlambat' })).body.code).toBe('agreement_state');
  });
});

describe('changes of what is in force', () => {
  const change = (id: string, body: object, office = lebak) => call(office, 'POST', `/agreements/${id}/changes`, body);
  async function started(id: string, body: object): Promise<string> {
    const answer = await change(id, body);
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return answer.body.id;
  }

  test('an amendment signed by all changes scope and clauses, and nothing before the last signature', async () => {
    const id = await concluded({ scope: ['templates', 'practices'] });
    const amendment = await started(id, {
      relation: 'amends',
      scope: ['practices'],
      startsOn: inDays(0),
      endsOn: inDays(365),
      clauses: [{ title: 'Pembiayaan', text: ['Ditanggung bersama.'] }],
    });
    const template = await sumedang.addTemplate('Templat berubah');
    const share = () => call(sumedang, 'POST', `/templates/${template}/share`, { agreementId: id }, 'admin');
    await propose(amendment, lebak);
    await sign(amendment, lebak);
    expect((await get(id)).body).toMatchObject({ scope: ['templates', 'practices'], consolidated: null });
    expect((await share()).status).toBeLessThan(300);
    await sign(amendment, sumedang);
    const { body } = await get(id);
    expect(body).toMatchObject({
      scope: ['practices'],
      state: 'in_force',
      changes: [{ id: amendment, relation: 'amends' }],
    });
    expect(body.consolidated?.find(({ title }) => title === 'Pembiayaan')?.text).toEqual(['Ditanggung bersama.']);
    expect(body.consolidated?.find(({ title }) => title === 'Maksud dan tujuan')).toBeDefined();
    expect((await share()).body.code).toBe('agreement_scope');
    const under = await call(sumedang, 'POST', `/templates/${template}/share`, { agreementId: amendment }, 'admin');
    expect(under.body.code).toBe('agreement_not_in_force');
    const ended = await call(lebak, 'POST', `/agreements/${amendment}/terminate`, { reason: 'Coba' }, 'bupati');
    expect(ended.body.code).toBe('agreement_state');
  });

  test('an extension lengthens it without a gap, and only before the end', async () => {
    const id = await concluded({ endsOn: inDays(10) });
    for (const [body, path] of [
      [{ relation: 'extends', startsOn: inDays(12), endsOn: inDays(400) }, 'startsOn'],
      [{ relation: 'extends', startsOn: inDays(5), endsOn: inDays(10) }, 'endsOn'],
      [{ relation: 'amends', startsOn: inDays(5), endsOn: inDays(11) }, 'endsOn'],
    ] as const) {
      const answer = await change(id, body);
      expect([answer.status, answer.body.errors[0]?.path]).toEqual([422, path]);
    }
    const extension = await started(id, { relation: 'extends', startsOn: inDays(11), endsOn: inDays(400) });
    const late = await started(id, { relation: 'extends', startsOn: inDays(11), endsOn: inDays(500) });
    await conclude(extension, [lebak, sumedang]);
    expect((await get(id)).body.endsOn).toBe(inDays(10));
    // Two at once: the second goes on from the first.
    expect((await propose(late, lebak)).status).toBe(200);
    await at(id, -20, () => expectOpen(id, ['templates'], inDays(380)));

    const over = await concluded({ startsOn: inDays(0), endsOn: inDays(1) });
    const tooLate = await started(over, { relation: 'extends', startsOn: inDays(2), endsOn: inDays(100) });
    await propose(tooLate, lebak);
    await at(over, -5, async () => {
      expect((await change(over, { relation: 'extends', startsOn: inDays(0), endsOn: inDays(100) })).body.code).toBe(
        'agreement_state',
      );
    });
    const root = superuserClient();
    await root`update platform.agreements set starts_on = starts_on - 5, ends_on = ends_on - 5 where id = ${over}`;
    await root.end();
    expect((await sign(tooLate, lebak)).body.code).toBe('agreement_state');
  });

  test('a change of an agreement that is ended meanwhile is not signed', async () => {
    const id = await concluded({ noticeDays: 30 });
    const amendment = await started(id, { relation: 'amends', startsOn: inDays(0), endsOn: inDays(365) });
    await propose(amendment, lebak);
    await sign(amendment, lebak);
    await call(sumedang, 'POST', `/agreements/${id}/terminate`, { reason: 'Anggaran' }, 'bupati');
    expect((await sign(amendment, sumedang)).body.code).toBe('agreement_state');
    expect((await change(id, { relation: 'amends', startsOn: inDays(0), endsOn: inDays(300) })).body.code).toBe(
      'agreement_state',
    );
  });

  test('a stranger and one without the right change nothing', async () => {
    const id = await concluded();
    const body = { relation: 'amends', startsOn: inDays(0), endsOn: inDays(300) };
    expect((await change(id, body, sukabumi)).status).toBe(404);
    expect((await call(lebak, 'POST', `/agreements/${id}/changes`, body, 'staf')).status).toBe(403);
  });

  /** Moves an agreement and its changes by days, as if time had passed the other way, does something, moves back. */
  async function at(id: string, days: number, work: () => Promise<unknown>): Promise<void> {
    const root = superuserClient();
    const move = (by: number) => root`update platform.agreements set starts_on = starts_on + ${by}::integer,
      ends_on = ends_on + ${by}::integer, signed_at = signed_at + make_interval(days => ${by}::integer),
      terminated_at = terminated_at + make_interval(days => ${by}::integer) where id = ${id} or base_id = ${id}`;
    await move(days);
    try {
      await work();
    } finally {
      await move(-days);
      await root.end();
    }
  }

  const openTo = async (office: TestOffice, id: string): Promise<AgreementScope[]> => {
    const open: AgreementScope[] = [];
    for (const scope of ['templates', 'practices', 'indices'] as const) {
      const rows = await world.tenancy.readTenant(office, (read) =>
        read.execute<{ open: boolean }>(opening(id, scope)),
      );
      if (rows[0]?.open) open.push(scope);
    }
    return open;
  };

  async function expectOpen(id: string, scope: AgreementScope[], endsOn?: string): Promise<void> {
    const { body } = await get(id);
    expect(await openTo(sumedang, id)).toEqual(scope);
    expect(await openTo(lebak, id)).toEqual(scope);
    expect(await openTo(sukabumi, id)).toEqual([]);
    expect(body.state === 'in_force' ? [...body.scope].sort() : []).toEqual([...scope].sort());
    if (endsOn) expect(body.endsOn).toBe(endsOn);
  }

  test('on any sequence of changes, endings and days the scope is that of the model, and of nothing outside it', async () => {
    const scopes = fc.subarray(['templates', 'practices', 'indices'] as AgreementScope[], { minLength: 1 });
    const step = fc.oneof(
      fc.record({
        act: fc.constantFrom('amends' as const, 'extends' as const),
        scope: scopes,
        start: fc.integer({ min: 0, max: 40 }),
        end: fc.integer({ min: 5, max: 80 }),
        signers: fc.integer({ min: 0, max: 2 }),
      }),
      fc.record({ act: fc.constant('terminate' as const), party: fc.boolean() }),
      fc.record({ act: fc.constant('look' as const), day: fc.integer({ min: -5, max: 90 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), scopes, async (steps, scope) => {
        const id = await concluded({ scope, startsOn: inDays(0), endsOn: inDays(30), noticeDays: 20 });
        const base: SignedTerms = { id, scope, startsOn: inDays(0), endsOn: inDays(30), signedAt: '0' };
        const signed: SignedTerms[] = [];
        let endsAtDay = Number.POSITIVE_INFINITY;
        const look = (day: number) =>
          at(id, -day, async () => {
            const holds = documentOn(base, signed, inDays(day));
            const open = day >= 0 && inDays(day) <= holds.endsOn && day < endsAtDay;
            await expectOpen(id, open ? [...holds.scope] : []);
          });
        for (const each of steps) {
          if (each.act === 'look') await look(each.day);
          else if (each.act === 'terminate') {
            const office = each.party ? sumedang : lebak;
            const answer = await call(office, 'POST', `/agreements/${id}/terminate`, { reason: 'Selesai' }, 'bupati');
            expect(answer.status).toBe(endsAtDay === Number.POSITIVE_INFINITY ? 200 : 409);
            if (answer.status === 200) endsAtDay = 20;
          } else {
            const startsOn = inDays(each.start);
            const endsOn = inDays(each.end);
            const answer = await change(id, { relation: each.act, scope: each.scope, startsOn, endsOn });
            if (answer.status !== 201) {
              expect([409, 422]).toContain(answer.status);
              continue;
            }
            expect(endsAtDay).toBe(Number.POSITIVE_INFINITY);
            const changeId = answer.body.id;
            if (each.signers === 0) continue;
            await propose(changeId, lebak);
            await sign(changeId, lebak);
            if (each.signers === 1) continue;
            expect((await sign(changeId, sumedang)).status).toBe(200);
            signed.push({ id: changeId, scope: each.scope, startsOn, endsOn, signedAt: String(signed.length + 1) });
          }
          await look(0);
        }
        for (const day of [15, 25, 35, 60]) await look(day);
      }),
      { numRuns: 8 },
    );
  });
});
