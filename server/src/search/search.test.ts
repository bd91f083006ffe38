import { afterAll, beforeAll, expect, it } from 'vitest';
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
