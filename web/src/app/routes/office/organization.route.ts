import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const organizationRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/pengaturan/organisasi',
  component: lazyRouteComponent(() => import('./organization.page.tsx'), 'OrganizationPage'),
});
