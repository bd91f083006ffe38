import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../../components/ui/form.tsx';
import { PersonField } from '../../../components/ui/person-field.tsx';
import { type ChosenPosition, PositionField } from '../../../components/ui/position-field.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { dayOf } from '../../../lib/dates.ts';
import { useSending } from '../../../lib/use-sending.ts';
import { createDelegation } from '../api/turns.ts';
import { dayInstant } from '../rules.ts';
import styles from './settings.module.css';

const acts = ['approve', 'dispose'] as const;
type Act = (typeof acts)[number];

const fields: Record<string, string> = {
  positionId: 'jabatan-berhalangan',
  personId: 'pelaksana-limpahan',
  endsAt: 'limpahan-sampai',
  acts: 'tindakan-limpahan',
  reason: 'alasan-limpahan',
};

/** For administrators: a delegation for a holder who is absent and cannot enter it. */
export function AbsentDelegation() {
  const { t } = useTranslation('turns');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t('absent.title')}
      </Button>
      {opened && (
        <Sheet opened onClose={() => setOpened(false)} title={t('absent.make')} width={520}>
          <AbsentForm onDone={() => setOpened(false)} />
        </Sheet>
      )}
    </>
  );
}

function AbsentForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('turns');
  const queryClient = useQueryClient();
  const today = dayOf(new Date());
  const [positions, setPositions] = useState<ChosenPosition[]>([]);
  const [person, setPerson] = useState<{ id: string; name: string } | null>(null);
  const [until, setUntil] = useState(today);
  const [chosen, setChosen] = useState<Act[]>([...acts]);
  const [reason, setReason] = useState('');
  const form = useSending((path) => fields[path]);
  const [position] = positions;

  async function submit(): Promise<void> {
    const faults = [
      ...(position ? [] : [{ fieldId: 'jabatan-berhalangan', message: t('absent.positionMissing') }]),
      ...(person ? [] : [{ fieldId: 'pelaksana-limpahan', message: t('absent.personMissing') }]),
      ...(until >= today ? [] : [{ fieldId: 'limpahan-sampai', message: t('delegations.order') }]),
      ...(chosen.length > 0 ? [] : [{ fieldId: 'tindakan-limpahan', message: t('delegations.actMissing') }]),
      ...(reason.trim().length >= 5 ? [] : [{ fieldId: 'alasan-limpahan', message: t('absent.reasonMissing') }]),
    ];
    if (form.refuse(faults) || !position || !person) return;
    const body = {
      positionId: position.id,
      personId: person.id,
      endsAt: dayInstant(until, 'end'),
      acts: chosen,
      secretLetters: false,
      reason: reason.trim(),
    };
    if (!(await form.send(() => createDelegation(body)))) return;
    await queryClient.invalidateQueries({ queryKey: ['delegations'] });
    showToast(t('absent.made', { name: person.name, holder: position.holder ?? position.name }));
    onDone();
  }

  return (
    <Form className={styles.form} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
      <p className={styles.text}>{t('absent.lead')}</p>
      <PositionField
        id="jabatan-berhalangan"
        label={t('absent.position')}
        chosen={positions}
        onChange={setPositions}
        error={form.errorOf('jabatan-berhalangan') ?? null}
        single
        autoFocus
      />
      <PersonField
        id="pelaksana-limpahan"
        label={t('absent.person')}
        chosen={person}
        error={form.errorOf('pelaksana-limpahan')}
        onChoose={setPerson}
      />
      <TextInput
        id="limpahan-sampai"
        type="date"
        label={t('delegations.until')}
        min={today}
        value={until}
        error={form.errorOf('limpahan-sampai')}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <Checkbox.Group
        id="tindakan-limpahan"
        label={t('delegations.what')}
        description={t('absent.actsHint')}
        value={chosen}
        error={form.errorOf('tindakan-limpahan')}
        onChange={(values) => setChosen(acts.filter((act) => values.includes(act)))}
      >
        {acts.map((act) => (
          <Checkbox key={act} value={act} label={t(`delegations.acts.${act}`)} mt={8} />
        ))}
      </Checkbox.Group>
      <Textarea
        id="alasan-limpahan"
        label={t('absent.reason')}
        description={t('absent.reasonHint')}
        value={reason}
        maxLength={500}
        autosize
        minRows={2}
        error={form.errorOf('alasan-limpahan')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={styles.acts}>
        <Button type="submit" loading={form.running}>
          {t('absent.submit')}
        </Button>
      </div>
    </Form>
  );
}
