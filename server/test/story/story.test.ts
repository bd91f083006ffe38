import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requireTool } from '../../src/testing/tools.ts';
import {
  type Client,
  createClient,
  demoPassword,
  eventually,
  type RunningInstallation,
  startRunning,
} from '../running-installation.ts';
import { done, fillIn, type Job, type Office, officeOf, type Page, type Person } from './office.ts';
import { inspectPdf } from './pdf.ts';

let running: RunningInstallation;
let client: Client;
let sumedang: Office;
let lebak: Office;
let sukabumi: Office;

beforeAll(async () => {
  running = await startRunning();
  client = createClient(running.url);
  [sumedang, lebak, sukabumi] = ['sumedang', 'lebak', 'sukabumi'].map((slug) =>
    officeOf(client, slug, demoPassword),
  ) as [Office, Office, Office];
});
afterAll(() => running?.stop());

const today = (offset = 0) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jakarta' }).format(new Date(Date.now() + offset * 86_400_000));

describe('1. one command gives a running platform with three regencies', () => {
  test('it is ready, and the front page lists the three offices', async () => {
    const { items } = await done(client.nobody<Page<{ slug: string; name: string }>>('GET', '/offices'));
    expect(items.map((office) => office.slug).sort()).toEqual(['lebak', 'sukabumi', 'sumedang']);
  });

  test('it printed its address and the demo accounts, and the demo password only where it is not given', async () => {
    await eventually(async () => running.stdout().includes('Madangan siap:'), 'the line that says it is ready');
    expect(running.stdout()).toContain(`Madangan siap: ${running.url}`);
    expect(running.stdout()).toContain('superadmin');
    expect(running.stdout()).toContain(`http://sumedang.localhost:${running.port}`);
    expect(running.stderr()).toBe('');
  });
});

describe('2. a fourth regency signs up, is approved, provisioned and moves in', () => {
  let region: { code: string; name: string };
  let signup: { id: string; token: string };
  let jobId: string;
  let activationUrl: URL;

  test('the public page finds a regency that has not joined', async () => {
    const { items } = await done(
      client.nobody<Page<{ code: string; name: string; slug: string | null }>>('GET', '/regions?q=Kuningan'),
    );
    const found = items.find((item) => item.slug === null);
    if (!found) throw new Error('no free region called Kuningan');
    region = found;
  });

  test('anyone may sign it up; until somebody decides it is pending, and no office', async () => {
    signup = await done(
      client.nobody<{ id: string; token: string }>('POST', '/signups', {
        regionCode: region.code,
        slug: 'kuningan',
        contact: {
          name: 'Rina Pertiwi',
          email: 'rina@kuningan.example',
          phone: '0232-123456',
          position: 'Kepala Dinas Kominfo',
        },
      }),
      202,
    );
    expect(await done(client.nobody('GET', `/signups/${signup.token}`))).toMatchObject({ state: 'pending' });
    const early = await client.at('kuningan')('POST', '/auth/login', { username: 'admin', password: 'x'.repeat(12) });
    expect(early).toMatchObject({ status: 404, body: { code: 'tenant_unknown' } });
  });

  test('the superadmin finds the application and approves it', async () => {
    const { items } = await done(
      client.as('superadmin')<Page<{ id: string; state: string }>>('GET', '/platform/signups'),
    );
    expect(items).toContainEqual(expect.objectContaining({ id: signup.id, state: 'pending' }));
    const approved = await done(
      client.as('superadmin')<{ tenant: { slug: string }; jobId: string }>(
        'POST',
        `/platform/signups/${signup.id}/approve`,
      ),
      202,
    );
    expect(approved.tenant.slug).toBe('kuningan');
    jobId = approved.jobId;
  });

  test('and watches it being provisioned, step by step, until it is active', async () => {
    const progress: number[] = [];
    const job = await eventually(async () => {
      const answer = await done(client.as('superadmin')<Job>('GET', `/platform/jobs/${jobId}`));
      progress.push(answer.progress);
      if (answer.status === 'failed') throw new Error(`provisioning failed: ${answer.error}`);
      return answer.status === 'completed' ? answer : null;
    }, 'provisioning of Kuningan');
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(job.progress).toBe(100);
    const tenant = await done(
      client.as('superadmin')<{ status: string; steps: { state: string }[] }>('GET', '/platform/tenants/kuningan'),
    );
    expect(tenant.status).toBe('active');
    expect(new Set(tenant.steps.map((step) => step.state))).toEqual(new Set(['done']));
    activationUrl = new URL(String(job.result?.activationUrl));
    expect(activationUrl.host).toBe(`kuningan.localhost:${running.port}`);
  });

  test('the activation link is shown once', async () => {
    const again = await done(client.as('superadmin')<Job>('GET', `/platform/jobs/${jobId}`));
    expect(again.result?.activationUrl ?? null).toBeNull();
  });

  test('its admin sets a password with the link, once, and signs in', async () => {
    const body = { token: activationUrl.searchParams.get('token'), password: 'gunung-ciremai-3078' };
    const { username } = await done(client.at('kuningan')<{ username: string }>('POST', '/auth/activate', body));
    expect((await client.at('kuningan')('POST', '/auth/activate', body)).status).toBeGreaterThanOrEqual(400);
    const admin = client.as(`kuningan/${username}`, 'gunung-ciremai-3078');
    expect((await done(admin<Person>('GET', '/me'))).permissions).toContain('organization.manage');
  });

  test('the office is empty, and has the perangkat daerah of a kabupaten', async () => {
    const admin = client.as('kuningan/admin', 'gunung-ciremai-3078');
    expect(await done(admin('GET', '/letters'))).toEqual({ items: [], nextCursor: null });
    const { items } = await done(admin<{ items: { name: string }[] }>('GET', '/units'));
    expect(items.length).toBeGreaterThan(20);
    expect(items.map((unit) => unit.name).join('\n')).toContain('Dinas Komunikasi dan Informatika');
    expect(await done(client.nobody('GET', `/signups/${signup.token}`))).toMatchObject({ state: 'active' });
  });
});

