import { Button, Checkbox, PasswordInput, Progress } from '@mantine/core';
import { IconWritingSign } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Secrecy, SecrecyMark } from '../../../components/ui/secrecy-mark.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import { announce } from '../../../lib/announce.ts';
import { problemMessage } from '../../../lib/problem.ts';
import { batchOptions, readBatch, signLetters } from '../api/sign-letters.ts';
import styles from './signing.module.css';

export type BatchLetter = { id: string; subject: string; from: string | null; secrecy: Secrecy };

type SignManySheetProps = { opened: boolean; letters: readonly BatchLetter[]; position: string; onClose: () => void };

/** Letters that one batch may hold; the server refuses more. */
const mostAtOnce = 100;
const secrecies: readonly Secrecy[] = ['sangat_rahasia', 'rahasia', 'terbatas'];

/** Many letters under one passphrase: look through them, sign, see what became of each. */
export function SignManySheet({ opened, letters, position, onClose }: SignManySheetProps) {
  const { t } = useTranslation('signing');
  // What was asked for stays in sight, though signed letters leave the queue.
  const [all] = useState(letters);
  const [left, setLeft] = useState<readonly string[]>(() => letters.slice(mostAtOnce).map(({ id }) => id));
  const [jobId, setJobId] = useState<string | null>(null);
  const queryClient = useQueryClient();
  const { data: job } = useQuery(batchOptions(jobId));
  const ended = job?.status === 'completed' || job?.status === 'failed';
  const ids = all.filter(({ id }) => !left.includes(id)).map(({ id }) => id);

  useEffect(() => {
    if (!ended) return;
    announce(t('many.ended'));
    void queryClient.invalidateQueries({ queryKey: ['tasks'] });
    void queryClient.invalidateQueries({ queryKey: ['letters'] });
  }, [ended, queryClient, t]);

  const title = jobId === null ? t('many.title', { count: ids.length }) : ended ? t('many.ended') : t('many.running');
  const result = readBatch(job?.result);
  return (
    <Sheet opened={opened} onClose={onClose} title={title} width={620} closable={jobId === null || ended}>
      {jobId === null ? (
        <PassphraseForm
          count={ids.length}
          position={position}
          onStart={async (phrase) => setJobId((await signLetters(ids, phrase)).jobId)}
        >
          <Choosing all={all} left={left} onLeave={setLeft} />
          <ul className={styles.list}>
            {all.map((letter) => (
              <li key={letter.id} className={styles.item}>
                <Checkbox
                  checked={!left.includes(letter.id)}
                  disabled={left.includes(letter.id) && ids.length >= mostAtOnce}
                  onChange={(event) =>
                    setLeft(event.currentTarget.checked ? left.filter((id) => id !== letter.id) : [...left, letter.id])
                  }
                  label={letter.subject}
                  description={letter.from}
                />
                <SecrecyMark secrecy={letter.secrecy} />
                <Link to="/surat/$letterId" params={{ letterId: letter.id }} target="_blank">
                  {t('many.read')}
                  <span className="heard">: {letter.subject}</span>
                </Link>
              </li>
            ))}
          </ul>
        </PassphraseForm>
      ) : (
        <>
          <Progress value={job?.progress ?? 0} aria-label={t('many.running')} size="md" />
          <p className={styles.progress} role="status">
            {job?.error ?? t('many.progress', { count: result.signed.length, all: ids.length })}
            {ended && result.failed.length > 0 && ` ${t('many.failedHint', { count: result.failed.length })}`}
          </p>
          <ul className={styles.list}>
            {all
              .filter(({ id }) => ids.includes(id))
              .map((letter) => (
                <li key={letter.id} className={styles.item}>
                  <span className={styles.subject}>
                    {letter.subject}
                    <FailedWhy id={letter.id} failed={result.failed} subject={letter.subject} />
                  </span>
                  <StateOf id={letter.id} result={result} ended={ended} />
                </li>
              ))}
          </ul>
          {ended && (
            <div className={styles.acts}>
              <Button onClick={onClose}>{t('done.close')}</Button>
            </div>
          )}
        </>
      )}
    </Sheet>
  );
}

