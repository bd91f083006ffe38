import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLetterOffice, type LetterOffice } from '../testing/letter-office.ts';
import { testPassword } from '../testing/office.ts';
import { recordLetter } from '../testing/recorded-letter.ts';

type Answer = {
  id: string;
  version: number;
  number: string;
  date: string;
  code: string;
  state: string;
  detail: string;
  errors: { path: string }[];
};
type Reservation = { id: string; number: string; date: string; letterId: string | null };

let office: LetterOffice;

beforeAll(async () => {
  office = await createLetterOffice();
  await office.addSigners('sekda', 'kadis');
});
afterAll(() => office.close());

const call = <T = Answer>(who: LetterOffice['usernames'][number], method: string, path: string, body?: object) =>
  office.as(who).call<T>(method as 'POST', path, body);

/** A letter that waits for a signature. */
async function submitted(more: Record<string, unknown> = {}, signer: 'sekda' | 'kadis' = 'sekda'): Promise<string> {
  const draft = await call('staf', 'POST', '/letters', {
    type: 'surat_dinas',
    subject: 'Pemberitahuan jadwal',
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Kami beritahukan.' }] }] },
    recipients: [{ kind: 'external', name: 'Kepala Desa Contoh' }],
    classification: '000.1',
    ...more,
  });
  expect(draft.status).toBe(201);
  const sent = await call('staf', 'POST', `/letters/${draft.body.id}/submit`, {
    approvers: [],
    signer: office.positions[signer],
  });
  expect([sent.status, sent.body.state]).toEqual([200, 'awaiting_signature']);
  return draft.body.id;
}

async function sign(id: string, signer: 'sekda' | 'kadis' = 'sekda'): Promise<Answer> {
  const signed = await call(signer, 'POST', `/letters/${id}/sign`, { passphrase: testPassword });
  expect([signed.status, signed.body.detail]).toEqual([200, undefined]);
  return (await call('staf', 'GET', `/letters/${id}`)).body;
}

const reserve = (more: Record<string, unknown> = {}) =>
  call<{ items: Reservation[] } & Answer>('tu', 'POST', '/number-reservations', {
    unitId: office.units.Setda,
    type: 'surat_dinas',
    classification: '000.1',
    reason: 'Surat menyusul esok hari',
    ...more,
  });

const entries = async () => {
  const { body } = await call<{ items: { id: string; type: unknown; unit: { code: string } }[] }>(
    'tu',
    'GET',
    '/number-series',
  );
  const series = body.items.find((each) => each.unit.code === 'Setda' && each.type === null);
  type Entry = { number: string; state: string; subject: string | null; reason: string | null };
  const book = await call<{ items: Entry[] }>('tu', 'GET', `/number-series/${series?.id}/numbers?limit=100`);
  return book.body.items;
};

describe('a reserved number', () => {
  it('waits for its letter, which bears the day on which it was taken', async () => {
    const { status, body } = await reserve({ count: 2 });
    expect([status, body.items.length]).toEqual([201, 2]);
    const [second, first] = body.items;
    const between = await sign(await submitted());
    const id = await submitted();
    const chosen = await call<{ expected: string }>('tu', 'PUT', `/letters/${id}/number`, {
      reservationId: first?.id,
      reason: 'Nomor dipesan kemarin',
    });
    expect([chosen.status, chosen.body.expected]).toEqual([200, first?.number]);
    const letter = await sign(id);
    expect([letter.number, letter.date]).toEqual([first?.number, first?.date]);
    expect(between.number).not.toBe(letter.number);
    const states = new Map((await entries()).map((entry) => [entry.number, entry.state]));
    expect([states.get(letter.number), states.get(second?.number ?? '')]).toEqual(['used', 'reserved']);
  });

  it('is refused for another classification, by the words', async () => {
    const { body } = await reserve({ classification: '000.1.5' });
    const id = await submitted();
    const choice = { reservationId: body.items[0]?.id, reason: 'Salah pilih' };
    const refused = await call('tu', 'PUT', `/letters/${id}/number`, choice);
    expect([refused.status, refused.body.code]).toEqual([409, 'reservation_unusable']);
    expect(refused.body.detail).toContain('000.1.5');
    // Nothing was kept: the letter takes the next number.
    const { body: number } = await call<{ choice: unknown }>('tu', 'GET', `/letters/${id}/number`);
    expect(number.choice).toBeNull();
  });

  it('goes to one letter only, and cannot be given up while that letter waits', async () => {
    const { body } = await reserve();
    const reservationId = body.items[0]?.id;
    const [one, other] = [await submitted(), await submitted()];
    const choice = { reservationId, reason: 'Dipesan' };
    expect((await call('tu', 'PUT', `/letters/${one}/number`, choice)).status).toBe(200);
    expect((await call('tu', 'PUT', `/letters/${other}/number`, choice)).body.code).toBe('reservation_unusable');
    const kept = await call('tu', 'POST', `/number-reservations/${reservationId}/release`, { reason: 'Tidak jadi' });
    expect(kept.body.code).toBe('reservation_unusable');
    expect((await call('tu', 'DELETE', `/letters/${one}/number`)).status).toBe(200);
    const released = await call('tu', 'POST', `/number-reservations/${reservationId}/release`, {
      reason: 'Tidak jadi',
    });
    expect(released.status).toBe(200);
    const entry = (await entries()).find((each) => each.number === body.items[0]?.number);
    expect([entry?.state, entry?.reason]).toEqual(['cancelled', 'Tidak jadi']);
  });

  it('is for registrars, and for units that they serve', async () => {
    const input = { unitId: office.units.Setda, type: 'surat_dinas', classification: '000.1', reason: 'Coba-coba' };
    for (const who of ['staf', 'sekda', 'admin'] as const) {
      expect((await call(who, 'POST', '/number-reservations', input)).body.code).toBe('forbidden');
    }
    const unknown = await reserve({ unitId: '00000000-0000-7000-8000-000000000001' });
    expect([unknown.status, unknown.body.errors[0]?.path]).toEqual([404, 'unitId']);
    const bad = await reserve({ count: 21, reason: '' });
    expect([bad.status, bad.body.errors.map((each) => each.path).sort()]).toEqual([400, ['count', 'reason']]);
  });
});

