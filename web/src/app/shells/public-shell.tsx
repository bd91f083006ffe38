import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { ToastPlace } from '../../components/ui/toast.tsx';
import { SkipLink } from './skip-link.tsx';

/** Pages for people who are not signed in; each brings its own header, for they differ in what stands there. */
export function PublicShell() {
  return (
    <>
      <SkipLink />
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
      <ToastPlace />
    </>
  );
}
