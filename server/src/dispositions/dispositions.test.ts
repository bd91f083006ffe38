import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../core/ids.ts';
import { createTestServer, type Refusal, type TestOffice, type TestServer } from '../testing/office.ts';
import { recordLetter } from '../testing/recorded-letter.ts';
import type { DispositionAnswer, SuggestionAnswer, TreeAnswer } from './schema.ts';

let server: TestServer;
let office: TestOffice;
beforeAll(async () => {
  server = await createTestServer();
  office = await server.addOffice();
});
afterAll(() => server.close());

const at = (username: string): string => office.people.get(username)?.positionId ?? '';
const dispose = (by: string, letterId: string, to: string[], more: object = {}) =>
  office.as(by).call<{ items: DispositionAnswer[] } & Refusal>('POST', `/letters/${letterId}/dispositions`, {
    to: to.map(at),
    instruction: 'Tindak lanjuti',
    ...more,
  });
const act = (by: string, id: string, name: 'read' | 'complete' | 'cancel', body?: object) =>
  office.as(by).call<DispositionAnswer & Refusal>('POST', `/dispositions/${id}/${name}`, body);
const tree = (by: string, letterId: string) =>
  office.as(by).call<TreeAnswer & Refusal>('GET', `/letters/${letterId}/dispositions`);
type Tasks = { items: { id: string; kind: string; act: { verb: string } }[] };
const tasksOf = async (by: string) => (await office.as(by).call<Tasks>('GET', '/tasks')).body.items;

/** A letter that waits for the bupati. */
async function routed(letter: object = {}): Promise<string> {
  const { body } = await recordLetter<{ id: string }>(office, {
    senderName: 'Pemerintah Kabupaten Lain',
    subject: 'Undangan',
    routeTo: at('bupati'),
    ...letter,
  });
  return body.id;
}

async function disposed(by: string, letterId: string, to: string[], more: object = {}): Promise<string> {
  const answer = await dispose(by, letterId, to, more);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.items[0]?.id ?? '';
}

describe('the line bupati, sekda, kadis', () => {
  test('ends with a report that everybody above sees', async () => {
    const id = await routed();
    const dueOn = '2999-12-31';
    const first = await disposed('bupati', id, ['sekda'], { dueOn });
    expect(await tasksOf('sekda')).toContainEqual(expect.objectContaining({ id: first, kind: 'disposition' }));
    expect((await tasksOf('bupati')).some((task) => task.id === id)).toBe(false);
    expect((await act('sekda', first, 'read')).body).toMatchObject({ state: 'read', readAt: expect.any(String) });
    const second = await disposed('sekda', id, ['kadis'], { parentId: first });
    const completed = await act('kadis', second, 'complete', { report: 'Sudah dijawab.' });
    expect(completed.body).toMatchObject({ state: 'completed', report: 'Sudah dijawab.', acts: [] });

    for (const who of ['bupati', 'sekda', 'kadis', 'tu']) {
      const { items, root } = (await tree(who, id)).body;
      expect(root, who).toMatchObject({ positionId: at('bupati'), hasDisposed: true });
      expect(items, who).toMatchObject([
        { id: first, depth: 0, state: 'forwarded', dueOn, below: { total: 1, completed: 1 } },
        { id: second, depth: 1, parentId: first, state: 'completed', report: 'Sudah dijawab.' },
      ]);
    }
    for (const who of ['bupati', 'sekda']) {
      const { items } = (await office.as(who).call<{ items: { textKey: string }[] }>('GET', '/notices')).body;
      expect(items[0], who).toMatchObject({ textKey: 'disposition.completed', subject: { id } });
    }
    expect(await tasksOf('sekda')).toContainEqual(
      expect.objectContaining({
        id: first,
        kind: 'disposition_report',
        act: expect.objectContaining({ verb: 'complete' }),
      }),
    );
    expect((await act('sekda', first, 'complete', { report: 'Selesai.' })).body.state).toBe('completed');
    expect((await tasksOf('sekda')).some((task) => task.id === first)).toBe(false);
    expect((await tree('kabid', id)).status).toBe(404);
    expect((await tree('admin', id)).status).toBe(404);
  });

  test('shows each only the line above and what is below', async () => {
    const id = await routed();
    const toSekda = await disposed('bupati', id, ['sekda', 'kabid']);
    const toKadis = await disposed('sekda', id, ['kadis']);
    const seen = async (who: string) => (await tree(who, id)).body.items.map((item) => item.to.positionId);
    expect(await seen('bupati')).toEqual([at('sekda'), at('kadis'), at('kabid')]);
    expect(await seen('kadis')).toEqual([at('sekda'), at('kadis')]);
    expect(await seen('kabid')).toEqual([at('kabid')]);
    expect((await office.as('kabid').call('GET', `/dispositions/${toKadis}`)).status).toBe(404);
    expect((await office.as('kadis').call('GET', `/dispositions/${toSekda}`)).status).toBe(200);
  });
});

