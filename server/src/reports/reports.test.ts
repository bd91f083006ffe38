import { sql } from 'drizzle-orm';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../core/ids.ts';
import { createTestServer, type TestOffice, type TestServer } from '../testing/office.ts';
import { createReportJobs } from './index.ts';

let server: TestServer;
let office: TestOffice;

type JobBody = {
  status: string;
  progress: number;
  kind: string;
  result?: { fileUrl: string };
  error?: string;
};
const who = (username: string) => {
  const found = office.people.get(username);
  if (!found) throw new Error(`no ${username}`);
  return found;
};

type Letter = {
  subject: string;
  number?: string | null;
  secrecy?: string;
  state?: string;
  date?: string;
  readers?: string[];
  receivedAt?: string;
};
let made = 0;

async function addLetter(letter: Letter): Promise<void> {
  const { subject, secrecy = 'biasa', readers = [] } = letter;
  const id = newId();
  made += 1;
  await server.tenancy.withTenant(office.tenant, async (tx) => {
    if (letter.receivedAt) {
      await tx.execute(sql`insert into letters (id, direction, type, state, subject, classification, secrecy, urgency, sender_kind,
          sender_name, received_at, number, letter_date)
        values (${id}::uuid, 'incoming', 'surat_dinas', 'received', ${subject}, '000', ${secrecy}, 'biasa', 'external',
          'Kementerian Contoh', ${letter.receivedAt}::timestamptz, ${`M-${made}`}, '2026-10-30')`);
      await tx.execute(sql`insert into letter_participants (letter_id, reason, unit_id)
        values (${id}::uuid, 'addressee', ${who('kadis').unitId}::uuid)`);
    } else {
      const number = letter.number === undefined ? `000/${made}/Diskominfo` : letter.number;
      await tx.execute(sql`insert into letters (id, direction, type, state, subject, classification, secrecy, urgency, body,
          drafter_id, unit_id, number, letter_date, verify_code)
        values (${id}::uuid, 'outgoing', 'surat_undangan', ${letter.state ?? 'sent'}, ${subject}, '000', ${secrecy}, 'biasa', '{}',
          ${who('staf').personId}::uuid, ${who('staf').unitId}::uuid, ${number},
          ${number === null ? null : (letter.date ?? '2026-11-10')}::date, ${id})`);
    }
    for (const reader of readers) {
      await tx.execute(sql`insert into letter_participants (letter_id, reason, position_id)
        values (${id}::uuid, 'approver', ${who(reader).positionId}::uuid)`);
    }
  });
}

beforeAll(async () => {
  server = await createTestServer();
  office = await server.addOffice();
  // The tests speak of November 2026.
  server.clock.advance(Date.parse('2026-12-05T03:00:00Z') - Date.now());
  await addLetter({ subject: '=HYPERLINK("http://jahat.example")', readers: ['kadis'] });
  await addLetter({ subject: 'Rapat yang bukan urusan kadis', readers: ['sekda'] });
  await addLetter({ subject: 'Rahasia yang dibaca kadis', secrecy: 'rahasia', readers: ['kadis'] });
  await addLetter({ subject: 'Nomor yang batal 😀', state: 'cancelled', readers: ['kadis'] });
  await addLetter({ subject: 'Surat Oktober', date: '2026-10-31', readers: ['kadis'] });
  await addLetter({ subject: 'Konsep tanpa nomor', number: null, state: 'draft', readers: ['kadis'] });
  // The first instant of November in Jakarta is still October in UTC; the last hour of November there is not December.
  await addLetter({ subject: 'Masuk awal November', receivedAt: '2026-10-31T17:00:00Z' });
  await addLetter({ subject: 'Masuk akhir November', receivedAt: '2026-11-30T16:59:59Z' });
  await addLetter({ subject: 'Masuk Desember', receivedAt: '2026-11-30T17:00:00Z' });
});
afterAll(() => server.close());

