import fc from 'fast-check';
import { expect, it } from 'vitest';
import { asDate, asMoney, asNumber, asTime } from './body-values.ts';
import {
  dateInWords,
  dateWithDay,
  grouped,
  inWords,
  mostInWords,
  numberInWords,
  printedNumber,
  rupiah,
  rupiahInWords,
} from './body-words.ts';

/** Reads words back, by another way than they were made: left to right, as one hears them. */
function heard(words: string): bigint {
  const digits = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'];
  const scales: Record<string, bigint> = { ribu: 10n ** 3n, juta: 10n ** 6n, miliar: 10n ** 9n };
  Object.assign(scales, { triliun: 10n ** 12n, kuadriliun: 10n ** 15n });
  let total = 0n;
  let group = 0n;
  let last = 0n;
  for (const word of words.split(' ')) {
    const digit = digits.indexOf(word);
    if (digit >= 0) last = BigInt(digit);
    else if (word === 'belas') [group, last] = [group + 10n + last, 0n];
    else if (word === 'puluh') [group, last] = [group + 10n * last, 0n];
    else if (word === 'ratus') [group, last] = [group + 100n * last, 0n];
    else if (word === 'sepuluh') group += 10n;
    else if (word === 'sebelas') group += 11n;
    else if (word === 'seratus') group += 100n;
    else if (word === 'seribu') total += 1000n;
    else {
      total += (group + last) * (scales[word] ?? 0n);
      [group, last] = [0n, 0n];
    }
  }
  return total + group + last;
}

it.each([
  [0n, 'nol'],
  [11n, 'sebelas'],
  [19n, 'sembilan belas'],
  [100n, 'seratus'],
  [1000n, 'seribu'],
  [1101n, 'seribu seratus satu'],
  [21_000n, 'dua puluh satu ribu'],
  [1_000_000n, 'satu juta'],
  [1_001_000n, 'satu juta seribu'],
  [1_250_000n, 'satu juta dua ratus lima puluh ribu'],
  [2_000_000_012n, 'dua miliar dua belas'],
])('%d is said "%s"', (number, words) => expect(inWords(number)).toBe(words));

it('any number said is the number heard', () => {
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: mostInWords }), (number) => heard(inWords(number)) === number));
  expect(() => inWords(mostInWords + 1n)).toThrow(RangeError);
});

it('rupiah print with points and decimals, and are read back', () => {
  expect(rupiah(1_250_000n)).toBe('Rp1.250.000,00');
  expect(rupiahInWords(1_250_000n)).toBe('satu juta dua ratus lima puluh ribu rupiah');
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), (amount) => {
      expect(asMoney(rupiah(amount))).toBe(amount);
      expect(asMoney(amount.toString())).toBe(amount);
      expect(grouped(amount).replaceAll('.', '')).toBe(amount.toString());
    }),
  );
  for (const wrong of ['', '1.5', '-5', 'Rp1.25,00', '1e6', 'Rp', '1000000000000000', 'sejuta', ' ٣'])
    expect({ wrong, read: asMoney(wrong) }).toEqual({ wrong, read: null });
});

it('numbers print with Indonesian signs', () => {
  expect(printedNumber('-1234.50')).toBe('-1.234,50');
  expect(asNumber('007')).toBe('7');
  expect(numberInWords('3.05')).toBe('tiga koma nol lima');
  expect(numberInWords('-12')).toBe('minus dua belas');
  expect(['1,5', 'NaN', '1e3', '.5', '1.', ''].map(asNumber)).toEqual([null, null, null, null, null, null]);
});

it('dates of the calendar print with their day, and as minutes begin', () => {
  expect(dateWithDay('2026-11-30')).toBe('Senin, 30 November 2026');
  expect(dateInWords('2026-11-30')).toBe('Senin tanggal tiga puluh bulan November tahun dua ribu dua puluh enam');
  expect(asDate('Senin, 30 November 2026')).toEqual({ iso: '2026-11-30' });
  expect(asDate('2 s.d. 3 Mei 2026')).toEqual({ iso: undefined });
  expect(['2026-02-30', 'besok', '31 April 2026', '2026-1-1', ''].map(asDate)).toEqual([null, null, null, null, null]);
  expect(['09:00', '9.05', '24:00', '10'].map(asTime)).toEqual(['09.00', '09.05', null, null]);
});
