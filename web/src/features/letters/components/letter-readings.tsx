import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { History } from '../../../components/ui/history.tsx';
import { LoadMore } from '../../../components/ui/load-more.tsx';
import type { Letter } from '../../../lib/calls/get-letter.ts';
import { exactInstant } from '../../../lib/dates.ts';
import { asProblem } from '../../../lib/problem.ts';
import { readingsOptions } from '../api/readings.ts';

/** Who opened a secret letter: on record, and shown to those who answer for it. Nothing for other letters. */
export function LetterReadings({ letter }: { letter: Pick<Letter, 'id' | 'secrecy' | 'access'> }) {
  const secret = letter.secrecy === 'rahasia' || letter.secrecy === 'sangat_rahasia';
  return secret && letter.access === 'full' ? <Readings id={letter.id} /> : null;
}

function Readings({ id }: { id: string }) {
  const { t } = useTranslation('search');
  const query = useInfiniteQuery(readingsOptions(id));
  const { data, error, refetch } = query;
  // Others of the chain read the letter, not who else did.
  if (error)
    return asProblem(error).status === 403 ? null : <ErrorState error={error} onRetry={() => void refetch()} />;
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return null;
  return (
    <>
      <History
        title={t('readings.title')}
        entries={items.map((item) => ({
          id: item.id,
          who: item.person,
          did: t(`readings.acts.${item.act}`, { defaultValue: t('readings.acts.other') }),
          when: [
            item.position && t(item.isDelegate ? 'readings.delegate' : 'readings.as', { title: item.position }),
            exactInstant(item.at),
          ]
            .filter(Boolean)
            .join(', '),
        }))}
      />
      <LoadMore query={query}>{t('readings.more')}</LoadMore>
    </>
  );
}
