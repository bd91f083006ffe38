import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { newId } from '../core/ids.ts';
import {
  type AgreementWorld,
  inDays,
  startAgreementWorld,
  type TestOffice,
  testPassphrase,
} from '../testing/agreement-world.ts';
import type { planAnswer } from './plan.ts';
import { remindOfAgreements, thresholdOf } from './reminders.ts';
import type { registerAnswer } from './schema.ts';

let world: AgreementWorld;
let sumedang: TestOffice;
let lebak: TestOffice;
let sukabumi: TestOffice;

beforeAll(async () => {
  world = await startAgreementWorld();
  [sumedang, lebak, sukabumi] = await Promise.all([world.addOffice(), world.addOffice(), world.addOffice()]);
});
afterAll(() => world?.close());

type Plan = z.output<typeof planAnswer> & { code: string; errors: { path: string }[] };
const plan = (
  office: TestOffice,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: object,
  who = 'sekda',
) => office.as(who).call<Plan>(method, path, body);

async function pks(changes: object = {}): Promise<string> {
  const made = await sumedang.as('sekda').call('POST', '/agreements', {
    partners: [lebak.slug],
    title: 'Kerja Sama Magang',
    kind: 'pks',
    parentReason: 'Uji',
    scope: ['practices'],
    startsOn: inDays(0),
    endsOn: inDays(200),
    ...changes,
  });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  await sumedang.as('sekda').call('POST', `/agreements/${made.body.id}/propose`);
  for (const office of [sumedang, lebak]) {
    const signed = await office
      .as('bupati')
      .call('POST', `/agreements/${made.body.id}/sign`, { passphrase: testPassphrase });
    expect(signed.status, JSON.stringify(signed.body)).toBe(200);
  }
  return made.body.id;
}

test('each party keeps its own part of a row of the plan, and reads the other’s', async () => {
  const id = await pks();
  const made = await plan(sumedang, 'POST', `/agreements/${id}/activities`, {
    activity: 'Magang dua pegawai',
    dueOn: inDays(30),
  });
  expect(made.status).toBe(201);
  const activity = made.body.activities[0]?.id ?? '';
  const path = `/agreements/${id}/activities/${activity}/progress`;
  const unfinished = await plan(lebak, 'PUT', path, { unit: 'Diskominfo', state: 'done' });
  expect([unfinished.status, unfinished.body.errors[0]?.path]).toEqual([400, 'result']);
  await plan(sumedang, 'PUT', path, { unit: 'Diskominfosanditik', state: 'running' });
  await plan(lebak, 'PUT', path, { unit: 'Diskominfo', state: 'done', result: 'Dua pegawai selesai magang' });
  const seen = await plan(lebak, 'GET', `/agreements/${id}/plan`);
  expect(seen.body.activities[0]?.progress).toMatchObject([
    { party: { slug: sumedang.slug }, isUs: false, unit: 'Diskominfosanditik', state: 'running', result: null },
    { party: { slug: lebak.slug }, isUs: true, state: 'done', result: 'Dua pegawai selesai magang' },
  ]);
  expect((await plan(sukabumi, 'GET', `/agreements/${id}/plan`)).status).toBe(404);
  expect((await plan(sukabumi, 'PUT', path, { unit: 'Lain', state: 'running' })).status).toBe(404);
  expect(
    (
      await plan(lebak, 'PUT', `/agreements/${await pks()}/activities/${activity}/progress`, {
        unit: 'Lain',
        state: 'running',
      })
    ).status,
  ).toBe(404);
  expect((await plan(lebak, 'DELETE', `/agreements/${id}/activities/${activity}`)).body.activities).toEqual([]);
  expect((await plan(lebak, 'DELETE', `/agreements/${id}/activities/${activity}`)).status).toBe(404);
});

test('a plan lies within the agreement’s time, under a PKS, and ends with it', async () => {
  const id = await pks({ noticeDays: null });
  const late = await plan(lebak, 'POST', `/agreements/${id}/activities`, { activity: 'Terlambat', dueOn: inDays(201) });
  expect([late.status, late.body.errors[0]?.path]).toEqual([422, 'dueOn']);
  const kb = await pks({ kind: 'kb', parentReason: null });
  const body = { activity: 'Magang dua pegawai', dueOn: inDays(10) };
  expect((await plan(lebak, 'POST', `/agreements/${kb}/activities`, body)).body.code).toBe('agreement_state');
  expect((await plan(lebak, 'POST', `/agreements/${id}/activities`, body, 'staf')).status).toBe(403);
  await lebak.as('bupati').call('POST', `/agreements/${id}/terminate`, { reason: 'Selesai' });
  expect((await plan(lebak, 'POST', `/agreements/${id}/activities`, body)).body.code).toBe('agreement_state');
});

const year = Number(inDays(0).slice(0, 4));
const evaluation = { year, half: 1, done: 'Magang berjalan', obstacles: 'Jarak', advice: 'continue' };

