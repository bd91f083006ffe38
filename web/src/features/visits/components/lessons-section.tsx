import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../../components/ui/act-button.tsx';
import { Choice } from '../../../components/ui/choice.tsx';
import { Form } from '../../../components/ui/form.tsx';
import { type ChosenPosition, PositionField } from '../../../components/ui/position-field.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { longDate } from '../../../lib/dates.ts';
import { problemMessage } from '../../../lib/problem.ts';
import { useSending } from '../../../lib/use-sending.ts';
import { addLesson, editLesson, type Lesson, removeLesson, type Visit } from '../api/visits.ts';
import styles from './visits.module.css';

/** What the guest learned and means to take over: what, by whom, by when. */
export function LessonsSection({ visit }: { visit: Visit }) {
  const { t } = useTranslation('visits');
  const [sheet, setSheet] = useState<Lesson | 'new' | null>(null);
  const isTime = ['scheduled', 'held', 'closed'].includes(visit.state);
  if (visit.party !== 'guest' || !isTime) return null;
  return (
    <section className={styles.section} aria-labelledby="pelajaran">
      <h2 id="pelajaran">{t('lessons.title')}</h2>
      {visit.lessons.length === 0 && <p className={styles.meta}>{t('lessons.none')}</p>}
      <ul>
        {visit.lessons.map((lesson) => (
          <li key={lesson.id} className={styles.item}>
            <span className={styles.words}>
              <span className={styles.name}>{lesson.title}</span>
              <span className={styles.plain}>{lesson.adoption}</span>
              <span className={styles.meta}>
                {[
                  t(`lessons.kinds.${lesson.kind}`),
                  lesson.position ? (lesson.position.holder ?? lesson.position.title) : t('lessons.nobody'),
                  lesson.dueOn ? t('lessons.due', { date: longDate(lesson.dueOn) }) : null,
                ]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </span>
            <ActButton aria-label={t('lessons.editOf', { title: lesson.title })} onClick={() => setSheet(lesson)}>
              {t('lessons.edit')}
            </ActButton>
            <ActButton
              variant="quiet"
              aria-label={t('lessons.removeOf', { title: lesson.title })}
              onClick={() => {
                removeLesson(visit.id, lesson.id).catch((thrown) => showToast(problemMessage(thrown), 'failed'));
              }}
            >
              {t('lessons.remove')}
            </ActButton>
          </li>
        ))}
      </ul>
      <div className={styles.acts}>
        <ActButton onClick={() => setSheet('new')}>{t('lessons.add')}</ActButton>
      </div>
      {sheet !== null && (
        <LessonSheet visit={visit} lesson={sheet === 'new' ? null : sheet} onClose={() => setSheet(null)} />
      )}
    </section>
  );
}

type LessonSheetProps = { visit: Visit; lesson: Lesson | null; onClose: () => void };

function LessonSheet({ visit, lesson, onClose }: LessonSheetProps) {
  const { t } = useTranslation('visits');
  const held = lesson?.position;
  const [kind, setKind] = useState<Lesson['kind']>(lesson?.kind ?? 'practice');
  const [words, setWords] = useState({
    title: lesson?.title ?? '',
    adoption: lesson?.adoption ?? '',
    dueOn: lesson?.dueOn ?? '',
  });
  const [posts, setPosts] = useState<ChosenPosition[]>(
    held ? [{ id: held.id, name: held.title, holder: held.holder }] : [],
  );
  const form = useSending((path) => `pelajaran-${path}`);
  async function submit(): Promise<void> {
    const faults = (['title', 'adoption'] as const)
      .filter((name) => words[name].trim() === '')
      .map((name) => ({ fieldId: `pelajaran-${name}`, message: t(`lessons.missing.${name}`) }));
    if (form.refuse(faults)) return;
    const body = {
      kind,
      title: words.title.trim(),
      adoption: words.adoption.trim(),
      positionId: posts[0]?.id ?? null,
      dueOn: words.dueOn === '' ? null : words.dueOn,
    };
    const send = () =>
      lesson === null
        ? addLesson(visit.id, body)
        : editLesson(visit.id, lesson.id, { ...body, version: lesson.version });
    if (await form.send(send)) onClose();
  }
  const shared = (name: 'title' | 'adoption' | 'dueOn') => ({
    id: `pelajaran-${name}`,
    value: words[name],
    error: form.errorOf(`pelajaran-${name}`),
    onChange: (event: { currentTarget: { value: string } }) =>
      setWords({ ...words, [name]: event.currentTarget.value }),
  });
  return (
    <Sheet opened onClose={onClose} title={t('lessons.add')} width={560} closable={!form.running}>
      <Form className={styles.form} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
        <Choice
          label={t('lessons.kind')}
          value={kind}
          options={(['template', 'practice', 'indicator'] as const).map((value) => ({
            value,
            label: t(`lessons.kinds.${value}`),
          }))}
          onChange={setKind}
        />
        <TextInput {...shared('title')} label={t('lessons.name')} maxLength={300} />
        <Textarea {...shared('adoption')} label={t('lessons.adoption')} maxLength={2000} autosize minRows={2} />
        <PositionField
          id="pelajaran-positionId"
          label={t('lessons.position')}
          chosen={posts}
          single
          error={form.errorOf('pelajaran-positionId')}
          onChange={setPosts}
        />
        <TextInput {...shared('dueOn')} type="date" label={t('lessons.dueOn')} />
        <Button type="submit" loading={form.running}>
          {t('lessons.save')}
        </Button>
      </Form>
    </Sheet>
  );
}
