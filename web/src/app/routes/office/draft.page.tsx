import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { Composer } from '../../../features/writing/components/composer.tsx';
import { letterOptions } from '../../../lib/calls/get-letter.ts';

/** One draft on the writing desk; a letter that is on its way already opens as a letter. */
export function DraftPage() {
  const { t } = useTranslation('writing');
  const { letterId } = useParams({ from: '/office/tulis/$letterId' });
  const { data: letter, error, refetch } = useQuery(letterOptions(letterId));
  // Taking over what was saved elsewhere starts the desk anew.
  const [round, setRound] = useState(0);
  if (!letter)
    return (
      <Page>
        {error ? (
          <ErrorState
            error={error}
            onRetry={() => void refetch()}
            forbidden={{
              title: t('notYours.title'),
              text: t('notYours.text'),
              action: <Link to="/tulis">{t('notYours.action')}</Link>,
            }}
          />
        ) : (
          <SkeletonRows rows={6} withTitle />
        )}
      </Page>
    );
  if (letter.state !== 'draft' && letter.state !== 'returned')
    return <Navigate to="/surat/$letterId" params={{ letterId }} replace />;
  return (
    <Composer
      key={`${letterId}-${round}`}
      letter={letter}
      onReload={() => void refetch().then(() => setRound((before) => before + 1))}
    />
  );
}
