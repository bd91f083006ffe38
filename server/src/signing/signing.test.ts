import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Hex } from '../core/storage/index.ts';
import type { LetterAnswer } from '../letters/index.ts';
import { createTestOffice, type Refusal, type TestOffice, type TestServer, testPassword } from '../testing/office.ts';
import { requireTool } from '../testing/tools.ts';
import { createSigningJobs } from './index.ts';

type Letter = LetterAnswer & Refusal;
const text = (words: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
});

let office: TestOffice & TestServer;
beforeAll(async () => {
  office = await createTestOffice();
  await office.addSigners('sekda', 'kadis', 'kabid', 'bupati');
});
afterAll(() => office.close());

/** A letter that waits for this signer. */
async function awaiting(signer = 'sekda', more: object = {}): Promise<string> {
  const draft = await office.as('staf').call<Letter>('POST', '/letters', {
    type: 'surat_dinas',
    subject: 'Permintaan data',
    body: text('Mohon data.'),
    recipients: [{ kind: 'external', name: 'Kepala BPS' }],
    classification: '000.1',
    secrecy: 'biasa',
    urgency: 'biasa',
    ...more,
  });
  expect(draft.status, JSON.stringify(draft.body)).toBe(201);
  const chain = { approvers: [], signer: office.people.get(signer)?.positionId };
  const submitted = await office.as('staf').call<Letter>('POST', `/letters/${draft.body.id}/submit`, chain);
  expect(submitted.status, JSON.stringify(submitted.body)).toBe(200);
  return draft.body.id;
}

const sign = (by: string, id: string, body: object = { passphrase: testPassword }) =>
  office.as(by).call<Letter>('POST', `/letters/${id}/sign`, body);
const get = (by: string, id: string) => office.as(by).call<Letter>('GET', `/letters/${id}`);
const pdf = (by: string, id: string, headers = {}) =>
  office.as(by).call('GET', `/letters/${id}/pdf`, undefined, headers);

const rows = <T extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
  office.tenancy.readTenant(office.tenant, (read) => read.execute<T>(query));

