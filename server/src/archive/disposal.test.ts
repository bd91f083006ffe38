import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ArchiveOffice, attachPaper, createArchiveOffice } from '../testing/archive-office.ts';
import { createArchiveJobs } from './index.ts';

let office: ArchiveOffice;
const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

type Disposal = {
  id: string;
  state: string;
  version: number;
  authority: string | null;
  items: { dossier: { id: string }; obstacle: string | null }[];
  steps: {
    event: string;
    done: boolean;
    allowed: boolean;
    reason: string | null;
    papers: { kind: string; present: boolean }[];
  }[];
  letters: number;
  destroyed: number;
};
const get = async (id: string) => (await office.as('stafdik').call<Disposal>('GET', `/disposals/${id}`)).body;
const step = async (by: string, id: string, event: string, more: object = {}) => {
  const { version } = await get(id);
  return office.as(by).call<Disposal & { code: string; errors: { path: string }[] }>('POST', `/disposals/${id}/steps`, {
    event,
    version,
    ...more,
  });
};
const paper = (id: string, kind: string, number = `${kind}/1`) =>
  attachPaper(office, 'stafdik', id, { kind, number, datedOn: day(-1), signedBy: 'Kepala Dinas' });
const rule = (disposition: string, years: [number, number] = [0, 0], classification = '000.1.5') =>
  office
    .as('stafdik')
    .call('PUT', '/retention-rules', { classification, activeYears: years[0], inactiveYears: years[1], disposition });

/** A closed dossier of `staf` with these letters in it, due for transfer. */
async function closedDossier(letterIds: string[] = []): Promise<string> {
  const { id } = await office.openDossier();
  if (letterIds.length > 0)
    expect((await office.file('staf', id, { letterIds })).body.filed).toHaveLength(letterIds.length);
  await office.as('stafdik').call('POST', `/dossiers/${id}/close`, { closedOn: day(-3) });
  return id;
}

async function transferred(letterIds: string[] = []): Promise<string> {
  const id = await closedDossier(letterIds);
  const { body } = await office
    .as('stafdik')
    .call<Disposal>('POST', '/disposals', { kind: 'transfer', title: 'Pemindahan uji', dossierIds: [id] });
  await step('stafdik', body.id, 'propose');
  await paper(body.id, 'minutes');
  expect((await step('kadisdik', body.id, 'accept')).body.state).toBe('done');
  return id;
}

async function approvedDestruction(dossierIds: string[]): Promise<string> {
  const made = await office
    .as('stafdik')
    .call<Disposal>('POST', '/disposals', { kind: 'destruction', title: 'Pemusnahan uji', dossierIds });
  expect(made.status, made.raw.toString()).toBe(201);
  const { id } = made.body;
  expect((await step('stafdik', id, 'propose')).status).toBe(200);
  for (const kind of ['committee_decision', 'consideration']) await paper(id, kind);
  expect((await step('stafdik', id, 'assess')).status).toBe(200);
  await paper(id, 'approval');
  expect((await step('stafdik', id, 'approve')).status).toBe(200);
  for (const kind of ['decision', 'minutes']) await paper(id, kind, 'BA/7/2026');
  return id;
}

const jobs = () => createArchiveJobs({ ...office.deps, settleMs: 0 });
const hashesOf = async (letterId: string): Promise<string[]> =>
  (
    await office.query<{ sha256: string }>(sql`select sha256 from letter_revisions where letter_id = ${letterId}::uuid`)
  ).map((row) => row.sha256);

beforeAll(async () => {
  office = await createArchiveOffice();
  await rule('destroy');
}, 120_000);
afterAll(() => office.close());

