import type { ReactNode } from 'react';
import styles from './fact-list.module.css';

export type Fact = { label: string; value: ReactNode };

/** Facts as label and value; what has no value is left out. */
export function FactList({ facts, title }: { facts: (Fact | null)[]; title?: string }) {
  return (
    <section>
      {title && <h3 className={styles.title}>{title}</h3>}
      <dl className={styles.list}>
        {facts.map((fact) =>
          fact === null || fact.value === null || fact.value === '' ? null : (
            <div key={fact.label} className={styles.fact}>
              <dt>{fact.label}</dt>
              <dd>{fact.value}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}
