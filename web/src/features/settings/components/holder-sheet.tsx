import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../../components/ui/form.tsx';
import { PersonField } from '../../../components/ui/person-field.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { SkeletonBlock } from '../../../components/ui/skeleton.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { dayOf, longDate } from '../../../lib/dates.ts';
import { useSending } from '../../../lib/use-sending.ts';
import { type Assignment, createAssignment, endAssignment, historyOptions, type Position } from '../api/office.ts';
import styles from './settings.module.css';

const modes = ['definitif', 'plt', 'plh', 'pj', 'pjs'] as const;

/** Who has held a post since when; ends one and begins another. */
export function HolderSheet({ position, onClose }: { position: Position; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const { data: history } = useQuery(historyOptions(position.id));
  return (
    <Sheet opened onClose={onClose} title={position.title} width={560}>
      <div className={styles.form}>
        <h3>{t('positions.history')}</h3>
        {!history && <SkeletonBlock height={60} />}
        {history?.length === 0 && <p className={styles.text}>{t('positions.never')}</p>}
        <ul>
          {(history ?? []).map((assignment) => (
            <HistoryRow key={assignment.id} assignment={assignment} />
          ))}
        </ul>
        <h3>{t('positions.assign')}</h3>
        <AssignForm position={position} onDone={onClose} />
      </div>
    </Sheet>
  );
}

const today = () => dayOf(new Date());

function HistoryRow({ assignment }: { assignment: Assignment }) {
  const { t } = useTranslation('settings');
  const queryClient = useQueryClient();
  const [ending, setEnding] = useState(false);
  const [endsOn, setEndsOn] = useState(today);
  const form = useSending(() => `akhir-${assignment.id}`);
  const running = assignment.endsOn === null || assignment.endsOn >= today();
  return (
    <li className={styles.row} data-wrap>
      <span className={styles.rowWords}>
        <span className={styles.rowName}>{assignment.personName}</span>
        <span className="meta">
          {t(`modes.${assignment.mode}`)},{' '}
          {assignment.endsOn
            ? t('positions.span', { from: longDate(assignment.startsOn), to: longDate(assignment.endsOn) })
            : t('positions.since', { from: longDate(assignment.startsOn) })}
        </span>
      </span>
      {running && !ending && (
        <Button
          variant="default"
          size="sm"
          aria-label={t('positions.endOf', { name: assignment.personName })}
          onClick={() => setEnding(true)}
        >
          {t('positions.end')}
        </Button>
      )}
      {ending && (
        <form
          className={styles.inline}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void form
              .send(() => endAssignment(assignment.id, endsOn))
              .then(async (done) => {
                if (!done) return;
                await queryClient.invalidateQueries({ queryKey: ['organization'] });
                showToast(t('positions.ended', { name: assignment.personName }));
                setEnding(false);
              });
          }}
        >
          <TextInput
            id={`akhir-${assignment.id}`}
            type="date"
            label={t('positions.lastDay')}
            value={endsOn}
            error={form.errors[0]?.message ?? null}
            onChange={(event) => setEndsOn(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={form.running}>
            {t('positions.endConfirm')}
          </Button>
        </form>
      )}
    </li>
  );
}

function AssignForm({ position, onDone }: { position: Position; onDone: () => void }) {
  const { t } = useTranslation('settings');
  const queryClient = useQueryClient();
  const [person, setPerson] = useState<{ id: string; name: string } | null>(null);
  const [mode, setMode] = useState<(typeof modes)[number]>('definitif');
  const [startsOn, setStartsOn] = useState(today);
  const form = useSending((path) => (path === 'startsOn' ? 'mulai-jabatan' : 'pemegang-jabatan'));
  async function submit(): Promise<void> {
    const faults = person ? [] : [{ fieldId: 'pemegang-jabatan', message: t('positions.personMissing') }];
    if (form.refuse(faults) || !person) return;
    const body = { personId: person.id, positionId: position.id, mode, startsOn };
    if (!(await form.send(() => createAssignment(body)))) return;
    await queryClient.invalidateQueries({ queryKey: ['organization'] });
    await queryClient.invalidateQueries({ queryKey: ['people'] });
    showToast(t('positions.assigned', { name: person.name, title: position.title }));
    onDone();
  }
  return (
    <Form className={styles.form} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
      <PersonField
        id="pemegang-jabatan"
        label={t('positions.person')}
        chosen={person}
        error={form.errorOf('pemegang-jabatan')}
        onChoose={setPerson}
      />
      <div className={styles.pair}>
        <NativeSelect
          label={t('positions.mode')}
          value={mode}
          data={modes.map((value) => ({ value, label: t(`modes.${value}`) }))}
          onChange={(event) => setMode(modes.find((one) => one === event.currentTarget.value) ?? 'definitif')}
        />
        <TextInput
          id="mulai-jabatan"
          type="date"
          label={t('positions.startsOn')}
          value={startsOn}
          error={form.errorOf('mulai-jabatan')}
          onChange={(event) => setStartsOn(event.currentTarget.value)}
        />
      </div>
      <div className={styles.acts}>
        <Button type="submit" loading={form.running}>
          {t('positions.assignSubmit')}
        </Button>
      </div>
    </Form>
  );
}
