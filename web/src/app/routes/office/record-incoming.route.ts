import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const recordIncomingRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/surat/catat',
  component: lazyRouteComponent(() => import('./record-incoming.page.tsx'), 'RecordIncomingPage'),
});
