import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { superuserClient } from '../testing/database.ts';
import { createTestServer, type TestOffice, type TestServer, testPassword } from '../testing/office.ts';
import { createAdoptionReminders } from './index.ts';
import type { PlanAnswer } from './plan-schema.ts';
import type { Comparison, FiguresYear, Overview } from './schema.ts';

let server: TestServer;
let sumedang: TestOffice;
let lebak: TestOffice;
let sukabumi: TestOffice;

const scheme = 'spbe-2020';
const day = (days: number) => new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
const levels = (level: number, but: Record<number, number> = {}) =>
  Array.from({ length: 47 }, (_, index) => ({ indicator: index + 1, level: but[index + 1] ?? level }));

/** An agreement in force. */
async function agree(first: TestOffice, second: TestOffice, scope: string[]): Promise<string> {
  const made = await first.as('sekda').call<{ id: string }>('POST', '/agreements', {
    partners: [second.tenant.slug],
    title: 'Saling menampilkan nilai indeks',
    scope,
    startsOn: day(0),
    endsOn: day(100),
  });
  expect(made.status, made.raw.toString()).toBe(201);
  const { id } = made.body;
  await first.as('sekda').call('POST', `/agreements/${id}/propose`);
  for (const office of [first, second]) {
    const signed = await office.as('bupati').call('POST', `/agreements/${id}/sign`, { passphrase: testPassword });
    expect(signed.status, signed.raw.toString()).toBeLessThan(300);
  }
  return id;
}

const enter = (office: TestOffice, year: number, set: { indicator: number; level: number }[]) =>
  office.as('admin').call<FiguresYear>('PUT', '/index-figures', { scheme, year, levels: set });
const publish = (office: TestOffice, year: number, to: object) =>
  office
    .as('admin')
    .call<FiguresYear & { code: string }>('POST', '/index-figures/publish', { scheme, year, consent: true, ...to });
const compare = async (office: TestOffice, other: TestOffice) => {
  const path = `/comparison?scheme=${scheme}&regencies=${other.tenant.slug}`;
  return (await office.as('sekda').call<Comparison>('GET', path)).body;
};
const yearsSeen = async (office: TestOffice, other: TestOffice) =>
  (await compare(office, other)).regencies
    .find(({ slug }) => slug === other.tenant.slug)
    ?.years.map(({ year }) => year);
const overview = async (office: TestOffice) =>
  (await office.as('sekda').call<Overview>('GET', `/comparison/regencies?scheme=${scheme}`)).body;

beforeAll(async () => {
  server = await createTestServer();
  [sumedang, lebak, sukabumi] = [await server.addOffice(), await server.addOffice(), await server.addOffice()];
  await Promise.all([sumedang.addSigners('bupati'), lebak.addSigners('bupati')]);
});
afterAll(() => server?.close());

describe('an office’s own figures', () => {
  test('are computed here, kept to itself, and complete only with all indicators', async () => {
    const part = await enter(sumedang, 2022, levels(4).slice(0, 46));
    expect(part.body.result).toBeNull();
    expect((await publish(sumedang, 2022, { openToAll: true })).body.code).toBe('incomplete_index_figures');
    const full = await enter(sumedang, 2022, levels(4, { 42: 5 }));
    expect(full.body.result).toMatchObject({ score: 4.03, category: 'Sangat Baik' });
    expect(full.body.publication).toBeNull();
    expect(await yearsSeen(lebak, sumedang)).toEqual([]);
  });

  test('are refused with every fault named, and without the right', async () => {
    const wrong = await sumedang.as('admin').call('PUT', '/index-figures', {
      scheme,
      year: 2026,
      levels: [
        { indicator: 48, level: 3 },
        { indicator: 1, level: 2.5 },
        { indicator: 2, level: 3 },
        { indicator: 2, level: 4 },
      ],
    });
    expect(wrong.body).toMatchObject({ code: 'invalid_index_figures', status: 422 });
    expect(wrong.body.errors.map(({ path }) => path)).toEqual(['year', 'levels.0', 'levels.1', 'levels.3']);
    const body = { scheme, year: 2022, levels: [] };
    expect((await sumedang.as('staf').call('PUT', '/index-figures', body)).status).toBe(403);
    expect((await sumedang.visitor.call('PUT', '/index-figures', body)).status).toBe(401);
    expect((await sumedang.as('admin').call('PUT', '/index-figures', { ...body, scheme: 'ipp-2000' })).body.code).toBe(
      'unknown_index_scheme',
    );
    const decimals = { scheme: 'pemdi-2026', year: 2026, levels: [{ indicator: 1, level: 1.26 }] };
    expect((await sumedang.as('admin').call('PUT', '/index-figures', decimals)).status).toBe(200);
  });
});

