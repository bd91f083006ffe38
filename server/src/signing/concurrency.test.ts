import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LetterAnswer } from '../letters/index.ts';
import { createLetterOffice, type LetterOffice, type Username } from '../testing/letter-office.ts';
import { testPassword } from '../testing/office.ts';

/** Heads of four organisations, which number their letters by themselves. */
const signers = ['bupati', 'sekda', 'kadis', 'kadisdik'] as const;
const perSigner = 50;

let office: LetterOffice;
beforeAll(async () => {
  office = await createLetterOffice();
  await office.addSigners(...signers);
});
afterAll(() => office.close());

async function awaiting(signer: Username): Promise<string> {
  const draft = await office.as('staf').call<LetterAnswer>('POST', '/letters', {
    type: 'nota_dinas',
    subject: 'Permintaan data',
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Mohon data.' }] }] },
    recipients: [{ kind: 'external', name: 'Kepala BPS' }],
    classification: '000.1',
  });
  const chain = { approvers: [], signer: office.positions[signer] };
  const submitted = await office.as('staf').call<LetterAnswer>('POST', `/letters/${draft.body.id}/submit`, chain);
  expect(submitted.status, JSON.stringify(submitted.body)).toBe(200);
  return draft.body.id;
}

async function ended(
  by: Username,
  jobId: string,
): Promise<{ status: string; result: { signed: string[]; failed: object[] } }> {
  for (;;) {
    type Job = { status: string; result: { signed: string[]; failed: object[] } };
    const { body } = await office.as(by).call<Job>('GET', `/jobs/${jobId}`);
    if (body.status === 'completed' || body.status === 'failed') return body;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

it('200 letters signed at once over four series: no gap, no number twice, each signed once', async () => {
  const letters: { by: Username; id: string }[] = [];
  for (let n = 0; n < perSigner; n += 1) {
    letters.push(...(await Promise.all(signers.map(async (by) => ({ by, id: await awaiting(by) })))));
  }
  const of = (by: Username) => letters.filter((each) => each.by === by).map((each) => each.id);
  // Half of them one by one, all at the same moment; the other half in batches that run at that very time.
  const singles = signers.flatMap((by) =>
    of(by)
      .slice(0, perSigner / 2)
      .map((id) => ({ by, id })),
  );
  const [answers, jobs] = await Promise.all([
    Promise.all(
      singles.map(({ by, id }) =>
        office.as(by).call<LetterAnswer>('POST', `/letters/${id}/sign`, { passphrase: testPassword }),
      ),
    ),
    Promise.all(
      signers.map(async (by) => {
        const body = { ids: of(by).slice(perSigner / 2), passphrase: testPassword };
        const ordered = await office.as(by).call<{ jobId: string }>('POST', '/letters/sign', body);
        expect(ordered.status, JSON.stringify(ordered.body)).toBe(202);
        return ended(by, ordered.body.jobId);
      }),
    ),
  ]);
  expect(answers.map((each) => each.status)).toEqual(singles.map(() => 200));
  for (const { status, result } of jobs) {
    expect([status, result.signed.length, result.failed]).toEqual(['completed', perSigner / 2, []]);
  }

  const series = await office.query<{ last: number; taken: number; lowest: number; highest: number }>(
    sql`select s.last_seq as last, count(*)::int as taken, min(n.seq) as lowest, max(n.seq) as highest
      from number_series s join numbers n on n.series_id = s.id group by s.id, s.last_seq`,
  );
  expect(series).toHaveLength(4);
  for (const each of series) expect(each).toEqual({ last: perSigner, taken: perSigner, lowest: 1, highest: perSigner });
  const [sum] = await office.query<{ signed: number; numbers: number; codes: number; files: number }>(
    sql`select count(*) filter (where state = 'signed')::int as signed, count(distinct number)::int as numbers,
      count(distinct verify_code)::int as codes, (select count(*)::int from letter_revisions) as files from letters`,
  );
  expect(sum).toEqual({ signed: 200, numbers: 200, codes: 200, files: 200 });

  // In a batch numbers follow the order that was asked for.
  for (const by of signers) {
    const order = of(by).slice(perSigner / 2);
    const rows = await office.query<{ id: string }>(sql`select letter_id as id from numbers
      where letter_id in (select unnest(${sql.param(order)}::uuid[])) order by seq`);
    expect(rows.map((each) => each.id)).toEqual(order);
  }
}, 600_000);
