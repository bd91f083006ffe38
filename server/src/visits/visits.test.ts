import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../core/ids.ts';
import { sha256Hex } from '../core/storage/index.ts';
import { superuserClient } from '../testing/database.ts';
import { multipart, samplePng } from '../testing/multipart.ts';
import { createTestServer, type Method, type TestOffice, type TestServer } from '../testing/office.ts';
import { createVisitJobs, listIntendedAdoptions } from './index.ts';
import type { VisitAnswer } from './schema.ts';

type Refused = { code: string; detail: string; errors: { path: string }[]; version: number };
let server: TestServer;
let lebak: TestOffice;
let sumedang: TestOffice;
let sukabumi: TestOffice;

beforeAll(async () => {
  server = await createTestServer();
  lebak = await server.addOffice();
  sumedang = await server.addOffice();
  sukabumi = await server.addOffice();
});
afterAll(() => server.close());

const call = <T = VisitAnswer & Refused>(
  office: TestOffice,
  who: string,
  method: Method,
  path: string,
  body?: object,
  headers?: Record<string, string>,
) => office.as(who).call<T>(method, path, body, headers);

const work = (office: TestOffice) => office.work(createVisitJobs(server.deps));
const hour = 3_600_000;
const inHours = (hours: number) => new Date(server.clock.now().getTime() + hours * hour).toISOString();

const content = (changes: object = {}) => ({
  host: sumedang.tenant.slug,
  title: 'Penerapan e-Office',
  purpose: 'Mempelajari naskah dinas elektronik.',
  topics: ['Alur naskah dinas', 'Tanda tangan elektronik', 'Arsip', 'Indeks SPBE'],
  delegation: [
    { name: 'Siti Rekaan', title: 'Sekretaris Daerah' },
    { name: 'Budi Rekaan', title: 'Kepala Dinas Kominfo' },
  ],
  startsAt: inHours(48),
  endsAt: inHours(52),
  ...changes,
});

async function drafted(changes: object = {}): Promise<VisitAnswer> {
  const { status, body, raw } = await call(lebak, 'sekda', 'POST', '/visits', content(changes));
  expect(status, raw.toString()).toBe(201);
  return body;
}

/** A step that must be taken, at the version that the side sees now. */
async function step(
  office: TestOffice,
  id: string,
  name: string,
  more: object = {},
  who = 'sekda',
): Promise<VisitAnswer> {
  const { body: seen } = await call(office, who, 'GET', `/visits/${id}`);
  const path = `/visits/${id}/steps`;
  const { status, body, raw } = await call(office, who, 'POST', path, { step: name, version: seen.version, ...more });
  expect(status, `${name}: ${raw.toString()}`).toBe(200);
  return body;
}

const plan = { place: 'Gedung Negara', agenda: '09.00 Sambutan\n10.00 Paparan e-Office' };

async function requested(changes: object = {}): Promise<string> {
  const { id } = await drafted(changes);
  await step(lebak, id, 'request');
  return id;
}

async function scheduled(changes: object = {}): Promise<string> {
  const id = await requested(changes);
  await step(sumedang, id, 'accept');
  await step(sumedang, id, 'schedule', plan);
  return id;
}

const tasksOf = async (office: TestOffice, id: string) => {
  const { body } = await call<{ items: { id: string; act: { verb: string } }[] }>(office, 'sekda', 'GET', '/tasks');
  return body.items.filter((each) => each.id === id).map((each) => each.act.verb);
};

