import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const helpRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/bantuan',
  component: lazyRouteComponent(() => import('./help.page.tsx'), 'HelpPage'),
});
