import { createRoute } from '@tanstack/react-router';
import { OfficeShell } from '../../shells/office-shell.tsx';
import { requireSession } from '../guards.ts';
import { rootRoute } from '../root.route.tsx';

/** Everything of one regency's office: shell, and the right to be here. */
export const officeRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'office',
  beforeLoad: ({ location }) => requireSession('office', location.href),
  component: OfficeShell,
});
