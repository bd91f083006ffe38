import { useQuery } from '@tanstack/react-query';
import { type Answer, api, call } from './api.ts';
import { queryClient } from './query-client.ts';

/** What this host is: one regency's office, or (slug null) the platform itself. */
export type Site = Answer<'/office'>;
export type Office = Site & { slug: string };

export const siteOptions = {
  queryKey: ['site'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: (): Promise<Site> => call(api.GET('/office')),
};

function asOffice(site: Site | undefined): Office | null {
  return site?.slug ? { ...site, slug: site.slug } : null;
}

/** What this host is; loaded before the first screen. */
export function useSite(): Site | undefined {
  return useQuery(siteOptions).data;
}

/** The office of this host; null on the platform's host. */
export function useOffice(): Office | null {
  return asOffice(useSite());
}

export function currentOffice(): Office | null {
  return asOffice(queryClient.getQueryData<Site>(siteOptions.queryKey));
}

/** The platform's own address, seen from any of its hosts. */
export function platformOrigin(): string {
  const office = currentOffice();
  const host = office ? location.host.replace(`${office.slug}.`, '') : location.host;
  return `${location.protocol}//${host}`;
}

/** Address of a regency's office, seen from the platform's host: one label before it. */
export function officeUrl(slug: string, path = '/'): string {
  const host = /^\d+\.\d+\.\d+\.\d+/.test(location.host)
    ? location.host.replace(/^[\d.]+/, 'localhost')
    : platformOrigin().split('//')[1];
  return `${location.protocol}//${slug}.${host}${path}`;
}

/** The regency's zone, for every date on the screen. */
export function officeTimeZone(): string {
  return currentOffice()?.timeZone ?? 'Asia/Jakarta';
}
