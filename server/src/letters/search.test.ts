import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLetterOffice, type LetterOffice, type Username } from '../testing/letter-office.ts';

let office: LetterOffice;
beforeAll(async () => {
  office = await createLetterOffice();
});
afterAll(() => office.close());

type Item = { id: string; subject: string; access: string; snippet: { text: string; hit: boolean }[] | null };
type Page = { items: Item[]; nextCursor: string | null };

const paragraph = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

async function write(subject: string, text: string, more: object = {}, by: Username = 'staf'): Promise<string> {
  const { status, body } = await office.as(by).call<{ id: string }>('POST', '/letters', {
    type: 'surat_dinas',
    subject,
    body: paragraph(text),
    classification: '000.1',
    ...more,
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.id;
}
const find = async (by: Username, query: string) => {
  const { status, body } = await office.as(by).call<Page>('GET', `/letters?${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};
const subjects = async (by: Username, query: string) => (await find(by, query)).items.map((item) => item.subject);

describe('full text', () => {
  beforeAll(async () => {
    await write('Undangan koordinasi stunting', 'Kami mengundang Saudara hadir di Kecamatan Conggeang.', {
      recipients: [{ kind: 'external', name: 'Yayasan Pelita Harapan' }],
    });
    await write('Laporan jalan', 'Perbaikan jalan lingkungan tertunda.', { urgency: 'segera' });
    const numbered = await write('Perihal bernomor', 'Isi.');
    await office.query(
      sql`update letters set number = '005/123/Setda', letter_date = '2025-03-04' where id = ${numbered}::uuid`,
    );
  });

  it('finds by stem, by beginning of the word being typed, in body, names and numbers', async () => {
    expect(await subjects('staf', 'q=conggeang')).toEqual(['Undangan koordinasi stunting']);
    expect(await subjects('staf', 'q=diundang')).toEqual(['Undangan koordinasi stunting']);
    expect(await subjects('staf', 'q=koordinasi+stun')).toEqual(['Undangan koordinasi stunting']);
    expect(await subjects('staf', 'q=pelita')).toEqual(['Undangan koordinasi stunting']);
    expect(await subjects('staf', 'q=005%2F12')).toEqual(['Perihal bernomor']);
    expect(await subjects('staf', 'q=setda')).toEqual(['Perihal bernomor']);
    expect(await subjects('staf', 'q=stunting+jalan')).toEqual([]);
    expect(await subjects('staf', 'q=%25%25')).toEqual([]);
    expect(await subjects('staf', "q=') | a:* & ('")).toEqual([]);
  });

  it('shows where the words stand, as text', async () => {
    await write('Tentang markah', 'Biaya < 5 juta & <b>luas</b> > 3 hektare di jembatan gantung Cikoneng.');
    const [item] = (await find('staf', 'q=cikoneng')).items;
    expect(item?.snippet?.filter((part) => part.hit).map((part) => part.text)).toEqual(['Cikoneng']);
    expect(item?.snippet?.map((part) => part.text).join('')).toContain('< 5 juta & ');
    expect((await find('staf', 'q=markah')).items[0]?.snippet).toBeNull();
  });

  it('follows every change of what it holds', async () => {
    const id = await write('Berubah', 'Kata lama sapujagat.');
    await office.as('staf').call('PATCH', `/letters/${id}`, {
      body: paragraph('Kata baru purwarupa.'),
      recipients: [{ kind: 'external', name: 'Koperasi Tirtamarta' }],
    });
    expect(await subjects('staf', 'q=sapujagat')).toEqual([]);
    expect(await subjects('staf', 'q=purwarupa')).toEqual(['Berubah']);
    expect(await subjects('staf', 'q=tirtamarta')).toEqual(['Berubah']);
    expect(await subjects('staf', 'party=tirtamarta')).toEqual(['Berubah']);
    expect(await subjects('staf', 'party=purwarupa')).toEqual([]);
    await office.as('staf').call('PATCH', `/letters/${id}`, { recipients: [] });
    expect(await subjects('staf', 'q=tirtamarta')).toEqual([]);
    const file = '00000000-0000-7000-8000-00000000f11e';
    await office.query(sql`insert into files (id, sha256, size, media_type, name)
      values (${file}::uuid, ${'a'.repeat(64)}, 1, 'application/pdf', 'denah-situ.pdf')`);
    await office.query(sql`insert into letter_attachments (id, letter_id, file_id, ordinal)
      values (${file}::uuid, ${id}::uuid, ${file}::uuid, 1)`);
    expect(await subjects('staf', 'q=denah')).toEqual(['Berubah']);
    await office.query(sql`insert into file_texts (file_id, text, state, extracted_at)
      values (${file}::uuid, 'Bendungan Jatigede', 'extracted', now())`);
    expect(await subjects('staf', 'q=jatigede')).toEqual(['Berubah']);
    expect(await subjects('staf', 'q=jatigede&attachment=yes')).toEqual(['Berubah']);
    expect(await subjects('staf', 'q=jatigede&attachment=no')).toEqual([]);
    await office.query(sql`delete from letter_attachments where id = ${file}::uuid`);
    expect(await subjects('staf', 'q=jatigede')).toEqual([]);
  });

  it('narrows by every filter, with words and without', async () => {
    const { units, people } = office;
    for (const filter of [
      'urgency=segera',
      'type=surat_dinas',
      'direction=outgoing',
      'secrecy=biasa',
      'state=draft',
      'classification=000',
      `person=${people.staf}`,
      'box=draft',
      `from=2020-01-01&to=2099-01-01`,
    ]) {
      expect(await subjects('staf', `q=laporan+jalan&${filter}`), filter).toEqual(['Laporan jalan']);
      expect(await subjects('staf', filter), filter).toContain('Laporan jalan');
    }
    for (const filter of [
      'urgency=amat_segera',
      'type=surat_edaran',
      'direction=incoming',
      'secrecy=terbatas',
      'state=sent',
      'classification=999',
      `unit=${units.Disdik}`,
      `person=${people.sekda}`,
      'to=2020-01-01',
      'box=archive',
    ]) {
      expect(await subjects('staf', `q=laporan+jalan&${filter}`), filter).toEqual([]);
      expect(await subjects('staf', filter), filter).not.toContain('Laporan jalan');
    }
  });

  it('pages newest first, weighs relevance, and counts as far as told', async () => {
    for (const n of [1, 2, 3]) await write(`Berkala ${n}`, 'Kata kunci wirausaha.');
    await write('Wirausaha muda', 'Isi lain.');
    await write('Berkala 4', 'Kata kunci wirausaha.');
    expect(await subjects('staf', 'q=wirausaha')).toEqual([
      'Berkala 4',
      'Wirausaha muda',
      'Berkala 3',
      'Berkala 2',
      'Berkala 1',
    ]);
    const first = await find('staf', 'q=wirausaha&limit=2');
    expect(first.items.map((item) => item.subject)).toEqual(['Berkala 4', 'Wirausaha muda']);
    expect(await subjects('staf', `q=wirausaha&limit=2&cursor=${first.nextCursor}`)).toEqual([
      'Berkala 3',
      'Berkala 2',
    ]);
    expect((await subjects('staf', 'q=wirausaha&order=relevance'))[0]).toBe('Wirausaha muda');
    const count = await office.as('staf').call('GET', '/letters/count?q=wirausaha');
    expect(count.body).toEqual({ count: 5, more: false });
    const all = await office.as('staf').call('GET', '/letters/count');
    expect(all.body).toEqual({ count: (await find('staf', 'limit=100')).items.length, more: false });
  });

  it('finds for those who may read it and for nobody else', async () => {
    for (const name of office.usernames) {
      expect(await subjects(name, 'q=conggeang'), name).toEqual(
        name === 'staf' ? ['Undangan koordinasi stunting'] : [],
      );
    }
  });
});
