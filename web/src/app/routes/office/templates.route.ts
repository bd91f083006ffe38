import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { officeRoute } from './office.route.ts';

export const templatesRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/pengaturan/templat',
  validateSearch: (search) =>
    z.parse(
      z.object({
        cari: z.catch(z.optional(z.string()), undefined),
        jenis: z.catch(z.optional(z.string()), undefined),
        arsip: z.catch(z.optional(z.boolean()), undefined),
      }),
      search,
    ),
  component: lazyRouteComponent(() => import('./templates.page.tsx'), 'TemplatesPage'),
});
