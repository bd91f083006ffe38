import { Button, Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowBackUp, IconCloudCheck, IconCloudOff, IconCloudUp } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Body, setVariable } from '../../../components/editor/body.ts';
import { ActBar } from '../../../components/ui/act-bar.tsx';
import { ActButton } from '../../../components/ui/act-button.tsx';
import { ConfirmBinding } from '../../../components/ui/confirm-binding.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { ErrorSummary, type FormError } from '../../../components/ui/error-summary.tsx';
import { PageBar } from '../../../components/ui/page-bar.tsx';
import { SkeletonBlock } from '../../../components/ui/skeleton.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { announce } from '../../../lib/announce.ts';
import { letterOptions } from '../../../lib/calls/get-letter.ts';
import { chainOptions, letterTypesOptions } from '../../../lib/calls/writing.ts';
import { pastWords } from '../../../lib/dates.ts';
import { watchChanges } from '../../../lib/events.ts';
import { asProblem, problemMessage } from '../../../lib/problem.ts';
import { useSession } from '../../../lib/session.ts';
import { discardLetter, submitLetter } from '../api/acts.ts';
import { commentsOptions } from '../api/together.ts';
import { type Chain, lastChain, nextInLine, proposedChain, sameChain, sentChain } from '../chain.ts';
import { draftOf, faultsOf, type Letter } from '../rules.ts';
import { joinStates, type SaveState, useAutosave } from '../use-autosave.ts';
import { useOpenedDraft } from '../use-opened-draft.ts';
import { useUndo } from '../use-undo.ts';
import type { BodyHandle } from './body-editor.tsx';
import { ChainSheet } from './chain-sheet.tsx';
import { type Asked, CommentsPanel } from './comments-panel.tsx';
import { DraftForm } from './draft-form.tsx';
import { LivePaper } from './live-paper.tsx';
import { PeopleBar } from './people-bar.tsx';
import { StaleBand } from './stale-band.tsx';
import styles from './writing.module.css';

const BodyEditor = lazy(() => import('./body-editor.tsx'));

/** Others' changes of the fields are looked for at most this often while somebody types. */
const lookMs = 3_000;

