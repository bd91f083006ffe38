import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLetterOffice, type LetterOffice, type Username } from '../testing/letter-office.ts';

let office: LetterOffice;
beforeAll(async () => {
  office = await createLetterOffice();
});
afterAll(() => office.close());

type Hits = { items: { kind: string; title: string; hint: string | null }[] };
const search = async (by: Username, q: string) =>
  (await office.as(by).call<Hits>('GET', `/search?q=${encodeURIComponent(q)}`)).body.items;

it('finds people, posts and units for everyone, and letters only for those who may read them', async () => {
  await office.as('staf').call('POST', '/letters', { type: 'surat_dinas', subject: 'Dinas Pendidikan 100%' });
  const own = await search('staf', 'dinas pendidikan');
  expect(own.map((hit) => `${hit.kind}: ${hit.title}`)).toEqual([
    'letter: Dinas Pendidikan 100%',
    'position: Kepala Dinas Pendidikan',
    'position: Staf Dinas Pendidikan',
    'unit: Dinas Pendidikan',
  ]);
  expect((await search('admin', 'dinas pendidikan')).some((hit) => hit.kind === 'letter')).toBe(false);
  expect(await search('admin', office.names.staf)).toEqual([
    expect.objectContaining({ kind: 'person', title: office.names.staf, hint: 'Staf Bidang Aplikasi dan Tata Kelola' }),
  ]);
  expect(await search('staf', '%%')).toEqual([]);
});

describe('saved searches', () => {
  type Saved = { id: string; name: string; isMine: boolean; query: object; sharedUnit: { name: string } | null };
  const saved = async (by: Username) =>
    (await office.as(by).call<{ items: Saved[] }>('GET', '/saved-searches')).body.items;
  const keep = (by: Username, body: object, headers = {}) =>
    office.as(by).call<Saved & { code: string; errors: { path: string }[] }>('POST', '/saved-searches', body, headers);

  it('are kept under a name, in an order of one’s own, and shown to the unit when asked', async () => {
    const first = await keep('staf', { name: 'Undangan', query: { q: 'undangan', box: 'inbox' } });
    expect(first.status, JSON.stringify(first.body)).toBe(201);
    expect(first.body).toMatchObject({ isMine: true, query: { q: 'undangan', box: 'inbox' }, sharedUnit: null });
    const second = await keep('staf', { name: 'Rahasia', query: { secrecy: 'rahasia' } });
    const order = [second.body.id, first.body.id];
    const ordered = await office.as('staf').call<{ items: Saved[] }>('PUT', '/saved-searches/order', { ids: order });
    expect(ordered.body.items.map((each) => each.id)).toEqual(order);
    expect(await saved('kabid')).toEqual([]);
    const [unit] = await office.query<{ id: string }>(
      sql`select unit_id as id from positions where id = ${office.positions.staf}::uuid`,
    );
    const path = `/saved-searches/${first.body.id}`;
    expect(
      (await office.as('staf').call('PATCH', path, { sharedUnitId: unit?.id, name: 'Undangan kami' })).status,
    ).toBe(200);
    expect(await saved('kabid')).toEqual([expect.objectContaining({ name: 'Undangan kami', isMine: false })]);
    expect(await saved('stafdik')).toEqual([]);
    for (const by of ['kabid', 'stafdik'] as const) {
      expect((await office.as(by).call('PATCH', path, { name: 'Direbut' })).status).toBe(404);
      expect((await office.as(by).call('DELETE', path)).status).toBe(404);
      expect((await office.as(by).call('PUT', '/saved-searches/order', { ids: [first.body.id] })).status).toBe(404);
    }
    expect((await office.as('staf').call('DELETE', path)).status).toBe(204);
    expect((await saved('staf')).map((each) => each.name)).toEqual(['Rahasia']);
  });

  it('refuse a name twice, no filter, a filter there is not, and a unit of others', async () => {
    const body = { name: 'Sekali', query: { q: 'satu' } };
    const headers = { 'idempotency-key': 'simpan-sekali' };
    const [one, again] = [await keep('sekda', body, headers), await keep('sekda', body, headers)];
    expect([one.status, again.body.id]).toEqual([201, one.body.id]);
    expect((await keep('sekda', body)).body.code).toBe('saved_search_exists');
    expect((await keep('sekda', { name: 'Lain', query: {} })).status).toBe(400);
    const bad = await keep('sekda', { name: ' ', query: { box: 'mana', unit: 'x' } });
    expect(bad.body.errors.map((each) => each.path).sort()).toEqual(['name', 'query.box', 'query.unit']);
    const foreign = await keep('sekda', { name: 'Lain', query: { q: 'a' }, sharedUnitId: office.units.Disdik });
    expect([foreign.status, foreign.body.errors[0]?.path]).toEqual([422, 'sharedUnitId']);
    expect((await office.visitor.call('GET', '/saved-searches')).status).toBe(401);
    for (let n = (await saved('sekda')).length; n < 50; n++)
      await keep('sekda', { name: `Ke-${n}`, query: { q: 'a' } });
    expect((await keep('sekda', { name: 'Terlalu', query: { q: 'a' } })).body.code).toBe('too_many_saved_searches');
  });
});
