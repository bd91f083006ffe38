import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PreviewOrder, templatePreviewOptions } from '../../lib/calls/preview.ts';
import styles from './template-sheet.module.css';

type TemplateSheetProps = {
  /** Names the version; the same key is drawn once. */
  cacheKey: readonly unknown[];
  /** null while it is fetched. */
  order: PreviewOrder | null;
  alt: string;
  /** `card` shows the upper part only. */
  variant?: 'card' | 'whole';
};

/** A template's paper on our own letterhead. A sheet that cannot be drawn says so and keeps its place. */
export function TemplateSheet({ cacheKey, order, alt, variant = 'whole' }: TemplateSheetProps) {
  const { t } = useTranslation('templates');
  const { data, error } = useQuery(templatePreviewOptions(cacheKey, order));
  const pages = variant === 'card' ? data?.pages.slice(0, 1) : data?.pages;
  return (
    <div className={styles.sheets} data-variant={variant}>
      {!pages && <div className={styles.sheet}>{error && <p className={styles.failed}>{t('preview.failed')}</p>}</div>}
      {pages?.map((page) => (
        <div key={page.svg} className={styles.sheet}>
          <Drawn svg={page.svg} alt={page === pages[0] ? alt : ''} />
        </div>
      ))}
    </div>
  );
}

/** As an image, so that nothing within the drawing can run. */
function Drawn({ svg, alt }: { svg: string; alt: string }) {
  const [src, setSrc] = useState<string | null>(null);
  useEffect(() => {
    const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setSrc(address);
    return () => URL.revokeObjectURL(address);
  }, [svg]);
  return src && <img src={src} alt={alt} />;
}

/** True once the element has come near the screen; what nobody scrolls to is never drawn. */
export function useSeen<T extends Element>(): [React.RefObject<T | null>, boolean] {
  const element = useRef<T>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (!element.current || seen) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
      },
      { rootMargin: '200px' },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [seen]);
  return [element, seen];
}
