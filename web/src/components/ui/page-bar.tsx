import { IconArrowLeft, IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './page-bar.module.css';

type PageBarProps = {
  back: { to: NonNullable<LinkProps['to']>; search?: LinkProps['search']; params?: LinkProps['params']; label: string };
  /** "1 dari 12" with the way to both neighbours. */
  place?: { text: string; onPrevious?: (() => void) | undefined; onNext?: (() => void) | undefined };
  /** Saved state, beside the way back. */
  note?: ReactNode;
  /** Acts on a desk; the primary one last. On a phone use `ActBar`. */
  acts?: ReactNode;
  /** On a phone at the right: a menu of further acts. */
  phoneMenu?: ReactNode;
};

/** The bar of one thing opened from a list. On a phone it takes the place of the regency's header. */
export function PageBar({ back, place, note, acts, phoneMenu }: PageBarProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.bar} data-page-bar>
      <div className={styles.start}>
        <Link to={back.to} params={back.params as never} search={back.search as never} className={styles.back ?? ''}>
          <IconArrowLeft size={20} stroke={1.75} aria-hidden />
          <span className={styles.backWord}>{back.label}</span>
        </Link>
        {note && <span className="meta">{note}</span>}
      </div>
      {place && (
        <div className={styles.place}>
          <button type="button" onClick={place.onPrevious} disabled={!place.onPrevious} aria-label={t('previous')}>
            <IconChevronUp size={20} stroke={1.75} />
          </button>
          <span className="tabular">{place.text}</span>
          <button type="button" onClick={place.onNext} disabled={!place.onNext} aria-label={t('next')}>
            <IconChevronDown size={20} stroke={1.75} />
          </button>
        </div>
      )}
      {acts && <div className={styles.acts}>{acts}</div>}
      <div className={styles.phoneMenu}>{phoneMenu}</div>
    </div>
  );
}
