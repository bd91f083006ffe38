import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const peopleRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/pengaturan/orang',
  component: lazyRouteComponent(() => import('./people.page.tsx'), 'PeoplePage'),
});
