import { describe, expect, test } from 'vitest';
import { requireTool } from '../../src/testing/tools.ts';
import { eventually } from '../running-installation.ts';
import { done, fillIn, type Page, type Story, today } from './office.ts';
import { inspectPdf } from './pdf.ts';

/** 3. From draft to signed, verified and sent. */
export function invitationChapter(story: Story): void {
  describe('3. Sumedang invites Lebak', () => {
    const subject = 'Undangan Studi Komparatif SPBE 31 Mei 2022';
    let templateId: string;
    let returnedVersion: number;

    test('staf drafts the invitation from a template', async () => {
      const { items } = await story.sumedang.act<Page<{ id: string; type: string; name: string }>>(
        'staf',
        'GET',
        '/templates',
      );
      const template = items.find((item) => item.name.includes('Studi Komparatif') && item.type === 'surat_undangan');
      if (!template) throw new Error('no template for a comparative study');
      templateId = template.id;
      const { body } = await story.sumedang.act<{ body: object }>('staf', 'GET', `/templates/${templateId}`);
      const draft = await story.sumedang.act('staf', 'POST', '/letters', {
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
      story.invitation = draft.id;
    });

    test('and submits it to kabid and kadis for approval and to sekda for signature', async () => {
      const chain = await Promise.all(['kabid', 'kadis', 'sekda'].map((name) => story.sumedang.me(name)));
      const [kabid, kadis, sekda] = chain.map((person) => person.positionId);
      const letter = await story.sumedang.act('staf', 'POST', `/letters/${story.invitation}/submit`, {
        approvers: [kabid, kadis],
        signer: sekda,
      });
      expect(letter.state).toBe('in_approval');
      const todo = await story.sumedang.act<Page<{ id: string }>>('kabid', 'GET', '/letters?box=todo');
      expect(todo.items.map((item) => item.id)).toContain(story.invitation);
    });

    test('kadis cannot approve before kabid has', async () => {
      const early = await story.sumedang.as('kadis')('POST', `/letters/${story.invitation}/approve`);
      expect(early).toMatchObject({ status: 403, body: { code: 'not_your_turn' } });
    });

    test('kabid returns it with a note', async () => {
      const letter = await story.sumedang.act('kabid', 'POST', `/letters/${story.invitation}/return`, {
        note: 'Sebutkan jumlah peserta dari Lebak.',
      });
      expect(letter.state).toBe('returned');
      const seen = await story.sumedang.letter('staf', story.invitation);
      expect(JSON.stringify(seen.chain)).toContain('Sebutkan jumlah peserta dari Lebak.');
      returnedVersion = seen.version;
    });

    test('staf writes a new version and submits it again to the same people', async () => {
      const { body } = await story.sumedang.letter('staf', story.invitation);
      const doc = body as { type: string; content: object[] };
      const sentence = { type: 'text', text: 'Peserta dari Kabupaten Lebak paling banyak dua belas orang.' };
      const edited = await story.sumedang.act('staf', 'PATCH', `/letters/${story.invitation}`, {
        body: { ...doc, content: [...doc.content, { type: 'paragraph', content: [sentence] }] },
        version: returnedVersion,
      });
      expect(edited.version).toBeGreaterThan(returnedVersion);
      const chain = await Promise.all(['kabid', 'kadis', 'sekda'].map((name) => story.sumedang.me(name)));
      const [kabid, kadis, sekda] = chain.map((person) => person.positionId);
      const again = await story.sumedang.act('staf', 'POST', `/letters/${story.invitation}/submit`, {
        approvers: [kabid, kadis],
        signer: sekda,
      });
      expect(again.state).toBe('in_approval');
    });

    test('kabid and then kadis approve it', async () => {
      expect((await story.sumedang.act('kabid', 'POST', `/letters/${story.invitation}/approve`)).state).toBe(
        'in_approval',
      );
      expect((await story.sumedang.act('kadis', 'POST', `/letters/${story.invitation}/approve`)).state).toBe(
        'awaiting_signature',
      );
    });

    test('a wrong passphrase signs nothing', async () => {
      const wrong = await story.sumedang.as('sekda')('POST', `/letters/${story.invitation}/sign`, {
        passphrase: 'bukan-frasanya',
      });
      expect(wrong).toMatchObject({ status: 422, body: { code: 'wrong_passphrase' } });
      expect(await story.sumedang.letter('sekda', story.invitation)).toMatchObject({
        state: 'awaiting_signature',
        number: null,
      });
    });

    test('sekda signs it: it gets a number and a date', async () => {
      await story.sumedang.sign('sekda', `/letters/${story.invitation}/sign`);
      const letter = await eventually(async () => {
        const seen = await story.sumedang.letter('sekda', story.invitation);
        return seen.state === 'signed' ? seen : null;
      }, 'the signature');
      expect(letter.number).toMatch(/\d/);
      expect(letter.date).toBe(today());
      story.verifyCode = String(letter.verifyCode);
      const pdf = await story.sumedang.as('staf')('GET', `/letters/${story.invitation}/pdf`);
      expect(pdf.headers.get('content-type')).toBe('application/pdf');
      story.signedPdf = pdf.bytes;
      expect(story.signedPdf.subarray(0, 5).toString()).toBe('%PDF-');
    });

    test('the PDF is the stored bytes, never made again', async () => {
      const again = await story.sumedang.as('sekda')('GET', `/letters/${story.invitation}/pdf`);
      expect(again.bytes.equals(story.signedPdf)).toBe(true);
    });

    test.skipIf(!requireTool('pdfsig'))('the signature is valid and covers the whole document (pdfsig)', () => {
      const { text } = inspectPdf(story.signedPdf, 'pdfsig', '-nocert', '{}');
      expect(text).toContain('Signature is Valid');
      expect(text).toContain('Total document signed');
    });

    test.skipIf(!requireTool('qpdf'))('the file has no error (qpdf)', () => {
      const { status, text } = inspectPdf(story.signedPdf, 'qpdf', '--check', '{}');
      expect(status, text).toBe(0);
    });

    test.skipIf(!requireTool('pdftotext'))(
      'it has the letterhead, the number and the new sentence (pdftotext)',
      async () => {
        const letter = await story.sumedang.letter('staf', story.invitation);
        const { text } = inspectPdf(story.signedPdf, 'pdftotext', '-layout', '{}', '-');
        expect(text).toContain('PEMERINTAH KABUPATEN SUMEDANG');
        expect(text).toContain(String(letter.number));
        expect(text.replaceAll(/\s+/g, ' ')).toContain('paling banyak dua belas orang');
      },
    );

    test('who takes no part does not read it, the administrator included', async () => {
      for (const username of ['admin', 'bupati']) {
        expect(await story.sumedang.as(username)('GET', `/letters/${story.invitation}`)).toMatchObject({ status: 404 });
      }
    });

    test('anyone checks the code without signing in, with and without a regency', async () => {
      for (const caller of [story.client.nobody, story.client.at('sukabumi')]) {
        const answer = await done(
          caller<{ authentic: boolean; subject: string; signers: object[] }>('GET', `/verify/${story.verifyCode}`),
        );
        expect(answer).toMatchObject({ authentic: true, subject });
        expect(answer.signers).toHaveLength(1);
      }
      const page = await fetch(`${story.running.url}/v/${story.verifyCode}`);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain(subject);
    });

    test('anyone checks the file itself; one changed byte is found, and so is a file that is no PDF', async () => {
      const check = async (bytes: Buffer) => {
        const form = new FormData();
        form.append('file', new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), 'surat.pdf');
        return done(story.client.nobody<{ authentic: boolean; reasons: string[] }>('POST', '/verify', form), 200);
      };
      expect(await check(story.signedPdf)).toMatchObject({ authentic: true, reasons: [] });
      const changed = Buffer.from(story.signedPdf);
      changed.writeUInt8((changed.readUInt8(1000) + 1) % 256, 1000);
      const verdict = await check(changed);
      expect(verdict.authentic).toBe(false);
      expect(verdict.reasons.length).toBeGreaterThan(0);
      expect((await check(Buffer.from('bukan PDF'))).authentic).toBe(false);
    });

    test('staf sends it, once', async () => {
      const sent = await story.sumedang.act('staf', 'POST', `/letters/${story.invitation}/send`);
      expect(sent.state).toBe('sent');
      expect(await story.sumedang.as('staf')('POST', `/letters/${story.invitation}/send`)).toMatchObject({
        status: 409,
      });
    });
  });
}
