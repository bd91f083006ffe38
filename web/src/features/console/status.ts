import type { Status } from '../../lib/theme/tokens.ts';
import type { TenantStatus } from './api/tenants.ts';

/** How a regency's state is shown; the words are in namespace `console`. */
export const tenantStatuses: Record<TenantStatus, Status> = {
  pending: 'proses',
  provisioning: 'proses',
  active: 'selesai',
  suspended: 'tunggu',
  failed: 'masalah',
  removing: 'proses',
  removed: 'masalah',
};

/** Seconds with one decimal, as people here write them: "1,8". */
export function seconds(milliseconds: number, language: string): string {
  return new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'id-ID', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(milliseconds / 1_000);
}
