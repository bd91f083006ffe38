import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './secrecy-mark.module.css';

export type Secrecy = 'biasa' | 'terbatas' | 'rahasia' | 'sangat_rahasia';

/** The mark of a secrecy class, the same in every regency. `biasa` has none. */
export function SecrecyMark({ secrecy }: { secrecy: Secrecy }) {
  const { t } = useTranslation();
  if (secrecy === 'biasa') return null;
  return (
    <span className={styles.mark} data-secrecy={secrecy}>
      <IconLock size={14} stroke={2} aria-hidden />
      {secrecy === 'sangat_rahasia' && <IconLock size={14} stroke={2} aria-hidden className={styles.second} />}
      {t(`secrecy.${secrecy}`)}
    </span>
  );
}
