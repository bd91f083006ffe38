import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLetterOffice, type LetterOffice, type Username } from '../testing/letter-office.ts';
import { testPassword } from '../testing/office.ts';
import { requireTool } from '../testing/tools.ts';
import type { MeetingAnswer, MeetingItem } from './schema.ts';

type Refused = { code: string; detail: string; errors: { path: string }[]; version: number };
let office: LetterOffice;

beforeAll(async () => {
  office = await createLetterOffice();
  await office.addSigners('sekda');
});
afterAll(() => office.close());

const call = <T = MeetingAnswer & Refused>(who: Username, method: string, path: string, body?: object) =>
  office.as(who).call<T>(method as 'POST', path, body);

const hour = 3_600_000;
const inHours = (hours: number): string =>
  new Date(Math.floor(office.clock.now().getTime() / 1000) * 1000 + hours * hour).toISOString();

const meet = (more: Record<string, unknown> = {}, by: Username = 'sekda') =>
  call(by, 'POST', '/meetings', {
    title: 'Rapat koordinasi SPBE',
    place: 'Ruang Rapat Setda',
    startsAt: inHours(48),
    endsAt: inHours(50),
    participants: [
      { kind: 'position', id: office.positions.kadis },
      { kind: 'guest', name: 'Raka Uji', institution: 'Universitas Contoh' },
    ],
    ...more,
  });

const mine = async (who: Username, query = '') =>
  (await call<{ items: MeetingItem[] }>(who, 'GET', `/meetings?limit=100${query}`)).body.items;

const invitation = (text: string) => ({
  type: 'doc',
  content: [
    {
      type: 'details',
      content: [
        { type: 'detailsRow', attrs: { label: 'Hari, tanggal' }, content: [{ type: 'text', text }] },
        { type: 'detailsRow', attrs: { label: 'Waktu' }, content: [{ type: 'text', text: '09.00 s.d. 11.00 WIB' }] },
        { type: 'detailsRow', attrs: { label: 'Tempat' }, content: [{ type: 'text', text: 'Aula' }] },
      ],
    },
  ],
});

