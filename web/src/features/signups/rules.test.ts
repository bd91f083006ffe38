import { expect, test } from 'vitest';
import { faults, proposeSlug, type SignupAnswers } from './rules.ts';

test.each([
  ['Kabupaten Sumedang', 'sumedang'],
  ['Kabupaten Bandung Barat', 'bandung-barat'],
  ['Kota Bandung', 'kota-bandung'],
  ['Kabupaten Toli-Toli', 'toli-toli'],
])('%s is offered %s', (name, slug) => {
  expect(proposeSlug(name)).toBe(slug);
});

test('all faulty fields of a step are told at once', () => {
  const answers: SignupAnswers = { region: null, slug: 'A', name: ' ', position: '', email: 'x', phone: '12' };
  expect(faults('penghubung', answers).map(({ field }) => field)).toEqual(['name', 'position', 'email', 'phone']);
  expect(faults('alamat', answers)).toHaveLength(1);
  expect(faults('periksa', answers)).toEqual([]);
});
