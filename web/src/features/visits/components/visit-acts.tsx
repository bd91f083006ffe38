import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../../components/ui/act-button.tsx';
import type { Visit } from '../api/visits.ts';
import type { Asking } from './visit-sheets.tsx';
import styles from './visits.module.css';

type ActsProps = { visit: Visit; onAsk: (what: Asking) => void };
type Word = Exclude<Asking, null> | 'reschedule';

/** The one act that moves the visit on, for the side whose turn it is. */
function primaryOf({ party, state }: Visit): 'request' | 'accept' | 'close' | 'schedule' | 'hold' | null {
  if (party === 'guest') {
    return ({ draft: 'request', counter_proposed: 'accept', held: 'close' } as const)[state as 'draft'] ?? null;
  }
  return ({ requested: 'accept', accepted: 'schedule', scheduled: 'hold' } as const)[state as 'requested'] ?? null;
}

/** What the server calls the step behind a word. */
const stepOf = (word: Word): keyof Visit['steps'] =>
  word === 'redate' ? 'request' : word === 'reschedule' ? 'schedule' : word;

export function PrimaryAct({ visit, onAsk, fullWidth = false }: ActsProps & { fullWidth?: boolean }) {
  const { t } = useTranslation('visits');
  const act = primaryOf(visit);
  if (act === null) return null;
  return (
    <ActButton
      variant="primary"
      fullWidth={fullWidth}
      reason={visit.steps[act].reason}
      reasonPlace="heard"
      onClick={() => onAsk(act)}
    >
      {t(`acts.${act}`)}
    </ActButton>
  );
}

export const hasPrimary = (visit: Visit): boolean => primaryOf(visit) !== null;

/** The other steps of this side. What one may not do now says why. */
export function SideActs({ visit, onAsk }: ActsProps) {
  const { t } = useTranslation('visits');
  const navigate = useNavigate();
  const primary = primaryOf(visit);
  const { party, state, steps } = visit;
  if (['closed', 'declined', 'cancelled'].includes(state)) return null;
  const words: Word[] = party === 'guest' ? ['redate', 'cancel'] : ['counter_propose', 'decline', 'cancel'];
  if (party === 'host' && state === 'scheduled') words.unshift('reschedule');
  return (
    <section className={styles.sideActs} aria-label={t('acts.more')}>
      {primary !== null && steps[primary].reason && (
        <ActButton fullWidth align="left" reason={steps[primary].reason}>
          {t(`acts.${primary}`)}
        </ActButton>
      )}
      {state === 'draft' && (
        <ActButton
          fullWidth
          align="left"
          reason={steps.edit.reason}
          onClick={() => void navigate({ to: '/kolaborasi/kunjungan/$visitId/ubah', params: { visitId: visit.id } })}
        >
          {t('acts.edit')}
        </ActButton>
      )}
      {words
        .filter((word) => !(state === 'draft' && word === 'redate'))
        .map((word) => (
          <ActButton
            key={word}
            fullWidth
            align="left"
            reason={steps[stepOf(word)].reason}
            onClick={() => onAsk(word === 'reschedule' ? 'schedule' : word)}
          >
            {t(`acts.${word}`)}
          </ActButton>
        ))}
    </section>
  );
}
