import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute } from './console.route.ts';

export const consoleAuditRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/admin/audit',
  component: lazyRouteComponent(() => import('./audit.page.tsx'), 'AuditPage'),
});
