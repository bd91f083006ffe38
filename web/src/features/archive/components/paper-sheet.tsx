import { Button, FileInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../../components/ui/form.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { useSending } from '../../../lib/use-sending.ts';
import { addPaper } from '../api.ts';
import styles from './archive.module.css';

type PaperSheetProps = { disposalId: string; kind: string; onDone: () => Promise<unknown>; onClose: () => void };

const letterLink = /([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})/;

/** A paper of a proceeding: a scan or signed file, or the link of a letter of this office. */
export function PaperSheet({ disposalId, kind, onDone, onClose }: PaperSheetProps) {
  const { t } = useTranslation('archive');
  const [values, setValues] = useState({ number: '', datedOn: '', signedBy: '', letter: '' });
  const [file, setFile] = useState<File | null>(null);
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const form = useSending((path) => `paper-${path.split('.').at(-1)}`);
  const letterId = letterLink.exec(values.letter)?.[1];

  async function submit(): Promise<void> {
    const hasNoFile = !file && !letterId;
    const missing = (['number', 'datedOn', 'signedBy', 'file'] as const)
      .filter((field) => (field === 'file' ? hasNoFile : values[field].trim() === ''))
      .map((field) => ({ fieldId: `paper-${field}`, message: t(`disposal.paperMissing.${field}`) }));
    if (form.refuse(missing)) return;
    const { number, datedOn, signedBy } = values;
    const done = await form.send(async () => {
      const paper = { kind, number: number.trim(), datedOn, signedBy: signedBy.trim() };
      await addPaper(disposalId, letterId ? { ...paper, letterId } : paper, letterId ? null : file);
      await onDone();
    });
    if (done) onClose();
  }

  return (
    <Sheet opened onClose={onClose} title={t(`papers.${kind}`)} width={520} closable={!form.running}>
      <Form className={styles.form} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
        <div className={styles.pair}>
          <TextInput
            id="paper-number"
            data-autofocus
            label={t('disposal.paperNumber')}
            value={values.number}
            error={form.errorOf('paper-number')}
            onChange={(event) => set({ number: event.currentTarget.value })}
          />
          <TextInput
            id="paper-datedOn"
            type="date"
            label={t('disposal.paperDate')}
            value={values.datedOn}
            error={form.errorOf('paper-datedOn')}
            onChange={(event) => set({ datedOn: event.currentTarget.value })}
          />
        </div>
        <TextInput
          id="paper-signedBy"
          label={t('disposal.paperSigner')}
          value={values.signedBy}
          error={form.errorOf('paper-signedBy')}
          onChange={(event) => set({ signedBy: event.currentTarget.value })}
        />
        <FileInput
          id="paper-file"
          label={t('disposal.paperFile')}
          accept="application/pdf,image/jpeg,image/png"
          value={file}
          error={form.errorOf('paper-file')}
          onChange={setFile}
        />
        <TextInput
          id="paper-letterId"
          label={t('disposal.paperLetter')}
          value={values.letter}
          error={form.errorOf('paper-letterId')}
          onChange={(event) => set({ letter: event.currentTarget.value })}
        />
        <div className={styles.end}>
          <Button variant="default" onClick={onClose} disabled={form.running}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={form.running}>
            {t('disposal.addPaper')}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
