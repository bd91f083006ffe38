import { Button, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { Form } from '../../../components/ui/form.tsx';
import { NoteSheet } from '../../../components/ui/note-sheet.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { useMe } from '../../../lib/calls/get-me.ts';
import { unitsOptions } from '../../../lib/calls/units.ts';
import { classificationsOptions, letterTypesOptions } from '../../../lib/calls/writing.ts';
import { longDate } from '../../../lib/dates.ts';
import { useSending } from '../../../lib/use-sending.ts';
import { type Reservation, releaseNumber, reservationsOptions, reserveNumbers } from '../api/numbering.ts';
import styles from './numbering.module.css';

/** Numbers that were taken and wait for their letters. */
export function Reservations() {
  const { t } = useTranslation('numbering');
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery(reservationsOptions());
  const [reserving, setReserving] = useState(false);
  const [releasing, setReleasing] = useState<Reservation | null>(null);
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={4} />;
  const reload = () => queryClient.invalidateQueries({ queryKey: ['letters'] });
  return (
    <>
      <div className={styles.bar}>
        <p className={styles.hint}>{t('reservations.lead')}</p>
        <Button leftSection={<IconPlus size={20} stroke={1.75} aria-hidden />} onClick={() => setReserving(true)}>
          {t('reservations.reserve')}
        </Button>
      </div>
      {data.length === 0 ? (
        <EmptyState drawing="desk" title={t('reservations.empty')} headingLevel={2}>
          {t('reservations.emptyText')}
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {data.map((one) => (
            <li key={one.id} className={styles.row}>
              <div className={styles.words}>
                <p className={styles.number}>{one.number}</p>
                <p className={styles.hint}>
                  {t('reservations.of', { type: one.typeName, unit: one.unit.name, date: longDate(one.date) })}
                </p>
                <p className={styles.hint}>{t('reservations.why', { reason: one.reason, name: one.reservedBy })}</p>
              </div>
              {one.letterId === null ? (
                <Button
                  variant="default"
                  size="sm"
                  aria-label={t('reservations.releaseOf', { number: one.number })}
                  onClick={() => setReleasing(one)}
                >
                  {t('reservations.release')}
                </Button>
              ) : (
                <span className="meta">{t('reservations.chosen')}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      {reserving && <ReserveSheet onDone={reload} onClose={() => setReserving(false)} />}
      <NoteSheet
        opened={releasing !== null}
        title={t('reservations.releaseTitle', { number: releasing?.number ?? '' })}
        text={t('reservations.releaseText')}
        label={t('reason')}
        missing={t('reasonMissing')}
        act={t('reservations.release')}
        onClose={() => setReleasing(null)}
        onSend={async (reason) => {
          if (releasing) await releaseNumber(releasing.id, reason);
          showToast(t('reservations.released'));
          await reload();
        }}
      />
    </>
  );
}

function ReserveSheet({ onDone, onClose }: { onDone: () => Promise<unknown>; onClose: () => void }) {
  const { t } = useTranslation('numbering');
  const me = useMe();
  const { data: units = [] } = useQuery(unitsOptions);
  const { data: types = [] } = useQuery(letterTypesOptions);
  const [values, setValues] = useState({ unitId: '', type: 'surat_dinas', classification: '', count: 1, reason: '' });
  const [code] = useDebouncedValue(values.classification.trim(), 200);
  const { data: found = [] } = useQuery({ ...classificationsOptions(code), enabled: code !== '' });
  const form = useSending((path) => `reserve-${path}`);
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const unitId = values.unitId || (me?.unitId ?? '');

  async function submit(): Promise<void> {
    const missing = (['classification', 'reason'] as const)
      .filter((field) => values[field].trim() === '')
      .map((field) => ({ fieldId: `reserve-${field}`, message: t(`reservations.missing.${field}`) }));
    if (form.refuse(missing)) return;
    const done = await form.send(async () => {
      const answer = await reserveNumbers({
        ...values,
        unitId,
        classification: values.classification.trim(),
        secrecy: 'biasa',
      });
      showToast(t('reservations.taken', { numbers: answer.items.map(({ number }) => number).join(', ') }));
      await onDone();
    });
    if (done) onClose();
  }

  return (
    <Sheet opened onClose={onClose} title={t('reservations.reserve')} width={520}>
      <Form className={styles.form} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
        <p className={styles.hint}>{t('reservations.reserveText')}</p>
        <NativeSelect
          id="reserve-unitId"
          label={t('reservations.fields.unit')}
          value={unitId}
          error={form.errorOf('reserve-unitId')}
          data={units.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => set({ unitId: event.currentTarget.value })}
        />
        <NativeSelect
          id="reserve-type"
          label={t('reservations.fields.type')}
          value={values.type}
          error={form.errorOf('reserve-type')}
          data={types.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(event) => set({ type: event.currentTarget.value })}
        />
        <div className={styles.pair}>
          <TextInput
            id="reserve-classification"
            label={t('reservations.fields.classification')}
            description={found.find((one) => one.code === code)?.name ?? t('reservations.classificationHint')}
            value={values.classification}
            error={form.errorOf('reserve-classification')}
            onChange={(event) => set({ classification: event.currentTarget.value })}
          />
          <NumberInput
            id="reserve-count"
            label={t('reservations.fields.count')}
            min={1}
            max={20}
            value={values.count}
            error={form.errorOf('reserve-count')}
            onChange={(count) => set({ count: Number(count) })}
          />
        </div>
        <Textarea
          id="reserve-reason"
          label={t('reason')}
          value={values.reason}
          error={form.errorOf('reserve-reason')}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
        <div className={styles.acts}>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={form.running}>
            {t('reservations.reserve')}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