describe('a request', () => {
  it('is the guest’s alone while it is a draft, then both sides’ and nobody else’s', async () => {
    const draft = await drafted();
    expect([draft.state, draft.party, draft.turn, draft.createdBy]).toEqual([
      'draft',
      'guest',
      'us',
      'Drs. Bayu Santika',
    ]);
    expect((await call(sumedang, 'sekda', 'GET', `/visits/${draft.id}`)).body.code).toBe('visit_not_found');
    const asked = await step(lebak, draft.id, 'request');
    expect([asked.state, asked.turn, asked.steps.accept.reason]).toEqual([
      'requested',
      'them',
      'Langkah ini diambil tuan rumah.',
    ]);
    const { body: seen } = await call(sumedang, 'admin', 'GET', `/visits/${draft.id}`);
    expect([seen.party, seen.turn, seen.steps.accept.allowed, seen.delegation.length]).toEqual(['host', 'us', true, 2]);
    const { body: list } = await call<{ items: { id: string }[] }>(sumedang, 'bupati', 'GET', '/visits?direction=host');
    expect(list.items.map((each) => each.id)).toContain(draft.id);
    const { body: none } = await call<{ items: object[] }>(sumedang, 'bupati', 'GET', '/visits?direction=guest');
    expect(none.items).toEqual([]);
    for (const who of ['bupati', 'sekda', 'admin', 'staf']) {
      expect((await call(sukabumi, who, 'GET', `/visits/${draft.id}`)).status).toBe(404);
      expect((await call<{ items: object[] }>(sukabumi, who, 'GET', '/visits')).body.items).toEqual([]);
    }
    expect(await tasksOf(sumedang, draft.id)).toEqual(['answer']);
    expect(await tasksOf(lebak, draft.id)).toEqual([]);
    await work(sumedang);
    const { body: notices } = await call<{ items: object[] }>(sumedang, 'bupati', 'GET', '/notices');
    expect(JSON.stringify(notices)).toContain('visit.request');
  });

  it('of a third regency is refused by the database itself, whoever asks', async () => {
    const id = await requested();
    const stranger = { slug: sukabumi.tenant.slug, role: sukabumi.tenant.role };
    await expect(
      server.tenancy.withTenant(stranger, (tx) =>
        tx.execute(sql`select platform.step_visit(${id}::uuid, 2, 'accept', null, null, null, null, null, null, 'x',
          ${newId()}::uuid)`),
      ),
    ).rejects.toThrow();
    for (const table of ['visits', 'visit_events', 'visit_files']) {
      const rows = await server.tenancy.readTenant(stranger, (read) =>
        read.execute(sql`select from ${sql.identifier('platform')}.${sql.identifier(table)}`),
      );
      expect(rows.length, table).toBe(0);
    }
  });

  it('is refused with every field at fault, and a host that is not active', async () => {
    const bad = await call(lebak, 'sekda', 'POST', '/visits', content({ title: '', topics: [], startsAt: 'besok' }));
    expect([bad.status, bad.body.errors.map((each) => each.path).sort()]).toEqual([
      400,
      ['startsAt', 'title', 'topics'],
    ]);
    const twice = await call(
      lebak,
      'sekda',
      'POST',
      '/visits',
      content({ host: lebak.tenant.slug, endsAt: inHours(47) }),
    );
    expect([twice.status, twice.body.code, twice.body.errors.map((each) => each.path)]).toEqual([
      422,
      'visit_invalid',
      ['host', 'endsAt'],
    ]);
    const unknown = await call(lebak, 'sekda', 'POST', '/visits', content({ host: 'tidak-ada' }));
    expect([unknown.status, unknown.body.errors.map((each) => each.path)]).toEqual([422, ['host']]);
    expect((await call(lebak, 'kadis', 'POST', '/visits', content())).status).toBe(403);
    const superuser = superuserClient();
    const { id } = await drafted({ host: sukabumi.tenant.slug });
    try {
      await superuser`update platform.tenants set status = 'suspended' where slug = ${sukabumi.tenant.slug}`;
      const late = await call(lebak, 'sekda', 'POST', `/visits/${id}/steps`, { step: 'request', version: 1 });
      expect([late.status, late.body.code]).toEqual([422, 'visit_invalid']);
    } finally {
      await superuser`update platform.tenants set status = 'active' where slug = ${sukabumi.tenant.slug}`;
      await superuser.end();
    }
  });

  it('is made once with one idempotency key, and edited only as a draft', async () => {
    const key = { 'idempotency-key': newId() };
    const body = content();
    const first = await call(lebak, 'sekda', 'POST', '/visits', body, key);
    const again = await call(lebak, 'sekda', 'POST', '/visits', body, key);
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
    const { id } = first.body;
    const { host: _, ...edit } = content({ title: 'Penerapan arsip' });
    const edited = await call(lebak, 'admin', 'PATCH', `/visits/${id}`, { ...edit, version: 1 });
    expect([edited.status, edited.body.title, edited.body.version]).toEqual([200, 'Penerapan arsip', 2]);
    const stale = await call(lebak, 'admin', 'PATCH', `/visits/${id}`, { ...edit, version: 1 });
    expect([stale.status, stale.body.code, stale.body.version]).toEqual([409, 'stale_version', 2]);
    await step(lebak, id, 'request');
    const late = await call(lebak, 'admin', 'PATCH', `/visits/${id}`, { ...edit, version: 3 });
    expect([late.status, late.body.code]).toEqual([409, 'visit_state']);
  });
});

