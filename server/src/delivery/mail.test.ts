import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { sql } from 'drizzle-orm';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createMail } from '../adapters/mail/index.ts';
import { newId } from '../core/ids.ts';
import type { Job } from '../core/queue/index.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import { listRegencies } from '../tenants/index.ts';
import { createTestServer, type Refusal, type TestOffice, type TestServer } from '../testing/office.ts';
import { signedLetter } from '../testing/signed-letter.ts';
import { createBounceAddresses, createDeliveryJobs, takeBounce } from './index.ts';
import type { DeliveriesAnswer } from './schema.ts';

let server: TestServer;
let office: TestOffice;
let other: TestOffice;
let jobs: Job<object>[];
let tenancy: Tenancy;
let breakAfterSending = false;
const answers = { rcpt: null as { code: number; text: string } | null };
const received: { mail: ParsedMail; from: string }[] = [];
const addresses = createBounceAddresses('bounce@kantor.example', Buffer.alloc(32, 7));
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo(_address, _session, done) {
    if (answers.rcpt === null) return done();
    done(Object.assign(new Error(answers.rcpt.text), { responseCode: answers.rcpt.code }));
  },
  onData(stream, session, done) {
    const { mailFrom } = session.envelope;
    void simpleParser(stream).then((mail) => {
      received.push({ mail, from: mailFrom === false ? '' : mailFrom.address });
      done();
    });
  },
});

beforeAll(async () => {
  server = await createTestServer();
  [office, other] = await Promise.all([server.addOffice(), server.addOffice()]);
  await office.addSigners('sekda');
  smtp.listen(0, '127.0.0.1');
  await once(smtp.server, 'listening');
  const { port } = smtp.server.address() as AddressInfo;
  const { clock, deps } = server;
  const { storage, publicUrl } = deps;
  const mail = createMail({ smtpUrl: `smtp://127.0.0.1:${port}`, folder: '/nowhere', publicUrl });
  // As a process that dies between sending and noting it.
  tenancy = {
    ...server.tenancy,
    withTenant: (tenant, fn) => {
      if (breakAfterSending) throw new Error('the process died');
      return server.tenancy.withTenant(tenant, fn);
    },
  };
  jobs = createDeliveryJobs({ tenancy, storage, mail, clock, publicUrl, bounces: addresses });
});
beforeEach(() => {
  answers.rcpt = null;
  breakAfterSending = false;
  received.length = 0;
});
afterAll(async () => {
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
  await server.close();
});

const external = (email: string) => ({ kind: 'external', name: 'Kepala BPS', email });
const deliveries = async (id: string, by = 'staf') =>
  (await office.as(by).call<DeliveriesAnswer>('GET', `/letters/${id}/deliveries`)).body.items;
const resend = (id: string, recipientId: string, body?: object, by = 'staf') =>
  office.as(by).call<DeliveriesAnswer & Refusal>('POST', `/letters/${id}/recipients/${recipientId}/resend`, body);
type Tasks = { items: { id: string; kind: string }[] };
const undelivered = async (by: string, id: string) =>
  (await office.as(by).call<Tasks>('GET', '/tasks')).body.items.some(
    (task) => task.id === id && task.kind === 'letter_undelivered',
  );

async function sent(email = 'bps@uji.example', more: object = {}): Promise<{ id: string; recipientId: string }> {
  const id = await signedLetter(office, [external(email)], { subject: 'Data statistik', ...more });
  await office.as('staf').call('POST', `/letters/${id}/send`);
  return { id, recipientId: (await deliveries(id))[0]?.id ?? '' };
}

const report = (to: string, action = 'failed') =>
  Buffer.from(
    [
      'From: MAILER-DAEMON@uji.example',
      `To: ${to}`,
      'Subject: Undelivered Mail Returned to Sender',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="B"',
      '',
      '--B',
      'Content-Type: text/plain',
      '',
      'Sorry.',
      '--B',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.uji.example',
      '',
      'Final-Recipient: rfc822; bps@uji.example',
      `Action: ${action}`,
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1 User',
      ' unknown',
      '',
      '--B--',
      '',
    ].join('\r\n'),
  );
const bounce = (message: Buffer) =>
  takeBounce(
    {
      tenancy: server.tenancy,
      clock: server.clock,
      addresses,
      regencies: () => server.tenancy.readPlatform(listRegencies),
    },
    message,
  );

