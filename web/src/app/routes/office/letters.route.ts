import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type LetterSearch, readSearch } from '../../../features/letters/search.ts';
import { officeRoute } from './office.route.ts';

export const lettersRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/surat',
  validateSearch: (search: Record<string, unknown>): LetterSearch => readSearch(search),
  component: lazyRouteComponent(() => import('./letters.page.tsx'), 'LettersPage'),
});
