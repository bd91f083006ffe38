import { Button } from '@mantine/core';
import { IconFolder, IconLock, IconTrashOff } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../../components/ui/act-button.tsx';
import { NoteSheet } from '../../../components/ui/note-sheet.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { useMe } from '../../../lib/calls/get-me.ts';
import { longDate } from '../../../lib/dates.ts';
import { problemMessage } from '../../../lib/problem.ts';
import { holdLetter, letterDossierOptions } from '../api.ts';
import { retentionSentence } from '../rules.ts';
import styles from './archive.module.css';
import { FileSheet, useFiling } from './file-sheet.tsx';

/** Where a letter is filed, or the one act that files it; a hold, or what became of its content. */
export function LetterDossier({ letterId, classification }: { letterId: string; classification: string }) {
  const { t } = useTranslation('archive');
  const me = useMe();
  const queryClient = useQueryClient();
  const file = useFiling();
  const { data } = useQuery(letterDossierOptions(letterId));
  const [choosing, setChoosing] = useState(false);
  const [holding, setHolding] = useState(false);
  const [running, setRunning] = useState(false);
  if (!data) return null;
  const { dossier, suggestions, hold, destroyed } = data;
  const [best] = suggestions;
  const mayHold = me?.permissions.includes('archive.manage') ?? false;
  return (
    <section className={styles.section} aria-labelledby="arsip-surat">
      <h2 id="arsip-surat">{t('letter.title')}</h2>
      {destroyed && (
        <p className={styles.banner}>
          <IconTrashOff size={20} stroke={1.75} aria-hidden />
          <span className={styles.words}>
            {t('letter.destroyed', { number: destroyed.minutesNumber, date: longDate(destroyed.minutesOn) })}
          </span>
        </p>
      )}
      {hold && (
        <p className={styles.banner}>
          <IconLock size={20} stroke={1.75} aria-hidden />
          <span className={styles.words}>{t('letter.held', { reason: hold.reason })}</span>
        </p>
      )}
      {dossier ? (
        <p>
          {dossier.visible ? (
            <Link to="/arsip/berkas/$dossierId" params={{ dossierId: dossier.id }}>
              {t('letter.in', { code: dossier.code, title: dossier.title })}
            </Link>
          ) : (
            t('letter.elsewhere', { unit: dossier.unitName })
          )}
          <br />
          <span className={styles.hint}>{retentionSentence(dossier.retention, t, longDate)}</span>
        </p>
      ) : (
        <div className={`${styles.acts} ${styles.long}`}>
          <ActButton
            leftSection={<IconFolder size={20} stroke={1.75} aria-hidden />}
            loading={running}
            reason={data.mayFile ? null : data.reason}
            onClick={() => {
              if (!best) return setChoosing(true);
              setRunning(true);
              file(best, [letterId])
                .then((refused) => refused !== null && showToast(refused, 'failed'))
                .catch((thrown: unknown) => showToast(problemMessage(thrown), 'failed'))
                .finally(() => setRunning(false));
            }}
          >
            {best && data.mayFile ? t('unfiled.into', { code: `${best.code}, ${best.title}` }) : t('unfiled.file')}
          </ActButton>
          {best && data.mayFile && (
            <Button variant="subtle" onClick={() => setChoosing(true)}>
              {t('unfiled.other')}
            </Button>
          )}
        </div>
      )}
      {mayHold && !hold && !destroyed && (
        <Button variant="subtle" size="sm" onClick={() => setHolding(true)}>
          {t('letter.hold')}
        </Button>
      )}
      {choosing && (
        <FileSheet
          letterIds={[letterId]}
          classification={classification}
          onClose={() => setChoosing(false)}
          onDone={() => setChoosing(false)}
        />
      )}
      <NoteSheet
        opened={holding}
        title={t('letter.hold')}
        text={t('letter.holdText')}
        label={t('reason')}
        missing={t('reasonMissing')}
        act={t('dossier.hold')}
        onClose={() => setHolding(false)}
        onSend={async (reason) => {
          await holdLetter(letterId, reason);
          await queryClient.invalidateQueries({ queryKey: ['archive'] });
        }}
      />
    </section>
  );
}
