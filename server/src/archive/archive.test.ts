import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type ArchiveOffice,
  createArchiveOffice,
  type DossierBody as Dossier,
  type FiledBody as Filed,
} from '../testing/archive-office.ts';

let office: ArchiveOffice;

beforeAll(async () => {
  office = await createArchiveOffice();
}, 120_000);
afterAll(() => office.close());

const file = (by: string, id: string, body: object) => office.file(by, id, body);
const sent = (more?: Record<string, unknown>) => office.sentLetter(more);
const open = (by?: string, more?: object) => office.openDossier(by, more);

describe('the retention schedule', () => {
  const csv = [
    'kode;retensi_aktif;retensi_inaktif;keterangan_akhir;pemicu;catatan;dasar_hukum;sudah_diperiksa',
    '000;2;3;Musnah;;;"Perbup ""JRA"" 1/2024";ya',
    '000.1.5;1;1;permanen;;"dua baris\ncatatan";;belum',
  ].join('\r\n');

  test('is imported whole or not at all, given out in the same shape, and kept by archivist and administrator', async () => {
    const wrong = `${csv}\r\n000.99.1;1;1;musnah;;;;ya\r\n`;
    const refused = await office.as('stafdik').call('POST', '/retention-rules/import', { csv: wrong });
    expect([refused.status, refused.body.code]).toEqual([422, 'unknown_classification']);
    const broken = await office
      .as('stafdik')
      .call('POST', '/retention-rules/import', { csv: csv.replace(';2;3;', ';dua;3;') });
    expect(broken.body.errors[0]).toMatchObject({ path: 'baris 2' });
    expect((await office.as('staf').call<{ items: object[] }>('GET', '/retention-rules')).body.items).toEqual([]);

    expect((await office.as('staf').call('POST', '/retention-rules/import', { csv })).status).toBe(403);
    const first = await office.as('stafdik').call('POST', '/retention-rules/import', { csv });
    expect(first.body).toMatchObject({ created: 2, changed: 0, same: 0 });
    const exported = await office.as('staf').call('GET', '/retention-rules/export');
    const again = await office
      .as('admin')
      .call('POST', '/retention-rules/import', { csv: exported.raw.toString('utf8') });
    expect(again.body).toMatchObject({ created: 0, changed: 0, same: 2 });
  });

  test('a rule is changed one by one, and a code without one follows the code above', async () => {
    const body = { classification: '000.1.2', activeYears: 5, inactiveYears: 5, disposition: 'destroy' };
    const put = await office.as('admin').call<{ id: string }>('PUT', '/retention-rules', body);
    expect([put.status, put.body]).toEqual([
      200,
      expect.objectContaining({ classification: '000.1.2', activeYears: 5 }),
    ]);
    expect((await office.as('admin').call('PUT', '/retention-rules', { ...body, activeYears: -1 })).status).toBe(400);
    expect((await office.as('tu').call('PUT', '/retention-rules', body)).status).toBe(403);
    const covered = await open('staf', { classification: '000.1.2.3' });
    const above = await open('staf', { classification: '000.2' });
    expect([covered.retention.rule?.classification, above.retention.rule?.classification]).toEqual(['000.1.2', '000']);
    expect((await office.as('admin').call('DELETE', `/retention-rules/${put.body.id}`)).status).toBe(204);
    const after = await office.as('staf').call<Dossier>('GET', `/dossiers/${covered.id}`);
    expect(after.body.retention.rule?.classification).toBe('000');
    const none = await open('staf', { classification: '800.1' });
    expect([none.retention.rule, none.retention.phase]).toEqual([null, 'unruled']);
  });
});

describe('dossiers', () => {
  test('run numbers per unit, code and year, without gaps when opened at once', async () => {
    const made = await Promise.all(
      Array.from({ length: 5 }, () => open('staf', { classification: '000.3', year: 2025 })),
    );
    expect(made.map((each) => each.code).sort()).toEqual([1, 2, 3, 4, 5].map((seq) => `000.3/2025/${seq}`));
    const foreign = await office.as('stafdik').call<Dossier>('GET', `/dossiers/${made[0]?.id}`);
    expect(foreign.status).toBe(200);
    const own = await open('stafdik', { classification: '000.3', year: 2025 });
    expect((await office.as('staf').call('GET', `/dossiers/${own.id}`)).status).toBe(404);
    const elsewhere = { classification: '000.3', year: 2025, title: 'Milik unit lain', unitId: office.units.Disdik };
    expect((await office.as('staf').call('POST', '/dossiers', elsewhere)).status).toBe(403);
    const bad = await office.as('staf').call('POST', '/dossiers', { classification: 'x', year: 1, title: '' });
    expect(bad.body.errors.map((each) => each.path).sort()).toEqual(['classification', 'title', 'year']);
  });

  test('the place of the paper is kept with its moves', async () => {
    const { id } = await open();
    await office.as('staf').call('POST', `/dossiers/${id}/places`, { building: 'Gedung A', room: 'R. 2', box: 'B-1' });
    const moved = await office
      .as('stafdik')
      .call<Dossier>('POST', `/dossiers/${id}/places`, { building: 'Depo arsip', box: 'X-9' });
    expect(moved.body.places.map((each) => [each.building, each.box])).toEqual([
      ['Depo arsip', 'X-9'],
      ['Gedung A', 'B-1'],
    ]);
    const list = await office.as('staf').call<{ items: { id: string; place: string }[] }>('GET', '/dossiers?q=Rapat');
    expect(list.body.items.find((each) => each.id === id)?.place).toBe('Depo arsip, X-9');
  });
});

