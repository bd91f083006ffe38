import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../core/db/client.ts';
import { newId } from '../core/ids.ts';
import { superuserClient } from '../testing/database.ts';
import { createTestServer, type TestOffice, type TestServer, testPassword } from '../testing/office.ts';
import { createCatalogueJobs } from './index.ts';
import type { MergeAnswer, OfferAnswer } from './schema.ts';

let server: TestServer;
let superuser: Client;
/** Gives. */
let sumedang: TestOffice;
/** Takes. */
let lebak: TestOffice;
/** Is a partner of Sumedang's, but not of Lebak's. */
let sukabumi: TestOffice;

beforeAll(async () => {
  server = await createTestServer();
  superuser = superuserClient();
  [sumedang, lebak, sukabumi] = [await server.addOffice(), await server.addOffice(), await server.addOffice()];
  for (const office of [sumedang, lebak, sukabumi]) await office.addSigners('bupati');
});
afterAll(async () => {
  await superuser?.end();
  await server?.close();
});

type Made = { id: string };
type Refusal = { code: string; errors: { path: string }[] };
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const p = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const body = (...texts: string[]) => ({ type: 'doc', content: texts.map(p) });

async function act<T = Made>(
  office: TestOffice,
  who: string,
  method: 'POST' | 'PATCH' | 'GET' | 'PUT',
  path: string,
  input?: object,
) {
  const reply = await office.as(who).call<T>(method, path, input);
  expect(reply.status, `${who} ${method} ${path}: ${reply.raw.toString()}`).toBeLessThan(300);
  return reply.body;
}

/** An agreement in force between Sumedang and a partner. */
async function agree(partner: TestOffice, copiesAfterEnd: 'keep' | 'stop_new_use' = 'keep'): Promise<string> {
  const { id } = await act(sumedang, 'sekda', 'POST', '/agreements', {
    partners: [partner.tenant.slug],
    title: `Berbagi templat ${newId().slice(-6)}`,
    scope: ['templates'],
    startsOn: inDays(0),
    endsOn: inDays(100),
    copiesAfterEnd,
  });
  await act(sumedang, 'sekda', 'POST', `/agreements/${id}/propose`);
  for (const office of [sumedang, partner]) {
    await act(office, 'bupati', 'POST', `/agreements/${id}/sign`, { passphrase: testPassword });
  }
  return id;
}

async function template(name: string, text: object, defaults: object = {}): Promise<string> {
  const { id } = await act(sumedang, 'admin', 'POST', '/templates', {
    name,
    type: 'surat_dinas',
    body: text,
    defaults,
  });
  await act(sumedang, 'admin', 'POST', `/templates/${id}/publish`);
  return id;
}
const share = async (id: string, agreementId: string, more: object = {}): Promise<string> =>
  (await act(sumedang, 'admin', 'POST', `/templates/${id}/share`, { agreementId, ...more })).id;
const adopt = (office: TestOffice, offer: string) => act(office, 'admin', 'POST', `/catalogue/${offer}/adopt`);
const offerOf = (office: TestOffice, offer: string) => act<OfferAnswer>(office, 'admin', 'GET', `/catalogue/${offer}`);
async function next(id: string, agreementId: string, change: object): Promise<string> {
  await act(sumedang, 'admin', 'PATCH', `/templates/${id}`, change);
  await act(sumedang, 'admin', 'POST', `/templates/${id}/publish`);
  return share(id, agreementId);
}
const noticesOf = async (office: TestOffice): Promise<string[]> => {
  await office.work(createCatalogueJobs(server.deps));
  const rows = await superuser.unsafe(
    `select text_key from "${office.tenant.role}".notices where subject_kind = 'offer' order by id`,
  );
  return rows.map((row) => String(row.text_key));
};

