import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { pastWords } from '../../../lib/dates.ts';
import { doneOptions } from '../api/get-tasks.ts';
import styles from './tasks.module.css';

/** What this person did today, folded under the queue. Nothing yet, or no answer: nothing is shown. */
export function DoneToday() {
  const { t } = useTranslation('tasks');
  const { data } = useQuery(doneOptions);
  if (!data || data.length === 0) return null;
  return (
    <details className={styles.done}>
      <summary className={styles.doneTitle}>{t('doneToday', { count: data.length })}</summary>
      <ul>
        {data.map((each) => (
          <li key={`${each.id} ${each.action} ${each.at}`} className={styles.doneRow}>
            <span>{t(`done.${each.action}`)}</span>
            <Link to="/surat/$letterId" params={{ letterId: each.id }} className={styles.doneSubject ?? ''}>
              {each.secrecy === 'sangat_rahasia' ? t('common:secrecy.hidden') : each.subject}
            </Link>
            <span className="meta">{pastWords(each.at)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
