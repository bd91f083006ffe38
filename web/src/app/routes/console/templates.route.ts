import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute } from './console.route.ts';

export const consoleTemplatesRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/admin/templat',
  component: lazyRouteComponent(() => import('./templates.page.tsx'), 'NationalTemplatesPage'),
});