describe('what partners say of an offer', () => {
  test('licence and attribution go along; adopters are named to parties of the agreement and counted for others', async () => {
    const [withLebak, withSukabumi] = [await agree(lebak), await agree(sukabumi)];
    const id = await template('Nota kerja sama', body('Isi.'));
    const licence = { licence: 'Bebas diubah untuk keperluan pemerintahan.', attribution: 'Diskominfo Sumedang' };
    const forLebak = await share(id, withLebak, licence);
    const forSukabumi = await share(id, withSukabumi);
    await adopt(lebak, forLebak);
    await adopt(sukabumi, forSukabumi);
    expect(await offerOf(lebak, forLebak)).toMatchObject({ ...licence, adoptedBy: 2 });
    // Lebak and Sukabumi have no agreement with each other: they are a number to one another.
    for (const [office, offer] of [
      [lebak, forLebak],
      [sukabumi, forSukabumi],
    ] as const) {
      const { adopters, adoptedBy } = await offerOf(office, offer);
      expect(adopters.map(({ slug }) => slug)).toEqual([office.tenant.slug]);
      expect(adoptedBy).toBe(2);
    }
    // The giver sees where its work is used, whichever agreement it went by.
    const { adopters } = await offerOf(sumedang, forLebak);
    expect(adopters.map(({ slug }) => slug).sort()).toEqual([lebak.tenant.slug, sukabumi.tenant.slug].sort());
  });

  test('one rating per regency, changeable, from those who adopted; the average counts everybody', async () => {
    const [withLebak, withSukabumi] = [await agree(lebak), await agree(sukabumi)];
    const id = await template('Undangan dinilai', body('Isi.'));
    const [forLebak, forSukabumi] = [await share(id, withLebak), await share(id, withSukabumi)];
    const rate = (office: TestOffice, offer: string, stars: number, word?: string) =>
      office.as('admin').call<OfferAnswer & Refusal>('PUT', `/catalogue/${offer}/rating`, { stars, word });
    expect((await rate(lebak, forLebak, 5)).body.code).toBe('rating_needs_copy');
    await adopt(lebak, forLebak);
    await adopt(sukabumi, forSukabumi);
    await noticesOf(sumedang);
    expect((await rate(lebak, forLebak, 2, 'Terlalu panjang')).body.rating).toEqual({ stars: 2, count: 1 });
    const changed = await rate(lebak, forLebak, 4, 'Sudah ringkas');
    expect(changed.body).toMatchObject({
      rating: { stars: 4, count: 1 },
      ratings: [{ stars: 4, word: 'Sudah ringkas', isOurs: true, by: { slug: lebak.tenant.slug } }],
    });
    await rate(sukabumi, forSukabumi, 5, 'Rahasia Sukabumi');
    const seen = await lebak.as('admin').call<OfferAnswer>('GET', `/catalogue/${forLebak}`);
    expect(seen.body.rating).toEqual({ stars: 4.5, count: 2 });
    expect(seen.raw.toString()).not.toContain('Rahasia Sukabumi');
    expect((await noticesOf(sumedang)).filter((key) => key === 'offer.rated')).toHaveLength(3);
    // The same once more is no news.
    await rate(lebak, forLebak, 4, 'Sudah ringkas');
    expect((await noticesOf(sumedang)).filter((key) => key === 'offer.rated')).toHaveLength(3);
    expect((await rate(sumedang, forLebak, 5)).status).toBe(404);
    expect((await rate(sukabumi, forLebak, 5)).body.code).toBe('offer_not_found');
    expect((await rate(lebak, forLebak, 6)).status).toBe(400);
    expect((await lebak.as('sekda').call('PUT', `/catalogue/${forLebak}/rating`, { stars: 5 })).status).toBe(403);
  });

  test('a question reaches the giver and its answer who asked; both stand in the history of the agreement', async () => {
    const agreement = await agree(lebak);
    const other = await share(await template('Lain', body('Isi.')), agreement);
    const offer = await share(await template('Ditanyakan', body('Isi.')), agreement);
    await noticesOf(sumedang);
    const asked = await act<OfferAnswer>(lebak, 'sekda', 'POST', `/catalogue/${offer}/questions`, {
      text: 'Apa dasarnya?',
    });
    const questionId = asked.questions[0]?.id;
    expect(await noticesOf(sumedang)).toContain('offer.asked');
    const input = { questionId, text: 'Peraturan Bupati.' };
    const answered = await act<OfferAnswer>(sumedang, 'admin', 'POST', `/catalogue/${offer}/answers`, input);
    expect(answered.questions).toMatchObject([
      {
        text: 'Apa dasarnya?',
        by: { slug: lebak.tenant.slug },
        answers: [{ text: 'Peraturan Bupati.', by: { slug: sumedang.tenant.slug } }],
      },
    ]);
    expect(await noticesOf(lebak)).toContain('offer.answered');
    const { history } = await act<{ history: { action: string }[] }>(lebak, 'admin', 'GET', `/agreements/${agreement}`);
    expect(history.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['question_asked', 'question_answered']),
    );
    // A question of another offer is not there, and nothing is kept of the attempt.
    const wrong = await lebak.as('admin').call<Refusal>('POST', `/catalogue/${other}/answers`, input);
    expect(wrong.body.code).toBe('offer_not_found');
    expect((await offerOf(lebak, offer)).questions[0]?.answers).toHaveLength(1);
    expect((await sukabumi.as('admin').call('POST', `/catalogue/${offer}/questions`, { text: 'Boleh?' })).status).toBe(
      404,
    );
    expect((await lebak.as('admin').call('POST', `/catalogue/${offer}/questions`, { text: '' })).status).toBe(400);
    await act(lebak, 'bupati', 'POST', `/agreements/${agreement}/terminate`, { reason: 'Selesai' });
    const late = await lebak.as('admin').call<Refusal>('POST', `/catalogue/${offer}/questions`, { text: 'Masih ada?' });
    expect([late.status, late.body.code]).toEqual([409, 'agreement_ended']);
  });
});

