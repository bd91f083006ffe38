import { useTranslation } from 'react-i18next';
import { SoonPage } from '../soon-page.tsx';

export function TenantPage() {
  const { t } = useTranslation();
  return <SoonPage name={t('console.tenants')} />;
}
