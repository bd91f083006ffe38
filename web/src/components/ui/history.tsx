import type { ReactNode } from 'react';
import styles from './history.module.css';

export type HistoryEntry = {
  id: string;
  /** Who did it, or for what still waits the whole sentence. */
  who: string;
  /** What they did: "memberi paraf". */
  did?: ReactNode;
  /** Words said with it. */
  note?: string | null;
  /** When, in words. */
  when: ReactNode;
  /** What is awaited now. */
  current?: boolean;
};

/** What became of a thing, as a story, newest first. */
export function History({ entries, title }: { entries: HistoryEntry[]; title?: string }) {
  return (
    <section>
      {title && <h3 className={styles.title}>{title}</h3>}
      <ol className={styles.story}>
        {entries.map((entry) => (
          <li key={entry.id} className={styles.entry} data-current={entry.current || undefined}>
            <p className={styles.act}>
              <strong>{entry.who}</strong> {entry.did}
            </p>
            {entry.note && <p className={styles.note}>{entry.note}</p>}
            <p className="meta">{entry.when}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
