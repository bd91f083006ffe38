import { X509Certificate } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LetterAnswer } from '../letters/index.ts';
import { type BsreServer, startBsreServer } from '../testing/bsre-server.ts';
import { createTestOffice, type Refusal, type TestOffice, type TestServer, testPassword } from '../testing/office.ts';
import { createVerificationService } from '../verification/index.ts';
import { createSigningJobs } from './index.ts';
import type { ProviderAnswer, ProviderTestAnswer } from './provider-schema.ts';

type Letter = LetterAnswer & Refusal;
const passphrase = 'frasa sandi BSrE milik sekda';
const niks = { sekda: '3211000000000001', kadis: '3211000000000002', kabid: '3211000000000003' };

let office: TestOffice & TestServer;
let bsre: BsreServer;
beforeAll(async () => {
  bsre = await startBsreServer({ people: Object.values(niks).map((nik) => ({ nik, passphrase })) });
  office = await createTestOffice();
  await office.addSigners('sekda', 'bupati');
  for (const [username, nik] of Object.entries(niks)) {
    const id = office.people.get(username)?.personId;
    expect((await office.as('admin').call('PUT', `/people/${id}/nik`, { nik })).status).toBe(200);
  }
});
afterEach(() => bsre.ail(null));
afterAll(async () => {
  await office.close();
  await bsre.close();
});

const settings = (more: object = {}) => ({
  provider: 'bsre',
  baseUrl: bsre.url,
  ...bsre.credentials,
  coordinatorName: 'Rangga Permana',
  coordinatorContact: '0811-0000-0001',
  ...more,
});
const choose = (body: object, by = 'admin') =>
  office.as(by).call<ProviderAnswer & Refusal>('PUT', '/signature-provider', body);

async function awaiting(signer = 'sekda', subject = 'Permintaan data'): Promise<string> {
  const draft = await office.as('staf').call<Letter>('POST', '/letters', {
    type: 'surat_dinas',
    subject,
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Mohon data.' }] }] },
    recipients: [{ kind: 'external', name: 'Kepala BPS' }],
    classification: '000.1',
  });
  const chain = { approvers: [], signer: office.people.get(signer)?.positionId };
  const submitted = await office.as('staf').call<Letter>('POST', `/letters/${draft.body.id}/submit`, chain);
  expect(submitted.status, JSON.stringify(submitted.body)).toBe(200);
  return draft.body.id;
}
const sign = (by: string, id: string, secret = passphrase) =>
  office.as(by).call<Letter>('POST', `/letters/${id}/sign`, { passphrase: secret });
const rows = <T extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
  office.tenancy.readTenant(office.tenant, (read) => read.execute<T>(query));
