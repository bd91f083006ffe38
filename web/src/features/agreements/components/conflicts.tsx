import { useTranslation } from 'react-i18next';
import { Choice } from '../../../components/ui/choice.tsx';
import type { Conflict } from '../rules.ts';
import styles from './agreements.module.css';

type ConflictsProps = {
  conflicts: Conflict[];
  /** By title; a clause without an answer is still open. */
  chosen: Record<string, 'mine' | 'theirs'>;
  onChoose: (title: string, side: 'mine' | 'theirs') => void;
};

/** Clauses that another party changed in the meantime, both wordings side by side, each decided by a choice. */
export function Conflicts({ conflicts, chosen, onChoose }: ConflictsProps) {
  const { t } = useTranslation('agreements');
  return (
    <section aria-live="polite">
      <h2>{t('conflicts.title')}</h2>
      <p className={styles.below}>{t('conflicts.help')}</p>
      {conflicts.map(({ title, mine, theirs }) => (
        <div key={title} className={styles.clauseFields}>
          <h3 className={styles.clauseTitle}>{title}</h3>
          <div className={styles.pair}>
            <Wording label={t('conflicts.mine')} text={mine} />
            <Wording label={t('conflicts.theirs')} text={theirs} />
          </div>
          <Choice
            label={t('conflicts.which', { title })}
            value={chosen[title] ?? null}
            options={(['mine', 'theirs'] as const).map((value) => ({ value, label: t(`conflicts.use.${value}`) }))}
            onChange={(side) => onChoose(title, side)}
          />
        </div>
      ))}
    </section>
  );
}

function Wording({ label, text }: { label: string; text: string[] | null }) {
  const { t } = useTranslation('agreements');
  return (
    <div>
      <p className={styles.meta}>{label}</p>
      <div className={styles.clauseText}>
        {text === null ? <p>{t('conflicts.removed')}</p> : text.map((line) => <p key={line}>{line}</p>)}
      </div>
    </div>
  );
}
