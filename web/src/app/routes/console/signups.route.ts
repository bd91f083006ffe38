import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute } from './console.route.ts';

export const consoleSignupsRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/admin/permohonan',
  component: lazyRouteComponent(() => import('./signups.page.tsx'), 'SignupsPage'),
});
