import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const letterTypesRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/pengaturan/jenis-naskah',
  component: lazyRouteComponent(() => import('./letter-types.page.tsx'), 'LetterTypesPage'),
});

export const letterTypeRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/pengaturan/jenis-naskah/$code',
  component: lazyRouteComponent(() => import('./letter-types.page.tsx'), 'LetterTypePage'),
});

export const paperRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/pengaturan/kertas',
  component: lazyRouteComponent(() => import('./letter-types.page.tsx'), 'PaperPage'),
});
