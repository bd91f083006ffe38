import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { officeRoute } from './office.route.ts';

const word = z.catch(z.optional(z.string()), undefined);

export const comparisonRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/kolaborasi/perbandingan',
  validateSearch: (search) => z.parse(z.object({ indeks: word, daerah: word }), search),
  component: lazyRouteComponent(() => import('./comparison.page.tsx'), 'ComparisonPage'),
});

export const ownFiguresRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/kolaborasi/perbandingan/nilai',
  validateSearch: (search) =>
    z.parse(z.object({ indeks: word, tahun: z.catch(z.optional(z.number()), undefined) }), search),
  component: lazyRouteComponent(() => import('./own-figures.page.tsx'), 'OwnFiguresPage'),
});

export const adoptionPlansRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/kolaborasi/rencana',
  validateSearch: (search) =>
    z.parse(z.object({ keadaan: z.catch(z.optional(z.enum(['selesai', 'dibatalkan'])), undefined) }), search),
  component: lazyRouteComponent(() => import('./adoption-plans.page.tsx'), 'AdoptionPlansPage'),
});

export const adoptionPlanRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/kolaborasi/rencana/$planId',
  component: lazyRouteComponent(() => import('./adoption-plan.page.tsx'), 'AdoptionPlanPage'),
});
