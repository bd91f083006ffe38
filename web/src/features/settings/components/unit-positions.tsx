import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../../components/ui/avatar.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import type { Unit } from '../../../lib/calls/units.ts';
import { type Position, positionsOptions } from '../api/office.ts';
import { HolderSheet } from './holder-sheet.tsx';
import { PositionSheet } from './position-sheet.tsx';
import styles from './settings.module.css';

/** The posts of one unit, and who holds them. */
export function UnitPositions({ unit, canManage }: { unit: Unit; canManage: boolean }) {
  const { t } = useTranslation('settings');
  const { data, error, refetch } = useQuery(positionsOptions(unit.id));
  const [chosen, setChosen] = useState<Position | null>(null);
  const [adding, setAdding] = useState(false);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={2} />;
  return (
    <>
      <ul>
        {data.map((position) => (
          <li key={position.id} className={styles.row}>
            <Avatar name={position.holder?.name ?? position.title} size={32} />
            <span className={styles.rowWords}>
              <span className={styles.rowName}>{position.holder?.name ?? t('units.vacant')}</span>
              <span className="meta">
                {position.title}
                {position.holder && position.holder.mode !== 'definitif'
                  ? `, ${t(`modes.${position.holder.mode}`)}`
                  : ''}
              </span>
            </span>
            {canManage && (
              <Button
                variant="default"
                size="sm"
                aria-label={t('positions.manageOf', { title: position.title })}
                onClick={() => setChosen(position)}
              >
                {t('positions.manage')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {canManage && (
        <Button
          variant="subtle"
          size="sm"
          leftSection={<IconPlus size={18} stroke={1.75} />}
          aria-label={t('positions.addTo', { name: unit.name })}
          onClick={() => setAdding(true)}
        >
          {t('positions.add')}
        </Button>
      )}
      {adding && <PositionSheet unit={unit} positions={data} onClose={() => setAdding(false)} />}
      {chosen && <HolderSheet position={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}
