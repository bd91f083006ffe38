import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { officeRoute } from './office.route.ts';

export const visitsRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/kolaborasi/kunjungan',
  validateSearch: (search) =>
    z.parse(z.object({ arah: z.catch(z.optional(z.enum(['semua', 'keluar', 'masuk'])), undefined) }), search),
  component: lazyRouteComponent(() => import('./visits.page.tsx'), 'VisitsPage'),
});

export const newVisitRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/kolaborasi/kunjungan/baru',
  component: lazyRouteComponent(() => import('./edit-visit.page.tsx'), 'NewVisitPage'),
});

export const visitRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/kolaborasi/kunjungan/$visitId',
  component: lazyRouteComponent(() => import('./visit.page.tsx'), 'VisitPage'),
});

export const editVisitRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/kolaborasi/kunjungan/$visitId/ubah',
  component: lazyRouteComponent(() => import('./edit-visit.page.tsx'), 'EditVisitPage'),
});
