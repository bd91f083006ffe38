import { expect, test } from 'vitest';
import { changeFaults, consolidate, documentOn } from './changing.ts';

const last = { startsOn: '2027-01-01', endsOn: '2027-12-31' };
const paths = (relation: 'amends' | 'extends', startsOn: string, endsOn: string) =>
  changeFaults(relation, { startsOn, endsOn }, last).map(({ path }) => path);

test('an amendment keeps or shortens the time, an extension lengthens it without a gap', () => {
  expect(paths('amends', '2027-06-01', '2027-12-31')).toEqual([]);
  expect(paths('amends', '2027-06-01', '2028-01-01')).toEqual(['endsOn']);
  expect(paths('amends', '2028-01-01', '2027-12-31')).toEqual(['startsOn']);
  expect(paths('extends', '2028-01-01', '2028-12-31')).toEqual([]);
  expect(paths('extends', '2028-01-02', '2028-12-31')).toEqual(['startsOn']);
  expect(paths('extends', '2027-06-01', '2027-12-31')).toEqual(['endsOn']);
  expect(paths('extends', '2026-12-31', '2027-12-30')).toEqual(['startsOn', 'endsOn']);
});

test('the last change that has begun says what holds', () => {
  const document = (id: string, startsOn: string, signedAt: string) => ({
    id,
    startsOn,
    signedAt,
    endsOn: '',
    scope: [],
  });
  const base = document('base', '2027-01-01', '2026-12-01');
  const changes = [document('later', '2027-09-01', '2027-02-01'), document('first', '2027-03-01', '2027-01-05')];
  expect(documentOn(base, changes, '2027-02-28').id).toBe('base');
  expect(documentOn(base, changes, '2027-03-01').id).toBe('first');
  expect(documentOn(base, changes, '2028-01-01').id).toBe('later');
});

test('a changed clause replaces the one with its title, a new one is added', () => {
  const clause = (title: string, text: string) => ({ title, text: [text] });
  expect(
    consolidate([clause('A', '1'), clause('B', '2')], [[clause('B', '3'), clause('C', '4')], [clause('C', '5')]]),
  ).toEqual([clause('A', '1'), clause('B', '3'), clause('C', '5')]);
});