/** The writing desk: left what changes, right what comes of it. */
export function Composer({ letter, onReload }: { letter: Letter; onReload: () => void }) {
  const { t } = useTranslation('writing');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const session = useSession();
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const { value: fields, set, put, undo, canUndo } = useUndo(() => draftOf(letter));
  const [body, setBody] = useState<Body>(() => draftOf(letter).body);
  // The words have a master of their own, the editor, and their own way back.
  const draft = useMemo(() => ({ ...fields, body }), [fields, body]);
  const handle = useRef<BodyHandle | null>(null);
  // Fields filled in before the editor has come; it takes them over when it is there.
  const early = useRef(new Map<string, unknown>());
  const [wordsState, setWordsState] = useState<SaveState>(() => savedAt(letter.updatedAt));
  const [lastChanged, setLastChanged] = useState<'fields' | 'words'>('fields');
  const { opened, error: openError, reopen } = useOpenedDraft(letter.id);
  const [asking, setAsking] = useState<Asked | 'letter' | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const [side, setSide] = useState('form');
  const beside = side === 'comments' ? 'comments' : 'paper';
  const tabsId = useId();

  const { data: comments } = useQuery(commentsOptions(letter.id));
  const [ownChain, setOwnChain] = useState<Chain | null>(() => lastChain(letter));
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [running, setRunning] = useState(false);
  const [open, setOpen] = useState<'chain' | 'discard' | 'comments' | null>(null);
  const { data: types } = useQuery(letterTypesOptions);
  const { data: suggestion } = useQuery(chainOptions(letter.id));
  const { state, flush, overwrite, meet } = useAutosave(letter, draft, put, (saved) => {
    queryClient.setQueryData(letterOptions(letter.id).queryKey, saved);
  });
  const saveState = joinStates(state, wordsState);
  useEffect(() => meet(letter), [meet, letter]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = watchChanges((change) => {
      if (change.topic !== 'drafts' || change.id !== letter.id || timer) return;
      timer = setTimeout(() => {
        timer = undefined;
        void queryClient.invalidateQueries({ queryKey: letterOptions(letter.id).queryKey });
      }, lookMs);
    });
    return () => {
      stop();
      clearTimeout(timer);
      // What was written here is news to the letter's own page.
      void queryClient.invalidateQueries({ queryKey: letterOptions(letter.id).queryKey });
    };
  }, [queryClient, letter.id]);

  const proposed: Chain | null = suggestion ? proposedChain(suggestion) : null;
  const chain = ownChain ?? proposed;
  const [next, ...others] = nextInLine(chain);
  const namesOf = (first: string): string =>
    others.length === 0 ? first : t('chain.andOthers', { name: first, count: others.length });
  const type = types?.find(({ code }) => code === letter.type);
  const needsRecipient = type?.layout !== 'judul';
  const errorOf = (fieldId: string) => errors.find((one) => one.fieldId === fieldId)?.message ?? null;

  function change(part: Partial<typeof draft>): void {
    set({ ...fields, ...part });
    setLastChanged('fields');
    // A field that was complained about is taken at its word until the next attempt.
    if (errors.length > 0) {
      const faults = faultsOf({ ...draft, ...part }, needsRecipient, chain);
      setErrors((before) => before.filter(({ fieldId }) => !fieldId || faults.some((one) => one.fieldId === fieldId)));
    }
  }

  async function submit(confirmed = false): Promise<void> {
    setAttempt((before) => before + 1);
    const faults = faultsOf(draft, needsRecipient, chain);
    setErrors(faults.map(({ fieldId, key, label }) => ({ fieldId, message: t(key, { label: label ?? '' }) })));
    if (faults.length > 0) return;
    if (!confirmed && (comments?.open ?? 0) > 0) {
      setOpen('comments');
      return;
    }
    setRunning(true);
    try {
      await handle.current?.flush();
      const version = await flush();
      const words = handle.current?.version();
      const changed = ownChain !== null && (proposed === null || !sameChain(ownChain, proposed));
      await submitLetter(letter.id, {
        version,
        ...(words === undefined ? {} : { bodyVersion: words }),
        ...(changed && chain ? sentChain(chain) : {}),
      });
      await queryClient.invalidateQueries({ queryKey: ['letters'] });
      const sent = next ? t('submitted', { name: namesOf(next.holder ?? next.title) }) : t('submittedPlain');
      showToast(sent);
      announce(sent);
      await navigate({ to: '/surat/$letterId', params: { letterId: letter.id } });
    } catch (thrown) {
      const problem = asProblem(thrown);
      setRunning(false);
      // A field that two people changed has its own band.
      if (problem.code === 'stale_version' && saveState.kind === 'stale') return;
      setErrors(
        problem.errors.length > 0
          ? problem.errors.map(({ path, message }) => ({ fieldId: fieldOfPath(path), message }))
          : [{ message: problemMessage(problem) }],
      );
    }
  }

  const toSelf = others.length === 0 && next?.holder != null && next.holder === session?.user.name;
  const verb = toSelf
    ? t('submitSelf')
    : next
      ? t('submitTo', { name: namesOf(shortName(next.holder ?? next.title)) })
      : t('submitPlain');
  const submitRefusal = letter.acts.find(({ act }) => act === 'submit')?.reason ?? null;
  const submitButton = (fullWidth: boolean) => (
    <ActButton
      variant="primary"
      loading={running}
      fullWidth={fullWidth}
      reason={submitRefusal}
      reasonPlace="heard"
      onClick={() => void submit()}
    >
      {verb}
    </ActButton>
  );
  const undoButton = (
    <Button
      variant="subtle"
      leftSection={<IconArrowBackUp size={20} stroke={1.75} />}
      onClick={() => (lastChanged === 'words' ? handle.current?.undo() : undo())}
    >
      {t('common:undo')}
    </Button>
  );
  const ask = () => {
    setAsking(handle.current?.selection() ?? 'letter');
    setSide('comments');
  };
  const text = (hidden: boolean): ReactNode => {
    if (openError) return <ErrorState error={openError} onRetry={reopen} />;
    if (!opened) return hidden ? null : <SkeletonBlock height={250} />;
    return (
      <Suspense fallback={hidden ? null : <SkeletonBlock height={250} />}>
        <BodyEditor
          letterId={letter.id}
          opened={opened}
          hidden={hidden}
          active={active}
          onHandle={(given) => {
            handle.current = given;
            if (!given) return;
            for (const [name, value] of early.current) given.setVariable(name, value);
            early.current.clear();
          }}
          onBody={(words) => {
            setBody(words);
            setLastChanged('words');
          }}
          onState={setWordsState}
          onAskComment={ask}
          onActive={(id) => {
            setActive(id);
            setSide('comments');
          }}
        />
      </Suspense>
    );
  };
  const panel = (
    <CommentsPanel
      letterId={letter.id}
      asking={asking}
      active={active}
      onAsk={ask}
      onAsked={() => setAsking(null)}
      onShow={({ id, anchor }) => {
        setActive(id);
        if (phone) setSide('form');
        if (anchor) requestAnimationFrame(() => handle.current?.show(anchor.from, anchor.to));
      }}
      onBeforeAccept={async () => handle.current?.flush()}
    />
  );
  const commentsTab = t('tabs.comments', { count: comments?.open ?? 0 });
  const form = (
    <DraftForm
      letter={letter}
      draft={draft}
      chain={chain}
      errorOf={errorOf}
      onChange={change}
      onChangeChain={() => setOpen('chain')}
      onDiscard={() => setOpen('discard')}
      onVariable={(name, value) => {
        setLastChanged('words');
        if (handle.current) handle.current.setVariable(name, value);
        else {
          early.current.set(name, value);
          setBody(setVariable(draft.body, name, value));
        }
      }}
      text={(hidden) => text(hidden)}
      people={<PeopleBar letter={letter} />}
      banner={
        <>
          {state.kind === 'stale' && (
            <StaleBand letterId={letter.id} onKeepMine={(version) => void overwrite(version)} onTakeTheirs={onReload} />
          )}
          <ErrorSummary
            errors={errors}
            attempt={attempt}
            title={errors.length > 0 ? t('incomplete', { count: errors.length }) : ''}
          />
        </>
      }
    />
  );
  const paper = (
    <LivePaper
      letterId={letter.id}
      type={letter.type}
      draft={draft}
      signers={chain?.signers.map(({ positionId }) => positionId) ?? []}
    />
  );

  return (
    <>
      <PageBar
        back={{ to: '/surat', search: { kotak: 'draft' } as never, label: t('drafts') }}
        note={<SavedNote state={saveState} />}
        acts={
          <>
            {canUndo && undoButton}
            {submitButton(false)}
          </>
        }
      />
      {/* One arrangement for both widths: a form that moves to another place in the tree would lose what is typed. */}
      <Tabs
        id={tabsId}
        value={phone ? side : beside}
        onChange={(next) => next && setSide(next)}
        keepMounted={false}
        keepMountedMode="display-none"
        className={(phone ? styles.phone : styles.desk) ?? ''}
      >
        {phone && (
          <Tabs.List aria-label={t('tabs.label')}>
            <Tabs.Tab value="form">{t('tabs.form')}</Tabs.Tab>
            <Tabs.Tab value="paper">{t('tabs.paper')}</Tabs.Tab>
            <Tabs.Tab value="comments">{commentsTab}</Tabs.Tab>
          </Tabs.List>
        )}
        <div
          hidden={phone && side !== 'form'}
          {...(phone ? { role: 'tabpanel', id: `${tabsId}-panel-form`, 'aria-labelledby': `${tabsId}-tab-form` } : {})}
        >
          {form}
        </div>
        <div
          hidden={phone && side === 'form'}
          className={styles.paperColumn}
          {...(phone ? {} : { role: 'complementary', 'aria-label': t('tabs.beside') })}
        >
          {!phone && (
            <Tabs.List className={styles.besideTabs ?? ''} aria-label={t('tabs.beside')}>
              <Tabs.Tab value="paper">{t('tabs.paper')}</Tabs.Tab>
              <Tabs.Tab value="comments">{commentsTab}</Tabs.Tab>
            </Tabs.List>
          )}
          <Tabs.Panel value="paper" tabIndex={0}>
            {paper}
          </Tabs.Panel>
          <Tabs.Panel value="comments" keepMounted tabIndex={0}>
            {panel}
          </Tabs.Panel>
        </div>
        {phone && <ActBar primary={submitButton(true)} />}
      </Tabs>
      {open === 'chain' && chain && (
        <ChainSheet
          chain={chain}
          proposed={proposed}
          maxSigners={type?.maxSigners ?? 1}
          onClose={() => setOpen(null)}
          onUse={setOwnChain}
        />
      )}
      <ConfirmBinding
        opened={open === 'comments'}
        onClose={() => setOpen(null)}
        title={t('openComments.title', { count: comments?.open ?? 0 })}
        consequence={t('openComments.text')}
        act={verb}
        onConfirm={() => submit(true)}
      />
      <ConfirmBinding
        opened={open === 'discard'}
        onClose={() => setOpen(null)}
        title={t('discard.title')}
        consequence={t('discard.text')}
        act={t('discard.act')}
        onConfirm={async () => {
          await flush().catch(() => undefined);
          await discardLetter(letter.id);
          await queryClient.invalidateQueries({ queryKey: ['letters'] });
          showToast(t('discard.done'));
          await navigate({ to: '/surat', search: { kotak: 'draft' } as never });
        }}
      />
    </>
  );
}

