import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const reportsRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/laporan',
  component: lazyRouteComponent(() => import('./reports.page.tsx'), 'ReportsPage'),
});
