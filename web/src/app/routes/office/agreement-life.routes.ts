import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { officeRoute } from './office.route.ts';

export const changeAgreementRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/kolaborasi/kesepakatan/$agreementId/perubahan',
  validateSearch: (search) => z.parse(z.object({ jenis: z.catch(z.enum(['amends', 'extends']), 'amends') }), search),
  component: lazyRouteComponent(() => import('./change-agreement.page.tsx'), 'ChangeAgreementPage'),
});

export const agreementPlanRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/kolaborasi/kesepakatan/$agreementId/rencana',
  component: lazyRouteComponent(() => import('./agreement-plan.page.tsx'), 'AgreementPlanPage'),
});

export const agreementRegisterRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/kolaborasi/register',
  validateSearch: (search) =>
    z.parse(
      z.object({ tahun: z.catch(z.optional(z.number().check(z.int(), z.gte(2000), z.lte(2200))), undefined) }),
      search,
    ),
  component: lazyRouteComponent(() => import('./agreement-register.page.tsx'), 'AgreementRegisterPage'),
});