describe('a newer version and a changed copy', () => {
  const compare = (offer: string) => act<MergeAnswer>(lebak, 'admin', 'GET', `/catalogue/${offer}/merge`);
  const merge = (offer: string, input: object) =>
    lebak.as('admin').call<{ id: string; version: number } & Refusal>('POST', `/catalogue/${offer}/merge`, input);
  const read = (id: string) =>
    act<{
      body: object;
      version: number;
      publishedVersion: number;
      origin: { version: number };
      versions: { source: string }[];
    }>(lebak, 'admin', 'GET', `/templates/${id}`);

  test('come together where they do not meet; where both changed one place, somebody chooses', async () => {
    const agreement = await agree(lebak);
    const id = await template('Edaran', body('Pembuka.', 'Tetap.', 'Isi.', 'Penutup.'), {
      subject: 'Edaran',
      urgency: 'biasa',
    });
    const copy = await adopt(lebak, await share(id, agreement));
    await act(lebak, 'admin', 'PATCH', `/templates/${copy.id}`, {
      body: body('Pembuka.', 'Tetap.', 'Isi Lebak.', 'Tambahan Lebak.', 'Penutup.'),
      defaults: { subject: 'Edaran Lebak', urgency: 'biasa' },
    });
    const newer = await next(id, agreement, {
      body: body('Pembuka baru.', 'Tetap.', 'Isi baru.', 'Tambahan.', 'Penutup.'),
      defaults: { subject: 'Edaran', urgency: 'segera' },
    });
    const seen = await compare(newer);
    expect(seen).toMatchObject({
      copy: { id: copy.id, version: 2, fromVersion: 1 },
      toVersion: 2,
      isChanged: true,
      defaults: { subject: 'Edaran Lebak', urgency: 'segera' },
      body: body('Pembuka baru.', 'Tetap.', 'Isi Lebak.', 'Tambahan Lebak.', 'Penutup.'),
    });
    const keys = seen.conflicts.map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(0);

    const undecided = await merge(newer, { version: 2 });
    expect([undecided.status, undecided.body.code]).toEqual([409, 'merge_conflicts']);
    expect(undecided.body.errors.map(({ path }) => path)).toEqual(keys.map((key) => `choices.${key}`));
    expect((await merge(newer, { version: 1 })).body.code).toBe('stale_version');
    expect((await read(copy.id)).version).toBe(2);

    const choices = Object.fromEntries(keys.map((key) => [key, 'both']));
    const merged = await merge(newer, { version: 2, choices });
    expect(merged.status, merged.raw.toString()).toBe(201);
    const after = await read(copy.id);
    expect(after).toMatchObject({ version: 4, publishedVersion: 1, origin: { version: 2 } });
    const text = JSON.stringify(after.body);
    for (const part of ['Pembuka baru.', 'Isi Lebak.', 'Isi baru.', 'Tambahan Lebak.', 'Penutup.']) {
      expect(text).toContain(part);
    }
    expect(after.versions.map(({ source }) => source)).toEqual(['written', 'adopted', 'written', 'adopted']);
    expect((await merge(newer, { version: 4 })).body.code).toBe('copy_is_current');
    expect(await offerOf(lebak, newer)).toMatchObject({ adoptedByMe: true, copyId: copy.id, isNewer: false });
    // The next one starts from what was given last, so what was settled is not asked again.
    const third = await next(id, agreement, {
      body: body('Pembuka baru.', 'Tetap.', 'Isi baru.', 'Tambahan.', 'Penutup.', 'Catatan.'),
    });
    const again = await compare(third);
    expect(again.conflicts).toEqual([]);
    expect(JSON.stringify(again.body)).toContain('Isi Lebak.');
    expect(JSON.stringify(again.body)).toContain('Catatan.');
  });

  test('an unchanged copy simply becomes the newer version, once, however often it is asked at the same moment', async () => {
    const agreement = await agree(lebak);
    const id = await template('Laporan', body('Satu.'));
    const first = await share(id, agreement);
    const copy = await adopt(lebak, first);
    expect((await merge(first, { version: 1 })).body.code).toBe('copy_is_current');
    const newer = await next(id, agreement, { body: body('Satu.', 'Dua.') });
    expect(await compare(newer)).toMatchObject({ isChanged: false, conflicts: [], body: body('Satu.', 'Dua.') });
    const answers = await Promise.all([merge(newer, { version: 1 }), merge(newer, { version: 1 })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await read(copy.id)).toMatchObject({ version: 2, body: body('Satu.', 'Dua.') });
    expect((await lebak.as('sekda').call('POST', `/catalogue/${newer}/merge`, { version: 2 })).status).toBe(403);
  });

  test('is refused without a copy, when both make no template together, and after the end', async () => {
    const field = (kind: string) => ({
      type: 'paragraph',
      content: [{ type: 'variable', attrs: { name: 'tanggal', label: 'Tanggal', kind, value: null, required: true } }],
    });
    const agreement = await agree(lebak);
    const id = await template('Isian', body('Satu.', 'Dua.'));
    const offer = await share(id, agreement);
    expect((await merge(offer, { version: 1 })).body.code).toBe('no_copy');
    const copy = await adopt(lebak, offer);
    const mine = { type: 'doc', content: [field('date'), p('Satu.'), p('Dua.')] };
    await act(lebak, 'admin', 'PATCH', `/templates/${copy.id}`, { body: mine });
    const newer = await next(id, agreement, { body: { type: 'doc', content: [p('Satu.'), p('Dua.'), field('text')] } });
    const together = await merge(newer, { version: 2 });
    expect([together.status, together.body.code]).toEqual([422, 'invalid_template']);
    await act(lebak, 'bupati', 'POST', `/agreements/${agreement}/terminate`, { reason: 'Selesai' });
    const late = await merge(newer, { version: 2 });
    expect([late.status, late.body.code]).toEqual([409, 'agreement_ended']);
    expect((await read(copy.id)).version).toBe(2);
  });
});

describe('when an agreement is over', () => {
  const draft = (office: TestOffice, templateId: string) =>
    office.as('staf').call<Made & Refusal>('POST', '/letters', {
      templateId,
      subject: 'Uji',
      recipients: [{ kind: 'external', name: 'Penerima' }],
    });

  test('with the clause that stops them, copies make no new letter, and letters made before go on', async () => {
    const agreement = await agree(lebak, 'stop_new_use');
    const offer = await share(await template('Berhenti', body('Isi.')), agreement);
    const copy = await adopt(lebak, offer);
    const before = await draft(lebak, copy.id);
    expect(before.status, before.raw.toString()).toBe(201);
    await act(lebak, 'bupati', 'POST', `/agreements/${agreement}/terminate`, { reason: 'Selesai' });
    const after = await draft(lebak, copy.id);
    expect([after.status, after.body.code]).toEqual([409, 'agreement_ended']);
    expect((await act<{ stopped: object }>(lebak, 'staf', 'GET', `/templates/${copy.id}`)).stopped).toMatchObject({
      reason: 'agreement_ended',
      agreementId: agreement,
    });
    const { items } = await act<{ items: { id: string; stopped: object | null }[] }>(
      lebak,
      'staf',
      'GET',
      '/templates?limit=100',
    );
    expect(items.filter(({ stopped }) => stopped !== null).map(({ id }) => id)).toEqual([copy.id]);
    expect((await lebak.as('staf').call('PATCH', `/letters/${before.body.id}`, { subject: 'Diteruskan' })).status).toBe(
      200,
    );
    for (const office of [sumedang, lebak]) {
      const { history } = await act<{ history: { action: string }[] }>(
        office,
        'admin',
        'GET',
        `/agreements/${agreement}`,
      );
      expect(history.map(({ action }) => action)).toContain('terminated');
    }
  });

  test('without it they stay in use', async () => {
    const agreement = await agree(lebak);
    const copy = await adopt(lebak, await share(await template('Tetap', body('Isi.')), agreement));
    await act(lebak, 'bupati', 'POST', `/agreements/${agreement}/terminate`, { reason: 'Selesai' });
    expect((await draft(lebak, copy.id)).status).toBe(201);
  });

  test('what its giver takes back follows the same clause, and comes back with it', async () => {
    const agreement = await agree(lebak, 'stop_new_use');
    const id = await template('Ditarik', body('Isi.'));
    const offer = await share(id, agreement);
    const copy = await adopt(lebak, offer);
    await act(sumedang, 'admin', 'POST', `/catalogue/${offer}/withdraw`);
    expect((await draft(lebak, copy.id)).body.code).toBe('offer_withdrawn');
    expect(await noticesOf(lebak)).toContain('offer.withdrawn_stop_new_use');
    const { history } = await act<{ history: { action: string; detail: object }[] }>(
      lebak,
      'admin',
      'GET',
      `/agreements/${agreement}`,
    );
    expect(history.at(-1)).toMatchObject({ action: 'template_withdrawn', detail: { copies: 'stop_new_use' } });
    await share(id, agreement);
    expect((await draft(lebak, copy.id)).status).toBe(201);
  });

  test('another agreement that opens the same version keeps its copy in use', async () => {
    const [first, second] = [await agree(lebak, 'stop_new_use'), await agree(lebak, 'stop_new_use')];
    const id = await template('Dua dasar', body('Isi.'));
    const copy = await adopt(lebak, await share(id, first));
    expect((await adopt(lebak, await share(id, second))).id).toBe(copy.id);
    await act(lebak, 'bupati', 'POST', `/agreements/${first}/terminate`, { reason: 'Selesai' });
    expect((await draft(lebak, copy.id)).status).toBe(201);
    await act(lebak, 'bupati', 'POST', `/agreements/${second}/terminate`, { reason: 'Selesai' });
    expect((await draft(lebak, copy.id)).body.code).toBe('agreement_ended');
  });

  test('the clause is part of the content: versioned, printed, and unknown values are refused', async () => {
    const { id } = await act(sumedang, 'sekda', 'POST', '/agreements', {
      partners: [lebak.tenant.slug],
      title: 'Pasal salinan',
      scope: ['templates'],
      startsOn: inDays(0),
      endsOn: inDays(10),
    });
    type Read = { copiesAfterEnd: string; clauses: { text: string[] }[]; versions: object[] };
    const before = await act<Read>(lebak, 'admin', 'GET', `/agreements/${id}`);
    expect(before.copiesAfterEnd).toBe('keep');
    expect(JSON.stringify(before.clauses)).toContain('tetap dapat dipakai');
    const after = await act<Read>(lebak, 'admin', 'PATCH', `/agreements/${id}`, { copiesAfterEnd: 'stop_new_use' });
    expect(after).toMatchObject({ copiesAfterEnd: 'stop_new_use', versions: [{}, {}] });
    expect(JSON.stringify(after.clauses)).toContain('tidak dipakai lagi untuk naskah baru');
    expect((await lebak.as('admin').call('PATCH', `/agreements/${id}`, { copiesAfterEnd: 'apa saja' })).status).toBe(
      400,
    );
  });
});

test('a regency can open, rate, ask and answer by the functions alone', async () => {
  const attempts = [
    sql`insert into platform.offer_ratings (offer_id, stars) values (${newId()}::uuid, 5)`,
    sql`insert into platform.offer_questions (id, offer_id, agreement_id, author, text) values (${newId()}::uuid, ${newId()}::uuid, ${newId()}::uuid, 'x', 'xyz')`,
    sql`select platform.publish_national_template(${newId()}::uuid, ${newId()}::uuid, 'ab', 'surat_dinas', null, null, null, '{}')`,
    sql`select platform.tell_office('x', ${newId()}::uuid, 'rated')`,
    sql`select * from platform.national_templates()`,
  ];
  for (const attempt of attempts) {
    await expect(server.tenancy.withTenant(lebak.tenant, (tx) => tx.execute(attempt))).rejects.toMatchObject({
      code: '42501',
    });
  }
});
