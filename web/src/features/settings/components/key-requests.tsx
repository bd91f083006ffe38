import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../../components/ui/avatar.tsx';
import { ConfirmBinding } from '../../../components/ui/confirm-binding.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { pastWords } from '../../../lib/dates.ts';
import { approveKey, keyRequestsOptions, type SigningKey } from '../api/account.ts';
import styles from './settings.module.css';

/** Who asks for a signing key; an administrator says that this is the person. */
export function KeyRequests() {
  const { t } = useTranslation('settings');
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery(keyRequestsOptions);
  const [chosen, setChosen] = useState<SigningKey | null>(null);
  return (
    <section className={styles.section} aria-labelledby="permohonan-kunci">
      <h2 id="permohonan-kunci">{t('requests.title')}</h2>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <p className={styles.text}>{t('requests.none')}</p>}
      <ul>
        {(data ?? []).map((request) => (
          <li key={request.id} className={styles.row}>
            <Avatar name={request.person.name} />
            <span className={styles.rowWords}>
              <span className={styles.rowName}>{request.person.name}</span>
              <span className="meta">{t('requests.since', { when: pastWords(request.requestedAt) })}</span>
            </span>
            <Button variant="default" size="sm" onClick={() => setChosen(request)}>
              {t('requests.approve')}
            </Button>
          </li>
        ))}
      </ul>
      <ConfirmBinding
        opened={chosen !== null}
        onClose={() => setChosen(null)}
        title={t('requests.confirmTitle', { name: chosen?.person.name ?? '' })}
        consequence={t('requests.confirmText', { name: chosen?.person.name ?? '' })}
        act={t('requests.approve')}
        onConfirm={async () => {
          if (!chosen) return;
          await approveKey(chosen.id);
          await queryClient.invalidateQueries({ queryKey: ['signing-keys'] });
          showToast(t('requests.done', { name: chosen.person.name }));
        }}
      />
    </section>
  );
}
