import { type MantineColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useEffect, useMemo } from 'react';
import { ErrorState } from '../components/ui/error-state.tsx';
import { siteOptions } from '../lib/office.ts';
import { getPreferences, setPreferences, subscribePreferences, usePreferences } from '../lib/preferences.ts';
import { queryClient } from '../lib/query-client.ts';
import { accentFrom, platformAccentHex } from '../lib/theme/accent.ts';
import { createOfficeTheme, createVariablesResolver } from '../lib/theme/theme.ts';
import { router } from './router.ts';

/** Mantine reads and writes the person's own setting instead of a key of its own. */
const colourSchemeManager: MantineColorSchemeManager = (() => {
  let unsubscribe = (): void => undefined;
  return {
    get: () => getPreferences().colourScheme,
    // Mantine sets what it was just told of, too; without this the two would tell each other for ever.
    set: (colourScheme) => {
      if (colourScheme !== getPreferences().colourScheme) setPreferences({ colourScheme });
    },
    subscribe: (onUpdate) => {
      const stop = subscribePreferences(() => onUpdate(getPreferences().colourScheme));
      unsubscribe = () => {
        stop();
      };
    },
    unsubscribe: () => unsubscribe(),
    clear: () => setPreferences({ colourScheme: 'auto' }),
  };
})();

/** Everything that every screen stands in: server state, theme in the regency's accent, router. */
export function Application() {
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Themed />
      </QueryClientProvider>
    </StrictMode>
  );
}

function Themed() {
  const { data: site, error, refetch } = useQuery(siteOptions);
  const accentSource = site?.accent ?? platformAccentHex;
  const { theme, resolver } = useMemo(() => {
    const accent = accentFrom(accentSource);
    return { theme: createOfficeTheme(accent), resolver: createVariablesResolver(accent) };
  }, [accentSource]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolver}
      colorSchemeManager={colourSchemeManager}
      defaultColorScheme="auto"
    >
      <DensityAttribute />
      {error ? (
        <main style={{ maxWidth: 640, margin: '64px auto', padding: 16 }}>
          <ErrorState error={error} onRetry={() => void refetch()} />
        </main>
      ) : (
        <RouterProvider router={router} />
      )}
      <div id="live-region" className="heard" aria-live="polite" />
    </MantineProvider>
  );
}

function DensityAttribute() {
  const { density } = usePreferences();
  useEffect(() => {
    document.documentElement.dataset.density = density;
  }, [density]);
  return null;
}
