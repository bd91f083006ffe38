import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createArchiveJobs } from '../archive/index.ts';
import { type ArchiveOffice, createArchiveOffice } from '../testing/archive-office.ts';
import type { Username } from '../testing/letter-office.ts';
import { multipart, samplePng } from '../testing/multipart.ts';
import { recordLetter } from '../testing/recorded-letter.ts';

// The doors beside the letter's own page; those are in secrecy.test.ts.
describe('readings of secret letters by other doors', () => {
  let office: ArchiveOffice;
  beforeAll(async () => {
    office = await createArchiveOffice();
  }, 120_000);
  afterAll(() => office.close());

  const call = async <T = Record<string, unknown>>(
    by: Username,
    method: 'GET' | 'POST',
    path: string,
    body?: object,
    expected = 200,
  ) => {
    const answer = await office.as(by).call<T>(method, path, body);
    expect(answer.status, `${by} ${method} ${path} ${JSON.stringify(answer.body)}`).toBe(expected);
    return answer.body;
  };
  const readings = async (id: string, by: Username) =>
    (
      await office.query<{ act: string; part: string | null }>(sql`select act, part from letter_readings
        where letter_id = ${id}::uuid and person_id = ${office.people[by]}::uuid order by id`)
    ).map(({ act, part }) => (part === null ? act : `${act} ${part}`));

  it.each(['rahasia', 'biasa'] as const)(
    'who approves a draft (%s) reads it, its comments, pictures and files',
    async (secrecy) => {
      const { id } = await call<{ id: string }>(
        'staf',
        'POST',
        '/letters',
        {
          type: 'nota_dinas',
          subject: 'Penanganan perkara',
          secrecy,
          classification: '000.1',
          body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Isi perkara.' }] }] },
          recipients: [{ kind: 'unit', id: office.units.Setda }],
        },
        201,
      );
      const file = { field: 'file', name: 'peta.png', mediaType: 'image/png', bytes: samplePng };
      const form = multipart([file]);
      const image = await office
        .as('staf')
        .call<{ fileId: string }>('POST', `/letters/${id}/images`, form.body, form.headers);
      expect(image.status).toBe(201);
      await call('staf', 'POST', `/letters/${id}/comments`, { text: 'Mohon diperiksa.' }, 201);
      await call('staf', 'POST', `/letters/${id}/submit`, {
        approvers: [office.positions.kabid],
        signer: office.positions.kadis,
      });
      expect(await readings(id, 'kabid')).toEqual([]);

      // Who is here says nothing of the letter, and is asked every few seconds.
      const here = { clientId: 'kabid-1', bodyVersion: 1, caret: null };
      await call('kabid', 'POST', `/letters/${id}/presence`, here);
      await call('kabid', 'GET', `/letters/${id}/presence`);
      expect(await readings(id, 'kabid')).toEqual([]);

      for (const path of ['draft', 'comments', 'steps?since=1', 'attachments', `images/${image.body.fileId}`]) {
        await call('kabid', 'GET', `/letters/${id}/${path}`);
      }
      const expected = ['writing', 'writing', 'writing', 'attachment', `attachment ${image.body.fileId}`];
      expect(await readings(id, 'kabid')).toEqual(secrecy === 'rahasia' ? expected : []);
      const refused = ['draft', 'comments', 'steps?since=1', 'presence', 'attachments', `images/${image.body.fileId}`];
      for (const path of refused) await call('stafdik', 'GET', `/letters/${id}/${path}`, undefined, 404);
      expect(await readings(id, 'stafdik')).toEqual([]);
      // Those who write it know it.
      await call('staf', 'GET', `/letters/${id}/draft`);
      await call('staf', 'GET', `/letters/${id}/attachments`);
      expect(await readings(id, 'staf')).toEqual([]);
    },
  );

  it('each look at what was written on the disposition sheet of a secret letter', async () => {
    const recorded = await recordLetter<{ id: string }>(office, {
      type: 'surat_dinas',
      subject: 'Perkara yang dirahasiakan',
      senderName: 'Kejaksaan Negeri',
      number: '9/R/2026',
      date: '2026-01-02',
      secrecy: 'rahasia',
      routeTo: office.positions.kadis,
    });
    const { id } = recorded.body;
    expect(recorded.status, JSON.stringify(recorded.body)).toBe(201);
    const paper = await call<{ items: unknown[] }>('kadis', 'GET', `/letters/${id}/dispositions`);
    expect([paper.items, await readings(id, 'kadis')]).toEqual([[], []]);
    const given = await call<{ items: { id: string }[] }>(
      'kadis',
      'POST',
      `/letters/${id}/dispositions`,
      { to: [office.positions.kabid], instruction: 'Siapkan jawaban' },
      201,
    );
    const [one] = given.items;
    if (!one) throw new Error('no disposition');
    expect(await readings(id, 'kadis')).toEqual(['disposition']);
    const tasks = await call<{ items: { id: string; note: string | null }[] }>('kabid', 'GET', '/tasks');
    expect(tasks.items.find((each) => each.id === one.id)).toMatchObject({ note: null });
    expect(await readings(id, 'kabid')).toEqual([]);
    await call('kabid', 'GET', `/letters/${id}/dispositions`);
    await call('kabid', 'GET', `/dispositions/${one.id}`);
    await call('kabid', 'POST', `/dispositions/${one.id}/read`);
    expect(await readings(id, 'kabid')).toEqual(['disposition', `disposition ${one.id}`, `disposition ${one.id}`]);
    await call('staf', 'GET', `/dispositions/${one.id}`, undefined, 404);
    expect(await readings(id, 'staf')).toEqual([]);
  });

  it('an archive package is a reading when it is ordered and each time it is fetched', async () => {
    const [open, secret] = [
      await office.sentLetter({ subject: 'Undangan terbuka' }),
      await office.sentLetter({ subject: 'Perihal tertutup', secrecy: 'rahasia' }),
    ];
    const { id } = await office.openDossier('staf');
    await office.file('staf', id, { letterIds: [open, secret] });
    // A registrar reads of a secret letter its envelope, unless it was addressed to them.
    await office.query(sql`insert into letter_participants (letter_id, reason, person_id)
      values (${secret}::uuid, 'copy', ${office.people.tu}::uuid)`);
    const ordered = await call<{ id: string }>('tu', 'POST', `/dossiers/${id}/packages`, undefined, 202);
    await office.work(createArchiveJobs(office.deps));
    for (const _ of [1, 2]) await call('tu', 'GET', `/archive-packages/${ordered.id}/file`);
    await call('stafdik', 'GET', `/archive-packages/${ordered.id}/file`, undefined, 404);
    const part = `export ${ordered.id}`;
    expect(await readings(secret, 'tu')).toEqual(['export', part, part]);
    expect(await readings(open, 'tu')).toEqual([]);
    expect(await readings(secret, 'stafdik')).toEqual([]);
  });

  it('lists tell of a secret letter what stands on its envelope and its subject, and quote no word of it', async () => {
    const word = 'Rangkasbitung';
    const made = async (secrecy: string) => {
      const body = {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: `Rapat di ${word}.` }] }],
      };
      const draft = { type: 'nota_dinas', subject: `Nota ${secrecy}`, secrecy, classification: '000.1', body };
      return (await call<{ id: string }>('staf', 'POST', '/letters', draft, 201)).id;
    };
    const [secret, plain] = [await made('rahasia'), await made('biasa')];
    const { items } = await call<{ items: { id: string; snippet: unknown }[] }>('staf', 'GET', `/letters?q=${word}`);
    expect(items.find((each) => each.id === secret)).toMatchObject({ snippet: null });
    expect(JSON.stringify(items.find((each) => each.id === plain)?.snippet)).toContain(word);
    expect(await readings(secret, 'staf')).toEqual([]);

    await office.query(sql`insert into exchange_log (id, exchange_id, direction, partner_slug, partner_name, kind, letter_id, number,
        body_sha256) select uuidv7(), uuidv7(), 'sent', 'tetangga', 'Tetangga', 'letter', id, '1', repeat('0', 64) from letters
      where id in (${secret}::uuid, ${plain}::uuid)`);
    await office.query(sql`insert into letter_participants (letter_id, reason, person_id)
      select id, 'drafter', ${office.people.tu}::uuid from letters where id in (${secret}::uuid, ${plain}::uuid)`);
    const log = await call<{ items: { letterId: string; subject: string | null }[] }>('tu', 'GET', '/exchange-log');
    const subjects = new Map(log.items.map((each) => [each.letterId, each.subject]));
    expect([subjects.get(secret), subjects.get(plain)]).toEqual([null, 'Nota biasa']);
  });
});
