import { Button } from '@mantine/core';
import { IconDownload, IconWritingSign } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmBinding } from '../../../components/ui/confirm-binding.tsx';
import { FactList } from '../../../components/ui/fact-list.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { announce } from '../../../lib/announce.ts';
import { longDate } from '../../../lib/dates.ts';
import { downloadFile } from '../../../lib/files.ts';
import { problemMessage } from '../../../lib/problem.ts';
import { signLetter } from '../api/sign-letters.ts';
import styles from './signing.module.css';

type ToSign = { id: string; subject: string; version?: number | undefined };

type SignSheetProps = {
  opened: boolean;
  letter: ToSign;
  /** As whom: "Sekretaris Daerah". */
  position: string;
  onClose: () => void;
  /** Called once the signature stands. */
  onSigned: () => void;
  /** The paper, to look at what was signed. */
  paper: ReactNode;
  /** Leads to the letter, where sending comes next. */
  onOpen: () => void;
};

type Signed = { number: string | null; date: string | null; verifyCode: string | null };

/** What, as whom, passphrase; then the signed paper with its number. */
export function SignSheet({ opened, letter, position, onClose, onSigned, paper, onOpen }: SignSheetProps) {
  const { t } = useTranslation(['signing', 'providers']);
  const queryClient = useQueryClient();
  const [signed, setSigned] = useState<Signed | null>(null);
  const [isQueued, setQueued] = useState(false);
  // Read by the question as it closes itself, before the next drawing.
  const isSigned = useRef(false);

  async function sign(passphrase: string): Promise<void> {
    const answer = (await signLetter(letter, passphrase)) as Partial<Signed> & { signingQueuedAt?: string | null };
    isSigned.current = true;
    if (answer.signingQueuedAt) {
      setQueued(true);
      announce(t('providers:waiting.title'));
      await queryClient.invalidateQueries({ queryKey: ['letters', letter.id] });
      return;
    }
    setSigned({ number: answer.number ?? null, date: answer.date ?? null, verifyCode: answer.verifyCode ?? null });
    announce(t('done.title'));
    await queryClient.invalidateQueries({ queryKey: ['letters', letter.id] });
    onSigned();
  }

  function close(): void {
    isSigned.current = false;
    setSigned(null);
    setQueued(false);
    onClose();
  }

  return (
    <>
      <ConfirmBinding
        opened={opened && signed === null && !isQueued}
        onClose={() => !isSigned.current && onClose()}
        title={t('title')}
        consequence={t('consequence', { position })}
        act={t('act')}
        icon={<IconWritingSign size={20} stroke={1.75} aria-hidden />}
        withPassphrase
        onConfirm={sign}
      >
        <p className={styles.what}>{letter.subject}</p>
      </ConfirmBinding>
      <Sheet opened={opened && isQueued} onClose={close} title={t('providers:waiting.title')}>
        <p className={styles.consequence}>{t('providers:waiting.text')}</p>
        <div className={styles.acts}>
          <Button onClick={close}>{t('done.close')}</Button>
        </div>
      </Sheet>
      <Sheet opened={opened && signed !== null} onClose={close} title={t('done.title')} width={560}>
        <FactList
          facts={[
            { label: t('done.number'), value: signed?.number ?? null },
            signed?.date ? { label: t('done.date'), value: longDate(signed.date) } : null,
            { label: t('done.code'), value: signed?.verifyCode ?? null },
          ]}
        />
        {/* The top of the sheet; the whole is on the letter's page. */}
        <div className={styles.paper}>{opened && signed ? paper : null}</div>
        <div className={styles.acts}>
          <Button
            variant="default"
            leftSection={<IconDownload size={20} stroke={1.75} aria-hidden />}
            onClick={() => {
              downloadFile(
                `/letters/${letter.id}/pdf`,
                `${signed?.number?.replaceAll('/', '-') ?? letter.id}.pdf`,
              ).catch((error: unknown) => showToast(problemMessage(error), 'failed'));
            }}
          >
            {t('done.download')}
          </Button>
          <Button
            onClick={() => {
              close();
              onOpen();
            }}
          >
            {t('done.close')}
          </Button>
        </div>
      </Sheet>
    </>
  );
}
