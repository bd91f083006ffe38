import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const lateTurnsRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/terlambat',
  component: lazyRouteComponent(() => import('./late-turns.page.tsx'), 'LateTurnsPage'),
});
