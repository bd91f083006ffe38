import { IconMinus, IconPencil, IconPlus, type TablerIcon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Change } from '../changes.ts';
import styles from './catalogue.module.css';

const icons: Record<Change['kind'], TablerIcon> = { added: IconPlus, changed: IconPencil, removed: IconMinus };
const mostLines = 5;

/** What one version changed against another, in a few lines. */
export function ChangeLines({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation('catalogue');
  if (changes.length === 0) return <p className={styles.meta}>{t('changes.none')}</p>;
  return (
    <ul className={styles.lines}>
      {changes.slice(0, mostLines).map(({ kind, key, values }) => {
        const Icon = icons[kind];
        return (
          <li key={key + JSON.stringify(values)}>
            <Icon size={18} stroke={1.75} aria-hidden />
            {t(key, values)}
          </li>
        );
      })}
    </ul>
  );
}
