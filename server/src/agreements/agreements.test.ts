import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyPdf } from '../adapters/signing/index.ts';
import { systemClock } from '../core/clock.ts';
import { newId } from '../core/ids.ts';
import {
  type AgreementWorld,
  inDays,
  startAgreementWorld,
  type TestOffice,
  testPassphrase,
} from '../testing/agreement-world.ts';
import { superuserClient } from '../testing/database.ts';
import { silentLog } from '../testing/installation.ts';
import { requireTool } from '../testing/tools.ts';
import { createAgreementJobs } from './index.ts';

let world: AgreementWorld;
let sumedang: TestOffice;
let lebak: TestOffice;
let sukabumi: TestOffice;

beforeAll(async () => {
  world = await startAgreementWorld();
  [sumedang, lebak, sukabumi] = await Promise.all([world.addOffice(), world.addOffice(), world.addOffice()]);
});
beforeEach(() => {
  world.beforeSigning = undefined;
});
afterAll(() => world?.close());

const passphrase = testPassphrase;

const draftBody = (changes: object = {}) => ({
  partners: [lebak.slug],
  title: 'Kerja Sama Templat Naskah Dinas',
  kind: 'pks',
  parentReason: 'Uji tanpa kesepakatan bersama',
  scope: ['templates', 'practices'],
  startsOn: inDays(0),
  endsOn: inDays(365),
  ...changes,
});

async function drafted(changes: object = {}): Promise<string> {
  const answer = await sumedang.as('admin').call('POST', '/agreements', draftBody(changes));
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id;
}