describe('an answer', () => {
  it('may be another date, which the guest accepts or answers with another', async () => {
    const id = await requested();
    const dates = { startsAt: inHours(72), endsAt: inHours(76) };
    const countered = await step(sumedang, id, 'counter_propose', dates);
    expect([countered.state, countered.startsAt, countered.turn]).toEqual(['counter_proposed', dates.startsAt, 'them']);
    const { body: bare } = await call(lebak, 'sekda', 'POST', `/visits/${id}/steps`, { step: 'request', version: 3 });
    expect([bare.code, bare.errors.map((each) => each.path)]).toEqual(['visit_invalid', ['startsAt', 'endsAt']]);
    await step(lebak, id, 'request', { startsAt: inHours(96), endsAt: inHours(99) });
    await step(sumedang, id, 'counter_propose', dates);
    const agreed = await step(lebak, id, 'accept', {}, 'bupati');
    expect([agreed.state, agreed.startsAt, agreed.turn]).toEqual(['accepted', dates.startsAt, 'them']);
    expect(agreed.history.map((each) => each.action)).toEqual([
      'drafted',
      'request',
      'counter_propose',
      'request',
      'counter_propose',
      'accept',
    ]);
    expect(await tasksOf(sumedang, id)).toEqual(['schedule']);
  });

  it('given twice at once is given once', async () => {
    const id = await requested();
    const answers = await Promise.all(
      ['sekda', 'bupati', 'admin'].map((who, index) =>
        call(
          sumedang,
          who,
          'POST',
          `/visits/${id}/steps`,
          index === 1
            ? { step: 'decline', version: 2, reason: 'Bersamaan dengan sidang' }
            : { step: 'accept', version: 2 },
        ),
      ),
    );
    expect(answers.map((each) => each.status).sort()).toEqual([200, 409, 409]);
    expect(answers.filter((each) => each.status === 409).every((each) => each.body.code === 'stale_version')).toBe(
      true,
    );
    const { body } = await call(lebak, 'sekda', 'GET', `/visits/${id}`);
    expect(body.history.filter((each) => ['accept', 'decline'].includes(each.action)).length).toBe(1);
  });

  it('to a visit called off, by the wrong side or without a reason is refused', async () => {
    const id = await requested();
    const wrong = await call(lebak, 'sekda', 'POST', `/visits/${id}/steps`, { step: 'accept', version: 2 });
    expect([wrong.status, wrong.body.code, wrong.body.detail]).toEqual([
      409,
      'visit_state',
      'Langkah ini diambil tuan rumah.',
    ]);
    const bare = await call(lebak, 'sekda', 'POST', `/visits/${id}/steps`, { step: 'cancel', version: 2, reason: '' });
    expect([bare.status, bare.body.errors.map((each) => each.path)]).toEqual([400, ['reason']]);
    expect((await call(lebak, 'staf', 'POST', `/visits/${id}/steps`, { step: 'close', version: 2 })).status).toBe(403);
    await step(lebak, id, 'cancel', { reason: 'Anggaran dialihkan' });
    const { body } = await call(sumedang, 'sekda', 'GET', `/visits/${id}`);
    expect([body.state, body.turn, body.history.at(-1)?.detail]).toEqual([
      'cancelled',
      null,
      { reason: 'Anggaran dialihkan' },
    ]);
    const dead = await call(sumedang, 'sekda', 'POST', `/visits/${id}/steps`, { step: 'accept', version: 3 });
    expect([dead.status, dead.body.code, dead.body.detail]).toEqual([
      409,
      'visit_state',
      'Kunjungan ini sudah dibatalkan.',
    ]);
    const upload = multipart([{ field: 'file', name: 'a.png', mediaType: 'image/png', bytes: samplePng }]);
    const file = await call(lebak, 'sekda', 'POST', `/visits/${id}/files`, upload.body, upload.headers);
    expect([file.status, file.body.code]).toEqual([409, 'visit_state']);
    const letter = await call(lebak, 'sekda', 'POST', `/visits/${id}/letters`, { kind: 'request' });
    expect([letter.status, letter.body.code]).toEqual([409, 'visit_state']);
  });
});

