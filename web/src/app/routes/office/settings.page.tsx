import { useTranslation } from 'react-i18next';
import { Page } from '../../../components/ui/page.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { AppearanceSection, PasswordSection } from '../../../features/settings/components/account-section.tsx';
import { DeadlinesSection } from '../../../features/settings/components/deadlines-section.tsx';
import { DelegationSection } from '../../../features/settings/components/delegation-section.tsx';
import { KeyRequests } from '../../../features/settings/components/key-requests.tsx';
import { KeySection } from '../../../features/settings/components/key-section.tsx';
import { OfficeSection } from '../../../features/settings/components/office-section.tsx';
import styles from '../../../features/settings/components/settings.module.css';
import { SettingsTabs } from '../../../features/settings/components/settings-tabs.tsx';
import { useMe } from '../../../lib/calls/get-me.ts';

/** One's own account; for administrators also the office's settings and the keys that wait for them. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  const me = useMe();
  const may = (act: string): boolean => me?.permissions.includes(act) ?? false;
  return (
    <Page>
      <PageTitle>{t('title')}</PageTitle>
      <SettingsTabs />
      <div className={styles.columns}>
        <div>
          {may('signing-keys.approve') && <KeyRequests />}
          <KeySection />
          <DelegationSection />
          <PasswordSection />
        </div>
        <div>
          <AppearanceSection />
          {may('settings.manage') && <OfficeSection />}
          {may('settings.manage') && <DeadlinesSection />}
        </div>
      </div>
    </Page>
  );
}