async function proposed(changes: object = {}): Promise<string> {
  const id = await drafted(changes);
  const answer = await sumedang.as('sekda').call('POST', `/agreements/${id}/propose`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return id;
}

async function concluded(changes: object = {}): Promise<string> {
  const id = await proposed(changes);
  for (const office of [sumedang, lebak]) {
    const answer = await office.as('bupati').call('POST', `/agreements/${id}/sign`, { passphrase });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  }
  return id;
}

const act = (office: TestOffice, id: string, name: string, body?: object, who = 'bupati') =>
  office.as(who).call('POST', `/agreements/${id}/${name}`, body);

function inspect(pdf: Uint8Array): { valid: number; total: boolean } {
  const folder = mkdtempSync(join(tmpdir(), 'madangan-pdf-'));
  try {
    writeFileSync(join(folder, 'a.pdf'), pdf);
    // pdfsig says 1 when a certificate is not in its own trust store; the signature is judged in the text.
    const text = execFileSync('sh', ['-c', `pdfsig -nocert "${join(folder, 'a.pdf')}" || true`]).toString();
    return { valid: text.match(/Signature is Valid/g)?.length ?? 0, total: text.includes('Total document signed') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the whole story', () => {
  test('a draft is changed by both, proposed, sent back, proposed again, signed by both, and is in force', async () => {
    const id = await drafted();
    const seen = await lebak.as('sekda').call('GET', `/agreements/${id}`);
    expect(seen.status).toBe(200);
    expect(seen.body).toMatchObject({ state: 'draft', version: 1, kind: 'pks', timeZone: 'Asia/Jakarta' });
    expect(seen.body.parties.map((party) => [party.label, party.isUs])).toEqual([
      ['Pihak Kesatu', false],
      ['Pihak Kedua', true],
    ]);
    expect(seen.body.clauses).toHaveLength(11);
    expect(JSON.stringify(seen.body.clauses.map((clause) => clause.text))).not.toContain('{{');
    expect(seen.body.acts).toMatchObject({
      edit: { allowed: true },
      propose: { allowed: true },
      sign: { allowed: false },
    });

    expect((await act(sumedang, id, 'propose')).body).toMatchObject({ state: 'proposed', version: 1 });
    expect((await lebak.as('admin').call('PATCH', `/agreements/${id}`, { title: 'Lain' })).body.code).toBe(
      'agreement_state',
    );
    const first = await act(sumedang, id, 'sign', { passphrase });
    expect(first.body).toMatchObject({ state: 'signing', verifyCode: null });

    const back = await act(lebak, id, 'request-changes', { note: 'Tambahkan tenggang 30 hari.' }, 'sekda');
    expect(back.body).toMatchObject({ state: 'draft', version: 2 });
    expect(back.body.parties.map((party) => party.state)).toEqual(['preparing', 'preparing']);
    const clauses = back.body.clauses.map(({ title, source }) => ({
      title,
      text: title === 'Hak dan kewajiban' ? [...source, 'Setiap PIHAK menyampaikan laporan tahunan.'] : source,
    }));
    const edited = await lebak.as('admin').call('PATCH', `/agreements/${id}`, { version: 2, clauses });
    expect(edited.body).toMatchObject({ version: 3, comparedWith: 1 });
    expect(edited.body.clauses[2]?.change).toMatchObject({ kind: 'changed', version: 3, by: { slug: lebak.slug } });
    expect(edited.body.clauses.filter((clause) => clause.change !== null)).toHaveLength(1);

    const numbers = back.body.parties.map((party) => party.number);
    const again = await act(lebak, id, 'propose', { version: 3 }, 'sekda');
    expect(again.body.parties.map((party) => party.number)).toEqual(numbers);
    expect(numbers.every((number) => /^100\.3\.7\/\d+\/KSDD\/\d{4}$/.test(number ?? ''))).toBe(true);
    // Any party may be first.
    expect((await act(lebak, id, 'sign', { passphrase, version: 3 })).body).toMatchObject({ state: 'signing' });
    const twice = await act(lebak, id, 'sign', { passphrase });
    expect([twice.status, twice.body.code]).toEqual([409, 'agreement_already_signed']);
    const last = await act(sumedang, id, 'sign', { passphrase });
    expect(last.body).toMatchObject({ state: 'in_force', verifyCode: expect.stringMatching(/^.{4}-.{4}-.{4}$/) });
    expect(last.body.history.map((event) => event.action)).toEqual([
      'drafted',
      'proposed',
      'signed',
      'changes_requested',
      'edited',
      'proposed',
      'signed',
      'signed',
    ]);
    expect(last.body.versions.map((each) => each.proposedAt !== null)).toEqual([true, false, true]);

    const pdf = await lebak.as('admin').call('GET', `/agreements/${id}/pdf`);
    const verification = await verifyPdf(pdf.raw, {
      trustedRoots: [world.authorities.root.certificate],
      now: new Date(),
    });
    expect(verification).toMatchObject({ authentic: true, wholeFileSigned: true });
    expect(verification.signatures).toHaveLength(2);

    const registered = await world.tenancy.readPlatform((read) =>
      read.execute<
        Record<string, unknown>
      >(sql`select v.document_kind, v.subject, r.revision, jsonb_array_length(r.signers) as signers
        from platform.verifications v join platform.verification_revisions r on r.code = v.code
        where v.code = ${last.body.verifyCode} order by r.revision`),
    );
    expect([...registered]).toEqual([
      { document_kind: 'agreement', subject: 'Kerja Sama Templat Naskah Dinas', revision: 1, signers: 1 },
      { document_kind: 'agreement', subject: 'Kerja Sama Templat Naskah Dinas', revision: 2, signers: 2 },
    ]);
  });

  test('a third regency sees nothing of it', async () => {
    const id = await concluded();
    const unknown = await sukabumi.as('bupati').call('GET', `/agreements/${newId()}`);
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['GET', '/pdf', undefined],
      ['PATCH', '', { title: 'Milik kami' }],
      ['POST', '/propose', undefined],
      ['POST', '/sign', { passphrase }],
      ['POST', '/request-changes', { note: 'Ubah semuanya' }],
      ['POST', '/terminate', { reason: 'Tidak setuju' }],
    ] as const) {
      const answer = await sukabumi.as('bupati').call(method, `/agreements/${id}${path}`, body);
      expect(answer.body, path).toEqual(unknown.body);
      expect(answer.status).toBe(404);
    }
    expect((await sukabumi.as('bupati').call('GET', '/agreements')).body).toEqual({ items: [], nextCursor: null });
    const own = await lebak.as('bupati').call<{ items: { id: string }[] }>('GET', '/agreements?state=in_force');
    expect(own.body.items.map((item) => item.id)).toContain(id);
  });

  test('a termination is immediate without a notice, and can be given only once', async () => {
    const id = await concluded();
    expect((await act(lebak, id, 'terminate', { reason: 'Sudah selesai' }, 'sekda')).status).toBe(403);
    const ended = await act(lebak, id, 'terminate', { reason: 'Sudah selesai' });
    expect(ended.body).toMatchObject({
      state: 'terminated',
      termination: { by: { slug: lebak.slug }, reason: 'Sudah selesai' },
    });
    expect((await act(sumedang, id, 'terminate', { reason: 'Sudah selesai' })).status).toBe(409);
  });

  test('a termination with notice leaves the agreement in force until the notice has passed', async () => {
    const id = await concluded({ noticeDays: 30 });
    const announced = await act(lebak, id, 'terminate', { reason: 'Anggaran berkurang' });
    expect(announced.body.state).toBe('in_force');
    expect(Date.parse(announced.body.termination?.effectiveAt ?? '')).toBeGreaterThan(Date.now() + 29 * 86_400_000);
    expect(announced.body.acts.terminate.allowed).toBe(false);
    expect((await act(sumedang, id, 'terminate', { reason: 'Sekarang juga' })).status).toBe(409);
  });

  test('signed by all before its first day it is signed, not in force', async () => {
    const id = await concluded({ startsOn: inDays(10) });
    expect((await lebak.as('admin').call('GET', `/agreements/${id}`)).body.state).toBe('signed');
    expect((await act(lebak, id, 'terminate', { reason: 'Batal dimulai' })).body.state).toBe('terminated');
  });

  test('dates are dates in the proposer’s zone, from the start of the first to the end of the last', async () => {
    const papua = await world.addOffice({ timeZone: 'Asia/Jayapura' });
    const answer = await papua.as('admin').call('POST', '/agreements', {
      ...draftBody({ startsOn: '2027-01-01', endsOn: '2027-12-31' }),
    });
    expect(answer.body).toMatchObject({
      timeZone: 'Asia/Jayapura',
      startsAt: '2026-12-31T15:00:00.000Z',
      endsAt: '2027-12-31T15:00:00.000Z',
    });
  });
});