describe('the host’s office', () => {
  it('holds the visit as a meeting, whose guests check in by its code; who came is told to both', async () => {
    const id = await requested({ startsAt: inHours(1), endsAt: inHours(4) });
    await step(sumedang, id, 'accept');
    const kadis = sumedang.people.get('kadis');
    const { body: kept } = await call(sumedang, 'sekda', 'PATCH', `/visits/${id}/keeping`, {
      assignees: [kadis?.positionId],
      note: 'Siapkan ruang.',
    });
    expect([kept.note, kept.assignees.map((each) => each.holder)]).toEqual(['Siapkan ruang.', [kadis?.name]]);
    expect((await call(sumedang, 'kadis', 'GET', `/visits/${id}`)).body.manages).toBe(false);
    expect((await call(sumedang, 'staf', 'GET', `/visits/${id}`)).status).toBe(404);
    expect((await call(lebak, 'sekda', 'GET', `/visits/${id}`)).body.note).toBe('');
    const planned = await step(sumedang, id, 'schedule', plan);
    const { meeting } = planned;
    const { body: asMeeting } = await call<{ participants: { name: string }[]; place: string }>(
      sumedang,
      'kadis',
      'GET',
      `/meetings/${meeting?.id}`,
    );
    expect([asMeeting.place, asMeeting.participants.map((each) => each.name)]).toEqual([
      'Gedung Negara',
      [kadis?.name, 'Siti Rekaan', 'Budi Rekaan'],
    ]);
    const again = await step(sumedang, id, 'schedule', { ...plan, place: 'Aula Tampomas' });
    expect(again.meeting?.id).toBe(meeting?.id);
    const { body: guest } = await call(lebak, 'bupati', 'GET', `/visits/${id}`);
    expect([guest.place, guest.agenda, guest.meeting]).toEqual(['Aula Tampomas', plan.agenda, null]);

    const early = await call(sumedang, 'sekda', 'POST', `/visits/${id}/steps`, {
      step: 'hold',
      version: again.version,
    });
    expect([early.status, early.body.code]).toEqual([409, 'visit_state']);
    const code = meeting?.checkIn.url.split('/hadir/')[1];
    const came = { name: 'siti rekaan', institution: sumedang.tenant.name };
    expect((await sumedang.visitor.call('POST', `/check-ins/${code}`, came)).status).toBe(201);
    server.clock.advance(2 * hour);
    const held = await step(sumedang, id, 'hold');
    expect([held.attendance, held.turn]).toEqual([['Siti Rekaan'], 'them']);
    const { body: told } = await call(lebak, 'sekda', 'GET', `/visits/${id}`);
    expect([told.state, told.attendance, await tasksOf(lebak, id)]).toEqual(['held', ['Siti Rekaan'], ['learn']]);
    const minutes = await call<{ letterId: string }>(sumedang, 'sekda', 'POST', `/meetings/${meeting?.id}/minutes`);
    expect(minutes.status).toBe(201);
    const { body: after } = await call(sumedang, 'sekda', 'GET', `/visits/${id}`);
    expect(after.meeting?.minutesLetterId).toBe(minutes.body.letterId);
    expect((await step(lebak, id, 'close')).state).toBe('closed');
  });

  it('calls the meeting off when either side cancels', async () => {
    const stateOf = async (meetingId: string | undefined) =>
      (await call<{ state: string; cancelReason: string }>(sumedang, 'sekda', 'GET', `/meetings/${meetingId}`)).body;
    const byGuest = await scheduled();
    const { body: first } = await call(sumedang, 'sekda', 'GET', `/visits/${byGuest}`);
    await work(sumedang);
    await step(lebak, byGuest, 'cancel', { reason: 'Cuaca buruk' });
    expect((await stateOf(first.meeting?.id)).state).toBe('planned');
    await work(sumedang);
    expect(await stateOf(first.meeting?.id)).toMatchObject({ state: 'cancelled', cancelReason: 'Cuaca buruk' });
    const byHost = await scheduled();
    const { body: second } = await call(sumedang, 'sekda', 'GET', `/visits/${byHost}`);
    await step(sumedang, byHost, 'cancel', { reason: 'Gedung dipakai' });
    expect((await stateOf(second.meeting?.id)).state).toBe('cancelled');
  });

  it('moves the meeting when an agreed date moves', async () => {
    const id = await scheduled();
    const { body: before } = await call(sumedang, 'sekda', 'GET', `/visits/${id}`);
    const dates = { startsAt: inHours(200), endsAt: inHours(203) };
    await step(lebak, id, 'request', dates);
    await step(sumedang, id, 'accept');
    const after = await step(sumedang, id, 'schedule', plan);
    expect(after.meeting?.id).toBe(before.meeting?.id);
    const { body } = await call<{ startsAt: string }>(sumedang, 'sekda', 'GET', `/meetings/${after.meeting?.id}`);
    expect(body.startsAt).toBe(dates.startsAt);
  });
});

