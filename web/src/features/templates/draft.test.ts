import { expect, test } from 'vitest';
import { emptyBody } from '../../components/editor/body.ts';
import { bodyOf, fieldName } from './draft.ts';

test.each([
  ['Tanggal mulai', 'tanggal_mulai'],
  ['  NIP / jabatan ', 'nip_jabatan'],
  ['Café', 'cafe'],
  ['2. Nama', 'nama'],
])('the field %s is kept as %s', (label, name) => {
  expect(fieldName(label)).toBe(name);
});

test('an empty subject and description are left out, not sent as empty text', () => {
  const draft = {
    name: ' Nota ',
    type: 'nota_dinas',
    description: ' ',
    body: emptyBody,
    defaults: { subject: ' ' },
    names: {},
    source: 'written' as const,
  };
  expect(bodyOf(draft)).toEqual({ name: 'Nota', type: 'nota_dinas', description: null, body: emptyBody, defaults: {} });
});
