import { useTranslation } from 'react-i18next';
import { Page } from '../../../components/ui/page.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import styles from '../../../features/settings/components/settings.module.css';

const answers = ['write', 'chain', 'returned', 'key', 'passphrase', 'verify', 'disposition', 'late', 'device'] as const;
const keys = [
  ['Ctrl K', 'palette'],
  ['/', 'search'],
  ['C', 'write'],
  ['J', 'next'],
  ['K', 'previous'],
  ['Enter', 'open'],
  ['P', 'approve'],
  ['T', 'sign'],
  ['D', 'dispose'],
  ['?', 'help'],
] as const;

/** Short answers, and the keys. */
export function HelpPage() {
  const { t } = useTranslation('help');
  return (
    <Page>
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      <section className={styles.section} aria-labelledby="jawaban">
        <h2 id="jawaban">{t('answersTitle')}</h2>
        <div className={styles.answers}>
          {answers.map((key) => (
            <details key={key}>
              <summary>{t(`answers.${key}.q`)}</summary>
              <p>{t(`answers.${key}.a`)}</p>
            </details>
          ))}
        </div>
      </section>
      <section className={styles.section} aria-labelledby="papan-ketik">
        <h2 id="papan-ketik">{t('keysTitle')}</h2>
        <p className={styles.text}>{t('keysNote')}</p>
        <dl className={styles.keys}>
          {keys.map(([key, word]) => (
            <div key={key}>
              <dt>{t(`keys.${word}`)}</dt>
              <dd>
                <kbd className={styles.key}>{key}</kbd>
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </Page>
  );
}
