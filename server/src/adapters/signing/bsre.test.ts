import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BsreServer, startBsreServer } from '../../testing/bsre-server.ts';
import { requireTool } from '../../testing/tools.ts';
import { createBsreProvider } from './bsre.ts';
import {
  type Credential,
  type DocumentToSign,
  ProviderMisconfigured,
  ProviderUnavailable,
  type SigningOutcome,
  SigningRefused,
} from './port.ts';
import { testPdf } from './testing.ts';
import { verifyPdf } from './verify.ts';

const nik = '3211000000000001';
const passphrase = 'frasa sandi BSrE';
const people = [
  { nik, email: 'sekda@sumedang.example', passphrase },
  { nik: '3211000000000002', passphrase, status: 'EXPIRED' as const },
  { nik: '3211000000000003', passphrase, status: 'SUSPEND' as const },
  { nik: '3211000000000004', passphrase, status: 'REVOKE' as const },
  { nik: '3211000000000005', passphrase, status: 'NEW' as const },
  { nik: '3211000000000006', passphrase, status: 'NO_CERTIFICATE' as const },
];
const signer = { regency: 'sumedang', person: 'p-1', nik };
const secret: Credential = { kind: 'passphrase', passphrase };

let server: BsreServer;
beforeAll(async () => {
  server = await startBsreServer({ people });
});
beforeEach(() => {
  server.calls.length = 0;
  server.signed = 0;
});
afterEach(() => server.ail(null));
afterAll(() => server.close());

const provider = (version: 'v1' | 'v2' = 'v2', more: object = {}) =>
  createBsreProvider({
    version,
    baseUrl: server.url,
    ...server.credentials,
    timeouts: { ask: 20_000, sign: 30_000 },
    ...more,
  });

async function documents(count: number): Promise<DocumentToSign[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, index) => ({
      id: `d-${index}`,
      pdf: await testPdf(`Surat ${index}`),
      reason: `Menandatangani ${index}`,
      location: 'Sumedang',
      fieldName: 'ttd-1',
    })),
  );
}

async function signed(
  all: DocumentToSign[],
  version: 'v1' | 'v2' = 'v2',
  credential = secret,
): Promise<SigningOutcome[]> {
  const session = await provider(version).open(signer, credential);
  const outcomes: SigningOutcome[] = [];
  for await (const outcome of session.sign(all)) outcomes.push(outcome);
  return outcomes;
}
const kindsOf = (outcomes: SigningOutcome[]) =>
  outcomes.map((each) => ('failure' in each ? each.failure.kind : 'signed'));

describe.each(['v1', 'v2'] as const)('BSrE %s', (version) => {
  it('adds one signature to the very bytes that were sent', async () => {
    const [document] = await documents(1);
    const [outcome] = await signed(document ? [document] : [], version);
    if (!document || !outcome || !('pdf' in outcome)) throw new Error('not signed');
    expect(Buffer.from(outcome.pdf).subarray(0, document.pdf.length).equals(Buffer.from(document.pdf))).toBe(true);
    const checked = await verifyPdf(outcome.pdf, { trustedRoots: [server.root], now: new Date() });
    expect(checked).toMatchObject({ authentic: true, reasons: [] });
    expect(outcome.certificateSerial).toBe(checked.signatures[0]?.certificateSerial);
  });

  it('a wrong passphrase is tried once, whatever waits behind it', async () => {
    const outcomes = await signed(await documents(5), version, { kind: 'passphrase', passphrase: 'bukan itu' });
    expect(outcomes).toMatchObject([
      { id: 'd-0', failure: { kind: 'refused', cause: { reason: 'wrong_credential' } } },
    ]);
    expect(server.calls.filter((call) => call.path.endsWith('/sign/pdf'))).toHaveLength(1);
  });

  it('an answer that never comes, a fault and too many calls mean: later', async () => {
    const hasty = provider(version, { timeouts: { ask: 2_000, sign: 1_000 } });
    for (const ailment of ['error', 'busy', 'lost', 'cut'] as const) {
      const session = await hasty.open(signer, secret);
      server.ail(ailment);
      const outcomes: SigningOutcome[] = [];
      for await (const outcome of session.sign(await documents(3))) outcomes.push(outcome);
      expect(kindsOf(outcomes), ailment).toEqual(['unavailable']);
      server.ail(null);
    }
    server.ail('hang');
    await expect(hasty.open(signer, secret)).rejects.toThrow(ProviderUnavailable);
  });

  it('what comes back is taken only if it is the document with one more signature', async () => {
    for (const ailment of ['rewrite', 'unsigned'] as const) {
      server.ail(ailment);
      expect(kindsOf(await signed(await documents(1), version)), ailment).toEqual(['rejected']);
    }
  });

  it('a name or password of the application that is wrong is an administrator’s to mend', async () => {
    const wrong = provider(version, { password: 'salah' });
    await expect(wrong.open(signer, secret)).rejects.toThrow(ProviderMisconfigured);
  });

  it('a broken file is rejected and not sent again', async () => {
    const [document] = await documents(1);
    const broken = { ...document, id: 'x', pdf: Buffer.from('%PDF-1.7 rusak') } as DocumentToSign;
    expect(kindsOf(await signed([broken], version))).toEqual(['rejected']);
    expect(server.calls.filter((call) => call.path.endsWith('/sign/pdf'))).toHaveLength(1);
  });
});

