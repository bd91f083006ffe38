import { Button } from '@mantine/core';
import { IconFileTypeDocx } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../lib/calls/get-me.ts';
import { importDocx } from '../../../lib/calls/templates.ts';
import { problemMessage } from '../../../lib/problem.ts';
import styles from './templates.module.css';

/** A Word document as the start of a template: dropped here, or chosen. */
export function ImportDrop() {
  const { t } = useTranslation('templates');
  const navigate = useNavigate();
  const me = useMe();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<string | null>(null);
  if (!me?.permissions.includes('templates.manage')) return null;

  async function take(file: File | undefined): Promise<void> {
    if (!file || running) return;
    setError(null);
    if (!/\.docx$/i.test(file.name)) {
      setError(t('import.wrongType'));
      return;
    }
    setRunning(true);
    try {
      await importDocx(file);
      await navigate({ to: '/pengaturan/templat/baru' });
    } catch (thrown) {
      setError(problemMessage(thrown));
      setRunning(false);
    }
  }
  const drag = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(isOver);
  };

  return (
    <section
      className={styles.drop}
      data-over={over || undefined}
      aria-label={t('import.title')}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        void take(event.dataTransfer.files[0]);
      }}
    >
      <IconFileTypeDocx size={24} stroke={1.5} aria-hidden />
      <p>{t('import.about')}</p>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('import.choose')}
        accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          void take(file);
        }}
      />
      <Button variant="default" loading={running} onClick={() => input.current?.click()}>
        {t('import.choose')}
      </Button>
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </section>
  );
}
