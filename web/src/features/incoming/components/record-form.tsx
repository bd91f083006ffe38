import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FocusEvent, type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../components/ui/choice.tsx';
import { ErrorSummary, type FormError } from '../../../components/ui/error-summary.tsx';
import { type ChosenPosition, PositionField } from '../../../components/ui/position-field.tsx';
import { newIdempotencyKey } from '../../../lib/api.ts';
import { asProblem, problemMessage } from '../../../lib/problem.ts';
import { findDuplicates, kinds, largestBytes, largestTogether, mostFiles, type PageFile } from '../api/pages.ts';
import { type RecordedLetter, recordLetter } from '../api/register-letter.ts';
import { Duplicates } from './duplicates.tsx';
import styles from './incoming.module.css';
import { PagesField } from './pages-field.tsx';

const secrecies = ['biasa', 'terbatas', 'rahasia', 'sangat_rahasia'] as const;
const urgencies = ['biasa', 'segera', 'amat_segera'] as const;

/** The field that a fault of the server's is shown at. */
function fieldOf(path: string): string {
  if (path === 'file' || path.startsWith('file.')) return 'scan';
  if (path.startsWith('attachment')) return 'attachments';
  return path.startsWith('alsoTo') ? 'routeTo' : path.replace(/^letter\./, '');
}

type Recorded = { id: string; agendaNumber: string | null };

/** A letter from outside: its pages, who sent it, what it is about, and where it goes. */
export function RecordForm({ onRecorded }: { onRecorded: (letter: Recorded) => void }) {
  const { t } = useTranslation('incoming');
  const [pages, setPages] = useState<PageFile[]>([]);
  const [attachments, setAttachments] = useState<PageFile[]>([]);
  const [sought, setSought] = useState({ senderName: '', number: '', date: '' });
  // One key as long as what would be sent stays the same: the server answers a repeated attempt as the first.
  const key = useRef({ of: '', value: '' });
  const [secrecy, setSecrecy] = useState<RecordedLetter['secrecy']>('biasa');
  const [urgency, setUrgency] = useState<RecordedLetter['urgency']>('biasa');
  const [route, setRoute] = useState<ChosenPosition[]>([]);
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [running, setRunning] = useState(false);
  const errorOf = (id: string) => errors.find(({ fieldId }) => fieldId === id)?.message ?? null;

  const sha256 = pages.flatMap((page) => page.sha256 ?? []);
  const { data: duplicates = [] } = useQuery({
    queryKey: ['letters', 'duplicates', sought, sha256],
    queryFn: () => findDuplicates({ ...sought, sha256 }),
    enabled: sought.number !== '' || sha256.length > 0,
    placeholderData: (before) => before,
  });

  function faultOf(files: readonly PageFile[]): string | null {
    if (files.some(({ file }) => !kinds.includes(file.type))) return t('record.missing.kind');
    return files.some(({ file }) => file.size > largestBytes) ? t('record.missing.size') : null;
  }
  function pagesFault(): string | null {
    const all = [...pages, ...attachments];
    if (pages.length === 0) return t('record.missing.scan');
    if (all.length > mostFiles) return t('record.missing.count', { count: mostFiles });
    const total = all.reduce((sum, { file }) => sum + file.size, 0);
    return faultOf(pages) ?? (total > largestTogether ? t('record.missing.together') : null);
  }
  function keyFor(content: string): string {
    if (key.current.of !== content) key.current = { of: content, value: newIdempotencyKey() };
    return key.current.value;
  }

  async function record(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const of = (name: string): string => String(form.get(name) ?? '').trim();
    const fault = pagesFault();
    const attachmentFault = faultOf(attachments);
    const missing: FormError[] = [
      ...(fault ? [{ fieldId: 'scan', message: fault }] : []),
      ...(attachmentFault ? [{ fieldId: 'attachments', message: attachmentFault }] : []),
      ...(of('senderName').length < 2 ? [{ fieldId: 'senderName', message: t('record.missing.sender') }] : []),
      ...(of('subject') === '' ? [{ fieldId: 'subject', message: t('record.missing.subject') }] : []),
    ];
    setErrors(missing);
    setAttempt((before) => before + 1);
    if (missing.length > 0) return;
    setRunning(true);
    const [to, ...others] = route;
    try {
      const letter = {
        senderName: of('senderName'),
        subject: of('subject'),
        secrecy,
        urgency,
        ...(of('number') ? { number: of('number') } : {}),
        ...(of('date') ? { date: of('date') } : {}),
        ...(to ? { routeTo: to.id, alsoTo: others.map(({ id }) => id) } : {}),
      };
      const ids = [...pages, ...attachments].map((page) => `${page.id}:${page.rotate}`);
      const attemptKey = keyFor(JSON.stringify([letter, ids]));
      onRecorded(await recordLetter(letter, pages, attachments, attemptKey));
    } catch (thrown) {
      const problem = asProblem(thrown);
      setErrors(
        problem.errors.length > 0
          ? problem.errors.map(({ path, message }) => ({ fieldId: fieldOf(path), message }))
          : [{ message: problemMessage(problem) }],
      );
      setAttempt((before) => before + 1);
    } finally {
      setRunning(false);
    }
  }

  /** What came before is looked for when a field is left, not while one types. */
  function look(event: FocusEvent<HTMLFormElement>): void {
    const form = new FormData(event.currentTarget);
    const of = (name: string): string => String(form.get(name) ?? '').trim();
    const next = { senderName: of('senderName'), number: of('number'), date: of('date') };
    if (JSON.stringify(next) !== JSON.stringify(sought)) setSought(next);
    // What was missing and is there now is no fault any more.
    const isMended = ({ fieldId }: FormError): boolean =>
      (fieldId === 'senderName' && next.senderName.length >= 2) || (fieldId === 'subject' && of('subject') !== '');
    if (errors.some(isMended)) setErrors(errors.filter((error) => !isMended(error)));
  }

  return (
    <form className={styles.narrow} noValidate onBlur={look} onSubmit={(event) => void record(event)}>
      <ErrorSummary errors={errors} attempt={attempt} />
      <PagesField
        id="scan"
        label={t('record.scan')}
        help={t('record.scanHelp')}
        pages={pages}
        error={errorOf('scan')}
        onChange={setPages}
        asPages
      />
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
      <Duplicates items={duplicates} />
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
      />
      <PagesField
        id="attachments"
        label={t('record.attachments')}
        help={t('record.attachmentsHelp')}
        pages={attachments}
        error={errorOf('attachments')}
        onChange={setAttachments}
      />
      <Button type="submit" size="lg" loading={running}>
        {t(route.length > 0 ? 'record.actRoute' : 'record.act')}
      </Button>
    </form>
  );
}
