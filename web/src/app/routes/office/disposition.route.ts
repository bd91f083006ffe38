import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const dispositionRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/disposisi/$dispositionId',
  component: lazyRouteComponent(() => import('./disposition.page.tsx'), 'DispositionPage'),
});
