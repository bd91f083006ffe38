import type { ReactNode } from 'react';
import styles from './kbd.module.css';

/** A key, drawn. Hidden where there is no keyboard (coarse pointer). */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <span className={styles.key} aria-hidden="true">
      {children}
    </span>
  );
}

/** A line of keys with what they do, as above a preview: "J K pindah". */
export function KbdHints({ hints }: { hints: { keys: string[]; label: string }[] }) {
  return (
    <p className={styles.hints}>
      {hints.map(({ keys, label }) => (
        <span key={label} className={styles.hint}>
          {keys.map((key) => (
            <kbd key={key} className={styles.key}>
              {key}
            </kbd>
          ))}
          {label}
        </span>
      ))}
    </p>
  );
}