type ChoosingProps = {
  all: readonly BatchLetter[];
  left: readonly string[];
  onLeave: (left: readonly string[]) => void;
};

/** All or none at once, and what is among the chosen that wants a second look. */
function Choosing({ all, left, onLeave }: ChoosingProps) {
  const { t } = useTranslation('signing');
  const chosen = all.filter(({ id }) => !left.includes(id));
  const most = Math.min(all.length, mostAtOnce);
  const closed = secrecies
    .map((secrecy) => ({ secrecy, count: chosen.filter((one) => one.secrecy === secrecy).length }))
    .filter(({ count }) => count > 0)
    .map(({ secrecy, count }) => t('many.ofSecrecy', { count, secrecy: t(`common:secrecy.${secrecy}`) }));
  return (
    <div className={styles.choosing}>
      <Checkbox
        checked={chosen.length === most}
        indeterminate={chosen.length > 0 && chosen.length < most}
        label={t('many.all', { count: most })}
        onChange={() => onLeave((chosen.length === most ? all : all.slice(mostAtOnce)).map(({ id }) => id))}
      />
      <p className="meta" role="status">
        {[t('many.chosen', { count: chosen.length }), ...closed].join(', ')}
        {all.length > mostAtOnce && ` ${t('many.most', { count: mostAtOnce })}`}
      </p>
    </div>
  );
}

type FailedProps = { id: string; subject: string; failed: { id: string; detail: string }[] };

/** Why a letter was not signed, and the way to it: what to do depends on the letter. */
function FailedWhy({ id, subject, failed }: FailedProps) {
  const { t } = useTranslation('signing');
  const found = failed.find((one) => one.id === id);
  if (!found) return null;
  return (
    <span className={styles.why}>
      {found.detail}{' '}
      <Link to="/surat/$letterId" params={{ letterId: id }} target="_blank">
        {t('many.open')}
        <span className="heard">: {subject}</span>
      </Link>
    </span>
  );
}

function StateOf({ id, result, ended }: { id: string; result: ReturnType<typeof readBatch>; ended: boolean }) {
  const { t } = useTranslation('signing');
  if (result.signed.includes(id)) return <StatusChip status="selesai">{t('many.signed')}</StatusChip>;
  if (result.failed.some((one) => one.id === id)) return <StatusChip status="masalah">{t('many.failed')}</StatusChip>;
  if (result.queued.includes(id)) return <StatusChip status="tunggu">{t('many.queued')}</StatusChip>;
  return <StatusChip status={ended ? 'tunggu' : 'proses'}>{t(ended ? 'many.left' : 'many.waits')}</StatusChip>;
}

type PassphraseFormProps = {
  count: number;
  position: string;
  onStart: (passphrase: string) => Promise<void>;
  children: ReactNode;
};

function PassphraseForm({ count, position, onStart, children }: PassphraseFormProps) {
  const { t } = useTranslation('signing');
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [running, setRunning] = useState(false);

  async function start(event: FormEvent): Promise<void> {
    event.preventDefault();
    const field = () => document.getElementById('batch-passphrase')?.focus();
    if (passphrase === '') {
      setError(t('common:passphrase.missing'));
      return field();
    }
    setRunning(true);
    setError(null);
    try {
      await onStart(passphrase);
      setPassphrase('');
    } catch (thrown) {
      setError(problemMessage(thrown));
      setRunning(false);
      requestAnimationFrame(field);
    }
  }

  return (
    <form className={styles.form} noValidate onSubmit={(event) => void start(event)}>
      <p className={styles.consequence}>{t('many.consequence', { count, position })}</p>
      {children}
      <PasswordInput
        id="batch-passphrase"
        data-autofocus
        label={t('common:passphrase.label')}
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
        error={error}
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': t('common:passphrase.show'), tabIndex: 0 }}
      />
      <div className={styles.acts}>
        <Button
          type="submit"
          loading={running}
          disabled={count === 0}
          leftSection={<IconWritingSign size={20} stroke={1.75} aria-hidden />}
        >
          {t('many.act', { count })}
        </Button>
      </div>
    </form>
  );
}
