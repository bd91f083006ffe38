import { useTranslation } from 'react-i18next';
import { Page } from '../../../components/ui/page.tsx';
import { SigningQueue } from '../../../features/signing/components/signing-queue.tsx';
import { useMe } from '../../../lib/calls/get-me.ts';

/** What waited for the signature provider. */
export function SigningQueuePage() {
  const { t } = useTranslation('signing');
  const me = useMe();
  const position = me?.positions.find(({ id }) => id === me.positionId)?.title ?? t('yourself');
  return (
    <Page>
      <SigningQueue position={position} />
    </Page>
  );
}