describe('letters of a visit', () => {
  it('are drafts from the templates, filled in, to the other side, and once per kind', async () => {
    const id = await requested();
    const made = await Promise.all(
      ['sekda', 'sekda', 'admin'].map((who) =>
        call<{ letterId: string }>(lebak, who, 'POST', `/visits/${id}/letters`, { kind: 'request' }),
      ),
    );
    expect(made.map((each) => each.status)).toEqual([201, 201, 201]);
    expect(new Set(made.map((each) => each.body.letterId)).size).toBe(1);
    const { body: seen } = await call(lebak, 'sekda', 'GET', `/visits/${id}`);
    expect(seen.letters).toEqual([{ kind: 'request', letterId: made[0]?.body.letterId, state: 'draft', number: null }]);
    const reading = await Promise.all(
      ['sekda', 'admin'].map((who) =>
        call<{ subject: string; body: object; recipients: { kind: string; name: string }[] }>(
          lebak,
          who,
          'GET',
          `/letters/${made[0]?.body.letterId}`,
        ),
      ),
    );
    const letter = reading.find((each) => each.status === 200)?.body;
    expect(letter?.subject).toBe('Permohonan Studi Komparatif: Penerapan e-Office');
    expect(letter?.recipients.map((each) => each.kind)).toEqual(['tenant']);
    const text = JSON.stringify(letter?.body);
    for (const part of ['Penerapan e-Office', 'Alur naskah dinas', 'Arsip; Indeks SPBE', 'Sekretaris Daerah']) {
      expect(text).toContain(part);
    }
    const theirs = await call(lebak, 'sekda', 'POST', `/visits/${id}/letters`, { kind: 'invitation' });
    expect([theirs.status, theirs.body.code]).toEqual([409, 'visit_state']);
    await step(sumedang, id, 'accept');
    for (const [office, kind] of [
      [sumedang, 'reply'],
      [sumedang, 'invitation'],
      [lebak, 'task_order'],
    ] as const) {
      expect((await call(office, 'sekda', 'POST', `/visits/${id}/letters`, { kind })).status, kind).toBe(201);
    }
    const { body: ours } = await call(sumedang, 'sekda', 'GET', `/visits/${id}`);
    expect(ours.letters.map((each) => each.kind)).toEqual(['reply', 'invitation']);
  });

  it('say which template is missing', async () => {
    await server.tenancy.withTenant(sukabumi.tenant, (tx) =>
      tx.execute(sql`update templates set archived_at = now() where name = 'Surat Perintah Tugas'`),
    );
    const { body: draft } = await call(sukabumi, 'sekda', 'POST', '/visits', content());
    const refused = await call(sukabumi, 'sekda', 'POST', `/visits/${draft.id}/letters`, { kind: 'task_order' });
    expect([refused.status, refused.body.code]).toEqual([409, 'visit_template_missing']);
    expect(refused.body.detail).toContain('Surat Perintah Tugas');
  });
});

