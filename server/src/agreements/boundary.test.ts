import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../core/db/client.ts';
import { newId } from '../core/ids.ts';
import { createTestTenant, superuserClient, type TestTenant, testClient } from '../testing/database.ts';
import { type AgreementAct, agreementActs, type StoredState, transition } from './rules.ts';

/** What the database refuses, whatever our code does: statements sent by the regencies' own logins. */

let lebak: TestTenant;
let sumedang: TestTenant;
let stranger: TestTenant;
let asLebak: Client;
let asSumedang: Client;
let asStranger: Client;

beforeAll(async () => {
  [sumedang, lebak, stranger] = await Promise.all([createTestTenant(), createTestTenant(), createTestTenant()]);
  [asSumedang, asLebak, asStranger] = [testClient(sumedang.role), testClient(lebak.role), testClient(stranger.role)];
});
afterAll(async () => {
  await Promise.all([asLebak, asSumedang, asStranger].map((client) => client?.end()));
});

const hash = (digit: string) => digit.repeat(64);
const freshHash = () => randomBytes(32).toString('hex');
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const code = () =>
  Array.from({ length: 3 }, () =>
    Array.from({ length: 4 }, () => letters[Math.floor(Math.random() * 32)]).join(''),
  ).join('-');

async function draft(scope = ['templates']): Promise<string> {
  const id = newId();
  await asSumedang`select platform.create_agreement(${id}, 'kb', 'Kerja sama uji', ${scope}::text[], current_date - 1,
    current_date + 30, null, '{"clauses":[]}'::jsonb, ${[lebak.slug]}::text[], ${code()}, 'admin', ${newId()})`;
  return id;
}
const propose = (client: Client, id: string, version = 1) =>
  client`select platform.propose_agreement(${id}, ${version}, 'admin', ${newId()})`;
const revise = (client: Client, id: string, revision: number, version = 1) =>
  client`select platform.add_agreement_revision(${id}, ${version}, ${revision}, ${freshHash()}, 10, 'bupati', 'Bupati', ${newId()})`;

async function signed(scope?: string[]): Promise<string> {
  const id = await draft(scope);
  await propose(asSumedang, id);
  await revise(asSumedang, id, 0);
  await revise(asSumedang, id, 1);
  await revise(asLebak, id, 2);
  return id;
}

/** The error's SQLSTATE or constraint; null when the statement went through. */
const refusal = (query: PromiseLike<unknown>): Promise<string | null> =>
  Promise.resolve(query).then(
    () => null,
    (error: { code?: string; constraint_name?: string }) => error.constraint_name || (error.code ?? 'unknown'),
  );
const denied = '42501';
const notThere = 'P0002';

