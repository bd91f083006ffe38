import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import { type Accent, accentTuple } from './accent.ts';
import { type Scheme, statusColours, statuses, surfaces } from './tokens.ts';

function statusTuple(status: (typeof statuses)[number]): MantineColorsTuple {
  const light = statusColours.light[status];
  const dark = statusColours.dark[status];
  return [
    light.ground,
    light.ground,
    dark.text,
    dark.text,
    dark.text,
    light.text,
    light.text,
    light.text,
    light.text,
    dark.ground,
  ];
}

/** Mantine's theme for one accent. Sizes in px as rem; the control heights live in `controls.css`. */
export function createOfficeTheme(accent: Accent) {
  const statusTuples = Object.fromEntries(statuses.map((status) => [status, statusTuple(status)]));
  return createTheme({
    colors: { accent: accentTuple(accent) as unknown as MantineColorsTuple, ...statusTuples },
    primaryColor: 'accent',
    primaryShade: { light: 6, dark: 3 },
    autoContrast: true,
    white: surfaces.light.raised,
    black: surfaces.light.ink,
    fontFamily: '"Plus Jakarta Sans Variable", system-ui, sans-serif',
    fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace',
    fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.5rem' },
    lineHeights: { xs: '1.3334', sm: '1.4286', md: '1.5', lg: '1.4445', xl: '1.3334' },
    headings: {
      fontWeight: '650',
      sizes: {
        h1: { fontSize: '1.5rem', lineHeight: '2rem' },
        h2: { fontSize: '1.125rem', lineHeight: '1.625rem' },
        h3: { fontSize: '0.875rem', lineHeight: '1.25rem' },
      },
    },
    spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
    radius: { xs: '2px', sm: '4px', md: '6px', lg: '10px' },
    defaultRadius: 'md',
    shadows: { xs: 'var(--shadow-paper)', lg: 'var(--shadow-float)' },
    focusRing: 'auto',
    respectReducedMotion: true,
    cursorType: 'pointer',
    // Plain objects, not `Button.extend`: the theme is in the first load, the components come with their pages.
    components: {
      Button: { defaultProps: { size: 'md', variant: 'filled' } },
      ActionIcon: { defaultProps: { size: 44, variant: 'subtle' } },
      Input: { defaultProps: { size: 'md' } },
      TextInput: { defaultProps: { size: 'md' } },
      PasswordInput: { defaultProps: { size: 'md' } },
      NumberInput: { defaultProps: { size: 'md' } },
      Textarea: { defaultProps: { size: 'md', autosize: true, minRows: 3 } },
      Select: { defaultProps: { size: 'md' } },
      Checkbox: { defaultProps: { size: 'md' } },
      Radio: { defaultProps: { size: 'md' } },
      Modal: { defaultProps: { radius: 'lg', centered: true, transitionProps: { duration: 200 } } },
    },
  });
}

function schemeVariables(scheme: Scheme, accent: Accent): Record<string, string> {
  const own = surfaces[scheme];
  const variables: Record<string, string> = {};
  for (const [name, value] of Object.entries(own)) variables[`--${name}`] = value;
  for (const status of statuses) {
    variables[`--${status}`] = statusColours[scheme][status].text;
    variables[`--${status}-ground`] = statusColours[scheme][status].ground;
  }
  const colours = accent[scheme];
  return {
    ...variables,
    '--accent': colours.accent,
    '--accent-hover': colours.hover,
    '--accent-tint': colours.tint,
    '--on-accent': colours.on,
    '--mantine-color-body': own.ground,
    '--mantine-color-text': own.ink,
    '--mantine-color-dimmed': own.ink3,
    '--mantine-color-placeholder': own.ink3,
    '--mantine-color-anchor': colours.accent,
    '--mantine-color-default': own.raised,
    '--mantine-color-default-hover': own.sunk,
    '--mantine-color-default-color': own.ink,
    '--mantine-color-default-border': own.ctl,
    '--mantine-color-error': statusColours[scheme].masalah.text,
    '--mantine-primary-color-filled': colours.accent,
    '--mantine-primary-color-filled-hover': colours.hover,
    '--mantine-primary-color-light': colours.tint,
    '--mantine-primary-color-light-hover': colours.tint,
    '--mantine-primary-color-light-color': colours.accent,
    '--mantine-primary-color-contrast': colours.on,
  };
}

/** Writes the tokens as CSS variables (`--ground`, `--ink2`, `--accent`, `--tunggu-ground`, …) for both schemes. */
export function createVariablesResolver(accent: Accent): CSSVariablesResolver {
  return () => ({
    variables: {
      '--quick': '120ms ease-out',
      '--move': '200ms cubic-bezier(.2, 0, 0, 1)',
      '--calm': '320ms cubic-bezier(.2, 0, 0, 1)',
      '--nav-width': '244px',
      '--top-height': '64px',
    },
    light: schemeVariables('light', accent),
    dark: schemeVariables('dark', accent),
  });
}
