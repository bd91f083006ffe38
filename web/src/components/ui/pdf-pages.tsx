import { Button } from '@mantine/core';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenPdf, PdfPage } from '../../lib/pdf.ts';
import paper from './desk-paper.module.css';
import styles from './pdf-pages.module.css';
import type { Secrecy } from './secrecy-mark.tsx';

/** Longer files are read in a program of one's own. */
const maxPages = 50;
/** Pages this far outside the window are drawn already, and freed again beyond it. */
const nearby = '800px 0px';

type PdfPagesProps = {
  file: Blob;
  /** Where the file can be downloaded from, and under which name. */
  src: string;
  name: string;
  secrecy: Secrecy;
};

/** A PDF as white sheets, drawn by ourselves: phones show none inside a page. */
export function PdfPages({ file, src, name, secrecy }: PdfPagesProps) {
  const { t } = useTranslation();
  const { pdf, failed, fail } = usePdf(file);
  const texts = useTexts(pdf);
  const download = (words: string) => (
    <Button component="a" href={src} download={name} variant="default">
      {words}
    </Button>
  );
  if (failed) {
    return (
      <Notice role="alert" words={t('paper.pdfFailed')}>
        {download(t('paper.download'))}
      </Notice>
    );
  }
  if (!pdf) {
    return (
      <div className={paper.sheet} aria-busy="true">
        <p className={styles.loading} role="status">
          {t('paper.pdfLoading')}
        </p>
      </div>
    );
  }
  const count = pdf.count;
  return (
    <>
      {pdf.pages.map((page) => (
        <div
          key={page.number}
          className={paper.sheet}
          data-secrecy={secrecy}
          data-kind="pdf"
          style={{ aspectRatio: page.ratio }}
        >
          <Sheet
            page={page}
            label={t('paper.pageOf', { number: page.number, count })}
            text={texts[page.number - 1] ?? ''}
            onError={fail}
          />
        </div>
      ))}
      {count > pdf.pages.length && (
        <Notice words={t('paper.pdfLong', { shown: pdf.pages.length, count })}>{download(t('paper.download'))}</Notice>
      )}
    </>
  );
}

type NoticeProps = { words: string; children: ReactNode; role?: 'alert' };

function Notice({ words, children, role }: NoticeProps) {
  return (
    <div className={styles.notice} {...(role ? { role } : {})}>
      <p>{words}</p>
      {children}
    </div>
  );
}

type SheetProps = { page: PdfPage; label: string; text: string; onError: () => void };

/** One sheet, drawn while it is near the window and as sharp as it is wide. */
function Sheet({ page, label, text, onError }: SheetProps) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(false);
  const [width, setWidth] = useState(0);

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const seen = new IntersectionObserver((entries) => setNear(entries.some(({ isIntersecting }) => isIntersecting)), {
      rootMargin: nearby,
    });
    const sized = new ResizeObserver(() => setWidth(element.clientWidth));
    seen.observe(element);
    sized.observe(element);
    return () => {
      seen.disconnect();
      sized.disconnect();
    };
  }, []);

  useEffect(() => {
    const element = canvas.current;
    if (!near || width === 0 || !element) return;
    let left = false;
    const { done, stop } = page.draw(element, width);
    done.catch(() => {
      if (!left) onError();
    });
    return () => {
      left = true;
      stop();
    };
  }, [page, near, width, onError]);

  return (
    <div ref={frame} className={styles.frame} role="img" aria-label={text ? `${label}. ${text}` : label}>
      {near && <canvas ref={canvas} className={styles.canvas} />}
    </div>
  );
}

/** Opens the file with pdf.js, which is fetched only then. */
function usePdf(file: Blob): { pdf: OpenPdf | null; failed: boolean; fail: () => void } {
  const [pdf, setPdf] = useState<OpenPdf | null>(null);
  const [failed, setFailed] = useState(false);
  const fail = useCallback(() => setFailed(true), []);
  useEffect(() => {
    let left = false;
    let close: (() => void) | undefined;
    const open = async () => {
      const { openPdf } = await import('../../lib/pdf.ts');
      if (left) return;
      const opening = openPdf(file, maxPages);
      close = opening.close;
      const opened = await opening.opened;
      if (!left) setPdf(opened);
    };
    setPdf(null);
    setFailed(false);
    // Whatever the cause (damaged, with a password, no connection for pdf.js): the file itself can be had.
    open().catch(() => {
      if (!left) fail();
    });
    return () => {
      left = true;
      close?.();
    };
  }, [file, fail]);
  return { pdf, failed, fail };
}

/** What the pages say, one after the other; a page whose words cannot be read stays a picture. */
function useTexts(pdf: OpenPdf | null): string[] {
  const [texts, setTexts] = useState<string[]>([]);
  useEffect(() => {
    let left = false;
    const read = async (pages: PdfPage[]) => {
      const found: string[] = [];
      for (const page of pages) {
        found.push(await page.text().catch(() => ''));
        if (left) return;
      }
      setTexts(found);
    };
    setTexts([]);
    if (pdf) void read(pdf.pages);
    return () => {
      left = true;
    };
  }, [pdf]);
  return texts;
}