describe('a meeting', () => {
  it('is seen by who organises it and whom it invites, and by nobody else', async () => {
    const { status, body } = await meet();
    expect([status, body.organizes, body.participants.map((each) => each.name)]).toEqual([
      201,
      true,
      [office.names.kadis, 'Raka Uji'],
    ]);
    expect((await mine('kadis')).map((each) => each.id)).toContain(body.id);
    const { body: seen } = await call('kadis', 'GET', `/meetings/${body.id}`);
    expect([seen.organizes, seen.checkIn, seen.response]).toEqual([false, null, 'none']);
    for (const stranger of ['kabid', 'staf', 'tu', 'admin', 'kadisdik'] as const) {
      expect((await call(stranger, 'GET', `/meetings/${body.id}`)).status).toBe(404);
      expect((await mine(stranger)).map((each) => each.id)).not.toContain(body.id);
    }
    const { body: tasks } = await call<{ items: { id: string; kind: string }[] }>('kadis', 'GET', '/tasks');
    expect(tasks.items.find((each) => each.id === body.id)?.kind).toBe('meeting');
  });

  it('is refused with every field at fault, and nothing is kept', async () => {
    const before = await mine('sekda');
    const bad = await meet({
      endsAt: inHours(47),
      participants: [{ kind: 'position', id: '00000000-0000-7000-8000-000000000001' }],
    });
    expect([bad.status, bad.body.errors.map((each) => each.path)]).toEqual([422, ['endsAt', 'participants.0.id']]);
    const worse = await meet({ title: '', link: 'http://rapat.example', startsAt: 'besok' });
    expect(worse.body.errors.map((each) => each.path).sort()).toEqual(['link', 'startsAt', 'title']);
    const notTheirs = await meet({ organizerPositionId: office.positions.bupati });
    expect(notTheirs.body.errors.map((each) => each.path)).toEqual(['organizerPositionId']);
    expect(await mine('sekda')).toEqual(before);
  });

  it('that moves asks everyone anew; one called off stays called off', async () => {
    const { body } = await meet();
    const answered = await call('kadis', 'POST', `/meetings/${body.id}/respond`, { response: 'attending' });
    expect(answered.body.response).toBe('attending');
    expect((await call('kadis', 'PATCH', `/meetings/${body.id}`, { title: 'Diganti' })).status).toBe(403);
    const stale = await call('sekda', 'PATCH', `/meetings/${body.id}`, { place: 'Aula', version: 9 });
    expect([stale.status, stale.body.code, stale.body.version]).toEqual([409, 'stale_version', 1]);
    const moved = await call('sekda', 'PATCH', `/meetings/${body.id}`, { startsAt: inHours(49), version: 1 });
    expect([moved.status, moved.body.version, moved.body.participants[0]?.response]).toEqual([200, 2, 'none']);
    const off = await call('sekda', 'POST', `/meetings/${body.id}/cancel`, { reason: 'Bupati berhalangan' });
    expect([off.body.state, off.body.cancelReason]).toEqual(['cancelled', 'Bupati berhalangan']);
    expect((await call('sekda', 'PATCH', `/meetings/${body.id}`, { title: 'Lagi' })).body.code).toBe('meeting_state');
    expect((await call('kadis', 'POST', `/meetings/${body.id}/respond`, { response: 'attending' })).body.code).toBe(
      'meeting_state',
    );
    const { body: notices } = await call<{ items: { textKey: string; subjectId: string }[] }>(
      'kadis',
      'GET',
      '/notices',
    );
    expect(JSON.stringify(notices)).toContain('meeting.cancelled');
  });

  it('can be attended by somebody else, who then sees it', async () => {
    const { body } = await meet();
    const alone = await call('kadis', 'POST', `/meetings/${body.id}/respond`, { response: 'represented' });
    expect(alone.body.errors.map((each) => each.path)).toEqual(['representedBy']);
    const sent = await call('kadis', 'POST', `/meetings/${body.id}/respond`, {
      response: 'represented',
      representedBy: office.people.staf,
      note: 'Rapat lain',
    });
    expect(sent.body.participants[0]).toMatchObject({ representedBy: office.names.staf, note: 'Rapat lain' });
    expect((await call('staf', 'GET', `/meetings/${body.id}`)).status).toBe(200);
    expect((await call('kabid', 'POST', `/meetings/${body.id}/respond`, { response: 'attending' })).status).toBe(404);
  });
});

describe('an invitation', () => {
  const draft = async (more: Record<string, unknown> = {}) => {
    const { body } = await call<{ id: string }>('staf', 'POST', '/letters', {
      type: 'surat_undangan',
      subject: 'Undangan rapat koordinasi',
      body: invitation('Senin, 30 November 2026'),
      recipients: [{ kind: 'position', id: office.positions.kadisdik }],
      classification: '000.1.5',
      ...more,
    });
    return body.id;
  };

  it('proposes its meeting, which those invited see once it is signed', async () => {
    const letterId = await draft();
    const { body } = await call<Record<string, unknown>>('staf', 'GET', `/letters/${letterId}/meeting-suggestion`);
    expect(body).toMatchObject({
      title: 'Undangan rapat koordinasi',
      date: '2026-11-30',
      startTime: '09:00',
      endTime: '11:00',
      place: 'Aula',
      participants: [{ kind: 'position', id: office.positions.kadisdik }],
    });
    expect((await call('kadisdik', 'GET', `/letters/${letterId}/meeting-suggestion`)).status).toBe(404);
    const { body: meeting } = await meet(
      { letterId, participants: [{ kind: 'position', id: office.positions.kadisdik }] },
      'staf',
    );
    expect(meeting.announced).toBe(false);
    expect((await call('kadisdik', 'GET', `/meetings/${meeting.id}`)).status).toBe(404);
    await call('staf', 'POST', `/letters/${letterId}/submit`, { approvers: [], signer: office.positions.sekda });
    const signed = await call<Refused>('sekda', 'POST', `/letters/${letterId}/sign`, { passphrase: testPassword });
    expect(signed.status).toBe(200);
    const { body: seen } = await call('kadisdik', 'GET', `/meetings/${meeting.id}`);
    expect(seen.announced).toBe(true);
    expect((await mine('kadisdik', `&letterId=${letterId}`)).map((each) => each.id)).toEqual([meeting.id]);
  });

  it('that one may not read brings no meeting about', async () => {
    const refused = await meet({ letterId: await draft() }, 'kadisdik');
    expect([refused.status, refused.body.code]).toEqual([404, 'not_found']);
  });
});

