import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute } from './console.route.ts';

export const consoleTenantsRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/admin/kabupaten',
  component: lazyRouteComponent(() => import('./tenants.page.tsx'), 'TenantsPage'),
});
