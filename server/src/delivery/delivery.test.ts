import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMail } from '../adapters/mail/index.ts';
import { newId } from '../core/ids.ts';
import { type Job, JobMustWait } from '../core/queue/index.ts';
import { createExchangeJobs } from '../exchange/index.ts';
import type { LetterAnswer } from '../letters/index.ts';
import { superuserClient } from '../testing/database.ts';
import { createTestServer, type Refusal, type TestOffice, type TestServer } from '../testing/office.ts';
import { signedLetter } from '../testing/signed-letter.ts';
import { createDeliveryJobs } from './index.ts';
import type { SendAnswer } from './schema.ts';

let server: TestServer;
let sumedang: TestOffice;
let lebak: TestOffice;
let sukabumi: TestOffice;
let jobs: Job<object>[];
const folder = mkdtempSync(join(tmpdir(), 'madangan-delivery-'));

beforeAll(async () => {
  server = await createTestServer();
  [sumedang, lebak, sukabumi] = await Promise.all([server.addOffice(), server.addOffice(), server.addOffice()]);
  await sumedang.addSigners('sekda');
  await lebak.addSigners();
  const { tenancy, clock, deps } = server;
  const { storage, secrets, publicUrl } = deps;
  const mail = createMail({ folder, publicUrl });
  jobs = [
    ...createDeliveryJobs({ tenancy, storage, mail, clock, publicUrl }),
    ...createExchangeJobs({ tenancy, storage, secrets, clock }),
  ];
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const toLebak = () => ({ kind: 'tenant', slug: lebak.tenant.slug });
const position = (office: TestOffice, username: string) => ({
  kind: 'position',
  id: office.people.get(username)?.positionId,
});
const send = (by: string, id: string, body?: object) =>
  sumedang.as(by).call<SendAnswer & Refusal>('POST', `/letters/${id}/send`, body);
type Items = { items: { id: string; subject: string; state: string }[] };
const inbox = async (office: TestOffice, by = 'tu') =>
  (await office.as(by).call<Items>('GET', '/letters?box=inbox&limit=100')).body.items;
const letter = async (office: TestOffice, by: string, id: string) =>
  (await office.as(by).call<LetterAnswer>('GET', `/letters/${id}`)).body;
const rowsOf = <T extends Record<string, unknown>>(office: TestOffice, query: ReturnType<typeof sql>) =>
  server.tenancy.readTenant(office.tenant, (read) => read.execute<T>(query));

/** Delivers what Sumedang sent, and brings the receipts back. */
async function deliverAll(): Promise<void> {
  await sumedang.work(jobs);
  await lebak.work(jobs);
  await sumedang.work(jobs);
}

describe('a letter to another regency', () => {
  test('arrives once, with its file, and the sender sees delivered, then read', async () => {
    const id = await signedLetter(sumedang, [toLebak()], { subject: 'Undangan satu' });
    const sent = await send('staf', id);
    expect(sent.status, JSON.stringify(sent.body)).toBe(200);
    expect(sent.body).toMatchObject({ state: 'sent', recipients: [{ channel: 'exchange', delivery: 'sent' }] });
    expect((await letter(sumedang, 'staf', id)).turn).toBeNull();
    await deliverAll();

    const arrived = (await inbox(lebak)).filter((item) => item.subject === 'Undangan satu');
    expect(arrived).toHaveLength(1);
    const incomingId = arrived[0]?.id ?? '';
    const incoming = await letter(lebak, 'tu', incomingId);
    const own = await letter(sumedang, 'staf', id);
    expect(incoming).toMatchObject({
      direction: 'incoming',
      state: 'received',
      number: own.number,
      date: own.date,
      incoming: { sender: { kind: 'tenant', slug: sumedang.tenant.slug, name: `Pemerintah ${sumedang.tenant.name}` } },
    });
    expect(own.recipients[0]).toMatchObject({ delivery: 'delivered', deliveredAt: expect.any(String) });
    const pdf = await sumedang.as('staf').call('GET', `/letters/${id}/pdf`);
    const file = await lebak.as('tu').call('GET', `/letters/${incomingId}/file`);
    expect(createHash('sha256').update(file.raw).digest('hex')).toBe(
      createHash('sha256').update(pdf.raw).digest('hex'),
    );
    expect(file.headers['content-disposition']).toContain('attachment');
    expect(file.headers['content-security-policy']).toContain('sandbox');
    expect(file.headers['x-content-type-options']).toBe('nosniff');

    const bupati = lebak.people.get('bupati')?.positionId;
    await lebak.as('tu').call('POST', `/letters/${incomingId}/register`, { routeTo: bupati });
    expect((await lebak.as('tu').call('POST', `/letters/${incomingId}/opened`)).body).toMatchObject({ opened: false });
    expect((await lebak.as('bupati').call('POST', `/letters/${incomingId}/opened`)).body).toMatchObject({
      opened: true,
    });
    expect((await lebak.as('bupati').call('POST', `/letters/${incomingId}/opened`)).body).toMatchObject({
      opened: false,
    });
    await deliverAll();
    await lebak.work(jobs);
    expect((await letter(sumedang, 'staf', id)).recipients[0]).toMatchObject({
      delivery: 'read',
      readAt: expect.any(String),
    });
  });

  test('is entered once when the job runs twice, also at the same time', async () => {
    const id = await signedLetter(sumedang, [toLebak()], { subject: 'Undangan dua' });
    await send('sekda', id);
    const [order] = await server.tenancy.readPlatform((read) =>
      read.execute<{ id: string; payload: { exchangeId: string } }>(sql`select id, payload from platform.work
        where kind = 'exchange.deliver' and stamped_by = ${sumedang.tenant.role} and state = 'open'`),
    );
    const deliver = jobs.find((job) => job.kind === 'exchange.deliver');
    if (!order || !deliver) throw new Error('nothing was ordered');
    const context = {
      tenant: sumedang.tenant,
      workId: order.id,
      jobAttempt: 1,
      progress: async () => undefined,
      log: server.deps.logger,
      deps: {},
    };
    const results = await Promise.all([1, 2, 3].map(() => deliver.run(context, order.payload)));
    expect(results.filter((result) => JSON.stringify(result) === '{"delivered":true}')).toHaveLength(1);
    await deliver.run(context, order.payload);
    await deliverAll();
    expect((await inbox(lebak)).filter((item) => item.subject === 'Undangan dua')).toHaveLength(1);
    const log = await rowsOf<{ n: number }>(
      lebak,
      sql`select count(*)::int as n from exchange_log where exchange_id = ${order.payload.exchangeId}::uuid`,
    );
    expect(log[0]?.n).toBe(1);

    // A job of somebody else that names this message moves nothing.
    const stranger = deliver.run({ ...context, tenant: sukabumi.tenant }, order.payload);
    await expect(stranger).rejects.toThrow('sent no message');
  });

  test('is not there for a stranger regency, in no box, by no id, in no table', async () => {
    const id = await signedLetter(sumedang, [toLebak()], { subject: 'Bukan untuk Sukabumi' });
    await send('staf', id);
    await deliverAll();
    const arrived = (await inbox(lebak)).find((item) => item.subject === 'Bukan untuk Sukabumi');
    for (const path of [`/letters/${id}`, `/letters/${arrived?.id}`, `/letters/${arrived?.id}/file`]) {
      expect((await sukabumi.as('tu').call('GET', path)).status, path).toBe(404);
    }
    expect((await sukabumi.as('tu').call('POST', `/letters/${id}/send`)).status).toBe(404);
    expect(await inbox(sukabumi)).toEqual([]);
    const seen = await rowsOf(sukabumi, sql`select 1 from platform.exchange`);
    expect(seen).toEqual([]);
  });

  test('waits while its receiver is suspended, and arrives afterwards', async () => {
    const id = await signedLetter(sumedang, [toLebak()], { subject: 'Menunggu' });
    await send('staf', id);
    const status = (to: string) =>
      server.tenancy.withPlatform((tx) =>
        tx.execute(sql`update platform.tenants set status = ${to} where slug = ${lebak.tenant.slug}`),
      );
    await status('suspended');
    await expect(sumedang.work(jobs)).rejects.toThrow(JobMustWait);
    await status('active');
    await deliverAll();
    expect((await inbox(lebak)).filter((item) => item.subject === 'Menunggu')).toHaveLength(1);
  });

  test('stands in both exchange logs; a subject only for who may read it', async () => {
    type Log = { items: { direction: string; number: string; subject: string | null; partner: { slug: string } }[] };
    const tu = (await lebak.as('tu').call<Log>('GET', '/exchange-log')).body.items;
    expect(tu.length).toBeGreaterThan(0);
    expect(tu[0]).toMatchObject({
      direction: 'received',
      partner: { slug: sumedang.tenant.slug },
      subject: expect.any(String),
    });
    const admin = (await lebak.as('admin').call<Log>('GET', '/exchange-log')).body.items;
    expect(admin.map((item) => item.number)).toEqual(tu.map((item) => item.number));
    expect(admin.every((item) => item.subject === null)).toBe(true);
    const ours = (await sumedang.as('admin').call<Log>('GET', '/exchange-log?direction=sent&limit=1')).body.items;
    expect(ours).toHaveLength(1);
    expect((await sumedang.as('staf').call('GET', '/exchange-log')).status).toBe(403);
    expect((await sumedang.visitor.call('GET', '/exchange-log')).status).toBe(401);
  });
});

describe('a secret letter', () => {
  test('travels sealed: nothing of it can be read on the way, all of it at its receiver', async () => {
    const subject = 'Sangat rahasia sekali';
    const id = await signedLetter(sumedang, [toLebak()], { subject, secrecy: 'rahasia' });
    const sent = await send('staf', id);
    expect(sent.status, JSON.stringify(sent.body)).toBe(200);
    const superuser = superuserClient();
    const [row] = await superuser`select envelope::text, body::text, sealed, file_sha256 from platform.exchange
      where sender = ${sumedang.tenant.slug} order by created_at desc limit 1`;
    await superuser.end();
    expect(row?.body).toBeNull();
    expect(row?.envelope).not.toContain(subject);
    expect(Buffer.from(row?.sealed).includes(subject)).toBe(false);
    const onTheWay = await server.deps.storage.get(sumedang.tenant.slug, row?.file_sha256);
    expect(onTheWay.includes('%PDF')).toBe(false);

    await deliverAll();
    const [arrived] = await rowsOf<{ id: string }>(lebak, sql`select id from letters where subject = ${subject}`);
    // The registrar routes it without reading it.
    expect((await lebak.as('tu').call('GET', `/letters/${arrived?.id}/file`)).status).toBeGreaterThanOrEqual(403);
    const routeTo = lebak.people.get('bupati')?.positionId;
    expect((await lebak.as('tu').call('POST', `/letters/${arrived?.id}/register`, { routeTo })).status).toBe(200);
    const file = await lebak.as('bupati').call('GET', `/letters/${arrived?.id}/file`);
    const pdf = await sumedang.as('staf').call('GET', `/letters/${id}/pdf`);
    expect(file.raw.equals(pdf.raw)).toBe(true);
  });

  test('cannot go to a regency without a key, and stays signed', async () => {
    const id = await signedLetter(sumedang, [{ kind: 'tenant', slug: sukabumi.tenant.slug }], {
      secrecy: 'sangat_rahasia',
    });
    const refused = await send('staf', id);
    expect([refused.status, refused.body.code]).toEqual([409, 'receiver_without_key']);
    expect((await letter(sumedang, 'staf', id)).state).toBe('signed');
  });
});

describe('a letter within the regency', () => {
  test('to a position is its own at once; to a unit it waits for the registrar; each once', async () => {
    const kadis = sumedang.people.get('kadis');
    const id = await signedLetter(sumedang, [position(sumedang, 'kadis')], {
      subject: 'Ke dalam',
      copies: [{ kind: 'unit', id: kadis?.unitId }],
    });
    const [first, second] = await Promise.all([send('staf', id), send('staf', id)]);
    expect([first.status, second.status].sort()).toEqual([200, 409]);
    const toKadis = (await inbox(sumedang, 'kadis')).filter((item) => item.subject === 'Ke dalam');
    expect(toKadis).toMatchObject([{ state: 'registered' }]);
    const atDesk = (await inbox(sumedang, 'tu')).filter((item) => item.subject === 'Ke dalam');
    expect(atDesk.map((item) => item.state).sort()).toEqual(['received', 'registered']);
    expect((await letter(sumedang, 'kadis', toKadis[0]?.id ?? '')).turn?.positionId).toBe(kadis?.positionId);
    await sumedang.as('kadis').call('POST', `/letters/${toKadis[0]?.id}/opened`);
    const sent = await letter(sumedang, 'staf', id);
    expect([sent.recipients[0]?.delivery, sent.copies[0]?.delivery]).toEqual(['read', 'delivered']);
    expect((await sumedang.as('kabid').call('GET', `/letters/${toKadis[0]?.id}`)).status).toBe(404);
  });
});

describe('a letter to somebody outside', () => {
  test('goes by e-mail with the signed PDF once, or is marked for printing', async () => {
    const id = await signedLetter(sumedang, [
      { kind: 'external', name: 'Kepala BPS', email: 'bps@uji.example' },
      { kind: 'external', name: 'Kepala Desa', address: 'Jalan Desa 1' },
    ]);
    const { body } = await send('tu', id);
    expect(body.recipients.map((each) => each.channel)).toEqual(['mail', 'print']);
    await sumedang.work(jobs);
    const mails = readdirSync(folder);
    expect(mails).toEqual([`letter-${body.recipients[0]?.id}.eml`]);
    const parsed = await simpleParser(readFileSync(join(folder, mails[0] ?? '')));
    expect(parsed.attachments[0]?.content.subarray(0, 5).toString()).toBe('%PDF-');
    const [mailed, printed] = (await letter(sumedang, 'staf', id)).recipients;
    expect([mailed?.delivery, printed?.delivery]).toEqual(['sent', 'pending']);
    const handedOver = (recipientId: string | undefined) =>
      sumedang.as('tu').call('POST', `/letters/${id}/recipients/${recipientId}/handed-over`);
    expect((await handedOver(printed?.id)).status).toBe(200);
    expect((await handedOver(mailed?.id)).status).toBe(404);
    expect((await letter(sumedang, 'staf', id)).recipients[1]?.delivery).toBe('sent');
  });
});

describe('sending', () => {
  test('is for the drafter, the signer and the registrar, on a signed letter, in the version they saw', async () => {
    const id = await signedLetter(sumedang, [toLebak()]);
    expect((await send('kabid', id)).status).toBe(404);
    expect((await send('admin', id)).status).toBe(404);
    expect((await sumedang.visitor.call('POST', `/letters/${id}/send`)).status).toBe(401);
    expect((await send('staf', id, { version: 1 })).body.code).toBe('stale_version');
    expect((await send('staf', newId())).status).toBe(404);
    const draft = await sumedang.as('staf').call<{ id: string }>('POST', '/letters', {
      type: 'surat_dinas',
      subject: 'Konsep',
      recipients: [toLebak()],
    });
    expect((await send('staf', draft.body.id)).body.code).toBe('letter_state');
    const key = { 'idempotency-key': 'kirim-1' };
    const call = () => sumedang.as('sekda').call<SendAnswer>('POST', `/letters/${id}/send`, {}, key);
    const [once, again] = [await call(), await call()];
    expect([once.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(once.body);
  });
});