let invitation: string;
let signedPdf: Buffer;
let verifyCode: string;

describe('3. Sumedang invites Lebak', () => {
  const subject = 'Undangan Studi Komparatif SPBE 31 Mei 2022';
  let templateId: string;
  let returnedVersion: number;

  test('staf drafts the invitation from a template', async () => {
    const { items } = await sumedang.act<Page<{ id: string; type: string; name: string }>>('staf', 'GET', '/templates');
    const template = items.find((item) => item.name.includes('Studi Komparatif') && item.type === 'surat_undangan');
    if (!template) throw new Error('no template for a comparative study');
    templateId = template.id;
    const { body } = await sumedang.act<{ body: object }>('staf', 'GET', `/templates/${templateId}`);
    const draft = await sumedang.act('staf', 'POST', '/letters', {
      templateId,
      type: 'surat_undangan',
      subject,
      body: fillIn(body, { topik: 'pengelolaan SPBE', tempat: 'Gedung Negara' }),
      recipients: [{ kind: 'tenant', slug: 'lebak' }],
      classification: '500.12.17.1',
      secrecy: 'biasa',
      urgency: 'segera',
    });
    expect(draft).toMatchObject({ state: 'draft', number: null, subject });
    invitation = draft.id;
  });

  test('and submits it to kabid and kadis for approval and to sekda for signature', async () => {
    const chain = await Promise.all(['kabid', 'kadis', 'sekda'].map((name) => sumedang.me(name)));
    const [kabid, kadis, sekda] = chain.map((person) => person.positionId);
    const letter = await sumedang.act('staf', 'POST', `/letters/${invitation}/submit`, {
      approvers: [kabid, kadis],
      signer: sekda,
    });
    expect(letter.state).toBe('in_approval');
    const todo = await sumedang.act<Page<{ id: string }>>('kabid', 'GET', '/letters?box=todo');
    expect(todo.items.map((item) => item.id)).toContain(invitation);
  });

  test('kadis cannot approve before kabid has', async () => {
    const early = await sumedang.as('kadis')('POST', `/letters/${invitation}/approve`);
    expect(early).toMatchObject({ status: 403, body: { code: 'not_your_turn' } });
  });

  test('kabid returns it with a note', async () => {
    const letter = await sumedang.act('kabid', 'POST', `/letters/${invitation}/return`, {
      note: 'Sebutkan jumlah peserta dari Lebak.',
    });
    expect(letter.state).toBe('returned');
    const seen = await sumedang.letter('staf', invitation);
    expect(JSON.stringify(seen.chain)).toContain('Sebutkan jumlah peserta dari Lebak.');
    returnedVersion = seen.version;
  });

  test('staf writes a new version and submits it again to the same people', async () => {
    const { body } = await sumedang.letter('staf', invitation);
    const doc = body as { type: string; content: object[] };
    const sentence = { type: 'text', text: 'Peserta dari Kabupaten Lebak paling banyak dua belas orang.' };
    const edited = await sumedang.act('staf', 'PATCH', `/letters/${invitation}`, {
      body: { ...doc, content: [...doc.content, { type: 'paragraph', content: [sentence] }] },
      version: returnedVersion,
    });
    expect(edited.version).toBeGreaterThan(returnedVersion);
    const chain = await Promise.all(['kabid', 'kadis', 'sekda'].map((name) => sumedang.me(name)));
    const [kabid, kadis, sekda] = chain.map((person) => person.positionId);
    const again = await sumedang.act('staf', 'POST', `/letters/${invitation}/submit`, {
      approvers: [kabid, kadis],
      signer: sekda,
    });
    expect(again.state).toBe('in_approval');
  });

  test('kabid and then kadis approve it', async () => {
    expect((await sumedang.act('kabid', 'POST', `/letters/${invitation}/approve`)).state).toBe('in_approval');
    expect((await sumedang.act('kadis', 'POST', `/letters/${invitation}/approve`)).state).toBe('awaiting_signature');
  });

  test('a wrong passphrase signs nothing', async () => {
    const wrong = await sumedang.as('sekda')('POST', `/letters/${invitation}/sign`, { passphrase: 'bukan-frasanya' });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'wrong_passphrase' } });
    expect(await sumedang.letter('sekda', invitation)).toMatchObject({ state: 'awaiting_signature', number: null });
  });

  test('sekda signs it: it gets a number and a date', async () => {
    await sumedang.sign('sekda', `/letters/${invitation}/sign`);
    const letter = await eventually(async () => {
      const seen = await sumedang.letter('sekda', invitation);
      return seen.state === 'signed' ? seen : null;
    }, 'the signature');
    expect(letter.number).toMatch(/\d/);
    expect(letter.date).toBe(today());
    verifyCode = String(letter.verifyCode);
    const pdf = await sumedang.as('staf')('GET', `/letters/${invitation}/pdf`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    signedPdf = pdf.bytes;
    expect(signedPdf.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('the PDF is the stored bytes, never made again', async () => {
    const again = await sumedang.as('sekda')('GET', `/letters/${invitation}/pdf`);
    expect(again.bytes.equals(signedPdf)).toBe(true);
  });

  test.skipIf(!requireTool('pdfsig'))('the signature is valid and covers the whole document (pdfsig)', () => {
    const { text } = inspectPdf(signedPdf, 'pdfsig', '-nocert', '{}');
    expect(text).toContain('Signature is Valid');
    expect(text).toContain('Total document signed');
  });

  test.skipIf(!requireTool('qpdf'))('the file has no error (qpdf)', () => {
    const { status, text } = inspectPdf(signedPdf, 'qpdf', '--check', '{}');
    expect(status, text).toBe(0);
  });

  test.skipIf(!requireTool('pdftotext'))(
    'it has the letterhead, the number and the new sentence (pdftotext)',
    async () => {
      const letter = await sumedang.letter('staf', invitation);
      const { text } = inspectPdf(signedPdf, 'pdftotext', '-layout', '{}', '-');
      expect(text).toContain('PEMERINTAH KABUPATEN SUMEDANG');
      expect(text).toContain(String(letter.number));
      expect(text.replaceAll(/\s+/g, ' ')).toContain('paling banyak dua belas orang');
    },
  );

  test('anyone checks the code without signing in, with and without a regency', async () => {
    for (const caller of [client.nobody, client.at('sukabumi')]) {
      const answer = await done(
        caller<{ authentic: boolean; subject: string; signers: object[] }>('GET', `/verify/${verifyCode}`),
      );
      expect(answer).toMatchObject({ authentic: true, subject });
      expect(answer.signers).toHaveLength(1);
    }
    const page = await fetch(`${running.url}/v/${verifyCode}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(subject);
  });

  test('anyone checks the file itself; one changed byte is found, and so is a file that is no PDF', async () => {
    const check = async (bytes: Buffer) => {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), 'surat.pdf');
      return done(client.nobody<{ authentic: boolean; reasons: string[] }>('POST', '/verify', form), 200);
    };
    expect(await check(signedPdf)).toMatchObject({ authentic: true, reasons: [] });
    const changed = Buffer.from(signedPdf);
    changed.writeUInt8((changed.readUInt8(1000) + 1) % 256, 1000);
    const verdict = await check(changed);
    expect(verdict.authentic).toBe(false);
    expect(verdict.reasons.length).toBeGreaterThan(0);
    expect((await check(Buffer.from('bukan PDF'))).authentic).toBe(false);
  });

  test('staf sends it, once', async () => {
    const sent = await sumedang.act('staf', 'POST', `/letters/${invitation}/send`);
    expect(sent.state).toBe('sent');
    expect(await sumedang.as('staf')('POST', `/letters/${invitation}/send`)).toMatchObject({ status: 409 });
  });
});

describe('4. Lebak receives it and acts on it', () => {
  let received: string;
  let toSekda: string;
  let toKadis: string;

  test('it arrives in the inbox of Lebak’s registrar', async () => {
    const item = await eventually(async () => {
      const page = await lebak.act<Page<{ id: string; subject: string; state: string }>>(
        'tu',
        'GET',
        '/letters?box=inbox',
      );
      return page.items.find((each) => each.subject.includes('31 Mei 2022'));
    }, 'the letter in Lebak');
    expect(item.state).toBe('received');
    received = item.id;
    expect(received).not.toBe(invitation);
    const pdf = await lebak.as('tu')('GET', `/letters/${received}/pdf`);
    expect(pdf.bytes.equals(signedPdf)).toBe(true);
  });

  test('bupati does not read it before it is routed there', async () => {
    expect(await lebak.as('kadis')('GET', `/letters/${received}`)).toMatchObject({ status: 404 });
  });

  test('the registrar gives it an agenda number and routes it to bupati', async () => {
    const { positionId } = await lebak.me('bupati');
    const answer = await lebak.act<{ agendaNumber: string }>('tu', 'POST', `/letters/${received}/register`, {
      routeTo: positionId,
    });
    expect(answer.agendaNumber).toMatch(/\d/);
    expect((await lebak.letter('bupati', received)).incoming?.agendaNumber).toBe(answer.agendaNumber);
  });

  test('bupati disposes it to sekda', async () => {
    const { positionId } = await lebak.me('sekda');
    const { items } = await lebak.act<{ items: { id: string }[] }>(
      'bupati',
      'POST',
      `/letters/${received}/dispositions`,
      {
        to: [positionId],
        instruction: 'Siapkan rombongan dan laporkan.',
        dueOn: today(7),
      },
    );
    expect(items).toHaveLength(1);
    toSekda = String(items[0]?.id);
  });

  test('sekda disposes on to kadis', async () => {
    const { positionId } = await lebak.me('kadis');
    const { items } = await lebak.act<{ items: { id: string; parentId: string }[] }>(
      'sekda',
      'POST',
      `/letters/${received}/dispositions`,
      { to: [positionId], instruction: 'Hadiri dan catat praktiknya.', parentId: toSekda },
    );
    expect(items[0]?.parentId).toBe(toSekda);
    toKadis = String(items[0]?.id);
    const inbox = await lebak.act<Page<{ id: string }>>('kadis', 'GET', '/dispositions?box=inbox');
    expect(inbox.items.map((item) => item.id)).toContain(toKadis);
  });

  test('kadis completes it with a report, and nobody else can', async () => {
    const report = { report: 'Tiga praktik layak ditiru; usulan perjanjian terlampir.' };
    expect(
      (await lebak.as('kabid')('POST', `/dispositions/${toKadis}/complete`, report)).status,
    ).toBeGreaterThanOrEqual(403);
    await lebak.act('kadis', 'POST', `/dispositions/${toKadis}/complete`, report);
  });

  test.each(['sekda', 'bupati'])('%s sees the report', async (username) => {
    const tree = await lebak.act<{ items: { id: string; state: string; report: string | null }[] }>(
      username,
      'GET',
      `/letters/${received}/dispositions`,
    );
    expect(tree.items.find((item) => item.id === toKadis)).toMatchObject({
      state: 'completed',
      report: expect.stringContaining('Tiga praktik'),
    });
  });

  test('Sumedang learns that it was delivered', async () => {
    await eventually(async () => {
      const letter = await sumedang.act<{ recipients: { delivery: string }[] }>(
        'staf',
        'GET',
        `/letters/${invitation}`,
      );
      return letter.recipients.every((recipient) => ['delivered', 'read'].includes(recipient.delivery));
    }, 'the delivery report');
  });
});

describe('5. an agreement, and what is shared under it', () => {
  let agreement: string;
  let offerId: string;
  let copyId: string;

  test('Lebak drafts an agreement with Sumedang, and Sumedang sees it', async () => {
    const draft = await lebak.act<{ id: string; state: string }>('sekda', 'POST', '/agreements', {
      partners: ['sumedang'],
      title: 'Kerja Sama Templat Naskah Dinas Lebak dan Sumedang',
      scope: ['templates', 'practices'],
      startsOn: today(),
      endsOn: today(365),
    });
    expect(draft.state).toBe('draft');
    agreement = draft.id;
    await sumedang.act('bupati', 'GET', `/agreements/${agreement}`);
  });

  test('Sumedang cannot share under a draft', async () => {
    const templateId = await ownTemplate();
    const early = await sumedang.as('admin')('POST', `/templates/${templateId}/share`, { agreementId: agreement });
    expect(early.status).toBeGreaterThanOrEqual(400);
  });

  test('it is proposed; a wrong passphrase is refused; both bupati sign; it is in force', async () => {
    await lebak.act('sekda', 'POST', `/agreements/${agreement}/propose`);
    const wrong = await lebak.as('bupati')('POST', `/agreements/${agreement}/sign`, { passphrase: 'bukan-frasanya' });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'wrong_passphrase' } });
    expect(
      (await sumedang.as('sekda')('POST', `/agreements/${agreement}/sign`, { passphrase: demoPassword })).status,
    ).toBe(403);
    await sumedang.sign('bupati', `/agreements/${agreement}/sign`);
    await lebak.sign('bupati', `/agreements/${agreement}/sign`);
    const seen = await eventually(async () => {
      const answer = await sumedang.act<{ state: string; verifyCode: string }>(
        'bupati',
        'GET',
        `/agreements/${agreement}`,
      );
      return answer.state === 'in_force' ? answer : null;
    }, 'the agreement in force');
    const verdict = await done(client.nobody<{ signers: object[] }>('GET', `/verify/${seen.verifyCode}`));
    expect(verdict).toMatchObject({ authentic: true });
    expect(verdict.signers).toHaveLength(2);
  });

  test.skipIf(!requireTool('pdfsig'))('both signatures in its PDF are valid (pdfsig)', async () => {
    const pdf = await lebak.as('bupati')('GET', `/agreements/${agreement}/pdf`);
    const { text } = inspectPdf(pdf.bytes, 'pdfsig', '-nocert', '{}');
    expect(text.match(/Signature is Valid/g)).toHaveLength(2);
  });

  async function ownTemplate(): Promise<string> {
    const { items } = await sumedang.act<Page<{ id: string; name: string; origin: unknown }>>(
      'admin',
      'GET',
      '/templates',
    );
    const template = items.find((item) => item.name.includes('Studi Komparatif') && item.origin === null);
    if (!template) throw new Error('no template to share');
    return template.id;
  }

  test('Sumedang’s admin shares a template under it', async () => {
    const offer = await sumedang.act<{ id: string; version: number }>(
      'admin',
      'POST',
      `/templates/${await ownTemplate()}/share`,
      { agreementId: agreement },
    );
    offerId = offer.id;
  });

  test('Lebak’s admin finds it in the catalogue and adopts it; adopting again gives the same copy', async () => {
    const { items } = await lebak.act<Page<{ id: string; name: string; origin: { slug: string } }>>(
      'admin',
      'GET',
      '/catalogue',
    );
    expect(items).toContainEqual(
      expect.objectContaining({ id: offerId, origin: expect.objectContaining({ slug: 'sumedang' }) }),
    );
    const copy = await lebak.act<{ id: string; origin: { slug: string } }>(
      'admin',
      'POST',
      `/catalogue/${offerId}/adopt`,
    );
    expect(copy.origin.slug).toBe('sumedang');
    expect((await lebak.act<{ id: string }>('admin', 'POST', `/catalogue/${offerId}/adopt`)).id).toBe(copy.id);
    copyId = copy.id;
  });

  test('Lebak’s staf writes its first letter with it, signed under Lebak’s own letterhead', async () => {
    const { body, type } = await lebak.act<{ body: object; type: string }>('staf', 'GET', `/templates/${copyId}`);
    const draft = await lebak.act('staf', 'POST', '/letters', {
      templateId: copyId,
      type,
      subject: 'Undangan Studi Tiru ke Lebak',
      body: fillIn(body, { topik: 'pelayanan terpadu' }),
      recipients: [{ kind: 'external', name: 'Pemerintah Kabupaten Pandeglang', address: 'Pandeglang' }],
      classification: '500.12.17.1',
      secrecy: 'biasa',
      urgency: 'biasa',
    });
    const { positionId } = await lebak.me('sekda');
    await lebak.act('staf', 'POST', `/letters/${draft.id}/submit`, { approvers: [], signer: positionId });
    await lebak.sign('sekda', `/letters/${draft.id}/sign`);
    await eventually(async () => (await lebak.letter('staf', draft.id)).state === 'signed', 'Lebak’s signature');
    const pdf = await lebak.as('staf')('GET', `/letters/${draft.id}/pdf`);
    expect(pdf.status).toBe(200);
    if (!requireTool('pdftotext')) return;
    const { text } = inspectPdf(pdf.bytes, 'pdftotext', '-layout', '{}', '-');
    expect(text).toContain('PEMERINTAH KABUPATEN LEBAK');
    expect(text).not.toMatch(/sumedang/i);
  });

  test('Sukabumi, no party, sees nothing of all this', async () => {
    for (const username of ['admin', 'bupati', 'sekda', 'tu', 'staf']) {
      const call = sukabumi.as(username);
      const agreements = await call<Page<object>>('GET', '/agreements');
      const readsAgreements = ['admin', 'bupati', 'sekda'].includes(username);
      if (readsAgreements) expect(agreements.body.items).toEqual([]);
      const refusal = readsAgreements ? 404 : 403;
      expect(await call('GET', `/agreements/${agreement}`)).toMatchObject({ status: refusal });
      expect(await call('GET', `/agreements/${agreement}/pdf`)).toMatchObject({ status: refusal });
      expect(await call('GET', `/letters/${invitation}`)).toMatchObject({ status: 404 });
      expect(await call('GET', `/letters/${invitation}/pdf`)).toMatchObject({ status: 404 });
      expect(JSON.stringify((await call('GET', '/search?q=Komparatif')).body)).not.toContain(invitation);
    }
    expect((await sukabumi.act<Page<object>>('admin', 'GET', '/catalogue')).items).toEqual([]);
    expect(await sukabumi.as('admin')('GET', `/catalogue/${offerId}`)).toMatchObject({ status: 404 });
    expect(await sukabumi.as('admin')('POST', `/catalogue/${offerId}/adopt`)).toMatchObject({ status: 404 });
    expect(await sukabumi.as('bupati')('POST', `/agreements/${agreement}/terminate`, { reason: 'coba' })).toMatchObject(
      {
        status: 404,
      },
    );
  });
});

describe('6. the month’s report', () => {
  test.each(['sumedang', 'lebak', 'sukabumi'])(
    '%s: its admin orders it as PDF and XLSX and downloads both',
    async (slug) => {
      const office = officeOf(client, slug, demoPassword);
      for (const format of ['pdf', 'xlsx'] as const) {
        const { jobId } = await done(
          office.as('admin')<{ jobId: string }>('POST', '/reports', {
            kind: 'letters',
            period: today().slice(0, 7),
            format,
          }),
          202,
        );
        const job = await eventually(async () => {
          const answer = await office.act<Job>('admin', 'GET', `/jobs/${jobId}`);
          if (answer.status === 'failed') throw new Error(`the report failed: ${answer.error}`);
          return answer.status === 'completed' ? answer : null;
        }, `the report of ${slug} as ${format}`);
        expect(job.progress).toBe(100);
        const path = new URL(String(job.result?.fileUrl), running.url).pathname.replace('/api/v1', '');
        const file = await office.as('admin')('GET', path);
        expect(file.status).toBe(200);
        expect(file.bytes.subarray(0, 2).toString()).toBe(format === 'pdf' ? '%P' : 'PK');
        const other = slug === 'lebak' ? sumedang : lebak;
        expect(await other.as('admin')('GET', path)).toMatchObject({ status: 404 });
        expect(await office.as('staf')('GET', path)).toMatchObject({
          status: expect.toSatisfy((s: number) => s >= 403),
        });
      }
    },
  );

  test('the installation met no error of its own on the way', () => {
    expect(running.stderr()).toBe('');
    expect(running.stdout()).not.toMatch(/"level":(50|60)/);
  });
});
