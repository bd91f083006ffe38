import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCancel,
  IconChecks,
  IconColumns2,
  IconDotsVertical,
  IconDownload,
  IconInbox,
  IconPencil,
  IconSend,
  IconSitemap,
  IconWritingSign,
  type TablerIcon,
} from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActBar } from '../../../components/ui/act-bar.tsx';
import { ActButton } from '../../../components/ui/act-button.tsx';
import { PaperTool } from '../../../components/ui/desk-paper.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageBar } from '../../../components/ui/page-bar.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { SecrecyMark } from '../../../components/ui/secrecy-mark.tsx';
import { StatusLine } from '../../../components/ui/status-line.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import type { Letter, LetterAct } from '../../../lib/calls/get-letter.ts';
import { exactInstant } from '../../../lib/dates.ts';
import { downloadFile } from '../../../lib/files.ts';
import { useKeys } from '../../../lib/keys.ts';
import { problemMessage } from '../../../lib/problem.ts';
import { type ActVerdict, planActs, stepsOf } from '../rules.ts';
import styles from './letter.module.css';
import { LetterChain } from './letter-chain.tsx';
import { LetterFacts } from './letter-facts.tsx';
import { LetterHistory } from './letter-history.tsx';
import { LetterPaper } from './letter-paper.tsx';
import { LetterReadings } from './letter-readings.tsx';
import { LetterTurn } from './letter-turn.tsx';

const CompareVersions = lazy(() => import('./compare-versions.tsx'));

const icons: Record<LetterAct, TablerIcon> = {
  edit: IconPencil,
  submit: IconSend,
  withdraw: IconArrowBackUp,
  cancel: IconCancel,
  approve: IconChecks,
  return: IconArrowBackUp,
  sign: IconWritingSign,
  void: IconCancel,
  send: IconSend,
  register: IconInbox,
  dispose: IconSitemap,
};
const hotkeys: Partial<Record<LetterAct, string>> = { sign: 'T', approve: 'P', dispose: 'D' };

type LetterViewProps = {
  letter: Letter;
  /** Whether the turn is the signed-in person's. */
  isMine: boolean;
  approving: boolean;
  back: { to: '/perlu-anda' | '/surat'; label: string };
  place: { text: string; onPrevious?: (() => void) | undefined; onNext?: (() => void) | undefined } | undefined;
  onAct: (act: LetterAct) => void;
  /** Under the paper: what became of a letter that came in. */
  below: ReactNode;
  /** Beside the paper, after the facts: what other parts of the office know of this letter. */
  sections?: ReactNode;
  /** The way to what is said of it. */
  comments?: ReactNode;
};

