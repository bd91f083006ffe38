import { Button, Textarea, TextInput } from '@mantine/core';
import { IconStarFilled } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../components/ui/choice.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { useMe } from '../../../lib/calls/get-me.ts';
import { shortDay } from '../../../lib/dates.ts';
import { problemMessage } from '../../../lib/problem.ts';
import { answerQuestion, askAbout, type Offer, rateOffer } from '../api/catalogue.ts';
import styles from './catalogue.module.css';

const stars = ['1', '2', '3', '4', '5'] as const;

/** The average and how many gave it; nothing while nobody has. */
export function Stars({ rating }: { rating: Offer['rating'] }) {
  const { t } = useTranslation('catalogue');
  if (rating.stars === null) return null;
  return (
    <span className={styles.stars}>
      <IconStarFilled size={14} aria-hidden />
      {t('rating.average', { stars: rating.stars, count: rating.count })}
    </span>
  );
}

/** How partners found it, and our own rating once we have adopted it. */
export function Ratings({ offer, isOurs }: { offer: Offer; isOurs: boolean }) {
  const { t } = useTranslation('catalogue');
  const me = useMe();
  const mayRate = !isOurs && offer.adoptedVersion !== null && offer.standing === 'offered';
  return (
    <section className={styles.section}>
      <h3>{t('rating.title')}</h3>
      {offer.rating.stars === null ? (
        <p className={styles.meta}>{t('rating.none')}</p>
      ) : (
        <Stars rating={offer.rating} />
      )}
      <ul className={styles.talk}>
        {offer.ratings.map(({ by, stars: given, word, at }) => (
          <li key={by.slug}>
            <strong>{t('rating.given', { name: by.name, stars: given })}</strong>
            {word && <p>{word}</p>}
            <span className={styles.meta}>{shortDay(at)}</span>
          </li>
        ))}
      </ul>
      {mayRate && me?.permissions.includes('catalogue.adopt') && <RatingForm offer={offer} />}
    </section>
  );
}

function RatingForm({ offer }: { offer: Offer }) {
  const { t } = useTranslation('catalogue');
  const own = offer.ratings.find(({ isOurs }) => isOurs);
  const [given, setGiven] = useState<(typeof stars)[number] | null>(
    stars.find((each) => each === String(own?.stars)) ?? null,
  );
  const [word, setWord] = useState(own?.word ?? '');
  const rate = useMutation({
    mutationFn: () => rateOffer(offer.id, { stars: Number(given), word: word.trim() || null }),
    onSuccess: () => showToast(t('rating.done')),
    onError: (error) => showToast(problemMessage(error), 'failed'),
  });
  return (
    <form
      className={styles.talkForm}
      onSubmit={(event) => {
        event.preventDefault();
        rate.mutate();
      }}
    >
      <Choice
        label={t('rating.yours')}
        value={given}
        options={stars.map((value) => ({ value, label: value }))}
        onChange={setGiven}
      />
      <TextInput
        label={t('rating.word')}
        value={word}
        maxLength={300}
        onChange={(event) => setWord(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={rate.isPending} disabled={given === null}>
        {t(own ? 'rating.change' : 'rating.act')}
      </Button>
    </form>
  );
}

/** Questions between the parties, with their answers. */
export function Questions({ offer }: { offer: Offer }) {
  const { t } = useTranslation('catalogue');
  const isOpen = offer.standing === 'offered';
  if (offer.agreement === null) return null;
  return (
    <section className={styles.section}>
      <h3>{t('questions.title')}</h3>
      {offer.questions.length === 0 && <p className={styles.meta}>{t('questions.none')}</p>}
      <ul className={styles.talk}>
        {offer.questions.map((question) => (
          <li key={question.id}>
            <strong>{t('questions.by', { name: question.by.name, author: question.author })}</strong>
            <p>{question.text}</p>
            <ul className={styles.answers}>
              {question.answers.map((answer) => (
                <li key={answer.id}>
                  <strong>{t('questions.by', { name: answer.by.name, author: answer.author })}</strong>
                  <p>{answer.text}</p>
                </li>
              ))}
            </ul>
            {isOpen && (
              <TextForm
                label={t('questions.answer')}
                act={t('questions.answerAct')}
                onSend={(text) => answerQuestion(offer.id, question.id, text)}
              />
            )}
          </li>
        ))}
      </ul>
      {isOpen && (
        <TextForm label={t('questions.ask')} act={t('questions.askAct')} onSend={(text) => askAbout(offer.id, text)} />
      )}
    </section>
  );
}

type TextFormProps = { label: string; act: string; onSend: (text: string) => Promise<unknown> };

/** One text to the other side; closed until somebody wants to write. */
function TextForm({ label, act, onSend }: TextFormProps) {
  const { t } = useTranslation('catalogue');
  const [opened, setOpened] = useState(false);
  const [text, setText] = useState('');
  const send = useMutation({
    mutationFn: () => onSend(text.trim()),
    onSuccess: () => {
      setText('');
      setOpened(false);
      showToast(t('questions.sent'));
    },
    onError: (error) => showToast(problemMessage(error), 'failed'),
  });
  if (!opened) {
    return (
      <Button variant="subtle" size="compact-sm" onClick={() => setOpened(true)}>
        {label}
      </Button>
    );
  }
  return (
    <form
      className={styles.talkForm}
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      <Textarea
        label={label}
        value={text}
        autosize
        minRows={2}
        maxLength={2000}
        data-autofocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={send.isPending} disabled={text.trim().length < 3}>
        {act}
      </Button>
    </form>
  );
}
