import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { MadanganMark } from '../../../components/ui/madangan-mark.tsx';
import { NarrowPage } from '../../../components/ui/narrow-page.tsx';
import { useDocumentTitle } from '../../../components/ui/page-title.tsx';
import { LanguageButton, PublicHeader } from '../../../components/ui/public-header.tsx';
import { SignInForm } from '../../../features/identity/components/sign-in-form.tsx';
import { WhoseOffice } from '../../../features/identity/components/whose-office.tsx';
import { platformOrigin, useSite } from '../../../lib/office.ts';
import styles from './sign-in.module.css';

const signInRoute = getRouteApi('/public/masuk');
const consoleRoute = getRouteApi('/public/admin/masuk');

/** The way into one regency's office. */
export function SignInPage() {
  const { t } = useTranslation('identity');
  const { t: common } = useTranslation();
  const site = useSite();
  const router = useRouter();
  const { tujuan } = signInRoute.useSearch();
  useDocumentTitle(t('signIn.title'));
  return (
    <NarrowPage
      header={
        <div className={styles.bar}>
          <a href={platformOrigin()} className={styles.home}>
            <MadanganMark size={28} />
            Madangan
          </a>
          <LanguageButton />
        </div>
      }
      footer={site?.demo ? common('demo') : null}
    >
      <WhoseOffice title={site?.name ?? ''} note={t('signIn.officeNote')} />
      <SignInForm realm="office" onSignedIn={() => router.history.push(tujuan ?? '/perlu-anda')} />
      <p className={styles.help}>{t('signIn.help')}</p>
    </NarrowPage>
  );
}

/** The way into the platform's console. */
export function ConsoleSignInPage() {
  const { t } = useTranslation('identity');
  const { t: common } = useTranslation();
  const site = useSite();
  const router = useRouter();
  const { tujuan } = consoleRoute.useSearch();
  useDocumentTitle(common('console.title'));
  return (
    <NarrowPage header={<PublicHeader />} footer={site?.demo ? common('demo') : null}>
      <WhoseOffice title={common('console.title')} note={t('signIn.consoleNote')} />
      <SignInForm realm="platform" onSignedIn={() => router.history.push(tujuan ?? '/admin')} />
    </NarrowPage>
  );
}