describe('who may', () => {
  test('dispose: only whom the letter was routed or disposed to', async () => {
    const id = await routed();
    expect((await dispose('tu', id, ['sekda'])).status).toBe(403);
    expect((await dispose('sekda', id, ['kadis'])).status).toBe(404);
    expect((await dispose('admin', id, ['kadis'])).status).toBe(404);
    const first = await disposed('bupati', id, ['sekda']);
    expect((await dispose('bupati', id, ['kadis'], { parentId: first })).status).toBe(403);
    const second = await disposed('sekda', id, ['kadis']);
    expect((await dispose('kadis', id, ['staf'], { parentId: first })).status).toBe(403);
    expect((await act('sekda', second, 'complete', { report: 'x' })).status).toBe(403);
    expect((await act('bupati', second, 'read')).status).toBe(403);
    expect((await act('kadis', second, 'cancel')).status).toBe(403);
    expect((await act('staf', second, 'complete', { report: 'x' })).status).toBe(404);
    expect((await act('kadis', newId(), 'complete', { report: 'x' })).status).toBe(404);
    expect((await office.visitor.call('POST', `/dispositions/${second}/complete`, { report: 'x' })).status).toBe(401);
  });

  test('another regency finds none of it', async () => {
    const other = await server.addOffice();
    const id = await routed();
    const first = await disposed('bupati', id, ['sekda']);
    for (const path of [
      `/letters/${id}/dispositions`,
      `/dispositions/${first}`,
      `/dispositions/suggestions?letterId=${id}`,
    ]) {
      expect((await other.as('bupati').call('GET', path)).status, path).toBe(404);
    }
    const body = { to: [at('sekda')], instruction: 'x' };
    expect((await other.as('bupati').call('POST', `/letters/${id}/dispositions`, body)).status).toBe(404);
    expect((await other.as('sekda').call('POST', `/dispositions/${first}/complete`, { report: 'x' })).status).toBe(404);
  });

  test('a delegate for dispositions does as the holder; one for approval only does not', async () => {
    const id = await routed();
    const delegate = (acts: string) =>
      server.tenancy.withTenant(office.tenant, (tx) =>
        tx.execute(sql`insert into delegations (id, position_id, person_id, starts_at, ends_at, acts, created_by)
          values (${newId()}::uuid, ${at('bupati')}::uuid, ${office.people.get('kabid')?.personId}::uuid, now() - interval '1 hour',
            now() + interval '1 hour', ${acts}::text[], ${office.people.get('bupati')?.personId}::uuid)`),
      );
    await delegate('{approve}');
    expect((await dispose('kabid', id, ['sekda'])).status).toBe(404);
    await delegate('{dispose}');
    const { body } = await dispose('kabid', id, ['sekda']);
    expect(body.items[0]).toMatchObject({
      from: { positionId: at('bupati'), person: office.people.get('kabid')?.name },
    });
    await server.tenancy.withTenant(office.tenant, (tx) => tx.execute(sql`delete from delegations`));
  });
});

describe('taking back', () => {
  test('works while unread, for the giver, and gives the turn back', async () => {
    const id = await routed();
    const first = await disposed('bupati', id, ['sekda']);
    expect((await act('bupati', first, 'cancel')).body).toMatchObject({ state: 'cancelled', acts: [] });
    expect((await act('sekda', first, 'complete', { report: 'x' })).body.code).toBe('disposition_state');
    expect(await tasksOf('bupati')).toContainEqual(expect.objectContaining({ id, kind: 'letter_dispose' }));
    const again = await disposed('bupati', id, ['sekda']);
    await act('sekda', again, 'read');
    expect((await act('bupati', again, 'cancel')).body.errors).toMatchObject([{ path: 'reason' }]);
  });
});

