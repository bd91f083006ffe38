import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const dispositionSheetRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/disposisi/lembar/$letterId',
  component: lazyRouteComponent(() => import('./disposition-sheet.page.tsx'), 'DispositionSheetPage'),
});
