import { expect, test } from 'vitest';
import { paragraphsOf, planActs, readFilter } from './rules.ts';

test('the act that moves the letter on is the primary one, the turn act of another stays in sight', () => {
  const plan = planActs(
    {
      turn: {
        positionId: null,
        title: 'Kabid',
        holder: 'Yuni',
        since: '2026-11-24T03:00:00Z',
        dueAt: null,
        act: 'approve',
      },
      acts: [
        { act: 'edit', allowed: false, reason: 'Surat ini sedang menunggu paraf.' },
        { act: 'submit', allowed: false, reason: 'Surat ini sedang menunggu paraf.' },
        { act: 'withdraw', allowed: true, reason: null },
        { act: 'approve', allowed: false, reason: 'Menunggu paraf Kabid.' },
      ],
    },
    false,
  );
  expect(plan.primary).toBeNull();
  expect(plan.beside.map(({ act }) => act)).toEqual(['withdraw', 'approve']);
  expect(plan.folded.map(({ act }) => act)).toEqual(['edit']);
});

test('a filter in an address that makes no sense becomes the inbox', () => {
  expect(readFilter({ kotak: 'x', keadaan: 7 })).toEqual({ box: 'inbox' });
  expect(readFilter({ kotak: 'outbox', keadaan: 'signed', cari: 'rapat' })).toEqual({
    box: 'outbox',
    state: 'signed',
    q: 'rapat',
  });
});

test('paragraphs come out of lists and tables too', () => {
  const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
  expect(
    paragraphsOf({
      type: 'doc',
      content: [
        paragraph('Satu'),
        { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('Dua')] }] },
      ],
    }),
  ).toEqual(['Satu', 'Dua']);
});
