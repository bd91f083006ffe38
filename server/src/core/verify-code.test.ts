import { expect, test } from 'vitest';
import { newVerifyCode, parseVerifyCode } from './verify-code.ts';

test('a new code is read as itself', () => {
  const code = newVerifyCode();
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  expect(parseVerifyCode(code)).toBe(code);
});

test.each([
  ['k7qf-2m9d-04xa', 'K7QF-2M9D-04XA'],
  ['K7QF2M9D04XA', 'K7QF-2M9D-04XA'],
  [' k7qf 2m9d o4xa ', 'K7QF-2M9D-04XA'],
  ['L7QF-2M9D-I4XA', '17QF-2M9D-14XA'],
  ['U7QF-2M9D-04XA', null],
  ['K7QF-2M9D', null],
  ['', null],
])('%s is read as %s', (typed, code) => {
  expect(parseVerifyCode(typed)).toBe(code);
});
