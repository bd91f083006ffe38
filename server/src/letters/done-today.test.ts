import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLetterOffice, type LetterOffice, type Username } from '../testing/letter-office.ts';
import { recordLetter } from '../testing/recorded-letter.ts';

let office: LetterOffice;
beforeAll(async () => {
  office = await createLetterOffice();
});
afterAll(() => office.close());

type Tasks = { items: { id: string; kind: string; note: string | null }[] };
type Done = { items: { action: string; id: string; subject: string; at: string }[] };
const done = async (by: Username) =>
  (await office.as(by).call<Done>('GET', '/tasks/done')).body.items.map(({ action, id }) => [action, id]);
const noteOf = async (by: Username, id: string) =>
  (await office.as(by).call<Tasks>('GET', '/tasks')).body.items.find((each) => each.id === id)?.note;
const act = async (by: Username, path: string, body: object = {}) => {
  const answer = await office.as(by).call<{ id: string }>('POST', path, body);
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body;
};
const draft = () =>
  act('staf', '/letters', {
    type: 'nota_dinas',
    subject: 'Usulan pelatihan',
    classification: '000.1',
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Isi.' }] }] },
    recipients: [{ kind: 'unit', id: office.units.Setda }],
  });

it('a returned letter waits with the words of who returned it; the day shows who did what', async () => {
  const { id } = await draft();
  expect(await done('staf')).toEqual([]);
  const chain = { approvers: [office.positions.kabid], signer: office.positions.kadis };
  await act('staf', `/letters/${id}/submit`, chain);
  expect(await noteOf('kabid', id)).toBeNull();
  await act('kabid', `/letters/${id}/return`, { note: 'Lampirkan jadwalnya.' });
  expect(await noteOf('staf', id)).toBe('Lampirkan jadwalnya.');
  await act('staf', `/letters/${id}/submit`, chain);
  await act('kabid', `/letters/${id}/approve`);
  expect(await done('kabid')).toEqual([
    ['letter.approved', id],
    ['letter.returned', id],
  ]);
  expect(await done('staf')).toEqual([
    ['letter.submitted', id],
    ['letter.submitted', id],
  ]);
  expect(await done('kadis')).toEqual([]);
});

it('a disposition waits with its instruction, a letter sent back with the reason', async () => {
  const recorded = await recordLetter<{ id: string }>(office, {
    type: 'surat_dinas',
    subject: 'Permohonan data',
    senderName: 'BPS',
    number: '4/BPS',
    date: '2026-01-02',
    routeTo: office.positions.kadis,
  });
  const { id } = recorded.body;
  const disposed = await office.as('kadis').call<{ items: { id: string }[] }>('POST', `/letters/${id}/dispositions`, {
    to: [office.positions.kabid],
    instruction: 'Siapkan datanya',
  });
  expect(await noteOf('kabid', disposed.body.items[0]?.id ?? '')).toBe('Siapkan datanya');
  expect((await done('kadis'))[0]).toEqual(['letter.disposed', id]);

  const other = await recordLetter<{ id: string }>(office, {
    type: 'surat_dinas',
    subject: 'Salah alamat',
    senderName: 'BPS',
    number: '5/BPS',
    date: '2026-01-02',
    routeTo: office.positions.kadis,
  });
  await act('kadis', `/letters/${other.body.id}/send-back`, { reason: 'Bukan urusan dinas ini.' });
  expect(await noteOf('tu', other.body.id)).toBe('Bukan urusan dinas ini.');
});

it('what was done before today in the regency is not of today', async () => {
  const { id } = await draft();
  const midnight = (
    await office.query<{ at: string }>(sql`select date_trunc('day', now(), time_zone)::text as at from settings`)
  )[0]?.at;
  for (const offset of ['-1 second', '1 second']) {
    await office.query(sql`insert into audit_log (at, actor_id, actor_name, action, subject_kind, subject_id)
      select ${midnight}::timestamptz + ${offset}::interval, ${office.people.admin}::uuid, 'Admin', 'letter.sent', 'letter', ${id}::uuid`);
  }
  expect(await done('admin')).toEqual([['letter.sent', id]]);
  expect((await office.as('bupati').call('GET', '/tasks/done')).body).toEqual({ items: [] });
  expect((await office.visitor.call('GET', '/tasks/done')).status).toBe(401);
});
