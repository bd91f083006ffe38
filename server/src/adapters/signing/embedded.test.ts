import { beforeAll, expect, test } from 'vitest';
import { createEmbeddedProvider, type StoredKey } from './embedded.ts';
import { type DocumentToSign, SigningRefused } from './port.ts';
import { runSignJob } from './sign-job.ts';
import {
  type TestAuthorities,
  type TestPerson,
  testAuthorities,
  testPassphrase,
  testPdf,
  testPerson,
} from './testing.ts';
import { verifyPdf } from './verify.ts';

const signer = { regency: 'sumedang', person: 'Ani' };
const credential = { kind: 'passphrase', passphrase: testPassphrase } as const;
let authorities: TestAuthorities;
let person: TestPerson;
let pdf: Uint8Array;

beforeAll(async () => {
  authorities = await testAuthorities();
  person = await testPerson(authorities, 'Ani');
  pdf = await testPdf();
});

function provider(change: Partial<StoredKey> = {}, now = new Date()) {
  return createEmbeddedProvider({
    signer: { sign: runSignJob, close: async () => undefined },
    threads: 2,
    loadKey: async () => ({
      owner: { regency: 'sumedang', person: 'Ani', keyId: 'key-1' },
      wrapped: person.wrapped,
      certificate: person.issued.certificate,
      chain: person.identity.chain,
      revoked: false,
      ...change,
    }),
    loadStamper: async () => authorities.stamper,
    now: () => now,
  });
}

const letter = (id: string, bytes = pdf): DocumentToSign => ({
  id,
  pdf: bytes,
  reason: 'Menandatangani',
  location: 'Sumedang',
  fieldName: 'ttd',
});

test('signs a batch in order with one passphrase, asking for documents only as it goes', async () => {
  let asked = 0;
  async function* letters() {
    for (const id of ['1', '2', '3', '4', '5']) {
      asked += 1;
      yield letter(id);
    }
  }
  const ids: string[] = [];
  const session = await provider().open(signer, credential);
  for await (const outcome of session.sign(letters())) {
    ids.push(outcome.id);
    expect(asked).toBeLessThanOrEqual(ids.length + 1);
    const signed = 'pdf' in outcome ? outcome.pdf : Buffer.alloc(0);
    const result = await verifyPdf(signed, { trustedRoots: [authorities.root.certificate], now: new Date() });
    expect(result).toMatchObject({ authentic: true });
  }
  expect(ids).toEqual(['1', '2', '3', '4', '5']);
});

test('a wrong passphrase opens nothing', async () => {
  const attempt = provider().open(signer, { ...credential, passphrase: 'bukan yang ini' });
  await expect(attempt).rejects.toMatchObject({ reason: 'wrong_credential' });
});

test('who may not sign is told so, with or without a passphrase', async () => {
  const cases = [
    [provider({ certificate: null }), 'certificate_pending'],
    [provider({ revoked: true }), 'certificate_revoked'],
    [provider({}, new Date(Date.now() + 400 * 86_400_000)), 'certificate_expired'],
  ] as const;
  for (const [one, reason] of cases) {
    expect(await one.status(signer)).toEqual({ ready: false, reason });
    await expect(one.open(signer, credential)).rejects.toMatchObject({ reason });
  }
  expect(await provider().status(signer)).toEqual({ ready: true });
});

test('a certificate of another key is not used', async () => {
  const other = await testPerson(authorities, 'Budi');
  const attempt = provider({ certificate: other.issued.certificate }).open(signer, credential);
  await expect(attempt).rejects.toBeInstanceOf(SigningRefused);
});
