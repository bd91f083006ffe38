import { describe, expect, test } from 'vitest';
import { requireTool } from '../../src/testing/tools.ts';
import { demoPassword, eventually } from '../running-installation.ts';
import { done, fillIn, type Page, type Story, today } from './office.ts';
import { inspectPdf } from './pdf.ts';

/** 5. Agreement, shared template, and who sees nothing of it. */
export function agreementChapter(story: Story): void {
  describe('5. an agreement, and what is shared under it', () => {
    let agreement: string;
    let offerId: string;
    let copyId: string;

    test('Lebak drafts an agreement with Sumedang, and Sumedang sees it', async () => {
      const draft = await story.lebak.act<{ id: string; state: string }>('sekda', 'POST', '/agreements', {
        partners: ['sumedang'],
        title: 'Kerja Sama Templat Naskah Dinas Lebak dan Sumedang',
        scope: ['templates', 'practices'],
        startsOn: today(),
        endsOn: today(365),
      });
      expect(draft.state).toBe('draft');
      agreement = draft.id;
      await story.sumedang.act('bupati', 'GET', `/agreements/${agreement}`);
    });

    test('Sumedang cannot share under a draft', async () => {
      const templateId = await ownTemplate();
      const early = await story.sumedang.as('admin')('POST', `/templates/${templateId}/share`, {
        agreementId: agreement,
      });
      expect(early.status).toBeGreaterThanOrEqual(400);
    });

    test('it is proposed; a wrong passphrase is refused; both bupati sign; it is in force', async () => {
      await story.lebak.act('sekda', 'POST', `/agreements/${agreement}/propose`);
      const wrong = await story.lebak.as('bupati')('POST', `/agreements/${agreement}/sign`, {
        passphrase: 'bukan-frasanya',
      });
      expect(wrong).toMatchObject({ status: 422, body: { code: 'wrong_passphrase' } });
      expect(
        (await story.sumedang.as('sekda')('POST', `/agreements/${agreement}/sign`, { passphrase: demoPassword }))
          .status,
      ).toBe(403);
      await story.sumedang.sign('bupati', `/agreements/${agreement}/sign`);
      await story.lebak.sign('bupati', `/agreements/${agreement}/sign`);
      const seen = await eventually(async () => {
        const answer = await story.sumedang.act<{ state: string; verifyCode: string }>(
          'bupati',
          'GET',
          `/agreements/${agreement}`,
        );
        return answer.state === 'in_force' ? answer : null;
      }, 'the agreement in force');
      const verdict = await done(story.client.nobody<{ signers: object[] }>('GET', `/verify/${seen.verifyCode}`));
      expect(verdict).toMatchObject({ authentic: true });
      expect(verdict.signers).toHaveLength(2);
    });

    test.skipIf(!requireTool('pdfsig'))('both signatures in its PDF are valid (pdfsig)', async () => {
      const pdf = await story.lebak.as('bupati')('GET', `/agreements/${agreement}/pdf`);
      const { text } = inspectPdf(pdf.bytes, 'pdfsig', '-nocert', '{}');
      expect(text.match(/Signature is Valid/g)).toHaveLength(2);
    });

    async function ownTemplate(): Promise<string> {
      const { items } = await story.sumedang.act<Page<{ id: string; name: string; origin: unknown }>>(
        'admin',
        'GET',
        '/templates',
      );
      const template = items.find((item) => item.name.includes('Studi Komparatif') && item.origin === null);
      if (!template) throw new Error('no template to share');
      return template.id;
    }

    test('Sumedang’s admin shares a template under it', async () => {
      const offer = await story.sumedang.act<{ id: string; version: number }>(
        'admin',
        'POST',
        `/templates/${await ownTemplate()}/share`,
        { agreementId: agreement },
      );
      offerId = offer.id;
    });

    test('Lebak’s admin finds it in the catalogue and adopts it; adopting again gives the same copy', async () => {
      const { items } = await story.lebak.act<Page<{ id: string; name: string; origin: { slug: string } }>>(
        'admin',
        'GET',
        '/catalogue',
      );
      expect(items).toContainEqual(
        expect.objectContaining({ id: offerId, origin: expect.objectContaining({ slug: 'sumedang' }) }),
      );
      const copy = await story.lebak.act<{ id: string; origin: { slug: string } }>(
        'admin',
        'POST',
        `/catalogue/${offerId}/adopt`,
      );
      expect(copy.origin.slug).toBe('sumedang');
      expect((await story.lebak.act<{ id: string }>('admin', 'POST', `/catalogue/${offerId}/adopt`)).id).toBe(copy.id);
      copyId = copy.id;
    });

    test('Lebak’s staf writes its first letter with it, signed under Lebak’s own letterhead', async () => {
      const { body, type } = await story.lebak.act<{ body: object; type: string }>(
        'staf',
        'GET',
        `/templates/${copyId}`,
      );
      const draft = await story.lebak.act('staf', 'POST', '/letters', {
        templateId: copyId,
        type,
        subject: 'Undangan Studi Tiru ke Lebak',
        body: fillIn(body, { topik: 'pelayanan terpadu' }),
        recipients: [{ kind: 'external', name: 'Pemerintah Kabupaten Pandeglang', address: 'Pandeglang' }],
        classification: '500.12.17.1',
        secrecy: 'biasa',
        urgency: 'biasa',
      });
      const { positionId } = await story.lebak.me('sekda');
      await story.lebak.act('staf', 'POST', `/letters/${draft.id}/submit`, { approvers: [], signer: positionId });
      await story.lebak.sign('sekda', `/letters/${draft.id}/sign`);
      await eventually(
        async () => (await story.lebak.letter('staf', draft.id)).state === 'signed',
        'Lebak’s signature',
      );
      const pdf = await story.lebak.as('staf')('GET', `/letters/${draft.id}/pdf`);
      expect(pdf.status).toBe(200);
      if (!requireTool('pdftotext')) return;
      const { text } = inspectPdf(pdf.bytes, 'pdftotext', '-layout', '{}', '-');
      expect(text).toContain('PEMERINTAH KABUPATEN LEBAK');
      expect(text).not.toMatch(/story.sumedang/i);
    });

    test('Sukabumi, no party, sees nothing of all this', async () => {
      for (const username of ['admin', 'bupati', 'sekda', 'tu', 'staf']) {
        const call = story.sukabumi.as(username);
        const agreements = await call<Page<object>>('GET', '/agreements');
        const readsAgreements = ['admin', 'bupati', 'sekda'].includes(username);
        if (readsAgreements) expect(agreements.body.items).toEqual([]);
        const refusal = readsAgreements ? 404 : 403;
        expect(await call('GET', `/agreements/${agreement}`)).toMatchObject({ status: refusal });
        expect(await call('GET', `/agreements/${agreement}/pdf`)).toMatchObject({ status: refusal });
        expect(await call('GET', `/letters/${story.invitation}`)).toMatchObject({ status: 404 });
        expect(await call('GET', `/letters/${story.invitation}/pdf`)).toMatchObject({ status: 404 });
        expect(JSON.stringify((await call('GET', '/search?q=Komparatif')).body)).not.toContain(story.invitation);
      }
      expect((await story.sukabumi.act<Page<object>>('admin', 'GET', '/catalogue')).items).toEqual([]);
      expect(await story.sukabumi.as('admin')('GET', `/catalogue/${offerId}`)).toMatchObject({ status: 404 });
      expect(await story.sukabumi.as('admin')('POST', `/catalogue/${offerId}/adopt`)).toMatchObject({ status: 404 });
      expect(
        await story.sukabumi.as('bupati')('POST', `/agreements/${agreement}/terminate`, { reason: 'coba' }),
      ).toMatchObject({
        status: 404,
      });
    });
  });
}
