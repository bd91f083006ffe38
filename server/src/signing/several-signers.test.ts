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

type Letter = LetterAnswer & Refusal;

let office: TestOffice & TestServer;
beforeAll(async () => {
  office = await createTestOffice();
  await office.addSigners('sekda', 'kadis', 'kabid', 'bupati');
});
afterAll(() => office.close());

const at = (username: string) => office.people.get(username)?.positionId ?? '';
const three = ['kabid', 'kadis', 'sekda'];

/** A berita acara that waits for the first of its signers. */
async function awaiting(signers = three, approvers: (string | string[])[] = []): Promise<string> {
  const draft = await office.as('staf').call<Letter>('POST', '/letters', {
    type: 'berita_acara',
    subject: 'Serah terima perangkat',
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Telah diserahkan.' }] }] },
    recipients: [{ kind: 'external', name: 'Para pihak' }],
    classification: '000.1',
  });
  expect(draft.status, JSON.stringify(draft.body)).toBe(201);
  const chain = { approvers, signers: signers.map(at) };
  const submitted = await office.as('staf').call<Letter>('POST', `/letters/${draft.body.id}/submit`, chain);
  expect(submitted.status, JSON.stringify(submitted.body)).toBe(200);
  return draft.body.id;
}

const sign = (by: string, id: string, body: object = { passphrase: testPassword }) =>
  office.as(by).call<Letter>('POST', `/letters/${id}/sign`, body);
const get = (by: string, id: string) => office.as(by).call<Letter>('GET', `/letters/${id}`);
const pdf = async (id: string) => (await office.as('staf').call('GET', `/letters/${id}/pdf`)).raw;
const rows = <T extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
  office.tenancy.readTenant(office.tenant, (read) => read.execute<T>(query));
type Verdict = {
  authentic: boolean;
  reasons: string[];
  signers: { name: string }[];
  hash: string | null;
  number: string | null;
};
const byCode = (code: string | null) => office.visitor.call<Verdict>('GET', `/verify/${code}`);
async function byFile(bytes: Buffer): Promise<Verdict & { original: { number: string } | null }> {
  const head =
    '--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n';
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--b--\r\n')]);
  const headers = { 'content-type': 'multipart/form-data; boundary=b' };
  return (await office.app.inject({ method: 'POST', url: '/api/v1/verify', payload, headers })).json();
}

