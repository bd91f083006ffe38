import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemMessage } from '../../lib/problem.ts';
import styles from './note-sheet.module.css';
import { Sheet } from './sheet.tsx';

type NoteSheetProps = {
  opened: boolean;
  title: string;
  /** What will happen. */
  text: string;
  label: string;
  missing: string;
  act: string;
  onClose: () => void;
  onSend: (note: string) => Promise<unknown>;
};

/** An act that needs words: returning a letter, completing a disposition. */
export function NoteSheet({ opened, title, text, label, missing, act, onClose, onSend }: NoteSheetProps) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [running, setRunning] = useState(false);

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    const field = () => document.getElementById('note')?.focus();
    if (note.trim() === '') {
      setError(missing);
      return field();
    }
    setRunning(true);
    setError(null);
    try {
      await onSend(note.trim());
      setNote('');
      onClose();
    } catch (thrown) {
      setError(problemMessage(thrown));
      requestAnimationFrame(field);
    } finally {
      setRunning(false);
    }
  }

  return (
    <Sheet opened={opened} onClose={onClose} title={title} closable={!running}>
      <form className={styles.form} noValidate onSubmit={(event) => void send(event)}>
        <p className={styles.text}>{text}</p>
        <Textarea
          id="note"
          data-autofocus
          label={label}
          value={note}
          maxLength={2000}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={error}
        />
        <div className={styles.acts}>
          <Button variant="default" onClick={onClose} disabled={running}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={running}>
            {act}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
