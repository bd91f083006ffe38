import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Whole seconds since an instant, counting on. For eyes only: a live region that counts would never be quiet. */
export function Elapsed({ since }: { since: string }) {
  const { t } = useTranslation('console');
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const passed = Math.max(0, Math.floor((now - Date.parse(since)) / 1_000));
  return <span aria-hidden="true">{t('seconds', { seconds: passed })}</span>;
}
