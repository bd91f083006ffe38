import { createRoute, redirect } from '@tanstack/react-router';
import { consoleRoute } from './console.route.ts';

export const consoleIndexRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/admin',
  beforeLoad: () => {
    throw redirect({ to: '/admin/penyiapan', replace: true });
  },
});
