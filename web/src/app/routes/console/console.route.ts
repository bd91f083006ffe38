import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { requireSession } from '../guards.ts';
import { rootRoute } from '../root.route.tsx';

/** The platform's console: its own shell and its own session. */
export const consoleRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'console',
  beforeLoad: ({ location }) => requireSession('platform', location.href),
  component: lazyRouteComponent(() => import('../../shells/console-shell.tsx'), 'ConsoleShell'),
});
