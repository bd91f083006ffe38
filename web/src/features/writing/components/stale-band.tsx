import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { letterOptions } from '../../../lib/calls/get-letter.ts';
import styles from './writing.module.css';

type StaleBandProps = { letterId: string; onKeepMine: (version: number) => void; onTakeTheirs: () => void };

/** The draft was changed in another window: nothing is lost, the person says which one stays. */
export function StaleBand({ letterId, onKeepMine, onTakeTheirs }: StaleBandProps) {
  const { t } = useTranslation('writing');
  const queryClient = useQueryClient();
  return (
    <div className={styles.stale} role="alert">
      <IconAlertTriangle size={20} stroke={1.75} aria-hidden />
      <div>
        <p className={styles.staleTitle}>{t('stale.title')}</p>
        <p>{t('stale.text')}</p>
        <div className={styles.inlineActs}>
          <Button
            variant="default"
            size="sm"
            onClick={() => {
              void queryClient
                .fetchQuery({ ...letterOptions(letterId), staleTime: 0 })
                .then((newest) => onKeepMine(newest.version));
            }}
          >
            {t('stale.keep')}
          </Button>
          <Button variant="default" size="sm" onClick={onTakeTheirs}>
            {t('stale.take')}
          </Button>
        </div>
      </div>
    </div>
  );
}
