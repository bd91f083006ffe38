import { IconZoomIn } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './desk-paper.module.css';
import { PdfPages } from './pdf-pages.tsx';
import type { Secrecy } from './secrecy-mark.tsx';

/** One page of a letter: a picture (SVG or image address), a PDF (which makes as many sheets as it has pages), or the live page. */
export type PaperPage =
  | { kind: 'image'; src: string; alt: string }
  | { kind: 'pdf'; src: string; file: Blob; name: string }
  | { kind: 'live'; content: ReactNode };

type DeskPaperProps = {
  /** null while they are fetched: an empty sheet keeps the place. */
  pages: PaperPage[] | null;
  secrecy?: Secrecy;
  /** Beside "Perbesar": compare, download. */
  tools?: ReactNode;
  /** Left of the tools; default "Halaman 1 dari n". */
  caption?: ReactNode;
  /** `bare` leaves out desk and tools, as in the preview column. */
  variant?: 'desk' | 'bare';
  /** What the pages say, for ears, where the pages are pictures. */
  text?: string;
  /** Written across the sheets, such as who looks at a very secret letter and when. */
  mark?: string | undefined;
};

/** A quiet button above the sheet, such as "Perbesar". */
export function PaperTool(props: { pressed?: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className={styles.tool} aria-pressed={props.pressed} onClick={props.onClick}>
      {props.children}
    </button>
  );
}

/** The letter as it will be signed: white sheets on a desk, never inverted, A4. */
export function DeskPaper({ pages, secrecy = 'biasa', tools, caption, variant = 'desk', text, mark }: DeskPaperProps) {
  const { t } = useTranslation();
  const [large, setLarge] = useState(false);
  const sheets = pages ?? [];
  return (
    <section
      className={styles.desk}
      data-variant={variant}
      data-large={large || undefined}
      aria-label={t('paper.label')}
    >
      {variant === 'desk' && (
        <div className={styles.bar}>
          <span className="meta">{caption ?? t('paper.pages', { count: Math.max(sheets.length, 1) })}</span>
          <span className={styles.tools}>
            <PaperTool pressed={large} onClick={() => setLarge((before) => !before)}>
              <IconZoomIn size={18} stroke={1.75} aria-hidden />
              <span className={styles.deskWord}>{large ? t('paper.fit') : t('paper.enlarge')}</span>
              <span className={styles.phoneWord}>{large ? t('paper.fit') : t('paper.readLarge')}</span>
            </PaperTool>
            {tools}
          </span>
        </div>
      )}
      <div className={styles.sheets}>
        {mark && <ScreenMark text={mark} />}
        {pages === null && <div className={styles.sheet} aria-busy="true" />}
        {sheets.map((page, index) =>
          page.kind === 'pdf' ? (
            <PdfPages key={page.src} file={page.file} src={page.src} name={page.name} secrecy={secrecy} />
          ) : (
            <div key={pageKey(index)} className={styles.sheet} data-secrecy={secrecy} data-kind={page.kind}>
              {page.kind === 'image' && <PageImage src={page.src} alt={text && index > 0 ? '' : page.alt} />}
              {page.kind === 'live' && page.content}
            </div>
          ),
        )}
      </div>
      {text && <p className="heard">{text}</p>}
    </section>
  );
}

/** A page keeps its place while it is drawn anew, so that nothing flashes while one writes. */
const pageKey = (index: number): string => `page-${index}`;

/** How often who looks is written over the sheets: a photograph of any part of them has it. */
const markPlaces = Array.from({ length: 24 }, (_, place) => `mark-${place}`);

/** Who looks, faint and again and again over the sheets; for eyes only. */
function ScreenMark({ text }: { text: string }) {
  return (
    <div className={styles.mark} aria-hidden="true">
      {markPlaces.map((place) => (
        <span key={place}>{text}</span>
      ))}
    </div>
  );
}

/** Shows the last drawing until the next one is ready to be seen. */
function PageImage({ src, alt }: { src: string; alt: string }) {
  const [shown, setShown] = useState(src);
  useEffect(() => {
    if (src === shown) return;
    const next = new Image();
    let isGone = false;
    const show = () => {
      if (!isGone) setShown(src);
    };
    next.src = src;
    // A picture that cannot be read is shown all the same: the browser says so in its place.
    next.decode().then(show, show);
    return () => {
      isGone = true;
    };
  }, [src, shown]);
  return <img src={shown} alt={alt} />;
}
