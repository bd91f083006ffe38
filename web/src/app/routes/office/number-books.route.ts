import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const bookKinds = ['keluar', 'masuk', 'pesanan'] as const;
export type BookSearch = { buku?: (typeof bookKinds)[number]; tahun?: number; seri?: string; unit?: string };

const word = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export const numberBooksRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/surat/buku',
  validateSearch: (search: Record<string, unknown>): BookSearch => {
    const buku = bookKinds.find((kind) => kind === search.buku);
    const tahun = Number(search.tahun);
    const [seri, unit] = [word(search.seri), word(search.unit)];
    return {
      ...(buku ? { buku } : {}),
      ...(Number.isInteger(tahun) && tahun >= 2000 ? { tahun } : {}),
      ...(seri ? { seri } : {}),
      ...(unit ? { unit } : {}),
    };
  },
  component: lazyRouteComponent(() => import('./number-books.page.tsx'), 'NumberBooksPage'),
});