describe('showing them', () => {
  test('needs consent, and an agreement of one’s own that is in force and opens indices', async () => {
    await enter(sumedang, 2023, levels(3));
    const without = await publish(sumedang, 2023, { openToAll: true, consent: false });
    expect(without.status).toBe(400);
    expect((await publish(sumedang, 2023, {})).status).toBe(400);
    const templates = await agree(sumedang, lebak, ['templates']);
    expect((await publish(sumedang, 2023, { agreementIds: [templates] })).body.code).toBe('agreement_without_indices');
    const foreign = await publish(sukabumi, 2023, { agreementIds: [templates] });
    expect(foreign.body.code).toBe('incomplete_index_figures');
    await enter(sukabumi, 2023, levels(2));
    expect((await publish(sukabumi, 2023, { agreementIds: [templates] })).body.code).toBe('agreement_not_found');
    expect(await yearsSeen(lebak, sumedang)).toEqual([]);
  });

  test('under an agreement: its parties see them while it is in force, nobody else; withdrawn: nobody', async () => {
    const agreement = await agree(sumedang, lebak, ['indices']);
    await enter(lebak, 2024, levels(2, { 1: 4 }));
    await enter(sumedang, 2024, levels(3));
    const shown = await publish(sumedang, 2024, { agreementIds: [agreement] });
    expect(shown.body.publication).toMatchObject({
      openToAll: false,
      agreements: [{ id: agreement, inForce: true }],
      outdated: false,
    });
    expect(await yearsSeen(lebak, sumedang)).toEqual([2024]);
    expect(await yearsSeen(sukabumi, sumedang)).toEqual([]);
    const seen = await compare(lebak, sumedang);
    expect(seen.regencies[1]?.years[0]).toMatchObject({ year: 2024, score: 3, category: 'Baik' });
    expect(seen.gapYear).toBe(2024);
    // 3.00 of weight, one level each: the public services add most; indicator 1 is higher here.
    expect(seen.gaps[0]).toMatchObject({ indicator: 42, ours: 2, best: 3, points: 0.03 });
    expect(seen.gaps.map(({ indicator }) => indicator)).not.toContain(1);
    expect(seen.gaps).toHaveLength(46);

    // What is entered later is not shown until somebody says so.
    const changed = await enter(sumedang, 2024, levels(5));
    expect(changed.body.publication?.outdated).toBe(true);
    expect((await compare(lebak, sumedang)).regencies[1]?.years[0]?.score).toBe(3);

    const withdrawn = await sumedang
      .as('admin')
      .call<FiguresYear>('POST', '/index-figures/withdraw', { scheme, year: 2024 });
    expect(withdrawn.body.publication).toBeNull();
    expect(await yearsSeen(lebak, sumedang)).toEqual([]);
    const again = await sumedang.as('admin').call('POST', '/index-figures/withdraw', { scheme, year: 2024 });
    expect(again.body.code).toBe('index_not_published');

    await publish(sumedang, 2024, { agreementIds: [agreement] });
    expect((await compare(lebak, sumedang)).regencies[1]?.years[0]?.score).toBe(5);
    const events = await lebak.as('sekda').call<{ history: { action: string }[] }>('GET', `/agreements/${agreement}`);
    expect(events.raw.toString()).toContain('indices_published');
    await sumedang.as('bupati').call('POST', `/agreements/${agreement}/terminate`, { reason: 'Uji berakhir' });
    expect(await yearsSeen(lebak, sumedang)).toEqual([]);
    expect((await publish(sumedang, 2024, { agreementIds: [agreement] })).body.code).toBe('agreement_not_in_force');
  });

  test('to everybody: also to those without an agreement', async () => {
    await enter(lebak, 2021, levels(2));
    expect((await publish(lebak, 2021, { openToAll: true })).status).toBe(200);
    expect(await yearsSeen(sukabumi, lebak)).toEqual([2021]);
    const seen = await overview(sukabumi);
    const row = seen.items.find(({ slug }) => slug === lebak.tenant.slug);
    expect(row?.scores[seen.years.indexOf(2021)]).toBe(2);
    const nobody = await sukabumi.as('sekda').call('GET', `/comparison?scheme=${scheme}&regencies=tidak-ada`);
    expect(nobody.body.code).toBe('unknown_regency');
    expect((await sukabumi.as('staf').call('GET', `/comparison/regencies?scheme=${scheme}`)).status).toBe(403);
  });

  test('no average of fewer than five, the unknown stays unknown, and the alike come first', async () => {
    const before = await overview(sumedang);
    const average = (seen: Overview) => seen.averages.find(({ year }) => year === 2025);
    expect(average(before)?.average ?? null).toBeNull();
    const others = await Promise.all(Array.from({ length: 5 }, () => server.addOffice()));
    for (const [index, office] of others.entries()) {
      await enter(office, 2025, levels(index + 1));
      await publish(office, 2025, { openToAll: true });
      if (index === 3) expect(average(await overview(sumedang))).toMatchObject({ count: 4, average: null });
    }
    expect(average(await overview(sumedang))).toEqual({ year: 2025, count: 5, average: 3 });
    const distances = (await overview(sumedang)).items.map(({ distance }) => distance);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));

    const superuser = superuserClient();
    const region = sukabumi.tenant.regionCode;
    const had = await superuser`select 1 from platform.region_facts where region_code = ${region} and fact = 'budget'`;
    await superuser.end();
    expect(had).toHaveLength(0);
    const facts = before.items.find(({ slug }) => slug === sukabumi.tenant.slug)?.facts;
    expect(facts?.budget).toBeNull();
  });

  test('no login writes figures or an agreement’s reach past the functions', async () => {
    const refusal = (statement: string) =>
      server.tenancy
        .withTenant(lebak.tenant, (tx) => tx.execute(sql.raw(statement)))
        .then(
          () => 'allowed',
          (error: Error) => String((error.cause as Error | undefined)?.message ?? error.message),
        );
    const tables = ['index_publications', 'index_schemes', 'index_indicators', 'region_facts'];
    for (const table of tables) expect(await refusal(`delete from platform.${table}`)).toContain('permission denied');
    expect(await refusal(`update platform.index_publications set open_to_all = true`)).toContain('permission denied');
    expect(
      await refusal(`select platform.tell_of_indices('{}', 'spbe-2020', 2024, 'indices_published', 'x')`),
    ).toContain('permission denied');
  });
});

