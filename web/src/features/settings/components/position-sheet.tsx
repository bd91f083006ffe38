import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../../components/ui/form.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import type { Unit } from '../../../lib/calls/units.ts';
import { useSending } from '../../../lib/use-sending.ts';
import { createPosition, type Position } from '../api/office.ts';
import styles from './settings.module.css';

const kinds = [
  'unit_head',
  'division_head',
  'staff',
  'registrar',
  'secretary',
  'council_leader',
  'administrator',
] as const;

/** A new post in a unit; its superior is where the default chain of letters goes next. */
export function PositionSheet({
  unit,
  positions,
  onClose,
}: {
  unit: Unit;
  positions: Position[];
  onClose: () => void;
}) {
  const { t } = useTranslation('settings');
  const queryClient = useQueryClient();
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<(typeof kinds)[number]>('staff');
  const [superiorId, setSuperiorId] = useState(unit.head?.positionId ?? '');
  const form = useSending(() => 'jabatan-baru');
  async function submit(): Promise<void> {
    const faults = title.trim().length < 2 ? [{ fieldId: 'jabatan-baru', message: t('positions.titleMissing') }] : [];
    if (form.refuse(faults)) return;
    const body = { unitId: unit.id, title: title.trim(), kind, superiorId: superiorId || null };
    if (!(await form.send(() => createPosition(body)))) return;
    await queryClient.invalidateQueries({ queryKey: ['organization'] });
    showToast(t('positions.added', { title }));
    onClose();
  }
  return (
    <Sheet opened onClose={onClose} title={t('positions.addTo', { name: unit.name })}>
      <Form className={styles.form} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
        <TextInput
          id="jabatan-baru"
          data-autofocus
          label={t('positions.title')}
          value={title}
          error={form.errorOf('jabatan-baru')}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('positions.kind')}
          value={kind}
          data={kinds.map((value) => ({ value, label: t(`positions.kinds.${value}`) }))}
          onChange={(event) => setKind(kinds.find((one) => one === event.currentTarget.value) ?? 'staff')}
        />
        <NativeSelect
          label={t('positions.superior')}
          value={superiorId}
          data={[
            { value: '', label: t('positions.noSuperior') },
            ...positions.map(({ id, title: name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => setSuperiorId(event.currentTarget.value)}
        />
        <div className={styles.acts}>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={form.running}>
            {t('positions.add')}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
