import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRevocationList } from './certificates.ts';
import { type TestAuthorities, type TestPerson, testAuthorities, testPdf, testPerson, testSigned } from './testing.ts';
import { verifyPdf } from './verify.ts';

const day = 86_400_000;
let authorities: TestAuthorities;
let people: TestPerson[];
let revisions: Buffer[];

beforeAll(async () => {
  authorities = await testAuthorities();
  people = await Promise.all(['Ani', 'Budi', 'Cecep'].map((name) => testPerson(authorities, name)));
  revisions = (await testSigned(authorities, people)).map((bytes) => Buffer.from(bytes));
});

const signed = (count: number): Buffer => revisions[count - 1] ?? Buffer.alloc(0);
type More = { crls?: Buffer[]; now?: Date; root?: Uint8Array; foreign?: Uint8Array[] };
const check = (file: Uint8Array, more: More = {}) =>
  verifyPdf(file, {
    foreignRoots: more.foreign ?? [],
    trustedRoots: [more.root ?? authorities.root.certificate],
    crls: more.crls ?? [],
    now: more.now ?? new Date(),
  });

test('three signers: who, as what, when, and that nothing was added', async () => {
  const result = await check(signed(3));
  expect(result).toMatchObject({ authentic: true, wholeFileSigned: true, reasons: [] });
  expect(result.signatures.map(({ signerName }) => signerName)).toEqual(['Ani', 'Budi', 'Cecep']);
  expect(result.signatures.map(({ coversWholeFile }) => coversWholeFile)).toEqual([false, false, true]);
  expect(result.signatures.map(({ lastByte }) => lastByte)).toEqual(revisions.map(({ length }) => length));
  expect(result.signatures[0]).toMatchObject({
    position: 'Sekretaris Daerah',
    organization: 'Kabupaten Sumedang',
    demo: true,
    certificateSerial: people[0]?.issued.serial,
    valid: true,
    trusted: true,
    problems: [],
  });
  expect(Math.abs((result.signatures[0]?.timestampedAt?.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
});

test('one changed byte anywhere is found', async () => {
  const file = signed(2);
  await fc.assert(
    fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (offset, change) => {
      const changed = Buffer.from(file);
      changed[offset] = (changed[offset] ?? 0) ^ change;
      expect((await check(changed)).authentic).toBe(false);
    }),
    { numRuns: 150 },
  );
}, 120_000);

test('a changed letter case inside the signature is found', async () => {
  const changed = Buffer.from(signed(1));
  const letter = changed.toString('latin1').search(/(?<=<30[0-9a-f]{40,}?)[a-f]/i);
  expect(letter).toBeGreaterThan(0);
  changed[letter] = (changed[letter] ?? 0) ^ 0x20;
  expect(await check(changed)).toMatchObject({ authentic: false, reasons: expect.arrayContaining(['malformed']) });
});

test.each(['\n', '%', '\n9 0 obj\n<< >>\nendobj\n'])('appended bytes are found (%j)', async (text) => {
  const result = await check(Buffer.concat([signed(1), Buffer.from(text)]));
  expect(result).toMatchObject({ authentic: false, wholeFileSigned: false, reasons: ['appended_after_signature'] });
  expect(result.signatures[0]).toMatchObject({ valid: true, trusted: true, coversWholeFile: false });
});

test('a file cut at an earlier revision is that revision, and nothing more', async () => {
  const result = await check(signed(3).subarray(0, signed(1).length));
  expect(result).toMatchObject({ authentic: true, signatures: [{ signerName: 'Ani' }] });
  expect(await check(signed(2).subarray(0, -1))).toMatchObject({ authentic: false });
});

test('a range pushed over the end, or not from the start, is refused', async () => {
  const text = signed(1).toString('latin1');
  const [written = ''] = /\/ByteRange\s*\[.*?\]/.exec(text) ?? [];
  const changes = [written.replace('[0', '[1'), written.replace(/(\d)(\s*\])/, '9$2'), written.replace(' ]', '9]')];
  for (const range of changes) {
    const forged = text.replace(written, range);
    expect(forged).not.toBe(text);
    expect((await check(Buffer.from(forged, 'latin1'))).authentic).toBe(false);
  }
});

describe('trust', () => {
  test('another root is not trusted', async () => {
    const { root } = await testAuthorities();
    const result = await check(signed(1), { root: root.certificate });
    expect(result).toMatchObject({ authentic: false, wholeFileSigned: true });
    expect(result.signatures[0]).toMatchObject({ valid: true, trusted: false, timestampedAt: null });
    expect(result.reasons).toEqual(['certificate_untrusted', 'timestamp_untrusted']);
  });

  test('a foreign root is trusted where it is named, and its time stamps must be stamps all the same', async () => {
    const { root } = await testAuthorities();
    const here = { root: root.certificate, foreign: [authorities.root.certificate] };
    expect(await check(signed(2), here)).toMatchObject({ authentic: true, reasons: [] });
    const [ani] = people as [TestPerson];
    // Under a foreign root, too, a certificate for time stamps signs no letters.
    const [forged] = await testSigned(authorities, [{ ...ani, identity: authorities.stamper }]);
    expect((await check(forged ?? Buffer.alloc(0), here)).reasons).toEqual(['certificate_untrusted']);
  });

  test('a person cannot certify another', async () => {
    const [ani] = people as [TestPerson];
    const pkcs8 = authorities.regency.privateKey;
    // The forger has a certified key; here it is the regency's key under Ani's certificate, which is no authority.
    const forged = { ...authorities, regency: { certificate: ani.issued.certificate, privateKey: pkcs8 } };
    const victim = await testPerson(forged, 'Palsu');
    const chain = [ani.issued.certificate, authorities.regency.certificate];
    const [file] = await testSigned(authorities, [{ ...victim, identity: { ...victim.identity, chain } }]);
    expect(await check(file ?? Buffer.alloc(0))).toMatchObject({ authentic: false });
  });

  test('the time-stamp certificate cannot sign letters', async () => {
    const [ani] = people as [TestPerson];
    const [file] = await testSigned(authorities, [{ ...ani, identity: authorities.stamper }]);
    expect((await check(file ?? Buffer.alloc(0))).reasons).toEqual(['certificate_untrusted']);
  });

  test('a signature made after the certificate ended is not trusted; one made before stays so', async () => {
    const then = new Date(Date.now() - 400 * day);
    const past = await testAuthorities(then);
    const person = await testPerson(past, 'Dedi', 30);
    const root = past.root.certificate;
    const [inTime] = await testSigned(past, [person], new Date(then.getTime() + 10 * day));
    const [late] = await testSigned(past, [person], new Date(then.getTime() + 40 * day));
    expect(await check(inTime ?? Buffer.alloc(0), { root })).toMatchObject({ authentic: true });
    expect((await check(late ?? Buffer.alloc(0), { root })).reasons).toEqual(['certificate_expired']);
  });

  test('a stamp from the future is not believed', async () => {
    const result = await check(signed(1), { now: new Date(Date.now() - day) });
    expect(result.reasons).toContain('timestamp_untrusted');
  });

  test('a certificate revoked before it signed is refused, one revoked later is not', async () => {
    const list = (at: Date) =>
      createRevocationList(authorities.regency, {
        revoked: [{ serial: people[0]?.issued.serial ?? '', at, reason: 'compromised' }],
        now: new Date(),
        nextUpdate: new Date(Date.now() + day),
      });
    const before = await check(signed(1), { crls: [await list(new Date(Date.now() - day))] });
    expect(before).toMatchObject({ authentic: false, reasons: ['certificate_revoked'] });
    const later = await check(signed(1), { crls: [await list(new Date(Date.now() + day))] });
    expect(later).toMatchObject({ authentic: true });
  });

  test('a list that another authority signed revokes nothing', async () => {
    const other = await testAuthorities();
    const revoked = [{ serial: people[0]?.issued.serial ?? '', at: new Date(0), reason: 'compromised' as const }];
    const crl = await createRevocationList(other.regency, { revoked, now: new Date(), nextUpdate: new Date() });
    expect(await check(signed(1), { crls: [crl] })).toMatchObject({ authentic: true });
  });
});

describe('hostile or wrong files give a reason, never an exception', () => {
  const range = '/ByteRange [0 9 30 10]';
  const nested = '30'.repeat(30_000);
  test.each([
    ['text', 'Bukan PDF', 'not_a_pdf'],
    ['a web page that calls itself PDF', '<html>%PDF-1.7', 'not_a_pdf'],
    ['nothing', '', 'not_a_pdf'],
    ['thousands of ranges', `%PDF-1.7\n${`${range}\n`.repeat(5000)}`, 'too_many_signatures'],
    ['a range of words', '%PDF-1.7 /ByteRange [a b c d]', 'malformed'],
    ['numbers beyond reason', '%PDF-1.7 /ByteRange [0 9999999999 9999999999 9999999999]', 'malformed'],
    ['deep nesting', `${'%PDF-1.7 /ByteRange [0 50 60052 1]'.padEnd(50)}<${nested}> `, 'malformed'],
    ['DER that is no signature', `${'%PDF-1.7 /ByteRange [0 50 60 1]'.padEnd(50)}<30020500> `, 'malformed'],
  ])('%s', async (_name, text, reason) => {
    const result = await check(Buffer.from(text, 'latin1'));
    expect(result.authentic).toBe(false);
    expect(result.reasons).toContain(reason);
  });

  test('an unsigned PDF', async () => {
    expect(await check(await testPdf())).toMatchObject({ authentic: false, reasons: ['no_signature'] });
  });

  test('a file over the limit is not read', async () => {
    const options = { trustedRoots: [authorities.root.certificate], now: new Date(), maxBytes: 1000 };
    expect(await verifyPdf(signed(1), options)).toMatchObject({ reasons: ['too_large'] });
  });
});
