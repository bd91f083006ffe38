import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../../components/ui/act-button.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { problemMessage } from '../../../lib/problem.ts';
import { draftLetter, type LetterKind, type Visit } from '../api/visits.ts';
import styles from './visits.module.css';

const kindsOf = { guest: ['request', 'task_order'], host: ['reply', 'invitation'] } as const;

/** The letters of our side: each drafted from its template, or the one that was. */
export function LettersSection({ visit }: { visit: Visit }) {
  const { t } = useTranslation('visits');
  const navigate = useNavigate();
  const [running, setRunning] = useState<LetterKind | null>(null);
  const isOff = visit.state === 'cancelled' || visit.state === 'declined';

  async function draft(kind: LetterKind): Promise<void> {
    setRunning(kind);
    try {
      const { letterId } = await draftLetter(visit.id, kind);
      await navigate({ to: '/tulis/$letterId', params: { letterId } });
    } catch (thrown) {
      showToast(problemMessage(thrown), 'failed');
    } finally {
      setRunning(null);
    }
  }

  return (
    <section className={styles.section} aria-labelledby="surat-kunjungan">
      <h2 id="surat-kunjungan">{t('letters.title')}</h2>
      <p className={styles.meta}>{t('letters.text')}</p>
      <ul>
        {visit.letters.map(({ kind, letterId, state, number }) => (
          <li key={kind} className={styles.item}>
            <Link to="/surat/$letterId" params={{ letterId }}>
              {t('letters.open', {
                kind: t(`letters.kinds.${kind}`),
                state: number ?? t(`letters.states.${state}`, { defaultValue: t('letters.states.other') }),
              })}
            </Link>
          </li>
        ))}
      </ul>
      <div className={styles.acts}>
        {kindsOf[visit.party]
          .filter((kind) => !visit.letters.some((each) => each.kind === kind && each.state !== 'cancelled'))
          .filter((kind) => !isOff || (visit.state === 'declined' && kind === 'reply'))
          .map((kind) => (
            <ActButton
              key={kind}
              loading={running === kind}
              reason={visit.manages ? null : t('letters.reason')}
              onClick={() => void draft(kind)}
            >
              {t(`letters.draft.${kind}`)}
            </ActButton>
          ))}
      </div>
    </section>
  );
}
