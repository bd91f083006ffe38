import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../../../components/ui/error-summary.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { type LetterType, letterTypesOptions } from '../../../lib/calls/writing.ts';
import { problemMessage } from '../../../lib/problem.ts';
import { createLetter } from '../api/acts.ts';
import type { Letter } from '../rules.ts';
import styles from './writing.module.css';

const usual = 'surat_dinas';

/** Without a template: which kind of letter, and about what. */
export function BlankSheet({ onClose, onStarted }: { onClose: () => void; onStarted: (letter: Letter) => void }) {
  const { t } = useTranslation('writing');
  const { data: types = [] } = useQuery(letterTypesOptions);
  const [type, setType] = useState(usual);
  const [subject, setSubject] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [running, setRunning] = useState(false);

  async function start(): Promise<void> {
    setFailure(null);
    if (subject.trim() === '') {
      setError(t('faults.subject'));
      document.getElementById('hal-baru')?.focus();
      return;
    }
    setError(null);
    setRunning(true);
    try {
      onStarted(await createLetter({ type, subject: subject.trim(), recipients: [], copies: [] }));
    } catch (thrown) {
      setFailure(problemMessage(thrown));
      setRunning(false);
    }
  }

  return (
    <Sheet opened onClose={onClose} title={t('templates.blank')}>
      <form
        className={styles.sheet}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <ErrorSummary errors={failure ? [{ message: failure }] : []} title={t('notStarted')} />
        <NativeSelect
          label={t('fields.type')}
          value={type}
          data={grouped(types)}
          onChange={(event) => setType(event.currentTarget.value)}
        />
        <TextInput
          id="hal-baru"
          data-autofocus
          label={t('fields.subject')}
          description={t('subjectHint')}
          value={subject}
          error={error}
          onChange={(event) => setSubject(event.currentTarget.value)}
        />
        <div className={styles.sheetActs}>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={running}>
            {t('start')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

function grouped(types: LetterType[]) {
  const groups = [...new Set(types.map(({ group }) => group))];
  return groups.map((group) => ({
    group,
    items: types.filter((type) => type.group === group).map(({ code, name }) => ({ value: code, label: name })),
  }));
}