describe('signing a letter', () => {
  it('gives number, date, code and a stored PDF, and the turn goes to the registrar', async () => {
    const id = await awaiting();
    const signed = await sign('sekda', id);
    expect(signed.status, JSON.stringify(signed.body)).toBe(200);
    expect(signed.body).toMatchObject({ state: 'signed', number: expect.stringMatching(/^000\.1\/\d+\/\S+$/) });
    expect(signed.body.verifyCode).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/);
    const file = await pdf('staf', id);
    expect(file.status).toBe(200);
    expect(file.headers['content-type']).toBe('application/pdf');
    expect(file.headers['content-disposition']).toContain('surat-000.1-');
    expect(file.headers['content-security-policy']).toContain('sandbox');
    expect(file.headers.etag).toBe(`"${sha256Hex(file.raw)}"`);
    expect((await pdf('tu', id)).raw.equals(file.raw)).toBe(true);
    expect((await pdf('sekda', id, { 'if-none-match': String(file.headers.etag) })).status).toBe(304);
    const [letter] = await rows<{ turn: string; state: string }>(
      sql`select turn_position_id as turn from letters where id = ${id}::uuid`,
    );
    expect(letter?.turn).toBe(office.people.get('tu')?.positionId);
    const notices = await rows<{
      username: string;
    }>(sql`select p.username from notices n join people p on p.id = n.person_id
      where n.subject_id = ${id}::uuid and n.text_key = 'letter.signed' order by 1`);
    expect(notices.map((each) => each.username)).toEqual(['staf', 'tu']);
    const actions = await rows<{ action: string }>(
      sql`select action from audit_log where subject_id = ${id}::uuid and action like 'letter.sign%'`,
    );
    expect(actions).toEqual([{ action: 'letter.signed' }]);
  });

  it('a wrong passphrase changes nothing', async () => {
    const id = await awaiting();
    const before = await get('sekda', id);
    const refused = await sign('sekda', id, { passphrase: 'bukan frasa sandinya' });
    expect([refused.status, refused.body.code]).toEqual([422, 'wrong_passphrase']);
    expect((await get('sekda', id)).body).toEqual(before.body);
    expect(await rows(sql`select 1 from numbers where letter_id = ${id}::uuid`)).toEqual([]);
    expect((await sign('sekda', id)).status).toBe(200);
  });

  it('after five wrong passphrases in a row one has to wait, longer each time', async () => {
    const id = await awaiting('kabid');
    for (let n = 0; n < 5; n += 1)
      expect((await sign('kabid', id, { passphrase: `salah sekali ${n}` })).status).toBe(422);
    const locked = await sign('kabid', id);
    expect([locked.status, locked.body.code, locked.headers['retry-after']]).toEqual([429, 'passphrase_locked', '15']);
    office.clock.advance(16_000);
    expect((await sign('kabid', id, { passphrase: 'salah lagi' })).status).toBe(422);
    expect((await sign('kabid', id)).headers['retry-after']).toBe('30');
    office.clock.advance(31_000);
    expect((await sign('kabid', id)).status).toBe(200);
  });

  it('only whose turn it is may sign, and a stranger does not learn that the letter exists', async () => {
    const id = await awaiting();
    const drafter = await sign('staf', id);
    expect([drafter.status, drafter.body.code]).toEqual([403, 'not_your_turn']);
    expect((await sign('bupati', id)).status).toBe(404);
    expect((await sign('sekda', '0190a0a0-0000-7000-8000-000000000000')).status).toBe(404);
  });

  it('the wrong state and a stale version are told', async () => {
    const id = await awaiting();
    const stale = await sign('sekda', id, { passphrase: testPassword, version: 1 });
    expect([stale.status, stale.body.code]).toEqual([409, 'stale_version']);
    const { body } = await get('sekda', id);
    expect((await sign('sekda', id, { passphrase: testPassword, version: body.version })).status).toBe(200);
    const again = await sign('sekda', id);
    expect([again.status, again.body.code]).toEqual([409, 'letter_state']);
  });

  it('somebody without a certificate is told what to do', async () => {
    const id = await awaiting('admin', { type: 'nota_dinas' });
    const refused = await sign('admin', id);
    expect([refused.status, refused.body.code]).toEqual([409, 'no_signing_certificate']);
  });

  it('a letter that cannot be printed takes no number', async () => {
    const id = await awaiting('sekda', { body: text('Ini 𓀀 tidak ada pada jenis huruf surat.') });
    const refused = await sign('sekda', id);
    expect([refused.status, refused.body.code]).toEqual([422, 'not_printable']);
    expect((await get('sekda', id)).body.state).toBe('awaiting_signature');
    expect(await rows(sql`select 1 from numbers where letter_id = ${id}::uuid`)).toEqual([]);
  });

  it('a delegate signs on behalf', async () => {
    const id = await awaiting('sekda');
    const positionId = office.people.get('sekda')?.positionId;
    const kadis = office.people.get('kadis')?.personId;
    await office.tenancy.withTenant(office.tenant, (tx) =>
      tx.execute(sql`insert into delegations (id, position_id, person_id, starts_at, ends_at, acts, created_by)
        values (gen_random_uuid(), ${positionId}::uuid, ${kadis}::uuid, now() - interval '1 day', now() + interval '1 day',
          '{sign}', ${kadis}::uuid)`),
    );
    const signed = await sign('kadis', id);
    expect(signed.status, JSON.stringify(signed.body)).toBe(200);
    const [revision] = await rows<{ title: string }>(
      sql`select signer_title as title from letter_revisions where letter_id = ${id}::uuid`,
    );
    expect(revision?.title).toBe('a.n. Sekretaris Daerah');
  });

  it('an unsigned letter is shown as a draft that changes with it', async () => {
    const id = await awaiting();
    const draft = await pdf('staf', id);
    expect(draft.headers['content-disposition']).toContain('konsep-');
    expect(draft.raw.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await pdf('bupati', id)).status).toBe(404);
  });

  it('two presses of the button sign once', async () => {
    const id = await awaiting();
    const both = await Promise.all([sign('sekda', id), sign('sekda', id)]);
    expect(both.map((each) => each.status)).toContain(200);
    expect(await rows(sql`select revision from letter_revisions where letter_id = ${id}::uuid`)).toEqual([
      { revision: 1 },
    ]);
  });
});

