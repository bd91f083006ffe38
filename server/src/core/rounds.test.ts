import { pino } from 'pino';
import { afterAll, expect, it } from 'vitest';
import { createTestTenant, testTenancy } from '../testing/database.ts';
import { startRounds } from './rounds.ts';

const tenancy = testTenancy();
afterAll(() => tenancy.close());
const log = pino({ level: 'silent' });

it('visits every active regency, also after one of them failed', async () => {
  const one = await createTestTenant();
  const two = await createTestTenant();
  const visited: string[] = [];
  const rounds = startRounds({
    tenancy,
    log,
    purpose: 'a test',
    everyMs: 3_600_000,
    async visit({ slug, role, timeZone }) {
      expect([role, timeZone.startsWith('Asia/')]).toEqual([`t_${slug}`, true]);
      visited.push(slug);
      if (slug === one.slug) throw new Error('this one is down');
    },
  });
  await rounds.runOnce();
  expect(visited).toEqual(expect.arrayContaining([one.slug, two.slug]));
  expect(visited).toEqual([...visited].sort());
  await rounds.close();
});

it('goes round by itself and ends at once when it is closed', async () => {
  const visited: string[] = [];
  const rounds = startRounds({
    tenancy,
    log,
    purpose: 'a test',
    everyMs: 50,
    async visit({ slug }) {
      visited.push(slug);
    },
  });
  const deadline = Date.now() + 20_000;
  while (visited.length === 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(visited.length).toBeGreaterThan(0);
  const started = Date.now();
  await rounds.close();
  expect(Date.now() - started).toBeLessThan(5_000);
});
