import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../core/paths.ts';
import { createFileStorage } from '../core/storage/index.ts';
import { testMasterKey } from '../testing/database.ts';
import { type Installation, startInstallation, until } from '../testing/installation.ts';
import { createTestServer, type TestOffice, type TestServer } from '../testing/office.ts';

let site: Installation;
let server: TestServer;
let office: TestOffice;
const children: ChildProcess[] = [];

beforeAll(async () => {
  site = await startInstallation();
  const storage = createFileStorage(join(site.folder, 'files'));
  server = await createTestServer({ access: site.access, overrides: { storage } });
  const tenant = await site.addTenant('lapor');
  office = await server.fillOffice({ ...tenant, name: 'Kabupaten lapor', regionCode: '00.00' });
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await server.close();
  await site.stop();
});

function startWorker(killAt: 'gathered' | 'stored' | null): ChildProcess {
  const order = { address: site.access.address, masterKey: testMasterKey.toString('hex'), folder: site.folder, killAt };
  const script = join(projectRoot, 'server/src/testing/report-child.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(order)], {
    cwd: projectRoot,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  children.push(child);
  return child;
}

type JobBody = { status: string; progress: number; result?: { fileUrl: string } };

test('a worker killed twice in the middle of a report leaves exactly one file', async () => {
  const kadis = office.as('kadis');
  const order = { kind: 'letters', period: '2026-01', format: 'pdf' };
  const { jobId } = (await kadis.call<{ jobId: string }>('POST', '/reports', order)).body;
  const job = async () => (await kadis.call<JobBody>('GET', `/jobs/${jobId}`)).body;

  const seen: number[] = [];
  for (const point of ['gathered', 'stored'] as const) {
    const [, signal] = await once(startWorker(point), 'exit');
    expect(signal).toBe('SIGKILL');
    const { status, progress } = await job();
    expect(status).toBe('active');
    seen.push(progress);
  }
  expect(seen).toEqual([30, 85]);

  startWorker(null);
  await until(async () => (await job()).status === 'completed', 'the report', 60_000);
  const { result } = await job();
  const pdf = await kadis.call('GET', (result?.fileUrl ?? '').replace('/api/v1', ''));
  expect([pdf.status, pdf.raw.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  const [count] = await server.tenancy.readTenant(office.tenant, (read) =>
    read.execute<{ files: number; audits: number }>(sql`select (select count(*)::int from files) as files,
      (select count(*)::int from audit_log where action = 'report.made') as audits`),
  );
  expect(count).toEqual({ files: 1, audits: 1 });
}, 120_000);
