import { useTranslation } from 'react-i18next';
import { Sheet } from '../../components/ui/sheet.tsx';
import { useActiveKeys } from '../../lib/keys.ts';
import styles from './palette.module.css';

/** The keys that work on this page. */
export default function KeyHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const keys = useActiveKeys();
  return (
    <Sheet opened onClose={onClose} title={t('keys.title')}>
      <dl className={styles.keys}>
        {keys.map(({ key, label }) => (
          <div key={`${key}-${label}`}>
            <dt>{label}</dt>
            <dd>
              {key
                .replace('mod+', 'Ctrl+')
                .split('+')
                .map((part) => (
                  <kbd key={part}>{part.length === 1 ? part.toUpperCase() : part}</kbd>
                ))}
            </dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
