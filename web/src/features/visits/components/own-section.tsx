import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../../components/ui/form.tsx';
import { type ChosenPosition, PositionField } from '../../../components/ui/position-field.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { useSending } from '../../../lib/use-sending.ts';
import { keepForUs, type Visit } from '../api/visits.ts';
import styles from './visits.module.css';

/** Who of this office is assigned, and notes that the other side never sees. */
export function OwnSection({ visit }: { visit: Visit }) {
  const { t } = useTranslation('visits');
  const [posts, setPosts] = useState<ChosenPosition[]>(
    visit.assignees.map(({ id, title, holder }) => ({ id, name: title, holder })),
  );
  const [note, setNote] = useState(visit.note);
  const form = useSending((path) => `kantor-${path.split('.')[0]}`);
  const isOff = visit.state === 'cancelled' || visit.state === 'declined';
  async function submit(): Promise<void> {
    const body = isOff ? { note } : { note, assignees: posts.map(({ id }) => id) };
    if (await form.send(() => keepForUs(visit.id, body))) showToast(t('own.saved'));
  }
  return (
    <section className={styles.section} aria-labelledby="catatan-kantor">
      <h2 id="catatan-kantor">{t('own.title')}</h2>
      <p className={styles.meta}>{t('own.private')}</p>
      {visit.manages ? (
        <Form className={styles.form} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
          {!isOff && (
            <PositionField
              id="kantor-assignees"
              label={t(visit.party === 'host' ? 'own.assigneesHost' : 'own.assigneesGuest')}
              description={t('own.assigneesHint')}
              chosen={posts}
              error={form.errorOf('kantor-assignees')}
              onChange={setPosts}
            />
          )}
          <Textarea
            id="kantor-note"
            label={t('own.note')}
            value={note}
            maxLength={10_000}
            autosize
            minRows={2}
            error={form.errorOf('kantor-note')}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <div className={styles.acts}>
            <Button variant="default" type="submit" loading={form.running}>
              {t('own.save')}
            </Button>
          </div>
        </Form>
      ) : (
        <p className={styles.plain}>{visit.note}</p>
      )}
    </section>
  );
}
