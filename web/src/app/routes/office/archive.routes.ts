import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

const parts = ['berkas', 'belum', 'penyusutan', 'jra'] as const;
export type ArchivePart = (typeof parts)[number];

export const archiveRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/arsip',
  validateSearch: (search: Record<string, unknown>): { bagian?: ArchivePart } => {
    const bagian = parts.find((part) => part === search.bagian);
    return bagian ? { bagian } : {};
  },
  component: lazyRouteComponent(() => import('./archive.page.tsx'), 'ArchivePage'),
});

/** Where a task leads. */
export const disposalsRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/arsip/penyusutan',
  beforeLoad: () => {
    throw redirect({ to: '/arsip', search: { bagian: 'penyusutan' } });
  },
});

export const dossierRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/arsip/berkas/$dossierId',
  component: lazyRouteComponent(() => import('./archive-dossier.page.tsx'), 'ArchiveDossierPage'),
});

export const disposalRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/arsip/penyusutan/$disposalId',
  component: lazyRouteComponent(() => import('./archive-disposal.page.tsx'), 'ArchiveDisposalPage'),
});
