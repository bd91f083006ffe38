import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const todoRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/perlu-anda',
  component: lazyRouteComponent(() => import('./todo.page.tsx'), 'TodoPage'),
});
