import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute } from './console.route.ts';

export const consoleTenantRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/admin/kabupaten/$slug',
  component: lazyRouteComponent(() => import('./tenant.page.tsx'), 'TenantPage'),
});