describe('a letter by e-mail', () => {
  test('that the server refuses for good fails with what it said, and those concerned are told', async () => {
    const { id } = await sent();
    answers.rcpt = { code: 550, text: 'No such user here' };
    await office.work(jobs);
    const [item] = await deliveries(id);
    expect(item).toMatchObject({ delivery: 'failed', failedAt: expect.any(String), acts: ['resend', 'print'] });
    expect(item?.failure).toContain('No such user here');
    for (const who of ['staf', 'tu']) {
      expect(await undelivered(who, id), who).toBe(true);
      const notices = await office.as(who).call<{ items: object[] }>('GET', '/notices');
      expect(notices.body.items[0], who).toMatchObject({ textKey: 'letter.delivery_failed', subject: { id } });
    }
    expect(await undelivered('kadis', id)).toBe(false);
  });

  test('that is refused for now is tried again, and nothing is said meanwhile', async () => {
    const { id } = await sent();
    answers.rcpt = { code: 451, text: 'Greylisted' };
    await expect(office.work(jobs)).rejects.toThrow('Greylisted');
    expect((await deliveries(id))[0]?.delivery).toBe('pending');
    answers.rcpt = null;
    await office.work(jobs);
    expect((await deliveries(id))[0]?.delivery).toBe('sent');
  });

  test('sent twice because the process died in between is recognisable as one message', async () => {
    const { id, recipientId } = await sent();
    breakAfterSending = true;
    await expect(office.work(jobs)).rejects.toThrow('the process died');
    breakAfterSending = false;
    await office.work(jobs);
    await office.work(jobs);
    expect(received.map(({ mail }) => mail.messageId)).toEqual(Array(2).fill(`<letter-${recipientId}@localhost>`));
    expect((await deliveries(id))[0]).toMatchObject({ delivery: 'sent', attempt: 1 });
  });

  test('that comes back is marked once, and sent anew to a corrected address as another message', async () => {
    const { id, recipientId } = await sent('salah@uji.example');
    await office.work(jobs);
    const wayBack = received[0]?.from ?? '';
    expect(wayBack).toMatch(/^bounce\+[a-z2-7.0-9]+@kantor\.example$/);
    expect(wayBack.split('@')[0]?.length).toBeLessThanOrEqual(64);
    expect(await bounce(report(wayBack, 'delayed'))).toMatchObject({ kind: 'ignored' });
    expect(await bounce(report(wayBack.toUpperCase()))).toMatchObject({ kind: 'marked', slug: office.tenant.slug });
    expect(await bounce(report(wayBack))).toMatchObject({ kind: 'known' });
    const [bounced] = await deliveries(id);
    expect(bounced).toMatchObject({ delivery: 'bounced', failure: '550 5.1.1 User unknown' });
    const letter = await office
      .as('staf')
      .call<{ recipients: object[]; history: { action: string }[] }>('GET', `/letters/${id}`);
    expect(letter.body.recipients[0]).toMatchObject({ delivery: 'bounced' });

    expect((await resend(id, recipientId, { email: 'bukan alamat' })).body.errors[0]?.path).toBe('email');
    const again = await resend(id, recipientId, { email: 'benar@uji.example' });
    expect(again.status, JSON.stringify(again.body)).toBe(200);
    expect(again.body.items[0]).toMatchObject({
      delivery: 'pending',
      attempt: 2,
      email: 'benar@uji.example',
      failure: null,
    });
    expect((await resend(id, recipientId)).body.code).toBe('not_resendable');
    await office.work(jobs);
    expect(received[1]?.mail.messageId).toBe(`<letter-${recipientId}-2@localhost>`);
    // A late report about the first attempt says nothing about the second.
    expect(await bounce(report(wayBack))).toMatchObject({ kind: 'known' });
    expect((await deliveries(id))[0]?.delivery).toBe('sent');
    expect(await undelivered('staf', id)).toBe(false);
  });

  test('is marked by no report that was not meant for it', async () => {
    const { id, recipientId } = await sent();
    await office.work(jobs);
    const forged = createBounceAddresses('bounce@kantor.example', Buffer.alloc(32, 8));
    const sending = { slug: office.tenant.slug, recipientId, attempt: 1 };
    expect(await bounce(report(forged.make(sending)))).toMatchObject({ kind: 'ignored' });
    const strangers = addresses.make({ ...sending, slug: other.tenant.slug });
    expect(await bounce(report(strangers))).toMatchObject({ kind: 'known' });
    const plain = Buffer.from(`To: ${addresses.make(sending)}\r\nSubject: Cuti\r\n\r\nSaya sedang cuti.\r\n`);
    expect(await bounce(plain)).toMatchObject({ kind: 'ignored', detail: 'no delivery report' });
    expect((await deliveries(id))[0]?.delivery).toBe('sent');
  });

  test('that nobody takes goes on paper, with a note of who took it', async () => {
    const { id, recipientId } = await sent();
    answers.rcpt = { code: 554, text: 'Relay denied' };
    await office.work(jobs);
    expect((await resend(id, recipientId, { channel: 'print' })).body.items[0]).toMatchObject({
      channel: 'print',
      delivery: 'pending',
    });
    const note = { note: 'Diterima Sdr. Ade, 24 November, buku ekspedisi no. 12' };
    const path = `/letters/${id}/recipients/${recipientId}/handed-over`;
    expect((await office.as('tu').call('POST', path, note)).status).toBe(200);
    expect((await deliveries(id))[0]).toMatchObject({ delivery: 'sent', handoverNote: note.note, acts: [] });
  });
});

describe('resending', () => {
  test('is for those who send, and for a recipient of this letter', async () => {
    const { id, recipientId } = await sent();
    answers.rcpt = { code: 550, text: 'No' };
    await office.work(jobs);
    expect((await resend(id, recipientId, {}, 'kabid')).status).toBe(404);
    expect((await resend(id, recipientId, {}, 'admin')).status).toBe(404);
    expect((await resend(id, newId())).status).toBe(404);
    expect((await other.as('staf').call('POST', `/letters/${id}/recipients/${recipientId}/resend`)).status).toBe(404);
    expect((await office.visitor.call('POST', `/letters/${id}/recipients/${recipientId}/resend`)).status).toBe(401);
    const key = { 'idempotency-key': 'ulang-1' };
    const path = `/letters/${id}/recipients/${recipientId}/resend`;
    const [once, twice] = [
      await office.as('tu').call<DeliveriesAnswer>('POST', path, {}, key),
      await office.as('tu').call<DeliveriesAnswer>('POST', path, {}, key),
    ];
    expect([once.status, twice.status]).toEqual([200, 200]);
    expect(twice.body).toEqual(once.body);
    const [row] = await server.tenancy.readTenant(office.tenant, (read) =>
      read.execute<{ attempt: number }>(sql`select attempt from letter_recipients where id = ${recipientId}::uuid`),
    );
    expect(row?.attempt).toBe(2);
  });
});
