import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { consoleRoute } from './console.route.ts';

export const consoleProvisioningRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/admin/penyiapan',
  /** `kantor`: the regency that was just ordered. */
  validateSearch: (search) => z.parse(z.object({ kantor: z.catch(z.optional(z.string()), undefined) }), search),
  component: lazyRouteComponent(() => import('./provisioning.page.tsx'), 'ProvisioningPage'),
});
