import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from './act-button.tsx';
import styles from './print-sheet.module.css';

type PrintSheetProps = {
  title: string;
  /** The office, above the title. */
  head?: ReactNode;
  children: ReactNode;
};

/** One sheet of paper that the browser prints or keeps as PDF: what stands around it stays off the paper. */
export function PrintSheet({ title, head, children }: PrintSheetProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className={styles.tools}>
        <ActButton
          variant="primary"
          leftSection={<IconPrinter size={20} stroke={1.75} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('print')}
        </ActButton>
      </div>
      <article className={styles.sheet}>
        {head && <p className={styles.head}>{head}</p>}
        <h1 className={styles.title}>{title}</h1>
        {children}
      </article>
    </>
  );
}
