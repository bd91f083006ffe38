import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute } from './console.route.ts';

export const consoleBackupsRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/admin/cadangan',
  component: lazyRouteComponent(() => import('./backups.page.tsx'), 'BackupsPage'),
});