describe('a letter of an earlier date', () => {
  it('stands behind the last number of that day, with its reason on record', async () => {
    const before = await sign(await submitted({}, 'kadis'), 'kadis');
    await office.query(sql`update numbers set dated = dated - 3 where letter_id = ${before.id}::uuid`);
    const after = await sign(await submitted({}, 'kadis'), 'kadis');
    const id = await submitted({}, 'kadis');
    const day = new Date(Date.parse(after.date) - 86_400_000).toISOString().slice(0, 10);
    const chosen = await call('tu', 'PUT', `/letters/${id}/number`, {
      date: day,
      reason: 'Rapat sudah diputuskan kemarin',
    });
    expect(chosen.status).toBe(200);
    const letter = await sign(id, 'kadis');
    expect(letter.date).toBe(day);
    const [, seq = ''] = before.number.split('/');
    expect(letter.number).toBe(before.number.replace(`/${seq}/`, `/${seq}.1/`));
    const { body } = await call<{ history: { action: string; note: string | null }[] }>('tu', 'GET', `/letters/${id}`);
    expect(body.history.find((each) => each.action === 'letter.number_chosen')?.note).toContain('Rapat');
  });

  it('is refused for today, for last year, and for who is no registrar', async () => {
    const id = await submitted();
    const today = new Date().toISOString().slice(0, 10);
    for (const date of ['2999-01-01', `${Number(today.slice(0, 4)) - 1}-12-31`]) {
      const refused = await call('tu', 'PUT', `/letters/${id}/number`, { date, reason: 'Mundur' });
      expect([refused.status, refused.body.errors[0]?.path]).toEqual([400, 'date']);
    }
    const both = await call('tu', 'PUT', `/letters/${id}/number`, { reason: 'Tanpa pilihan' });
    expect([both.status, both.body.errors[0]?.path]).toEqual([400, 'reservationId']);
    expect((await call('staf', 'PUT', `/letters/${id}/number`, { date: '2026-01-02', reason: 'x y z' })).status).toBe(
      403,
    );
    expect((await call('stafdik', 'GET', `/letters/${id}/number`)).status).toBe(404);
    const answer = await call<{ mayChoose: { allowed: boolean; reason: string } }>(
      'staf',
      'GET',
      `/letters/${id}/number`,
    );
    expect(answer.body.mayChoose).toEqual({ allowed: false, reason: expect.stringContaining('pencatat surat') });
  });

  it('cannot be asked for once the letter has its number', async () => {
    const letter = await sign(await submitted());
    const refused = await call('tu', 'PUT', `/letters/${letter.id}/number`, {
      date: '2026-01-02',
      reason: 'Terlambat',
    });
    expect([refused.status, refused.body.code]).toEqual([409, 'letter_state']);
  });
});

