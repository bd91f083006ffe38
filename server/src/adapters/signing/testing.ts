import { execFileSync } from 'node:child_process';
import { PDF } from '@libpdf/core';
import {
  type Authority,
  type Certificate,
  createIntermediateAuthority,
  createRootAuthority,
  createTimeStampAuthority,
  issueCertificate,
} from './certificates.ts';
import { importSigningKey, type SigningIdentity } from './keys.ts';
import { createPersonalKey, type PersonalKey } from './personal-key.ts';
import { runSignJob, type SignJob } from './sign-job.ts';

/** A root, one regency's authority and a time-stamp authority, valid at `now`. */
export type TestAuthorities = { root: Authority; regency: Authority; stamper: SigningIdentity; now: Date };

export async function testAuthorities(now = new Date(), days = 3650): Promise<TestAuthorities> {
  const options = (name: string, organization: string) => ({ name, organization, demo: true, now, days });
  const root = await createRootAuthority(options('Uji Root CA', 'Madangan'));
  const regency = await createIntermediateAuthority(root, options('Uji CA Sumedang', 'Kabupaten Sumedang'));
  const stamping = await createTimeStampAuthority(root, options('Uji Penanda Waktu', 'Madangan'));
  const stamper = {
    key: await importSigningKey(stamping.privateKey),
    certificate: stamping.certificate,
    chain: [root.certificate],
  };
  return { root, regency, stamper, now };
}

export type TestPerson = {
  name: string;
  identity: SigningIdentity;
  issued: Certificate;
  wrapped: Buffer;
} & PersonalKey;

export const testPassphrase = 'kata sandi penanda tangan';

export async function testPerson(authorities: TestAuthorities, name: string, days = 365): Promise<TestPerson> {
  const aad = { regency: 'sumedang', person: name, keyId: 'key-1' };
  const personal = await createPersonalKey({ passphrase: testPassphrase, aad });
  const subject = { name, position: 'Sekretaris Daerah', organization: 'Kabupaten Sumedang' };
  const request = await personal.certificationRequest(subject);
  const { regency, root, now } = authorities;
  const issued = await issueCertificate(regency, { request, subject, demo: true, now, days });
  const chain = [regency.certificate, root.certificate];
  return { ...personal, name, issued, identity: { key: personal.key, certificate: issued.certificate, chain } };
}

export async function testPdf(text = 'Surat dinas'): Promise<Uint8Array> {
  const document = PDF.create();
  document.addPage({ size: 'a4' }).drawText(text, { x: 72, y: 700, size: 14 });
  return document.save();
}

export const testJob = (pdf: Uint8Array, person: TestPerson, authorities: TestAuthorities): SignJob => ({
  pdf,
  signer: person.identity,
  stamper: authorities.stamper,
  reason: 'Menandatangani naskah dinas',
  location: 'Sumedang',
  fieldName: `ttd-${person.name}`,
});

/** Signed by all, one after another; `at` is the time of their signatures. */
export async function testSigned(
  authorities: TestAuthorities,
  people: readonly TestPerson[],
  at?: Date,
  pdf?: Uint8Array,
): Promise<Uint8Array[]> {
  const revisions: Uint8Array[] = [];
  let current = pdf ?? (await testPdf());
  for (const person of people) {
    current = await runSignJob({ ...testJob(current, person, authorities), ...(at ? { at } : {}) });
    revisions.push(current);
  }
  return revisions;
}

export const run = (tool: string, ...parameters: string[]): string => execFileSync(tool, parameters).toString();
