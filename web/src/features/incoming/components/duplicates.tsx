import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { longDate, pastWords } from '../../../lib/dates.ts';
import type { LetterRoutes } from '../api/routes.ts';
import styles from './incoming.module.css';

/** Letters that came before and may be this one: a warning with the way there, never a bar. */
export function Duplicates({ items }: { items: LetterRoutes['duplicates'] }) {
  const { t } = useTranslation('incoming');
  if (items.length === 0) return null;
  return (
    <section className={styles.duplicates} role="status" aria-label={t('duplicates.title', { count: items.length })}>
      <strong>{t('duplicates.title', { count: items.length })}</strong>
      <ul>
        {items.map((one) => (
          <li key={one.id}>
            <Link to="/surat/$letterId" params={{ letterId: one.id }} target="_blank">
              {one.subject}
            </Link>{' '}
            <span className="meta">
              {[
                t(`duplicates.reason.${one.reason}`),
                one.senderName,
                one.number,
                one.date && longDate(one.date),
                one.agendaNumber && t('duplicates.agenda', { number: one.agendaNumber }),
                pastWords(one.receivedAt),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <p className="meta">{t('duplicates.text')}</p>
    </section>
  );
}
