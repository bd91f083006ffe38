import { Button, Checkbox } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { LoadMore } from '../../../components/ui/load-more.tsx';
import { SecrecyMark } from '../../../components/ui/secrecy-mark.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { longDate } from '../../../lib/dates.ts';
import { problemMessage } from '../../../lib/problem.ts';
import { type Unfiled, unfiledOptions } from '../api.ts';
import styles from './archive.module.css';
import { FileSheet, useFiling } from './file-sheet.tsx';

/** Letters that are done with and in no dossier: one act each where a dossier fits, or many at once. */
export function UnfiledList() {
  const { t } = useTranslation('archive');
  const query = useInfiniteQuery(unfiledOptions);
  const { data, error, refetch } = query;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [filing, setFiling] = useState<{ ids: string[]; classification: string | undefined } | null>(null);
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const codes = new Set(items.filter(({ id }) => chosen.includes(id)).map(({ classification }) => classification));
  return (
    <>
      <div className={styles.bar}>
        <p className={styles.hint}>{t('unfiled.lead')}</p>
        {chosen.length > 0 && (
          <span className={styles.rowActs}>
            <span className="meta" aria-live="polite">
              {t('unfiled.chosen', { count: chosen.length })}
            </span>
            <Button
              onClick={() =>
                setFiling({ ids: [...chosen], classification: codes.size === 1 ? [...codes][0] : undefined })
              }
            >
              {t('unfiled.file')}
            </Button>
          </span>
        )}
      </div>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={6} />}
      {data && items.length === 0 && <EmptyState title={t('unfiled.empty')}>{t('unfiled.emptyText')}</EmptyState>}
      {items.length > 0 && (
        <ul className={styles.list}>
          {items.map((item) => (
            <UnfiledRow
              key={item.id}
              item={item}
              chosen={chosen.includes(item.id)}
              onChoose={(on) => setChosen(on ? [...chosen, item.id] : chosen.filter((id) => id !== item.id))}
              onOther={() => setFiling({ ids: [item.id], classification: item.classification })}
            />
          ))}
        </ul>
      )}
      <LoadMore query={query}>{t('more')}</LoadMore>
      {filing && (
        <FileSheet
          letterIds={filing.ids}
          classification={filing.classification}
          onClose={() => setFiling(null)}
          onDone={() => {
            setFiling(null);
            setChosen([]);
          }}
        />
      )}
    </>
  );
}

type UnfiledRowProps = { item: Unfiled; chosen: boolean; onChoose: (on: boolean) => void; onOther: () => void };

function UnfiledRow({ item, chosen, onChoose, onOther }: UnfiledRowProps) {
  const { t } = useTranslation('archive');
  const file = useFiling();
  const [running, setRunning] = useState(false);
  const { suggestion } = item;
  const about = [item.number, item.date && longDate(item.date), item.party].filter(Boolean).join(' · ');
  return (
    <li className={styles.row}>
      <Checkbox
        checked={chosen}
        aria-label={t('unfiled.choose', { subject: item.subject })}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <div className={styles.words}>
        <span>
          <Link to="/surat/$letterId" params={{ letterId: item.id }} className={styles.name ?? ''}>
            {item.subject}
          </Link>{' '}
          <SecrecyMark secrecy={item.secrecy} />
        </span>
        <span className={styles.hint}>{about}</span>
        <span className={styles.hint}>
          {item.classification} {item.classificationName}
        </span>
      </div>
      <div className={styles.rowActs}>
        {suggestion && (
          <Button
            variant="default"
            size="sm"
            loading={running}
            aria-label={t('unfiled.intoOf', { subject: item.subject, code: suggestion.code, title: suggestion.title })}
            title={suggestion.title}
            onClick={() => {
              setRunning(true);
              file(suggestion, [item.id])
                .then((refused) => refused !== null && showToast(refused, 'failed'))
                .catch((thrown: unknown) => showToast(problemMessage(thrown), 'failed'))
                .finally(() => setRunning(false));
            }}
          >
            {t('unfiled.into', { code: suggestion.code })}
          </Button>
        )}
        <Button
          variant={suggestion ? 'subtle' : 'default'}
          size="sm"
          aria-label={t('unfiled.fileOf', { subject: item.subject })}
          onClick={onOther}
        >
          {t(suggestion ? 'unfiled.other' : 'unfiled.file')}
        </Button>
      </div>
    </li>
  );
}
