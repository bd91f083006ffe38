import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const templatesRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/pengaturan/templat',
  component: lazyRouteComponent(() => import('./templates.page.tsx'), 'TemplatesPage'),
});
