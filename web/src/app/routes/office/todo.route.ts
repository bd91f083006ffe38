import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type TaskTab, taskTabs } from '../../../features/tasks/rules.ts';
import { officeRoute } from './office.route.ts';

export const todoRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/perlu-anda',
  validateSearch: (search: Record<string, unknown>): { jenis?: TaskTab } => {
    const tab = taskTabs.find((one) => one === search.jenis);
    return tab && tab !== 'all' ? { jenis: tab } : {};
  },
  component: lazyRouteComponent(() => import('./todo.page.tsx'), 'TodoPage'),
});
