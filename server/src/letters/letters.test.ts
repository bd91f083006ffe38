import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../core/ids.ts';
import { createLetterOffice, type LetterOffice, type Username } from '../testing/letter-office.ts';
import { dayLabel } from './labels.ts';
import type { LetterAnswer, LetterItem } from './schema.ts';

type Problem = { code: string; detail: string; errors: { path: string; message: string }[]; version?: number };
type Letter = LetterAnswer & Problem;

const text = (words: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
});

describe('letters', () => {
  let office: LetterOffice;
  beforeAll(async () => {
    office = await createLetterOffice();
  });
  afterAll(() => office.close());

  const draftOf = (by: Username, more: object = {}) =>
    office.as(by).call<Letter>('POST', '/letters', {
      type: 'surat_dinas',
      subject: 'Permintaan data',
      body: text('Mohon data.'),
      recipients: [{ kind: 'unit', id: office.units.Disdik }],
      classification: '000.1',
      secrecy: 'biasa',
      urgency: 'biasa',
      ...more,
    });
  const created = async (by: Username, more: object = {}): Promise<string> => {
    const { status, body } = await draftOf(by, more);
    expect(status, JSON.stringify(body)).toBe(201);
    return body.id;
  };
  const get = (by: Username, id: string) => office.as(by).call<Letter>('GET', `/letters/${id}`);
  const act = (by: Username, id: string, verb: string, body?: object) =>
    office.as(by).call<Letter>('POST', `/letters/${id}/${verb}`, body);
  const box = async (by: Username, name: string): Promise<string[]> => {
    const { status, body } = await office.as(by).call<{ items: LetterItem[] }>('GET', `/letters?box=${name}&limit=100`);
    expect(status, JSON.stringify(body)).toBe(200);
    return body.items.map((item) => item.id);
  };

  describe('drafting', () => {
    it('a draft holds what was given and whose turn it is', async () => {
      const { status, body } = await draftOf('staf', {
        copies: [{ kind: 'external', name: 'Arsip' }],
        dueOn: '2030-11-30',
      });
      expect(status).toBe(201);
      expect(body).toMatchObject({
        state: 'draft',
        direction: 'outgoing',
        version: 1,
        number: null,
        subject: 'Permintaan data',
        dueAt: '2030-11-30T17:00:00.000Z',
        unit: { name: 'Bidang Aplikasi dan Tata Kelola' },
        drafter: { name: office.names.staf },
        recipients: [{ kind: 'unit', name: 'Kepala Dinas Pendidikan', delivery: 'pending' }],
        copies: [{ kind: 'external', name: 'Arsip' }],
        turn: { positionId: null, holder: office.names.staf, act: 'submit' },
      });
      expect(body.history.map((each) => each.action)).toEqual(['letter.created']);
      expect(await box('staf', 'draft')).toContain(body.id);
    });

    it('a recipient that does not exist is named with its path, and nothing is kept', async () => {
      const before = await box('staf', 'draft');
      const { status, body } = await draftOf('staf', {
        recipients: [
          { kind: 'unit', id: office.units.Disdik },
          { kind: 'position', id: newId() },
        ],
        copies: [{ kind: 'tenant', slug: 'tidak-ada' }],
      });
      expect(status).toBe(422);
      expect(body.code).toBe('invalid_letter');
      expect(body.errors.map((each) => each.path)).toEqual(['recipients.1.id', 'copies.0.slug']);
      expect(await box('staf', 'draft')).toEqual(before);
    });

    it('a body that cannot be printed, and an unknown type, are refused', async () => {
      const wrong = await draftOf('staf', { body: { type: 'doc', content: [{ type: 'iframe' }] } });
      expect(wrong.status).toBe(400);
      expect(wrong.body.errors[0]?.path).toContain('body');
      expect((await draftOf('staf', { type: 'surat_cinta' })).body.code).toBe('unknown_letter_type');
    });

    it('editing needs the version seen, and a stale one is told the current', async () => {
      const id = await created('staf');
      const first = await office.as('staf').call<Letter>('PATCH', `/letters/${id}`, { subject: 'Baru', version: 1 });
      expect(first.body).toMatchObject({ subject: 'Baru', version: 2 });
      const stale = await office.as('staf').call<Letter>('PATCH', `/letters/${id}`, { subject: 'Lama', version: 1 });
      expect(stale.status).toBe(409);
      expect(stale.body).toMatchObject({ code: 'stale_version', version: 2 });
      expect((await get('staf', id)).body.subject).toBe('Baru');
    });

    it('the same idempotency key makes one letter', async () => {
      const headers = { 'idempotency-key': newId() };
      const body = { type: 'surat_dinas', subject: 'Sekali', body: text('a'), recipients: [] };
      const [one, two] = [
        await office.as('staf').call<Letter>('POST', '/letters', body, headers),
        await office.as('staf').call<Letter>('POST', '/letters', body, headers),
      ];
      expect(two.body.id).toBe(one.body.id);
    });

    it('a cancelled draft is over', async () => {
      const id = await created('staf');
      expect((await act('staf', id, 'cancel')).body.state).toBe('cancelled');
      expect((await act('staf', id, 'submit')).body.code).toBe('letter_state');
      expect(await box('staf', 'archive')).toContain(id);
    });
  });

  describe('the chain', () => {
    it('goes up from the drafter by default and ends at the head of the unit', async () => {
      const id = await created('staf');
      const submitted = await act('staf', id, 'submit');
      expect(submitted.status, JSON.stringify(submitted.body)).toBe(200);
      expect(submitted.body.state).toBe('in_approval');
      expect(submitted.body.chain.map((step) => [step.title, step.act, step.state])).toEqual([
        ['Kepala Bidang Aplikasi dan Tata Kelola', 'approve', 'turn'],
        ['Kepala Dinas Komunikasi dan Informatika', 'sign', 'waiting'],
      ]);
      expect(submitted.body.turn).toMatchObject({
        positionId: office.positions.kabid,
        holder: office.names.kabid,
        act: 'approve',
      });
      expect(await box('kabid', 'todo')).toContain(id);
      expect(await box('kadis', 'todo')).not.toContain(id);

      const approved = await act('kabid', id, 'approve', { note: 'Sudah sesuai' });
      expect(approved.body).toMatchObject({
        state: 'awaiting_signature',
        turn: { positionId: office.positions.kadis, act: 'sign' },
      });
      expect(await box('kadis', 'todo')).toContain(id);
      expect(await box('kabid', 'todo')).not.toContain(id);
      expect(approved.body.history.at(-1)).toMatchObject({
        action: 'letter.approved',
        note: 'Sudah sesuai',
        actor: office.names.kabid,
      });
    });

    it('takes the approvers and the signer that are named, in order', async () => {
      const id = await created('staf');
      const { kabid, kadis, sekda, bupati } = office.positions;
      const submitted = await act('staf', id, 'submit', { approvers: [kabid, kadis, sekda], signer: bupati });
      expect(submitted.body.chain.map((step) => step.positionId)).toEqual([kabid, kadis, sekda, bupati]);
      for (const by of ['kabid', 'kadis', 'sekda'] as const) {
        expect((await act(by, id, 'approve')).status).toBe(200);
      }
      expect((await get('bupati', id)).body.state).toBe('awaiting_signature');
    });

    it('with no approvers goes straight to the signer', async () => {
      const id = await created('kadis');
      const submitted = await act('kadis', id, 'submit', { approvers: [], signer: office.positions.kadis });
      expect(submitted.body.state).toBe('awaiting_signature');
    });

    it('of unknown, doubled or empty positions is refused with every path', async () => {
      const id = await created('staf');
      const { kabid, kadis } = office.positions;
      const refused = await act('staf', id, 'submit', { approvers: [newId(), kabid, kabid, kadis], signer: kadis });
      expect(refused.status).toBe(422);
      expect(refused.body.code).toBe('invalid_chain');
      expect(refused.body.errors.map((each) => each.path)).toEqual(['approvers.0', 'approvers.2', 'approvers.3']);
      expect((await get('staf', id)).body.state).toBe('draft');
    });

    it('only whose turn it is approves; others change nothing', async () => {
      const id = await created('staf');
      await act('staf', id, 'submit');
      const early = await act('kadis', id, 'approve');
      expect([early.status, early.body.code]).toEqual([403, 'not_your_turn']);
      const before = (await get('kabid', id)).body;
      expect((await act('kabid', id, 'approve', { version: before.version - 1 })).status).toBe(409);
      expect((await get('kabid', id)).body).toEqual(before);
      expect((await act('kabid', id, 'approve', { version: before.version })).status).toBe(200);
      expect((await act('kabid', id, 'approve')).body.code).toBe('letter_state');
    });

    it('returns with a note, is edited and comes again in a new round', async () => {
      const id = await created('staf');
      await act('staf', id, 'submit');
      expect((await act('kabid', id, 'return', {})).status).toBe(400);
      const returned = await act('kabid', id, 'return', { note: 'Perbaiki tanggal' });
      expect(returned.body).toMatchObject({ state: 'returned', turn: { holder: office.names.staf, act: 'submit' } });
      expect(returned.body.history.at(-1)).toMatchObject({ action: 'letter.returned', note: 'Perbaiki tanggal' });
      const tasks = await office.as('staf').call<{ items: { id: string; kind: string }[] }>('GET', '/tasks');
      expect(tasks.body.items).toContainEqual(expect.objectContaining({ id, kind: 'letter_returned' }));
      await office.as('staf').call('PATCH', `/letters/${id}`, { body: text('Sudah diperbaiki.') });
      const again = await act('staf', id, 'submit');
      expect(again.body.chain.map((step) => step.state)).toEqual(['turn', 'waiting']);
      const [first, second] = again.body.versions;
      const versions = await Promise.all(
        [first, second].map((each) =>
          office.as('kabid').call<{ body: unknown }>('GET', `/letters/${id}/versions/${each?.version ?? 0}`),
        ),
      );
      expect(versions.map((each) => each.body.body)).toEqual([text('Mohon data.'), text('Sudah diperbaiki.')]);
    });

    it('the drafter takes it back as long as it is not being signed', async () => {
      const id = await created('staf');
      await act('staf', id, 'submit');
      expect((await act('kabid', id, 'withdraw')).status).toBe(403);
      const back = await act('staf', id, 'withdraw');
      expect(back.body).toMatchObject({ state: 'draft' });
      expect((await act('kabid', id, 'approve')).body.code).toBe('letter_state');
    });

    it('an empty variable stops the submission and says which', async () => {
      const variable = {
        type: 'variable',
        attrs: { name: 'tanggal', label: 'Hari, tanggal', kind: 'date', value: null, required: true },
      };
      const id = await created('staf', {
        body: { type: 'doc', content: [{ type: 'paragraph', content: [variable] }] },
      });
      const refused = await act('staf', id, 'submit');
      expect(refused.body.code).toBe('incomplete_letter');
      expect(refused.body.detail).toContain('Hari, tanggal');
    });

    it('two approvals at once count once', async () => {
      const id = await created('staf');
      await act('staf', id, 'submit', { approvers: [office.positions.kabid], signer: office.positions.bupati });
      const both = await Promise.all([act('kabid', id, 'approve'), act('kabid', id, 'approve')]);
      expect(both.map((each) => each.status).sort()).toEqual([200, 409]);
    });

    it('a delegate approves for an absent holder, and reads only what that needs', async () => {
      const id = await created('staf');
      const other = await created('kabid');
      await act('staf', id, 'submit', { approvers: [office.positions.kabid], signer: office.positions.kadis });
      expect((await get('stafdik', id)).status).toBe(404);
      await office.query(sql`insert into delegations (id, position_id, person_id, starts_at, ends_at, acts, created_by)
        values (${newId()}, ${office.positions.kabid}, ${office.people.stafdik}, now() - interval '1 hour', now() + interval '1 hour', '{approve}', ${office.people.kabid})`);
      expect(await box('stafdik', 'todo')).toContain(id);
      expect((await get('stafdik', other)).status).toBe(404);
      expect((await act('stafdik', id, 'approve')).body.state).toBe('awaiting_signature');
      await office.query(sql`delete from delegations`);
      // Who approved can still read what they approved.
      expect((await get('stafdik', id)).status).toBe(200);
    });
  });

  describe('reading', () => {
    it('is for drafter, chain and registrar, and for nobody else, administrators included', async () => {
      const id = await created('staf', { subject: 'Rahasia', secrecy: 'rahasia' });
      const readers = async () => {
        const answers: Record<string, number> = {};
        for (const by of office.usernames) answers[by] = (await get(by, id)).status;
        return answers;
      };
      const nobody = {
        bupati: 404,
        sekda: 404,
        tu: 404,
        kadis: 404,
        kabid: 404,
        staf: 200,
        admin: 404,
        kadisdik: 404,
        stafdik: 404,
      };
      expect(await readers()).toEqual(nobody);
      await act('staf', id, 'submit');
      expect(await readers()).toEqual({ ...nobody, kabid: 200, kadis: 200, tu: 200 });
      for (const by of ['admin', 'bupati', 'stafdik'] as const) {
        const list = await office.as(by).call<{ items: LetterItem[] }>('GET', '/letters?limit=100');
        expect(list.body.items.map((item) => item.id)).not.toContain(id);
      }
      const registrar = await office.as('tu').call<{ items: LetterItem[] }>('GET', '/letters?limit=100');
      expect(registrar.body.items.map((item) => item.id)).toContain(id);
    });

    it('an unknown id and a foreign letter answer the same, byte for byte', async () => {
      const id = await created('staf');
      const [foreign, unknown] = [await get('admin', id), await get('admin', newId())];
      expect(foreign.raw.equals(unknown.raw)).toBe(true);
      for (const verb of ['submit', 'approve', 'withdraw', 'cancel']) {
        expect((await act('admin', id, verb)).raw.equals(unknown.raw), verb).toBe(true);
      }
      for (const path of ['preview', 'chain', 'versions/1']) {
        expect((await office.as('admin').call('GET', `/letters/${id}/${path}`)).raw.equals(unknown.raw), path).toBe(
          true,
        );
      }
    });

    it('says of every act whether it is open, and why not', async () => {
      const id = await created('staf');
      await act('staf', id, 'submit');
      const acts = (await get('kadis', id)).body.acts;
      expect(acts.find((each) => each.act === 'sign')).toEqual({
        act: 'sign',
        allowed: false,
        reason: `Menunggu paraf Kepala Bidang Aplikasi dan Tata Kelola (${office.names.kabid}) sejak ${dayLabel(office.clock.now(), 'Asia/Jakarta')}.`,
      });
      expect((await get('kabid', id)).body.acts.find((each) => each.act === 'approve')?.allowed).toBe(true);
    });

    it('lists are paged, newest first', async () => {
      const ids = [await created('sekda'), await created('sekda'), await created('sekda')];
      const first = await office
        .as('sekda')
        .call<{ items: LetterItem[]; nextCursor: string }>('GET', '/letters?box=draft&limit=2');
      const rest = await office
        .as('sekda')
        .call<{ items: LetterItem[]; nextCursor: null }>(
          'GET',
          `/letters?box=draft&limit=2&cursor=${first.body.nextCursor}`,
        );
      expect([...first.body.items, ...rest.body.items].map((item) => item.id)).toEqual([...ids].reverse());
      expect(rest.body.nextCursor).toBeNull();
    });

    it('answers 401 without a token', async () => {
      const answer = await office.app.inject({ url: '/api/v1/letters', headers: { 'x-tenant': office.tenant.slug } });
      expect(answer.statusCode).toBe(401);
    });
  });

  describe('preview', () => {
    it('draws the saved draft under the letterhead of the signer’s organisation', async () => {
      const id = await created('staf');
      await act('staf', id, 'submit');
      const preview = await office
        .as('staf')
        .call<{ pages: { svg: string }[]; undrawable: string[] }>('GET', `/letters/${id}/preview`);
      expect(preview.status, preview.raw.toString().slice(0, 300)).toBe(200);
      expect(preview.body.pages).toHaveLength(1);
      expect(preview.body.undrawable).toEqual([]);
    });

    it('draws what was not saved', async () => {
      const preview = await office.as('staf').call<{ pages: unknown[] }>('POST', '/letters/preview', {
        type: 'nota_dinas',
        subject: 'Laporan',
        body: text('Isi'),
        recipients: [{ kind: 'position', id: office.positions.sekda }],
      });
      expect(preview.status).toBe(200);
      expect(preview.body.pages).toHaveLength(1);
    });
  });

  it('tells the next in line by a notice', async () => {
    const id = await created('staf');
    await act('staf', id, 'submit');
    const notices = await office.query(
      sql`select person_id as person, text_key as key from notices where subject_id = ${id}`,
    );
    expect(notices).toEqual([{ person: office.people.kabid, key: 'letter.to_approve' }]);
  });
});
