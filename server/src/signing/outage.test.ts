import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectRoot } from '../core/paths.ts';
import type { LetterAnswer } from '../letters/index.ts';
import { type BsreServer, startBsreServer } from '../testing/bsre-server.ts';
import { testAccess, testMasterKey } from '../testing/database.ts';
import { createTestOffice, type TestOffice, type TestServer, testPassword } from '../testing/office.ts';
import { createSigningJobs } from './index.ts';

const signers = { sekda: 'frasa-sandi-sekda-8213', kadis: 'frasa-sandi-kadis-9374' } as const;
const niks = { sekda: '3211000000000011', kadis: '3211000000000012' } as const;
type Signer = keyof typeof signers;

let office: TestOffice & TestServer;
let bsre: BsreServer;
let folder: string;
let logged = '';
const children: ChildProcess[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'madangan-outage-'));
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logged += String(chunk);
      done();
    },
  });
  office = await createTestOffice({ overrides: { logger: pino({ level: 'trace' }, sink) } });
  bsre = await startBsreServer({
    people: (Object.keys(signers) as Signer[]).map((name) => ({ nik: niks[name], passphrase: signers[name] })),
  });
  const admin = office.as('admin');
  for (const name of Object.keys(niks) as Signer[]) {
    await admin.call('PUT', `/people/${office.people.get(name)?.personId}/nik`, { nik: niks[name] });
  }
  const chosen = { provider: 'bsre', baseUrl: bsre.url, ...bsre.credentials };
  expect((await admin.call('PUT', '/signature-provider', chosen)).status).toBe(200);
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await office.close();
  await bsre.close();
  rmSync(folder, { recursive: true, force: true });
});

async function awaiting(signer: Signer): Promise<string> {
  const draft = await office.as('staf').call<LetterAnswer>('POST', '/letters', {
    type: 'surat_dinas',
    subject: 'Surat di masa gangguan',
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Mohon data.' }] }] },
    recipients: [{ kind: 'external', name: 'Kepala BPS' }],
    classification: '000.1',
  });
  const chain = { approvers: [], signer: office.people.get(signer)?.positionId };
  const { status } = await office.as('staf').call('POST', `/letters/${draft.body.id}/submit`, chain);
  expect(status).toBe(200);
  return draft.body.id;
}

let started = 0;
/** A real API process, signed in as this signer; `killAt` ends it by kill -9 at that point of its n-th letter. */
async function startApi(signer: Signer, killAt: 'stored' | null = null, killAtLetter = 1) {
  started += 1;
  const { address } = testAccess();
  const logFile = join(folder, `${started}.log`);
  const order = { address, masterKey: testMasterKey.toString('hex'), folder, killAt, killAtLetter, logFile };
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/src/testing/api-child.ts', JSON.stringify(order)], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const gone = once(child, 'exit');
  const [line] = await once(child.stdout, 'data');
  const headers = { 'x-tenant': office.tenant.slug, 'content-type': 'application/json' };
  const post = (path: string, body: object, more: object = {}) =>
    fetch(`${String(line).trim()}/api/v1${path}`, {
      method: 'POST',
      headers: { ...headers, ...more },
      body: JSON.stringify(body),
    });
  const login = await post('/auth/login', { username: signer, password: testPassword });
  const { accessToken } = (await login.json()) as { accessToken: string };
  return {
    post: (path: string, body: object) => post(path, body, { authorization: `Bearer ${accessToken}` }),
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    gone,
    log: () => readFileSync(logFile, 'utf8'),
  };
}

/** Signs in anew and calls: after days, the tokens of before are no good. */
async function callLater(signer: Signer, method: 'GET' | 'POST', path: string, body?: object) {
  const credentials = { username: signer, password: testPassword };
  const login = await office.visitor.call<{ accessToken: string }>('POST', '/auth/login', credentials);
  const headers = { authorization: `Bearer ${login.body.accessToken}` };
  return office.visitor.call<{ items: unknown[] }>(method, path, body, headers);
}

const rows = <T extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
  office.tenancy.readTenant(office.tenant, (read) => read.execute<T>(query));

