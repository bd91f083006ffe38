import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ArchiveOffice, createArchiveOffice } from '../testing/archive-office.ts';
import { toXml } from './bag.ts';
import { createArchiveJobs } from './index.ts';
import { writeTar } from './tar.ts';

let office: ArchiveOffice;
const folder = mkdtempSync(join(tmpdir(), 'madangan-paket-'));
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

beforeAll(async () => {
  office = await createArchiveOffice();
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await office.close();
});

async function order(dossierId: string, by = 'stafdik'): Promise<Buffer> {
  const ordered = await office.as(by).call<{ id: string; jobId: string }>('POST', `/dossiers/${dossierId}/packages`);
  expect(ordered.status, ordered.raw.toString()).toBe(202);
  await office.work(createArchiveJobs(office.deps));
  const job = await office.as(by).call<{ status: string; error: string }>('GET', `/jobs/${ordered.body.jobId}`);
  expect(job.body.status, job.body.error).toBe('completed');
  const file = await office.as(by).call('GET', `/archive-packages/${ordered.body.id}/file`);
  expect([file.status, file.headers['content-length']]).toEqual([200, String(file.raw.length)]);
  expect((await office.as('staf').call('GET', `/archive-packages/${ordered.body.id}/file`)).status).toBe(404);
  return file.raw;
}

function unpack(bytes: Buffer): { root: string; description: Description } {
  const into = mkdtempSync(join(folder, 'isi-'));
  writeFileSync(join(into, 'paket.tar'), bytes);
  execFileSync('tar', ['-xf', 'paket.tar'], { cwd: into });
  const name = readdirSync(into).find((each) => each.startsWith('berkas-')) ?? '';
  const root = join(into, name);
  return { root, description: JSON.parse(readFileSync(join(root, 'data/berkas.json'), 'utf8')) };
}

type Description = {
  format: string;
  items: {
    kind: string;
    number: string;
    subject?: string;
    verifyCode: string;
    signers: { name: string }[];
    files: { path: string; sha256: string }[];
  }[];
};

test('a package is a bag that anyone can check, with the signed bytes as they are, and the same every time', async () => {
  const [letterId, secret] = [
    await office.sentLetter({ subject: 'Undangan "rapat" <b> & lain-lain' }),
    await office.sentLetter({ subject: 'Sangat tertutup', secrecy: 'rahasia' }),
  ];
  const { id } = await office.openDossier('staf', { title: 'Berkas & isi' });
  await office.file('staf', id, { letterIds: [letterId, secret] });
  await office.file('staf', id, { paper: { subject: 'Gambar kerja', quantity: '3 lembar' } });
  await office.as('staf').call('POST', `/dossiers/${id}/places`, { building: 'Gedung A' });
  // The registrar of the office reads the ordinary letter, and of the secret one the envelope only.
  const bytes = await order(id, 'tu');
  const { root, description } = unpack(bytes);
  for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
    execFileSync('sha256sum', ['--check', '--strict', '--quiet', manifest], { cwd: root });
  }
  expect(readFileSync(join(root, 'bagit.txt'), 'utf8')).toBe(
    'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
  );
  const manifest = readFileSync(join(root, 'manifest-sha256.txt'), 'utf8').trim().split('\n');
  const listed = manifest.map((line) => line.slice(66)).sort();
  const present = readdirSync(join(root, 'data'), { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name).slice(root.length + 1))
    .sort();
  expect(listed).toEqual(present);
  const total = present.reduce((sum, path) => sum + readFileSync(join(root, path)).length, 0);
  expect(readFileSync(join(root, 'bag-info.txt'), 'utf8')).toContain(`Payload-Oxum: ${total}.${present.length}\n`);

  expect(description.format).toBe('madangan-archive-package/1');
  expect(description.items.map((each) => each.kind)).toEqual(['letter', 'withheld', 'paper']);
  expect(JSON.stringify(description)).not.toContain('Sangat tertutup');
  const [item] = description.items;
  const pdf = readFileSync(join(root, item?.files[0]?.path ?? ''));
  const stored = await office.as('staf').call('GET', `/letters/${letterId}/pdf`);
  expect(pdf.equals(stored.raw)).toBe(true);
  expect(item?.files[0]?.sha256).toBe(sha256(pdf));
  expect(item?.signers[0]?.name).toContain('Bayu');
  expect(readFileSync(join(root, 'data/berkas.xml'), 'utf8')).toContain(
    'Undangan &quot;rapat&quot; &lt;b&gt; &amp; lain-lain',
  );

  const [first] = await office.query<{
    sha256: string;
  }>(sql`select f.sha256 from archive_packages a join files f on f.id = a.file_id
    where a.dossier_id = ${id}::uuid`);
  expect(sha256(await order(id, 'tu'))).toBe(first?.sha256);
});

