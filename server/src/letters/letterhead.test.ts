import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../core/ids.ts';
import { createLetterOffice, type LetterOffice, type Username } from '../testing/letter-office.ts';
import { composeDocument } from './document.ts';

let office: LetterOffice;
let short: string;
beforeAll(async () => {
  office = await createLetterOffice();
  short = office.tenant.name.replace(/^(Kabupaten|Kota) /, '').toUpperCase();
});
afterAll(() => office.close());

const at = { today: '2026-11-24', createdAt: new Date('2026-11-24T03:00:00Z') };

/** The page of a letter that a person signs for a post. */
const page = async (position: string, person?: Username, type = 'surat_dinas') => {
  const letter = {
    type,
    subject: 'Uji kop',
    secrecy: 'biasa' as const,
    urgency: 'amat_segera' as const,
    attachmentNote: null,
    body: { type: 'doc' as const, content: [] },
    addressees: ['Camat'],
    copies: [],
    signerPositionId: position,
  };
  const options = person ? { ...at, signerPersonId: office.people[person] } : at;
  const { document } = await office.tenancy.readTenant(office.tenant, (read) => composeDocument(read, letter, options));
  return document;
};

describe('who signs, from positions and delegations', () => {
  it('is a.n. with the delegate’s own post right below, on the delegate’s letterhead', async () => {
    const { signer, letterhead } = await page(office.positions.bupati, 'sekda');
    expect(signer.lines).toEqual([`a.n. BUPATI ${short}`, 'SEKRETARIS DAERAH,']);
    expect(letterhead).toMatchObject({
      kind: 'unit',
      lines: [expect.stringMatching(/^PEMERINTAH /), 'SEKRETARIAT DAERAH'],
    });
  });

  it('is u.b. for a delegate from further down', async () => {
    const [post] = await office.query<{ id: string }>(sql`
      insert into positions (id, unit_id, title, kind, superior_id)
      select ${newId()}::uuid, unit_id, 'Asisten Administrasi Umum', 'division_head', id from positions where id = ${office.positions.sekda}
      returning id`);
    await office.query(
      sql`update assignments set position_id = ${post?.id} where person_id = ${office.people.stafdik}`,
    );
    const { signer } = await page(office.positions.bupati, 'stafdik');
    expect(signer.lines).toEqual([`a.n. BUPATI ${short}`, 'SEKRETARIS DAERAH,', 'u.b.', 'ASISTEN ADMINISTRASI UMUM,']);
    await office.query(sql`update assignments set mode = 'plt' where person_id = ${office.people.stafdik}`);
    expect((await page(office.positions.sekda, 'stafdik')).signer.lines).toEqual([
      'a.n. SEKRETARIS DAERAH',
      'Plt. ASISTEN ADMINISTRASI UMUM,',
    ]);
  });

  it.each(['plt', 'plh', 'pj', 'pjs'] as const)(
    'is %s from the appointment, under the letterhead of the post',
    async (mode) => {
      await office.query(sql`update assignments set mode = ${mode} where person_id = ${office.people.bupati}`);
      const { signer, letterhead } = await page(office.positions.bupati);
      const prefix = { plt: 'Plt.', plh: 'Plh.', pj: 'Pj.', pjs: 'Pjs.' }[mode];
      expect(signer.lines).toEqual([`${prefix} BUPATI ${short},`]);
      expect(letterhead).toMatchObject({ kind: 'regent', office: `BUPATI ${short}` });
      await office.query(sql`update assignments set mode = 'definitif' where person_id = ${office.people.bupati}`);
    },
  );
});

describe('the letterhead', () => {
  const unitBelow = async (parent: string, kind: string, name: string): Promise<string> => {
    const [made] = await office.query<{ id: string }>(sql`
      with unit as (insert into units (id, parent_id, code, name, short_name, kind)
        select ${newId()}::uuid, u.id, ${`U-${kind}`}, ${name}, ${name}, ${kind} from units u where u.code = ${parent} returning id)
      insert into positions (id, unit_id, title, kind) select ${newId()}::uuid, id, ${`Kepala ${name}`},
        ${kind === 'council' ? 'council_leader' : 'unit_head'} from unit returning id`);
    if (!made) throw new Error(`no unit ${parent}`);
    return made.id;
  };

  it('has three lines for what belongs to another unit', async () => {
    for (const kind of ['upt', 'blud', 'kelurahan', 'desa']) {
      const { letterhead } = await page(await unitBelow('Disdik', kind, `Satuan ${kind}`));
      expect(letterhead).toMatchObject({
        lines: [expect.stringMatching(/^PEMERINTAH /), 'DINAS PENDIDIKAN', `SATUAN ${kind.toUpperCase()}`],
      });
    }
  });

  it('of the council names the regency, not its government', async () => {
    const { letterhead } = await page(await unitBelow('Disdik', 'council', 'DPRD'), undefined, 'keputusan_dprd');
    expect(letterhead).toMatchObject({ lines: ['DEWAN PERWAKILAN RAKYAT DAERAH', office.tenant.name.toUpperCase()] });
  });

  it('of a regulation names the province; the head signs without degrees', async () => {
    const { letterhead, title, authority, gazette, signer } = await page(
      office.positions.bupati,
      undefined,
      'peraturan_kepala_daerah',
    );
    expect(letterhead).toMatchObject({ kind: 'regent', address: [expect.stringMatching(/^PROVINSI /)] });
    expect({ title, authority, name: signer.name }).toEqual({
      title: `PERATURAN BUPATI ${short}`,
      authority: `BUPATI ${short}`,
      name: 'LARAS WIRADINATA',
    });
    expect(gazette).toBe(`BERITA DAERAH ${office.tenant.name.toUpperCase()} TAHUN 2026`);
  });

  it('of a decision by the head of a unit names the unit and the regency', async () => {
    const { title } = await page(office.positions.sekda, undefined, 'keputusan_kepala_daerah');
    expect(title).toBe(`KEPUTUSAN SEKRETARIS DAERAH ${office.tenant.name.toUpperCase()}`);
  });

  it('calls the highest urgency as the office does', async () => {
    expect((await page(office.positions.sekda)).nature).toBe('Biasa, Amat Segera');
    const changed = await office.as('admin').call('PATCH', '/settings', { urgentLabel: 'Sangat Segera' });
    expect(changed.status).toBe(200);
    expect((await page(office.positions.sekda)).nature).toBe('Biasa, Sangat Segera');
  });
});
