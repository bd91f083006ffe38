import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const dispositionsRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/disposisi',
  component: lazyRouteComponent(() => import('./dispositions.page.tsx'), 'DispositionsPage'),
});
