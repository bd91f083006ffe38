import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const signingQueueRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/antrean-tanda-tangan',
  component: lazyRouteComponent(() => import('./signing-queue.page.tsx'), 'SigningQueuePage'),
});
