import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import { ActButton } from '../../../components/ui/act-button.tsx';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { FilterWord } from '../../../components/ui/filter-sentence.tsx';
import { LoadMore } from '../../../components/ui/load-more.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import { SettingsTabs } from '../../../features/settings/components/settings-tabs.tsx';
import { ImportDrop } from '../../../features/templates/components/import-drop.tsx';
import styles from '../../../features/templates/components/templates.module.css';
import { useMe } from '../../../lib/calls/get-me.ts';
import { letterTypesOptions, type TemplateItem, templatesOptions } from '../../../lib/calls/templates.ts';
import { pastWords } from '../../../lib/dates.ts';

const route = getRouteApi('/office/pengaturan/templat');

/** The templates that letters here start from. */
export function TemplatesPage() {
  const { t } = useTranslation('templates');
  const { cari = '', jenis, arsip } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: types = [] } = useQuery(letterTypesOptions);
  const query = useInfiniteQuery(templatesOptions({ type: jenis ?? null, q: cari, archived: arsip === true }));
  const templates = query.data?.pages.flatMap(({ items }) => items);
  const search = useDebouncedCallback((words: string) => {
    void navigate({ search: (before) => ({ ...before, cari: words.trim() || undefined }), replace: true });
  }, 200);
  return (
    <Page>
      <PageTitle lead={t('list.lead')} acts={<NewButton />}>
        {t('title')}
      </PageTitle>
      <SettingsTabs />
      <div className={styles.filters}>
        <p>
          <Trans
            t={t}
            i18nKey="list.sentence"
            components={{
              type: (
                <FilterWord
                  label={t('fields.type')}
                  value={jenis ?? ''}
                  options={[
                    { value: '', label: t('list.allTypes') },
                    ...types.map(({ code, name }) => ({ value: code, label: name })),
                  ]}
                  onChange={(value) =>
                    void navigate({ search: (before) => ({ ...before, jenis: value === '' ? undefined : value }) })
                  }
                />
              ),
              state: (
                <FilterWord
                  label={t('list.state')}
                  value={arsip ? 'arsip' : ''}
                  options={[
                    { value: '', label: t('list.inUse') },
                    { value: 'arsip', label: t('list.archived') },
                  ]}
                  onChange={(value) =>
                    void navigate({ search: (before) => ({ ...before, arsip: value === '' ? undefined : true }) })
                  }
                />
              ),
            }}
          />
        </p>
        <TextInput
          className={styles.search ?? ''}
          aria-label={t('list.search')}
          placeholder={t('list.search')}
          leftSection={<IconSearch size={20} stroke={1.75} aria-hidden />}
          defaultValue={cari}
          onChange={(event) => search(event.currentTarget.value)}
        />
      </div>
      <ImportDrop />
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <SkeletonRows />}
      {templates?.length === 0 && (
        <EmptyState
          title={t(cari || jenis ? 'list.nothing' : 'list.empty')}
          action={<Link to="/kolaborasi/katalog">{t('list.toCatalogue')}</Link>}
        >
          {t('list.emptyText')}
        </EmptyState>
      )}
      <ul>
        {templates?.map((template) => (
          <TemplateRow key={template.id} template={template} />
        ))}
      </ul>
      <LoadMore query={query}>{t('list.more')}</LoadMore>
    </Page>
  );
}

function TemplateRow({ template }: { template: TemplateItem }) {
  const { t } = useTranslation('templates');
  const { id, name, typeName, version, publishedVersion, origin } = template;
  const isDraft = publishedVersion !== version;
  return (
    <li className={styles.row}>
      <span>
        <Link to="/pengaturan/templat/$templateId" params={{ templateId: id }} className={styles.rowName ?? ''}>
          {name}
        </Link>
        <span className={styles.meta}>{typeName}</span>
      </span>
      <span className={styles.meta}>
        {origin ? t('list.from', { name: origin.name, version: origin.version }) : t('list.own')}
      </span>
      <span>
        <StatusChip status={isDraft ? 'proses' : 'selesai'} variant="plain">
          {publishedVersion === null
            ? t('list.draft')
            : isDraft
              ? t('list.newer', { version: publishedVersion })
              : t('list.published', { version })}
        </StatusChip>
      </span>
      <span className={`${styles.meta} ${styles.rowWhen} tabular`}>{pastWords(template.updatedAt)}</span>
    </li>
  );
}

function NewButton() {
  const { t } = useTranslation('templates');
  const navigate = useNavigate();
  const me = useMe();
  return (
    <ActButton
      variant="primary"
      fullWidth
      leftSection={<IconPlus size={20} stroke={1.75} />}
      reason={me && !me.permissions.includes('templates.manage') ? t('list.newReason') : null}
      onClick={() => void navigate({ to: '/pengaturan/templat/baru' })}
    >
      {t('list.new')}
    </ActButton>
  );
}
