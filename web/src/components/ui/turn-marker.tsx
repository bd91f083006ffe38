import type { ReactNode } from 'react';
import type { Status } from '../../lib/theme/tokens.ts';
import { statusIcons } from './status.ts';
import styles from './turn-marker.module.css';

type TurnMarkerProps = {
  /** "Giliran Anda menandatangani", "Giliran Een Rohaeni, Tata Usaha". */
  turn: string;
  /** The state above it: "Menunggu tanda tangan". */
  state?: string;
  status?: Status;
  /** Since when, until when, and what follows. */
  children?: ReactNode;
  headingLevel?: 2 | 3;
};

/** Whose turn it is: the 3 px rule at the left that one looks for on every letter, disposition and agreement. */
export function TurnMarker({ turn, state, status = 'tunggu', children, headingLevel = 2 }: TurnMarkerProps) {
  const Icon = statusIcons[status];
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  return (
    <section className={styles.marker} data-status={status}>
      {state && (
        <p className={styles.state}>
          <Icon size={16} stroke={1.75} aria-hidden />
          {state}
        </p>
      )}
      <Heading className={styles.turn} data-small={state ? undefined : true}>
        {turn}
      </Heading>
      {children && <div className={styles.note}>{children}</div>}
    </section>
  );
}
