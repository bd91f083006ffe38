import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectRoot } from '../core/paths.ts';
import type { LetterAnswer } from '../letters/index.ts';
import { testAccess, testMasterKey } from '../testing/database.ts';
import { createTestOffice, type Refusal, type TestOffice, type TestServer, testPassword } from '../testing/office.ts';

let office: TestOffice & TestServer;
let folder: string;
/** The process that comes after those that were killed. */
let next: Api;
const children: ChildProcess[] = [];
beforeAll(async () => {
  office = await createTestOffice();
  await office.addSigners('sekda', 'kadis');
  folder = mkdtempSync(join(tmpdir(), 'madangan-crash-'));
  next = await startApi(null);
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

type Api = {
  call<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<{ status: number; body: T }>;
  gone: Promise<unknown>;
};

/** As the answer asked, in seconds. */
const readyAgain = (seconds: number) => wait(seconds * 1000);

/** A real API process on the run's database. Calls go as `username`. */
async function startApi(killAt: 'numbered' | 'stored' | null, killAtLetter = 1, username = 'sekda'): Promise<Api> {
  const { address } = testAccess();
  const order = { address, masterKey: testMasterKey.toString('hex'), folder, killAt, killAtLetter };
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/src/testing/api-child.ts', JSON.stringify(order)], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const gone = once(child, 'exit');
  const [line] = await once(child.stdout, 'data');
  const url = String(line).trim();
  const headers = { 'x-tenant': office.tenant.slug, 'content-type': 'application/json' };
  const login = await fetch(`${url}/api/v1/auth/login`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ username, password: testPassword }),
  });
  const { accessToken } = (await login.json()) as { accessToken: string };
  return {
    gone,
    async call<T>(method: 'GET' | 'POST', path: string, body?: object) {
      for (;;) {
        const response = await fetch(`${url}/api/v1${path}`, {
          method,
          headers: { ...headers, authorization: `Bearer ${accessToken}` },
          ...(body ? { body: JSON.stringify(body) } : {}),
        });
        const answer = { status: response.status, body: (await response.json()) as T };
        // A process that has just started on a busy machine turns calls away before they do anything: ask again.
        if (answer.status !== 503) return answer;
        await readyAgain(Number(response.headers.get('retry-after') ?? 1));
      }
    },
  };
}

async function awaiting(chain?: object): Promise<string> {
  const draft = await office.as('staf').call<LetterAnswer>('POST', '/letters', {
    type: 'berita_acara',
    subject: 'Permintaan data',
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Mohon data.' }] }] },
    recipients: [{ kind: 'external', name: 'Kepala BPS' }],
    classification: '000.1',
    secrecy: 'biasa',
    urgency: 'biasa',
  });
  const signer = office.people.get('sekda')?.positionId;
  const submitted = await office
    .as('staf')
    .call('POST', `/letters/${draft.body.id}/submit`, chain ?? { approvers: [], signer });
  expect(submitted.status, JSON.stringify(submitted.body)).toBe(200);
  return draft.body.id;
}

const rows = <T extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
  office.tenancy.readTenant(office.tenant, (read) => read.execute<T>(query));
const letterRow = async (id: string) =>
  (
    await rows<{ state: string; number: string; code: string }>(
      sql`select state, number, verify_code as code from letters where id = ${id}::uuid`,
    )
  )[0];

it.each(['numbered', 'stored'] as const)(
  'a process killed when the letter is %s leaves its number, and signing again ends exactly once',
  async (point) => {
    const id = await awaiting();
    const doomed = await startApi(point);
    await expect(doomed.call('POST', `/letters/${id}/sign`, { passphrase: testPassword })).rejects.toThrow();
    await doomed.gone;
    const left = await letterRow(id);
    expect(left).toMatchObject({ state: 'signing', number: expect.any(String) });
    expect(await rows(sql`select 1 from letter_revisions where letter_id = ${id}::uuid`)).toEqual([]);

    const signed = await next.call<LetterAnswer & Refusal>('POST', `/letters/${id}/sign`, { passphrase: testPassword });
    expect([signed.status, signed.body.state, signed.body.number]).toEqual([200, 'signed', left?.number]);
    expect(await letterRow(id)).toEqual({ ...left, state: 'signed' });
    expect(await rows(sql`select revision from letter_revisions where letter_id = ${id}::uuid`)).toEqual([
      { revision: 1 },
    ]);
    expect(await rows(sql`select seq from numbers where letter_id = ${id}::uuid`)).toHaveLength(1);
    expect((await next.call('GET', `/verify/${left?.code}`)).body).toMatchObject({
      authentic: true,
      number: left?.number,
    });
    const again = await next.call<Refusal>('POST', `/letters/${id}/sign`, { passphrase: testPassword });
    expect(again.body.code).toBe('letter_state');
  },
  120_000,
);