const savedAt = (at: string): SaveState => ({ kind: 'saved', at: new Date(at), problem: null });

/** Without what stands before and after a name, so that it fits on a button. */
const shortName = (name: string): string => (name.split(',')[0] ?? name).replaceAll(/\b\p{L}{1,4}\.\s*/gu, '').trim();

/** Where the server's complaint belongs on this page. */
function fieldOfPath(path: string): string | undefined {
  const [first = ''] = path.split('.');
  const fields: Record<string, string> = {
    subject: 'hal',
    recipients: 'tujuan',
    copies: 'tembusan',
    classification: 'klasifikasi',
    signer: 'ubah-urutan',
    signers: 'ubah-urutan',
    approvers: 'ubah-urutan',
    dueOn: 'batas-waktu',
  };
  return fields[first];
}

function SavedNote({ state }: { state: SaveState }) {
  const { t } = useTranslation('writing');
  const failed = state.kind === 'failed' || state.kind === 'stale';
  const Icon = failed ? IconCloudOff : state.kind === 'saved' ? IconCloudCheck : IconCloudUp;
  return (
    <span className={styles.saved} role="status" data-failed={failed || undefined}>
      <Icon size={18} stroke={1.75} aria-hidden />
      {state.kind === 'saved' &&
        t('saved', { when: pastWords(state.at.toISOString()).replace(/^(hari ini|today) /, '') })}
      {(state.kind === 'saving' || state.kind === 'waiting') && t('saving')}
      {failed && t('notSaved')}
      {state.kind === 'failed' && <span className="heard">{problemMessage(state.problem)}</span>}
    </span>
  );
}