describe('a transfer', () => {
  test('is proposed by the unit, with minutes accepted by another archivist; nothing can be left out', async () => {
    const dossierId = await closedDossier();
    const due = await office.as('stafdik').call<{ items: { id: string }[] }>('GET', '/disposals/due?kind=transfer');
    expect(due.body.items.map((each) => each.id)).toContain(dossierId);
    const tasks = await office.as('stafdik').call<{ counts: Record<string, number> }>('GET', '/tasks');
    expect(tasks.body.counts.archive_transfer).toBe(1);
    const body = { kind: 'transfer', title: 'Pemindahan Diskominfo', dossierIds: [dossierId] };
    expect((await office.as('staf').call('POST', '/disposals', body)).status).toBe(403);
    const { id } = (await office.as('stafdik').call<Disposal>('POST', '/disposals', body)).body;
    const twice = await office.as('stafdik').call('POST', '/disposals', body);
    expect([twice.status, twice.body.code]).toEqual([409, 'disposal_blocked']);

    const early = await step('kadisdik', id, 'accept');
    expect([early.status, early.body.code]).toEqual([409, 'disposal_state']);
    await step('stafdik', id, 'propose');
    const without = await step('kadisdik', id, 'accept');
    expect([without.body.code, without.body.errors.map((each) => each.path)]).toEqual([
      'disposal_papers_missing',
      ['minutes'],
    ]);
    const badPaper = await attachPaper(office, 'stafdik', id, {
      kind: 'minutes',
      number: '',
      datedOn: 'x',
      signedBy: '',
    });
    expect(badPaper.status).toBe(400);
    expect(
      (await attachPaper(office, 'stafdik', id, { kind: 'minutes', number: '1', datedOn: day(3), signedBy: 'Kepala' }))
        .status,
    ).toBe(400);
    await paper(id, 'minutes');
    const own = await step('stafdik', id, 'accept');
    expect([own.status, own.body.code]).toEqual([403, 'disposal_four_eyes']);
    expect((await step('kadisdik', id, 'accept')).body.state).toBe('done');
    const dossier = await office.as('staf').call<{ state: string }>('GET', `/dossiers/${dossierId}`);
    expect(dossier.body.state).toBe('inactive');
    expect((await step('kadisdik', id, 'return')).body.code).toBe('disposal_state');
  });

  test('prints list and minutes', async () => {
    const dossierId = await closedDossier();
    const { id } = (
      await office
        .as('stafdik')
        .call<Disposal>('POST', '/disposals', { kind: 'transfer', title: 'Cetak', dossierIds: [dossierId] })
    ).body;
    for (const document of ['list', 'minutes']) {
      const pdf = await office.as('stafdik').call('GET', `/disposals/${id}/${document}`);
      expect([pdf.status, pdf.raw.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    }
  });

  test('a dossier without a rule or still active is refused by name', async () => {
    const { id: bare } = await office.openDossier('staf', { classification: '800.1' });
    await office.as('stafdik').call('POST', `/dossiers/${bare}/close`, { closedOn: day(-3) });
    await rule('destroy', [1, 1], '000.2');
    const { id: young } = await office.openDossier('staf', { classification: '000.2' });
    await office.as('stafdik').call('POST', `/dossiers/${young}/close`, {});
    const refused = await office
      .as('stafdik')
      .call('POST', '/disposals', { kind: 'transfer', title: 'Belum', dossierIds: [bare, young] });
    expect(refused.body.code).toBe('disposal_blocked');
    expect(refused.body.errors.map((each) => each.message).sort()).toEqual([
      'Belum ada aturan retensi (JRA) untuk klasifikasi berkas ini.',
      expect.stringMatching(/^Masih aktif sampai /),
    ]);
  });
});

describe('a destruction', () => {
  test('waits for every paper, for a hold, and for the rule under which it was proposed', async () => {
    const dossierId = await transferred();
    const id = await approvedDestruction([dossierId]);
    expect((await get(id)).authority).toBe('regent');

    const hold = await office
      .as('kadisdik')
      .call<{ id: string }>('POST', `/dossiers/${dossierId}/holds`, { reason: 'Perkara nomor 7' });
    const held = await step('kadisdik', id, 'execute', { dossiers: 1 });
    expect([held.status, held.body.code]).toEqual([409, 'disposal_blocked']);
    await office.as('kadisdik').call('POST', `/legal-holds/${hold.body.id}/lift`, { reason: 'Perkara selesai' });
    const again = await office
      .as('kadisdik')
      .call('POST', `/legal-holds/${hold.body.id}/lift`, { reason: 'Perkara selesai' });
    expect(again.body.code).toBe('hold_lifted');

    await rule('destroy', [0, 1]);
    expect((await step('kadisdik', id, 'execute', { dossiers: 1 })).body.code).toBe('disposal_blocked');
    await rule('permanent');
    expect((await step('kadisdik', id, 'execute', { dossiers: 1 })).body.code).toBe('disposal_blocked');
    await rule('destroy');
    expect((await step('stafdik', id, 'execute', { dossiers: 1 })).body.code).toBe('disposal_four_eyes');
    expect((await step('kadisdik', id, 'execute', { dossiers: 2 })).body.errors[0]?.path).toBe('dossiers');
    expect((await step('kadisdik', id, 'execute', { dossiers: 1 })).body.state).toBe('executing');
    const late = await office.as('kadisdik').call('POST', `/dossiers/${dossierId}/holds`, { reason: 'Terlambat' });
    expect([late.status, late.body.code]).toEqual([409, 'dossier_state']);
    await office.work(jobs());
    expect((await get(id)).state).toBe('done');
  });

  test('takes the content for good and keeps number, hashes and history; bytes that another letter has stay', async () => {
    const [gone, kept] = [await office.sentLetter({ subject: 'Akan musnah' }), await office.sentLetter()];
    const [goneHash, keptHash] = [await hashesOf(gone), await hashesOf(kept)];
    // An attachment that both letters have.
    const shared = await office.deps.storage.put(office.tenant.slug, Buffer.from('lampiran bersama'));
    await office.query(sql`insert into files (id, sha256, size, media_type, name) select gen_random_uuid(), ${shared.sha256},
      ${shared.size}, 'application/pdf', 'lampiran.pdf' from generate_series(1, 2)`);
    await office.query(sql`insert into letter_attachments (id, letter_id, file_id, ordinal)
      select gen_random_uuid(), letter_id, file_id, 9 from unnest(array[${gone}::uuid, ${kept}::uuid],
        (select array_agg(id) from files where sha256 = ${shared.sha256})) x(letter_id, file_id)`);
    const before = await office.as('staf').call<{ number: string }>('GET', `/letters/${gone}`);
    const dossierId = await transferred([gone]);
    const packaged = await office.as('stafdik').call<{ id: string }>('POST', `/dossiers/${dossierId}/packages`);
    await office.work(jobs());
    expect((await office.as('stafdik').call('GET', `/archive-packages/${packaged.body.id}/file`)).status).toBe(200);

    const id = await approvedDestruction([dossierId]);
    await step('kadisdik', id, 'execute', { dossiers: 1 });
    await office.work(jobs());
    expect(await get(id)).toMatchObject({ state: 'done', letters: 1, destroyed: 1 });

    const { storage } = office.deps;
    const has = (hash: string | undefined) => storage.has(office.tenant.slug, hash ?? '');
    expect([await has(goneHash[0]), await has(keptHash[0]), await has(shared.sha256)]).toEqual([false, true, true]);
    const outcomes = await office.query<{ sha256: string; outcome: string }>(
      sql`select sha256, outcome from destroyed_files where letter_id = ${gone}::uuid`,
    );
    expect(new Map(outcomes.map((row) => [row.sha256, row.outcome]))).toEqual(
      new Map([
        [goneHash[0], 'removed'],
        [shared.sha256, 'shared'],
      ]),
    );
    const pdf = await office.as('staf').call('GET', `/letters/${gone}/pdf`);
    expect([pdf.status, pdf.body.code]).toEqual([410, 'letter_destroyed']);
    expect(pdf.body.detail).toContain('BA/7/2026');
    expect((await office.as('stafdik').call('GET', `/archive-packages/${packaged.body.id}/file`)).status).toBe(404);
    type Letter = { number: string; body: object; history: { action: string }[] };
    const letter = await office.as('staf').call<Letter>('GET', `/letters/${gone}`);
    expect(letter.body.number).toBe(before.body.number);
    expect(JSON.stringify(letter.body.body)).not.toContain('mengundang');
    const texts = await office.query<{ found: boolean }>(sql`select exists (select from letter_versions v
      where v.letter_id = ${gone}::uuid and v.body::text like '%mengundang%') as found`);
    expect(texts[0]?.found).toBe(false);
    const where = await office
      .as('staf')
      .call<{ destroyed: { minutesNumber: string } }>('GET', `/letters/${gone}/dossier`);
    expect(where.body.destroyed.minutesNumber).toBe('BA/7/2026');

    // A second run, as after a lost queue, changes nothing and tells nothing again.
    await office.query(sql`select 1`);
    const [audits] = await office.query<{ n: number }>(sql`select count(*)::int as n from audit_log
      where action = 'letter.destroyed' and subject_id = ${gone}::uuid`);
    expect(audits?.n).toBe(1);
    const code = await office.query<{ code: string }>(
      sql`select verify_code as code from letters where id = ${gone}::uuid`,
    );
    const checked = await office.visitor.call<{ authentic: boolean; destroyed: { minutesNumber: string } }>(
      'GET',
      `/verify/${code[0]?.code}`,
    );
    expect(checked.body).toMatchObject({ authentic: true, destroyed: { minutesNumber: 'BA/7/2026' } });
  });

  test('every table of letters is decided about', async () => {
    const { undecidedTables } = await import('./erase.ts');
    expect(await office.tenancy.readTenant(office.tenant, undecidedTables)).toEqual([]);
  });
});

test("a permanent dossier is handed over, with the archive institution's papers, and keeps its content", async () => {
  await rule('permanent', [5, 5], '000.1.5');
  await rule('permanent', [0, 0], '000.1.5');
  const letterId = await office.sentLetter();
  const dossierId = await transferred([letterId]);
  const made = await office
    .as('stafdik')
    .call<Disposal>('POST', '/disposals', { kind: 'handover', title: 'Penyerahan', dossierIds: [dossierId] });
  const { id } = made.body;
  await step('stafdik', id, 'propose');
  for (const kind of ['committee_decision', 'consideration']) await paper(id, kind);
  await step('stafdik', id, 'assess');
  await paper(id, 'approval');
  await step('stafdik', id, 'approve');
  for (const kind of ['decision', 'authenticity']) await paper(id, kind);
  expect((await step('kadisdik', id, 'execute')).body.errors.map((each) => each.path)).toEqual(['minutes']);
  await paper(id, 'minutes');
  expect((await step('kadisdik', id, 'execute')).body.state).toBe('done');
  const dossier = await office.as('staf').call<{ state: string }>('GET', `/dossiers/${dossierId}`);
  expect(dossier.body.state).toBe('handed_over');
  expect((await office.as('staf').call('GET', `/letters/${letterId}/pdf`)).status).toBe(200);
  await rule('destroy');
});
