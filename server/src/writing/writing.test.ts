import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../core/ids.ts';
import type { LetterAnswer } from '../letters/index.ts';
import { createLetterOffice, type LetterOffice, type Username } from '../testing/letter-office.ts';
import { multipart, samplePng } from '../testing/multipart.ts';
import type {
  AttachmentsAnswer,
  CommentsAnswer,
  DraftAnswer,
  ImageAnswer,
  PresenceAnswer,
  StepsAnswer,
} from './schema.ts';

type Problem = { code: string; detail: string; errors: { path: string; message: string }[] };
type Behind = Problem & { bodyVersion: number; steps: { version: number; clientId: string; step: object }[] | null };

const text = (words: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
});
const insert = (at: number, words: string) => ({
  stepType: 'replace',
  from: at,
  to: at,
  slice: { content: [{ type: 'text', text: words }] },
});
const wordsOf = (body: { content: object[] }) =>
  JSON.stringify(body)
    .match(/"text":"([^"]*)"/g)
    ?.join(' ') ?? '';
const pdf = (words: string) => Buffer.from(`%PDF-1.7\n${words}\n%%EOF\n`);

describe('writing together', () => {
  let office: LetterOffice;
  beforeAll(async () => {
    office = await createLetterOffice();
  });
  afterAll(() => office.close());

  async function draft(by: Username = 'staf', more: object = {}): Promise<string> {
    const { status, body } = await office.as(by).call<LetterAnswer>('POST', '/letters', {
      type: 'surat_dinas',
      subject: 'Permintaan data',
      body: text('Mohon data kegiatan.'),
      recipients: [{ kind: 'unit', id: office.units.Disdik }],
      classification: '000.1',
      ...more,
    });
    expect(status, JSON.stringify(body)).toBe(201);
    return body.id;
  }
  const call = <T = Record<string, unknown>>(
    by: Username,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
  ) => office.as(by).call<T & Problem>(method, `/letters/${path}`, body);
  const invite = (id: string, who: Username) => call(`staf`, 'POST', `${id}/authors`, { personId: office.people[who] });
  const upload = <T>(by: Username, path: string, name: string, bytes: Buffer) => {
    const { body, headers } = multipart([{ field: 'file', name, mediaType: 'application/octet-stream', bytes }]);
    return office.as(by).call<T & Problem>('POST', `/letters/${path}`, body, headers);
  };
  const write = (by: Username, id: string, bodyVersion: number, ...steps: object[]) =>
    call<{ bodyVersion: number } & Behind>(by, 'POST', `${id}/steps`, {
      bodyVersion,
      clientId: `halaman-${by}`,
      steps,
    });

  describe('authors', () => {
    it('an invited colleague reads and changes the draft, is told, and only the drafter submits', async () => {
      const id = await draft();
      expect((await call('kadisdik', 'GET', id)).status).toBe(404);
      expect((await invite(id, 'kadisdik')).status).toBe(200);
      expect((await invite(id, 'kadisdik')).status).toBe(200);
      const seen = await call<LetterAnswer>('kadisdik', 'GET', id);
      expect(seen.body.authors).toEqual([{ id: office.people.kadisdik, name: office.names.kadisdik }]);
      expect(seen.body.acts.filter((each) => each.allowed).map((each) => each.act)).toEqual(['edit']);
      expect((await call('kadisdik', 'PATCH', id, { subject: 'Permintaan data kegiatan' })).status).toBe(200);
      for (const act of ['submit', 'cancel']) {
        expect((await call('kadisdik', 'POST', `${id}/${act}`, {})).body.code).toBe('forbidden');
      }
      const notices = await office.as('kadisdik').call<{ items: { textKey: string }[] }>('GET', '/notices');
      expect(notices.body.items.filter((each) => each.textKey === 'letter.invited')).toHaveLength(1);
    });

    it('only the drafter invites, and one who is removed reads no more', async () => {
      const id = await draft();
      await invite(id, 'kadisdik');
      expect((await call('kadisdik', 'POST', `${id}/authors`, { personId: office.people.stafdik })).body.code).toBe(
        'forbidden',
      );
      expect((await call('stafdik', 'POST', `${id}/authors`, { personId: office.people.stafdik })).status).toBe(404);
      for (const personId of [newId(), office.people.staf]) {
        const { status, body } = await call('staf', 'POST', `${id}/authors`, { personId });
        expect([status, body.code, body.errors[0]?.path]).toEqual([422, 'invalid_author', 'personId']);
      }
      const removed = await call('staf', 'DELETE', `${id}/authors/${office.people.kadisdik}`);
      expect(removed.status, JSON.stringify(removed.body)).toBe(200);
      expect((await call('kadisdik', 'GET', id)).status).toBe(404);
      expect((await write('kadisdik', id, 1, insert(1, 'x'))).status).toBe(404);
    });
  });

  describe('steps', () => {
    it('two clients that write at once both keep their words', async () => {
      const id = await draft();
      await invite(id, 'kabid');
      const opened = await call<DraftAnswer>('kabid', 'GET', `${id}/draft`);
      expect(opened.body).toMatchObject({ bodyVersion: 1, editable: true, mayWrite: true });
      const first = await write('staf', id, 1, insert(1, 'Sinta. '), insert(1, 'Dari '));
      expect(first.body).toEqual({ bodyVersion: 3 });
      const late = await write('kabid', id, 1, insert(21, ' Dari Rangga.'));
      expect([late.status, late.body.code, late.body.bodyVersion]).toEqual([409, 'body_behind', 3]);
      expect(late.body.steps?.map((each) => [each.version, each.clientId])).toEqual([
        [2, 'halaman-staf'],
        [3, 'halaman-staf'],
      ]);
      expect((await write('kabid', id, 3, insert(33, ' Dari Rangga.'))).body).toEqual({ bodyVersion: 4 });
      const missed = await call<StepsAnswer>('staf', 'GET', `${id}/steps?since=3`);
      expect(missed.body.steps?.map((each) => each.clientId)).toEqual(['halaman-kabid']);
      const { body } = await call<LetterAnswer>('staf', 'GET', id);
      expect(wordsOf(body.body ?? { content: [] })).toBe('"text":"Dari Sinta. Mohon data kegiatan. Dari Rangga."');
      expect(body.bodyVersion).toBe(4);
      expect(body.version).toBe(1);
    });

    it('many at once are taken one after the other, none twice', async () => {
      const id = await draft();
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, at) =>
          call<Behind>('staf', 'POST', `${id}/steps`, {
            bodyVersion: 1,
            clientId: `h${at}`,
            steps: [insert(1, `k${at} `)],
          }),
        ),
      );
      expect(answers.map((each) => each.status).sort()).toEqual([200, ...Array(7).fill(409)]);
      expect((await call<DraftAnswer>('staf', 'GET', `${id}/draft`)).body.bodyVersion).toBe(2);
    });

    it('a body that is replaced by PATCH is one change without steps', async () => {
      const id = await draft();
      await write('staf', id, 1, insert(1, 'x'));
      expect((await call('staf', 'PATCH', id, { body: text('Isi lain.') })).status).toBe(200);
      const { body } = await call<StepsAnswer>('staf', 'GET', `${id}/steps?since=2`);
      expect(body.steps).toBeNull();
      expect(wordsOf(body.body ?? { content: [] })).toBe('"text":"Isi lain."');
      expect((await write('staf', id, 2, insert(1, 'x'))).body).toMatchObject({ code: 'body_behind', steps: null });
      expect((await write('staf', id, 3, insert(1, 'x'))).status).toBe(200);
    });

    it('what does not fit, is too large or shows foreign pictures is refused and nothing is kept', async () => {
      const id = await draft();
      const picture = (fileId: string) => ({
        stepType: 'replace',
        from: 0,
        to: 0,
        slice: { content: [{ type: 'image', attrs: { fileId, alt: 'Peta', width: 50 } }] },
      });
      for (const step of [
        { stepType: 'apa' },
        insert(900, 'x'),
        { stepType: 'replace', from: 0, to: 22 },
        insert(1, 'x'.repeat(300_001)),
      ]) {
        const { status, body } = await write('staf', id, 1, step);
        expect([status, body.code], JSON.stringify(body)).toEqual([422, 'invalid_steps']);
      }
      const other = await draft();
      const image = await upload<ImageAnswer>('staf', `${other}/images`, 'peta.png', samplePng);
      expect(image.status, JSON.stringify(image.body)).toBe(201);
      const stolen = await write('staf', id, 1, picture(image.body.fileId));
      expect([stolen.status, stolen.body.code]).toEqual([422, 'invalid_letter']);
      expect((await write('staf', other, 1, picture(image.body.fileId))).status).toBe(200);
      expect((await call<DraftAnswer>('staf', 'GET', `${id}/draft`)).body.bodyVersion).toBe(1);
      const bad = await call('staf', 'POST', `${id}/steps`, { bodyVersion: 0, clientId: '', steps: [] });
      expect(bad.body.errors.map((each) => each.path).sort()).toEqual(['bodyVersion', 'clientId', 'steps']);
    });

    it('once submitted nobody writes, and readers outside never see how it came about', async () => {
      const id = await draft();
      await invite(id, 'kadisdik');
      await write('staf', id, 1, insert(1, 'x'));
      const chain = { approvers: [office.positions.kabid], signer: office.positions.kadis };
      const unseen = await call('staf', 'POST', `${id}/submit`, { ...chain, bodyVersion: 1 });
      expect(unseen.body.code).toBe('stale_version');
      expect((await call('staf', 'POST', `${id}/submit`, { ...chain, bodyVersion: 2 })).status).toBe(200);
      expect((await write('staf', id, 2, insert(1, 'y'))).body.code).toBe('letter_state');
      expect((await write('kabid', id, 2, insert(1, 'y'))).body.code).toBe('forbidden');
      expect((await call<DraftAnswer>('kabid', 'GET', `${id}/draft`)).body).toMatchObject({
        editable: false,
        mayWrite: false,
      });
      for (const path of ['draft', 'steps?since=1', 'comments', 'presence']) {
        expect((await call('stafdik', 'GET', `${id}/${path}`)).status, path).toBe(404);
      }
    });

    it('says who has the draft open, until they leave', async () => {
      const id = await draft();
      await invite(id, 'kabid');
      const here = (by: Username, more: object = {}) =>
        call<PresenceAnswer>(by, 'POST', `${id}/presence`, {
          clientId: `h-${by}`,
          bodyVersion: 1,
          caret: { anchor: 3, head: 5 },
          ...more,
        });
      await here('staf');
      const { body } = await here('kabid');
      expect(body.items.map((each) => [each.person.name, each.caret])).toEqual([
        [office.names.kabid, { anchor: 3, head: 5 }],
        [office.names.staf, { anchor: 3, head: 5 }],
      ]);
      expect((await here('staf', { leaving: true })).body.items.map((each) => each.clientId)).toEqual(['h-kabid']);
    });
  });

  describe('comments', () => {
    const at = (from: number, to: number, bodyVersion = 1) => ({ anchor: { from, to, bodyVersion } });
    const comments = (by: Username, id: string) => call<CommentsAnswer>(by, 'GET', `${id}/comments`);
    const comment = (by: Username, id: string, body: object) =>
      call<CommentsAnswer & Behind>(by, 'POST', `${id}/comments`, body);

    it('stay with their words while others write, and can be answered and resolved', async () => {
      const id = await draft();
      await invite(id, 'kabid');
      const made = await comment('kabid', id, { text: 'Data apa?', ...at(7, 11) });
      expect(made.status, JSON.stringify(made.body)).toBe(201);
      expect(made.body.items[0]).toMatchObject({ quote: 'data', anchor: { from: 7, to: 11 }, state: 'open' });
      await write('staf', id, 1, insert(1, 'Kami '));
      expect((await comments('staf', id)).body.items[0]?.anchor).toEqual({ from: 12, to: 16 });
      const late = await comment('kabid', id, { text: 'Mohon?', ...at(1, 6, 1) });
      expect(late.body.items.map((each) => each.quote)).toEqual(['Mohon', 'data']);
      await call('staf', 'PATCH', id, { body: text('Isi baru dengan data yang sama.') });
      expect((await comments('staf', id)).body.items.map((each) => [each.quote, each.anchor])).toEqual([
        ['Mohon', null],
        ['data', { from: 17, to: 21 }],
      ]);
      const one = String(made.body.items[0]?.id);
      await comment('staf', id, { text: 'Data kegiatan.', parentId: one });
      const told = await office.as('kabid').call<{ items: { textKey: string }[] }>('GET', '/notices');
      expect(told.body.items.map((each) => each.textKey)).toContain('letter.comment_answered');
      const settled = await call<CommentsAnswer>('kabid', 'POST', `${id}/comments/${one}/resolve`);
      expect(settled.body.items.find((each) => each.id === one)).toMatchObject({
        state: 'resolved',
        replies: [{ text: 'Data kegiatan.' }],
      });
      expect((await call('kabid', 'POST', `${id}/comments/${one}/resolve`)).status).toBe(200);
    });

    it('a suggestion is accepted into the body once, or declined; one whose words changed is outdated', async () => {
      const id = await draft();
      await invite(id, 'kabid');
      const suggest = async (from: number, to: number, replacement: string, version: number) => {
        const { status, body } = await comment('kabid', id, { replacement, ...at(from, to, version) });
        expect(status, JSON.stringify(body)).toBe(201);
        return String(body.items.find((each) => each.replacement === replacement)?.id);
      };
      const [data, mohon, outdated] = [
        await suggest(7, 11, 'daftar', 1),
        await suggest(1, 6, 'Dimohon', 1),
        await suggest(12, 20, 'acara', 1),
      ];
      const decide = (one: string, verb: string, by: Username = 'staf') =>
        call<CommentsAnswer>(by, 'POST', `${id}/comments/${one}/${verb}`);
      expect((await decide(data, 'accept')).body.bodyVersion).toBe(2);
      expect((await decide(data, 'accept')).body.bodyVersion).toBe(2);
      expect((await decide(data, 'decline')).body.code).toBe('comment_settled');
      expect((await decide(mohon, 'decline')).status).toBe(200);
      await write('staf', id, 2, insert(18, 'XX'));
      expect((await decide(outdated, 'accept')).body.code).toBe('suggestion_outdated');
      const { body } = await call<LetterAnswer>('staf', 'GET', id);
      expect(wordsOf(body.body ?? { content: [] })).toBe('"text":"Mohon daftar kegiXXatan."');
      const told = await office.as('kabid').call<{ items: { textKey: string }[] }>('GET', '/notices');
      expect(told.body.items.map((each) => each.textKey)).toEqual(
        expect.arrayContaining(['letter.suggestion_accepted', 'letter.suggestion_declined']),
      );
    });

    it('the chain comments while it approves but accepts nothing; addressees see none of it', async () => {
      const id = await draft();
      await call('staf', 'POST', `${id}/submit`, {
        approvers: [office.positions.kabid],
        signer: office.positions.kadis,
      });
      const { body } = await comment('kabid', id, { replacement: 'daftar', ...at(7, 11) });
      const one = String(body.items[0]?.id);
      expect(body.items[0]?.mayDecide).toBe(false);
      expect((await call('kabid', 'POST', `${id}/comments/${one}/accept`)).body.code).toBe('forbidden');
      expect((await call('staf', 'POST', `${id}/comments/${one}/accept`)).body.code).toBe('forbidden');
      expect((await comment('stafdik', id, { text: 'Halo' })).status).toBe(404);
      expect((await call('kabid', 'POST', `${id}/return`, { note: 'Lihat usulan.' })).status).toBe(200);
      expect((await call<CommentsAnswer>('staf', 'POST', `${id}/comments/${one}/accept`)).body.items[0]?.state).toBe(
        'accepted',
      );
    });

    it('what names nothing is refused with its field', async () => {
      const id = await draft();
      const cases: [object, string][] = [
        [{ text: '' }, 'text'],
        [{ replacement: 'x' }, 'anchor'],
        [{ text: 'x', ...at(5, 5) }, 'anchor'],
        [{ text: 'x', ...at(1, 900) }, 'anchor'],
        [{ replacement: 'data', ...at(7, 11) }, 'replacement'],
        [{ text: 'x', parentId: newId() }, 'parentId'],
      ];
      for (const [body, path] of cases) {
        const answer = await comment('staf', id, body);
        expect([400, 422], JSON.stringify(answer.body)).toContain(answer.status);
        expect(answer.body.errors.map((each) => each.path)).toContain(path);
      }
    });
  });

  describe('files', () => {
    it('go with the letter in their order, and can be taken away until it is submitted', async () => {
      const id = await draft();
      await upload('staf', `${id}/attachments`, 'Daftar: hadir?.pdf', pdf('satu'));
      const { status, body } = await upload<AttachmentsAnswer>('staf', `${id}/attachments`, 'rencana.pdf', pdf('dua'));
      expect(status, JSON.stringify(body)).toBe(201);
      expect(body.items.map((each) => each.name)).toEqual(['Daftar- hadir-.pdf', 'rencana.pdf']);
      expect(body.suggestedNote).toBe('Dua berkas');
      const again = await upload<AttachmentsAnswer>('staf', `${id}/attachments`, 'rencana.pdf', pdf('dua'));
      expect(again.body.items).toHaveLength(2);
      const order = body.items.map((each) => each.id).reverse();
      const sorted = await call<AttachmentsAnswer>('staf', 'PUT', `${id}/attachments/order`, { fileIds: order });
      expect(sorted.body.items.map((each) => each.id)).toEqual(order);
      expect((await call('staf', 'PUT', `${id}/attachments/order`, { fileIds: order.slice(1) })).body.code).toBe(
        'invalid_attachment',
      );
      const file = await office.as('staf').call('GET', `/letters/${id}/attachments/${order[0]}`);
      expect(file.raw.equals(pdf('dua'))).toBe(true);
      expect((await call('staf', 'DELETE', `${id}/attachments/${order[0]}`)).status).toBe(200);
      expect((await call('staf', 'DELETE', `${id}/attachments/${order[0]}`)).status).toBe(404);
      expect(
        (await call('staf', 'POST', `${id}/submit`, { approvers: [], signer: office.positions.kadis })).status,
      ).toBe(200);
      expect((await upload('staf', `${id}/attachments`, 'tiga.pdf', pdf('tiga'))).body.code).toBe('letter_state');
      expect((await call('staf', 'DELETE', `${id}/attachments/${order[1]}`)).body.code).toBe('letter_state');
      expect((await call<LetterAnswer>('kadis', 'GET', id)).body.attachments.map((each) => each.id)).toEqual([
        order[1],
      ]);
      expect((await call('stafdik', 'GET', `${id}/attachments`)).status).toBe(404);
    });

    it('are what they say, and none that carries a program', async () => {
      const id = await draft();
      for (const [name, bytes] of [
        ['a.pdf', Buffer.from('MZ program')],
        ['a.exe', Buffer.from('MZ program')],
        ['a.docm', Buffer.from([0x50, 0x4b, 3, 4, 0, 0])],
        ['a.html', Buffer.from('<script>')],
        ['kosong.pdf', Buffer.alloc(0)],
      ] as const) {
        const { status, body } = await upload('staf', `${id}/attachments`, name, bytes);
        expect([status, body.code, body.errors[0]?.path], name).toEqual([422, 'invalid_attachment', 'file']);
      }
      expect((await upload('staf', `${id}/images`, 'a.png', pdf('x'))).body.code).toBe('invalid_attachment');
      expect((await upload('kadisdik', `${id}/attachments`, 'a.pdf', pdf('x'))).status).toBe(404);
    });

    it('a picture is shown to who reads the letter, as what it is', async () => {
      const id = await draft();
      const image = await upload<ImageAnswer>('staf', `${id}/images`, 'peta.png', samplePng);
      expect(image.body).toMatchObject({ width: 1, height: 1 });
      const shown = await office.as('staf').call('GET', `/letters/${id}/images/${image.body.fileId}`);
      expect([shown.status, shown.headers['content-type'], shown.raw.equals(samplePng)]).toEqual([
        200,
        'image/png',
        true,
      ]);
      expect((await call('stafdik', 'GET', `${id}/images/${image.body.fileId}`)).status).toBe(404);
      expect((await call('staf', 'GET', `${await draft()}/images/${image.body.fileId}`)).status).toBe(404);
    });
  });
});