describe('several signers on one letter', () => {
  it('sign one after another, each as a revision of the same file', async () => {
    const id = await awaiting();
    expect((await sign('kadis', id)).body.code).toBe('not_your_turn');
    expect(await rows(sql`select 1 from numbers where letter_id = ${id}::uuid`)).toEqual([]);

    const first = await sign('kabid', id);
    expect(first.status, JSON.stringify(first.body)).toBe(200);
    expect(first.body).toMatchObject({
      state: 'signing',
      signedAt: null,
      turn: { positionId: at('kadis'), act: 'sign' },
    });
    expect(first.body.number).not.toBeNull();
    expect(first.body.chain.map((step) => [step.act, step.state])).toEqual([
      ['sign', 'done'],
      ['sign', 'turn'],
      ['sign', 'waiting'],
    ]);
    const file1 = await pdf(id);
    const { number, verifyCode, date } = first.body;
    expect((await byCode(verifyCode)).body).toMatchObject({ authentic: false, reasons: ['incomplete'], number });
    expect(await byFile(file1)).toMatchObject({ authentic: false, reasons: ['incomplete'] });
    // The one who signed cannot again, nor take the letter back.
    expect((await sign('kabid', id)).body.code).toBe('not_your_turn');
    expect((await office.as('staf').call<Letter>('POST', `/letters/${id}/withdraw`)).body.code).toBe('letter_state');
    const told = await rows<{
      username: string;
    }>(sql`select p.username from notices n join people p on p.id = n.person_id
      where n.subject_id = ${id}::uuid and n.text_key = 'letter.to_sign' order by n.id`);
    expect(told.map((each) => each.username)).toEqual(['kabid', 'kadis']);

    // A page from before the first signature still shows what is signed now.
    const second = await sign('kadis', id, { passphrase: testPassword, version: first.body.version });
    expect(second.body).toMatchObject({
      state: 'signing',
      number,
      date,
      verifyCode,
      turn: { positionId: at('sekda') },
    });
    const file2 = await pdf(id);
    const last = await sign('sekda', id);
    expect(last.body).toMatchObject({ state: 'signed', number, date, verifyCode, signedAt: expect.any(String) });
    const file3 = await pdf(id);

    // Each file begins with the one before it, byte for byte.
    expect(file2.subarray(0, file1.length).equals(file1)).toBe(true);
    expect(file3.subarray(0, file2.length).equals(file2)).toBe(true);
    expect(
      await rows(sql`select revision, sha256, signer_name as name from letter_revisions
      where letter_id = ${id}::uuid order by revision`),
    ).toEqual(
      [file1, file2, file3].map((file, index) => ({
        revision: index + 1,
        sha256: sha256Hex(file),
        name: office.people.get(three[index] ?? '')?.name,
      })),
    );
    const names = three.map((each) => office.people.get(each)?.name);
    const verdict = (await byCode(verifyCode)).body;
    expect(verdict).toMatchObject({ authentic: true, hash: sha256Hex(file3) });
    expect(verdict.signers.map((each) => each.name)).toEqual(names);
    expect(await byFile(file3)).toMatchObject({ authentic: true, reasons: [] });
    expect(await byFile(file1)).toMatchObject({ authentic: false, reasons: ['superseded'], original: { number } });
    const appended = Buffer.concat([file3, Buffer.from('%x\n')]);
    expect((await byFile(appended)).reasons).toContain('appended_after_signature');
    expect(await rows(sql`select seq from numbers where letter_id = ${id}::uuid`)).toHaveLength(1);
  });

  it.skipIf(!requireTool('pdftotext'))('the page names them all before the first has signed', async () => {
    const id = await awaiting();
    await sign('kabid', id);
    const folder = mkdtempSync(join(tmpdir(), 'madangan-signers-'));
    try {
      const path = join(folder, 'ba.pdf');
      writeFileSync(path, await pdf(id));
      const text = execFileSync('pdftotext', [path, '-']).toString();
      for (const each of three) expect(text).toContain(office.people.get(each)?.name);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('two presses of each sign once', async () => {
    const id = await awaiting(['kabid', 'sekda']);
    const first = await Promise.all([sign('kabid', id), sign('kabid', id)]);
    expect(first.map((each) => each.status)).toContain(200);
    const second = await Promise.all([sign('sekda', id), sign('sekda', id)]);
    expect(second.map((each) => each.status)).toContain(200);
    expect(await rows(sql`select revision from letter_revisions where letter_id = ${id}::uuid`)).toHaveLength(2);
    expect((await get('staf', id)).body.state).toBe('signed');
  });

  it('all of them at the same moment: whose turn it is signs, the others are told to wait, and nothing is lost', async () => {
    const id = await awaiting();
    const open = new Set(three);
    while (open.size > 0) {
      const answers = await Promise.all([...open].map(async (by) => ({ by, status: (await sign(by, id)).status })));
      expect(answers.every(({ status }) => status === 200 || status === 403)).toBe(true);
      const done = answers.filter((each) => each.status === 200);
      expect(done.length).toBeGreaterThan(0);
      for (const { by } of done) open.delete(by);
    }
    expect((await get('staf', id)).body.state).toBe('signed');
    expect(await rows(sql`select revision from letter_revisions where letter_id = ${id}::uuid`)).toHaveLength(3);
  });

  it('the first may return the letter; a later one who refuses voids it, and what was signed is withdrawn', async () => {
    const returned = await awaiting();
    const back = await office
      .as('kabid')
      .call<Letter>('POST', `/letters/${returned}/return`, { note: 'Nama barang keliru' });
    expect(back.body).toMatchObject({ state: 'returned' });

    const id = await awaiting();
    const { verifyCode, number } = (await sign('kabid', id)).body;
    const file = await pdf(id);
    expect((await office.as('kadis').call<Letter>('POST', `/letters/${id}/return`, { note: 'Tidak' })).body.code).toBe(
      'letter_state',
    );
    expect((await get('kadis', id)).body.acts.find((each) => each.act === 'void')).toMatchObject({ allowed: true });
    expect((await get('kabid', id)).body.acts.find((each) => each.act === 'void')).toMatchObject({ allowed: false });
    const refused = await office
      .as('kadis')
      .call<Letter>('POST', `/letters/${id}/void`, { reason: 'Barang tidak lengkap' });
    expect(refused.body, JSON.stringify(refused.body)).toMatchObject({ state: 'cancelled', turns: [] });
    expect(refused.body.chain.map((step) => step.state)).toEqual(['done', 'returned', 'skipped']);
    expect((await byCode(verifyCode)).body).toMatchObject({ authentic: false, reasons: ['withdrawn'], number });
    expect(await byFile(file)).toMatchObject({ authentic: false, reasons: ['withdrawn'] });
    expect(await rows(sql`select cancel_reason as reason from numbers where letter_id = ${id}::uuid`)).toEqual([
      { reason: 'Barang tidak lengkap' },
    ]);
    const told = await rows<{
      username: string;
    }>(sql`select p.username from notices n join people p on p.id = n.person_id
      where n.subject_id = ${id}::uuid and n.text_key = 'letter.voided' order by 1`);
    expect(told.map((each) => each.username)).toEqual(['kabid', 'staf']);
  });

  it('nobody signs for somebody else whom the page names', async () => {
    const id = await awaiting(['kabid', 'kadis']);
    await sign('kabid', id);
    const bupati = office.people.get('bupati')?.personId;
    await office.tenancy.withTenant(office.tenant, (tx) =>
      tx.execute(sql`insert into delegations (id, position_id, person_id, starts_at, ends_at, acts, created_by)
        values (gen_random_uuid(), ${at('kadis')}::uuid, ${bupati}::uuid, now() - interval '1 day',
          now() + interval '1 day', '{sign}', ${bupati}::uuid)`),
    );
    const other = await sign('bupati', id);
    expect([other.status, other.body.code]).toEqual([409, 'letter_state']);
    expect(other.body.detail).toContain(office.people.get('kadis')?.name);
    expect((await sign('kadis', id)).body.state).toBe('signed');
  });

  it('one person never signs the same page twice', async () => {
    const sekda = office.people.get('sekda')?.personId;
    const id = await awaiting(['kabid', 'sekda']);
    const delegation = '0190a0a0-0000-7000-8000-00000000d001';
    await office.tenancy.withTenant(office.tenant, (tx) =>
      tx.execute(sql`insert into delegations (id, position_id, person_id, starts_at, ends_at, acts, created_by)
        values (${delegation}::uuid, ${at('kabid')}::uuid, ${sekda}::uuid, now() - interval '1 day',
          now() + interval '1 day', '{sign}', ${sekda}::uuid)`),
    );
    const twice = await sign('sekda', id);
    expect([twice.status, twice.body.code]).toEqual([422, 'invalid_chain']);
    expect(twice.body.detail).toContain('dua jabatan');
    expect(await rows(sql`select 1 from numbers where letter_id = ${id}::uuid`)).toEqual([]);
    expect((await get('staf', id)).body.state).toBe('awaiting_signature');
    await office.tenancy.withTenant(office.tenant, (tx) =>
      tx.execute(sql`delete from delegations where id = ${delegation}::uuid`),
    );
    expect((await sign('kabid', id)).status).toBe(200);
  });
});

describe.skipIf(!requireTool('pdfsig') || !requireTool('qpdf'))('other tools (pdfsig, qpdf)', () => {
  it.each([1, 3])('find %i signature(s) valid and the structure of every revision sound', async (count) => {
    const signers = three.slice(0, count);
    const id = await awaiting(signers);
    const folder = mkdtempSync(join(tmpdir(), 'madangan-signers-'));
    try {
      for (const [index, by] of signers.entries()) {
        expect((await sign(by, id)).status).toBe(200);
        const path = join(folder, `${index}.pdf`);
        writeFileSync(path, await pdf(id));
        const report = execFileSync('pdfsig', ['-nocert', path]).toString();
        expect(report.match(/Signature is Valid\./g)).toHaveLength(index + 1);
        // The last signature covers the whole file, those before it the file as it was then.
        const totals = report
          .split('Signature #')
          .slice(1)
          .map((part) => part.includes('Total document signed'));
        expect(totals).toEqual(totals.map((_, each) => each === index));
        expect(execFileSync('qpdf', ['--check', path]).toString()).toContain('No syntax or stream encoding errors');
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