describe('bad input', () => {
  test('names every fault and changes nothing', async () => {
    const id = await routed();
    const call = (body: object) =>
      office.as('bupati').call<Refusal>('POST', `/letters/${id}/dispositions`, { instruction: 'x', ...body });
    const faulty = await call({ to: [at('bupati'), newId(), at('sekda'), at('sekda')], dueOn: '2020-01-01' });
    expect([faulty.status, faulty.body.code]).toEqual([422, 'invalid_disposition']);
    expect(faulty.body.errors.map((each) => each.path)).toEqual(['to.0', 'to.1', 'to.3', 'dueOn']);
    expect((await call({ to: [] })).status).toBe(400);
    expect((await call({ to: [at('sekda')], parentId: newId() })).status).toBe(404);
    expect((await tree('bupati', id)).body.items).toEqual([]);
    const first = await disposed('bupati', id, ['sekda']);
    const up = await dispose('sekda', id, ['bupati'], { parentId: first });
    expect(up.body.code).toBe('invalid_disposition');
    expect((await act('sekda', first, 'complete', { report: ' ' })).status).toBe(400);
  });

  test('a double click disposes once, and so does one idempotency key', async () => {
    const id = await routed();
    const both = await Promise.all([dispose('bupati', id, ['sekda']), dispose('bupati', id, ['sekda'])]);
    expect(both.map((answer) => answer.status).sort()).toEqual([201, 409]);
    const headers = { 'idempotency-key': 'disposisi-1' };
    const body = { to: [at('kadis')], instruction: 'Wakili' };
    const call = () =>
      office.as('bupati').call<{ items: object[] }>('POST', `/letters/${id}/dispositions`, body, headers);
    const [once, again] = [await call(), await call()];
    expect(again.body).toEqual(once.body);
    expect((await tree('bupati', id)).body.items).toHaveLength(2);
  });

  test('a completed line cannot be handed on', async () => {
    const id = await routed();
    const first = await disposed('bupati', id, ['sekda']);
    await act('sekda', first, 'complete', { report: 'Selesai' });
    expect((await dispose('sekda', id, ['kadis'], { parentId: first })).body.code).toBe('disposition_state');
    expect((await act('sekda', first, 'complete', { report: 'Lagi' })).body.code).toBe('disposition_state');
  });
});

describe('lists and suggestions', () => {
  test('box by box, page by page', async () => {
    const own = await routed({ subject: 'Terakhir' });
    await disposed('bupati', own, ['kabid']);
    type List = { items: (DispositionAnswer & { subject: string })[]; nextCursor: string | null };
    const list = async (by: string, query: string) =>
      (await office.as(by).call<List>('GET', `/dispositions?${query}`)).body;
    const inbox = await list('kabid', 'box=inbox&open=true&limit=1');
    expect(inbox.items).toMatchObject([{ subject: 'Terakhir', state: 'unread' }]);
    expect((await list('bupati', 'box=sent&limit=1')).items).toMatchObject([{ subject: 'Terakhir' }]);
    const first = await list('bupati', 'box=sent&limit=2');
    const second = await list('bupati', `box=sent&limit=2&cursor=${first.nextCursor}`);
    expect(second.items[0]?.id).not.toBe(first.items[1]?.id);
    expect((await list('admin', 'box=inbox')).items).toEqual([]);
  });

  test('the giver’s habits come first, then the posts below, with the regency’s instructions', async () => {
    const dueOn = new Date(Date.now() + 3 * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10);
    for (const number of [1, 2]) {
      const id = await routed({ senderName: 'BPKP', number: `B/${number}` });
      await disposed('bupati', id, ['kadis'], { instruction: 'Siapkan data', dueOn });
    }
    const id = await routed({ senderName: 'BPKP' });
    const { body } = await office
      .as('bupati')
      .call<SuggestionAnswer>('GET', `/dispositions/suggestions?letterId=${id}`);
    expect(body.items[0]).toMatchObject({
      to: { positionId: at('kadis') },
      instruction: 'Siapkan data',
      dueOn,
      reason: 'habit',
    });
    expect(body.instructions.length).toBeGreaterThan(3);
    const fresh = await server.addOffice();
    const letter = await recordLetter<{ id: string }>(fresh, {
      senderName: 'BPKP',
      subject: 'x',
      routeTo: fresh.people.get('bupati')?.positionId,
    });
    const none = await fresh
      .as('bupati')
      .call<SuggestionAnswer>('GET', `/dispositions/suggestions?letterId=${letter.body.id}`);
    expect(none.body.items).toContainEqual(
      expect.objectContaining({
        to: expect.objectContaining({ positionId: fresh.people.get('sekda')?.positionId }),
        reason: 'below',
      }),
    );
  });
});