describe('BSrE', () => {
  it('signs many with few calls, the first alone, in order', async () => {
    const outcomes = await signed(await documents(24));
    expect(outcomes.map((each) => each.id)).toEqual(Array.from({ length: 24 }, (_, index) => `d-${index}`));
    expect(new Set(kindsOf(outcomes))).toEqual(new Set(['signed']));
    expect(server.calls.filter((call) => call.path.endsWith('/sign/pdf')).map((call) => call.files)).toEqual([
      1, 20, 3,
    ]);
    expect(server.signed).toBe(24);
  });

  it('one broken file among many fails alone', async () => {
    const all = await documents(4);
    const broken = all.map((each, index) => (index === 2 ? { ...each, pdf: Buffer.from('%PDF-1.7 rusak') } : each));
    expect(kindsOf(await signed(broken))).toEqual(['signed', 'signed', 'rejected', 'signed']);
  });

  it('a refusal that nobody knows is told once, without the NIK in it', async () => {
    server.ail('strange');
    const outcomes = await signed(await documents(3));
    expect(kindsOf(outcomes)).toEqual(['rejected']);
    const [first] = outcomes;
    const text = first && 'failure' in first ? String(first.failure.cause) : '';
    expect(text).toContain('2999');
    expect(text).not.toMatch(/\d{10}/);
  });

  it.each([
    ['3211000000000002', 'certificate_expired'],
    ['3211000000000003', 'certificate_suspended'],
    ['3211000000000004', 'certificate_revoked'],
    ['3211000000000005', 'certificate_pending'],
    ['3211000000000006', 'no_certificate'],
    ['3211000000000009', 'not_registered'],
  ])('a signer %s is told: %s, before anything is sent to be signed', async (other, reason) => {
    for (const version of ['v1', 'v2'] as const) {
      const opened = provider(version).open({ ...signer, nik: other }, secret);
      await expect(opened).rejects.toMatchObject({ reason });
      expect(await provider(version).status({ ...signer, nik: other })).toEqual({ ready: false, reason });
    }
    expect(server.calls.filter((call) => call.path.endsWith('/sign/pdf'))).toEqual([]);
  });

  it('knows people by e-mail address where there is no NIK, with V2 only', async () => {
    const { nik: _, ...nameless } = signer;
    const byMail = { ...nameless, email: 'sekda@sumedang.example' };
    expect(await provider().status(byMail)).toEqual({ ready: true });
    await expect(provider('v1').open(byMail, secret)).rejects.toThrow(SigningRefused);
    expect(await provider().status(nameless)).toEqual({ ready: false, reason: 'no_identity' });
  });

  it('takes a one-time code in the place of the passphrase, once', async () => {
    await provider().requestCode(signer, 2);
    const code = { kind: 'one_time_code', code: server.codeOf(nik) ?? '' } as const;
    const [document] = await documents(1);
    expect(kindsOf(await signed(document ? [document] : [], 'v2', code))).toEqual(['signed']);
    expect(kindsOf(await signed(document ? [document] : [], 'v2', code))).toEqual(['rejected']);
  });

  it('something else at the address is no service', async () => {
    server.ail('html');
    await expect(provider().status(signer)).rejects.toThrow(ProviderUnavailable);
    server.ail(null);
    await expect(provider('v2', { baseUrl: `${server.url}/lain` }).status(signer)).rejects.toThrow(
      ProviderMisconfigured,
    );
  });

  it('tells what the service says of 0, 1 and 2 signatures', async () => {
    let pdf: Uint8Array = await testPdf();
    expect(await provider().verify(pdf)).toMatchObject({ conclusion: 'NO_SIGNATURE', signatureCount: 0 });
    for (const count of [1, 2]) {
      const [outcome] = await signed([{ id: 'a', pdf, reason: 'x', location: 'y', fieldName: `ttd-${count}` }]);
      if (!outcome || !('pdf' in outcome)) throw new Error('not signed');
      pdf = outcome.pdf;
      const told = await provider().verify(pdf);
      expect(told).toMatchObject({ conclusion: 'VALID', signatureCount: count });
      expect(told.signatureInformations.every((each) => each.integrityValid)).toBe(true);
    }
  });
});

describe('a test server behaves as the manual says', () => {
  it('a V1 file is given out once', async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ nik, passphrase, tampilan: 'invisible' })) form.set(name, value);
    form.set('file', new Blob([new Uint8Array(await testPdf())], { type: 'application/pdf' }), 'a.pdf');
    const { username, password } = server.credentials;
    const headers = { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
    const made = await fetch(`${server.url}/api/sign/pdf`, { method: 'POST', headers, body: form });
    const download = () => fetch(`${server.url}/api/sign/download/${made.headers.get('id_dokumen')}`, { headers });
    expect([made.status, (await download()).status, (await download()).status]).toEqual([200, 200, 400]);
  });
});

describe.skipIf(!requireTool('openssl'))('over TLS', () => {
  it('a certificate of one’s own is trusted when it is given, and never otherwise', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'madangan-tls-'));
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const subject = ['-subj', '/CN=esign', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
    execFileSync('openssl', ['req', '-x509', ...kind, ...subject, '-keyout', key, '-out', cert], { stdio: 'ignore' });
    const tls = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
    rmSync(folder, { recursive: true });
    const secure = await startBsreServer({ people, tls });
    try {
      const at = { version: 'v2' as const, baseUrl: secure.url, ...secure.credentials };
      await expect(createBsreProvider(at).status(signer)).rejects.toThrow(ProviderUnavailable);
      expect(await createBsreProvider({ ...at, ca: tls.cert }).status(signer)).toEqual({ ready: true });
    } finally {
      await secure.close();
    }
  });
});
