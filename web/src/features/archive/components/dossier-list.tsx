import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { LoadMore } from '../../../components/ui/load-more.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import { type DossierItem, type DossierState, dossiersOptions } from '../api.ts';
import { statusOf } from '../rules.ts';
import styles from './archive.module.css';
import { DossierSheet } from './dossier-sheet.tsx';

const states = ['all', 'open', 'closed', 'inactive', 'handed_over', 'destroyed'] as const;

/** Dossiers of one's units, newest first. */
export function DossierList() {
  const { t } = useTranslation('archive');
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 200);
  const [state, setState] = useState<DossierState | 'all'>('all');
  const [opening, setOpening] = useState(false);
  const query = useInfiniteQuery(dossiersOptions({ q, state }));
  const { data, error, refetch } = query;
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className={styles.bar}>
        <div className={styles.filters}>
          <TextInput
            type="search"
            label={t('list.search')}
            value={text}
            leftSection={<IconSearch size={18} stroke={1.75} aria-hidden />}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('list.state')}
            value={state}
            data={states.map((value) => ({ value, label: t(`list.states.${value}`) }))}
            onChange={(event) => setState(event.currentTarget.value as DossierState | 'all')}
          />
        </div>
        <Button leftSection={<IconPlus size={20} stroke={1.75} aria-hidden />} onClick={() => setOpening(true)}>
          {t('list.new')}
        </Button>
      </div>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={6} />}
      {data && items.length === 0 && (
        <EmptyState drawing="desk" title={t('list.empty')}>
          {t('list.emptyText')}
        </EmptyState>
      )}
      {items.length > 0 && (
        <ul className={styles.list}>
          {items.map((item) => (
            <DossierRow key={item.id} item={item} />
          ))}
        </ul>
      )}
      <LoadMore query={query}>{t('more')}</LoadMore>
      {opening && (
        <DossierSheet
          onClose={() => setOpening(false)}
          onOpened={({ id }) => void navigate({ to: '/arsip/berkas/$dossierId', params: { dossierId: id } })}
        />
      )}
    </>
  );
}

/** A dossier in a list: title, code, unit, how many things, where it stands. */
export function DossierRow({ item, act }: { item: DossierItem; act?: React.ReactNode }) {
  const { t } = useTranslation('archive');
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <Link to="/arsip/berkas/$dossierId" params={{ dossierId: item.id }} className={styles.name ?? ''}>
          {item.title}
        </Link>
        <span className={styles.hint}>
          {item.code} · {item.unit.name} · {t('items', { count: item.items })}
          {item.place && ` · ${item.place}`}
        </span>
      </div>
      <div className={styles.rowActs}>
        {item.retention.isHeld && <StatusChip status="masalah">{t('list.held')}</StatusChip>}
        <StatusChip status={statusOf[item.retention.phase]}>{t(`phases.${item.retention.phase}`)}</StatusChip>
        {act}
      </div>
    </li>
  );
}
