import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../../components/ui/avatar.tsx';
import { SkeletonBlock } from '../../../components/ui/skeleton.tsx';
import type { Chain, ChainStep } from '../rules.ts';
import styles from './writing.module.css';

/** Who gets the letter after the drafter, as faces in order. */
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
  const steps: (ChainStep & { act: 'approve' | 'sign' })[] = chain
    ? [
        ...chain.approvers.map((step) => ({ ...step, act: 'approve' as const })),
        ...(chain.signer ? [{ ...chain.signer, act: 'sign' as const }] : []),
      ]
    : [];
  return (
    <section className={styles.section} aria-labelledby="sesudah-anda">
      <div className={styles.sectionHead}>
        <h2 id="sesudah-anda">{t('chain.title')}</h2>
        <Button id="ubah-urutan" variant="subtle" size="sm" onClick={onChange} disabled={!chain}>
          {t('chain.change')}
        </Button>
      </div>
      {!chain && <SkeletonBlock height={76} />}
      {error && (
        <p className={styles.fieldError} role="alert">
          {error}
        </p>
      )}
      {chain && steps.length === 0 && <p className="meta">{t('chain.unknown')}</p>}
      <ol className={styles.faces}>
        {steps.map((step) => (
          <li key={`${step.act}-${step.positionId}`} className={styles.face}>
            <Avatar name={step.holder ?? step.title} size={36} />
            <span className={styles.faceName}>{step.holder ?? t('chain.vacant')}</span>
            <span className="meta">{t(`chain.${step.act}`, { title: step.title })}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