describe('materials and photographs', () => {
  const pdf = Buffer.from('%PDF-1.7\nbahan paparan\n%%EOF\n');
  const upload = (office: TestOffice, id: string, name: string, bytes: Buffer, kind: 'material' | 'photo') => {
    const form = multipart([{ field: 'file', name, mediaType: 'application/octet-stream', bytes }]);
    return call(office, 'sekda', 'POST', `/visits/${id}/files?kind=${kind}`, form.body, form.headers);
  };

  it('stay ours until they are given, and then arrive byte for byte, once', async () => {
    const id = await scheduled();
    const { body: kept } = await upload(sumedang, id, 'paparan.pdf', pdf, 'material');
    const again = await upload(sumedang, id, 'paparan.pdf', pdf, 'material');
    expect([kept.files.length, again.body.files.length]).toEqual([1, 1]);
    await work(lebak);
    expect((await call(lebak, 'sekda', 'GET', `/visits/${id}`)).body.files).toEqual([]);
    const file = kept.files[0];
    for (let times = 0; times < 2; times += 1) {
      const { status } = await call(sumedang, 'sekda', 'POST', `/visits/${id}/files/${file?.id}/share`);
      expect(status).toBe(200);
    }
    expect((await work(lebak)).filter((each) => each && 'fetched' in (each as object))).toEqual([{ fetched: true }]);
    const { body: received } = await call(lebak, 'sekda', 'GET', `/visits/${id}`);
    expect(received.files).toMatchObject([{ name: 'paparan.pdf', isOurs: false, sha256: sha256Hex(pdf) }]);
    const bytes = await call(lebak, 'sekda', 'GET', `/visits/${id}/files/${file?.id}`);
    expect([bytes.status, sha256Hex(bytes.raw)]).toEqual([200, sha256Hex(pdf)]);
    expect(await server.deps.storage.has(lebak.tenant.slug, sha256Hex(pdf))).toBe(true);
    const { body: sent } = await call(sumedang, 'sekda', 'GET', `/visits/${id}`);
    expect(sent.files).toMatchObject([{ isOurs: true, isShared: true, hasArrived: true }]);
    expect((await call(sukabumi, 'sekda', 'GET', `/visits/${id}/files/${file?.id}`)).status).toBe(404);
    const back = await call(lebak, 'sekda', 'POST', `/visits/${id}/files/${file?.id}/share`);
    expect([back.status, back.body.code]).toEqual([409, 'visit_state']);
    // The same order once more, as after a crash: nothing is added.
    const [job] = createVisitJobs(server.deps).filter((each) => each.kind === 'visit.fetch-file');
    const ctx = {
      tenant: lebak.tenant,
      workId: newId(),
      jobAttempt: 1,
      progress: async () => undefined,
      log: server.deps.logger,
      deps: {},
    };
    expect(await job?.run(ctx, { fileId: file?.id })).toEqual({ fetched: false });
    await expect(job?.run({ ...ctx, tenant: sukabumi.tenant }, { fileId: file?.id })).rejects.toThrow(/was given to/);
  });

  it('of a kind that may carry programs, or that lie about it, are refused', async () => {
    const id = await scheduled();
    const program = await upload(sumedang, id, 'paparan.exe', pdf, 'material');
    expect([program.status, program.body.code]).toEqual([422, 'invalid_attachment']);
    expect((await upload(sumedang, id, 'foto.pdf', pdf, 'photo')).status).toBe(422);
    expect((await upload(sumedang, id, 'foto.png', samplePng, 'photo')).status).toBe(201);
    // A login that shares what is not there, or is something else, brings nothing about at the receiver.
    const fileId = newId();
    await server.tenancy.withTenant(sumedang.tenant, (tx) =>
      tx.execute(sql`select platform.share_visit_file(${fileId}::uuid, ${id}::uuid, 'material', 'surat.docx',
        'application/pdf', ${samplePng.length}::bigint, ${sha256Hex(samplePng)}, 'x', ${newId()}::uuid)`),
    );
    await expect(work(lebak)).rejects.toThrow(/not what its row says/);
    expect((await call(lebak, 'sekda', 'GET', `/visits/${id}`)).body.files).toEqual([]);
    await server.tenancy.withPlatform((tx) =>
      tx.execute(sql`update platform.work set state = 'failed' where payload ->> 'fileId' = ${fileId}`),
    );
  });
});

