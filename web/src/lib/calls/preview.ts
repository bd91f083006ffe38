import { queryOptions } from '@tanstack/react-query';
import { api, type Body, call } from '../api.ts';

type Sent = Body<'/templates/preview', 'post'>;

export type PreviewOrder = {
  type: string;
  name: string;
  body: unknown;
  defaults: Record<string, unknown> | null;
  /** `sample` fills what is open with made-up data. */
  fill?: 'sample' | 'none';
  /** Parts under a condition: all of them unless something is answered. */
  parts?: 'answered' | 'all';
  values?: Record<string, unknown>;
};

/** A template as a letter on our own letterhead, drawn by the typesetter; `key` names the version. */
export function templatePreviewOptions(key: readonly unknown[], order: PreviewOrder | null) {
  return queryOptions({
    queryKey: ['template-preview', ...key],
    queryFn: () => {
      if (!order) throw new Error('nothing to draw');
      const { type, name, body, defaults, fill = 'none', parts = 'all', values = {} } = order;
      const sent = { type, name, body, ...(defaults ? { defaults } : {}), fill, parts, values } as Sent;
      return call(api.POST('/templates/preview', { body: sent }));
    },
    enabled: order !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 5 * 60_000,
    retry: false,
    placeholderData: (previous) => previous,
  });
}
