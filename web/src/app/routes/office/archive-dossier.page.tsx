import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../components/ui/page.tsx';
import { PageBar } from '../../../components/ui/page-bar.tsx';
import { DossierView } from '../../../features/archive/components/dossier-view.tsx';

const route = getRouteApi('/office/arsip/berkas/$dossierId');

/** One dossier. */
export function ArchiveDossierPage() {
  const { t } = useTranslation('archive');
  const { dossierId } = route.useParams();
  return (
    <>
      <PageBar back={{ to: '/arsip', label: t('title') }} acts={null} />
      <Page>
        <DossierView key={dossierId} id={dossierId} />
      </Page>
    </>
  );
}
