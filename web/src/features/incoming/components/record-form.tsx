import { Button, TextInput } from '@mantine/core';
import { IconCameraPlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../components/ui/choice.tsx';
import { ErrorSummary, type FormError } from '../../../components/ui/error-summary.tsx';
import { type ChosenPosition, PositionField } from '../../../components/ui/position-field.tsx';
import { asProblem, problemMessage } from '../../../lib/problem.ts';
import { type RecordedLetter, recordLetter } from '../api/register-letter.ts';
import styles from './incoming.module.css';

const largestBytes = 25 * 1024 * 1024;
const kinds = ['application/pdf', 'image/jpeg', 'image/png'];
const secrecies = ['biasa', 'terbatas', 'rahasia', 'sangat_rahasia'] as const;
const urgencies = ['biasa', 'segera', 'amat_segera'] as const;

type Recorded = { id: string; agendaNumber: string | null };

/** A letter from outside: its scan, who sent it, what it is about, and where it goes. */
export function RecordForm({ onRecorded }: { onRecorded: (letter: Recorded) => void }) {
  const { t } = useTranslation('incoming');
  const [scan, setScan] = useState<File | null>(null);
  const [secrecy, setSecrecy] = useState<RecordedLetter['secrecy']>('biasa');
  const [urgency, setUrgency] = useState<RecordedLetter['urgency']>('biasa');
  const [route, setRoute] = useState<ChosenPosition[]>([]);
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [running, setRunning] = useState(false);
  const errorOf = (id: string) => errors.find(({ fieldId }) => fieldId === id)?.message ?? null;

  function scanFault(): string | null {
    if (!scan) return t('record.missing.scan');
    if (!kinds.includes(scan.type)) return t('record.missing.kind');
    return scan.size > largestBytes ? t('record.missing.size') : null;
  }

  async function record(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const of = (name: string): string => String(form.get(name) ?? '').trim();
    const fault = scanFault();
    const missing: FormError[] = [
      ...(fault ? [{ fieldId: 'scan', message: fault }] : []),
      ...(of('senderName').length < 2 ? [{ fieldId: 'senderName', message: t('record.missing.sender') }] : []),
      ...(of('subject') === '' ? [{ fieldId: 'subject', message: t('record.missing.subject') }] : []),
    ];
    setErrors(missing);
    setAttempt((before) => before + 1);
    if (missing.length > 0 || !scan) return;
    setRunning(true);
    const [to] = route;
    try {
      const letter = {
        senderName: of('senderName'),
        subject: of('subject'),
        secrecy,
        urgency,
        ...(of('number') ? { number: of('number') } : {}),
        ...(of('date') ? { date: of('date') } : {}),
        ...(to ? { routeTo: to.id } : {}),
      };
      onRecorded(await recordLetter(letter, scan));
    } catch (thrown) {
      const problem = asProblem(thrown);
      setErrors(
        problem.errors.length > 0
          ? problem.errors.map(({ path, message }) => ({ fieldId: path.replace(/^letter\./, ''), message }))
          : [{ message: problemMessage(problem) }],
      );
      setAttempt((before) => before + 1);
    } finally {
      setRunning(false);
    }
  }

  return (
    <form className={styles.narrow} noValidate onSubmit={(event) => void record(event)}>
      <ErrorSummary errors={errors} attempt={attempt} />
      <ScanField scan={scan} error={errorOf('scan')} onChange={setScan} />
      <TextInput
        id="senderName"
        name="senderName"
        label={t('record.sender')}
        maxLength={300}
        error={errorOf('senderName')}
      />
      <div className={styles.pair}>
        <TextInput
          id="number"
          name="number"
          label={t('record.number')}
          description={t('record.numberHelp')}
          maxLength={200}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={errorOf('number')}
        />
        <TextInput id="date" name="date" type="date" label={t('record.date')} error={errorOf('date')} />
      </div>
      <TextInput id="subject" name="subject" label={t('record.subject')} maxLength={500} error={errorOf('subject')} />
      <Choice
        label={t('record.secrecy')}
        value={secrecy}
        onChange={setSecrecy}
        options={secrecies.map((value) => ({ value, label: t(`common:secrecy.${value}`) }))}
      />
      <Choice
        label={t('record.urgency')}
        value={urgency}
        onChange={setUrgency}
        options={urgencies.map((value) => ({ value, label: t(`urgency.${value}`) }))}
      />
      <PositionField
        id="routeTo"
        label={t('record.routeTo')}
        description={t('record.routeHelp')}
        chosen={route}
        onChange={setRoute}
        error={errorOf('routeTo')}
        single
      />
      <Button type="submit" size="lg" loading={running}>
        {t(route.length > 0 ? 'record.actRoute' : 'record.act')}
      </Button>
    </form>
  );
}

type ScanFieldProps = { scan: File | null; error: string | null; onChange: (file: File) => void };

/** Drop, choose, or photograph: one field for all three. */
function ScanField({ scan, error, onChange }: ScanFieldProps) {
  const { t } = useTranslation('incoming');
  const [over, setOver] = useState(false);
  return (
    <div>
      <label
        className={styles.drop}
        data-over={over || undefined}
        onDragOver={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        onDrop={() => setOver(false)}
      >
        <IconCameraPlus size={28} stroke={1.5} aria-hidden />
        <strong>{t('record.scan')}</strong>
        {scan ? <span className={styles.fileName}>{scan.name}</span> : <span>{t('record.drop')}</span>}
        <span className="meta">{scan ? t('record.change') : t('record.scanHelp')}</span>
        <input
          id="scan"
          type="file"
          accept={kinds.join(',')}
          aria-label={t('record.scan')}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? 'scan-error' : undefined}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) onChange(file);
          }}
        />
      </label>
      {error && (
        <p id="scan-error" className={styles.fieldError}>
          {error}
        </p>
      )}
    </div>
  );
}
