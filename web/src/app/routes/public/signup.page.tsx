import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { NarrowPage } from '../../../components/ui/narrow-page.tsx';
import { useDocumentTitle } from '../../../components/ui/page-title.tsx';
import { PublicHeader } from '../../../components/ui/public-header.tsx';
import { SignupWizard } from '../../../features/signups/components/signup-wizard.tsx';

const route = getRouteApi('/public/daftar');

/** A regency asks for an office. */
export function SignupPage() {
  const { t } = useTranslation('signup');
  const navigate = route.useNavigate();
  const { langkah = 'wilayah' } = route.useSearch();
  const [sentTo, setSentTo] = useState<string | null>(null);
  useDocumentTitle(t('title'));
  return (
    <NarrowPage header={<PublicHeader />}>
      {sentTo ? (
        <EmptyState headingLevel={1} title={t('sent')}>
          {t('sentText', { email: sentTo })}
        </EmptyState>
      ) : (
        <SignupWizard
          step={langkah}
          onStep={(step) => void navigate({ search: { langkah: step } })}
          onSent={({ token }, { email }) => {
            if (token) void navigate({ to: '/daftar/$token', params: { token } });
            else setSentTo(email);
          }}
        />
      )}
    </NarrowPage>
  );
}
