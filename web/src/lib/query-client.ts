import { QueryClient } from '@tanstack/react-query';
import { asProblem } from './problem.ts';

/** Server state lives here and nowhere else. What the caller did wrong is not asked for again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (count, error) => {
        const { status } = asProblem(error);
        return count < 2 && (status === 0 || status === 429 || status >= 500);
      },
    },
    mutations: { retry: false },
  },
});