describe('patterns', () => {
  const edaran = { type: 'surat_edaran', pattern: '{classification}/{seq} TAHUN {year}', series: 'own' };

  it('of a type with its own series count from one, and others go on', async () => {
    const created = await call<{ items: { id: string; sample: string }[] }>(
      'admin',
      'POST',
      '/number-patterns',
      edaran,
    );
    expect([created.status, created.body.items[0]?.sample]).toEqual([
      201,
      expect.stringMatching(/^000\.1\.5\/15 TAHUN \d{4}$/),
    ]);
    const letter = await sign(await submitted({ type: 'surat_edaran', recipients: [], classification: '000.8.3' }));
    expect(letter.number).toBe(`000.8.3/1 TAHUN ${letter.date.slice(0, 4)}`);
    const twice = await call('admin', 'POST', '/number-patterns', edaran);
    expect([twice.status, twice.body.code]).toEqual([409, 'number_pattern_clash']);
    const id = created.body.items[0]?.id;
    const changed = await call('admin', 'PUT', `/number-patterns/${id}`, { ...edaran, pattern: 'SE-{seq:3}/{unit}' });
    expect(changed.status).toBe(200);
    const next = await sign(await submitted({ type: 'surat_edaran', recipients: [], classification: '000.8.3' }));
    expect(next.number).toBe('SE-002/Setda');
    expect((await call('admin', 'DELETE', `/number-patterns/${id}`)).status).toBe(200);
    expect((await call('admin', 'DELETE', `/number-patterns/${id}`)).status).toBe(404);
  });

  it.each([
    [{ type: null, unitId: null, pattern: '{seq}/{unit}' }, 422, ['type']],
    [{ type: 'memo', pattern: '{unit}' }, 422, ['pattern']],
    [{ type: 'tidak_ada', pattern: '{seq}/{unit}' }, 422, ['type']],
    [{ type: 'memo', pattern: '{seq}', reset: 'monthly', series: 'own' }, 422, ['pattern']],
    [{ type: 'memo', pattern: '{seq}/{unit}', reset: 'monthly' }, 422, ['pattern', 'reset']],
    [{ type: 'memo', pattern: '{classification}/{seq}/{unit}', series: 'own' }, 409, ['pattern']],
  ])('%j is refused and named', async (input, status, paths) => {
    const refused = await call('admin', 'POST', '/number-patterns', input);
    expect([refused.status, refused.body.errors.map((each) => each.path)]).toEqual([status, paths]);
  });

  it('are the administrator’s', async () => {
    for (const who of ['tu', 'sekda', 'staf'] as const) {
      expect((await call(who, 'GET', '/number-patterns')).status).toBe(403);
      expect((await call(who, 'POST', '/number-patterns', edaran)).status).toBe(403);
    }
    const sample = await call('admin', 'POST', '/number-patterns/sample', { type: 'memo', pattern: 'M-{seq:3}' });
    expect(sample.body).toEqual({ sample: 'M-015', fault: null });
  });
});

describe('books', () => {
  it('show every number; the subject only to who may read the letter', async () => {
    const letter = await sign(await submitted({ subject: 'Rincian anggaran' }));
    const mine = (await entries()).find((entry) => entry.number === letter.number);
    expect(mine).toMatchObject({ state: 'used', subject: 'Rincian anggaran', to: 'Kepala Desa Contoh' });
    const { body } = await call<{ items: { id: string; unit: { code: string } }[] }>(
      'kadisdik',
      'GET',
      '/number-series',
    );
    const series = body.items.find((each) => each.unit.code === 'Setda');
    const book = await call<{ items: { number: string; subject: string | null }[] }>(
      'kadisdik',
      'GET',
      `/number-series/${series?.id}/numbers?limit=1`,
    );
    expect(book.body.items[0]).toMatchObject({ number: letter.number, subject: null });
    expect((await call('staf', 'GET', '/number-series')).status).toBe(403);
    expect((await call('tu', 'GET', '/number-series/00000000-0000-7000-8000-000000000001/numbers')).status).toBe(404);
  });

  it('page through a series without a gap', async () => {
    const { body } = await call<{ items: { id: string; unit: { code: string }; type: unknown }[] }>(
      'tu',
      'GET',
      '/number-series',
    );
    const series = body.items.find((each) => each.unit.code === 'Setda' && each.type === null)?.id;
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      type Page = { items: { number: string }[]; nextCursor: string | null };
      const page = await call<Page>('tu', 'GET', `/number-series/${series}/numbers?limit=2${cursor}`);
      seen.push(...page.body.items.map((each) => each.number));
      if (page.body.nextCursor === null) break;
      cursor = `&cursor=${page.body.nextCursor}`;
    }
    expect(seen).toEqual((await entries()).map((each) => each.number));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('of incoming letters are one for the regency, or one for each organisation when it says so', async () => {
    let count = 0;
    const received = async () => {
      const letter = {
        senderName: `Desa ${++count}`,
        subject: 'Undangan',
        type: 'surat_dinas',
        routeTo: office.positions.sekda,
      };
      return (await recordLetter<{ agendaNumber: string }>(office, letter)).body;
    };
    const [one, two] = [await received(), await received()];
    expect([one.agendaNumber, two.agendaNumber]).toEqual(['1', '2']);
    expect((await call('admin', 'PATCH', '/settings', { agendaScope: 'unit' })).status).toBe(200);
    expect((await received()).agendaNumber).toBe('1');
    const { body } = await call<{
      items: { year: number; unit: { id: string; code: string } | null; lastSeq: number }[];
    }>('tu', 'GET', '/agenda-books');
    expect(body.items.map((each) => [each.unit?.code ?? null, each.lastSeq])).toEqual([
      [null, 2],
      [expect.any(String), 1],
    ]);
    const [whole, own] = body.items;
    const book = await call<{ items: { agendaNumber: string }[] }>('tu', 'GET', `/agenda-entries?year=${whole?.year}`);
    expect(book.body.items.map((each) => each.agendaNumber)).toEqual(['2', '1']);
    const unitBook = await call<{ items: object[] }>(
      'tu',
      'GET',
      `/agenda-entries?year=${own?.year}&unitId=${own?.unit?.id}`,
    );
    expect(unitBook.body.items).toHaveLength(1);
  });
});