/** Everything that the database holds of this office, and all orders of the platform, as text. */
async function everythingStored(): Promise<string> {
  const tables = await rows<{ name: string }>(
    sql`select c.relname as name from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const found = await rows<{ text: string | null }>(
      sql`select string_agg(to_jsonb(t)::text, ' ') as text from ${sql.identifier(name)} t`,
    );
    texts.push(found[0]?.text ?? '');
  }
  const orders = await office.tenancy.readPlatform((read) =>
    read.execute<{ text: string | null }>(sql`select string_agg(t.text, ' ') as text from (
      select to_jsonb(w)::text as text from platform.work w union all select to_jsonb(o)::text from platform.outbox o) t`),
  );
  return [...texts, orders[0]?.text ?? ''].join('\n');
}

async function workUntil(isDone: () => Promise<boolean>): Promise<void> {
  for (let n = 0; n < 20 && !(await isDone()); n += 1) {
    office.clock.advance(301_000);
    await office.work(createSigningJobs(office.deps)).catch((error: unknown) => {
      if (!String(error).includes('JobMustWait')) throw error;
    });
  }
  expect(await isDone()).toBe(true);
}

it('days without the provider delay twenty letters of two signers and lose none, whatever dies meanwhile', async () => {
  const ids: Record<Signer, string[]> = { sekda: [], kadis: [] };
  for (let n = 0; n < 10; n += 1) {
    for (const signer of ['sekda', 'kadis'] as const) ids[signer].push(await awaiting(signer));
  }
  const queued = async (signer: Signer) => {
    const { body } = await office.as(signer).call<{ items: { id: string }[] }>('GET', '/signing-queue');
    return body.items.map((each) => each.id);
  };
  const part = (signer: Signer, from: number, to: number) => ids[signer].slice(from, to);
  const passphrase = (signer: Signer) => ({ passphrase: signers[signer] });

  // Off: nothing listens.
  await bsre.stop();
  for (const signer of ['sekda', 'kadis'] as const) {
    for (const id of part(signer, 0, 3)) {
      const answer = await office.as(signer).call<LetterAnswer>('POST', `/letters/${id}/sign`, passphrase(signer));
      expect([answer.status, answer.body.state, answer.body.number]).toEqual([202, 'awaiting_signature', null]);
    }
  }
  // Broken, in a process that dies right after it answered.
  await bsre.start();
  bsre.ail('error');
  const doomed = await startApi('sekda');
  expect((await doomed.post('/letters/sign', { ids: part('sekda', 3, 7), ...passphrase('sekda') })).status).toBe(202);
  await doomed.kill();
  const kadis = { ids: part('kadis', 3, 7), ...passphrase('kadis') };
  expect((await office.as('kadis').call('POST', '/letters/sign', kadis)).status).toBe(202);
  // Hanging.
  bsre.ail('hang');
  await Promise.all(
    (['sekda', 'kadis'] as const).map(async (signer) => {
      const many = { ids: part(signer, 7, 10), ...passphrase(signer) };
      expect((await office.as(signer).call('POST', '/letters/sign', many)).status).toBe(202);
    }),
  );
  expect(await queued('sekda')).toEqual(ids.sekda);
  expect(await queued('kadis')).toEqual(ids.kadis);
  expect(await rows(sql`select 1 from numbers`)).toEqual([]);
  expect(bsre.signed).toBe(0);

  await bsre.stop();
  office.clock.advance(3 * 86_400_000);
  await bsre.start();
  bsre.ail(null);
  const isOver = async () => (await rows(sql`select 1 from provider_outages where ended_at is null`)).length === 0;
  await workUntil(isOver);
  const told = await rows<{ username: string; count: string }>(sql`select p.username, n.text_values ->> 'count' as count
    from notices n join people p on p.id = n.person_id where n.text_key = 'signing.recovered' order by 1`);
  expect(told).toEqual([
    { username: 'kadis', count: '10' },
    { username: 'sekda', count: '10' },
  ]);

  // The process that finishes dies, too, with a letter signed, stored and not yet registered.
  const dying = await startApi('sekda', 'stored', 4);
  await dying.post('/signing-queue/finish', passphrase('sekda')).catch(() => undefined);
  await dying.gone;
  for (const signer of ['kadis', 'sekda'] as const) {
    office.clock.advance(10_000);
    expect((await callLater(signer, 'POST', '/signing-queue/finish', passphrase(signer))).status).toBe(202);
  }
  const all = [...ids.sekda, ...ids.kadis];
  const signed = () =>
    rows<{ id: string }>(sql`select id from letters where state = 'signed' and id = any(${sql.param(all)}::uuid[])`);
  const deadline = Date.now() + 120_000;
  while ((await signed()).length < all.length && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  expect(await signed()).toHaveLength(20);
  expect((await callLater('sekda', 'GET', '/signing-queue')).body.items).toEqual([]);
  expect(await rows(sql`select letter_id from letter_revisions`)).toHaveLength(20);
  for (const signer of ['sekda', 'kadis'] as const) {
    const inOrder = await rows<{ id: string }>(sql`select n.letter_id as id from numbers n
      where n.letter_id = any(${sql.param(ids[signer])}::uuid[]) order by n.series_id, n.seq`);
    expect(inOrder.map((each) => each.id)).toEqual(ids[signer]);
  }
  const gaps = await rows<{ gaps: number }>(sql`select s.last_seq - count(*)::int as gaps
    from number_series s join numbers n on n.series_id = s.id group by s.id`);
  expect(new Set(gaps.map((each) => each.gaps))).toEqual(new Set([0]));

  const places = [await everythingStored(), logged, doomed.log(), dying.log()];
  // The scan sees what is there.
  expect(places[0]).toContain('Surat di masa gangguan');
  expect(logged).toContain('the signature provider is away');
  for (const secret of [...Object.values(signers), bsre.credentials.password]) {
    for (const written of [
      secret,
      Buffer.from(secret).toString('base64').slice(0, -4),
      Buffer.from(secret).toString('hex'),
    ]) {
      for (const [index, place] of places.entries()) expect(place.includes(written), `place ${index}`).toBe(false);
    }
  }
  const niksLogged = Object.values(niks).filter((nik) => places.slice(1).some((place) => place.includes(nik)));
  expect(niksLogged).toEqual([]);
}, 300_000);
