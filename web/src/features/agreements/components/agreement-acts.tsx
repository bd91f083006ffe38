import {
  IconCalendarPlus,
  IconDownload,
  IconMessage,
  IconPencil,
  IconSend,
  IconSignature,
  IconX,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ActBar } from '../../../components/ui/act-bar.tsx';
import { ActButton } from '../../../components/ui/act-button.tsx';
import { ConfirmBinding } from '../../../components/ui/confirm-binding.tsx';
import { NoteSheet } from '../../../components/ui/note-sheet.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import {
  type Agreement,
  proposeAgreement,
  requestChanges,
  signAgreement,
  terminateAgreement,
} from '../../../lib/calls/agreements.ts';
import { downloadFile } from '../../../lib/files.ts';
import { useKeys } from '../../../lib/keys.ts';
import { problemMessage } from '../../../lib/problem.ts';
import { shortName } from '../rules.ts';
import styles from './agreements.module.css';

export type Asking = 'propose' | 'sign' | 'change' | 'terminate' | null;
type ActsProps = { agreement: Agreement; onAsk: (what: Asking) => void };

/** The one act of the screen: proposing a draft, signing what was proposed; null where nothing is ours to do. */
function usePrimary({ agreement, onAsk }: ActsProps) {
  const { t } = useTranslation('agreements');
  const { acts, parties, state } = agreement;
  const title = parties.find(({ isUs }) => isUs)?.representative.title ?? '';
  if (state === 'draft') {
    return { label: t('acts.propose'), icon: IconSend, reason: acts.propose.reason, ask: () => onAsk('propose') };
  }
  if (state !== 'proposed' && state !== 'signing') return null;
  const label = acts.sign.allowed ? t('acts.signAs', { title }) : t('acts.sign');
  return { label, icon: IconSignature, reason: acts.sign.reason, ask: () => onAsk('sign') };
}

function useDownload({ id, title }: Agreement): () => void {
  return () => {
    downloadFile(`/agreements/${id}/pdf`, `${title}.pdf`).catch((error) => showToast(problemMessage(error), 'failed'));
  };
}

/** At the top right on a desk. */
export function TopActs(props: ActsProps) {
  const { t } = useTranslation('agreements');
  const primary = usePrimary(props);
  const download = useDownload(props.agreement);
  useKeys(primary && !primary.reason ? [{ key: 't', label: primary.label, run: primary.ask }] : []);
  return (
    <>
      <ActButton leftSection={<IconDownload size={20} stroke={1.75} />} onClick={download}>
        {t('acts.download')}
      </ActButton>
      {primary && (
        <ActButton
          variant="primary"
          leftSection={<primary.icon size={20} stroke={1.75} />}
          reason={primary.reason}
          reasonPlace="heard"
          onClick={primary.ask}
        >
          {primary.label}
        </ActButton>
      )}
    </>
  );
}

/** Fixed at the bottom of a phone; says first what cannot be undone. */
export function PhoneActs(props: ActsProps) {
  const { t } = useTranslation('agreements');
  const primary = usePrimary(props);
  const download = useDownload(props.agreement);
  if (!primary) return null;
  return (
    <ActBar
      warning={primary.reason ?? t(props.agreement.state === 'draft' ? 'acts.proposeWarning' : 'acts.signWarning')}
      secondary={
        <ActButton onClick={download} aria-label={t('acts.download')}>
          PDF
        </ActButton>
      }
      primary={
        <ActButton variant="primary" fullWidth reason={primary.reason} reasonPlace="heard" onClick={primary.ask}>
          {primary.label}
        </ActButton>
      }
    />
  );
}

