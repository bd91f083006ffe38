import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../core/ids.ts';
import { projectRoot } from '../core/paths.ts';
import { outbox } from '../core/queue/index.ts';
import { createFileStorage } from '../core/storage/index.ts';
import { testMasterKey } from '../testing/database.ts';
import { type Installation, startInstallation, until } from '../testing/installation.ts';
import { createTestServer, type TestOffice, type TestServer } from '../testing/office.ts';
import { recordLetter } from '../testing/recorded-letter.ts';

let site: Installation;
let server: TestServer;
let office: TestOffice;
const children: ChildProcess[] = [];

beforeAll(async () => {
  site = await startInstallation();
  const storage = createFileStorage(join(site.folder, 'files'));
  server = await createTestServer({ access: site.access, overrides: { storage } });
  const tenant = await site.addTenant('musnah');
  office = await server.fillOffice({ ...tenant, name: 'Kabupaten musnah', regionCode: '00.00' });
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await server.close();
  await site.stop();
});

type StoredScan = { sha256: string; size: number };
type Point = 'committing' | 'committed' | 'removing' | 'removed';
function startWorker(killAt: Point | null, killAfter = 1): ChildProcess {
  const order = {
    address: site.access.address,
    masterKey: testMasterKey.toString('hex'),
    folder: site.folder,
    killAt,
    killAfter,
  };
  const script = join(projectRoot, 'server/src/testing/archive-child.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(order)], {
    cwd: projectRoot,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  children.push(child);
  return child;
}

/** Letters that came in, each with a scan of its own; one scan is another letter's too. */
async function letters(count: number): Promise<{ ids: string[]; scans: StoredScan[]; shared: StoredScan }> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const bytes = Buffer.from(`%PDF-1.4\n% surat ${index}\n%%EOF\n`);
    const letter = { senderName: 'Kementerian', subject: `Surat ${index}` };
    const answer = await recordLetter<{ id: string }>(office, letter, {
      bytes,
      mediaType: 'application/pdf',
      name: `surat-${index}.pdf`,
    });
    if (answer.status !== 201) throw new Error(answer.raw.toString());
    ids.push(answer.body.id);
  }
  const rows = await server.tenancy.readTenant(office.tenant, (read) =>
    read.execute<StoredScan>(sql`select f.sha256, f.size::int as size from letters l join files f on f.id = l.file_id
      where l.id = any(${sql.param(ids)}::uuid[]) order by l.id`),
  );
  const [shared, ...scans] = [...rows];
  if (!shared) throw new Error('letters without scans');
  const twin = {
    bytes: await server.deps.storage.get(office.tenant.slug, shared.sha256),
    mediaType: 'application/pdf',
    name: 'salinan.pdf',
  };
  await recordLetter(office, { senderName: 'Dinas lain', subject: 'Salinan yang tetap disimpan' }, twin);
  return { ids, scans, shared };
}

/** A destruction that has all its papers and was ordered to be carried out. */
async function ordered(letterIds: string[]): Promise<string> {
  const { personId, unitId, name } = office.people.get('tu') ?? { personId: '', unitId: '', name: '' };
  const [dossier, disposal] = [newId(), newId()];
  await server.tenancy.withTenant(office.tenant, async (tx) => {
    await tx.execute(sql`insert into dossiers (id, unit_id, classification, year, seq, title, state, closed_on, created_by)
      values (${dossier}::uuid, ${unitId}::uuid, '000.1', 2015, 1, 'Berkas lama', 'inactive', '2015-12-31', ${personId}::uuid)`);
    for (const letterId of letterIds) {
      await tx.execute(sql`insert into dossier_items (id, dossier_id, letter_id, filed_by)
        values (${newId()}::uuid, ${dossier}::uuid, ${letterId}::uuid, ${personId}::uuid)`);
    }
    await tx.execute(sql`insert into disposals (id, kind, state, title, created_by, minutes_number, minutes_on)
      values (${disposal}::uuid, 'destruction', 'executing', 'Pemusnahan 2026', ${personId}::uuid, 'BA/1', '2026-11-01')`);
    await tx.execute(
      sql`insert into disposal_items (disposal_id, dossier_id) values (${disposal}::uuid, ${dossier}::uuid)`,
    );
    await tx.execute(sql`insert into disposal_steps (id, disposal_id, event, person_id, person_name)
      values (${newId()}::uuid, ${disposal}::uuid, 'execute', ${personId}::uuid, ${name})`);
    await outbox.add(tx, 'archive.destroy', { disposalId: disposal });
  });
  return disposal;
}

test('a worker killed at every kind of moment destroys all there is to destroy, once', async () => {
  const { ids, scans, shared } = await letters(4);
  const disposal = await ordered(ids);
  const moments: [Point, number][] = [
    // In the middle of the letters, before and after a commit; then among the files, before and after one is gone.
    ['committing', 2],
    ['committed', 2],
    ['removing', 2],
    ['removed', 1],
    ['committing', 1],
  ];
  for (const [point, after] of moments) {
    const [, signal] = await once(startWorker(point, after), 'exit');
    expect([point, signal]).toEqual([point, 'SIGKILL']);
  }
  startWorker(null);
  const state = async () => {
    const [row] = await server.tenancy.readTenant(office.tenant, (read) =>
      read.execute<{ state: string }>(sql`select state from disposals where id = ${disposal}::uuid`),
    );
    return row?.state;
  };
  await until(async () => (await state()) === 'done', 'the destruction', 120_000);

  const { storage } = server.deps;
  for (const { sha256 } of scans) expect(await storage.has(office.tenant.slug, sha256)).toBe(false);
  expect((await storage.get(office.tenant.slug, shared.sha256)).length).toBe(shared.size);
  const rows = await server.tenancy.readTenant(office.tenant, (read) =>
    read.execute<{ action: string; subjects: number; told: number }>(sql`select action, count(*)::int as told,
        count(distinct subject_id)::int as subjects
      from audit_log where action in ('letter.destroyed', 'dossier.destroyed', 'disposal.finished') group by 1 order by 1`),
  );
  expect([...rows]).toEqual([
    { action: 'disposal.finished', subjects: 1, told: 1 },
    { action: 'dossier.destroyed', subjects: 1, told: 1 },
    { action: 'letter.destroyed', subjects: 4, told: 4 },
  ]);
  const outcomes = await server.tenancy.readTenant(office.tenant, (read) =>
    read.execute<{ outcome: string; files: number }>(
      sql`select outcome, count(*)::int as files from destroyed_files group by 1 order by 1`,
    ),
  );
  // Killed after a file was gone and before anybody knew: found missing the next time.
  expect([...outcomes]).toEqual([
    { outcome: 'missing', files: 1 },
    { outcome: 'removed', files: 2 },
    { outcome: 'shared', files: 1 },
  ]);
}, 400_000);
