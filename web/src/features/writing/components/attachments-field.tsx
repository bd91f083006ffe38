import { Button, Progress } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconFile, IconPaperclip, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../lib/announce.ts';
import { downloadFile } from '../../../lib/files.ts';
import { problemMessage } from '../../../lib/problem.ts';
import {
  type Attachment,
  attachFile,
  attachmentsOptions,
  orderAttachments,
  removeAttachment,
} from '../api/together.ts';
import styles from './attachments.module.css';

const accepted = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx,.odt,.ods,.odp';

/** A file on its way; its id is ours, since two may have one name. */
type Waiting = { id: number; file: File; error: string | null };

let counted = 0;
const asWaiting = (file: File): Waiting => {
  counted += 1;
  return { id: counted, file, error: null };
};

const sizeWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

type AttachmentsFieldProps = {
  letterId: string;
  /** What the "Lampiran" line could say of the files now there. */
  onSuggest: (note: string | null, before: string | null) => void;
};

/** Files that go with the letter: by choosing, or by dropping them here. */
export function AttachmentsField({ letterId, onSuggest }: AttachmentsFieldProps) {
  const { t } = useTranslation('writing');
  const { data } = useQuery(attachmentsOptions(letterId));
  const [waiting, setWaiting] = useState<Waiting[]>([]);
  const [over, setOver] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const items = data?.items ?? [];

  async function perform(run: () => Promise<{ suggestedNote: string | null }>, said: string): Promise<void> {
    setError(null);
    try {
      const before = data?.suggestedNote ?? null;
      const { suggestedNote } = await run();
      onSuggest(suggestedNote, before);
      announce(said);
    } catch (thrown) {
      setError(problemMessage(thrown));
    }
  }

  async function add(files: File[]): Promise<void> {
    // What failed before stays until it is tried again or dismissed.
    const others = waiting.filter(({ file, error }) => error !== null && !files.includes(file));
    setWaiting([...others, ...files.map(asWaiting)]);
    let before = data?.suggestedNote ?? null;
    for (const file of files) {
      try {
        const { suggestedNote } = await attachFile(letterId, file);
        onSuggest(suggestedNote, before);
        before = suggestedNote;
        announce(t('attach.added', { name: file.name }));
        setWaiting((all) => all.filter((one) => one.file !== file));
      } catch (thrown) {
        const refusal = problemMessage(thrown);
        setWaiting((all) => all.map((one) => (one.file === file ? { ...one, error: refusal } : one)));
      }
    }
  }

  function move(item: Attachment, by: -1 | 1): void {
    const ids = items.map(({ id }) => id);
    const at = ids.indexOf(item.id);
    const other = ids[at + by];
    if (other === undefined) return;
    ids[at + by] = item.id;
    ids[at] = other;
    void perform(() => orderAttachments(letterId, ids), t('attach.moved', { name: item.name }));
  }

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) void add(files);
  };

  return (
    <section
      className={styles.field}
      aria-label={t('attach.title')}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {items.length > 0 && (
        <ol className={styles.list}>
          {items.map((item, index) => (
            <li key={item.id}>
              <IconFile size={20} stroke={1.75} aria-hidden />
              <button
                type="button"
                className={styles.name}
                onClick={() => {
                  downloadFile(`/letters/${letterId}/attachments/${item.id}`, item.name).catch((thrown: unknown) =>
                    setError(problemMessage(thrown)),
                  );
                }}
              >
                <span className="cut">{item.name}</span> <span className="meta">{sizeWords(item.size)}</span>
              </button>
              <span className={styles.acts}>
                <button
                  type="button"
                  disabled={index === 0}
                  aria-label={t('attach.up', { name: item.name })}
                  onClick={() => move(item, -1)}
                >
                  <IconArrowUp size={18} stroke={1.75} aria-hidden />
                </button>
                <button
                  type="button"
                  disabled={index === items.length - 1}
                  aria-label={t('attach.down', { name: item.name })}
                  onClick={() => move(item, 1)}
                >
                  <IconArrowDown size={18} stroke={1.75} aria-hidden />
                </button>
                <button
                  type="button"
                  aria-label={t('remove', { name: item.name })}
                  onClick={() =>
                    void perform(() => removeAttachment(letterId, item.id), t('attach.removed', { name: item.name }))
                  }
                >
                  <IconX size={18} stroke={1.75} aria-hidden />
                </button>
              </span>
            </li>
          ))}
        </ol>
      )}
      {waiting.map(({ id, file, error: refusal }) => (
        <div key={id} className={styles.waiting} role={refusal ? 'alert' : 'status'}>
          <p>{refusal ? `${file.name}: ${refusal}` : t('attach.sending', { name: file.name })}</p>
          {refusal ? (
            <div className={styles.again}>
              <Button variant="default" size="sm" onClick={() => void add([file])}>
                {t('common:retry')}
              </Button>
              <Button
                variant="subtle"
                size="sm"
                aria-label={t('remove', { name: file.name })}
                onClick={() => setWaiting((all) => all.filter((one) => one.file !== file))}
              >
                {t('attach.dismiss')}
              </Button>
            </div>
          ) : (
            <Progress value={100} animated aria-label={t('attach.sending', { name: file.name })} />
          )}
        </div>
      ))}
      {error && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
      <Button
        variant="default"
        leftSection={<IconPaperclip size={20} stroke={1.75} aria-hidden />}
        onClick={() => input.current?.click()}
      >
        {t('attach.add')}
      </Button>
      <p className={styles.hint}>{t('attach.hint')}</p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accepted}
        aria-label={t('attach.add')}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length > 0) void add(files);
        }}
      />
    </section>
  );
}
