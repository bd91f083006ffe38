import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const dispositionsRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/disposisi',
  validateSearch: (search: Record<string, unknown>): { kotak?: 'sent' } =>
    search.kotak === 'sent' ? { kotak: 'sent' } : {},
  component: lazyRouteComponent(() => import('./dispositions.page.tsx'), 'DispositionsPage'),
});