test('who may read the secret letter gets it in the package, and the reading is on record', async () => {
  const secret = await office.sentLetter({ subject: 'Rahasia jabatan', secrecy: 'rahasia' });
  const { id } = await office.openDossier();
  await office.file('staf', id, { letterIds: [secret] });
  await office.query(sql`insert into person_roles (person_id, role) values (${office.people.staf}::uuid, 'arsiparis')`);
  const ordered = await office.as('staf').call<{ id: string }>('POST', `/dossiers/${id}/packages`);
  await office.work(createArchiveJobs(office.deps));
  const { description } = unpack(
    (await office.as('staf').call('GET', `/archive-packages/${ordered.body.id}/file`)).raw,
  );
  expect(description.items.map((each) => [each.kind, each.subject])).toEqual([['letter', 'Rahasia jabatan']]);
  const readings = await office.query<{ act: string }>(sql`select act from letter_readings
    where letter_id = ${secret}::uuid and person_id = ${office.people.staf}::uuid and act = 'export'`);
  // Ordered, and fetched once.
  expect(readings).toHaveLength(2);
  await office.query(sql`delete from person_roles where person_id = ${office.people.staf}::uuid`);
});

test('a stored file that was changed makes no package', async () => {
  const letterId = await office.sentLetter();
  const { id } = await office.openDossier();
  await office.file('staf', id, { letterIds: [letterId] });
  const { storage } = office.deps;
  const [revision] = await office.query<{ sha256: string }>(
    sql`select sha256 from letter_revisions where letter_id = ${letterId}::uuid`,
  );
  const original = await storage.get(office.tenant.slug, revision?.sha256 ?? '');
  const changed = {
    ...storage,
    stream: async () => (await import('node:stream')).Readable.from([Buffer.alloc(original.length)]),
  };
  const ordered = await office.as('tu').call<{ jobId: string }>('POST', `/dossiers/${id}/packages`);
  await expect(office.work(createArchiveJobs({ ...office.deps, storage: changed }))).rejects.toThrow(
    'is not what was stored',
  );
  const job = await office.as('tu').call<{ status: string; error: string }>('GET', `/jobs/${ordered.body.jobId}`);
  expect([job.body.status, job.body.error]).toEqual(['failed', expect.stringContaining('tidak sama lagi')]);
});

test('tar takes long paths as tar reads them, and refuses what it cannot hold', async () => {
  const long = `${'a'.repeat(90)}/${'b'.repeat(90)}/surat.pdf`;
  async function* content(text: string) {
    yield Buffer.from(text);
  }
  async function* entries(path: string, size: number) {
    yield { path, size, content: content('isi') };
  }
  const collect = async (path: string, size: number): Promise<Buffer> => {
    const parts: Uint8Array[] = [];
    for await (const part of writeTar(entries(path, size), new Date(0))) parts.push(part);
    return Buffer.concat(parts);
  };
  const list = execFileSync('tar', ['-tf', '-'], { input: await collect(long, 3) });
  expect(list.toString()).toBe(`${long}\n`);
  await expect(collect('x', 4)).rejects.toThrow('has 3 bytes, not 4');
  await expect(collect('c'.repeat(300), 3)).rejects.toThrow('too long');
  expect(toXml('a', { b: [1, null], c: 'x\u0000<' })).toBe(
    '<a>\n  <b>\n    <item>1</item>\n    <item nil="true"/>\n  </b>\n  <c>x&lt;</c>\n</a>\n',
  );
});
