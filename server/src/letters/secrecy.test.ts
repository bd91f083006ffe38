import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testClient } from '../testing/database.ts';
import { createLetterOffice, type LetterOffice, type Username } from '../testing/letter-office.ts';
import { testPassword } from '../testing/office.ts';
import { recordLetter } from '../testing/recorded-letter.ts';
import { secrecies } from './rules.ts';
import { accessOf, isSecret, mayDownload, type Standing } from './secrecy.ts';

const reasons = [
  'drafter',
  'author',
  'approver',
  'signer',
  'addressee',
  'copy',
  'registrar',
  'routed',
  'disposition',
] as const;

describe('the rule', () => {
  const standing = fc.record({
    reason: fc.constantFrom(...reasons),
    by: fc.constantFrom('person', 'holder', 'delegate', 'registry'),
    secretLetters: fc.boolean(),
  });
  it('opens biasa and terbatas to all who take part, and what is secret only to those concerned', () => {
    fc.assert(
      fc.property(fc.constantFrom(...secrecies), standing, (secrecy, each) => {
        const access = accessOf(secrecy, each as Standing);
        if (!isSecret(secrecy)) expect(access).toBe('full');
        else if (each.by === 'registry') expect(access).toBe('envelope');
        else expect(access).toBe(each.by === 'delegate' && !each.secretLetters ? 'none' : 'full');
      }),
    );
  });

  it('never hands out what a lower class would refuse', () => {
    const rank = { none: 0, envelope: 1, full: 2 };
    fc.assert(
      fc.property(standing, (each) => {
        const ranks = secrecies.map((secrecy) => rank[accessOf(secrecy, each as Standing)]);
        expect([...ranks].sort((a, b) => b - a)).toEqual(ranks);
      }),
    );
    for (const reason of reasons) {
      expect(mayDownload('rahasia', [{ reason }])).toBe(true);
      const keeps = !['drafter', 'author', 'approver', 'registrar'].includes(reason);
      expect(mayDownload('sangat_rahasia', [{ reason }]), reason).toBe(keeps);
    }
  });
});

