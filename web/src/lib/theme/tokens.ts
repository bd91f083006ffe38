/** The two grounds a person can choose. */
export type Scheme = 'light' | 'dark';

/** Colours that mean a surface or an ink; the accent of a regency is apart (`accent.ts`). */
export const surfaces = {
  light: {
    ground: '#F6F4EF',
    sunk: '#EEEBE4',
    raised: '#FFFFFF',
    paper: '#FFFFFF',
    ink: '#1B1F24',
    ink2: '#4A5058',
    ink3: '#63686F',
    line: '#DEDAD0',
    line2: '#C9C4B8',
    ctl: '#8A867D',
    'paper-ink': '#16181B',
    dawn: '#E5A52F',
    'shadow-paper': '0 0 0 1px rgb(27 31 36 / 7%), 0 1px 3px rgb(27 31 36 / 7%)',
    'shadow-float': '0 0 0 1px rgb(27 31 36 / 8%), 0 12px 32px rgb(27 31 36 / 16%)',
  },
  dark: {
    ground: '#16191C',
    sunk: '#101214',
    raised: '#1E2226',
    paper: '#E9E5DC',
    ink: '#ECE9E2',
    ink2: '#BDBBB4',
    ink3: '#999993',
    line: '#2C3136',
    line2: '#3C4248',
    ctl: '#777D83',
    'paper-ink': '#16181B',
    dawn: '#E5A52F',
    'shadow-paper': '0 0 0 1px #101214',
    'shadow-float': '0 0 0 1px rgb(236 233 226 / 8%), 0 16px 40px rgb(0 0 0 / 60%)',
  },
} as const satisfies Record<Scheme, Record<string, string>>;

/** The four states, written always with icon and word. */
export const statuses = ['tunggu', 'selesai', 'masalah', 'proses'] as const;
export type Status = (typeof statuses)[number];

export const statusColours = {
  light: {
    tunggu: { text: '#855000', ground: '#FAEFDA' },
    selesai: { text: '#276230', ground: '#E5F0E2' },
    masalah: { text: '#A3261D', ground: '#FAE6E2' },
    proses: { text: '#28578A', ground: '#E3ECF6' },
  },
  dark: {
    tunggu: { text: '#EDB75E', ground: '#33280F' },
    selesai: { text: '#8ACB8C', ground: '#17301B' },
    masalah: { text: '#F3968D', ground: '#401E1A' },
    proses: { text: '#90BDEA', ground: '#18293B' },
  },
} as const satisfies Record<Scheme, Record<Status, { text: string; ground: string }>>;
