import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { currentOffice } from '../../../lib/office.ts';
import { PublicShell } from '../../shells/public-shell.tsx';
import { rootRoute } from '../root.route.tsx';

const publicRoute = createRoute({ getParentRoute: () => rootRoute, id: 'public', component: PublicShell });

/** The platform's front page; on a regency's host the way into its office. */
const frontRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/',
  beforeLoad: () => {
    if (currentOffice()) throw redirect({ to: '/perlu-anda', replace: true });
  },
  component: lazyRouteComponent(() => import('./front.page.tsx'), 'FrontPage'),
});

/** Only a place within this office: never another site. */
const signInSearch = z.object({ tujuan: z.catch(z.optional(z.string().check(z.regex(/^\/(?![/\\])/))), undefined) });

const signInRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/masuk',
  validateSearch: (search) => z.parse(signInSearch, search),
  beforeLoad: () => {
    if (!currentOffice()) throw redirect({ to: '/' });
  },
  component: lazyRouteComponent(() => import('./sign-in.page.tsx'), 'SignInPage'),
});

const consoleSignInRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/admin/masuk',
  validateSearch: (search) => z.parse(signInSearch, search),
  component: lazyRouteComponent(() => import('./sign-in.page.tsx'), 'ConsoleSignInPage'),
});

const activateRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/aktivasi',
  validateSearch: (search) => z.parse(z.object({ token: z.catch(z.optional(z.string()), undefined) }), search),
  component: lazyRouteComponent(() => import('./activate.page.tsx'), 'ActivatePage'),
});

const steps = ['wilayah', 'alamat', 'penghubung', 'periksa'] as const;

const signupRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/daftar',
  validateSearch: (search) =>
    z.parse(
      z.object({
        langkah: z.catch(z.optional(z.enum(steps)), undefined),
        wilayah: z.catch(z.optional(z.string()), undefined),
      }),
      search,
    ),
  component: lazyRouteComponent(() => import('./signup.page.tsx'), 'SignupPage'),
});

const signupStatusRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/daftar/$token',
  component: lazyRouteComponent(() => import('./signup-status.page.tsx'), 'SignupStatusPage'),
});

/** From the code on the wall of a meeting. */
const checkInRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/hadir/$code',
  beforeLoad: () => {
    if (!currentOffice()) throw redirect({ to: '/' });
  },
  component: lazyRouteComponent(() => import('./check-in.page.tsx'), 'CheckInPage'),
});

export const publicRoutes = publicRoute.addChildren([
  frontRoute,
  signInRoute,
  consoleSignInRoute,
  activateRoute,
  signupRoute,
  signupStatusRoute,
  checkInRoute,
]);

/** Every building block in every state, at /kitchen; left out of what is shipped. */
export const developmentRoutes = import.meta.env.DEV
  ? [
      createRoute({
        getParentRoute: () => rootRoute,
        path: '/kitchen',
        component: lazyRouteComponent(() => import('../../kitchen/kitchen.page.tsx'), 'KitchenPage'),
      }),
    ]
  : [];