/** The letter's page: paper in the middle, turn, acts, facts and history beside it, under it on a phone. */
export function LetterView({
  letter,
  isMine,
  approving,
  back,
  place,
  onAct,
  below,
  sections,
  comments,
}: LetterViewProps) {
  const { t } = useTranslation(['letters', 'search']);
  const [comparing, setComparing] = useState<'never' | 'open' | 'closed'>('never');
  const { primary, beside, folded } = planActs(letter, isMine);
  const hasFile = letter.access === 'full' && (letter.signedAt !== null || letter.file !== null);

  const wordOf = (act: LetterAct): string =>
    act === 'send' && letter.recipients.length > 1
      ? t('acts.sendTo', { count: letter.recipients.length + letter.copies.length })
      : t(`acts.${act}`);
  const iconOf = (act: LetterAct): ReactNode => {
    const Icon = icons[act];
    return <Icon size={20} stroke={1.75} aria-hidden />;
  };
  const button = ({ act, reason }: ActVerdict, asPrimary: boolean) => (
    <ActButton
      key={act}
      variant={asPrimary ? 'primary' : 'outline'}
      leftSection={iconOf(act)}
      loading={act === 'approve' && approving}
      reason={reason}
      onClick={() => onAct(act)}
      {...(asPrimary ? {} : { fullWidth: true, align: 'left' as const })}
      {...(hotkeys[act] && !asPrimary ? { hotkey: hotkeys[act] } : {})}
    >
      {wordOf(act)}
    </ActButton>
  );

  function download(): void {
    const path = letter.direction === 'incoming' ? `/letters/${letter.id}/file` : `/letters/${letter.id}/pdf`;
    const name = letter.file?.name ?? `${(letter.number ?? letter.id).replaceAll('/', '-')}.pdf`;
    downloadFile(path, name).catch((error: unknown) => showToast(problemMessage(error), 'failed'));
  }

  useKeys([
    ...(place?.onNext ? [{ key: 'j', label: t('common:next'), run: place.onNext }] : []),
    ...(place?.onPrevious ? [{ key: 'k', label: t('common:previous'), run: place.onPrevious }] : []),
    ...letter.acts
      .filter(({ act, allowed }) => allowed && hotkeys[act])
      .map(({ act }) => ({ key: hotkeys[act]?.toLowerCase() ?? '', label: wordOf(act), run: () => onAct(act) })),
  ]);

  const returning = beside.find(({ act, allowed }) => act === 'return' && allowed);
  const lead = [
    letter.number,
    letter.typeName,
    letter.incoming
      ? t('from', { name: letter.incoming.sender.name })
      : letter.signedAt
        ? t('signedOn', { when: exactInstant(letter.signedAt) })
        : letter.unit && t('from', { name: letter.unit.name }),
  ].filter(Boolean);
  const turn = <LetterTurn letter={letter} isMine={isMine} />;

  return (
    <>
      <PageBar
        back={back}
        {...(place ? { place } : {})}
        acts={
          <>
            {hasFile && (
              <ActButton
                leftSection={<IconDownload size={20} stroke={1.75} aria-hidden />}
                reason={letter.mayDownload ? null : t('search:viewOnly')}
                onClick={download}
              >
                {t('download')}
              </ActButton>
            )}
            {primary && button(primary, true)}
          </>
        }
        phoneMenu={
          <PhoneMenu
            acts={beside.filter(({ allowed, act }) => allowed && act !== 'return')}
            wordOf={wordOf}
            onAct={onAct}
            onDownload={hasFile && letter.mayDownload ? download : undefined}
          />
        }
      />
      <div className={styles.head}>
        <PageTitle size="letter" lead={lead.join(' · ')} mark={<SecrecyMark secrecy={letter.secrecy} />}>
          {letter.subject}
        </PageTitle>
        <div className={styles.phoneTurn}>{turn}</div>
        <div className={styles.status}>
          <StatusLine steps={stepsOf(letter, t)} />
        </div>
      </div>
      <Page
        aside={
          <div className={styles.side}>
            <div className={styles.deskTurn}>{turn}</div>
            {(beside.length > 0 || folded.length > 0) && (
              <div className={styles.acts}>
                {beside.map((one) =>
                  // On a phone returning stands in the bar below.
                  one === returning && primary ? (
                    <div key={one.act} className={styles.deskOnly}>
                      {button(one, false)}
                    </div>
                  ) : (
                    button(one, false)
                  ),
                )}
                {folded.length > 0 && <Folded acts={folded} wordOf={wordOf} />}
              </div>
            )}
            {letter.chain.length > 0 && (
              <div className={styles.section}>
                <LetterChain letter={letter} />
              </div>
            )}
            <div className={styles.section}>
              <LetterFacts letter={letter} />
            </div>
            {sections && <div className={styles.section}>{sections}</div>}
            <LetterReadings letter={letter} />
            <div className={styles.section}>
              <LetterHistory letter={letter} isMine={isMine} />
            </div>
          </div>
        }
      >
        <LetterPaper
          letter={letter}
          tools={
            letter.versions.length + (letter.state === 'returned' ? 1 : 0) > 1 && (
              <PaperTool onClick={() => setComparing('open')}>
                <IconColumns2 size={18} stroke={1.75} aria-hidden />
                {t('compareButton')}
              </PaperTool>
            )
          }
        />
        {comments}
        {below}
      </Page>
      {primary && (
        <ActBar
          warning={primary.act === 'sign' ? t('bindingWarning') : undefined}
          secondary={returning && <ActButton onClick={() => onAct('return')}>{t('acts.return')}</ActButton>}
          primary={button(primary, true)}
        />
      )}
      {comparing !== 'never' && (
        <Suspense fallback={null}>
          <CompareVersions letter={letter} opened={comparing === 'open'} onClose={() => setComparing('closed')} />
        </Suspense>
      )}
    </>
  );
}

/** Acts that are not open now, each with its reason: never missing, but out of the way. */
function Folded({ acts, wordOf }: { acts: ActVerdict[]; wordOf: (act: LetterAct) => string }) {
  const { t } = useTranslation('letters');
  return (
    <details>
      <summary className={styles.fold}>{t('moreActs')}</summary>
      <dl className={styles.reasons}>
        {acts.map(({ act, reason }) => (
          <div key={act}>
            <dt>{wordOf(act)}</dt>
            <dd>{reason}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

type PhoneMenuProps = {
  acts: ActVerdict[];
  wordOf: (act: LetterAct) => string;
  onAct: (act: LetterAct) => void;
  onDownload: (() => void) | undefined;
};

function PhoneMenu({ acts, wordOf, onAct, onDownload }: PhoneMenuProps) {
  const { t } = useTranslation('letters');
  if (acts.length === 0 && !onDownload) return null;
  return (
    <Menu position="bottom-end" shadow="lg">
      <Menu.Target>
        <ActionIcon aria-label={t('common:nav.more')}>
          <IconDotsVertical size={22} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map(({ act }) => (
          <Menu.Item key={act} onClick={() => onAct(act)}>
            {wordOf(act)}
          </Menu.Item>
        ))}
        {onDownload && <Menu.Item onClick={onDownload}>{t('download')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