describe('signing', () => {
  test('two regencies signing at the same moment end in one file with both signatures', async () => {
    const id = await proposed();
    // Both have read the unsigned file before either of them signs it.
    let arrived = 0;
    let release: () => void = () => undefined;
    const both = new Promise<void>((resolve) => {
      release = resolve;
    });
    world.beforeSigning = async () => {
      arrived += 1;
      if (arrived === 2) release();
      await both;
    };
    const answers = await Promise.all([sumedang, lebak].map((office) => act(office, id, 'sign', { passphrase })));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    expect(arrived).toBe(3);
    const pdf = await sumedang.as('bupati').call('GET', `/agreements/${id}/pdf`);
    const verification = await verifyPdf(pdf.raw, {
      trustedRoots: [world.authorities.root.certificate],
      now: new Date(),
    });
    expect(verification).toMatchObject({ authentic: true, wholeFileSigned: true });
    expect(verification.signatures).toHaveLength(2);
    if (requireTool('pdfsig')) expect(inspect(pdf.raw)).toEqual({ valid: 2, total: true });
  });

  test('a wrong passphrase signs nothing', async () => {
    const id = await proposed();
    const answer = await act(lebak, id, 'sign', { passphrase: 'bukan ini' });
    expect([answer.status, answer.body.code]).toEqual([422, 'wrong_passphrase']);
    expect((await lebak.as('bupati').call('GET', `/agreements/${id}`)).body.state).toBe('proposed');
  });

  test('only the regent signs, a delegate for a PKS', async () => {
    const id = await proposed();
    const sekda = lebak.actors.get('sekda');
    const bupati = lebak.actors.get('bupati');
    if (!sekda || !bupati) throw new Error('no people');
    expect((await act(lebak, id, 'sign', { passphrase }, 'sekda')).status).toBe(403);
    expect((await act(lebak, id, 'sign', { passphrase }, 'staf')).status).toBe(403);
    expect((await lebak.as('staf').call('GET', `/agreements/${id}`)).status).toBe(403);
    const delegated = bupati.positions.map((post) => ({ ...post, mode: 'delegate' as const, acts: ['sign' as const] }));
    lebak.actors.set('kuasa', { ...sekda, username: 'kuasa', positions: [...sekda.positions, ...delegated] });
    const answer = await act(lebak, id, 'sign', { passphrase }, 'kuasa');
    expect(answer.body.parties[1]).toMatchObject({ state: 'signed', signer: { title: 'a.n. Bupati' } });
    const kb = await proposed({ kind: 'kb' });
    expect((await act(lebak, kb, 'sign', { passphrase }, 'kuasa')).status).toBe(403);
  });

  test('a crash between proposing and storing the unsigned file heals at the next signature', async () => {
    const id = await proposed();
    const root = superuserClient();
    const before = await root`select sha256 from platform.agreement_revisions where agreement_id = ${id}`;
    await root`delete from platform.agreement_revisions where agreement_id = ${id}`;
    expect((await act(lebak, id, 'sign', { passphrase })).status).toBe(200);
    const after =
      await root`select revision, sha256 from platform.agreement_revisions where agreement_id = ${id} order by revision`;
    await root.end();
    expect(after.map((row) => row.revision)).toEqual([0, 1]);
    expect(after[0]?.sha256).toBe(before[0]?.sha256);
  });

  test('a file that is not the text of the agreement is not signed', async () => {
    const id = await proposed();
    const forged = await world.storage.put(sumedang.slug, Buffer.from('%PDF-1.7 another text'));
    const root = superuserClient();
    await root`update platform.agreement_revisions set sha256 = ${forged.sha256} where agreement_id = ${id}`;
    await root.end();
    const answer = await act(lebak, id, 'sign', { passphrase });
    expect([answer.status, answer.body.code]).toEqual([409, 'agreement_document_mismatch']);
  });

  test('changes asked for while a signature is being made void it', async () => {
    const id = await proposed();
    world.beforeSigning = async () => {
      world.beforeSigning = undefined;
      await act(sumedang, id, 'request-changes', { note: 'Tunggu dulu' });
    };
    const answer = await act(lebak, id, 'sign', { passphrase });
    expect([answer.status, answer.body.code]).toEqual([409, 'stale_version']);
    expect((await lebak.as('bupati').call('GET', `/agreements/${id}`)).body.state).toBe('draft');
  });
});

