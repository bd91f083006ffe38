import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActBar } from '../../../components/ui/act-bar.tsx';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { InviteSheet } from '../../../features/settings/components/invite-sheet.tsx';
import { PeopleList } from '../../../features/settings/components/people-list.tsx';
import styles from '../../../features/settings/components/settings.module.css';
import { SettingsTabs } from '../../../features/settings/components/settings-tabs.tsx';
import { useMe } from '../../../lib/calls/get-me.ts';

/** Everyone who works here, for administrators. */
export function PeoplePage() {
  const { t } = useTranslation('settings');
  const me = useMe();
  const [inviting, setInviting] = useState(false);
  if (!me) return <Page>{null}</Page>;
  if (!me.permissions.includes('organization.manage'))
    return (
      <Page>
        <EmptyState drawing="lock" headingLevel={1} title={t('notForYou.title')}>
          {t('notForYou.text')}
        </EmptyState>
      </Page>
    );
  const button = (fullWidth: boolean) => (
    <Button
      fullWidth={fullWidth}
      leftSection={<IconUserPlus size={20} stroke={1.75} />}
      onClick={() => setInviting(true)}
    >
      {t('people.invite')}
    </Button>
  );
  return (
    <Page>
      <PageTitle lead={t('people.lead')} acts={<span className={styles.deskOnly}>{button(false)}</span>}>
        {t('people.title')}
      </PageTitle>
      <SettingsTabs />
      <PeopleList />
      <ActBar primary={button(true)} />
      {inviting && <InviteSheet onClose={() => setInviting(false)} />}
    </Page>
  );
}
