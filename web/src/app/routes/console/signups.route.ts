import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { consoleRoute } from './console.route.ts';

export const consoleSignupsRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/admin/permohonan',
  validateSearch: (search) =>
    z.parse(z.object({ keadaan: z.catch(z.optional(z.enum(['pending', 'approved', 'rejected'])), undefined) }), search),
  component: lazyRouteComponent(() => import('./signups.page.tsx'), 'SignupsPage'),
});
