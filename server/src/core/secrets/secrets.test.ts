import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createSecrets, SecretError } from './index.ts';

describe('secrets', () => {
  const master = randomBytes(32);
  const secrets = createSecrets(master);

  test('a password depends on the master key and the role, and is url-safe', () => {
    expect(secrets.password('t_lebak')).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(createSecrets(master).password('t_lebak')).toBe(secrets.password('t_lebak'));
    expect(secrets.password('t_sumedang')).not.toBe(secrets.password('t_lebak'));
    expect(createSecrets(randomBytes(32)).password('t_lebak')).not.toBe(secrets.password('t_lebak'));
  });

  test('a key has 32 bytes and is not the password of the same name', () => {
    expect(secrets.key('t_lebak')).toHaveLength(32);
    expect(secrets.key('t_lebak').toString('base64url')).not.toBe(secrets.password('t_lebak'));
  });

  test('what is wrapped opens with the same associated data only', () => {
    const blob = secrets.wrap(Buffer.from('rahasia'), 't_lebak/key-1');
    expect(secrets.unwrap(blob, 't_lebak/key-1').toString()).toBe('rahasia');
    expect(secrets.wrap(Buffer.from('rahasia'), 't_lebak/key-1').equals(blob)).toBe(false);
    expect(() => secrets.unwrap(blob, 't_sumedang/key-1')).toThrow(SecretError);
    expect(() => createSecrets(randomBytes(32)).unwrap(blob, 't_lebak/key-1')).toThrow(SecretError);
  });

  test('an altered byte anywhere is noticed', () => {
    const blob = secrets.wrap(Buffer.from('rahasia'), 'a');
    for (let index = 0; index < blob.length; index++) {
      const altered = Buffer.from(blob);
      altered[index] = (altered[index] ?? 0) ^ 1;
      expect(() => secrets.unwrap(altered, 'a')).toThrow(SecretError);
    }
    expect(() => secrets.unwrap(Buffer.alloc(3), 'a')).toThrow(SecretError);
  });

  test('an empty secret survives; a short master key is refused', () => {
    expect(secrets.unwrap(secrets.wrap(Buffer.alloc(0), 'a'), 'a')).toHaveLength(0);
    expect(() => createSecrets(Buffer.alloc(31))).toThrow('32 bytes');
  });
});
