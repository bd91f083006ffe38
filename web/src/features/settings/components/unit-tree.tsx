import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconChevronRight, IconPencil, IconPlus, IconSearch } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import { showToast, showUndo } from '../../../components/ui/toast.tsx';
import { type Unit, unitsOptions } from '../../../lib/calls/units.ts';
import { problemMessage } from '../../../lib/problem.ts';
import { updateUnit } from '../api/office.ts';
import { type TreeNode, treeOf } from '../rules.ts';
import styles from './settings.module.css';
import { UnitPositions } from './unit-positions.tsx';
import { UnitSheet } from './unit-sheet.tsx';

type Editing = { unit: Unit } | { parent: Unit };

/** The units of the office as a tree: who heads them, who holds which post; an administrator changes them here. */
export function UnitTree({ canManage }: { canManage: boolean }) {
  const { t } = useTranslation('settings');
  const { data: units, error, refetch } = useQuery(unitsOptions);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [q, setQ] = useState('');
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!units) return <SkeletonRows rows={8} />;
  const words = q.toLowerCase().trim();
  const found = units.filter((unit) =>
    `${unit.name} ${unit.shortName} ${unit.code} ${unit.head?.holder?.name ?? ''}`.toLowerCase().includes(words),
  );
  // What one looks for stands flat, without the branches that lead to it.
  const tree = words === '' ? treeOf(units) : found.map((item) => ({ item, children: [] }));
  const unconfirmed = units.filter(({ confirmed }) => !confirmed).length;
  return (
    <>
      <TextInput
        className={styles.search ?? ''}
        type="search"
        label={t('units.search')}
        leftSection={<IconSearch size={20} stroke={1.75} aria-hidden />}
        value={q}
        onChange={(event) => setQ(event.currentTarget.value)}
      />
      {unconfirmed > 0 && <p className={styles.text}>{t('units.unconfirmedCount', { count: unconfirmed })}</p>}
      {tree.length === 0 && <p className={styles.text}>{t('units.none')}</p>}
      <ul className={styles.tree} aria-label={t('units.title')}>
        {tree.map((node) => (
          <UnitNode
            key={node.item.id}
            node={node}
            canManage={canManage}
            onEdit={setEditing}
            openAtFirst={words === ''}
          />
        ))}
      </ul>
      {editing && (
        <UnitSheet
          units={units}
          unit={'unit' in editing ? editing.unit : null}
          parent={'parent' in editing ? editing.parent : null}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

type UnitNodeProps = {
  node: TreeNode<Unit>;
  canManage: boolean;
  openAtFirst?: boolean;
  onEdit: (editing: Editing) => void;
};

function UnitNode({ node, canManage, openAtFirst = false, onEdit }: UnitNodeProps) {
  const { t } = useTranslation('settings');
  const { item: unit, children } = node;
  const [open, setOpen] = useState(openAtFirst);
  const bodyId = `unit-${unit.id}`;
  const holder = unit.head?.holder?.name;
  return (
    <li>
      <div className={styles.unit}>
        <button
          type="button"
          className={styles.unitToggle}
          aria-expanded={open}
          aria-controls={bodyId}
          onClick={() => setOpen(!open)}
        >
          <IconChevronRight size={18} stroke={1.75} data-open={open || undefined} aria-hidden />
          <span className={styles.rowWords}>
            <span className={styles.rowName}>{unit.name}</span>
            <span className="meta">
              {unit.head ? `${unit.head.title}: ${holder ?? t('units.vacant')}` : t('units.noHead')}
            </span>
          </span>
        </button>
        {!unit.confirmed && <Unconfirmed unit={unit} canManage={canManage} />}
        {canManage && (
          <span className={styles.unitActs}>
            <ActionIcon aria-label={t('units.edit', { name: unit.name })} onClick={() => onEdit({ unit })}>
              <IconPencil size={20} stroke={1.75} />
            </ActionIcon>
            <ActionIcon aria-label={t('units.addBelow', { name: unit.name })} onClick={() => onEdit({ parent: unit })}>
              <IconPlus size={20} stroke={1.75} />
            </ActionIcon>
          </span>
        )}
      </div>
      <div id={bodyId} className={styles.branch} hidden={!open}>
        {open && (
          <>
            <UnitPositions unit={unit} canManage={canManage} />
            {children.length > 0 && (
              <ul>
                {children.map((child) => (
                  <UnitNode key={child.item.id} node={child} canManage={canManage} onEdit={onEdit} />
                ))}
              </ul>
            )}
          </>
        )}
      </div>
    </li>
  );
}

/** A unit that came with the installation and that nobody here has looked at yet. */
function Unconfirmed({ unit, canManage }: { unit: Unit; canManage: boolean }) {
  const { t } = useTranslation('settings');
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: unitsOptions.queryKey });
  const confirm = useMutation({
    mutationFn: (confirmed: boolean) => updateUnit(unit.id, { confirmed }),
    onSuccess: (_, confirmed) => {
      void refresh();
      if (confirmed) showUndo(t('units.confirmed', { name: unit.name }), () => confirm.mutate(false));
    },
    onError: (error) => showToast(problemMessage(error), 'failed'),
  });
  return (
    <span className={styles.unconfirmed}>
      <StatusChip status="tunggu">{t('units.unconfirmed')}</StatusChip>
      {canManage && (
        <Button
          variant="default"
          size="sm"
          loading={confirm.isPending}
          aria-label={t('units.confirmOf', { name: unit.name })}
          onClick={() => confirm.mutate(true)}
        >
          {t('units.confirm')}
        </Button>
      )}
    </span>
  );
}
