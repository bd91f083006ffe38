import { Button } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Deadline } from './deadline.tsx';
import styles from './queue-row.module.css';
import { type Secrecy, SecrecyMark } from './secrecy-mark.tsx';

type QueueRowProps = {
  icon: TablerIcon;
  /** The kind in a word, shown on a phone and read aloud: "Tanda tangan". */
  kind: string;
  subject: string;
  secrecy?: Secrecy | undefined;
  /** Who asks. */
  from: string;
  /** "sejak kemarin 15.20" */
  since: string;
  /** What the asker says, in their words: shown on one line, whole where the thing is opened. */
  note?: string | null | undefined;
  due: string | null | undefined;
  dueNote?: string | undefined;
  now?: Date | undefined;
  /** The one next act, as its verb. */
  act: string;
  onAct: () => void;
  /** Why the act cannot be done now; the button is dashed then. */
  reason?: string | null | undefined;
  onOpen: () => void;
  /** Called when focus or a click reaches the row, so that the preview follows. */
  onChoose?: (() => void) | undefined;
  chosen?: boolean;
};

/** One thing that waits for a person: what, from whom and since when, until when, what to do. An `<li>`. */
export function QueueRow(props: QueueRowProps) {
  const { icon: Icon, kind, subject, secrecy, from, since, due, dueNote, now, act, onAct, reason, onOpen } = props;
  const { t } = useTranslation();
  const shut = Boolean(reason);
  return (
    <li className={styles.row} data-chosen={props.chosen || undefined} aria-current={props.chosen || undefined}>
      <span className={styles.kind}>
        <Icon size={20} stroke={1.75} aria-hidden />
        <span className={styles.kindWord}>{kind}</span>
        {secrecy && (
          <span className={styles.phoneOnly}>
            <SecrecyMark secrecy={secrecy} />
          </span>
        )}
      </span>
      <span className={styles.what}>
        <span className={styles.subjectLine}>
          <button type="button" className={styles.subject} onClick={onOpen} onFocus={props.onChoose}>
            {subject}
          </button>
          {secrecy && (
            <span className={styles.deskOnly}>
              <SecrecyMark secrecy={secrecy} />
            </span>
          )}
        </span>
        <span className={styles.who}>
          <span className={styles.from}>{from}</span>
          <span className={styles.dot} aria-hidden>
            ·
          </span>
          <span className={styles.since}>{since}</span>
        </span>
        {props.note && <q className={styles.note}>{props.note}</q>}
      </span>
      <span className={styles.due}>
        <Deadline due={due} note={dueNote} now={now} />
      </span>
      <span className={styles.acts}>
        <Button variant="default" size="md" className={styles.open ?? ''} onClick={onOpen} tabIndex={-1} aria-hidden>
          {t('open')}
        </Button>
        <Button
          variant={props.chosen && !shut ? 'filled' : 'default'}
          size="sm"
          className={styles.act ?? ''}
          aria-label={`${act}: ${subject}${reason ? `. ${reason}` : ''}`}
          {...(reason ? { 'aria-disabled': true, title: reason } : {})}
          onFocus={props.onChoose}
          onClick={shut ? undefined : onAct}
        >
          {act}
        </Button>
      </span>
    </li>
  );
}

/** A heading of the queue with its rows: "Hari ini 3". */
export function QueueGroup({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  return (
    <section className={styles.group}>
      <h2 className={styles.groupTitle}>
        {title} <span className={styles.count}>{count}</span>
      </h2>
      <ul className={styles.rows}>{children}</ul>
    </section>
  );
}
