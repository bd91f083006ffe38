import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../../components/ui/mark.tsx';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import type { AgreementItem } from '../../../lib/calls/agreements.ts';
import { shortDay } from '../../../lib/dates.ts';
import { agreementStatuses, shortName } from '../rules.ts';
import styles from './agreements.module.css';

/** One agreement in the list: with whom, about what, until when, how it stands. */
export function AgreementRow({ agreement }: { agreement: AgreementItem }) {
  const { t, i18n } = useTranslation('agreements');
  const partners = agreement.parties.filter(({ isUs }) => !isUs);
  const names = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  const scope = agreement.scope.map((one) => t(`scopes.${one}.short`));
  return (
    <li className={styles.row}>
      <span className={styles.marks}>
        {partners.slice(0, 3).map(({ slug, markSvg }) => (
          <Mark key={slug} mark={markSvg} size={32} />
        ))}
      </span>
      <span className={styles.rowWords}>
        <Link
          to="/kolaborasi/kesepakatan/$agreementId"
          params={{ agreementId: agreement.id }}
          className={styles.rowTitle ?? ''}
        >
          {agreement.title}
        </Link>
        <span className={styles.meta}>
          {t('list.with', { names: names.format(partners.map(({ name }) => shortName(name))) })} · {names.format(scope)}
        </span>
      </span>
      <span className={`${styles.meta} ${styles.until} tabular`}>
        {shortDay(agreement.startsOn)}
        <br />
        {t('list.until', { date: shortDay(agreement.endsOn) })}
      </span>
      <span className={styles.rowState}>
        <StatusChip status={agreement.waitsForUs ? 'tunggu' : agreementStatuses[agreement.state]}>
          {agreement.waitsForUs ? t('list.ours') : t(`states.${agreement.state}`)}
        </StatusChip>
      </span>
    </li>
  );
}
