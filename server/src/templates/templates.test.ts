import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../core/ids.ts';
import { createLetterOffice, type LetterOffice, type Username } from '../testing/letter-office.ts';
import { createAdoptedTemplate, findAdoptedTemplate, readPublishedTemplate } from './index.ts';
import type { TemplateAnswer, TemplateItem } from './schema.ts';

type Problem = { code: string; version: number; errors: { path: string }[] };
type Template = TemplateAnswer & Problem;

let office: LetterOffice;
beforeAll(async () => {
  office = await createLetterOffice();
});
afterAll(() => office.close());

const text = (words: string) => ({
  type: 'doc' as const,
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
});
const make = (by: Username, more: object = {}) =>
  office.as(by).call<Template>('POST', '/templates', {
    name: 'Undangan uji',
    type: 'surat_undangan',
    body: text('Satu'),
    defaults: { subject: 'Undangan', classification: '000.1.5', chain: { approvers: 'none', signer: 'secretary' } },
    ...more,
  });
const names = async (by: Username, query = '') =>
  (await office.as(by).call<{ items: TemplateItem[] }>('GET', `/templates?limit=100${query}`)).body.items.map(
    (t) => t.id,
  );

it('an administrator drafts and publishes; others see it from then on, and cannot change it', async () => {
  const { status, body } = await make('admin');
  expect(status, JSON.stringify(body)).toBe(201);
  expect(body).toMatchObject({ version: 1, publishedVersion: null, state: 'draft', origin: null });
  expect(await names('staf')).not.toContain(body.id);
  expect((await office.as('staf').call('GET', `/templates/${body.id}`)).status).toBe(404);
  expect((await make('staf')).status).toBe(403);
  expect((await office.as('sekda').call('POST', `/templates/${body.id}/publish`)).status).toBe(403);
  const published = await office.as('admin').call<Template>('POST', `/templates/${body.id}/publish`);
  expect(published.body).toMatchObject({ publishedVersion: 1, state: 'published' });
  expect(await names('staf', '&type=surat_undangan&q=UNDANGAN')).toContain(body.id);
});

it('a published version never changes: the next edit is the next version', async () => {
  const { body } = await make('admin');
  await office.as('admin').call('POST', `/templates/${body.id}/publish`);
  const edited = await office
    .as('admin')
    .call<Template>('PATCH', `/templates/${body.id}`, { body: text('Dua'), version: 1 });
  expect(edited.body).toMatchObject({ version: 2, publishedVersion: 1, body: text('Dua') });
  expect((await office.as('staf').call<Template>('GET', `/templates/${body.id}`)).body.body).toEqual(text('Satu'));
  const stale = await office.as('admin').call<Template>('PATCH', `/templates/${body.id}`, { name: 'Lain', version: 1 });
  expect([stale.status, stale.body.version]).toEqual([409, 2]);
});

it('a body that cannot be printed and an unknown type are refused', async () => {
  expect((await make('admin', { body: { type: 'doc', content: [{ type: 'video' }] } })).status).toBe(400);
  expect((await make('admin', { type: 'surat_cinta' })).body).toMatchObject({
    code: 'unknown_letter_type',
    errors: [{ path: 'type' }],
  });
});

it('a letter takes what the drafter leaves open from the template, chain included', async () => {
  const { body } = await make('admin');
  const letterFrom = (templateId: string) =>
    office
      .as('staf')
      .call<Record<string, never> & { id: string; code: string; errors: { path: string }[] }>('POST', '/letters', {
        templateId,
        recipients: [{ kind: 'unit', id: office.units.Disdik }],
      });
  expect((await letterFrom(body.id)).body.errors.map((each) => each.path)).toContain('templateId');
  await office.as('admin').call('POST', `/templates/${body.id}/publish`);
  const letter = await letterFrom(body.id);
  expect(letter.body).toMatchObject({
    type: 'surat_undangan',
    subject: 'Undangan',
    classification: '000.1.5',
    body: text('Satu'),
    template: { id: body.id, version: 1 },
  });
  const submitted = await office.as('staf').call('POST', `/letters/${letter.body.id}/submit`);
  expect(submitted.body).toMatchObject({ state: 'awaiting_signature', signer: { title: 'Sekretaris Daerah' } });
});

it('a partner’s template becomes our own copy, once, published at once', async () => {
  const copy = (offerId: string) => ({
    id: newId(),
    name: 'Dari mitra',
    type: 'surat_dinas',
    description: null,
    body: text('Mitra'),
    defaults: {},
    origin: { slug: 'lebak', name: 'Kabupaten Lebak', offerId, version: 3 },
    createdBy: office.people.admin,
  });
  const offerId = newId();
  const adopted = await office.tenancy.withTenant(office.tenant, (tx) => createAdoptedTemplate(tx, copy(offerId)));
  const found = await office.tenancy.readTenant(office.tenant, async (read) => ({
    published: await readPublishedTemplate(read, adopted.id),
    adopted: await findAdoptedTemplate(read, adopted.id),
    none: await readPublishedTemplate(read, newId()),
  }));
  expect(found.published).toMatchObject({ version: 1, body: text('Mitra') });
  expect(found.adopted).toEqual(adopted);
  expect(found.none).toBeUndefined();
  await expect(
    office.tenancy.withTenant(office.tenant, (tx) => createAdoptedTemplate(tx, copy(offerId))),
  ).rejects.toMatchObject({ constraint_name: 'templates_origin_offer_id_key' });
  const item = await office.as('staf').call<Template>('GET', `/templates/${adopted.id}`);
  expect(item.body.origin).toEqual({ slug: 'lebak', name: 'Kabupaten Lebak', version: 3 });
});

it('classifications are found by code and by words, page by page', async () => {
  await office.tenancy.withPlatform(async (tx) => {
    await tx.execute(sql`insert into platform.classifications (code, name) values ('999.1', 'Uji Rapat Pimpinan'),
      ('999.1.1', 'Uji Rapat Kerja'), ('999.2', 'Uji Lain') on conflict do nothing`);
  });
  type Page = { items: { code: string }[]; nextCursor: string | null };
  const find = async (query: string) => (await office.as('staf').call<Page>('GET', `/classifications?${query}`)).body;
  expect((await find('q=999.1')).items.map((each) => each.code)).toEqual(['999.1', '999.1.1']);
  expect((await find('q=rapat%20uji')).items.map((each) => each.code)).toEqual(['999.1', '999.1.1']);
  const first = await find('q=999&limit=2');
  expect(first.nextCursor).toBe('999.1.1');
  expect((await find(`q=999&cursor=${first.nextCursor}`)).items.map((each) => each.code)).toEqual(['999.2']);
});

it('types of letters are listed for everyone', async () => {
  const { body } = await office.as('staf').call<{ items: { code: string }[] }>('GET', '/letter-types');
  expect(body.items.map((type) => type.code)).toContain('surat_undangan');
});
