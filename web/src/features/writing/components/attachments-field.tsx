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

type Waiting = { name: string; error: string | null };

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
    setWaiting(files.map(({ name }) => ({ name, error: null })));
    let before = data?.suggestedNote ?? null;
    const refused: Waiting[] = [];
    for (const file of files) {
      try {
        const { suggestedNote } = await attachFile(letterId, file);
        onSuggest(suggestedNote, before);
        before = suggestedNote;
        announce(t('attach.added', { name: file.name }));
      } catch (thrown) {
        refused.push({ name: file.name, error: problemMessage(thrown) });
      }
      setWaiting((all) => all.filter(({ name }) => name !== file.name));
    }
    setWaiting(refused);
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
      {waiting.map((one) => (
        <div key={one.name} className={styles.waiting} role={one.error ? 'alert' : 'status'}>
          <p>{one.error ? `${one.name}: ${one.error}` : t('attach.sending', { name: one.name })}</p>
          {!one.error && <Progress value={100} animated aria-label={t('attach.sending', { name: one.name })} />}
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
