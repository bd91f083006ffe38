import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLetterOffice, type LetterOffice, type Username } from '../testing/letter-office.ts';
import { testPassword } from '../testing/office.ts';
import { recordLetter } from '../testing/recorded-letter.ts';
import { type WorkList, workLists } from './work-lists.ts';

let office: LetterOffice;
beforeAll(async () => {
  office = await createLetterOffice();
  await office.addSigners('sekda');
});
afterAll(() => office.close());

type Counts = Record<WorkList, number>;
const countsOf = async (by: Username) => (await office.as(by).call<Counts>('GET', '/worklists')).body;
const idsIn = async (by: Username, list: WorkList) =>
  (await office.as(by).call<{ items: { id: string }[] }>('GET', `/letters?list=${list}&limit=100`)).body.items.map(
    (item) => item.id,
  );
const call = async (by: Username, path: string, body: object) => {
  const answer = await office.as(by).call<{ id: string }>('POST', path, body);
  expect(answer.status, `${by} ${path}: ${JSON.stringify(answer.body)}`).toBeLessThan(300);
  return answer.body;
};

const paragraph = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Isi.' }] }] };
async function drafted(secrecy: string): Promise<string> {
  const recipients = [{ kind: 'external', name: 'Instansi Contoh' }];
  const letter = {
    type: 'surat_dinas',
    subject: 'Daftar kerja',
    body: paragraph,
    recipients,
    classification: '000.1',
    secrecy,
  };
  return (await call('staf', '/letters', letter)).id;
}
async function routed(secrecy: string): Promise<string> {
  const letter = {
    type: 'surat_dinas',
    subject: 'Masuk',
    senderName: 'Pengirim',
    secrecy,
    routeTo: office.positions.kadis,
  };
  const { body } = await recordLetter<{ id: string }>(office, letter);
  return body.id;
}
const chain = () => ({ approvers: [office.positions.kabid], signer: office.positions.sekda });

/** Each way leaves a letter at the end of one list, or of none. */
const ways: Record<string, (secrecy: string) => Promise<void>> = {
  submitted: async (secrecy) => void (await call('staf', `/letters/${await drafted(secrecy)}/submit`, chain())),
  approved: async (secrecy) => {
    const id = await drafted(secrecy);
    await call('staf', `/letters/${id}/submit`, chain());
    await call('kabid', `/letters/${id}/approve`, {});
  },
  returned: async (secrecy) => {
    const id = await drafted(secrecy);
    await call('staf', `/letters/${id}/submit`, chain());
    await call('kabid', `/letters/${id}/return`, { note: 'Perbaiki.' });
  },
  signed: async (secrecy) => {
    const id = await drafted(secrecy);
    await call('staf', `/letters/${id}/submit`, { approvers: [], signer: office.positions.sekda });
    await call('sekda', `/letters/${id}/sign`, { passphrase: testPassword });
  },
  routed: async (secrecy) => void (await routed(secrecy)),
  opened: async (secrecy) => void (await call('kadis', `/letters/${await routed(secrecy)}/opened`, {})),
  disposed: async (secrecy) => {
    const to = [office.positions.kabid];
    await call('kadis', `/letters/${await routed(secrecy)}/dispositions`, { to, instruction: 'Tindak lanjuti' });
  },
  read: async (secrecy) => {
    const id = await routed(secrecy);
    await call('kadis', `/letters/${id}/dispositions`, { to: [office.positions.kabid], instruction: 'Tindak lanjuti' });
    const [row] = await office.query<{ id: string }>(sql`select id from dispositions where letter_id = ${id}::uuid`);
    await call('kabid', `/dispositions/${row?.id}/read`, {});
  },
};

it('lists exactly what it counts, for everyone, wherever letters have got to', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...Object.keys(ways)), fc.constantFrom('biasa', 'rahasia')), {
        minLength: 1,
        maxLength: 3,
      }),
      async (steps) => {
        for (const [way, secrecy] of steps) await ways[way]?.(secrecy);
        for (const by of office.usernames) {
          const counts = await countsOf(by);
          for (const list of workLists) {
            const ids = await idsIn(by, list);
            expect(counts[list], `${by} ${list}`).toBe(ids.length);
            expect(new Set(ids).size).toBe(ids.length);
          }
        }
      },
    ),
    { numRuns: 4 },
  );
});

it.each([
  ['submitted', 'kabid', 'to_approve'],
  ['approved', 'sekda', 'to_sign'],
  ['returned', 'staf', 'drafts_returned'],
  ['signed', 'staf', 'signed_not_sent'],
  ['routed', 'kadis', 'unread'],
  ['routed', 'kadis', 'not_followed_up'],
  ['opened', 'kadis', 'not_followed_up'],
  ['disposed', 'kabid', 'dispositions_unread'],
  ['read', 'kabid', 'dispositions_not_followed_up'],
] as const)('a letter that is %s stands on the list of %s: %s', async (way, by, list) => {
  const before = await countsOf(by);
  const others = await countsOf('stafdik');
  await ways[way]?.('biasa');
  expect((await countsOf(by))[list]).toBe(before[list] + 1);
  expect(await countsOf('stafdik')).toEqual(others);
});

it('what was opened is no longer unread, and each row says whose turn it is and since when', async () => {
  const before = await countsOf('kadis');
  await ways.opened?.('biasa');
  expect((await countsOf('kadis')).unread).toBe(before.unread);
  await ways.submitted?.('biasa');
  type Row = { turn: { title: string; holder: string | null; since: string } | null };
  const { body } = await office.as('kabid').call<{ items: Row[] }>('GET', '/letters?list=to_approve&limit=1');
  expect(body.items[0]?.turn).toMatchObject({ holder: office.names.kabid, since: expect.stringMatching(/^\d{4}-/) });
});
