import { useTranslation } from 'react-i18next';
import { Avatar } from '../../../components/ui/avatar.tsx';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import type { Letter } from '../../../lib/calls/get-letter.ts';
import { deadlineWords, pastWords } from '../../../lib/dates.ts';
import styles from './letter-chain.module.css';

type Step = Letter['chain'][number];

const statuses = {
  waiting: 'proses',
  turn: 'tunggu',
  done: 'selesai',
  returned: 'masalah',
  skipped: 'proses',
} as const;

/** The way through paraf and signatures, stage by stage, with faces: who has acted, whose turn it is, who follows. */
export function LetterChain({ letter }: { letter: Letter }) {
  const { t } = useTranslation('turns');
  const stages = new Map<number, Step[]>();
  for (const step of letter.chain) stages.set(step.stage, [...(stages.get(step.stage) ?? []), step]);
  if (stages.size === 0) return null;
  return (
    <section aria-labelledby="jalur-surat">
      <h2 id="jalur-surat" className={styles.title}>
        {t('chain.title')}
      </h2>
      <ol className={styles.stages}>
        {[...stages].map(([stage, steps]) => (
          <li key={stage} className={styles.stage} data-together={steps.length > 1 || undefined}>
            {steps.length > 1 && <span className={styles.together}>{t('chain.together')}</span>}
            {steps.map((step) => (
              <ChainFace key={step.positionId} step={step} />
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

function ChainFace({ step }: { step: Step }) {
  const { t } = useTranslation('turns');
  const who = step.actedBy ?? step.holder?.name ?? t('chain.vacant');
  const { left, late } = step.state === 'turn' ? deadlineWords(step.dueAt) : { left: null, late: false };
  const asWhom =
    step.actedMode && step.actedMode !== 'definitif'
      ? t(`chain.as.${step.actedMode}`, { title: step.title })
      : step.title;
  return (
    <div className={styles.face} data-state={step.state}>
      <Avatar name={who} size={32} />
      <span className={styles.words}>
        <span className={styles.name}>{who}</span>
        <span className="meta">{asWhom}</span>
        {step.actedAt && <span className="meta">{pastWords(step.actedAt)}</span>}
        {step.state === 'turn' && step.turnSince && (
          <span className="meta">
            {t('chain.since', { when: pastWords(step.turnSince) })}
            {left && (
              <>
                {', '}
                <span className={late ? styles.late : undefined}>{left}</span>
              </>
            )}
          </span>
        )}
        {step.escalatedAt && step.state === 'turn' && <span className="meta">{t('chain.escalated')}</span>}
        {step.note && <q className={styles.note}>{step.note}</q>}
      </span>
      <StatusChip status={statuses[step.state]}>{t(`chain.states.${step.act}.${step.state}`)}</StatusChip>
    </div>
  );
}