describe('filing', () => {
  test('one act puts a letter away, once, and its page says where', async () => {
    const dossier = await open();
    const letterId = await sent();
    type Unfiled = { items: { id: string; suggestion: { id: string } | null }[] };
    const unfiled = await office.as('staf').call<Unfiled>('GET', '/unfiled-letters?limit=100');
    expect(unfiled.body.items.find((each) => each.id === letterId)?.suggestion?.id).toBe(dossier.id);

    const filed = await file('staf', dossier.id, { letterIds: [letterId] });
    expect(filed.body).toEqual({ filed: [letterId], refused: [] });
    expect((await file('staf', dossier.id, { letterIds: [letterId] })).body.filed).toEqual([letterId]);
    const letter = await office
      .as('staf')
      .call<{ state: string; history: { action: string }[] }>('GET', `/letters/${letterId}`);
    expect(letter.body.state).toBe('archived');
    expect(letter.body.history.filter((each) => each.action === 'letter.archived')).toHaveLength(1);
    const where = await office.as('staf').call<{ dossier: { id: string } }>('GET', `/letters/${letterId}/dossier`);
    expect(where.body.dossier.id).toBe(dossier.id);

    const other = await open();
    expect((await file('staf', other.id, { letterIds: [letterId] })).body.refused[0]?.code).toBe('already_filed');
    expect((await file('staf', other.id, { letterIds: [letterId], move: true })).body.filed).toEqual([letterId]);
    const [count] = await office.query<{ n: number }>(
      sql`select count(*)::int as n from dossier_items where letter_id = ${letterId}::uuid`,
    );
    expect(count?.n).toBe(1);
  });

  test('what is not done with, unreadable or unknown is refused by name, and the rest is filed', async () => {
    const { id } = await open();
    const good = await sent();
    const draft = await office.as('staf').call<{ id: string }>('POST', '/letters', {
      type: 'surat_dinas',
      subject: 'Masih konsep',
      body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Isi.' }] }] },
      recipients: [{ kind: 'external', name: 'PT Maju' }],
      classification: '000.1.5',
    });
    const drafted = draft.body.id;
    const unknown = '00000000-0000-7000-8000-0000000000aa';
    const answer = await file('staf', id, { letterIds: [good, drafted, unknown] });
    expect(answer.body.filed).toEqual([good]);
    expect(answer.body.refused.map((each) => [each.letterId, each.code]).sort()).toEqual(
      [
        [drafted, 'letter_not_filable'],
        [unknown, 'not_found'],
      ].sort(),
    );
    // The archivist sees every dossier and reads no letter for it.
    const late = await sent();
    expect((await file('stafdik', id, { letterIds: [late] })).body.refused[0]?.code).toBe('not_found');
  });

  test('a dossier shows titles only of letters that one may read', async () => {
    const { id } = await open();
    await file('staf', id, { letterIds: [await sent({ subject: 'Hal yang tidak untuk semua' })] });
    await file('staf', id, { paper: { subject: 'Map gambar teknik', quantity: '1 bundel' } });
    type Items = { items: { kind: string; subject: string | null; letterId: string | null }[] };
    const own = await office.as('staf').call<Items>('GET', `/dossiers/${id}/items`);
    expect(own.body.items.map((each) => [each.kind, each.subject])).toEqual([
      ['letter', 'Hal yang tidak untuk semua'],
      ['paper', 'Map gambar teknik'],
    ]);
    const archivist = await office.as('stafdik').call<Items>('GET', `/dossiers/${id}/items`);
    expect(archivist.body.items.map((each) => [each.kind, each.subject, each.letterId])).toEqual([
      ['hidden', null, null],
      ['paper', 'Map gambar teknik', null],
    ]);
  });

  test('a closed dossier takes nothing more; who is neither registrar nor archivist does not close it', async () => {
    const { id } = await open();
    expect((await office.as('staf').call('POST', `/dossiers/${id}/close`, {})).status).toBe(403);
    const closed = await office.as('stafdik').call<Dossier>('POST', `/dossiers/${id}/close`, {});
    expect([closed.body.state, closed.body.retention.phase]).toEqual(['closed', 'active']);
    const refused = await file('staf', id, { letterIds: [await sent()] });
    expect([refused.status, (refused.body as unknown as { code: string }).code]).toEqual([409, 'dossier_state']);
    const stale = await office
      .as('stafdik')
      .call('POST', `/dossiers/${id}/reopen`, { reason: 'Keliru ditutup', version: 1 });
    expect(stale.body.code).toBe('stale_version');
    const reopened = await office
      .as('stafdik')
      .call<Dossier>('POST', `/dossiers/${id}/reopen`, { reason: 'Keliru ditutup' });
    expect([reopened.body.state, reopened.body.closedOn]).toEqual(['open', null]);
  });
});

test('the same key twice files a paper once', async () => {
  const { id } = await open();
  const headers = { 'idempotency-key': 'berkas-sekali' };
  const body = { paper: { subject: 'Kuitansi asli' } };
  const first = await office.as('staf').call<Filed>('POST', `/dossiers/${id}/items`, body, headers);
  const second = await office.as('staf').call<Filed>('POST', `/dossiers/${id}/items`, body, headers);
  expect(second.body).toEqual(first.body);
  const [count] = await office.query<{ n: number }>(
    sql`select count(*)::int as n from dossier_items where dossier_id = ${id}::uuid`,
  );
  expect(count?.n).toBe(1);
});
