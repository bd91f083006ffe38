import { useTranslation } from 'react-i18next';
import { Page } from '../../../components/ui/page.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { AbsentDelegation } from '../../../features/settings/components/absent-delegation.tsx';
import { SettingsTabs } from '../../../features/settings/components/settings-tabs.tsx';
import { UnitTree } from '../../../features/settings/components/unit-tree.tsx';
import { useMe } from '../../../lib/calls/get-me.ts';

/** The tree of units, their posts and who holds them. */
export function OrganizationPage() {
  const { t } = useTranslation('settings');
  const me = useMe();
  const canManage = me?.permissions.includes('organization.manage') ?? false;
  return (
    <Page>
      <PageTitle lead={t('units.lead')} acts={canManage && <AbsentDelegation />}>
        {t('units.title')}
      </PageTitle>
      <SettingsTabs />
      <UnitTree canManage={canManage} />
    </Page>
  );
}
