import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const agreementRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/kolaborasi/kesepakatan/$agreementId',
  component: lazyRouteComponent(() => import('./agreement.page.tsx'), 'AgreementPage'),
});
