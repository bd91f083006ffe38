import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { requireSession } from '../guards.ts';
import { rootRoute } from '../root.route.tsx';

/** Everything of one regency's office: shell, and the right to be here. */
export const officeRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'office',
  beforeLoad: ({ location }) => requireSession('office', location.href),
  component: lazyRouteComponent(() => import('../../shells/office-shell.tsx'), 'OfficeShell'),
});
