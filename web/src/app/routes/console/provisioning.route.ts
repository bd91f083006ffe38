import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute } from './console.route.ts';

export const consoleProvisioningRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/admin/penyiapan',
  component: lazyRouteComponent(() => import('./provisioning.page.tsx'), 'ProvisioningPage'),
});
