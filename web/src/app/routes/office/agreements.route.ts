import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const agreementsRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/kolaborasi',
  component: lazyRouteComponent(() => import('./agreements.page.tsx'), 'AgreementsPage'),
});
