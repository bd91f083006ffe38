import { useTranslation } from 'react-i18next';
import { TurnMarker } from '../../../components/ui/turn-marker.tsx';
import type { Letter } from '../../../lib/calls/get-letter.ts';
import { deadlineWords, pastWords } from '../../../lib/dates.ts';
import { statusOf } from '../rules.ts';
import styles from './letter-chain.module.css';

/** Whose turn it is with this letter, since when and until when. */
export function LetterTurn({ letter, isMine }: { letter: Letter; isMine: boolean }) {
  const { t } = useTranslation(['letters', 'turns']);
  const { turns, state, acting } = letter;
  // One's own turn first, where several have it.
  const turn = turns.find((one) => one.positionId !== null && one.positionId === acting?.positionId) ?? turns[0];
  const status = statusOf(state);
  const lost = [...letter.recipients, ...letter.copies].filter(
    ({ delivery }) => delivery === 'failed' || delivery === 'bounced',
  );
  if (lost.length > 0)
    return (
      <TurnMarker turn={t('lost.title', { count: lost.length })} state={t(`states.${state}`)} status="masalah">
        <a href="#deliveries">{t('lost.text')}</a>
      </TurnMarker>
    );
  if (!turn)
    return (
      <TurnMarker turn={t(`states.${state}`)} status={status}>
        {t(`ended.${state}`, { defaultValue: '' })}
      </TurnMarker>
    );
  const { when, left } = deadlineWords(turn.dueAt);
  const due = turn.dueAt ? t('dueOn', { when: within(when), left: left ? ` (${left})` : '' }) : '';
  const mine = t(`yourTurn.${turn.act}`, { defaultValue: t('yourTurn.other') });
  const names = turns.map(({ holder, title }) => [holder, title].filter(Boolean).join(', '));
  const others = t('turnOf', { name: names.join(` ${t('and')} `) });
  const beside = isMine && turns.length > 1 ? t('turnBeside', { count: turns.length - 1 }) : '';
  const onBehalf =
    isMine && acting && acting.mode !== 'definitif' ? t(`turns:acting.${acting.mode}`, { title: acting.title }) : '';
  return (
    <TurnMarker turn={isMine ? mine : others} state={t(`states.${state}`)} status={status}>
      {t('sinceSentence', { when: pastWords(turn.since) })}
      {due}
      {[beside, onBehalf].filter(Boolean).map((words) => (
        <span key={words} className={styles.sentence}>
          {words}
        </span>
      ))}
    </TurnMarker>
  );
}

/** A deadline's words within a sentence: "hari ini 12.00", but "Kamis 26 Nov". */
function within(when: string): string {
  return /^(Hari ini|Kemarin|Today|Yesterday|Tidak ada|None)/.test(when)
    ? when.charAt(0).toLowerCase() + when.slice(1)
    : when;
}
