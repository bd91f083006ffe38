import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const letterRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/surat/$letterId',
  component: lazyRouteComponent(() => import('./letter.page.tsx'), 'LetterPage'),
});
