import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../../components/ui/mark.tsx';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import type { VisitItem } from '../api/visits.ts';
import { partnerOf, visitStatuses, whenWords } from '../rules.ts';
import styles from './visits.module.css';

/** One visit in the list: which way, when, and how it stands. */
export function VisitRow({ visit }: { visit: VisitItem }) {
  const { t } = useTranslation('visits');
  const partner = partnerOf(visit);
  const ours = visit.turn === 'us' && visit.state !== 'draft' && visit.state !== 'scheduled';
  return (
    <li className={styles.row}>
      <Mark mark={partner.markSvg} size={32} />
      <span className={styles.words}>
        <Link to="/kolaborasi/kunjungan/$visitId" params={{ visitId: visit.id }} className={styles.title ?? ''}>
          {visit.title}
        </Link>
        <span className={styles.meta}>
          {t(visit.party === 'guest' ? 'list.out' : 'list.in', { name: partner.name })} · {whenWords(visit)}
        </span>
      </span>
      <StatusChip status={ours ? 'tunggu' : visitStatuses[visit.state]}>
        {ours ? `${t('list.ours')}: ${t(`states.${visit.state}`)}` : t(`states.${visit.state}`)}
      </StatusChip>
    </li>
  );
}
