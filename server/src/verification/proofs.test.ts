import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { PDF } from '@libpdf/core';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDocuments } from '../adapters/documents/index.ts';
import { testAuthorities, testPerson, testSigned } from '../adapters/signing/testing.ts';
import { createAuthorities } from '../authorities/index.ts';
import { openClient } from '../core/db/client.ts';
import { newId } from '../core/ids.ts';
import { createFileStorage, sha256Hex } from '../core/storage/index.ts';
import { copyStorage } from '../operator/index.ts';
import { bootstrapPlatform, exportTenant, importTenant, listStoredFiles } from '../tenants/index.ts';
import { type Installation, startInstallation } from '../testing/installation.ts';
import { createTestOffice, type TestOffice, type TestServer } from '../testing/office.ts';
import { signedLetter } from '../testing/signed-letter.ts';
import type { FileAnswer } from './schema.ts';
import { createVerificationService } from './service.ts';

let office: TestOffice & TestServer;
let folder: string;
let signed: Buffer;
let elsewhere: Installation | undefined;

beforeAll(async () => {
  office = await createTestOffice();
  await office.addSigners('sekda');
  folder = mkdtempSync(join(tmpdir(), 'madangan-proofs-'));
  const id = await signedLetter(office, [{ kind: 'external', name: 'Kepala BPS' }]);
  signed = (await office.as('sekda').call('GET', `/letters/${id}/pdf`)).raw;
});
afterAll(async () => {
  await office.close();
  await elsewhere?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const check = (bytes: Buffer) => createVerificationService(office.deps).checkFile(bytes);

/** A form with one file, as a browser sends it. */
function form(bytes: Uint8Array) {
  const head =
    '--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n';
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--b--\r\n')]);
  return { payload, headers: { 'content-type': 'multipart/form-data; boundary=b' } };
}
const post = async (bytes: Uint8Array): Promise<FileAnswer> =>
  (await office.app.inject({ method: 'POST', url: '/api/v1/verify', ...form(bytes) })).json();

/** A later save, as any PDF program adds it, without a signature. */
async function updated(): Promise<Buffer> {
  const document = await PDF.load(signed);
  document.setTitle('Surat yang lain');
  const bytes = Buffer.from(await document.save({ incremental: true }));
  expect(bytes.subarray(0, signed.length).equals(signed)).toBe(true);
  return bytes;
}

/** One more signature, by somebody whose certificate comes from an authority of their own. */
async function signedByStranger(): Promise<Buffer> {
  const authorities = await testAuthorities();
  const [bytes] = await testSigned(authorities, [await testPerson(authorities, 'Orang Lain')], undefined, signed);
  return Buffer.from(bytes ?? '');
}

describe('a file that is not what was signed', () => {
  it('the signed file itself is authentic', async () => {
    expect((await check(signed)).reasons).toEqual([]);
  });

  it('one changed byte is found, wherever it lies', async () => {
    // Evenly over the whole file, so that every part of it has its turn, and then anywhere.
    const step = Math.ceil(signed.length / 60);
    for (let at = 0; at < signed.length; at += step) {
      const changed = Buffer.from(signed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect((await check(changed)).reasons, `byte ${at}`).not.toEqual([]);
    }
    await fc.assert(
      fc.asyncProperty(fc.nat(signed.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const changed = Buffer.from(signed);
        changed[at] = (changed[at] ?? 0) ^ mask;
        expect((await check(changed)).reasons).not.toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it.each([
    ['a line end', async () => Buffer.concat([signed, Buffer.from('\n')])],
    ['anything', async () => Buffer.concat([signed, Buffer.from('bukan bagian surat')])],
    ['zeros', async () => Buffer.concat([signed, Buffer.alloc(512)])],
    ['an update of the document', updated],
    ['the file once more', async () => Buffer.concat([signed, signed])],
  ])('%s after the last signature is found, and the original named', async (_, make) => {
    const answer = await post(await make());
    expect(answer.authentic).toBe(false);
    expect(answer.reasons.some((each) => ['appended_after_signature', 'malformed'].includes(each))).toBe(true);
    expect(answer.messages).toHaveLength(answer.reasons.length);
    expect(answer.original?.hash).toBe(sha256Hex(signed));
  });

  it('a stranger’s signature after the last one does not make it theirs', async () => {
    const answer = await post(await signedByStranger());
    expect(answer.authentic).toBe(false);
    expect(answer.reasons).toContain('certificate_untrusted');
    expect(answer.original?.hash).toBe(sha256Hex(signed));
  });

  it.each([1, 100, 5_000])('a file that lacks its last %s bytes is found', async (bytes) => {
    const answer = await post(signed.subarray(0, -bytes));
    expect([answer.authentic, answer.reasons.length > 0]).toEqual([false, true]);
  });

  it('the page says why, in words', async () => {
    const page = await office.app.inject({ method: 'POST', url: '/v', ...form(await updated()) });
    expect(page.body).toContain('Berkas ini tidak asli');
    expect(page.body).toContain('Ada yang ditambahkan setelah ditandatangani.');
    const changed = Buffer.from(signed);
    changed[400] = (changed[400] ?? 0) ^ 1;
    const other = await office.app.inject({ method: 'POST', url: '/v', ...form(changed) });
    expect(other.body).toContain('Isinya berubah setelah ditandatangani.');
  });
});

describe('bytes of a revision', () => {
  const revisions = async (tenancy = office.tenancy) => {
    const rows = await tenancy.readTenant(office.tenant, (read) =>
      read.execute<{ sha256: string }>(sql`select sha256 from letter_revisions order by letter_id, revision`),
    );
    return rows.map((row) => row.sha256);
  };

  it('are the same after text extraction', async () => {
    const before = await revisions();
    const documents = createDocuments();
    try {
      for (const sha256 of before) {
        const bytes = await office.deps.storage.get(office.tenant.slug, sha256);
        const found = await documents.extractText(bytes, 'application/pdf');
        expect(found.text).toContain('Kami mengundang Saudara.');
        expect(sha256Hex(bytes)).toBe(sha256);
        expect(sha256Hex(await office.deps.storage.get(office.tenant.slug, sha256))).toBe(sha256);
      }
    } finally {
      await documents.close();
    }
    expect(before).toEqual([sha256Hex(signed)]);
  });

  it('are the same after a move to another store, and bytes that changed do not move', async () => {
    const to = createFileStorage(join(folder, 'moved'));
    const deps = { tenancy: office.tenancy, from: office.deps.storage, to, listFiles: listStoredFiles };
    const first = await copyStorage(deps, office.tenant.slug);
    expect(first).toMatchObject({ missing: [], changed: [] });
    expect(first.copied).toBe(first.files);
    for (const sha256 of await revisions()) {
      expect(sha256Hex(await to.get(office.tenant.slug, sha256))).toBe(sha256);
    }
    expect(await copyStorage(deps, office.tenant.slug)).toMatchObject({ copied: 0, missing: [], changed: [] });

    const [sha256 = ''] = await revisions();
    const rotten = {
      ...office.deps.storage,
      stream: async () => Readable.from([Buffer.from('busuk')]),
    };
    const empty = createFileStorage(join(folder, 'empty'));
    const third = await copyStorage({ ...deps, from: rotten, to: empty }, office.tenant.slug);
    expect(third).toMatchObject({ copied: 0, changed: expect.arrayContaining([sha256]) });
    expect(await empty.has(office.tenant.slug, sha256Hex(Buffer.from('busuk')))).toBe(false);
  });

  it('are the same after export and import into another installation', async () => {
    const exportsFolder = join(folder, 'exports');
    mkdirSync(exportsFolder);
    const { tenancy, storage, clock } = office.deps;
    const exported = await exportTenant(
      { tenancy, storage, clock, exportsFolder },
      office.tenant,
      newId(),
      async () => undefined,
    );
    const site = await startInstallation();
    elsewhere = site;
    const { tenancy: there, access } = site;
    const authorities = createAuthorities({ tenancy: there, secrets: access.secrets, clock, demo: true });
    await bootstrapPlatform({ tenancy: there, authorities, demoPassword: null });
    const migrator = openClient(access, 'migrator', { max: 1, applicationName: 'test' });
    await migrator`insert into platform.regions (code, name, kind, province_code, province, time_zone)
      values (${office.tenant.regionCode}, ${office.tenant.name}, 'kabupaten', '00', 'Uji', 'Asia/Jakarta')
      on conflict do nothing`;
    await migrator.end({ timeout: 5 });
    const target = createFileStorage(join(folder, 'imported'));
    const deps = { tenancy: there, access, authorities, clock, demoPassword: null, storage: target };
    await importTenant(deps, join(exportsFolder, exported.file));
    const imported = await revisions(there);
    expect(imported).toEqual(await revisions());
    for (const sha256 of imported) expect(sha256Hex(await target.get(office.tenant.slug, sha256))).toBe(sha256);
  }, 120_000);
});