describe('a regency’s own login', () => {
  test('cannot write to any shared table of agreements directly', async () => {
    const id = await draft();
    for (const statement of [
      `insert into platform.agreements (id, kind, title, scope, starts_on, ends_on, time_zone, content, created_by, verify_code, proposer)
        values ('${newId()}', 'pks', 'Palsu', '{templates}', current_date, current_date, 'Asia/Jakarta', '{}', 'x', '${code()}', '${lebak.slug}')`,
      `update platform.agreements set state = 'signed' where id = '${id}'`,
      `update platform.agreements set title = 'Lain' where id = '${id}'`,
      `delete from platform.agreements where id = '${id}'`,
      `insert into platform.agreement_parties (agreement_id, tenant_slug, ordinal) values ('${id}', '${stranger.slug}', 3)`,
      `update platform.agreement_parties set signed_at = now(), number = '1' where agreement_id = '${id}'`,
      `delete from platform.agreement_parties where agreement_id = '${id}'`,
      `insert into platform.agreement_events (id, agreement_id, tenant_slug, actor, action) values ('${newId()}', '${id}', '${lebak.slug}', 'x', 'signed')`,
      `insert into platform.agreement_revisions (agreement_id, version, revision, tenant_slug, sha256, size) values ('${id}', 1, 0, '${lebak.slug}', '${hash('a')}', 1)`,
      `insert into platform.agreement_versions (agreement_id, version, content, tenant_slug, author) values ('${id}', 2, '{}', '${lebak.slug}', 'x')`,
      `select * from platform.agreement_registers`,
      `insert into platform.offers (id, agreement_id, source_id, version, name, type, content_sha256) values ('${newId()}', '${id}', '${newId()}', 1, 'ab', 'ab', '${hash('a')}')`,
      `insert into platform.offer_contents (offer_id, agreement_id, content) values ('${newId()}', '${id}', '{}')`,
      `insert into platform.adoptions (offer_id, agreement_id, copy_id, adopted_by) values ('${newId()}', '${id}', '${newId()}', 'x')`,
      `insert into platform.agreement_council (agreement_id, needed, reason, author) values ('${id}', false, 'tidak', 'x')`,
      `insert into platform.agreement_comments (id, agreement_id, text, author) values ('${newId()}', '${id}', 'a', 'x')`,
      `select platform.is_live('${id}')`,
      `select platform.lock_opening_agreement('${id}', 'templates')`,
      `select platform.lock_my_agreement('${id}')`,
      `select platform.register_agreement('${id}')`,
      `select platform.tell_parties('${id}', 'agreements', 'signed')`,
      `insert into platform.representatives (tenant_slug, title) values ('${lebak.slug}', 'Bupati palsu')`,
      `insert into platform.verifications (code, document_kind, document_type, number, issued_on, secrecy, issuer_name)
        values ('${code()}', 'agreement', 'perjanjian_kerja_sama', '1', current_date, 'biasa', 'x')`,
    ]) {
      expect(await refusal(asSumedang.unsafe(statement)), statement).toBe(denied);
    }
  });

  test('reads nothing of agreements it is no party of, and cannot act on them', async () => {
    const id = await signed();
    for (const table of [
      'agreements',
      'agreement_parties',
      'agreement_versions',
      'agreement_revisions',
      'agreement_events',
      'agreement_council',
      'agreement_comments',
      'offers',
      'offer_contents',
      'adoptions',
    ]) {
      expect(await asStranger.unsafe(`select * from platform.${table}`), table).toHaveLength(0);
    }
    const content = '{"clauses":[]}';
    for (const query of [
      propose(asStranger, id),
      revise(asStranger, id, 3),
      asStranger`select platform.edit_agreement(${id}, 1, 'Judul', '{templates}', current_date, current_date, null, ${content}::text::jsonb, 'x', ${newId()})`,
      asStranger`select platform.request_agreement_changes(${id}, 1, 'x', 'catatan', ${newId()})`,
      asStranger`select platform.terminate_agreement(${id}, 1, 'x', 'alasan', ${newId()})`,
      asStranger`select platform.link_agreement(${id}, 1, null, 'alasan', true, 'x', ${newId()})`,
      asStranger`select platform.change_agreement(${id}, ${id}, 'amends')`,
      asStranger`select platform.record_council(${id}, false, 'alasan', null, null, null, 'x', ${newId()})`,
      asStranger`select platform.comment_on_agreement(${id}, ${newId()}, null, null, 'kata', 'x')`,
      asStranger`select platform.resolve_agreement_comment(${id}, ${newId()}, 'x')`,
      asStranger`select platform.offer_template(${newId()}, ${id}, ${newId()}, 1, 'Templat', 'surat', null, null, null, '{}', 'x', ${newId()})`,
    ]) {
      expect(await refusal(query)).toBe(notThere);
    }
    expect(await asStranger`select * from platform.agreement_terms(${id})`).toHaveLength(0);
  });

  test('signs once and only for itself', async () => {
    const id = await draft();
    await propose(asSumedang, id);
    await revise(asSumedang, id, 0);
    await revise(asSumedang, id, 1);
    expect(await refusal(revise(asSumedang, id, 2))).toBe('agreement_signed_once');
    const parties = await asLebak`select tenant_slug, signed_at is not null as signed from platform.agreement_parties
      where agreement_id = ${id} order by ordinal`;
    expect([...parties]).toEqual([
      { tenant_slug: sumedang.slug, signed: true },
      { tenant_slug: lebak.slug, signed: false },
    ]);
    expect(await refusal(revise(asLebak, id, 1))).toBe('agreement_revision_next');
    expect(await refusal(revise(asLebak, id, 2, 2))).toBe('agreements_version');
  });

  test('cannot put a file under another’s verification code', async () => {
    const id = await signed();
    const [agreement] = await asSumedang`select verify_code as code from platform.agreements where id = ${id}`;
    for (const client of [asSumedang, asLebak, asStranger]) {
      expect(
        await refusal(client`insert into platform.verification_revisions (code, revision, sha256, signers)
          values (${agreement?.code}, 9, ${hash('f')}, '[]')`),
      ).toBe(denied);
    }
  });

  test('cannot draft with a partner that is unknown, suspended or itself', async () => {
    const attempt = (partners: string[]) =>
      refusal(asSumedang`select platform.create_agreement(${newId()}, 'pks', 'Kerja sama', '{templates}', current_date,
        current_date, null, '{}', ${partners}::text[], ${code()}, 'x', ${newId()})`);
    const asleep = await createTestTenant({ status: 'suspended' });
    expect(
      await Promise.all([[sumedang.slug], ['tak-ada'], [asleep.slug], [lebak.slug, lebak.slug], []].map(attempt)),
    ).toEqual(Array.from({ length: 5 }, () => 'agreement_partners'));
  });

  test('offers and adopts only under an agreement in force, and reads content only while the offer stands', async () => {
    const offer = (id: string) =>
      asSumedang`select platform.offer_template(${newId()}, ${id}, ${newId()}, 1, 'Templat', 'surat', null, null, null, '{"body":1}', 'x', ${newId()}) as id`;
    expect(await refusal(offer(await draft()))).toBe('offers_agreement_in_force');
    expect(await refusal(offer(await signed(['practices'])))).toBe('offers_agreement_scope');
    const id = await signed();
    const [made] = await offer(id);
    const contents = () => asLebak`select * from platform.offer_contents where offer_id = ${made?.id}`;
    const adopt = (client: Client) => client`select platform.adopt_offer(${made?.id}, ${newId()}, 'x', ${newId()})`;
    expect(await contents()).toHaveLength(1);
    expect(await refusal(adopt(asSumedang))).toBe(notThere);
    expect(await refusal(adopt(asStranger))).toBe(notThere);
    expect(await refusal(asLebak`select platform.withdraw_offer(${made?.id}, 'x', ${newId()})`)).toBe(notThere);

    const root = superuserClient();
    await root`update platform.agreements set starts_on = current_date - 20, ends_on = current_date - 10 where id = ${id}`;
    await root.end();
    expect(await contents()).toHaveLength(0);
    expect(await refusal(adopt(asLebak))).toBe('offers_agreement_in_force');
    expect(await refusal(offer(id))).toBe('offers_agreement_in_force');
  });

  test('two parties’ registers have no gaps when agreements are proposed at once', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => draft()));
    const many = testClient(lebak.role, 3);
    await Promise.all(ids.map((id, i) => propose(i % 2 === 0 ? asSumedang : many, id)));
    await many.end();
    const rows = await asSumedang`select split_part(number, '/', 2)::int as seq from platform.agreement_parties
      where tenant_slug = ${lebak.slug} and number is not null order by 1`;
    expect(rows.map((row) => row.seq)).toEqual(rows.map((_, index) => index + 1));
  });
});

