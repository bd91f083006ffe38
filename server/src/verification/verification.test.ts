import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPersonalKey } from '../adapters/signing/index.ts';
import { testAuthorities, testPdf, testPerson, testSigned } from '../adapters/signing/testing.ts';
import type { LetterAnswer } from '../letters/index.ts';
import { createTestOffice, type Refusal, type TestOffice, type TestServer, testPassword } from '../testing/office.ts';
import type { FileAnswer, VerificationAnswer } from './schema.ts';

let office: TestOffice & TestServer;
let code: string;
let signed: Buffer;

async function signedLetter(more: object = {}): Promise<{ code: string; id: string; bytes: Buffer }> {
  const draft = await office.as('staf').call<LetterAnswer>('POST', '/letters', {
    type: 'surat_undangan',
    subject: 'Undangan Rapat <Koordinasi> & Evaluasi',
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Mohon hadir.' }] }] },
    recipients: [{ kind: 'external', name: 'Kepala BPS' }],
    classification: '000.1.5',
    secrecy: 'biasa',
    urgency: 'biasa',
    ...more,
  });
  const { id } = draft.body;
  const signer = office.people.get('sekda')?.positionId;
  await office.as('staf').call('POST', `/letters/${id}/submit`, { approvers: [], signer });
  const answer = await office
    .as('sekda')
    .call<LetterAnswer>('POST', `/letters/${id}/sign`, { passphrase: testPassword });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  const bytes = (await office.as('sekda').call('GET', `/letters/${id}/pdf`)).raw;
  return { code: answer.body.verifyCode ?? '', id, bytes };
}

beforeAll(async () => {
  office = await createTestOffice();
  await office.addSigners('sekda');
  ({ code, bytes: signed } = await signedLetter());
});
afterAll(() => office.close());

