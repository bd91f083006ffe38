import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskPaper, type PaperPage } from '../../../components/ui/desk-paper.tsx';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { type Letter, letterOptions, previewOptions } from '../../../lib/calls/get-letter.ts';
import { useMe } from '../../../lib/calls/get-me.ts';
import { exactInstant } from '../../../lib/dates.ts';
import { useProtectedFile } from '../../../lib/files.ts';
import { paragraphsOf } from '../rules.ts';
import styles from './letter.module.css';

type LetterPaperProps = {
  letter: Pick<Letter, 'id' | 'secrecy' | 'body' | 'file' | 'subject' | 'access'>;
  tools?: ReactNode;
};

/** The letter as it is: our own drawn page by page, one that came in as the file that came. */
export function LetterPaper({ letter, tools }: LetterPaperProps) {
  const { t } = useTranslation('search');
  if (letter.access === 'envelope') {
    return (
      <EmptyState drawing="none" title={t('envelope.title')}>
        {t('envelope.text')}
      </EmptyState>
    );
  }
  return letter.body === null && letter.file ? (
    <FilePaper letter={letter} file={letter.file} tools={tools} />
  ) : (
    <DrawnPaper
      id={letter.id}
      secrecy={letter.secrecy}
      tools={tools}
      variant="desk"
      text={[letter.subject, ...paragraphsOf(letter.body)].join('. ')}
    />
  );
}

type DrawnPaperProps = {
  id: string;
  secrecy: Letter['secrecy'];
  variant: 'desk' | 'bare';
  tools?: ReactNode;
  text?: string;
  /** Only the first page, as a preview. */
  firstOnly?: boolean;
  /** Said in place of the paper where there is none to draw. */
  fallback?: ReactNode;
};

/** Pages drawn by the typesetter, as pictures: what one sees is what is signed. */
export function DrawnPaper({ id, secrecy, variant, tools, text, firstOnly, fallback }: DrawnPaperProps) {
  const { t } = useTranslation('letters');
  const { data, error, refetch } = useQuery(previewOptions(id));
  const pages = useDrawnPages(data?.pages, firstOnly);
  const mark = useScreenMark(secrecy);
  if (error) return fallback ?? <ErrorState error={error} onRetry={() => void refetch()} />;
  const images = pages?.map((src, index): PaperPage => ({ kind: 'image', src, alt: t('page', { number: index + 1 }) }));
  return (
    <DeskPaper
      pages={images ?? null}
      secrecy={secrecy}
      variant={variant}
      mark={mark}
      {...(tools ? { tools } : {})}
      {...(text ? { text } : {})}
    />
  );
}

/** Who looks at a very secret letter, and since when, as written over it. */
function useScreenMark(secrecy: Letter['secrecy']): string | undefined {
  const me = useMe();
  const [since] = useState(() => exactInstant(new Date().toISOString()));
  return secrecy === 'sangat_rahasia' && me ? `${me.name}, ${since}` : undefined;
}

/** Addresses of the drawn pages; freed when the letter changes. */
function useDrawnPages(pages: { svg: string }[] | undefined, firstOnly = false): string[] | null {
  const [addresses, setAddresses] = useState<string[] | null>(null);
  useEffect(() => {
    if (!pages) return setAddresses(null);
    const shown = firstOnly ? pages.slice(0, 1) : pages;
    const made = shown.map(({ svg }) => URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' })));
    setAddresses(made);
    return () => {
      for (const address of made) URL.revokeObjectURL(address);
    };
  }, [pages, firstOnly]);
  return addresses;
}

/** A letter that came in, as its file, in the preview column. */
export function IncomingPreview({ id, fallback }: { id: string; fallback: ReactNode }) {
  const { data: letter } = useQuery(letterOptions(id));
  if (!letter) return <DeskPaper pages={null} variant="bare" />;
  return letter.file ? <FilePaper letter={letter} file={letter.file} variant="bare" /> : fallback;
}

type FilePaperProps = LetterPaperProps & { variant?: 'desk' | 'bare'; file: NonNullable<Letter['file']> };

function FilePaper({ letter, file, tools, variant = 'desk' }: FilePaperProps) {
  const { t } = useTranslation('letters');
  const { src, file: bytes, error } = useProtectedFile(`/letters/${letter.id}/file`);
  const mark = useScreenMark(letter.secrecy);
  if (error) return <ErrorState error={error} />;
  const page: PaperPage | null =
    src === null || bytes === null
      ? null
      : file.mediaType === 'application/pdf'
        ? { kind: 'pdf', src, file: bytes, name: file.name }
        : { kind: 'image', src, alt: t('fileOf', { name: file.name }) };
  return (
    <>
      <DeskPaper
        pages={page ? [page] : null}
        secrecy={letter.secrecy}
        variant={variant}
        mark={mark}
        caption={<span className={styles.fileName}>{file.name}</span>}
        {...(tools ? { tools } : {})}
      />
      {src && variant === 'desk' && (
        <a className={styles.openFile} href={src} target="_blank" rel="noreferrer">
          {t('openFile')}
        </a>
      )}
    </>
  );
}
