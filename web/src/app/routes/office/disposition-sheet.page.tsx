import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../components/ui/page.tsx';
import { PageBar } from '../../../components/ui/page-bar.tsx';
import { DispositionSheet } from '../../../features/dispositions/components/disposition-sheet.tsx';

const route = getRouteApi('/office/disposisi/lembar/$letterId');

/** The lembar disposisi of one letter. */
export function DispositionSheetPage() {
  const { t } = useTranslation(['dispositions', 'letters']);
  const { letterId } = route.useParams();
  return (
    <>
      <PageBar back={{ to: '/disposisi', label: t('list.back') }} />
      <Page>
        <DispositionSheet letterId={letterId} />
      </Page>
    </>
  );
}
