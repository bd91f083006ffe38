import { expect, it } from 'vitest';
import {
  type ChainStep,
  moved,
  movedPlaces,
  placesOf,
  sameChain,
  sentChain,
  stagesOf,
  withoutPlace,
  withoutSigners,
} from './chain.ts';

const step = (positionId: string): ChainStep => ({ positionId, title: positionId, holder: null });
const ids = (stages: ChainStep[][]) => stages.map((stage) => stage.map((each) => each.positionId));
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(step) as [ChainStep, ChainStep, ChainStep, ChainStep];

it('stages become a line and back', () => {
  const stages = [[a, b], [c], [d]];
  expect(placesOf(stages).map(({ together }) => together)).toEqual([false, true, false, false]);
  expect(stagesOf(placesOf(stages))).toEqual(stages);
});

it('moving changes people and keeps the stages', () => {
  expect(ids(stagesOf(movedPlaces(placesOf([[a, b], [c]]), 2, -1)))).toEqual([['a', 'c'], ['b']]);
  expect(moved([1, 2, 3], 0, -1)).toEqual([1, 2, 3]);
  expect(moved([1, 2, 3], 0, 1)).toEqual([2, 1, 3]);
});

it('who leaves a stage leaves the others in it', () => {
  expect(ids(stagesOf(withoutPlace(placesOf([[a], [b, c], [d]]), 1)))).toEqual([['a'], ['c'], ['d']]);
  expect(ids(stagesOf(withoutPlace(placesOf([[a], [b, c], [d]]), 2)))).toEqual([['a'], ['b'], ['d']]);
});

it('who signs does not approve, and an empty stage goes', () => {
  expect(ids(withoutSigners({ stages: [[a], [b, c]], signers: [a, c] }).stages)).toEqual([['b']]);
});

it('is sent with single posts bare and groups as lists, and stages count when comparing', () => {
  const together = { stages: [[a, b]], signers: [c, d] };
  expect(sentChain(together)).toEqual({ approvers: [['a', 'b']], signers: ['c', 'd'] });
  expect(sentChain({ stages: [[a]], signers: [] })).toEqual({ approvers: ['a'] });
  expect(sameChain(together, { ...together, stages: [[a], [b]] })).toBe(false);
  expect(sameChain(together, { ...together })).toBe(true);
});
