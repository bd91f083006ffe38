import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../components/ui/page.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { Tabs } from '../../../components/ui/tabs.tsx';
import { FeedSection } from '../../../features/meetings/components/feed-section.tsx';
import { MeetingList } from '../../../features/meetings/components/meeting-list.tsx';

const route = getRouteApi('/office/agenda');

/** One's meetings, and the way to have them in a calendar elsewhere. */
export function AgendaPage() {
  const { t } = useTranslation('meetings');
  const { lalu = false } = route.useSearch();
  return (
    <Page aside={<FeedSection />}>
      <PageTitle
        acts={
          <Button component={Link} to="/agenda/baru" leftSection={<IconPlus size={20} stroke={1.75} aria-hidden />}>
            {t('new')}
          </Button>
        }
      >
        {t('title')}
      </PageTitle>
      <Tabs
        label={t('tabs.label')}
        tabs={[
          { to: '/agenda', search: {}, label: t('tabs.coming'), current: !lalu },
          { to: '/agenda', search: { lalu: true }, label: t('tabs.past'), current: lalu },
        ]}
      />
      <MeetingList key={String(lalu)} past={lalu} />
    </Page>
  );
}
