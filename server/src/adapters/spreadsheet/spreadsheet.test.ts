import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { writeWorkbook } from './index.ts';

test('text that looks like a formula stays text, dates and numbers are themselves', async () => {
  const hostile = ['=HYPERLINK("http://jahat.example","klik")', '+1+1', '@SUM(A1)', '<b>&"tebal"', 'putus\u0007\ud800'];
  const bytes = await writeWorkbook([
    {
      name: 'Daftar surat',
      columns: [
        { title: 'Hal', kind: 'text', width: 40 },
        { title: 'Tanggal', kind: 'date', width: 12 },
        { title: 'Jumlah', kind: 'number', width: 10 },
      ],
      rows: hostile.map((subject) => [subject, '2026-11-24', 3]),
    },
  ]);
  const { sheets } = await readXlsx(bytes);
  const [heading, ...rows] = sheets[0]?.rows ?? [];
  expect(heading).toEqual(['Hal', 'Tanggal', 'Jumlah']);
  expect(rows.map((row) => row[0])).toEqual([...hostile.slice(0, 4), 'putus']);
  expect(rows[0]?.[1]).toEqual(new Date('2026-11-24T00:00:00Z'));
  expect(rows[0]?.[2]).toBe(3);
  expect([...(sheets[0]?.cells?.values() ?? [])].filter((cell) => cell.formula)).toEqual([]);
});

test('twenty thousand rows take no more than a few seconds', async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => [`Surat nomor ${index}`, '2026-11-24', index]);
  const columns = [
    { title: 'Hal', kind: 'text' as const, width: 40 },
    { title: 'Tanggal', kind: 'date' as const, width: 12 },
    { title: 'Jumlah', kind: 'number' as const, width: 10 },
  ];
  expect((await writeWorkbook([{ name: 'Besar', columns, rows }])).byteLength).toBeGreaterThan(100_000);
});
