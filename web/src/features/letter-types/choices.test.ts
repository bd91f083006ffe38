import { expect, it } from 'vitest';
import { numberOf, oneOf, papers, parts, toggled } from './choices.ts';

it('puts a choice in and takes it out again, in the order of the list', () => {
  expect(toggled(parts, ['copies', 'dictum'], 'addressee')).toEqual(['addressee', 'copies', 'dictum']);
  expect(toggled(parts, ['addressee', 'copies', 'dictum'], 'copies')).toEqual(['addressee', 'dictum']);
});

it('reads numbers as they are typed here', () => {
  expect(numberOf('11,5')).toBe(11.5);
  expect(numberOf('20')).toBe(20);
  expect(numberOf('')).toBeNaN();
  expect(numberOf('dua')).toBeNaN();
});

it('knows the values of a list only', () => {
  expect(oneOf(papers, 'F4_215')).toBe('F4_215');
  expect(oneOf(papers, '')).toBeNull();
});