describe.skipIf(!requireTool('pdfsig') || !requireTool('qpdf'))('other tools (pdfsig, qpdf)', () => {
  it('find the signature valid, the whole file signed and its structure sound', async () => {
    const id = await awaiting();
    expect((await sign('sekda', id)).status).toBe(200);
    const folder = mkdtempSync(join(tmpdir(), 'madangan-signed-'));
    try {
      const path = join(folder, 'surat.pdf');
      writeFileSync(path, (await pdf('sekda', id)).raw);
      const report = execFileSync('pdfsig', ['-nocert', path]).toString();
      expect(report).toContain('Signature is Valid.');
      expect(report).toContain('Total document signed');
      expect(execFileSync('qpdf', ['--check', path]).toString()).toContain('No syntax or stream encoding errors');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('numbers', () => {
  it('40 signatures at once over three series leave no gap', async () => {
    const signers = ['sekda', 'kadis', 'kabid', 'bupati'];
    const letters: { by: string; id: string }[] = [];
    for (let n = 0; n < 40; n += 1) {
      const by = signers[n % 4] ?? 'sekda';
      letters.push({ by, id: await awaiting(by) });
    }
    const answers = await Promise.all(letters.map(({ by, id }) => sign(by, id)));
    expect(answers.map((each) => each.status)).toEqual(letters.map(() => 200));
    const series = await rows<{ last: number; taken: number; highest: number }>(
      sql`select s.last_seq as last, count(*)::int as taken, max(n.seq) as highest
        from number_series s join numbers n on n.series_id = s.id group by s.id, s.last_seq`,
    );
    expect(series.length).toBe(3);
    for (const each of series) expect([each.taken, each.highest]).toEqual([each.last, each.last]);
    const printed = await rows<{ number: string }>(sql`select number from letters where number is not null`);
    expect(new Set(printed.map((each) => each.number)).size).toBe(printed.length);
  }, 120_000);
});

describe('many letters at once', () => {
  const job = async (id: string) =>
    (
      await rows<{ status: string; progress: number; result: unknown; error: string | null }>(
        sql`select status, progress, result, error from jobs where id = ${id}::uuid`,
      )
    )[0];
  const ended = async (id: string) => {
    for (;;) {
      const row = await job(id);
      if (row && row.status !== 'active') return row;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  it('one passphrase signs them all in the background', async () => {
    const ids = await Promise.all([awaiting(), awaiting(), awaiting()]);
    const ordered = await office
      .as('sekda')
      .call<{ jobId: string }>('POST', '/letters/sign', { ids, passphrase: testPassword });
    expect(ordered.status).toBe(202);
    const done = await ended(ordered.body.jobId);
    expect(done).toMatchObject({ status: 'completed', progress: 100, error: null, result: { failed: [], left: [] } });
    for (const id of ids) expect((await get('sekda', id)).body.state).toBe('signed');
  });

  it('nothing starts when one letter is unknown, not one’s own or the passphrase wrong', async () => {
    const id = await awaiting();
    const order = (by: string, ids: string[], passphrase = testPassword) =>
      office.as(by).call<Refusal>('POST', '/letters/sign', { ids, passphrase });
    const unknown = await order('sekda', [id, '0190a0a0-0000-7000-8000-000000000000']);
    expect([unknown.status, unknown.body.errors[0]?.path]).toEqual([404, 'ids.1']);
    expect((await order('staf', [id])).status).toBe(403);
    expect((await order('sekda', [id], 'frasa yang salah')).body.code).toBe('wrong_passphrase');
    expect((await order('sekda', [id, id])).status).toBe(400);
    expect((await get('sekda', id)).body.state).toBe('awaiting_signature');
  });
});

describe('signing keys', () => {
  const newPassphrase = 'frasa sandi yang baru';
  const work = () => office.work(createSigningJobs(office.deps));

  it('a person asks, an administrator agrees, the worker certifies; the old key is revoked', async () => {
    expect((await office.as('staf').call('POST', '/me/signing-key', { passphrase: 'pendek' })).body.code).toBe(
      'weak_passphrase',
    );
    const asked = await office
      .as('kadis')
      .call<{ id: string }>('POST', '/me/signing-key', { passphrase: newPassphrase });
    expect([asked.status, asked.body]).toEqual([201, expect.objectContaining({ state: 'requested' })]);
    const id = await awaiting('kadis');
    expect((await office.as('kadis').call('GET', '/me/signing-key')).body).toMatchObject({
      active: { state: 'active' },
      pending: { id: asked.body.id },
    });
    expect((await office.as('kadis').call('GET', '/signing-keys')).status).toBe(403);
    const list = await office.as('admin').call<{ items: { id: string }[] }>('GET', '/signing-keys?state=requested');
    expect(list.body.items.map((each) => each.id)).toEqual([asked.body.id]);
    const path = `/signing-keys/${asked.body.id}/approve`;
    expect((await office.as('kadis').call('POST', path)).status).toBe(403);
    expect((await office.as('admin').call('POST', path)).body).toMatchObject({ state: 'approved' });
    await work();
    const own = await office.as('kadis').call('GET', '/me/signing-key');
    expect(own.body).toMatchObject({ active: { id: asked.body.id, serial: expect.any(String) }, pending: null });
    expect((await sign('kadis', id)).body.code).toBe('wrong_passphrase');
    expect((await sign('kadis', id, { passphrase: newPassphrase })).status).toBe(200);
    expect((await office.as('kadis').call<{ hasSigningKey: boolean }>('GET', '/me')).body.hasSigningKey).toBe(true);
    const actions = await rows<{ action: string }>(sql`select action from audit_log where action like 'signing_key.%'
      and detail ->> 'keyId' = ${asked.body.id} order by id`);
    expect(actions.map((each) => each.action)).toEqual([
      'signing_key.requested',
      'signing_key.approved',
      'signing_key.certified',
    ]);
  });

  it('nobody approves their own key', async () => {
    const asked = await office
      .as('admin')
      .call<{ id: string }>('POST', '/me/signing-key', { passphrase: newPassphrase });
    expect(asked.status).toBe(201);
    expect((await office.as('admin').call('POST', `/signing-keys/${asked.body.id}/approve`)).status).toBe(403);
  });
});