/** The other acts, in the side column. What one may not do says why. */
export function SideActs({ agreement, onAsk }: ActsProps) {
  const { t } = useTranslation('agreements');
  const navigate = useNavigate();
  const primary = usePrimary({ agreement, onAsk });
  const { acts, state } = agreement;
  return (
    <div className={styles.sideActs}>
      {primary?.reason && (
        <ActButton
          fullWidth
          align="left"
          leftSection={<primary.icon size={20} stroke={1.75} />}
          reason={primary.reason}
        >
          {primary.label}
        </ActButton>
      )}
      {state === 'draft' && (
        <ActButton
          fullWidth
          align="left"
          leftSection={<IconPencil size={20} stroke={1.75} />}
          reason={acts.edit.reason}
          onClick={() =>
            void navigate({ to: '/kolaborasi/kesepakatan/$agreementId/ubah', params: { agreementId: agreement.id } })
          }
        >
          {t('acts.edit')}
        </ActButton>
      )}
      <ActButton
        fullWidth
        align="left"
        leftSection={<IconMessage size={20} stroke={1.75} />}
        reason={acts.requestChanges.reason}
        onClick={() => onAsk('change')}
      >
        {t('acts.change')}
      </ActButton>
      {agreement.signedAt !== null &&
        agreement.baseId === null &&
        (['amends', 'extends'] as const).map((relation) => (
          <ActButton
            key={relation}
            fullWidth
            align="left"
            leftSection={
              relation === 'amends' ? (
                <IconPencil size={20} stroke={1.75} />
              ) : (
                <IconCalendarPlus size={20} stroke={1.75} />
              )
            }
            reason={relation === 'amends' ? acts.amend.reason : acts.extend.reason}
            onClick={() =>
              void navigate({
                to: '/kolaborasi/kesepakatan/$agreementId/perubahan',
                params: { agreementId: agreement.id },
                search: { jenis: relation },
              })
            }
          >
            {t(`acts.${relation}`)}
          </ActButton>
        ))}
      <ActButton
        fullWidth
        align="left"
        leftSection={<IconX size={20} stroke={1.75} />}
        reason={acts.terminate.reason}
        onClick={() => onAsk('terminate')}
      >
        {t('acts.terminate')}
      </ActButton>
    </div>
  );
}

/** The sheets that ask once, each saying what will happen. */
export function ActSheets({ agreement, asking, onAsk }: ActsProps & { asking: Asking }) {
  const { t, i18n } = useTranslation('agreements');
  const { id, version, parties, noticeDays } = agreement;
  const us = parties.find(({ isUs }) => isUs);
  const others = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(
    parties.filter(({ isUs }) => !isUs).map(({ name }) => shortName(name)),
  );
  const close = (): void => onAsk(null);
  const isLast = parties.every((party) => party.isUs || party.signedAt !== null);
  return (
    <>
      <ConfirmBinding
        opened={asking === 'propose'}
        onClose={close}
        title={t('propose.title', { names: others })}
        consequence={t('propose.consequence')}
        act={t('acts.proposeShort')}
        icon={<IconSend size={20} stroke={1.75} />}
        onConfirm={() => proposeAgreement(id, version)}
      />
      <ConfirmBinding
        opened={asking === 'sign'}
        onClose={close}
        title={t('sign.title')}
        consequence={
          <>
            {t('sign.as', { title: us?.representative.title ?? '', number: us?.number ?? '' })}{' '}
            {isLast ? t('sign.last', { date: agreement.startsOn }) : t('sign.notLast')}
          </>
        }
        act={t('acts.sign')}
        icon={<IconSignature size={20} stroke={1.75} />}
        withPassphrase
        onConfirm={async (passphrase) => {
          await signAgreement(id, { passphrase, version });
          showToast(t('sign.done'));
        }}
      />
      <NoteSheet
        opened={asking === 'change'}
        onClose={close}
        title={t('acts.change')}
        text={t('change.consequence')}
        label={t('change.label')}
        missing={t('change.missing')}
        act={t('change.act')}
        onSend={(note) => requestChanges(id, { note, version })}
      />
      <NoteSheet
        opened={asking === 'terminate'}
        onClose={close}
        title={t('acts.terminate')}
        text={noticeDays === null ? t('terminate.immediate') : t('terminate.notice', { count: noticeDays })}
        label={t('terminate.label')}
        missing={t('terminate.missing')}
        act={t('acts.terminate')}
        onSend={(reason) => terminateAgreement(id, { reason, version })}
      />
    </>
  );
}
