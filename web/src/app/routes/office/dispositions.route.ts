import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const dispositionsRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/disposisi',
  validateSearch: (search: Record<string, unknown>): { kotak?: 'sent'; lewat?: true } => ({
    ...(search.kotak === 'sent' ? { kotak: 'sent' as const } : {}),
    ...(search.lewat === true ? { lewat: true as const } : {}),
  }),
  component: lazyRouteComponent(() => import('./dispositions.page.tsx'), 'DispositionsPage'),
});
