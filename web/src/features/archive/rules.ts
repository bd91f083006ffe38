import type { Status } from '../../lib/theme/tokens.ts';
import type { Retention } from './api.ts';

type Words = (key: string, values: Record<string, unknown>) => string;

/**
 * Where a dossier stands, as one sentence: "Aktif sampai 31 Desember 2028, lalu inaktif 3 tahun, lalu dimusnahkan."
 * @param date writes a date in words
 */
export function retentionSentence(retention: Retention, t: Words, date: (iso: string) => string): string {
  const { phase, rule, activeUntil, inactiveUntil } = retention;
  if (phase === 'unruled' || rule === null) return t('retention.unruled', {});
  const end = t(`retention.end.${retention.disposition ?? rule.disposition}`, {});
  const years = { active: rule.activeYears, inactive: rule.inactiveYears, end };
  switch (phase) {
    case 'open':
      return t('retention.open', years);
    case 'awaiting_trigger':
      return t('retention.awaiting', { ...years, event: rule.triggerText ?? '' });
    case 'active':
      return t('retention.active', { ...years, until: date(activeUntil ?? '') });
    case 'transfer_due':
      return t('retention.transferDue', { ...years, until: date(activeUntil ?? '') });
    case 'inactive':
      return t('retention.inactive', { ...years, until: date(inactiveUntil ?? '') });
    case 'disposal_due':
      return t('retention.disposalDue', { ...years, until: date(inactiveUntil ?? '') });
    default:
      return t(`retention.${phase}`, {});
  }
}

/** How urgent a phase looks. */
export const statusOf: Record<Retention['phase'], Status> = {
  unruled: 'masalah',
  open: 'proses',
  awaiting_trigger: 'tunggu',
  active: 'proses',
  transfer_due: 'tunggu',
  inactive: 'proses',
  disposal_due: 'tunggu',
  handed_over: 'selesai',
  destroyed: 'selesai',
};
