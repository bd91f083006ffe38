import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const commentsRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/surat/$letterId/komentar',
  component: lazyRouteComponent(() => import('./comments.page.tsx'), 'CommentsPage'),
});