describe('the database and the declared workflow agree', () => {
  test('on every sequence of acts by either party', async () => {
    type Step = { act: AgreementAct; party: 0 | 1 };
    const step = fc.record({
      act: fc.constantFrom(...agreementActs),
      party: fc.constantFrom(0 as const, 1 as const),
    });
    const steps: fc.Arbitrary<Step[]> = fc.array(step, { minLength: 1, maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const id = await draft();
        const model = { state: 'draft' as StoredState, version: 1, signed: new Set<number>(), revision: -1 };
        for (const { act, party } of sequence) {
          const client = party === 0 ? asSumedang : asLebak;
          const state = model.state === 'signed' ? 'in_force' : model.state;
          const next = transition(state, act, 2 - model.signed.size);
          const isOpen = model.state === 'proposed' || model.state === 'signing';
          if (isOpen && model.revision < 0) {
            await revise(client, id, 0, model.version);
            model.revision = 0;
          }
          const run = {
            edit: () => client`select platform.edit_agreement(${id}, ${model.version}, 'Judul baru', '{templates}',
              current_date - 1, current_date + 30, null, '{"clauses":[]}', 'x', ${newId()})`,
            propose: () => propose(client, id, model.version),
            sign: () => revise(client, id, model.revision + 1, model.version),
            requestChanges: () =>
              client`select platform.request_agreement_changes(${id}, ${model.version}, 'x', 'ubah', ${newId()})`,
            terminate: () =>
              client`select platform.terminate_agreement(${id}, ${model.version}, 'x', 'selesai', ${newId()})`,
          }[act];
          const refused = await refusal(run());
          const again = act === 'sign' && model.signed.has(party);
          expect(refused === null, `${act} by ${party} in ${state}: ${refused}`).toBe(next !== null && !again);
          if (refused !== null || next === null) continue;
          model.state = next;
          if (act === 'edit' || act === 'requestChanges') model.version += 1;
          if (act === 'requestChanges' || act === 'propose') model.revision = -1;
          if (act === 'requestChanges') model.signed.clear();
          if (act === 'sign') {
            model.signed.add(party);
            model.revision += 1;
          }
          const [row] = await asLebak`select state, version from platform.agreements where id = ${id}`;
          expect(row).toEqual({ state: model.state, version: model.version });
        }
      }),
      { numRuns: 40 },
    );
  });
});
