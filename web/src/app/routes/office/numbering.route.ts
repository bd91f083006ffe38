import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const numberingRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/pengaturan/penomoran',
  component: lazyRouteComponent(() => import('./numbering.page.tsx'), 'NumberingPage'),
});
