import { expect, test } from 'vitest';
import { lineOf, linesOf } from './rules.ts';

test('the way of a visit has one present step, and ends in red where it was refused', () => {
  const states = (state: Parameters<typeof lineOf>[0]) => lineOf(state, (key) => key).map((step) => step.state);
  expect(states('draft')).toEqual(['current', 'next', 'next', 'next', 'next']);
  expect(states('scheduled')).toEqual(['done', 'done', 'done', 'current', 'next']);
  expect(states('closed')).toEqual(['done', 'done', 'done', 'done', 'done']);
  expect(states('declined')).toEqual(['done', 'failed']);
});

test('topics are lines that say something', () => {
  expect(linesOf(' Arsip \n\n SPBE')).toEqual(['Arsip', 'SPBE']);
});
