import { useTranslation } from 'react-i18next';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import { pastWords } from '../../../lib/dates.ts';

/** That a letter waits for the signature provider, on the letter's page. */
export function QueuedNote({ since }: { since: string }) {
  const { t } = useTranslation('providers');
  return <StatusChip status="tunggu">{t('waiting.letter', { when: pastWords(since) })}</StatusChip>;
}
