import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const catalogueRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/kolaborasi/katalog',
  component: lazyRouteComponent(() => import('./catalogue.page.tsx'), 'CataloguePage'),
});