it('a letter left with its number may be given up, and the number stays as batal', async () => {
  const id = await awaiting();
  const doomed = await startApi('numbered');
  await expect(doomed.call('POST', `/letters/${id}/sign`, { passphrase: testPassword })).rejects.toThrow();
  await doomed.gone;
  const give = (reason = 'Rapat dibatalkan') =>
    office.as('sekda').call<LetterAnswer & Refusal>('POST', `/letters/${id}/void`, { reason });
  expect((await office.as('staf').call<Refusal>('POST', `/letters/${id}/void`, { reason: 'Coba' })).status).not.toBe(
    200,
  );
  office.clock.advance(10_000);
  const given = await give();
  expect([given.status, given.body.state]).toEqual([200, 'cancelled']);
  expect(
    await rows(sql`select cancel_reason from numbers where letter_id = ${id}::uuid and cancelled_at is not null`),
  ).toEqual([{ cancel_reason: 'Rapat dibatalkan' }]);
  expect((await give()).body.code).toBe('letter_state');
}, 120_000);

it('a process killed in the middle of a batch leaves the rest ready to finish', async () => {
  const ids = [await awaiting(), await awaiting(), await awaiting(), await awaiting()];
  const doomed = await startApi('numbered', 4);
  const ordered = await doomed.call<{ jobId: string }>('POST', '/letters/sign', { ids, passphrase: testPassword });
  expect(ordered.status).toBe(202);
  await doomed.gone;
  const states = async () => (await Promise.all(ids.map(letterRow))).map((row) => row?.state);
  expect((await states())[3]).toBe('signing');
  const unsigned: string[] = [];
  for (const id of ids) if ((await letterRow(id))?.state !== 'signed') unsigned.push(id);
  const again = await next.call<{ jobId: string }>('POST', '/letters/sign', {
    ids: unsigned,
    passphrase: testPassword,
  });
  expect(again.status).toBe(202);
  const deadline = Date.now() + 30_000;
  while ((await states()).some((state) => state !== 'signed') && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(await states()).toEqual(['signed', 'signed', 'signed', 'signed']);
  const numbers = await rows<{ gaps: number }>(
    sql`select s.last_seq - count(*)::int as gaps from number_series s join numbers n on n.series_id = s.id group by s.id`,
  );
  expect(numbers).toEqual([{ gaps: 0 }]);
}, 120_000);

it('a process killed when the second of two signers has stored leaves the first signature as it was', async () => {
  const at = (who: string) => office.people.get(who)?.positionId ?? '';
  const id = await awaiting({ approvers: [[at('kabid'), at('bupati')]], signers: [at('sekda'), at('kadis')] });
  await Promise.all(['kabid', 'bupati'].map((by) => office.as(by).call('POST', `/letters/${id}/approve`)));
  const first = await next.call<LetterAnswer>('POST', `/letters/${id}/sign`, { passphrase: testPassword });
  expect([first.status, first.body.state], JSON.stringify(first.body)).toEqual([200, 'signing']);
  const before = await letterRow(id);

  const doomed = await startApi('stored', 1, 'kadis');
  await expect(doomed.call('POST', `/letters/${id}/sign`, { passphrase: testPassword })).rejects.toThrow();
  await doomed.gone;
  const revisions = () => rows(sql`select revision from letter_revisions where letter_id = ${id}::uuid order by 1`);
  expect(await revisions()).toEqual([{ revision: 1 }]);
  expect(await letterRow(id)).toEqual(before);

  const other = await startApi(null, 1, 'kadis');
  const last = await other.call<LetterAnswer & Refusal>('POST', `/letters/${id}/sign`, { passphrase: testPassword });
  expect([last.status, last.body.state, last.body.number]).toEqual([200, 'signed', before?.number]);
  expect(await revisions()).toEqual([{ revision: 1 }, { revision: 2 }]);
  expect(await rows(sql`select seq from numbers where letter_id = ${id}::uuid`)).toHaveLength(1);
  const verdict = await other.call<{ authentic: boolean; signers: object[] }>('GET', `/verify/${before?.code}`);
  expect([verdict.body.authentic, verdict.body.signers.length]).toEqual([true, 2]);
}, 180_000);
