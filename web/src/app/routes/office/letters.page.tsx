import { useTranslation } from 'react-i18next';
import { SoonPage } from '../soon-page.tsx';

export function LettersPage() {
  const { t } = useTranslation();
  return <SoonPage name={t('nav.letters')} />;
}
