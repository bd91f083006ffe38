import type { ReactNode } from 'react';
import { Mark } from '../../../components/ui/mark.tsx';
import { useOffice } from '../../../lib/office.ts';
import styles from './identity.module.css';

/** Mark and name above a form, so that one sees where one signs in. */
export function WhoseOffice({ title, note }: { title: string; note: ReactNode }) {
  const office = useOffice();
  return (
    <div className={styles.whose}>
      {office && <Mark mark={office.markSvg} size={52} />}
      <div>
        <h1 tabIndex={-1}>{title}</h1>
        <p>{note}</p>
      </div>
    </div>
  );
}
