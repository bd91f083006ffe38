import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const draftRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/tulis/$letterId',
  component: lazyRouteComponent(() => import('./draft.page.tsx'), 'DraftPage'),
});