async function ended(jobId: string) {
  type Job = { status: string; result: Record<'signed' | 'queued' | 'left', string[]> & { failed: { id: string }[] } };
  for (;;) {
    const { body } = await office.as('sekda').call<Job>('GET', `/jobs/${jobId}`);
    if (body.status === 'completed' || body.status === 'failed') return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('who signs for an office', () => {
  it('is the built-in provider until an administrator chooses another', async () => {
    const { body } = await office.as('admin').call<ProviderAnswer>('GET', '/signature-provider');
    expect(body).toMatchObject({ provider: 'embedded', hasPassword: false, outage: null });
    expect((await sign('sekda', await awaiting(), testPassword)).status).toBe(200);
    expect((await office.as('sekda').call('GET', '/signature-provider')).status).toBe(403);
    expect((await choose(settings(), 'sekda')).status).toBe(403);
  });

  it('settings that could not work are refused, all that is wrong named', async () => {
    const refused = await choose({ provider: 'bsre', baseUrl: 'ftp://x', username: '', tlsAuthorities: 'x' });
    expect(refused.status).toBe(400);
    expect(refused.body.errors.map((each) => each.path).sort()).toEqual(['baseUrl', 'tlsAuthorities', 'username']);
    for (const [path, lacking] of [
      ['baseUrl', { baseUrl: null }],
      ['username', { username: null }],
      ['password', { password: undefined }],
    ] as const) {
      const { body } = await choose(settings(lacking));
      expect([body.code, body.errors[0]?.path]).toEqual(['provider_incomplete', path]);
    }
    const pem = '-----BEGIN CERTIFICATE-----\nbukan\n-----END CERTIFICATE-----';
    expect((await choose(settings({ tlsAuthorities: pem }))).body.code).toBe('provider_incomplete');
  });

  it('a connection is tried out in words, and nothing is stored', async () => {
    const test = async (more: object) => {
      const connection = { baseUrl: bsre.url, ...bsre.credentials, ...more };
      return (await office.as('admin').call<ProviderTestAnswer>('POST', '/signature-provider/test', connection)).body;
    };
    expect(await test({})).toMatchObject({ result: 'ok' });
    expect(await test({ password: 'salah' })).toMatchObject({ result: 'refused' });
    expect(await test({ baseUrl: `${bsre.url}/lain` })).toMatchObject({ result: 'wrong_address' });
    expect(await test({ baseUrl: 'http://169.254.169.254' })).toMatchObject({ result: 'wrong_address' });
    expect(await test({ baseUrl: 'http://192.0.2.1' })).toMatchObject({ result: 'wrong_address' });
    expect(await test({ baseUrl: 'http://127.0.0.1:9' })).toMatchObject({ result: 'unreachable' });
    expect((await office.as('admin').call<ProviderAnswer>('GET', '/signature-provider')).body.provider).toBe(
      'embedded',
    );
  });

  it('the password is kept wrapped, never given back, and never sent to another address', async () => {
    expect((await choose(settings())).body).toMatchObject({ provider: 'bsre', hasPassword: true });
    const answer = await office.as('admin').call<ProviderAnswer>('GET', '/signature-provider');
    expect(answer.raw.toString()).not.toContain(bsre.credentials.password);
    const [row] = await rows<{ wrapped: string }>(
      sql`select wrapped_password::text as wrapped from signature_settings`,
    );
    expect(Buffer.from(row?.wrapped.slice(2) ?? '', 'hex').toString()).not.toContain(bsre.credentials.password);
    expect((await choose(settings({ password: undefined }))).status).toBe(200);
    const elsewhere = await choose(settings({ password: undefined, baseUrl: 'https://esign.example' }));
    expect([elsewhere.status, elsewhere.body.code]).toEqual([422, 'provider_incomplete']);
    const [log] = await rows<{ text: string }>(sql`select string_agg(detail::text, ' ') as text from audit_log`);
    expect(log?.text).not.toContain(bsre.credentials.password);
  });

  it('a NIK is seen by administrators and by oneself, and belongs to one person', async () => {
    const id = office.people.get('sekda')?.personId;
    expect((await office.as('sekda').call('GET', `/people/${id}/nik`)).body).toEqual({ nik: niks.sekda });
    expect((await office.as('staf').call<Refusal>('GET', `/people/${id}/nik`)).status).toBe(404);
    expect((await office.as('sekda').call('PUT', `/people/${id}/nik`, { nik: null })).status).toBe(403);
    const twin = await office.as('admin').call<Refusal>('PUT', `/people/${office.people.get('tu')?.personId}/nik`, {
      nik: niks.sekda,
    });
    expect([twin.status, twin.body.code]).toEqual([409, 'nik_taken']);
    const short = await office.as('admin').call<Refusal>('PUT', `/people/${id}/nik`, { nik: '123' });
    expect([short.status, short.body.errors[0]?.path]).toEqual([400, 'nik']);
    for (const path of ['/people', '/directory?kind=person&q=a', '/me', `/people/${id}`]) {
      expect((await office.as('admin').call('GET', path)).raw.toString()).not.toContain(niks.sekda);
    }
  });
});

describe('signing with BSrE', () => {
  beforeAll(async () => {
    expect((await choose(settings())).status).toBe(200);
  });

  it('signs a letter by its service, and notes the serial of the certificate that signed', async () => {
    const id = await awaiting();
    const before = bsre.signed;
    const signed = await sign('sekda', id);
    expect([signed.status, signed.body.state], JSON.stringify(signed.body)).toEqual([200, 'signed']);
    expect(bsre.signed).toBe(before + 1);
    const me = await office.as('kadis').call<{ hasSigningKey: boolean }>('GET', '/me');
    expect(me.body.hasSigningKey).toBe(true);
    const [event] = await rows<{ serial: string }>(sql`select detail ->> 'certificateSerial' as serial from audit_log
      where subject_id = ${id}::uuid and action = 'letter.signed'`);
    expect(event?.serial).toMatch(/^[0-9a-f]{16,}$/);
  });

  it('/verify vouches for it once the office has named the root of its service, and for no other office’s files', async () => {
    const id = await awaiting();
    expect((await sign('sekda', id)).status).toBe(200);
    const file = (await office.as('sekda').call('GET', `/letters/${id}/pdf`)).raw;
    const check = async () => {
      const { reasons } = await createVerificationService(office.deps).checkFile(file);
      return reasons;
    };
    expect(await check()).toEqual(['certificate_untrusted', 'timestamp_untrusted']);
    const pem = new X509Certificate(Buffer.from(bsre.root)).toString();
    expect((await choose(settings({ signatureRoots: pem }))).status).toBe(200);
    expect(await check()).toEqual([]);
    expect((await office.as('admin').call<ProviderAnswer>('GET', '/signature-provider')).body.signatureRoots).toBe(
      pem.trim(),
    );
    // Named by another office, the root says nothing about this one's letters.
    expect((await choose(settings({ signatureRoots: null }))).status).toBe(200);
    const other = await office.addOffice();
    await other.as('admin').call('PUT', '/signature-provider', { provider: 'embedded', signatureRoots: pem });
    expect(await check()).toEqual(['certificate_untrusted', 'timestamp_untrusted']);
  });

  it('a wrong passphrase is told and counted; the letter keeps its number for the right one', async () => {
    const id = await awaiting('kabid');
    for (let n = 0; n < 5; n += 1) {
      const wrong = await sign('kabid', id, `salah sekali ${n}`);
      expect([wrong.status, wrong.body.code, wrong.body.errors?.[0]?.path]).toEqual([
        422,
        'wrong_passphrase',
        'passphrase',
      ]);
    }
    expect((await sign('kabid', id)).body.code).toBe('passphrase_locked');
    office.clock.advance(16_000);
    expect((await sign('kabid', id)).status).toBe(200);
    expect(await rows(sql`select seq from numbers where letter_id = ${id}::uuid`)).toHaveLength(1);
  });

  it('a batch tries a wrong passphrase once and does not begin', async () => {
    const ids = [await awaiting(), await awaiting(), await awaiting()];
    const calls = bsre.calls.length;
    const wrong = await office.as('sekda').call<Refusal>('POST', '/letters/sign', { ids, passphrase: 'salah sekali' });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'wrong_passphrase']);
    expect(bsre.calls.slice(calls).filter((call) => call.path.endsWith('/sign/pdf'))).toHaveLength(1);
    const right = await office.as('sekda').call<{ jobId: string }>('POST', '/letters/sign', { ids, passphrase });
    expect((await ended(right.body.jobId)).result.signed.sort()).toEqual([...ids].sort());
  });

  it('a signer whom BSrE does not know is told whom to ask', async () => {
    bsre.setStatus(niks.kadis, 'NOT_REGISTERED');
    const refused = await sign('kadis', await awaiting('kadis'));
    expect([refused.status, refused.body.code]).toEqual([409, 'signer_not_registered']);
    expect(refused.body.detail).toContain('Rangga Permana, 0811-0000-0001');
    bsre.setStatus(niks.kadis, 'SUSPEND');
    expect((await sign('kadis', await awaiting('kadis'))).body.code).toBe('signing_certificate_suspended');
    bsre.setStatus(niks.kadis, 'ISSUE');
  });

  it('what cannot be the letter with one more signature is refused, and the letter keeps its number', async () => {
    const id = await awaiting();
    bsre.ail('rewrite');
    const refused = await sign('sekda', id);
    expect([refused.status, refused.body.code]).toEqual([502, 'signature_rejected']);
    bsre.ail(null);
    expect((await sign('sekda', id)).status).toBe(200);
  });

  it('an office that goes back to the built-in provider finds its keys as they were', async () => {
    expect((await choose({ provider: 'embedded' })).status).toBe(200);
    expect((await sign('sekda', await awaiting(), testPassword)).status).toBe(200);
    expect((await choose(settings())).status).toBe(200);
  });
});

