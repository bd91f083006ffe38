import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../components/ui/page.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { DispositionList } from '../../../features/dispositions/components/disposition-list.tsx';

const route = getRouteApi('/office/disposisi');

/** What was passed on to the person, and what they passed on. */
export function DispositionsPage() {
  const { t } = useTranslation('dispositions');
  const { kotak = 'inbox', lewat = false } = route.useSearch();
  return (
    <Page>
      <PageTitle>{t('list.title')}</PageTitle>
      <DispositionList key={`${kotak}-${lewat}`} box={kotak} overdue={lewat} />
    </Page>
  );
}
