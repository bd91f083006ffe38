import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const lettersRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/surat',
  component: lazyRouteComponent(() => import('./letters.page.tsx'), 'LettersPage'),
});