const order = (username: string, format: string, period = '2026-11') =>
  office.as(username).call<{ jobId: string; id: string }>('POST', '/reports', { kind: 'letters', period, format });
const work = () => office.work(createReportJobs(server.deps));
const job = async (username: string, id: string) =>
  (await office.as(username).call<JobBody>('GET', `/jobs/${id}`)).body;
const file = (username: string, url: string) => office.as(username).call('GET', url.replace('/api/v1', ''));

async function makeReport(username: string, format: 'pdf' | 'xlsx') {
  const ordered = await order(username, format);
  expect(ordered.status).toBe(202);
  await work();
  const done = await job(username, ordered.body.jobId);
  expect(done).toMatchObject({ status: 'completed', progress: 100, kind: 'report.make' });
  return done.result?.fileUrl ?? '';
}

async function sheetRows(username: string): Promise<unknown[][]> {
  const { raw } = await file(username, await makeReport(username, 'xlsx'));
  return (await readXlsx(raw)).sheets[0]?.rows.slice(1) ?? [];
}

describe('a report of letters', () => {
  test('lists the month in the regency’s zone, and subjects only of letters the orderer may read', async () => {
    const rows = await sheetRows('kadis');
    expect(rows.map((row) => [row[2], row[5]]).sort()).toEqual(
      [
        ['Keluar', '=HYPERLINK("http://jahat.example")'],
        ['Keluar', '—'],
        ['Keluar', '—'],
        ['Keluar (batal)', 'Nomor yang batal 😀'],
        ['Masuk', '—'],
        ['Masuk', '—'],
      ].sort(),
    );
    expect(rows.map((row) => row[4])).toEqual(Array.from({ length: 6 }, () => 'Dinas Komunikasi dan Informatika'));
    const first = rows.find((row) => row[2] === 'Masuk');
    expect(first?.[1]).toEqual(new Date('2026-11-01T00:00:00Z'));
  });

  test('an administrator sees numbers and counts, no subject; a registrar what the registry receives', async () => {
    expect(new Set((await sheetRows('admin')).map((row) => row[5]))).toEqual(new Set(['—']));
    const registrar = (await sheetRows('tu')).map((row) => row[5]);
    expect(registrar).toEqual(expect.arrayContaining(['Masuk awal November', 'Masuk akhir November']));
    expect(registrar).not.toContain('Masuk Desember');
  });

  test('as PDF it is a PDF, also where a subject has characters that the font lacks', async () => {
    const answer = await file('kadis', await makeReport('kadis', 'pdf'));
    expect(answer.status).toBe(200);
    expect(answer.raw.subarray(0, 5).toString()).toBe('%PDF-');
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="laporan-surat-2026-11.pdf"',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });

  test('a month without letters gives a report, too', async () => {
    const ordered = await order('kadis', 'pdf', '2020-02');
    await work();
    expect((await job('kadis', ordered.body.jobId)).status).toBe('completed');
  });

  test('only the orderer gets the file; the administrator sees that a job stands, not its result', async () => {
    const url = await makeReport('kadis', 'xlsx');
    for (const other of ['admin', 'sekda', 'tu', 'staf']) {
      const answer = await file(other, url);
      expect([other, answer.status, answer.body.code]).toEqual([other, 404, 'file_not_found']);
    }
    const { jobId } = (await order('kadis', 'xlsx')).body;
    expect(await job('admin', jobId)).toMatchObject({ status: 'queued', progress: 0 });
    expect((await office.as('sekda').call('GET', `/jobs/${jobId}`)).body.code).toBe('job_not_found');
    await work();
    expect((await job('admin', jobId)).result).toBeUndefined();
  });

  test('files of letters do not come through here', async () => {
    const id = newId();
    await server.tenancy.withTenant(office.tenant, (tx) =>
      tx.execute(sql`insert into files (id, sha256, size, media_type, name, created_by)
        values (${id}::uuid, ${'0'.repeat(64)}, 1, 'application/pdf', 'scan.pdf', ${who('kadis').personId}::uuid)`),
    );
    expect((await file('kadis', `/api/v1/files/${id}`)).status).toBe(404);
  });

  test('another regency knows neither job nor file', async () => {
    const other = await server.addOffice();
    const url = await makeReport('kadis', 'xlsx');
    const { jobId } = (await order('kadis', 'xlsx')).body;
    expect((await other.as('kadis').call('GET', url.replace('/api/v1', ''))).status).toBe(404);
    expect((await other.as('admin').call('GET', `/jobs/${jobId}`)).status).toBe(404);
    await work();
  });

  test('is refused to those without the right, for a month to come, and with all wrong fields told', async () => {
    expect((await order('staf', 'pdf')).status).toBe(403);
    const future = await order('kadis', 'pdf', '2027-01');
    expect([future.status, future.body]).toEqual([422, expect.objectContaining({ code: 'period_in_future' })]);
    const wrong = await office.as('kadis').call('POST', '/reports', { kind: 'x', period: '2026-13', format: 'doc' });
    expect(wrong.body.errors.map((error) => error.path).sort()).toEqual(['format', 'kind', 'period']);
    expect((await office.visitor.call('GET', '/reports')).status).toBe(401);
  });

  test('the same idempotency key orders one report', async () => {
    const key = { 'idempotency-key': 'laporan-november' };
    const body = { kind: 'letters', period: '2026-11', format: 'xlsx' };
    const [first, again] = [
      await office.as('sekda').call('POST', '/reports', body, key),
      await office.as('sekda').call('POST', '/reports', body, key),
    ];
    expect(again.body).toEqual(first.body);
    const list = await office.as('sekda').call<{ items: { id: string }[] }>('GET', '/reports');
    expect(list.body.items).toHaveLength(1);
    await work();
  });

  test('running the job again changes nothing', async () => {
    const { jobId } = (await order('kadis', 'xlsx')).body;
    await work();
    const before = await job('kadis', jobId);
    const [again] = createReportJobs(server.deps);
    const progress = async () => undefined;
    const context = {
      tenant: office.tenant,
      workId: newId(),
      jobAttempt: 1,
      progress,
      log: server.deps.logger,
      deps: {},
    };
    await again?.run(context, { jobId });
    expect(await job('kadis', jobId)).toEqual(before);
    const [files] = await server.tenancy.readTenant(office.tenant, (read) =>
      read.execute<{ count: number }>(
        sql`select count(*)::int as count from audit_log where action = 'report.made' and subject_id =
          (select id from reports where job_id = ${jobId}::uuid)`,
      ),
    );
    expect(files?.count).toBe(1);
  });

  test('who lost the right before it was made gets no report, and is told', async () => {
    const { jobId } = (await order('tu', 'xlsx')).body;
    const roles = (given: string[]) =>
      office.as('admin').call('PUT', `/people/${who('tu').personId}/roles`, { roles: given });
    await roles([]);
    await expect(work()).rejects.toThrow('tidak lagi berhak');
    expect(await job('tu', jobId)).toMatchObject({
      status: 'failed',
      error: 'Anda tidak lagi berhak atas laporan surat.',
    });
    await roles(['tu']);
  });

  test('a job whose order is gone from the queue is told as failed', async () => {
    const { jobId } = (await order('kadis', 'xlsx')).body;
    await server.tenancy.withPlatform((tx) =>
      tx.execute(sql`update platform.work set state = 'failed', finished_at = now() where stamped_by = ${office.tenant.role}
        and state = 'open'`),
    );
    expect((await job('kadis', jobId)).status).toBe('queued');
    server.clock.advance(60_000);
    expect(await job('kadis', jobId)).toMatchObject({ status: 'failed', error: expect.stringContaining('terhenti') });
  });
});
