import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const settingsRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/pengaturan',
  component: lazyRouteComponent(() => import('./settings.page.tsx'), 'SettingsPage'),
});
