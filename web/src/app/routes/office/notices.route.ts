import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const noticesRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/pemberitahuan',
  component: lazyRouteComponent(() => import('./notices.page.tsx'), 'NoticesPage'),
});
