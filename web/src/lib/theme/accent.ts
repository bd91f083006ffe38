import { contrast, fromOklch, hueDistance, toOklch } from './colour.ts';
import { statusColours, surfaces } from './tokens.ts';

/** One regency's colour in both schemes; every value is a `#RRGGBB`. */
export type Accent = {
  light: { accent: string; hover: string; tint: string; on: string };
  dark: { accent: string; hover: string; tint: string; on: string };
};

/** The platform's own colour, for its front page and the console. */
export const platformAccentHex = '#1E2B38';

/** Hand-tuned accents; a regency that brings another colour gets a computed one. */
const named: Record<string, Accent> = {
  '#0B5D5A': accent('#0B5D5A', '#084846', '#E0EDEB', '#72C6BE', '#8FD5CE', '#17302F', '#0A1F1E'),
  '#3A4596': accent('#3A4596', '#2D3679', '#E7E9F6', '#A9B4F4', '#BEC7F8', '#242947', '#11152E'),
  '#7B2D5B': accent('#7B2D5B', '#612248', '#F5E6EF', '#E5A0C7', '#EDB7D5', '#3B2131', '#2A0F1E'),
  [platformAccentHex]: accent(platformAccentHex, '#111A23', '#E4E8EC', '#B5C6D6', '#C9D6E2', '#232E38', '#111A23'),
};

function accent(light: string, hover: string, tint: string, dark: string, darkHover: string, dt: string, on: string) {
  return {
    light: { accent: light, hover, tint, on: '#FFFFFF' },
    dark: { accent: dark, hover: darkHover, tint: dt, on },
  };
}

/** WCAG 2 level AA for text. */
const required = 4.5;

/**
 * The accent made of a regency's own colour: the hue stays, lightness moves until accent on ground, accent on tint and
 * text on accent all reach 4.5. A value that is not a `#RRGGBB` gives the platform's accent.
 */
export function accentFrom(hex: string | null | undefined): Accent {
  const key = hex?.toUpperCase() ?? '';
  const known = named[key];
  if (known) return known;
  if (!/^#[0-9A-F]{6}$/.test(key)) return named[platformAccentHex] as Accent;
  const { c, h } = toOklch(key);
  const tint = fromOklch(0.94, Math.min(c, 0.02), h);
  const darkTint = fromOklch(0.29, Math.min(c, 0.05), h);
  const darkOn = fromOklch(0.22, Math.min(c, 0.04), h);
  const light = move(toOklch(key).l, -0.01, (l) => {
    const colour = fromOklch(l, c, h);
    return [contrast(colour, surfaces.light.ground), contrast(colour, tint), contrast('#FFFFFF', colour)];
  });
  const dark = move(0.7, 0.01, (l) => {
    const colour = fromOklch(l, Math.min(c, 0.12), h);
    return [contrast(colour, surfaces.dark.ground), contrast(colour, darkTint), contrast(darkOn, colour)];
  });
  return {
    light: { accent: fromOklch(light, c, h), hover: fromOklch(light - 0.07, c, h), tint, on: '#FFFFFF' },
    dark: {
      accent: fromOklch(dark, Math.min(c, 0.12), h),
      hover: fromOklch(dark + 0.06, Math.min(c, 0.1), h),
      tint: darkTint,
      on: darkOn,
    },
  };
}

function move(start: number, step: number, ratios: (l: number) => number[]): number {
  let l = start;
  while (l > 0.05 && l < 0.97 && ratios(l).some((ratio) => ratio < required)) l += step;
  return l;
}

/** Whether a colour could be taken for a state: its hue lies within 20° of one of the four status hues. */
export function resemblesStatus(hex: string): boolean {
  const own = toOklch(hex);
  if (own.c < 0.03) return false;
  return Object.values(statusColours.light).some((status) => hueDistance(own.h, toOklch(status.text).h) < 20);
}

/** The ten-step tuple that Mantine wants: 0 tint, 3 accent in the dark, 6 accent, 7 hover, 9 tint in the dark. */
export function accentTuple(a: Accent) {
  return [
    a.light.tint,
    a.light.tint,
    a.dark.hover,
    a.dark.accent,
    a.dark.accent,
    a.light.accent,
    a.light.accent,
    a.light.hover,
    a.light.hover,
    a.dark.tint,
  ] as const;
}
