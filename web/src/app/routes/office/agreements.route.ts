import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { officeRoute } from './office.route.ts';

export const agreementsRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/kolaborasi',
  validateSearch: (search) =>
    z.parse(
      z.object({ tampil: z.catch(z.optional(z.enum(['semua', 'berjalan', 'berlaku', 'selesai'])), undefined) }),
      search,
    ),
  component: lazyRouteComponent(() => import('./agreements.page.tsx'), 'AgreementsPage'),
});