describe('a provider that is away', () => {
  const jobs = () => createSigningJobs(office.deps);
  const queue = async (by: string) =>
    (await office.as(by).call<{ outage: { fault: string } | null; items: { id: string }[] }>('GET', '/signing-queue'))
      .body;
  const outages = () => rows<{ ended: boolean }>(sql`select ended_at is not null as ended from provider_outages`);

  it('a letter waits un-numbered; one look after its return its signer is told, and one passphrase finishes all', async () => {
    const ids = [await awaiting(), await awaiting(), await awaiting()];
    await bsre.stop();
    const [first = '', ...others] = ids;
    const queued = await sign('sekda', first);
    expect([queued.status, queued.body.state, queued.body.number]).toEqual([202, 'awaiting_signature', null]);
    expect(queued.body.signingQueuedAt).toEqual(expect.any(String));
    const many = await office.as('sekda').call<{ jobId: string }>('POST', '/letters/sign', { ids: others, passphrase });
    expect((await ended(many.body.jobId)).result).toMatchObject({ signed: [], queued: others, left: [] });
    expect((await queue('sekda')).items.map((each) => each.id)).toEqual(ids);
    expect((await queue('sekda')).outage?.fault).toBe('unavailable');
    expect((await queue('staf')).items).toEqual([]);
    const { body: seen } = await office.as('admin').call<ProviderAnswer>('GET', '/signature-provider');
    expect(seen.outage).toMatchObject({ queued: 3, fault: 'unavailable' });

    await expect(office.work(jobs())).rejects.toThrow('later');
    office.clock.advance(16_000);
    await expect(office.work(jobs())).rejects.toThrow('still away');
    await bsre.start();
    await expect(office.work(jobs())).rejects.toThrow('later');
    office.clock.advance(31_000);
    await office.work(jobs());
    expect(await outages()).toEqual([{ ended: true }]);
    const told = await rows<{ count: string }>(sql`select n.text_values ->> 'count' as count from notices n
      join people p on p.id = n.person_id where n.text_key = 'signing.recovered' and p.username = 'sekda'`);
    expect(told).toEqual([{ count: '3' }]);
    type Tasks = { items: { kind: string; subject: string }[] };
    const { body } = await office.as('sekda').call<Tasks>('GET', '/tasks');
    expect(body.items.filter((each) => each.kind === 'signing_queue').map((each) => each.subject)).toEqual([
      '3 surat siap ditandatangani: masukkan frasa sandi sekali',
    ]);
    const finished = await office.as('sekda').call<{ jobId: string }>('POST', '/signing-queue/finish', { passphrase });
    expect(finished.status).toBe(202);
    expect((await ended(finished.body.jobId)).result.signed).toEqual(ids);
    const again = await office.as('sekda').call<Refusal>('POST', '/signing-queue/finish', { passphrase });
    expect([again.status, again.body.code]).toEqual([409, 'nothing_queued']);
  });

  it('letters that had their number when it went keep it, and those behind them take none', async () => {
    const ids = await Promise.all([awaiting(), awaiting(), awaiting()]);
    bsre.ail('lost');
    const slow = office.as('sekda').call<{ jobId: string }>('POST', '/letters/sign', { ids, passphrase });
    // The service has signed and its answer is lost: the connection ends with it.
    setTimeout(() => void bsre.stop(), 1_500);
    const { result } = await ended((await slow).body.jobId);
    expect(result.queued).toEqual(ids);
    const states = await rows<{ state: string; numbered: boolean }>(sql`select state, number is not null as numbered
      from letters where id = any(${sql.param(ids)}::uuid[]) order by number nulls last`);
    expect(states.map((each) => each.numbered)).toEqual([true, false, false]);
    await bsre.start();
    bsre.ail(null);
    const finished = await office.as('sekda').call<{ jobId: string }>('POST', '/signing-queue/finish', { passphrase });
    expect((await ended(finished.body.jobId)).result.signed).toEqual(ids);
    const revisions = await rows(
      sql`select letter_id from letter_revisions where letter_id = any(${sql.param(ids)}::uuid[])`,
    );
    expect(revisions).toHaveLength(3);
  });

  it('credentials that are refused are the administrators’ to mend: they are told, and the letter waits', async () => {
    expect((await choose(settings({ password: 'kata sandi lama' }))).status).toBe(200);
    const id = await awaiting();
    expect((await sign('sekda', id)).status).toBe(202);
    const told = await rows<{
      username: string;
    }>(sql`select p.username from notices n join people p on p.id = n.person_id
      where n.text_key = 'signing.misconfigured'`);
    expect(told.map((each) => each.username)).toEqual(['admin']);
    expect((await choose(settings())).status).toBe(200);
    expect((await sign('sekda', id)).status).toBe(200);
    expect((await queue('sekda')).items).toEqual([]);
  });
});
