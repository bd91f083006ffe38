import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../components/ui/page.tsx';
import { PageBar } from '../../../components/ui/page-bar.tsx';
import { Receipt } from '../../../features/delivery/components/receipt.tsx';

const route = getRouteApi('/office/surat/$letterId/tanda-terima/$recipientId');

/** The proof that one recipient received a letter. */
export function ReceiptPage() {
  const { t } = useTranslation('delivery');
  const { letterId, recipientId } = route.useParams();
  return (
    <>
      <PageBar back={{ to: '/surat', label: t('common:nav.letters') }} />
      <Page>
        <Receipt letterId={letterId} recipientId={recipientId} />
      </Page>
    </>
  );
}
