import { queryOptions } from '@tanstack/react-query';
import { api, type Body, call } from '../api.ts';

export type PreviewOrder = { type: string; name: string; body: unknown; defaults: Record<string, unknown> | null };

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** A template as a letter on our own letterhead, drawn by the typesetter; `key` names the version. */
export function templatePreviewOptions(key: readonly unknown[], order: PreviewOrder | null) {
  return queryOptions({
    queryKey: ['template-preview', ...key],
    queryFn: () => {
      if (!order) throw new Error('nothing to draw');
      const subject = text(order.defaults?.subject) ?? order.name;
      const classification = text(order.defaults?.classification);
      const body = {
        type: order.type,
        subject,
        body: order.body,
        ...(classification ? { classification } : {}),
      } as Body<'/letters/preview', 'post'>;
      return call(api.POST('/letters/preview', { body }));
    },
    enabled: order !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 5 * 60_000,
    retry: false,
  });
}
