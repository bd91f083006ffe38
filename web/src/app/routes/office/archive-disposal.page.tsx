import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../components/ui/page.tsx';
import { PageBar } from '../../../components/ui/page-bar.tsx';
import { DisposalView } from '../../../features/archive/components/disposal-view.tsx';

const route = getRouteApi('/office/arsip/penyusutan/$disposalId');

/** One proceeding of transfer, destruction or handover. */
export function ArchiveDisposalPage() {
  const { t } = useTranslation('archive');
  const { disposalId } = route.useParams();
  return (
    <>
      <PageBar back={{ to: '/arsip', label: t('title') }} acts={null} />
      <Page>
        <DisposalView key={disposalId} id={disposalId} />
      </Page>
    </>
  );
}
