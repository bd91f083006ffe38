import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const writeRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/tulis',
  component: lazyRouteComponent(() => import('./write.page.tsx'), 'WritePage'),
});
