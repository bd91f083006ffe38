import { Button, Progress } from '@mantine/core';
import { IconCheck, IconDownload } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../../components/ui/act-button.tsx';
import { ConfirmBinding } from '../../../components/ui/confirm-binding.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { longDate } from '../../../lib/dates.ts';
import { downloadFile } from '../../../lib/files.ts';
import { problemMessage } from '../../../lib/problem.ts';
import { type Disposal, disposalOptions, removeFromDisposal, takeStep } from '../api.ts';
import styles from './archive.module.css';
import { DossierRow } from './dossier-list.tsx';
import { PaperSheet } from './paper-sheet.tsx';

type Event = Parameters<typeof takeStep>[1]['event'];

/** A proceeding as its steps, with the papers that each asks for and what is missing. */
export function DisposalView({ id }: { id: string }) {
  const { t } = useTranslation('archive');
  const queryClient = useQueryClient();
  const { data: disposal, error, refetch } = useQuery(disposalOptions(id));
  const [adding, setAdding] = useState<string | null>(null);
  const [running, setRunning] = useState<string | null>(null);
  const [destroying, setDestroying] = useState(false);
  const reload = () => queryClient.invalidateQueries({ queryKey: ['archive'] });
  if (error)
    return (
      <ErrorState
        error={error}
        onRetry={() => void refetch()}
        forbidden={{ title: t('disposals.notForYou'), text: t('disposals.notForYouText') }}
      />
    );
  if (!disposal) return <SkeletonRows rows={5} withTitle />;

  const step = async (event: Event, more: { dossiers?: number } = {}): Promise<void> => {
    await takeStep(id, { event, version: disposal.version, note: null, ...more });
    showToast(t('disposal.done'));
    await reload();
  };
  const take = (event: Event): void => {
    if (event === 'execute' && disposal.kind === 'destruction') {
      setDestroying(true);
      return;
    }
    setRunning(event);
    step(event)
      .catch((thrown: unknown) => showToast(problemMessage(thrown), 'failed'))
      .finally(() => setRunning(null));
  };
  const download = (which: 'list' | 'minutes') =>
    void downloadFile(`/disposals/${id}/${which}`, `${which === 'list' ? 'daftar' : 'berita-acara'}.pdf`).catch(
      (thrown: unknown) => showToast(problemMessage(thrown), 'failed'),
    );
  const actOf = (name: string) => disposal.acts.find(({ act }) => act === name);
  return (
    <>
      <PageTitle
        lead={[t(`kinds.${disposal.kind}`), disposal.unit?.name].filter(Boolean).join(' · ')}
        mark={
          <StatusChip
            status={disposal.state === 'done' ? 'selesai' : disposal.state === 'cancelled' ? 'masalah' : 'proses'}
          >
            {t(`states.${disposal.state}`)}
          </StatusChip>
        }
      >
        {disposal.title}
      </PageTitle>
      {disposal.authority && <p className={styles.hint}>{t(`disposal.authority.${disposal.authority}`)}</p>}
      {disposal.minutesNumber && disposal.minutesOn && (
        <p className={styles.hint}>
          {t('disposal.under', { number: disposal.minutesNumber, date: longDate(disposal.minutesOn) })}
        </p>
      )}
      {disposal.state === 'executing' && (
        <div aria-live="polite">
          <p>{t('disposal.progress', { destroyed: disposal.destroyed, letters: disposal.letters })}</p>
          <Progress
            value={disposal.letters === 0 ? 100 : (100 * disposal.destroyed) / disposal.letters}
            aria-label={t('states.executing')}
          />
        </div>
      )}
      <section className={styles.section}>
        <h2>{t('disposal.steps')}</h2>
        <ol className={styles.steps}>
          {disposal.steps.map((one, index) => (
            <Step
              key={one.event}
              disposal={disposal}
              step={one}
              place={index + 1}
              running={running === one.event}
              onTake={() => take(one.event as Event)}
              onPaper={setAdding}
            />
          ))}
        </ol>
        <div className={`${styles.acts} ${styles.section}`}>
          {(['list', 'minutes'] as const).map((which) => (
            <Button
              key={which}
              variant="default"
              leftSection={<IconDownload size={18} stroke={1.75} aria-hidden />}
              onClick={() => download(which)}
            >
              {t(`disposal.${which}`)}
            </Button>
          ))}
          {(['return', 'cancel'] as const)
            .filter((name) => actOf(name)?.allowed)
            .map((name) => (
              <Button key={name} variant="subtle" loading={running === name} onClick={() => take(name)}>
                {t(`events.${name}`)}
              </Button>
            ))}
        </div>
      </section>
      <section className={styles.section}>
        <h2>{t('disposal.items')}</h2>
        <ul className={styles.list}>
          {disposal.items.map(({ dossier, obstacle }) => (
            <DossierRow
              key={dossier.id}
              item={dossier}
              act={
                <>
                  {obstacle && <span className={styles.hint}>{obstacle}</span>}
                  {actOf('items')?.allowed && (
                    <Button
                      variant="subtle"
                      size="sm"
                      aria-label={t('disposal.removeOf', { title: dossier.title })}
                      onClick={() =>
                        void removeFromDisposal(id, dossier.id)
                          .then(reload)
                          .catch((thrown: unknown) => showToast(problemMessage(thrown), 'failed'))
                      }
                    >
                      {t('disposal.remove')}
                    </Button>
                  )}
                </>
              }
            />
          ))}
        </ul>
      </section>
      {adding && (
        <PaperSheet
          disposalId={id}
          kind={adding}
          onClose={() => setAdding(null)}
          onDone={async () => {
            showToast(t('disposal.paperAdded'));
            await reload();
          }}
        />
      )}
      <ConfirmBinding
        opened={destroying}
        onClose={() => setDestroying(false)}
        title={t('disposal.confirm.title', { count: disposal.dossiers })}
        consequence={t('disposal.confirm.text', { letters: disposal.letters })}
        act={t('disposal.confirm.act')}
        onConfirm={() => step('execute', { dossiers: disposal.dossiers })}
      />
    </>
  );
}

