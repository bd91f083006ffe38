import { useTranslation } from 'react-i18next';
import { SoonPage } from '../soon-page.tsx';

export function LetterPage() {
  const { t } = useTranslation();
  return <SoonPage name={t('nav.letters')} />;
}
