import { ActionIcon } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconCamera,
  IconCameraPlus,
  IconFileTypePdf,
  IconRotateClockwise,
  IconX,
} from '@tabler/icons-react';
import { type ClipboardEvent, type DragEvent, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../../components/ui/act-button.tsx';
import { kinds, type PageFile, type Rotation, toPages } from '../api/pages.ts';
import styles from './pages.module.css';

type PagesFieldProps = {
  id: string;
  label: string;
  help: string;
  pages: readonly PageFile[];
  error: string | null;
  onChange: (pages: PageFile[]) => void;
  /** Order and turn matter, and a camera is at hand: the letter itself, not its attachments. */
  asPages?: boolean;
};

/** Drop, choose, paste or photograph any number of files; then put them in order, turn and remove them. */
export function PagesField({ id, label, help, pages, error, onChange, asPages = false }: PagesFieldProps) {
  const { t } = useTranslation('incoming');
  const [over, setOver] = useState(false);
  const helpId = useId();

  async function add(files: Iterable<File> | null | undefined): Promise<void> {
    const added = await toPages(files ?? []);
    if (added.length > 0) onChange([...pages, ...added]);
  }
  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    void add(event.dataTransfer.files);
  }
  function paste(event: ClipboardEvent): void {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    void add(event.clipboardData.files);
  }
  function move(index: number, by: -1 | 1): void {
    const next = [...pages];
    const [page] = next.splice(index, 1);
    if (page) next.splice(index + by, 0, page);
    onChange(next);
  }
  const turn = (page: PageFile): void =>
    onChange(pages.map((one) => (one === page ? { ...one, rotate: ((one.rotate + 90) % 360) as Rotation } : one)));

  return (
    <div className={styles.field} onPaste={paste}>
      <label
        className={styles.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconCameraPlus size={28} stroke={1.5} aria-hidden />
        <strong>{label}</strong>
        <span>{t(pages.length > 0 ? 'pages.more' : 'pages.drop')}</span>
        <span className="meta" id={helpId}>
          {help}
        </span>
        <input
          id={id}
          type="file"
          multiple
          accept={kinds.join(',')}
          aria-label={label}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : helpId}
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            // The same file again is a change, too.
            event.currentTarget.value = '';
            void add(files);
          }}
        />
      </label>
      {asPages && (
        <label className={styles.camera}>
          <IconCamera size={20} stroke={1.75} aria-hidden />
          {t('pages.camera')}
          <input
            type="file"
            accept="image/*"
            capture="environment"
            aria-label={t('pages.camera')}
            onChange={(event) => {
              const files = [...(event.currentTarget.files ?? [])];
              event.currentTarget.value = '';
              void add(files);
            }}
          />
        </label>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.fieldError}>
          {error}
        </p>
      )}
      {pages.length > 0 && (
        <ol className={styles.pages} aria-label={t('pages.list', { label })}>
          {pages.map((page, index) => (
            <li key={page.id} className={styles.page}>
              <Thumb page={page} />
              <span className={styles.name}>
                {asPages && <span className="meta">{t('pages.place', { place: index + 1, count: pages.length })}</span>}
                {page.file.name}
              </span>
              <span className={styles.tools}>
                {asPages && (
                  <>
                    <Tool
                      label={t('pages.up', { name: page.file.name })}
                      icon={IconArrowUp}
                      shut={index === 0}
                      onClick={() => move(index, -1)}
                    />
                    <Tool
                      label={t('pages.down', { name: page.file.name })}
                      icon={IconArrowDown}
                      shut={index === pages.length - 1}
                      onClick={() => move(index, 1)}
                    />
                    <Tool
                      label={t('pages.turn', { name: page.file.name })}
                      icon={IconRotateClockwise}
                      onClick={() => turn(page)}
                    />
                  </>
                )}
                <Tool
                  label={t('pages.remove', { name: page.file.name })}
                  icon={IconX}
                  onClick={() => onChange(pages.filter((one) => one !== page))}
                />
              </span>
            </li>
          ))}
        </ol>
      )}
      {pages.length > 1 && asPages && (
        <ActButton variant="quiet" size="sm" onClick={() => onChange([])}>
          {t('pages.clear')}
        </ActButton>
      )}
    </div>
  );
}

type ToolProps = { label: string; icon: typeof IconX; shut?: boolean; onClick: () => void };

function Tool({ label, icon: Icon, shut = false, onClick }: ToolProps) {
  return (
    <ActionIcon size={44} aria-label={label} disabled={shut} onClick={onClick}>
      <Icon size={20} stroke={1.75} />
    </ActionIcon>
  );
}

/** A photograph as it will stand; a PDF as its sign. The browser itself heeds the camera's note of its turn. */
function Thumb({ page }: { page: PageFile }) {
  const isImage = page.file.type.startsWith('image/');
  const [src, setSrc] = useState<string | null>(null);
  useEffect(() => {
    if (!isImage) return;
    const address = URL.createObjectURL(page.file);
    setSrc(address);
    return () => URL.revokeObjectURL(address);
  }, [page.file, isImage]);
  return (
    <span className={styles.thumb}>
      {src ? (
        <img src={src} alt="" style={{ rotate: `${page.rotate}deg` }} />
      ) : (
        <IconFileTypePdf size={28} stroke={1.5} aria-hidden style={{ rotate: `${page.rotate}deg` }} />
      )}
    </span>
  );
}
