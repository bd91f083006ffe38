import { IconWritingSign } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../../components/ui/act-button.tsx';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { SecrecyMark } from '../../../components/ui/secrecy-mark.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { pastWords } from '../../../lib/dates.ts';
import { queueOptions } from '../api/queue.ts';
import styles from './provider.module.css';
import { SignManySheet } from './sign-many-sheet.tsx';

/** Letters that one batch may hold; what is left is signed in a second one. */
const mostAtOnce = 100;

/** Everything of this person that waited for the provider: one passphrase finishes it. */
export function SigningQueue({ position }: { position: string }) {
  const { t } = useTranslation('providers');
  const { data, error, refetch } = useQuery(queueOptions);
  const [isSigning, setSigning] = useState(false);
  if (!data) {
    return (
      <>
        <PageTitle>{t('queue.title')}</PageTitle>
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonRows withTitle />}
      </>
    );
  }
  const { items, outage } = data;
  const letters = items.slice(0, mostAtOnce).map((item) => ({ ...item, from: null }));
  const lead = outage
    ? t('queue.away', { when: pastWords(outage.since) })
    : items.length > 0
      ? t('queue.ready', { count: items.length })
      : null;
  return (
    <>
      <PageTitle
        lead={lead}
        acts={
          items.length > 0 && (
            <ActButton
              variant="primary"
              reason={outage ? t('queue.whyNot') : null}
              leftSection={<IconWritingSign size={20} stroke={1.75} aria-hidden />}
              onClick={() => setSigning(true)}
            >
              {t('queue.act', { count: letters.length })}
            </ActButton>
          )
        }
      >
        {t('queue.title')}
      </PageTitle>
      {items.length === 0 ? (
        <EmptyState title={t('queue.empty')}>{t('queue.emptyText')}</EmptyState>
      ) : (
        <ol className={styles.list} aria-label={t('queue.title')}>
          {items.map((item) => (
            <li key={item.id} className={styles.item}>
              <span>
                <Link to="/surat/$letterId" params={{ letterId: item.id }}>
                  {item.subject}
                </Link>
                <SecrecyMark secrecy={item.secrecy} />
              </span>
              <span className="meta">
                {item.number === null
                  ? t('queue.since', { when: pastWords(item.queuedAt) })
                  : t('queue.numbered', { number: item.number })}
              </span>
            </li>
          ))}
        </ol>
      )}
      {isSigning && (
        <SignManySheet
          opened
          letters={letters}
          position={position}
          onClose={() => {
            setSigning(false);
            void refetch();
          }}
        />
      )}
    </>
  );
}
