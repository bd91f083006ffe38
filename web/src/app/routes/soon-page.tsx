import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Page } from '../../components/ui/page.tsx';
import { PageTitle } from '../../components/ui/page-title.tsx';

/** Stands where a screen is not there yet. */
export function SoonPage({ name }: { name: string }) {
  const { t } = useTranslation();
  return (
    <Page>
      <PageTitle>{name}</PageTitle>
      <EmptyState drawing="desk" title={t('soon.text')} />
    </Page>
  );
}
