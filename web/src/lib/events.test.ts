import { expect, test } from 'vitest';
import { readEvents } from './events.ts';

test('changes are read block by block, and what is not complete waits', () => {
  const { changes, rest } = readEvents(
    'retry: 2000\n\nevent: ready\ndata: {}\n\n: \n\nevent: change\ndata: {"topic":"letters","id":"1"}\n\nevent: cha',
  );
  expect(changes).toEqual([{ topic: 'letters', id: '1' }]);
  expect(rest).toBe('event: cha');
});
