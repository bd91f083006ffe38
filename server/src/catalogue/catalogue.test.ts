import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../core/ids.ts';
import { readPublishedTemplate } from '../templates/index.ts';
import {
  type AgreementWorld,
  inDays,
  startAgreementWorld,
  type TestOffice,
  testPassphrase,
} from '../testing/agreement-world.ts';

let world: AgreementWorld;
let sumedang: TestOffice;
let lebak: TestOffice;
let sukabumi: TestOffice;

beforeAll(async () => {
  world = await startAgreementWorld();
});
afterAll(() => world?.close());

interface Item {
  id: string;
  name: string;
  version: number;
  adoptedByMe: boolean;
  isNewer: boolean;
  adoptedVersion: number | null;
  adoptedBy: number;
  copyId: string | null;
  origin: { slug: string; name: string; version: number };
  standing: string;
  body: unknown;
  code: string;
}
type List = { items: Item[]; nextCursor: string | null };

/** Three fresh offices, the first two with an agreement in force. */
async function partners(changes: object = {}): Promise<string> {
  [sumedang, lebak, sukabumi] = await Promise.all([world.addOffice(), world.addOffice(), world.addOffice()]);
  const drafted = await sumedang.as('admin').call('POST', '/agreements', {
    partners: [lebak.slug],
    title: 'Kerja Sama Templat',
    scope: ['templates'],
    startsOn: inDays(0),
    endsOn: inDays(90),
    ...changes,
  });
  const { id } = drafted.body;
  await sumedang.as('admin').call('POST', `/agreements/${id}/propose`);
  for (const office of [sumedang, lebak]) {
    await office.as('bupati').call('POST', `/agreements/${id}/sign`, { passphrase: testPassphrase });
  }
  return id;
}

const share = (office: TestOffice, template: string, agreementId: string) =>
  office.as('admin').call<Item>('POST', `/templates/${template}/share`, { agreementId });
const adopt = (office: TestOffice, id: string) => office.as('admin').call<Item>('POST', `/catalogue/${id}/adopt`);
const list = async (office: TestOffice, query = '') =>
  (await office.as('admin').call<List>('GET', `/catalogue${query}`)).body.items;

