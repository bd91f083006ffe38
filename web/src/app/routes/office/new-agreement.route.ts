import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const newAgreementRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/kolaborasi/kesepakatan/baru',
  component: lazyRouteComponent(() => import('./new-agreement.page.tsx'), 'NewAgreementPage'),
});
