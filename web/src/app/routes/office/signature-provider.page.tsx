import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { SettingsTabs } from '../../../features/settings/components/settings-tabs.tsx';
import { ProviderForm } from '../../../features/signing/components/provider-form.tsx';
import { useMe } from '../../../lib/calls/get-me.ts';

/** Who signs for the office: the built-in provider, or its BSrE service. */
export function SignatureProviderPage() {
  const { t } = useTranslation('providers');
  const me = useMe();
  if (!me) return <Page>{null}</Page>;
  return (
    <Page>
      <PageTitle>{t('title')}</PageTitle>
      <SettingsTabs />
      {me.permissions.includes('settings.manage') ? (
        <ProviderForm />
      ) : (
        <EmptyState drawing="lock" title={t('notForYou')}>
          {t('notForYouText')}
        </EmptyState>
      )}
    </Page>
  );
}
