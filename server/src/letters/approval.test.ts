import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../core/ids.ts';
import { createLetterOffice, type LetterOffice, type Username } from '../testing/letter-office.ts';
import { afterStep, type ChainStep, layOut, turnsOf } from './chain-steps.ts';
import type { LetterAnswer, LetterItem } from './schema.ts';

type Letter = LetterAnswer & { code: string; detail: string; errors: { path: string; message: string }[] };

let office: LetterOffice;
beforeAll(async () => {
  office = await createLetterOffice();
});
afterAll(() => office.close());

async function draft(more: object = {}): Promise<string> {
  const { status, body } = await office.as('staf').call<Letter>('POST', '/letters', {
    type: 'berita_acara',
    subject: 'Permintaan data',
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Mohon data.' }] }] },
    recipients: [{ kind: 'unit', id: office.units.Disdik }],
    classification: '000.1',
    ...more,
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.id;
}
const act = (by: Username, id: string, verb: string, body: object = {}) =>
  office.as(by).call<Letter>('POST', `/letters/${id}/${verb}`, body);
const get = (by: Username, id: string) => office.as(by).call<Letter>('GET', `/letters/${id}`);
const at = (username: Username): string => office.positions[username];
const todo = async (by: Username): Promise<string[]> => {
  const { body } = await office.as(by).call<{ items: LetterItem[] }>('GET', '/letters?box=todo&limit=100');
  return body.items.map((item) => item.id);
};
const tasks = async (by: Username): Promise<string[]> => {
  const { body } = await office.as(by).call<{ items: { id: string; kind: string }[] }>('GET', '/tasks');
  return body.items.filter((item) => item.kind === 'letter_approve').map((item) => item.id);
};
const told = async (id: string, textKey: string): Promise<string[]> => {
  const rows = await office.query<{ username: string }>(sql`select p.username from notices n
    join people p on p.id = n.person_id where n.subject_id = ${id}::uuid and n.text_key = ${textKey} order by 1`);
  return rows.map((row) => row.username);
};

/** Two heads give their paraf together, then the head of the drafter's own unit, then the secretary signs. */
const chain = () => ({ approvers: [[at('kabid'), at('kadisdik')], at('kadis')], signer: at('sekda') });

describe('a parallel chain', () => {
  it('gives the turn to all of a stage together and to the next when all are done', async () => {
    const id = await draft();
    const submitted = await act('staf', id, 'submit', chain());
    expect(submitted.status, JSON.stringify(submitted.body)).toBe(200);
    expect(submitted.body.chain.map((step) => [step.positionId, step.stage, step.state])).toEqual([
      [at('kabid'), 1, 'turn'],
      [at('kadisdik'), 1, 'turn'],
      [at('kadis'), 2, 'waiting'],
      [at('sekda'), 3, 'waiting'],
    ]);
    expect(submitted.body.turns.map((turn) => turn.positionId)).toEqual([at('kabid'), at('kadisdik')]);
    expect(submitted.body.turn).toEqual(submitted.body.turns[0]);
    expect(await told(id, 'letter.to_approve')).toEqual(['kabid', 'kadisdik']);
    for (const by of ['kabid', 'kadisdik'] as const) {
      expect(await todo(by)).toContain(id);
      expect(await tasks(by)).toContain(id);
    }
    expect(await todo('kadis')).not.toContain(id);
    expect((await get('kadis', id)).body.acts.find((each) => each.act === 'approve')?.reason).toContain(
      `(${office.names.kabid}) dan Kepala Dinas Pendidikan`,
    );
    expect((await act('kadis', id, 'approve')).body.code).toBe('not_your_turn');

    // The second of the stage acts first; the other one's page is older by a version, and shows the same letter.
    const seen = (await get('kabid', id)).body.version;
    const second = await act('kadisdik', id, 'approve', { note: 'Setuju', version: seen });
    expect(second.body).toMatchObject({ state: 'in_approval', acting: null });
    expect(second.body.turns.map((turn) => turn.positionId)).toEqual([at('kabid')]);
    expect(await todo('kadisdik')).not.toContain(id);
    expect((await act('kadisdik', id, 'approve')).body.code).toBe('not_your_turn');
    expect(await told(id, 'letter.to_approve')).toEqual(['kabid', 'kadisdik']);
    const first = await act('kabid', id, 'approve', { version: seen });
    expect(first.status, JSON.stringify(first.body)).toBe(200);
    expect(first.body.turns.map((turn) => [turn.positionId, turn.act])).toEqual([[at('kadis'), 'approve']]);
    expect((await act('kadis', id, 'approve', { version: 1 })).body.code).toBe('stale_version');
    expect((await act('kadis', id, 'approve')).body).toMatchObject({ state: 'awaiting_signature' });
    expect(await todo('sekda')).toContain(id);
  });

  it('one return returns the letter with its reason; the others of the stage need not act any more', async () => {
    const id = await draft();
    const { version } = (await act('staf', id, 'submit', chain())).body;
    await act('kabid', id, 'approve', { note: 'Sudah sesuai' });
    const returned = await act('kadisdik', id, 'return', { note: 'Lampiran belum ada', version });
    expect(returned.body).toMatchObject({ state: 'returned', turns: [{ title: 'Penyusun' }] });
    expect(returned.body.chain.map((step) => [step.state, step.note])).toEqual([
      ['done', 'Sudah sesuai'],
      ['returned', 'Lampiran belum ada'],
      ['skipped', null],
      ['skipped', null],
    ]);
    expect(await told(id, 'letter.returned')).toEqual(['staf']);
    const again = await act('staf', id, 'submit', { approvers: [], signers: [at('kadis')] });
    expect(again.body).toMatchObject({
      state: 'awaiting_signature',
      chain: [{ positionId: at('kadis'), state: 'turn' }],
    });
    const reasons = again.body.history.filter((each) => each.note !== null).map((each) => each.note);
    expect(reasons).toEqual(['Sudah sesuai', 'Lampiran belum ada']);
  });

  it('a withdrawal takes the turn from all of them', async () => {
    const id = await draft();
    await act('staf', id, 'submit', chain());
    expect((await act('staf', id, 'withdraw')).body).toMatchObject({ state: 'draft' });
    expect(await todo('kabid')).not.toContain(id);
    expect(await todo('kadisdik')).not.toContain(id);
  });

  it('names every fault with its path and changes nothing', async () => {
    const id = await draft();
    const refused = await act('staf', id, 'submit', {
      approvers: [[at('kabid'), newId()], at('kabid'), at('sekda')],
      signers: [at('kadis'), at('sekda')],
    });
    expect([refused.status, refused.body.code]).toEqual([422, 'invalid_chain']);
    expect(refused.body.errors.map((each) => each.path)).toEqual(['approvers.0.1', 'approvers.1', 'approvers.2']);
    const two = await act('staf', id, 'submit', { approvers: [], signers: [at('kadis')], signer: at('sekda') });
    expect([two.status, two.body.errors[0]?.path]).toEqual([400, 'signer']);
    expect((await get('staf', id)).body).toMatchObject({ state: 'draft', chain: [] });
  });

  it('both of a stage at the same moment: each counts once and the letter goes on', async () => {
    const id = await draft();
    await act('staf', id, 'submit', { approvers: [[at('kabid'), at('kadisdik')]], signer: at('sekda') });
    const answers = await Promise.all([
      act('kabid', id, 'approve'),
      act('kadisdik', id, 'approve'),
      act('kabid', id, 'approve'),
    ]);
    const statuses = answers.map((each) => each.status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(2);
    // The one too many is told that it is not their turn, or that the letter has gone on.
    expect([403, 409]).toContain(statuses.find((status) => status !== 200));
    expect((await get('staf', id)).body).toMatchObject({ state: 'awaiting_signature' });
    expect(await told(id, 'letter.to_sign')).toEqual(['sekda']);
  });
});

describe('acting for an absent holder', () => {
  it('is told before and after the act, and ends with the delegation', async () => {
    const id = await draft();
    await act('staf', id, 'submit', { approvers: [at('kabid')], signer: at('kadis') });
    expect((await get('kadisdik', id)).status).toBe(404);
    const hour = 3_600_000;
    const given = await office.as('kabid').call<{ id: string }>('POST', '/delegations', {
      positionId: at('kabid'),
      personId: office.people.kadisdik,
      endsAt: new Date(office.clock.now().getTime() + hour).toISOString(),
      acts: ['approve'],
    });
    expect(given.status, JSON.stringify(given.body)).toBe(201);
    expect((await get('kadisdik', id)).body.acting).toEqual({
      positionId: at('kabid'),
      title: 'Kepala Bidang Aplikasi dan Tata Kelola',
      mode: 'delegate',
    });
    const approved = await act('kadisdik', id, 'approve');
    expect(approved.body.chain[0]).toMatchObject({
      actedBy: office.names.kadisdik,
      actedMode: 'delegate',
      state: 'done',
    });
    const other = await draft();
    await act('staf', other, 'submit', { approvers: [at('kabid')], signer: at('kadis') });
    office.clock.advance(hour + 1_000);
    expect((await act('kadisdik', other, 'approve')).status).toBe(404);
    // Who acted may still read what they approved.
    expect((await get('kadisdik', id)).body.acting).toBeNull();
  });
});

describe('the interface agrees with the rules', () => {
  const others = ['kabid', 'kadis', 'sekda', 'bupati', 'kadisdik', 'tu'] as const;
  const stages = fc
    .tuple(
      fc.shuffledSubarray([...others], { minLength: 2, maxLength: 5 }),
      fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    )
    .map(([line, together]) => {
      const groups: Username[][] = [];
      line.slice(0, -1).forEach((who, index) => {
        const last = groups.at(-1);
        if (last && together[index]) last.push(who);
        else groups.push([who]);
      });
      return { groups, signer: line.at(-1) ?? ('sekda' as const) };
    });

  it('on random chains, with whoever acts in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(
        stages,
        fc.array(fc.nat(5), { minLength: 4, maxLength: 10 }),
        async ({ groups, signer }, turns) => {
          const id = await draft();
          const steps: ChainStep[] = layOut({ stages: groups.map((group) => group.map(at)), signers: [at(signer)] });
          const asked = { approvers: groups.map((group) => group.map(at)), signer: at(signer) };
          expect((await act('staf', id, 'submit', asked)).status).toBe(200);
          for (const turn of turns) {
            const who = others[turn] ?? 'kabid';
            const step = turnsOf(steps).find((each) => each.act === 'approve' && each.positionId === at(who));
            const { status } = await act(who, id, 'approve');
            expect(status === 200).toBe(step !== undefined);
            if (!step) continue;
            const { begins } = afterStep(steps, step);
            step.state = 'done';
            for (const each of begins) each.state = 'turn';
          }
          const { body } = await get('staf', id);
          expect(body.chain.map((each) => each.state)).toEqual(steps.map((each) => each.state));
          expect(body.turns.map((each) => each.positionId)).toEqual(turnsOf(steps).map((each) => each.positionId));
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('a page with several signers', () => {
  it('names all of them while it is written', async () => {
    const preview = (more: object) =>
      office.as('staf').call<{ pages: { svg: string }[] }>('POST', '/letters/preview', {
        type: 'berita_acara',
        subject: 'Serah terima',
        body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Diserahkan.' }] }] },
        recipients: [],
        signer: at('sekda'),
        ...more,
      });
    const [alone, together] = [await preview({}), await preview({ cosigners: [at('kadis'), at('kabid')] })];
    expect([alone.status, together.status]).toEqual([200, 200]);
    const size = ({ body }: typeof alone) => body.pages.map((page) => page.svg).join('').length;
    expect(size(together)).toBeGreaterThan(size(alone));
    expect((await preview({ cosigners: Array.from({ length: 10 }, () => newId()) })).status).toBe(400);
  });
});
