import { describe, expect, test } from 'vitest';
import { InvalidRequest, issueCertificate, publicKeyOf } from './certificates.ts';
import { checkPassphrase, createPersonalKey, openPersonalKey, PassphraseRefused } from './personal-key.ts';
import { testPassphrase as passphrase, testAuthorities } from './testing.ts';

const aad = { regency: 'sumedang', person: 'p1', keyId: 'k1' };
const subject = { name: 'Ani, "S.H." #uji', position: 'Bupati', organization: 'Kabupaten Sumedang' };

test('only the right passphrase, for the right person, opens a key', async () => {
  const made = await createPersonalKey({ passphrase, aad });
  const opened = await openPersonalKey(made.wrapped, passphrase, aad);
  expect(opened?.publicKeySpki).toEqual(made.publicKeySpki);
  expect(opened?.key.extractable).toBe(false);
  expect(await openPersonalKey(made.wrapped, `${passphrase}.`, aad)).toBeNull();
  expect(await openPersonalKey(made.wrapped, '', aad)).toBeNull();
  for (const other of [{ regency: 'lebak' }, { person: 'p2' }, { keyId: 'k2' }]) {
    expect(await openPersonalKey(made.wrapped, passphrase, { ...aad, ...other })).toBeNull();
  }
});

test('a damaged or forged blob opens to nothing and asks for no mad amount of work', async () => {
  const { wrapped } = await createPersonalKey({ passphrase, aad });
  for (const offset of [0, 4, 5, 8, 12, 20, 30, 45, wrapped.length - 1]) {
    const damaged = Buffer.from(wrapped);
    damaged[offset] = (damaged[offset] ?? 0) ^ 0x81;
    expect(await openPersonalKey(damaged, passphrase, aad)).toBeNull();
  }
  expect(await openPersonalKey(wrapped.subarray(0, 20), passphrase, aad)).toBeNull();
});

test('composed and decomposed spellings are the same passphrase', async () => {
  const { wrapped } = await createPersonalKey({ passphrase: 'r\u00e9s\u00e9p lama', aad });
  expect(await openPersonalKey(wrapped, 're\u0301se\u0301p lama', aad)).not.toBeNull();
});

test('the policy is a length', async () => {
  expect(checkPassphrase('1234567')).toBe('too_short');
  expect(checkPassphrase('12345678')).toBeNull();
  expect(checkPassphrase('x'.repeat(257))).toBe('too_long');
  const refused = await createPersonalKey({ passphrase: 'rahasia', aad }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(PassphraseRefused);
  expect(String(refused)).not.toContain('rahasia');
});

describe('certification', () => {
  test('certifies the key of a request, for the subject the authority names', async () => {
    const { regency, now } = await testAuthorities();
    const made = await createPersonalKey({ passphrase, aad });
    const request = await made.certificationRequest({ ...subject, name: 'Someone Else' });
    const issued = await issueCertificate(regency, { request, subject, demo: true, now, days: 365 });
    expect(await publicKeyOf(issued.certificate)).toEqual(made.publicKeySpki);
    expect(issued.serial).toMatch(/^[4-7][0-9a-f]{31}$/);
    expect(issued.certificate.toString('latin1')).toContain('DEMO');
    expect(issued.certificate.toString('latin1')).toContain(subject.name);
    expect(issued.certificate.toString('latin1')).not.toContain('Someone Else');
  });

  test('a certificate never outlives its authority', async () => {
    const { regency, now } = await testAuthorities(new Date(), 10);
    const request = await (await createPersonalKey({ passphrase, aad })).certificationRequest(subject);
    const issued = await issueCertificate(regency, { request, subject, demo: true, now, days: 365 });
    expect(issued.notAfter.getTime()).toBeLessThanOrEqual(now.getTime() + 10 * 86_400_000);
  });

  test('a request not signed by its own key is refused', async () => {
    const { regency, now } = await testAuthorities();
    const request = await (await createPersonalKey({ passphrase, aad })).certificationRequest(subject);
    const changed = Buffer.from(request);
    changed[request.length - 10] = (changed[request.length - 10] ?? 0) ^ 1;
    for (const wrong of [changed, Buffer.from('not a request'), Buffer.alloc(0)]) {
      const attempt = issueCertificate(regency, { request: wrong, subject, demo: true, now, days: 365 });
      await expect(attempt).rejects.toBeInstanceOf(InvalidRequest);
    }
  });
});