describe('an adoption plan', () => {
  const body = () => ({
    title: 'Meniru mal pelayanan publik digital',
    kind: 'other',
    fromSlug: lebak.tenant.slug,
    responsiblePositionId: sumedang.people.get('kadis')?.positionId,
    dueOn: day(5),
    aim: { scheme, indicator: 42, baselineYear: 2024, baselineLevel: 3, expectedLevel: 5 },
  });
  const create = (change: object = {}) =>
    sumedang.as('sekda').call<PlanAnswer & { code: string; errors: { path: string }[] }>('POST', '/adoption-plans', {
      ...body(),
      ...change,
    });

  test('goes from a gap to what came of it a year later', async () => {
    const made = await create();
    expect(made.status, made.raw.toString()).toBe(201);
    const { id } = made.body;
    expect(made.body).toMatchObject({
      from: { slug: lebak.tenant.slug },
      state: 'planned',
      aim: { indicator: 42, expectedPoints: 0.06 },
      outcome: null,
    });
    const kadis = sumedang.as('kadis');
    const tasks = await kadis.call<{ items: { kind: string; id: string }[] }>('GET', '/tasks');
    expect(tasks.body.items).toContainEqual(expect.objectContaining({ kind: 'adoption_plan', id }));
    const started = await kadis.call<PlanAnswer>('POST', `/adoption-plans/${id}/progress`, {
      text: 'Tim sudah belajar ke Lebak.',
      state: 'started',
    });
    expect(started.body.notes).toMatchObject([{ from: 'planned', to: 'started' }]);
    const done = await kadis.call<PlanAnswer>('POST', `/adoption-plans/${id}/progress`, {
      text: 'Selesai.',
      state: 'done',
    });
    expect(done.body).toMatchObject({ state: 'done', acts: { progress: { allowed: false } } });
    const late = await kadis.call('POST', `/adoption-plans/${id}/progress`, { text: 'Lagi.' });
    expect(late.body.code).toBe('adoption_plan_state');

    // The result is what the office itself shows to others, a year on.
    await enter(sumedang, 2025, levels(3, { 42: 4 }));
    expect((await kadis.call<PlanAnswer>('GET', `/adoption-plans/${id}`)).body.outcome).toBeNull();
    await publish(sumedang, 2025, { openToAll: true });
    expect((await kadis.call<PlanAnswer>('GET', `/adoption-plans/${id}`)).body.outcome).toEqual({
      year: 2025,
      level: 4,
      points: 0.03,
      reached: false,
    });
  });

  test('is refused with every fault named, and to those who may not', async () => {
    const wrong = await create({
      responsiblePositionId: lebak.people.get('kadis')?.positionId,
      dueOn: day(-1),
      aim: { scheme, indicator: 99, baselineYear: 2022, baselineLevel: 4, expectedLevel: 3 },
    });
    expect(wrong.body.code).toBe('invalid_adoption_plan');
    expect(wrong.body.errors.map(({ path }) => path).sort()).toEqual([
      'aim.expectedLevel',
      'aim.indicator',
      'dueOn',
      'responsiblePositionId',
    ]);
    expect((await create({ fromSlug: 'tidak-ada' })).body.errors[0]?.path).toBe('fromSlug');
    expect((await sumedang.as('kadis').call('POST', '/adoption-plans', body())).status).toBe(403);
    const { id, version } = (await create()).body;
    expect((await lebak.as('sekda').call('GET', `/adoption-plans/${id}`)).status).toBe(404);
    expect((await sumedang.as('staf').call('GET', `/adoption-plans/${id}`)).status).toBe(404);
    expect((await sumedang.as('bupati').call('POST', `/adoption-plans/${id}/progress`, { text: 'Ya' })).status).toBe(
      403,
    );
    const edit = (given: object) =>
      sumedang.as('sekda').call<PlanAnswer & { code: string }>('PATCH', `/adoption-plans/${id}`, given);
    expect((await edit({ title: 'Judul baru', version })).body).toMatchObject({
      title: 'Judul baru',
      version: version + 1,
    });
    expect((await edit({ title: 'Judul lain', version })).body.code).toBe('stale_version');
  });

  test('recalls its deadline once when it is near and once when it is past', async () => {
    const { id } = (await create({ title: 'Diingatkan' })).body;
    const told = async () => {
      const rows = await server.tenancy.readTenant(sumedang.tenant, (read) =>
        read.execute<{ key: string }>(sql`select n.text_key as key from notices n join people p on p.id = n.person_id
          where n.subject_id = ${id}::uuid and p.username = 'kadis' order by n.id`),
      );
      return rows.map(({ key }) => key);
    };
    const at = (days: number) => ({ now: () => new Date(`${day(days)}T03:00:00Z`) });
    const visit = (days: number) =>
      createAdoptionReminders({ tenancy: server.tenancy, clock: at(days) })({
        ...sumedang.tenant,
        timeZone: 'Asia/Jakarta',
      });
    await Promise.all([visit(0), visit(0)]);
    await visit(1);
    expect(await told()).toEqual(['adoption_plan.assigned', 'adoption_plan.due']);
    await visit(6);
    await visit(7);
    expect(await told()).toEqual(['adoption_plan.assigned', 'adoption_plan.due', 'adoption_plan.overdue']);
  });
});
