import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../../components/ui/avatar.tsx';
import { SkeletonBlock } from '../../../components/ui/skeleton.tsx';
import type { Chain, ChainStep } from '../chain.ts';
import styles from './chain.module.css';
import writing from './writing.module.css';

/** Who gets the letter after the drafter, as faces in order; those who have the turn together stand in one group. */
export function ChainLine({
  chain,
  error,
  onChange,
}: {
  chain: Chain | null;
  error: string | null;
  onChange: () => void;
}) {
  const { t } = useTranslation('writing');
  const stages: { act: 'approve' | 'sign'; steps: ChainStep[] }[] = chain
    ? [
        ...chain.stages.map((steps) => ({ act: 'approve' as const, steps })),
        ...chain.signers.map((step) => ({ act: 'sign' as const, steps: [step] })),
      ]
    : [];
  return (
    <section className={writing.section} aria-labelledby="sesudah-anda">
      <div className={writing.sectionHead}>
        <h2 id="sesudah-anda">{t('chain.title')}</h2>
        <Button id="ubah-urutan" variant="subtle" size="sm" onClick={onChange} disabled={!chain}>
          {t('chain.change')}
        </Button>
      </div>
      {!chain && <SkeletonBlock height={76} />}
      {error && (
        <p className={writing.fieldError} role="alert">
          {error}
        </p>
      )}
      {chain && stages.length === 0 && <p className="meta">{t('chain.unknown')}</p>}
      <ol className={styles.stages}>
        {stages.map(({ act, steps }) => (
          <li
            key={`${act}-${steps[0]?.positionId}`}
            className={styles.stage}
            data-together={steps.length > 1 || undefined}
          >
            {steps.length > 1 && <span className={styles.together}>{t('chain.together')}</span>}
            {steps.map((step) => (
              <span key={step.positionId} className={styles.face}>
                <Avatar name={step.holder ?? step.title} size={36} />
                <span className={styles.faceName}>{step.holder ?? t('chain.vacant')}</span>
                <span className="meta">{t(`chain.${act}`, { title: step.title })}</span>
              </span>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