describe('what was learned', () => {
  const lesson = (more: object = {}) => ({
    kind: 'template',
    title: 'Templat nota dinas',
    adoption: 'Pakai templat nota dinas Sumedang',
    ...more,
  });

  it('becomes intended adoptions of the guest, by whom and by when, unknown to the host', async () => {
    const early = await requested();
    const refused = await call(lebak, 'sekda', 'POST', `/visits/${early}/lessons`, lesson());
    expect([refused.status, refused.body.code]).toEqual([409, 'visit_state']);
    const id = await scheduled();
    const positionId = lebak.people.get('kadis')?.positionId;
    const { status, body } = await call(
      lebak,
      'sekda',
      'POST',
      `/visits/${id}/lessons`,
      lesson({ positionId, dueOn: '2027-03-31' }),
    );
    expect([status, body.lessons]).toMatchObject([
      201,
      [{ kind: 'template', dueOn: '2027-03-31', position: { id: positionId, holder: 'Dewi Anggraeni, S.Kom.' } }],
    ]);
    const path = `/visits/${id}/lessons/${body.lessons[0]?.id}`;
    const edited = await call(lebak, 'admin', 'PATCH', path, lesson({ kind: 'practice', version: 1 }));
    expect([edited.body.lessons[0]?.kind, edited.body.lessons[0]?.position]).toEqual(['practice', null]);
    const stale = await call(lebak, 'admin', 'PATCH', path, lesson({ version: 1 }));
    expect([stale.status, stale.body.code]).toEqual([409, 'stale_version']);
    const intended = await server.tenancy.readTenant(lebak.tenant, (read) => listIntendedAdoptions(read, '2026-11-24'));
    expect(intended).toMatchObject([
      { visitId: id, title: 'Templat nota dinas', host: { slug: sumedang.tenant.slug } },
    ]);
    expect((await call(sumedang, 'sekda', 'GET', `/visits/${id}`)).body.lessons).toEqual([]);
    const theirs = await call(sumedang, 'sekda', 'POST', `/visits/${id}/lessons`, lesson());
    expect([theirs.status, theirs.body.code]).toEqual([409, 'visit_state']);
    expect((await call(sumedang, 'sekda', 'PATCH', path, lesson({ version: 2 }))).status).toBe(409);
    const foreign = sumedang.people.get('kadis')?.positionId;
    const wrong = await call(lebak, 'sekda', 'POST', `/visits/${id}/lessons`, lesson({ positionId: foreign }));
    expect([wrong.status, wrong.body.errors.map((each) => each.path)]).toEqual([422, ['positionId']]);
    const gone = await call(lebak, 'sekda', 'DELETE', path);
    expect([gone.status, gone.body.lessons]).toEqual([200, []]);
  });
});
