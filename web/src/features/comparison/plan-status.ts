import type { Status } from '../../lib/theme/tokens.ts';
import type { PlanItem } from './api/comparison.ts';

/** How a plan stands: late ones call for attention. */
export function statusOfPlan({ state, overdue }: Pick<PlanItem, 'state' | 'overdue'>): Status {
  if (overdue || state === 'cancelled') return 'masalah';
  if (state === 'done') return 'selesai';
  return state === 'started' ? 'proses' : 'tunggu';
}
