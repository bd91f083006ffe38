import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../components/ui/choice.tsx';
import { Form } from '../../../components/ui/form.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { longDate } from '../../../lib/dates.ts';
import { problemMessage } from '../../../lib/problem.ts';
import { useSending } from '../../../lib/use-sending.ts';
import {
  chooseNumber,
  forgetNumber,
  type LetterNumber,
  letterNumberOptions,
  reservationsOptions,
} from '../api/numbering.ts';
import styles from './numbering.module.css';

/** What number a letter will get, and for registrars the way to decide otherwise. Nothing once it is numbered. */
export function LetterNumberSection({ letterId, type }: { letterId: string; type: string }) {
  const { t } = useTranslation('numbering');
  const queryClient = useQueryClient();
  const { data } = useQuery(letterNumberOptions(letterId));
  const [choosing, setChoosing] = useState(false);
  if (!data || data.number !== null || data.expected === null) return null;
  const { choice, mayChoose } = data;
  const keep = (answer: LetterNumber) => queryClient.setQueryData(letterNumberOptions(letterId).queryKey, answer);
  return (
    <section aria-labelledby="nomor-surat">
      <h2 id="nomor-surat" className={styles.name}>
        {t('letter.title')}
      </h2>
      <p className={styles.number}>{choice?.number ?? (choice ? t('letter.backDated') : data.expected)}</p>
      <p className={styles.hint}>
        {choice
          ? t('letter.decided', { date: longDate(choice.date), name: choice.decidedBy, reason: choice.reason })
          : t('letter.expected')}
      </p>
      {mayChoose.allowed && (
        <div className={styles.row}>
          <Button variant="default" size="sm" onClick={() => setChoosing(true)}>
            {t('letter.decide')}
          </Button>
          {choice && (
            <Button
              variant="default"
              size="sm"
              onClick={() => {
                forgetNumber(letterId)
                  .then(keep)
                  .catch((thrown: unknown) => showToast(problemMessage(thrown), 'failed'));
              }}
            >
              {t('letter.forget')}
            </Button>
          )}
        </div>
      )}
      {choosing && <ChoiceSheet letterId={letterId} type={type} onDone={keep} onClose={() => setChoosing(false)} />}
    </section>
  );
}

type ChoiceSheetProps = {
  letterId: string;
  type: string;
  onDone: (answer: LetterNumber) => void;
  onClose: () => void;
};

function ChoiceSheet({ letterId, type, onDone, onClose }: ChoiceSheetProps) {
  const { t } = useTranslation('numbering');
  const { data: reservations = [] } = useQuery(reservationsOptions(type));
  const free = reservations.filter((one) => one.letterId === null);
  const [kind, setKind] = useState<'reserved' | 'backDated'>('reserved');
  const [values, setValues] = useState({ reservationId: '', date: '', reason: '' });
  const form = useSending((path) => `number-${path}`);
  const reservationId = values.reservationId || (free[0]?.id ?? '');

  async function submit(): Promise<void> {
    const faults = [];
    if (kind === 'reserved' && reservationId === '')
      faults.push({ fieldId: 'number-reservationId', message: t('letter.noReservation') });
    if (kind === 'backDated' && values.date === '')
      faults.push({ fieldId: 'number-date', message: t('letter.dateMissing') });
    if (values.reason.trim() === '') faults.push({ fieldId: 'number-reason', message: t('reasonMissing') });
    if (form.refuse(faults)) return;
    const { reason } = values;
    const chosen = kind === 'reserved' ? { reservationId, reason } : { date: values.date, reason };
    if (await form.send(async () => onDone(await chooseNumber(letterId, chosen)))) {
      showToast(t('letter.saved'));
      onClose();
    }
  }

  return (
    <Sheet opened onClose={onClose} title={t('letter.decide')} width={480}>
      <Form className={styles.form} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
        <Choice
          label={t('letter.kind')}
          value={kind}
          options={(['reserved', 'backDated'] as const).map((value) => ({ value, label: t(`letter.kinds.${value}`) }))}
          onChange={setKind}
        />
        {kind === 'reserved' ? (
          <NativeSelect
            id="number-reservationId"
            label={t('letter.reserved')}
            value={reservationId}
            error={form.errorOf('number-reservationId')}
            disabled={free.length === 0}
            data={
              free.length === 0
                ? [{ value: '', label: t('letter.noneReserved') }]
                : free.map(({ id, number, date }) => ({ value: id, label: `${number} · ${longDate(date)}` }))
            }
            onChange={(event) => setValues({ ...values, reservationId: event.currentTarget.value })}
          />
        ) : (
          <TextInput
            id="number-date"
            type="date"
            label={t('letter.date')}
            description={t('letter.dateHint')}
            value={values.date}
            error={form.errorOf('number-date')}
            onChange={(event) => setValues({ ...values, date: event.currentTarget.value })}
          />
        )}
        <Textarea
          id="number-reason"
          label={t('reason')}
          value={values.reason}
          error={form.errorOf('number-reason')}
          onChange={(event) => setValues({ ...values, reason: event.currentTarget.value })}
        />
        <div className={styles.acts}>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={form.running}>
            {t('letter.save')}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
