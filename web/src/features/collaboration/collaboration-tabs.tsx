import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './collaboration-tabs.module.css';

/** The two places of working together: what was agreed, and what that opens. */
export function CollaborationTabs() {
  const { t } = useTranslation('agreements');
  return (
    <nav aria-label={t('tabs.label')} className={styles.tabs}>
      <Link to="/kolaborasi" activeOptions={{ exact: true, includeSearch: false }} className={styles.tab ?? ''}>
        {t('tabs.agreements')}
      </Link>
      <Link to="/kolaborasi/katalog" activeOptions={{ includeSearch: false }} className={styles.tab ?? ''}>
        {t('tabs.catalogue')}
      </Link>
    </nav>
  );
}
