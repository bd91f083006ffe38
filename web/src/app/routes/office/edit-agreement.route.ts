import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const editAgreementRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/kolaborasi/kesepakatan/$agreementId/ubah',
  component: lazyRouteComponent(() => import('./edit-agreement.page.tsx'), 'EditAgreementPage'),
});
