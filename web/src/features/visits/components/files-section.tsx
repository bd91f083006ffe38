import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../../components/ui/act-button.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { downloadFile } from '../../../lib/files.ts';
import { problemMessage } from '../../../lib/problem.ts';
import { addFile, shareFile, type Visit, type VisitFile } from '../api/visits.ts';
import { partnerOf } from '../rules.ts';
import styles from './visits.module.css';

const accepted = {
  material: '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx,.odt,.ods,.odp',
  photo: '.png,.jpg,.jpeg',
} as const;

const failed = (thrown: unknown) => showToast(problemMessage(thrown), 'failed');

/** Materials and photographs: ours, which we may give to the other side, and what they gave us. */
export function FilesSection({ visit }: { visit: Visit }) {
  const { t } = useTranslation('visits');
  const isOff = visit.state === 'cancelled' || visit.state === 'declined';
  return (
    <section className={styles.section} aria-labelledby="berkas-kunjungan">
      <h2 id="berkas-kunjungan">{t('files.title')}</h2>
      {visit.files.length === 0 && <p className={styles.meta}>{t('files.none')}</p>}
      <ul>
        {visit.files.map((file) => (
          <FileRow key={file.id} visit={visit} file={file} />
        ))}
      </ul>
      {!isOff && (
        <div className={styles.acts}>
          <AddFile visit={visit} kind="material" />
          <AddFile visit={visit} kind="photo" />
        </div>
      )}
    </section>
  );
}

function FileRow({ visit, file }: { visit: Visit; file: VisitFile }) {
  const { t } = useTranslation('visits');
  const { name: partner } = partnerOf(visit);
  const standing = !file.isOurs
    ? t('files.theirs', { name: partner })
    : !file.isShared
      ? t('files.private')
      : t(file.hasArrived ? 'files.arrived' : 'files.sent', { name: partner });
  return (
    <li className={styles.item}>
      <span className={styles.words}>
        <span className={styles.name}>{file.name}</span>
        <span className={styles.meta}>
          {t(`files.kinds.${file.kind}`)}, {standing}
        </span>
      </span>
      <ActButton
        aria-label={t('files.open', { name: file.name })}
        onClick={() => {
          downloadFile(`/visits/${visit.id}/files/${file.id}`, file.name).catch(failed);
        }}
      >
        {t('files.download')}
      </ActButton>
      {file.isOurs && !file.isShared && visit.state !== 'draft' && (
        <ActButton
          aria-label={t('files.shareOf', { name: file.name })}
          reason={visit.manages ? null : t('files.shareReason')}
          onClick={() => {
            shareFile(visit.id, file.id)
              .then(() => showToast(t('files.shared')))
              .catch(failed);
          }}
        >
          {t('files.share')}
        </ActButton>
      )}
    </li>
  );
}

function AddFile({ visit, kind }: { visit: Visit; kind: VisitFile['kind'] }) {
  const { t } = useTranslation('visits');
  const input = useRef<HTMLInputElement>(null);
  const [running, setRunning] = useState(false);
  async function add(file: File): Promise<void> {
    setRunning(true);
    try {
      await addFile(visit.id, kind, file);
      showToast(t('files.added'));
    } catch (thrown) {
      failed(thrown);
    } finally {
      setRunning(false);
    }
  }
  return (
    <>
      <ActButton loading={running} onClick={() => input.current?.click()}>
        {t(`files.${kind}`)}
      </ActButton>
      <input
        ref={input}
        type="file"
        hidden
        accept={accepted[kind]}
        aria-label={t(`files.${kind}`)}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file again is a change, too.
          event.currentTarget.value = '';
          if (file) void add(file);
        }}
      />
    </>
  );
}
