import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const signatureProviderRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/pengaturan/tanda-tangan',
  component: lazyRouteComponent(() => import('./signature-provider.page.tsx'), 'SignatureProviderPage'),
});
