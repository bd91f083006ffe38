import { Button } from '@mantine/core';

type LoadMoreProps = {
  /** The list's infinite query. */
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
  /** Space above in pixels. */
  gap?: number;
  /** What the button says. */
  children: string;
};

/** The button below a list that has more; nothing when all is shown. */
export function LoadMore({ query, gap = 16, children }: LoadMoreProps) {
  if (!query.hasNextPage) return null;
  return (
    <div style={{ marginTop: gap }}>
      <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {children}
      </Button>
    </div>
  );
}