test('an evaluation is one’s own until it is shared, and stands as it was read then', async () => {
  const id = await pks();
  const own = await plan(lebak, 'PUT', `/agreements/${id}/evaluation`, evaluation);
  expect(own.body.evaluations).toMatchObject([{ isUs: true, advice: 'continue', sharedAt: null }]);
  expect((await plan(sumedang, 'GET', `/agreements/${id}/plan`)).body.evaluations).toEqual([]);
  await plan(lebak, 'PUT', `/agreements/${id}/evaluation`, { ...evaluation, obstacles: 'Anggaran', share: true });
  expect((await plan(sumedang, 'GET', `/agreements/${id}/plan`)).body.evaluations).toMatchObject([
    { isUs: false, by: { slug: lebak.slug }, obstacles: 'Anggaran' },
  ]);
  const again = await plan(lebak, 'PUT', `/agreements/${id}/evaluation`, evaluation);
  expect([again.status, again.body.code]).toEqual([409, 'agreement_state']);
  const early = await plan(lebak, 'PUT', `/agreements/${id}/evaluation`, { ...evaluation, year: year + 1 });
  expect([early.status, early.body.errors[0]?.path]).toEqual([422, 'half']);
  expect((await plan(sukabumi, 'PUT', `/agreements/${id}/evaluation`, evaluation)).status).toBe(404);
  expect((await plan(lebak, 'PUT', `/agreements/${id}/evaluation`, evaluation, 'kadis')).status).toBe(403);
});

test('the register lists what was signed, in the order of one’s own numbers', async () => {
  const [first, second] = [await pks(), await pks()];
  const read = (office: TestOffice, of: number) =>
    office.as('sekda').call<z.output<typeof registerAnswer>>('GET', `/agreements/register?year=${of}`);
  const { body } = await read(lebak, year);
  const ids = body.items.map((item) => item.id);
  expect(ids.indexOf(first)).toBeLessThan(ids.indexOf(second));
  expect(body.items.find((item) => item.id === second)).toMatchObject({
    state: 'in_force',
    number: expect.stringMatching(new RegExp(`^100\\.3\\.7/\\d+/KSDD/${year}$`)),
    partners: [{ slug: sumedang.slug, number: expect.stringContaining('KSDD') }],
  });
  expect((await read(lebak, year - 1)).body.items).toEqual([]);
  expect((await read(sukabumi, year)).body.items).toEqual([]);
  expect((await lebak.as('staf').call('GET', `/agreements/register?year=${year}`)).status).toBe(403);
});

test('readers are told of an end at 90, 30 and 7 days, of what is due and of an evaluation, once each', async () => {
  expect([100, 90, 31, 30, 8, 7, 0, -1].map(thresholdOf)).toEqual([null, 90, 90, 30, 30, 7, 7, null]);
  const office = await world.addOffice();
  const made = await office.as('sekda').call('POST', '/agreements', {
    partners: [sumedang.slug],
    title: 'Hampir berakhir',
    kind: 'pks',
    parentReason: 'Uji',
    scope: ['practices'],
    startsOn: inDays(0),
    endsOn: inDays(25),
  });
  const { id } = made.body;
  await office.as('sekda').call('POST', `/agreements/${id}/propose`);
  for (const each of [office, sumedang]) {
    await each.as('bupati').call('POST', `/agreements/${id}/sign`, { passphrase: testPassphrase });
  }
  const planned = await plan(office, 'POST', `/agreements/${id}/activities`, { activity: 'Segera', dueOn: inDays(3) });
  const activity = planned.body.activities[0]?.id ?? newId();
  const at = (days: number) => ({ now: () => new Date(Date.now() + days * 86_400_000) });
  const remind = (days: number) =>
    remindOfAgreements({ tenancy: world.tenancy, clock: at(days) }, { ...office, timeZone: 'Asia/Jakarta' });
  const told = async () => {
    const rows = await world.tenancy.readTenant(office, (read) =>
      read.execute<{
        key: string;
        people: number;
      }>(sql`select text_key as key, count(distinct person_id)::integer as people
        from notices where subject_id = ${id} and text_key in ('agreement.ending', 'agreement.due', 'agreement.evaluate')
        group by 1 order by 1`),
    );
    return Object.fromEntries([...rows].map((row) => [row.key, row.people]));
  };
  await remind(0);
  const once = await told();
  expect(once).toMatchObject({ 'agreement.ending': 3, 'agreement.due': 3 });
  expect(await remind(0)).toBe(0);
  expect(await remind(1)).toBe(0);
  await plan(office, 'PUT', `/agreements/${id}/activities/${activity}/progress`, {
    unit: 'Dinas',
    state: 'done',
    result: 'Selesai',
  });
  // The last threshold is one more for each reader; the row that is done is told no more.
  expect(await remind(19)).toBeGreaterThanOrEqual(3);
  expect(await remind(19)).toBe(0);
});
