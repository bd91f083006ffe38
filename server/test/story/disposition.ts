import { describe, expect, test } from 'vitest';
import { eventually } from '../running-installation.ts';
import { type Page, type Story, today } from './office.ts';

/** 4. Received, registered, disposed, completed. */
export function dispositionChapter(story: Story): void {
  describe('4. Lebak receives it and acts on it', () => {
    let received: string;
    let toSekda: string;
    let toKadis: string;

    test('it arrives in the inbox of Lebak’s registrar', async () => {
      const item = await eventually(async () => {
        const page = await story.lebak.act<Page<{ id: string; subject: string; state: string }>>(
          'tu',
          'GET',
          '/letters?box=inbox',
        );
        return page.items.find((each) => each.subject.includes('31 Mei 2022'));
      }, 'the letter in Lebak');
      expect(item.state).toBe('received');
      received = item.id;
      expect(received).not.toBe(story.invitation);
      const pdf = await story.lebak.as('tu')('GET', `/letters/${received}/pdf`);
      expect(pdf.bytes.equals(story.signedPdf)).toBe(true);
    });

    test('only the registrar reads it until it is routed', async () => {
      for (const username of ['bupati', 'sekda', 'kadis', 'staf', 'admin']) {
        expect(await story.lebak.as(username)('GET', `/letters/${received}`), username).toMatchObject({ status: 404 });
      }
    });

    test('the registrar gives it an agenda number and routes it to bupati', async () => {
      const { positionId } = await story.lebak.me('bupati');
      const answer = await story.lebak.act<{ agendaNumber: string }>('tu', 'POST', `/letters/${received}/register`, {
        routeTo: positionId,
      });
      expect(answer.agendaNumber).toMatch(/\d/);
      expect((await story.lebak.letter('bupati', received)).incoming?.agendaNumber).toBe(answer.agendaNumber);
    });

    test('bupati disposes it to sekda', async () => {
      const { positionId } = await story.lebak.me('sekda');
      const { items } = await story.lebak.act<{ items: { id: string }[] }>(
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
      const { positionId } = await story.lebak.me('kadis');
      const { items } = await story.lebak.act<{ items: { id: string; parentId: string }[] }>(
        'sekda',
        'POST',
        `/letters/${received}/dispositions`,
        { to: [positionId], instruction: 'Hadiri dan catat praktiknya.', parentId: toSekda },
      );
      expect(items[0]?.parentId).toBe(toSekda);
      toKadis = String(items[0]?.id);
      const inbox = await story.lebak.act<Page<{ id: string }>>('kadis', 'GET', '/dispositions?box=inbox');
      expect(inbox.items.map((item) => item.id)).toContain(toKadis);
    });

    test('kadis completes it with a report, and nobody else can', async () => {
      const report = { report: 'Tiga praktik layak ditiru; usulan perjanjian terlampir.' };
      expect(
        (await story.lebak.as('kabid')('POST', `/dispositions/${toKadis}/complete`, report)).status,
      ).toBeGreaterThanOrEqual(403);
      await story.lebak.act('kadis', 'POST', `/dispositions/${toKadis}/complete`, report);
    });

    test.each(['sekda', 'bupati'])('%s sees the report', async (username) => {
      const tree = await story.lebak.act<{ items: { id: string; state: string; report: string | null }[] }>(
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
        const letter = await story.sumedang.act<{ recipients: { delivery: string }[] }>(
          'staf',
          'GET',
          `/letters/${story.invitation}`,
        );
        return letter.recipients.every((recipient) => ['delivered', 'read'].includes(recipient.delivery));
      }, 'the delivery report');
    });
  });
}
