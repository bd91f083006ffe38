import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { consoleRoute } from './console.route.ts';

const statuses = ['pending', 'provisioning', 'active', 'suspended', 'failed', 'removing', 'removed'] as const;

export const consoleTenantsRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/admin/kabupaten',
  validateSearch: (search) =>
    z.parse(
      z.object({
        cari: z.catch(z.optional(z.string()), undefined),
        keadaan: z.catch(z.optional(z.enum(statuses)), undefined),
      }),
      search,
    ),
  component: lazyRouteComponent(() => import('./tenants.page.tsx'), 'TenantsPage'),
});
