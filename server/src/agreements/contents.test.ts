import { expect, test } from 'vitest';
import { composeClauses, loadAgreementClauses } from '../tenants/index.ts';
import { kindsOf, missingContents } from './contents.ts';
import { agreementKinds } from './rules.ts';
import { standardContent } from './wording.ts';

const wording = () => {
  const text = loadAgreementClauses();
  return {
    preamble: text.opening.consideration,
    legalBasis: text.opening.legalBasis,
    compose: (input: Parameters<typeof composeClauses>[1]) => composeClauses(text, input),
  };
};
const parties = [
  { ordinal: 1, name: 'Kabupaten Sumedang', contact: null },
  { ordinal: 2, name: 'Kabupaten Lebak', contact: null },
];

test.each(agreementKinds)('the shipped wording of a %s has all that is required', (kind) => {
  const content = standardContent(wording(), {
    kind,
    scope: ['templates'],
    noticeDays: 30,
    copiesAfterEnd: 'keep',
    parties,
  });
  expect(missingContents(kind, content)).toEqual([]);
  const text = JSON.stringify(content.clauses);
  if (kind !== 'pks') expect(text).not.toMatch(/perjanjian/i);
  if (kind === 'letter_of_intent') expect(content.clauses.map(({ title }) => title)).not.toContain('Pengakhiran');
});

test('everything missing is named, and what a clause says of itself counts', () => {
  const clauses = [{ title: 'Maksud dan tujuan', text: ['a'] }];
  expect(missingContents('letter_of_intent', { preamble: [], clauses })).toEqual([
    'latar belakang',
    'objek',
    'ruang lingkup',
    'pembiayaan',
    'jangka waktu',
  ]);
  expect(missingContents('pks', { preamble: ['a'], clauses })).toHaveLength(11);
  expect(kindsOf({ title: 'Lain-lain', text: ['a'], kinds: ['funding'] })).toEqual(['funding']);
  expect(kindsOf({ title: 'Objek dan Ruang Lingkup', text: ['a'] })).toEqual(['object', 'scope']);
  expect(kindsOf({ title: 'Penutup', text: ['a'] })).toEqual([]);
});