describe('bad input', () => {
  test('all fields at fault are named', async () => {
    const answer = await sumedang.as('admin').call('POST', '/agreements', {
      ...draftBody({ partners: ['kabupaten-tak-ada', sumedang.slug], startsOn: inDays(10), endsOn: inDays(1) }),
    });
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((error) => error.path)).toEqual(['partners.0', 'partners.1', 'endsOn']);
    const long = await sumedang.as('admin').call('POST', '/agreements', draftBody({ endsOn: inDays(6 * 365) }));
    expect(long.body.errors).toMatchObject([{ path: 'endsOn' }]);
    const empty = await sumedang.as('admin').call('POST', '/agreements', { partners: [], scope: [], title: '' });
    expect(empty.status).toBe(400);
    expect(empty.body.errors.map((error) => error.path)).toEqual(
      expect.arrayContaining(['partners', 'title', 'scope', 'startsOn', 'endsOn']),
    );
  });

  test('a suspended regency cannot become a partner', async () => {
    const asleep = await world.addOffice();
    const root = superuserClient();
    await root`update platform.tenants set status = 'suspended' where slug = ${asleep.slug}`;
    await root.end();
    const answer = await sumedang
      .as('admin')
      .call('POST', '/agreements', draftBody({ partners: [lebak.slug, asleep.slug] }));
    expect([answer.status, answer.body.errors]).toMatchObject([422, [{ path: 'partners.1' }]]);
  });

  test('a stale version is answered by the current one', async () => {
    const id = await drafted();
    expect(
      (await lebak.as('admin').call('PATCH', `/agreements/${id}`, { version: 1, title: 'Judul dari Lebak' })).status,
    ).toBe(200);
    const stale = await sumedang
      .as('admin')
      .call('PATCH', `/agreements/${id}`, { version: 1, title: 'Judul dari Sumedang' });
    expect([stale.status, stale.body.code, stale.body.version]).toEqual([409, 'stale_version', 2]);
    expect((await act(sumedang, id, 'propose', { version: 1 })).status).toBe(409);
  });

  test('what is still open in the text is named when proposing', async () => {
    const id = await drafted({ clauses: [{ title: 'Maksud', text: ['Dengan {{nama_objek}} sampai {{ends_on}}.'] }] });
    const answer = await act(sumedang, id, 'propose');
    expect([answer.status, answer.body.errors[0]?.message]).toEqual([422, 'isian {{nama_objek}} belum diganti']);
  });

  test('another scope brings other articles, as long as nobody rewrote them', async () => {
    const id = await drafted();
    const wider = await lebak
      .as('admin')
      .call('PATCH', `/agreements/${id}`, { scope: ['indices'], endsOn: inDays(700) });
    const text = JSON.stringify(wider.body.clauses.map((clause) => clause.text));
    expect(text).toContain('pembandingan nilai indeks');
    expect(text).not.toContain('katalog bersama');
  });
});

