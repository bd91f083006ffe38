import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute } from './console.route.ts';

export const consoleHealthRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/admin/kesehatan',
  component: lazyRouteComponent(() => import('./health.page.tsx'), 'HealthPage'),
});
