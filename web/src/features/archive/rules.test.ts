import { expect, test } from 'vitest';
import words from '../../locales/id/archive.json';
import type { Retention } from './api.ts';
import { retentionSentence } from './rules.ts';

const t = (key: string, values: Record<string, unknown> = {}): string => {
  const text = key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], words);
  return String(text).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
};
const rule = {
  classification: '000.1',
  activeYears: 2,
  inactiveYears: 3,
  disposition: 'destroy' as const,
  triggerText: null,
  confirmed: true,
};
const active: Retention = {
  phase: 'active',
  startsOn: '2027-01-01',
  activeUntil: '2028-12-31',
  inactiveUntil: '2031-12-31',
  disposition: 'destroy',
  isHeld: false,
  rule,
};

test.each([
  [active, 'Aktif sampai 2028-12-31, lalu inaktif 3 tahun, lalu dimusnahkan.'],
  [
    { ...active, phase: 'inactive', disposition: 'permanent' },
    'Inaktif sampai 2031-12-31, lalu diserahkan sebagai arsip permanen.',
  ],
  [{ ...active, phase: 'unruled', rule: null }, 'Belum ada aturan JRA; berkas ini tidak dapat disusutkan.'],
] as [Retention, string][])('%#', (retention, sentence) => {
  expect(retentionSentence(retention, t, (iso) => iso)).toBe(sentence);
});
