import { IconSend } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ConfirmBinding } from '../../components/ui/confirm-binding.tsx';
import { NoteSheet } from '../../components/ui/note-sheet.tsx';
import { showToast } from '../../components/ui/toast.tsx';
import { DisposeSheet } from '../../features/dispositions/components/dispose-sheet.tsx';
import { RegisterSheet } from '../../features/incoming/components/register-sheet.tsx';
import {
  cancelLetter,
  returnLetter,
  sendLetter,
  voidLetter,
  withdrawLetter,
} from '../../features/letters/api/act-on-letter.ts';
import { DrawnPaper } from '../../features/letters/components/letter-paper.tsx';
import { SignSheet } from '../../features/signing/components/sign-sheet.tsx';
import { useMe } from '../../lib/calls/get-me.ts';
import type { Asked } from './act-target.ts';

type LetterActSheetsProps = {
  asked: Asked;
  opened: boolean;
  onClose: () => void;
};

/** Everything that is asked before an act on a letter is done; used by the queue and by the letter's page. */
export default function LetterActSheets({ asked, opened, onClose }: LetterActSheetsProps) {
  const { t } = useTranslation('letters');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const me = useMe();
  const { act, letter } = asked;
  const is = (name: Asked['act']): boolean => opened && act === name;
  const position =
    letter.actingAs ?? me?.positions.find(({ id }) => id === me.positionId)?.title ?? t('signing:yourself');

  function refresh(): void {
    for (const topic of ['letters', 'tasks', 'dispositions']) void queryClient.invalidateQueries({ queryKey: [topic] });
  }
  async function done(
    name: 'return' | 'void' | 'withdraw' | 'cancel' | 'send',
    pending: Promise<unknown>,
  ): Promise<void> {
    await pending;
    showToast(t(`done.${name}`, { subject: letter.subject }));
    refresh();
  }

  return (
    <>
      <SignSheet
        opened={is('sign')}
        letter={letter}
        position={position}
        onClose={onClose}
        onSigned={refresh}
        paper={<DrawnPaper id={letter.id} secrecy={letter.secrecy} variant="bare" firstOnly />}
        onOpen={() => void navigate({ to: '/surat/$letterId', params: { letterId: letter.id } })}
      />
      <ConfirmBinding
        opened={is('send')}
        onClose={onClose}
        title={t('sendSheet.title')}
        consequence={t('sendSheet.text', { count: letter.recipients ?? 1 })}
        act={t('sendSheet.act')}
        icon={<IconSend size={20} stroke={1.75} aria-hidden />}
        onConfirm={() => done('send', sendLetter(letter))}
      >
        <strong>{letter.subject}</strong>
      </ConfirmBinding>
      <ConfirmBinding
        opened={is('withdraw')}
        onClose={onClose}
        title={t('withdrawSheet.title')}
        consequence={t('withdrawSheet.text')}
        act={t('withdrawSheet.act')}
        onConfirm={() => done('withdraw', withdrawLetter(letter))}
      />
      <ConfirmBinding
        opened={is('cancel')}
        onClose={onClose}
        title={t('cancelSheet.title')}
        consequence={t('cancelSheet.text')}
        act={t('cancelSheet.act')}
        onConfirm={() => done('cancel', cancelLetter(letter))}
      />
      <NoteSheet
        opened={is('return')}
        onClose={onClose}
        title={t('returnSheet.title')}
        text={t('returnSheet.text')}
        label={t('returnSheet.label')}
        missing={t('returnSheet.missing')}
        act={t('returnSheet.act')}
        onSend={(note) => done('return', returnLetter(letter, note))}
      />
      <NoteSheet
        opened={is('void')}
        onClose={onClose}
        title={t('voidSheet.title')}
        text={t('voidSheet.text')}
        label={t('voidSheet.label')}
        missing={t('voidSheet.missing')}
        act={t('voidSheet.act')}
        onSend={(reason) => done('void', voidLetter(letter, reason))}
      />
      <RegisterSheet opened={is('register')} letter={letter} onClose={onClose} onRegistered={refresh} />
      <DisposeSheet
        opened={is('dispose')}
        letter={letter}
        parentId={letter.parentId}
        onClose={onClose}
        onDisposed={refresh}
      />
    </>
  );
}
