import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const newTemplateRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/pengaturan/templat/baru',
  component: lazyRouteComponent(() => import('./template.page.tsx'), 'NewTemplatePage'),
});

export const templateRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/pengaturan/templat/$templateId',
  component: lazyRouteComponent(() => import('./template.page.tsx'), 'TemplatePage'),
});