describe('sharing and adopting', () => {
  test('posts, units, addressees and people of the owner stay behind; fields and conditions go along', async () => {
    const agreement = await partners();
    const template = await sumedang.addTemplate('Dengan bawaan');
    const [unit, post] = [newId(), newId()];
    const place = (name: string, kind: string, value: unknown) => ({
      type: 'paragraph',
      content: [{ type: 'variable', attrs: { name, label: name, kind, value, required: true } }],
    });
    const condition = { match: 'all', tests: [{ variable: 'pimpinan', test: 'filled', values: [] }] };
    const body = {
      type: 'doc',
      content: [
        place('pimpinan', 'person', { name: 'Orang Sumedang', nip: '123' }),
        { type: 'conditional', attrs: { condition }, content: [place('acara', 'text', null)] },
      ],
    };
    const defaults = {
      subject: 'Hal',
      recipients: [
        { kind: 'unit', id: unit },
        { kind: 'external', name: 'Penerima Sumedang' },
      ],
      copies: [{ kind: 'position', id: post }],
      chain: { approvers: 'positions', stages: [[post]], signer: 'position', signerPosition: newId() },
    };
    await world.tenancy.withTenant(sumedang, (tx) =>
      tx.execute(sql`update template_versions set body = ${JSON.stringify(body)}::text::jsonb,
        defaults = ${JSON.stringify(defaults)}::text::jsonb where template_id = ${template}`),
    );
    const offer = await share(sumedang, template, agreement);
    const adopted = await adopt(lebak, offer.body.id);
    const seen = [
      (await lebak.as('admin').call<{ defaults: unknown }>('GET', `/catalogue/${offer.body.id}`)).body,
      await world.tenancy.readTenant(lebak, (read) => readPublishedTemplate(read, adopted.body.id)),
    ];
    for (const content of seen) {
      expect(content?.defaults).toEqual({ subject: 'Hal', chain: { approvers: 'superiors', signer: 'unit_head' } });
      const text = JSON.stringify(content);
      expect(text).toContain('"conditional"');
      for (const ours of ['Orang Sumedang', 'Penerima Sumedang', unit, post]) expect(text).not.toContain(ours);
    }
  });

  test('a shared template is found by the partner, adopted once, and seen by nobody else', async () => {
    const agreement = await partners();
    const template = await sumedang.addTemplate('Undangan Studi Komparatif');
    const offer = await share(sumedang, template, agreement);
    expect(offer.status, JSON.stringify(offer.body)).toBe(201);
    expect((await share(sumedang, template, agreement)).body.id).toBe(offer.body.id);

    expect(await list(lebak)).toMatchObject([
      {
        name: 'Undangan Studi Komparatif',
        version: 1,
        origin: { slug: sumedang.slug, name: sumedang.name },
        adoptedByMe: false,
        adoptedBy: 0,
      },
    ]);
    expect((await lebak.as('sekda').call<Item>('GET', `/catalogue/${offer.body.id}`)).body).toMatchObject({
      standing: 'offered',
      body: { type: 'doc' },
    });
    const copy = await adopt(lebak, offer.body.id);
    expect(copy.body).toMatchObject({ name: 'Undangan Studi Komparatif', origin: { slug: sumedang.slug, version: 1 } });
    expect((await adopt(lebak, offer.body.id)).body).toEqual(copy.body);
    expect(await list(lebak)).toMatchObject([
      { adoptedByMe: true, copyId: copy.body.id, adoptedBy: 1, isNewer: false },
    ]);

    expect(await list(sukabumi)).toEqual([]);
    const unknown = await adopt(sukabumi, newId());
    expect((await adopt(sukabumi, offer.body.id)).body).toEqual(unknown.body);
    expect((await sukabumi.as('admin').call('GET', `/catalogue/${offer.body.id}`)).status).toBe(404);
    const own = await sukabumi.addTemplate('Milik Sukabumi');
    expect((await share(sukabumi, own, agreement)).body.code).toBe('agreement_not_found');
    // One's own offers are not one's catalogue, but can be listed.
    expect(await list(sumedang)).toEqual([]);
    expect(await list(sumedang, `?origin=${sumedang.slug}`)).toHaveLength(1);
  });

  test('adopting twice at the same moment makes one copy', async () => {
    const agreement = await partners();
    const offer = await share(sumedang, await sumedang.addTemplate('Nota Dinas'), agreement);
    const copies = await Promise.all([adopt(lebak, offer.body.id), adopt(lebak, offer.body.id)]);
    expect(new Set(copies.map((copy) => copy.body.id)).size).toBe(1);
    expect(copies.map((copy) => copy.status)).toEqual([201, 201]);
  });

  test('a newer version of the same template is a new copy, marked as newer', async () => {
    const agreement = await partners();
    const template = await sumedang.addTemplate('Surat Perintah Tugas');
    const first = await adopt(lebak, (await share(sumedang, template, agreement)).body.id);
    await sumedang.publishNext(template, 2);
    const next = await share(sumedang, template, agreement);
    expect(await list(lebak)).toMatchObject([
      { version: 2, isNewer: true, adoptedByMe: false, adoptedVersion: 1 },
      { version: 1, isNewer: false, adoptedByMe: true },
    ]);
    const second = await adopt(lebak, next.body.id);
    expect(second.body.id).not.toBe(first.body.id);
    expect(second.body.origin.version).toBe(2);
    const handedOn = await share(lebak, second.body.id, agreement);
    expect([handedOn.status, handedOn.body.code]).toEqual([409, 'template_not_ours']);
  });

  test('a termination stops sharing and adopting at once; copies stay', async () => {
    const agreement = await partners();
    const template = await sumedang.addTemplate('Surat Edaran');
    const offer = await share(sumedang, template, agreement);
    await adopt(lebak, offer.body.id);
    await lebak.as('bupati').call('POST', `/agreements/${agreement}/terminate`, { reason: 'Selesai' });
    expect(await list(lebak)).toEqual([]);
    const again = await adopt(lebak, offer.body.id);
    expect([again.status, again.body.code]).toEqual([409, 'agreement_ended']);
    const more = await share(sumedang, template, agreement);
    expect([more.status, more.body.code]).toEqual([409, 'agreement_not_in_force']);
    expect((await lebak.as('admin').call<Item>('GET', `/catalogue/${offer.body.id}`)).body).toMatchObject({
      standing: 'agreement_ended',
      body: null,
      adoptedByMe: true,
    });
  });

  test('nothing is shared before the first day, nor under a scope without templates', async () => {
    const agreement = await partners({ startsOn: inDays(5) });
    const template = await sumedang.addTemplate('Surat Dinas');
    expect((await share(sumedang, template, agreement)).body.code).toBe('agreement_not_in_force');
    const other = await partners({ scope: ['practices'] });
    const answer = await share(sumedang, await sumedang.addTemplate('Surat Dinas'), other);
    expect([answer.status, answer.body.code]).toEqual([409, 'agreement_scope']);
  });

  test('a withdrawn offer is neither listed nor adopted, and can be offered again', async () => {
    const agreement = await partners();
    const template = await sumedang.addTemplate('Laporan');
    const { id } = (await share(sumedang, template, agreement)).body;
    expect((await lebak.as('admin').call('POST', `/catalogue/${id}/withdraw`)).status).toBe(404);
    expect((await sumedang.as('admin').call<Item>('POST', `/catalogue/${id}/withdraw`)).body.standing).toBe(
      'withdrawn',
    );
    expect(await list(lebak)).toEqual([]);
    expect((await adopt(lebak, id)).body.code).toBe('offer_withdrawn');
    expect((await share(sumedang, template, agreement)).body.id).toBe(id);
    expect((await adopt(lebak, id)).status).toBe(201);
  });

  test('only administrators share and adopt; a template must be ours', async () => {
    const agreement = await partners();
    const template = await sumedang.addTemplate('Telaahan Staf');
    expect(
      (await sumedang.as('sekda').call('POST', `/templates/${template}/share`, { agreementId: agreement })).status,
    ).toBe(403);
    expect((await share(lebak, template, agreement)).status).toBe(404);
    const offer = await share(sumedang, template, agreement);
    expect((await lebak.as('bupati').call('POST', `/catalogue/${offer.body.id}/adopt`)).status).toBe(403);
    expect((await lebak.as('staf').call('GET', '/catalogue')).status).toBe(403);
  });

  test('the list is searched, filtered and paged', async () => {
    const agreement = await partners();
    for (const name of ['Undangan Rapat', 'Undangan 100%', 'Nota Dinas']) {
      await share(sumedang, await sumedang.addTemplate(name), agreement);
    }
    const names = async (query: string) => (await list(lebak, query)).map((item) => item.name);
    expect(await names('?q=undangan')).toEqual(['Undangan 100%', 'Undangan Rapat']);
    expect(await names('?q=100%25')).toEqual(['Undangan 100%']);
    expect(await names('?type=nota_dinas')).toEqual([]);
    expect(await names(`?origin=${sumedang.slug}&type=surat_undangan`)).toHaveLength(3);
    const first = (await lebak.as('admin').call<List>('GET', '/catalogue?limit=2')).body;
    expect(first.items).toHaveLength(2);
    expect(await names(`?limit=2&cursor=${first.nextCursor}`)).toEqual(['Undangan Rapat']);
  });
});
