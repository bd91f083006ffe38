import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { CrashedPage, NotFoundPage } from '../not-found.tsx';
import { useNavigationFocus } from '../use-navigation-focus.ts';

export type RouterContext = { queryClient: QueryClient };

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Root,
  notFoundComponent: NotFoundPage,
  errorComponent: CrashedPage,
});

function Root() {
  useNavigationFocus();
  return (
    <Suspense fallback={null}>
      <Outlet />
    </Suspense>
  );
}
