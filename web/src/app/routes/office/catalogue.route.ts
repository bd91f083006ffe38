import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { officeRoute } from './office.route.ts';

export const catalogueRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/kolaborasi/katalog',
  validateSearch: (search) =>
    z.parse(
      z.object({
        jenis: z.catch(z.optional(z.string()), undefined),
        dari: z.catch(z.optional(z.string()), undefined),
        q: z.catch(z.optional(z.string()), undefined),
        urut: z.catch(z.optional(z.enum(['dipakai', 'terbaru'])), undefined),
        pilih: z.catch(z.optional(z.string()), undefined),
      }),
      search,
    ),
  component: lazyRouteComponent(() => import('./catalogue.page.tsx'), 'CataloguePage'),
});