describe('a partner’s people', () => {
  test('are told of an act once, and of edits not at all', async () => {
    const office = await world.addOffice();
    const id = await drafted({ partners: [office.slug] });
    const orders = await world.tenancy.readPlatform((read) =>
      read.execute<{ id: string; stampedBy: string; payload: Record<string, unknown> }>(sql`
        select id, stamped_by as "stampedBy", payload from platform.work
        where kind = 'agreement.notice' and payload ->> 'agreementId' = ${id}`),
    );
    expect([...orders].map((order) => order.stampedBy)).toEqual([office.role]);
    const [order] = orders;
    if (!order) throw new Error('no order');
    const [notice] = createAgreementJobs({ tenancy: world.tenancy, clock: systemClock });
    const run = (payload: unknown) =>
      notice?.run(
        {
          tenant: office,
          workId: order.id,
          jobAttempt: 1,
          progress: async () => undefined,
          log: silentLog,
          deps: {},
        },
        payload,
      );
    await run(order.payload);
    await run(order.payload);
    await run({ agreementId: id, act: 'edited' });
    const notices = await world.tenancy.readTenant(office, (read) =>
      read.execute<{ username: string; key: string }>(sql`select p.username, n.text_key as key from notices n
        join people p on p.id = n.person_id order by 1`),
    );
    expect([...notices].map((notice) => [notice.username, notice.key])).toEqual(
      ['admin', 'bupati', 'sekda'].map((username) => [username, 'agreement.drafted']),
    );
    const seen = await sumedang.as('admin').call('GET', `/agreements/${id}`);
    expect(seen.body.parties[1]?.representative).toEqual({ name: `bupati ${office.slug}`, title: 'Bupati' });
  });

  test('hear of every act at once, each party by a hint in its own name', async () => {
    const id = await proposed();
    const hints = await world.tenancy.readPlatform((read) =>
      read.execute<{ stampedBy: string }>(sql`select distinct stamped_by as "stampedBy" from platform.outbox
        where kind = 'event.agreements' and payload ->> 'id' = ${id}`),
    );
    expect([...hints].map((hint) => hint.stampedBy).sort()).toEqual([lebak.role, sumedang.role].sort());
  });
});
