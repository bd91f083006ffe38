import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type Installation, silentLog, startInstallation, until } from '../../testing/installation.ts';
import { defineJob, findWork, JobMustWait, outbox, startJobs } from './index.ts';

let site: Installation;
beforeAll(async () => {
  site = await startInstallation();
});
afterAll(() => site.stop());

test('a job that must wait is looked at again, more often than it may be tried, and is done in the end', async () => {
  const tenant = await site.addTenant('sabar');
  let looks = 0;
  const patient = defineJob({
    kind: 'test.patient',
    login: 'tenant',
    payload: z.object({}),
    attempts: 2,
    async handle() {
      looks += 1;
      if (looks < 6) throw new JobMustWait('not yet');
      return { looks };
    },
  });
  const jobs = startJobs({
    tenancy: site.tenancy,
    access: site.access,
    jobs: [patient],
    deps: {},
    log: silentLog,
    waitMs: 50,
  });
  const id = await site.tenancy.withTenant(tenant, (tx) => outbox.add(tx, 'test.patient', {}));
  const work = () => site.tenancy.readPlatform((read) => findWork(read, id));
  await until(async () => (await work())?.state === 'done', 'the patient job');
  expect(await work()).toMatchObject({ result: { looks: 6 } });
  await jobs.close();
});
