import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ThreadJobError, ThreadLost } from '../../core/threads.ts';
import { requireTool } from '../../testing/tools.ts';
import { createTypesetter } from '../typesetting/index.ts';
import { sampleLetter } from '../typesetting/testing.ts';
import { UnsignablePdf } from './pades.ts';
import { runSignJob } from './sign-job.ts';
import { createSigner } from './signer.ts';
import {
  run,
  type TestAuthorities,
  type TestPerson,
  testAuthorities,
  testJob,
  testPdf,
  testPerson,
  testSigned,
} from './testing.ts';
import { verifyPdf } from './verify.ts';

const folder = mkdtempSync(join(tmpdir(), 'signing-'));
let authorities: TestAuthorities;
let people: TestPerson[];
let revisions: Uint8Array[];

beforeAll(async () => {
  authorities = await testAuthorities();
  people = await Promise.all(['Ani', 'Dr. H. Budi (Uji), M.Si.', 'Cecep'].map((name) => testPerson(authorities, name)));
  revisions = await testSigned(authorities, people);
});
afterAll(() => rmSync(folder, { recursive: true }));

function saved(pdf: Uint8Array | undefined): string {
  const path = join(folder, 'signed.pdf');
  writeFileSync(path, pdf ?? '');
  return path;
}

test('each signature extends the file byte for byte', async () => {
  const [first, second, third] = revisions.map((bytes) => Buffer.from(bytes));
  expect(third?.subarray(0, second?.length)).toEqual(second);
  expect(second?.subarray(0, first?.length)).toEqual(first);
  const original = Buffer.from(await testPdf());
  const signed = await runSignJob(testJob(original, people[0] as TestPerson, authorities));
  expect(Buffer.from(signed).subarray(0, original.length)).toEqual(original);
});

describe.skipIf(!requireTool('pdfsig'))('poppler (pdfsig)', () => {
  test.each([1, 3])('finds %i signatures valid and the whole document signed', (count) => {
    const report = run('pdfsig', saved(revisions[count - 1]));
    expect(report.match(/Signature is Valid/g)).toHaveLength(count);
    expect(report.match(/ETSI\.CAdES\.detached/g)).toHaveLength(count);
    expect(report.match(/- Total document signed/g)).toHaveLength(1);
    expect(report.trimEnd().lastIndexOf('Total document signed')).toBeGreaterThan(report.lastIndexOf('Signature #'));
  });

  // Optional even where tools are required: only the trust store needs it.
  test.skipIf(spawnSync('certutil', ['-H']).error)('trusts the certificates when it knows the root', () => {
    const root = join(folder, 'root.der');
    writeFileSync(root, authorities.root.certificate);
    run('certutil', '-N', '-d', `sql:${folder}`, '--empty-password');
    run('certutil', '-A', '-d', `sql:${folder}`, '-n', 'root', '-t', 'C,C,C', '-i', root);
    const report = run('pdfsig', '-nssdir', folder, saved(revisions[2]));
    expect(report.match(/Certificate is Trusted/g)).toHaveLength(3);
  });
});

test.skipIf(!requireTool('qpdf'))('the signed file is a sound PDF (qpdf)', () => {
  expect(run('qpdf', '--check', saved(revisions[2]))).toContain('No syntax or stream encoding errors');
});

test('a typeset letter keeps its bytes, its PDF/A claim and its signatures', async () => {
  const typesetter = createTypesetter({ threads: 1 });
  const letter = await typesetter.letter(sampleLetter).finally(() => typesetter.close());
  const [first, last] = await testSigned(authorities, people.slice(0, 2), undefined, letter);
  const signed = Buffer.from(last ?? '');
  expect(signed.subarray(0, first?.length).equals(Buffer.from(first ?? ''))).toBe(true);
  expect(signed.subarray(0, letter.length).equals(Buffer.from(letter))).toBe(true);
  const result = await verifyPdf(signed, { trustedRoots: [authorities.root.certificate], now: new Date() });
  expect(result).toMatchObject({ authentic: true, signatures: [{ signerName: 'Ani' }, { valid: true }] });
  if (requireTool('qpdf'))
    expect(run('qpdf', '--check', saved(signed))).toContain('No syntax or stream encoding errors');
}, 30_000);

test.each([
  ['text', Buffer.from('Bukan PDF')],
  ['nothing', Buffer.alloc(0)],
  ['a PDF cut off', Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n')],
])('%s is not signed', async (_name, pdf) => {
  await expect(runSignJob(testJob(pdf, people[0] as TestPerson, authorities))).rejects.toBeInstanceOf(UnsignablePdf);
});

test('a field that is signed already is not signed again', async () => {
  const [first] = revisions;
  await expect(runSignJob(testJob(first as Uint8Array, people[0] as TestPerson, authorities))).rejects.toMatchObject({
    code: 'unsignable_pdf',
  });
});

test('signs in worker threads, and tells a bad file from a lost thread', async () => {
  const signer = createSigner({ threads: 2 });
  const pdf = await testPdf();
  const job = testJob(pdf, people[0] as TestPerson, authorities);
  const signed = await Promise.all([1, 2, 3].map(() => signer.sign(job)));
  for (const bytes of signed) {
    const result = await verifyPdf(bytes, { trustedRoots: [authorities.root.certificate], now: new Date() });
    expect(result).toMatchObject({ authentic: true });
  }
  const refused = await signer.sign({ ...job, pdf: Buffer.from('x') }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ThreadJobError);
  expect(refused).toMatchObject({ code: 'unsignable_pdf' });
  await signer.close();
  await expect(signer.sign(job)).rejects.toBeInstanceOf(ThreadLost);
});
