import { type ReactNode, useEffect } from 'react';
import { useOffice } from '../../lib/office.ts';
import styles from './page-title.module.css';

type PageTitleProps = {
  children: string;
  /** One line below: counts, number, kind. */
  lead?: ReactNode;
  /** Beside the words: a secrecy mark. */
  mark?: ReactNode;
  /** Acts at the right on a desk. */
  acts?: ReactNode;
  /** A letter's title is smaller on a phone. */
  size?: 'page' | 'letter';
};

/** The one h1 of a screen; names the document too, and takes the focus after a change of page. */
export function PageTitle({ children, lead, mark, acts, size = 'page' }: PageTitleProps) {
  useDocumentTitle(children);
  return (
    <header className={styles.title} data-size={size}>
      <div className={styles.words}>
        <h1 tabIndex={-1}>
          {children}
          {mark && <span className={styles.mark}>{mark}</span>}
        </h1>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      {acts && <div className={styles.acts}>{acts}</div>}
    </header>
  );
}

/** Names the document: "Perlu Anda · Kabupaten Sumedang". */
export function useDocumentTitle(title: string): void {
  const office = useOffice();
  const owner = office?.name ?? 'Madangan';
  useEffect(() => {
    document.title = title === owner ? owner : `${title} · ${owner}`;
  }, [title, owner]);
}