describe('who came', () => {
  it('says so by the code on the wall, while the doors are open: a post, a substitute, a guest', async () => {
    const { body } = await meet({ startsAt: inHours(0.5), endsAt: inHours(2) });
    const code = body.checkIn?.code ?? '';
    expect(body.checkIn?.url).toContain(`/hadir/${code}`);
    expect((await call<{ name: string }>('kadis', 'POST', '/check-ins', { code })).body.name).toBe(office.names.kadis);
    expect((await call<{ name: string }>('staf', 'POST', '/check-ins', { code })).status).toBe(200);
    const guest = { name: 'raka uji', institution: 'universitas contoh' };
    const look = await office.visitor.call<{ open: boolean; title: string }>('GET', `/check-ins/${code}`);
    expect([look.status, look.body.open, look.body.title]).toEqual([200, true, body.title]);
    for (let times = 0; times < 2; times += 1) {
      expect((await office.visitor.call('POST', `/check-ins/${code}`, guest)).status).toBe(201);
    }
    const { body: after } = await call('sekda', 'GET', `/meetings/${body.id}`);
    expect(after.participants.map((each) => [each.attendedBy ?? each.name, each.attendedAt !== null])).toEqual([
      [office.names.kadis, true],
      ['Raka Uji', true],
      [office.names.staf, true],
    ]);
    const bad = await office.visitor.call<Refused>('POST', `/check-ins/${code}`, { name: 'x', institution: '' });
    expect([bad.status, bad.body.errors.map((each) => each.path).sort()]).toEqual([400, ['institution', 'name']]);
  });

  it('cannot say so before the doors open, nor for a meeting that is not open to all', async () => {
    const { body: later } = await meet();
    const early = await office.visitor.call<Refused>('POST', `/check-ins/${later.checkIn?.code}`, {
      name: 'Tamu Uji',
      institution: 'Umum',
    });
    expect([early.status, early.body.code]).toEqual([409, 'check_in_closed']);
    const { body: closed } = await meet({ secrecy: 'rahasia', startsAt: inHours(0.5) });
    const path = `/check-ins/${closed.checkIn?.code}`;
    const look = await office.visitor.call<{ title: string; place: string | null; open: boolean }>('GET', path);
    expect(look.body).toMatchObject({ title: 'Rapat tertutup', place: null, open: false });
    expect((await office.visitor.call('POST', path, { name: 'Tamu Uji', institution: 'Umum' })).status).toBe(404);
    expect((await office.visitor.call('GET', '/check-ins/0000-0000-0000')).status).toBe(404);
  });

  it('is ticked off by the organiser, stands on the printed list, and in the draft of the minutes', async () => {
    const { body } = await meet();
    const participantId = body.participants[0]?.id;
    expect(
      (await call('kadis', 'POST', `/meetings/${body.id}/attendance`, { participantId, present: true })).status,
    ).toBe(403);
    const marked = await call('sekda', 'POST', `/meetings/${body.id}/attendance`, { participantId, present: true });
    expect(marked.body.participants[0]?.attendedAt).not.toBeNull();
    const foreign = { participantId: '00000000-0000-7000-8000-000000000001', present: true };
    expect((await call('sekda', 'POST', `/meetings/${body.id}/attendance`, foreign)).status).toBe(404);
    const list = await call('sekda', 'GET', `/meetings/${body.id}/attendance.pdf`);
    expect([list.status, list.raw.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    expect((await call('kadis', 'GET', `/meetings/${body.id}/attendance.pdf`)).status).toBe(403);
    expect((await call('sekda', 'POST', `/meetings/${body.id}/minutes`)).body.code).toBe('meeting_state');
    const begun = await call('sekda', 'PATCH', `/meetings/${body.id}`, { startsAt: inHours(-1), endsAt: inHours(1) });
    expect(begun.status).toBe(200);
    const minutes = await call<{ letterId: string }>('sekda', 'POST', `/meetings/${body.id}/minutes`);
    expect(minutes.status).toBe(201);
    const { body: letter } = await call<{ type: string; state: string; body: object }>(
      'sekda',
      'GET',
      `/letters/${minutes.body.letterId}`,
    );
    expect([letter.type, letter.state]).toEqual(['notula', 'draft']);
    expect(JSON.stringify(letter.body)).toContain(office.names.kadis);
    const again = await call<{ letterId: string }>('sekda', 'POST', `/meetings/${body.id}/minutes`);
    expect(again.body.letterId).toBe(minutes.body.letterId);
  });

  it.skipIf(!requireTool('pdftotext'))('the printed list names who came (needs pdftotext)', async () => {
    const { body } = await meet();
    await call('sekda', 'POST', `/meetings/${body.id}/attendance`, {
      participantId: body.participants[1]?.id,
      present: true,
    });
    const list = await call('sekda', 'GET', `/meetings/${body.id}/attendance.pdf`);
    const path = join(tmpdir(), `hadir-${body.id}.pdf`);
    writeFileSync(path, list.raw);
    const text = execFileSync('pdftotext', ['-layout', path, '-']).toString();
    expect(text).toMatch(/DAFTAR HADIR/);
    expect(text).toMatch(/Raka Uji\s+Universitas Contoh\s+Hadir/);
    expect(text).toMatch(/Tidak hadir/);
  });
});

describe('a calendar elsewhere', () => {
  const fetchFeed = async (url: string) => {
    const { pathname } = new URL(url);
    const reply = await office.visitor.call('GET', pathname.replace('/api/v1', ''));
    return { status: reply.status, text: reply.raw.toString(), type: String(reply.headers['content-type']) };
  };

  it('follows one’s meetings by a secret address, which can be ended', async () => {
    const { body: open } = await meet({ link: 'https://rapat.example/spbe' });
    const { body: secret } = await meet({ title: 'Mutasi pejabat', secrecy: 'rahasia' });
    await meet({ title: 'Bukan urusan kadis', participants: [] });
    const feed = await call<{ url: string; active: boolean }>('kadis', 'POST', '/calendar-feed');
    const shown = await call<{ url: null; active: boolean }>('kadis', 'GET', '/calendar-feed');
    expect([feed.body.active, shown.body]).toEqual([true, { active: true, url: null, createdAt: expect.any(String) }]);
    const { status, text, type } = await fetchFeed(feed.body.url);
    expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8']);
    const events = new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map((each) => new ICAL.Event(each));
    const byId = new Map(events.map((event) => [event.uid.split('@')[0], event]));
    expect(byId.get(open.id)?.summary).toBe(open.title);
    expect(byId.get(open.id)?.location).toBe('Ruang Rapat Setda');
    expect(byId.get(open.id)?.startDate.toJSDate().toISOString()).toBe(open.startsAt);
    expect([byId.get(secret.id)?.summary, byId.get(secret.id)?.location]).toEqual(['Rapat tertutup', null]);
    expect(text).not.toMatch(/Mutasi|Bukan urusan/);
    await call('sekda', 'POST', `/meetings/${open.id}/cancel`, { reason: 'Ditunda' });
    const after = await fetchFeed(feed.body.url);
    expect(after.text).toContain('STATUS:CANCELLED');
    const renewed = await call<{ url: string }>('kadis', 'POST', '/calendar-feed');
    expect((await fetchFeed(feed.body.url)).status).toBe(404);
    expect((await fetchFeed(renewed.body.url)).status).toBe(200);
    await call('kadis', 'DELETE', '/calendar-feed');
    expect((await fetchFeed(renewed.body.url)).status).toBe(404);
  });
});