/** A form with one file, as a browser sends it. */
function form(
  bytes: Uint8Array,
  field = 'file',
  name = 'surat.pdf',
): { payload: Buffer; headers: Record<string, string> } {
  const head = `--b\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--b--\r\n')]);
  return { payload, headers: { 'content-type': 'multipart/form-data; boundary=b' } };
}

const checkFile = async (bytes: Uint8Array): Promise<FileAnswer> => {
  const answer = await office.app.inject({ method: 'POST', url: '/api/v1/verify', ...form(bytes) });
  expect(answer.statusCode).toBe(200);
  return answer.json<FileAnswer>();
};
const checkCode = (typed: string) => office.visitor.call<VerificationAnswer>('GET', `/verify/${typed}`);

describe('a code', () => {
  it('tells what the letter is and who signed it, without signing in, with or without a regency', async () => {
    const { status, body } = await checkCode(code);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      authentic: true,
      reasons: [],
      number: expect.stringMatching(/^000\.1\.5\/\d+\//),
      subject: 'Undangan Rapat <Koordinasi> & Evaluasi',
      documentKind: 'letter',
      issuer: `Pemerintah ${office.tenant.name}`,
      signers: [{ name: 'Drs. Bayu Santika', title: 'Sekretaris Daerah' }],
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const anywhere = await office.app.inject({ url: `/api/v1/verify/${code.toLowerCase().replaceAll('-', '')}` });
    expect(anywhere.json()).toEqual(body);
  });

  it('does not tell the subject of a secret letter', async () => {
    const secret = await signedLetter({ secrecy: 'rahasia' });
    expect((await checkCode(secret.code)).body).toMatchObject({ authentic: true, subject: null });
    const page = await office.app.inject({ url: `/v/${secret.code}` });
    expect(page.body).not.toContain('Undangan Rapat');
  });

  it('that is unknown, or none, is not authentic', async () => {
    for (const typed of ['0000-0000-0000', 'bukan-kode', "' or 1=1"]) {
      const { status, body } = await checkCode(encodeURIComponent(typed));
      expect([status, body.authentic, body.reasons]).toEqual([200, false, ['unknown_code']]);
    }
  });

  it('of a letter that was withdrawn says so', async () => {
    const withdrawn = await signedLetter();
    await office.tenancy.withTenant(office.tenant, (tx) =>
      tx.execute(sql`update platform.verifications set withdrawn_at = now() where code = ${withdrawn.code}`),
    );
    expect((await checkCode(withdrawn.code)).body).toMatchObject({ authentic: false, reasons: ['withdrawn'] });
    expect((await checkFile(withdrawn.bytes)).reasons).toEqual(['withdrawn']);
  });
});

describe('a file', () => {
  it('as it was signed is authentic', async () => {
    expect(await checkFile(signed)).toMatchObject({ authentic: true, reasons: [], code, original: { code } });
  });

  it('with a changed byte is found out, and led to its original', async () => {
    const changed = Buffer.from(signed);
    const at = changed.indexOf('stream') + 40;
    changed[at] = (changed[at] ?? 0) ^ 1;
    const answer = await checkFile(changed);
    expect(answer).toMatchObject({ authentic: false, number: null, original: { code } });
    expect(answer.reasons).toContain('content_changed');
  });

  it('with an appended byte is found out', async () => {
    const answer = await checkFile(Buffer.concat([signed, Buffer.from('\n')]));
    expect(answer).toMatchObject({ authentic: false, original: { code } });
    expect(answer.reasons).toEqual(['appended_after_signature', 'not_registered']);
  });

  it('that a stranger has signed once more is not authentic', async () => {
    const authorities = await testAuthorities();
    const stranger = await testPerson(authorities, 'Orang Lain');
    const [grown = signed] = await testSigned(authorities, [stranger], undefined, signed);
    const answer = await checkFile(grown);
    expect(answer).toMatchObject({ authentic: false, original: { code } });
    expect(answer.reasons).toContain('certificate_untrusted');
  });

  it('that is signed by us but was never issued is not authentic', async () => {
    const { authorities } = office.deps;
    const stamper = await authorities.stamper();
    const aad = { regency: office.tenant.slug, person: 'x', keyId: '0190a0a0-0000-7000-8000-000000000001' };
    const key = await createPersonalKey({ passphrase: testPassword, aad });
    const subject = { name: 'Pegawai', position: 'Staf', organization: office.tenant.name };
    const request = await key.certificationRequest(subject);
    const { certificate } = await authorities.issue(office.tenant, { keyId: aad.keyId, request, subject, demo: true });
    const chain = await authorities.chain(office.tenant);
    const bytes = await office.deps.signer.sign({
      pdf: await testPdf(),
      signer: { key: key.key, certificate, chain },
      stamper,
      reason: 'Coba',
      location: 'Uji',
      fieldName: 'ttd-1',
    });
    expect(await checkFile(bytes)).toMatchObject({ authentic: false, reasons: ['not_registered'], original: null });
  });

  it('that is no PDF, or unsigned, gets a result and no error', async () => {
    expect((await checkFile(Buffer.from('halo'))).reasons).toEqual(['not_a_pdf']);
    expect((await checkFile(await testPdf())).reasons).toEqual(['no_signature']);
  });

  it('missing from the form, or a form that is none, is told', async () => {
    const other = await office.app.inject({ method: 'POST', url: '/api/v1/verify', ...form(signed, 'lain') });
    expect([other.statusCode, other.json<Refusal>().errors[0]?.path]).toEqual([400, 'file']);
    const none = await office.app.inject({ method: 'POST', url: '/api/v1/verify', payload: { file: 'x' } });
    expect(none.statusCode).toBe(415);
  });
});

describe('the page', () => {
  it('of a code says yes, whole without script', async () => {
    const page = await office.app.inject({ url: `/v/${code}` });
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).toContain('<h1>Surat ini asli</h1>');
    expect(page.body).toContain('Undangan Rapat &lt;Koordinasi&gt; &amp; Evaluasi');
    expect(page.body).not.toContain('<script');
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'/);
    expect((await office.app.inject({ url: `/v/${code}?lang=en` })).body).toContain('This letter is authentic');
  });

  it('of an unknown code says no', async () => {
    const page = await office.app.inject({ url: '/v/0000-0000-0000' });
    expect(page.statusCode).toBe(404);
    expect(page.body).toContain('<h1>Kode ini tidak dikenal</h1>');
  });

  it('with the form leads from a typed code to its page', async () => {
    expect((await office.app.inject({ url: '/v' })).body).toContain('name="code"');
    const led = await office.app.inject({ url: `/v?code=${code.toLowerCase()}` });
    expect([led.statusCode, led.headers.location]).toEqual([303, `/v/${code}`]);
  });

  it('takes a file and says what became of it', async () => {
    const good = await office.app.inject({ method: 'POST', url: '/v', ...form(signed) });
    expect(good.body).toContain('<h1>Berkas ini asli</h1>');
    const bad = await office.app.inject({
      method: 'POST',
      url: '/v',
      ...form(Buffer.concat([signed, Buffer.from('x')])),
    });
    expect(bad.body).toContain('<h1>Berkas ini tidak asli</h1>');
    expect(bad.body).toContain(`/v/${code}`);
    const none = await office.app.inject({ method: 'POST', url: '/v', ...form(Buffer.alloc(0)) });
    expect([none.statusCode, none.body.includes('Pilih berkas PDF')]).toEqual([400, true]);
  });
});