describe('every door', () => {
  let office: LetterOffice;
  beforeAll(async () => {
    office = await createLetterOffice();
    await office.addSigners('sekda');
  });
  afterAll(() => office.close());

  type Reading = { person: string; position: string | null; isDelegate: boolean; act: string; part: string | null };
  const status = async (by: Username, path: string) => (await office.as(by).call('GET', path)).status;
  const readings = async (id: string) =>
    office.query<Reading>(sql`select person_name as person, act, part, is_delegate as "isDelegate", position_title as position
      from letter_readings where letter_id = ${id}::uuid order by id`);
  type Items = { items: { id: string; subject?: string; title?: string; access?: string; snippet?: unknown }[] };
  const found = async (by: Username, path: string, id: string) =>
    (await office.as(by).call<Items>('GET', path)).body.items.find((item) => item.id === id);

  describe.each(secrecies)('%s, incoming', (secrecy) => {
    const word = `Kelapanunggal${secrecy.replace('_', '')}`;
    const subject = `Perihal ${word}`;
    const secret = isSecret(secrecy);
    let id: string;
    let attachment: string;

    beforeAll(async () => {
      // Another registrar of the same unit scanned it, so that `tu` is one who only serves the unit.
      const recorded = await recordLetter<{ id: string }>(office, {
        type: 'surat_dinas',
        subject,
        senderName: `Pengirim ${word}`,
        number: `7/${word}`,
        date: '2026-01-02',
        secrecy,
      });
      expect(recorded.status, JSON.stringify(recorded.body)).toBe(201);
      ({ id } = recorded.body);
      await office.query(sql`delete from letter_participants where letter_id = ${id}::uuid and person_id is not null`);
      attachment = (
        await office.query<{ id: string }>(sql`insert into files (id, sha256, size, media_type, name)
          select uuidv7(), f.sha256, f.size, f.media_type, 'lampiran.pdf' from files f join letters l on l.file_id = f.id
          where l.id = ${id}::uuid returning id`)
      )[0]?.id as string;
      await office.query(sql`insert into letter_attachments (id, letter_id, file_id, ordinal)
        values (uuidv7(), ${id}::uuid, ${attachment}::uuid, 1)`);
    });

    it('the registrar handles its envelope, and the content only where it is not secret', async () => {
      const item = await found('tu', `/letters?q=7/${word}`, id);
      expect(item).toMatchObject({ subject: secret ? expect.stringMatching(/^Surat (sangat )?rahasia$/) : subject });
      expect(item?.access).toBe(secret ? 'envelope' : 'full');
      expect((await found('tu', '/letters?box=inbox&limit=100', id))?.subject).toBe(item?.subject);
      // Words of the subject alone find it only for those who may read the subject.
      expect((await found('tu', `/letters?q=perihal+${word}`, id)) === undefined).toBe(secret);
      expect((await found('tu', `/search?q=7/${word}`, id))?.title).toBe(item?.subject);
      const tasks = await office.as('tu').call<Items>('GET', '/tasks');
      expect(tasks.body.items.find((task) => task.id === id)?.subject).toBe(item?.subject);
      const detail = await office.as('tu').call<Record<string, unknown>>('GET', `/letters/${id}`);
      expect(detail.status).toBe(200);
      if (secret) {
        expect(detail.body).toMatchObject({ access: 'envelope', body: null, file: null, attachments: [] });
        expect(detail.raw.toString()).not.toContain(subject);
      } else expect(detail.body).toMatchObject({ access: 'full', subject });
      for (const path of ['file', 'pdf', `attachments/${attachment}`]) {
        expect(await status('tu', `/letters/${id}/${path}`), path).toBe(secret ? 404 : 200);
      }
      expect(await readings(id)).toEqual([]);
    });

    it('is routed by envelope, read by whom it reached, and each reading is on record', async () => {
      const registered = await office
        .as('tu')
        .call('POST', `/letters/${id}/register`, { routeTo: office.positions.kadis });
      expect(registered.status, JSON.stringify(registered.body)).toBe(200);
      expect(registered.raw.toString().includes(subject)).toBe(false);
      expect(await found('kadis', `/letters?q=${word}`, id)).toMatchObject({ subject, access: 'full' });
      for (const path of ['', '/file', '/pdf', `/attachments/${attachment}`]) {
        expect(await status('kadis', `/letters/${id}${path}`), path).toBe(200);
      }
      expect(await readings(id)).toEqual(
        secret
          ? [
              ['detail', null],
              ['file', null],
              ['pdf', null],
              ['attachment', attachment],
            ].map(([act, part]) => ({
              person: office.names.kadis,
              position: 'Kepala Dinas Komunikasi dan Informatika',
              isDelegate: false,
              act,
              part,
            }))
          : [],
      );
      const record = await office.as('kadis').call<{ items: Reading[] }>('GET', `/letters/${id}/readings`);
      expect(record.body.items.map((each) => each.act)).toEqual(secret ? ['attachment', 'pdf', 'file', 'detail'] : []);
      const first = await office
        .as('kadis')
        .call<{ items: Reading[]; nextCursor: string | null }>('GET', `/letters/${id}/readings?limit=3`);
      expect(first.body.nextCursor === null).toBe(!secret);
      if (secret) {
        const rest = await office
          .as('kadis')
          .call<{ items: Reading[] }>('GET', `/letters/${id}/readings?limit=3&cursor=${first.body.nextCursor}`);
        expect(rest.body.items.map((each) => each.act)).toEqual(['detail']);
      }
    });

    it('is not there for anybody else, by any door', async () => {
      for (const by of ['bupati', 'staf', 'stafdik', 'kadisdik', 'admin'] as const) {
        for (const path of [`/letters?q=${word}`, '/letters?limit=100', `/search?q=${word}`, '/tasks']) {
          expect(await found(by, path, id), `${by} ${path}`).toBeUndefined();
        }
        for (const path of ['', '/file', '/pdf', `/attachments/${attachment}`, '/readings', '/dispositions']) {
          expect(await status(by, `/letters/${id}${path}`), `${by} ${path}`).toBe(404);
        }
      }
    });

    it('a delegate reads it only where the holder handed over what is secret', async () => {
      const endsAt = new Date(office.clock.now().getTime() + 86_400_000).toISOString();
      const delegate = async (secretLetters: boolean) => {
        const made = await office.as('kadis').call<{ id: string }>('POST', '/delegations', {
          positionId: office.positions.kadis,
          personId: office.people.stafdik,
          endsAt,
          acts: ['dispose'],
          secretLetters,
        });
        expect(made.status, JSON.stringify(made.body)).toBe(201);
        return made.body.id;
      };
      const plain = await delegate(false);
      expect((await found('stafdik', `/letters?q=${word}`, id)) === undefined).toBe(secret);
      expect((await found('stafdik', '/tasks', id)) === undefined).toBe(secret);
      expect(await status('stafdik', `/letters/${id}`)).toBe(secret ? 404 : 200);
      await office.as('kadis').call('DELETE', `/delegations/${plain}`);
      const wide = await delegate(true);
      expect(await found('stafdik', `/letters?q=${word}`, id)).toMatchObject({ subject });
      expect(await status('stafdik', `/letters/${id}`)).toBe(200);
      await office.as('kadis').call('DELETE', `/delegations/${wide}`);
      expect(await status('stafdik', `/letters/${id}`)).toBe(404);
      if (secret) expect((await readings(id)).at(-1)).toMatchObject({ person: 'Uji stafdik', isDelegate: true });
    });
  });

  async function signed(recipients: object[]): Promise<string> {
    const draft = await office.as('staf').call<{ id: string }>('POST', '/letters', {
      type: 'surat_undangan',
      subject: 'Sangat rahasia',
      body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Isi.' }] }] },
      recipients,
      classification: '000.1',
      secrecy: 'sangat_rahasia',
    });
    const { id } = draft.body;
    const chain = { approvers: [], signer: office.positions.sekda };
    const submitted = await office.as('staf').call('POST', `/letters/${id}/submit`, chain);
    const done = await office.as('sekda').call('POST', `/letters/${id}/sign`, { passphrase: testPassword });
    for (const { status: code, body } of [draft, submitted, done]) expect(code, JSON.stringify(body)).toBeLessThan(300);
    return id;
  }

  it('a very secret letter is looked at by its drafter and taken away by its signer', async () => {
    const external = [{ kind: 'external', name: 'Instansi Contoh', email: 'tujuan@contoh.example' }];
    const id = await signed(external);
    const refused = await office.as('staf').call('GET', `/letters/${id}/pdf`);
    expect([refused.status, refused.body.code]).toEqual([403, 'view_only']);
    expect(await status('staf', `/letters/${id}/preview`)).toBe(200);
    const letter = await office.as('staf').call<{ versions: { version: number }[] }>('GET', `/letters/${id}`);
    expect(await status('staf', `/letters/${id}/versions/${letter.body.versions[0]?.version}`)).toBe(200);
    expect(await status('sekda', `/letters/${id}/pdf`)).toBe(200);
    const acts = (await readings(id)).map((each) => `${each.person}: ${each.act}`);
    expect(acts).toEqual(
      expect.arrayContaining([
        `${office.names.staf}: preview`,
        `${office.names.staf}: version`,
        `${office.names.sekda}: pdf`,
      ]),
    );
    expect(acts).not.toContain(`${office.names.staf}: pdf`);
    const record = await office.as('staf').call<{ items: unknown[] }>('GET', `/letters/${id}/readings`);
    expect(record.status).toBe(200);
    // Secret letters leave on paper or sealed, never by e-mail.
    const sent = await office
      .as('staf')
      .call<{ recipients: { delivery: string }[] }>('POST', `/letters/${id}/send`, {});
    expect(sent.status, JSON.stringify(sent.body)).toBe(200);
    const [mails] = await office.query<{ n: number }>(sql`select count(*)::int as n from letter_recipients
      where letter_id = ${id}::uuid and channel = 'mail'`);
    expect(mails?.n).toBe(0);
  });

  it('there is no reading without its record, and no record is changed', async () => {
    const draft = await office.as('staf').call<{ id: string }>('POST', '/letters', {
      type: 'nota_dinas',
      subject: 'Rahasia yang tidak tercatat',
      secrecy: 'rahasia',
      classification: '000.1',
      body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Isi.' }] }] },
    });
    const { id } = draft.body;
    expect(await status('staf', `/letters/${id}`)).toBe(200);
    for (const change of [sql`update letter_readings set act = 'other'`, sql`delete from letter_readings`]) {
      await expect(office.query(change)).rejects.toMatchObject({ code: '42501' });
    }
    // Whatever hinders the record hinders the reading.
    const migrator = testClient('migrator');
    await migrator.unsafe(
      `alter table "${office.tenant.role}".letter_readings add constraint no_more check (act <> 'detail') not valid`,
    );
    try {
      expect(await status('staf', `/letters/${id}`)).toBe(500);
      expect(await status('staf', `/letters/${id}/preview`)).toBe(200);
    } finally {
      await migrator.unsafe(`alter table "${office.tenant.role}".letter_readings drop constraint no_more`);
      await migrator.end();
    }
  });
});