type StepProps = {
  disposal: Disposal;
  step: Disposal['steps'][number];
  place: number;
  running: boolean;
  onTake: () => void;
  onPaper: (kind: string) => void;
};

function Step({ disposal, step, place, running, onTake, onPaper }: StepProps) {
  const { t } = useTranslation('archive');
  const mayAdd = disposal.acts.find(({ act }) => act === 'papers')?.allowed ?? false;
  const isNext = !step.done && disposal.steps.find(({ done }) => !done)?.event === step.event;
  return (
    <li className={styles.step} data-done={step.done || undefined} aria-current={isNext ? 'step' : undefined}>
      <span className={styles.place} aria-hidden>
        {step.done ? <IconCheck size={16} stroke={2} /> : place}
      </span>
      <div className={styles.stepBody}>
        <h3 className={styles.name}>{t(`stepNames.${disposal.kind}.${step.event}`)}</h3>
        {step.done && step.doneBy && step.doneAt && (
          <p className={styles.hint}>{t('disposal.doneBy', { name: step.doneBy, date: longDate(step.doneAt) })}</p>
        )}
        <ul className={styles.papers}>
          {step.papers.map(({ kind, present }) => {
            const paper = disposal.papers.findLast((one) => one.kind === kind);
            return (
              <li key={kind} className={styles.paper}>
                <StatusChip status={present ? 'selesai' : 'tunggu'} variant="plain">
                  {t(`papers.${kind}`)}: {t(present ? 'disposal.present' : 'disposal.missing')}
                </StatusChip>
                {paper && (
                  <span className={styles.hint}>
                    {paper.number}, {longDate(paper.datedOn)}, {paper.signedBy}{' '}
                    {paper.letterId ? (
                      <Link to="/surat/$letterId" params={{ letterId: paper.letterId }}>
                        {t('disposal.open')}
                      </Link>
                    ) : (
                      <Button
                        variant="subtle"
                        size="compact-sm"
                        onClick={() =>
                          void downloadFile(
                            `/disposals/${disposal.id}/papers/${paper.id}/file`,
                            paper.fileName ?? 'naskah',
                          ).catch((thrown: unknown) => showToast(problemMessage(thrown), 'failed'))
                        }
                      >
                        {t('dossier.download')}
                      </Button>
                    )}
                  </span>
                )}
                {!present && mayAdd && (
                  <Button
                    variant="default"
                    size="sm"
                    aria-label={t('disposal.addPaperOf', { paper: t(`papers.${kind}`) })}
                    onClick={() => onPaper(kind)}
                  >
                    {t('disposal.addPaper')}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
        {isNext && (
          <div>
            <ActButton variant="primary" reason={step.reason} loading={running} onClick={onTake}>
              {t(`events.${step.event}`)}
            </ActButton>
          </div>
        )}
      </div>
    </li>
  );
}
