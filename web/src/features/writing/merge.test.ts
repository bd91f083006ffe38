import { expect, test } from 'vitest';
import { changedFields, collides, type Draft, fieldsOf, mergeFields } from './rules.ts';

const draft = (more: Partial<Draft> = {}): Draft => ({
  subject: 'Rapat',
  body: { type: 'doc', content: [{ type: 'paragraph' }] },
  recipients: [],
  copies: [],
  classification: { code: '000', name: null },
  secrecy: 'biasa',
  urgency: 'biasa',
  attachmentNote: '',
  dueOn: '',
  ...more,
});
const before = fieldsOf(draft());

test('only what changed is sent, and never the words', () => {
  const now = fieldsOf(draft({ subject: 'Rapat kerja', body: { type: 'doc', content: [] } }));
  expect(changedFields(now, before)).toEqual({ subject: 'Rapat kerja' });
});

test('two people collide only where both changed one field to something else', () => {
  const mine = { subject: 'Rapat kerja' };
  expect(collides(mine, fieldsOf(draft({ urgency: 'segera' })), before)).toBe(false);
  expect(collides(mine, fieldsOf(draft({ subject: 'Rapat kerja' })), before)).toBe(false);
  expect(collides(mine, fieldsOf(draft({ subject: 'Rapat dinas' })), before)).toBe(true);
});

test('what others changed is taken over, what is changed here stays', () => {
  const here = draft({ subject: 'Rapat kerja' });
  const merged = mergeFields(here, before, draft({ subject: 'Rapat dinas', urgency: 'segera' }));
  expect([merged.subject, merged.urgency]).toEqual(['Rapat kerja', 'segera']);
  expect(mergeFields(here, before, draft())).toBe(here);
});
