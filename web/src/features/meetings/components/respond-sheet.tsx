import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../../components/ui/form.tsx';
import { PersonField } from '../../../components/ui/person-field.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { useSending } from '../../../lib/use-sending.ts';
import { type Meeting, respond } from '../api/meetings.ts';
import styles from './meetings.module.css';

type RespondSheetProps = {
  meeting: Meeting;
  kind: 'declined' | 'represented';
  onDone: (meeting: Meeting) => void;
  onClose: () => void;
};

/** Not coming, or somebody else comes: with a word about it. */
export function RespondSheet({ meeting, kind, onDone, onClose }: RespondSheetProps) {
  const { t } = useTranslation('meetings');
  const [person, setPerson] = useState<{ id: string; name: string } | null>(null);
  const [note, setNote] = useState('');
  const form = useSending((path) => `jawaban-${path}`);

  async function submit(): Promise<void> {
    const missing = kind === 'represented' && person === null;
    if (form.refuse(missing ? [{ fieldId: 'jawaban-representedBy', message: t('respond.missing') }] : [])) return;
    const done = await form.send(async () =>
      onDone(
        await respond(meeting.id, {
          response: kind,
          ...(person ? { representedBy: person.id } : {}),
          ...(note.trim() === '' ? {} : { note: note.trim() }),
        }),
      ),
    );
    if (done) onClose();
  }

  return (
    <Sheet opened onClose={onClose} title={t(`respond.${kind}`)}>
      <Form className={styles.form} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
        {kind === 'represented' && (
          <PersonField
            id="jawaban-representedBy"
            label={t('respond.who')}
            chosen={person}
            error={form.errorOf('jawaban-representedBy')}
            onChoose={setPerson}
          />
        )}
        <Textarea
          id="jawaban-note"
          label={t('respond.note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div className={styles.acts}>
          <Button type="submit" loading={form.running}>
            {t('respond.send')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
