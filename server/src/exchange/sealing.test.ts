import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { canonicalJson, derivedId } from './message.ts';
import { SealError, seal, unseal } from './sealing.ts';

const pair = () =>
  generateKeyPairSync('x25519', {
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });

describe('a sealed message', () => {
  const keys = pair();
  const sealed = seal(Buffer.from('rahasia'), keys.publicKey, 'exchange:1:a:b:content');

  test('opens with the receiver’s key and its own context only', () => {
    expect(unseal(sealed, keys, 'exchange:1:a:b:content').toString()).toBe('rahasia');
    expect(() => unseal(sealed, keys, 'exchange:2:a:b:content')).toThrow(SealError);
    expect(() => unseal(sealed, pair(), 'exchange:1:a:b:content')).toThrow('another key');
  });

  test('does not open once any byte was changed', () => {
    for (let at = 0; at < sealed.length; at += 1) {
      const altered = Buffer.from(sealed);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(() => unseal(altered, keys, 'exchange:1:a:b:content'), `byte ${at}`).toThrow(SealError);
    }
    expect(() => unseal(sealed.subarray(0, 40), keys, 'x')).toThrow('not a sealed message');
  });

  test('is never twice the same', () => {
    expect(
      seal(Buffer.from('rahasia'), keys.publicKey, 'x').equals(seal(Buffer.from('rahasia'), keys.publicKey, 'x')),
    ).toBe(false);
  });
});

test('canonical JSON does not depend on the order of keys', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true })).toBe(
    canonicalJson({ a: true, b: [1, { c: 'x', d: null }] }),
  );
});

test('a derived id is a UUID that follows from its parts', () => {
  expect(derivedId('receipt', 'x', 'read')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(derivedId('receipt', 'x', 'read')).toBe(derivedId('receipt', 'x', 'read'));
  expect(derivedId('receipt', 'x', 'read')).not.toBe(derivedId('receipt', 'x', 'delivered'));
});
