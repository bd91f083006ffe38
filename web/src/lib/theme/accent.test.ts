import { describe, expect, test } from 'vitest';
import { accentFrom, resemblesStatus } from './accent.ts';
import { contrast } from './colour.ts';
import { statusColours, surfaces } from './tokens.ts';

const brought = ['#0B5D5A', '#3A4596', '#7B2D5B', '#1E2B38', '#FFD500', '#00A651', '#E30613', '#7FDBFF', '#808080'];

describe('the accent of a regency', () => {
  test.each(brought)('%s reaches 4.5 on ground, on tint and under its text, light and dark', (hex) => {
    const accent = accentFrom(hex);
    for (const scheme of ['light', 'dark'] as const) {
      const { accent: colour, tint, on } = accent[scheme];
      expect(contrast(colour, surfaces[scheme].ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colour, tint)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(on, colour)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(surfaces[scheme].ink3, tint)).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('a value that is no colour gives the accent of the platform', () => {
    expect(accentFrom('teal')).toEqual(accentFrom('#1E2B38'));
    expect(accentFrom(null)).toEqual(accentFrom('#1E2B38'));
  });

  test('a red is told apart from a teal when it could be taken for a state', () => {
    expect(resemblesStatus('#B3261E')).toBe(true);
    expect(resemblesStatus('#7B2D5B')).toBe(false);
  });
});

test('every status reads on its own ground and on the page', () => {
  for (const scheme of ['light', 'dark'] as const)
    for (const { text, ground } of Object.values(statusColours[scheme])) {
      expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(text, surfaces[scheme].ground)).toBeGreaterThanOrEqual(4.5);
    }
});
