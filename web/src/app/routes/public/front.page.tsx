import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '../../../components/ui/page-title.tsx';
import { PublicHeader } from '../../../components/ui/public-header.tsx';
import { ChooseOffice } from '../../../features/front/components/choose-office.tsx';
import { OfficeExamples } from '../../../features/front/components/office-examples.tsx';
import { type Sample, SampleLetter } from '../../../features/front/components/sample-letter.tsx';
import { VerifyEntry } from '../../../features/front/components/verify-entry.tsx';
import { officesOptions } from '../../../lib/calls/get-offices.ts';
import { useSite } from '../../../lib/office.ts';
import styles from './front.module.css';

const numbers = ['000.1.5/1204/Setda', '000.1.5/877/Setda', '000.1.5/942/Setda'];

/** What this is in one sentence, the way to one's regency, three living examples, verification, sign-up. */
export function FrontPage() {
  const { t } = useTranslation('front');
  const { t: common } = useTranslation();
  const site = useSite();
  const { data: offices = [] } = useQuery(officesOptions);
  useDocumentTitle('Madangan');
  const examples = offices.slice(0, 3);
  const samples: Sample[] = [0, 1, 2].map((index) => {
    const name = examples[index]?.name ?? ['Kabupaten Sumedang', 'Kabupaten Lebak', 'Kabupaten Sukabumi'][index] ?? '';
    const place = name.replace(/^(Kabupaten|Kota) /, '');
    return {
      mark: examples[index]?.markSvg,
      government: name,
      place,
      address: `Jalan Contoh Nomor ${index + 1}, ${place}`,
      number: numbers[index] ?? '',
    };
  });
  const [first, second, third] = samples;
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <PublicHeader>
          <Link to="/daftar">{t('links.forRegencies')}</Link>
          <a href="/api/docs">{t('links.integrators')}</a>
        </PublicHeader>
        <main id="main" tabIndex={-1}>
          <div className={styles.hero}>
            <div className={styles.words}>
              <h1 className={styles.sentence}>{t('sentence')}</h1>
              <p className={styles.lead}>{t('lead')}</p>
              <ChooseOffice />
            </div>
            <div className={styles.scene} aria-hidden="true">
              <div className={styles.sun} />
              {second && <SampleLetter sample={second} className={styles.left} />}
              {third && <SampleLetter sample={third} className={styles.right} />}
              {first && <SampleLetter sample={first} className={styles.middle} />}
            </div>
          </div>
          <div className={styles.horizon}>
            <div className={styles.inner}>
              <OfficeExamples offices={examples} />
              <div className={styles.below}>
                <VerifyEntry />
                <section className={styles.steps} aria-labelledby="steps-title">
                  <h2 id="steps-title">{t('steps.title')}</h2>
                  <ol>
                    {(['apply', 'prepare', 'adopt'] as const).map((step, index) => (
                      <li key={step}>
                        <span className={styles.number} aria-hidden>
                          {index + 1}
                        </span>
                        <h3>{t(`steps.${step}.title`)}</h3>
                        <p>{t(`steps.${step}.text`)}</p>
                      </li>
                    ))}
                  </ol>
                </section>
              </div>
            </div>
          </div>
        </main>
      </div>
      <footer className={styles.footer}>
        <div className={styles.inner}>
          {site?.demo && <p>{common('demo')}</p>}
          <nav aria-label={t('links.foot')}>
            <Link to="/admin/masuk">{t('links.console')}</Link>
          </nav>
        </div>
      </footer>
    </div>
  );
}
