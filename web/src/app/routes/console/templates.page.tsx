import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmBinding } from '../../../components/ui/confirm-binding.tsx';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import {
  type NationalTemplate,
  nationalTemplatesOptions,
  standardTypesOptions,
  withdrawNational,
} from '../../../features/console/api/templates.ts';
import styles from '../../../features/console/components/console.module.css';
import { NationalSheet } from '../../../features/console/components/national-sheet.tsx';
import { shortDay } from '../../../lib/dates.ts';

/** Templates for every regency: publish, give a new version, take back. */
export function NationalTemplatesPage() {
  const { t } = useTranslation('console');
  const { data, error, isPending, refetch } = useQuery(nationalTemplatesOptions);
  const [publishing, setPublishing] = useState<{ of: NationalTemplate | null } | null>(null);
  const newest = new Map<string, string>();
  for (const { sourceId, id } of data ?? []) if (!newest.has(sourceId)) newest.set(sourceId, id);
  return (
    <Page>
      <PageTitle lead={t('templates.lead')}>{t('templates.title')}</PageTitle>
      <div className={styles.decide}>
        <Button onClick={() => setPublishing({ of: null })}>{t('templates.upload')}</Button>
      </div>
      {isPending && <SkeletonRows rows={3} />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <EmptyState title={t('templates.empty')}>{t('templates.emptyText')}</EmptyState>}
      <div className={styles.stack}>
        {data?.map((template) => (
          <NationalCard
            key={template.id}
            template={template}
            {...(newest.get(template.sourceId) === template.id
              ? { onNext: () => setPublishing({ of: template }) }
              : {})}
          />
        ))}
      </div>
      <NationalSheet of={publishing?.of ?? null} opened={publishing !== null} onClose={() => setPublishing(null)} />
    </Page>
  );
}

/** One version; the newest of a template is the one that gets a next. */
function NationalCard({ template, onNext }: { template: NationalTemplate; onNext?: () => void }) {
  const { t } = useTranslation('console');
  const { data: types = [] } = useQuery(standardTypesOptions);
  const [asking, setAsking] = useState(false);
  const { id, name, version, type, description, licence, publishedAt, withdrawnAt, adopters } = template;
  const typeName = types.find(({ code }) => code === type)?.name ?? type;
  return (
    <section className={styles.card} aria-label={`${name}, ${t('templates.version', { version })}`}>
      <header className={styles.head}>
        <div className={styles.words}>
          <h2>{name}</h2>
          <p className={styles.meta}>
            {[
              typeName,
              t('templates.version', { version }),
              withdrawnAt
                ? t('templates.withdrawn', { date: shortDay(withdrawnAt) })
                : t('templates.published', { date: shortDay(publishedAt) }),
              t('templates.adopters', { count: adopters }),
            ].join(' · ')}
          </p>
          {description && <p>{description}</p>}
          {licence && <p className={styles.meta}>{licence}</p>}
        </div>
      </header>
      {(onNext || !withdrawnAt) && (
        <div className={styles.decide}>
          {onNext && (
            <Button variant="default" onClick={onNext}>
              {t('templates.next')}
            </Button>
          )}
          {!withdrawnAt && (
            <Button variant="default" onClick={() => setAsking(true)}>
              {t('templates.withdraw')}
            </Button>
          )}
        </div>
      )}
      <ConfirmBinding
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('templates.withdrawTitle', { name, version })}
        consequence={t('templates.withdrawConsequence')}
        act={t('templates.withdraw')}
        onConfirm={() => withdrawNational(id)}
      />
    </section>
  );
}
