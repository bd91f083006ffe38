import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../../components/ui/act-button.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { FactList } from '../../../components/ui/fact-list.tsx';
import { Form } from '../../../components/ui/form.tsx';
import { NoteSheet } from '../../../components/ui/note-sheet.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { longDate, pastWords } from '../../../lib/dates.ts';
import { downloadFile } from '../../../lib/files.ts';
import { problemMessage } from '../../../lib/problem.ts';
import { useSending } from '../../../lib/use-sending.ts';
import {
  closeDossier,
  type Dossier,
  dossierOptions,
  editDossier,
  fileInto,
  holdDossier,
  liftHold,
  movePaper,
  orderPackage,
  reassess,
  reopenDossier,
} from '../api.ts';
import { retentionSentence, statusOf } from '../rules.ts';
import styles from './archive.module.css';
import { DossierEntries } from './dossier-entries.tsx';

type Ask = 'place' | 'paper' | 'trigger' | 'hold' | 'close' | 'reopen' | 'reassess' | null;

/** One dossier: where it stands in one sentence, what is in it, where its paper is, and what may be done. */
export function DossierView({ id }: { id: string }) {
  const { t } = useTranslation('archive');
  const queryClient = useQueryClient();
  const { data: dossier, error, refetch } = useQuery(dossierOptions(id));
  const [ask, setAsk] = useState<Ask>(null);
  const [lifting, setLifting] = useState<string | null>(null);
  const reload = () => queryClient.invalidateQueries({ queryKey: ['archive'] });
  if (error)
    return (
      <ErrorState
        error={error}
        onRetry={() => void refetch()}
        forbidden={{ title: t('dossier.forbidden'), text: t('dossier.forbiddenText') }}
      />
    );
  if (!dossier) return <SkeletonRows rows={5} withTitle />;
  const { retention } = dossier;
  const reasonOf = (act: string) => dossier.acts.find((one) => one.act === act)?.reason ?? null;
  const act = (name: string, label: string, onClick: () => void) => (
    <ActButton reason={reasonOf(name)} onClick={onClick}>
      {label}
    </ActButton>
  );
  const after = async (message?: string) => {
    if (message) showToast(message);
    await reload();
  };
  const [place] = dossier.places;
  const open = dossier.holds.filter(({ liftedAt }) => liftedAt === null);
  return (
    <>
      <PageTitle
        lead={`${dossier.code} · ${dossier.unit.name}`}
        mark={<StatusChip status={statusOf[retention.phase]}>{t(`phases.${retention.phase}`)}</StatusChip>}
      >
        {dossier.title}
      </PageTitle>
      <p className={styles.sentence}>{retentionSentence(retention, t, longDate)}</p>
      {retention.rule && (
        <p className={styles.hint}>
          {t('retention.ruleOf', { code: retention.rule.classification })}{' '}
          {!retention.rule.confirmed && t('retention.unconfirmed')}
        </p>
      )}
      {open.map((hold) => (
        <div key={hold.id} className={styles.banner} role="note">
          <IconLock size={20} stroke={1.75} aria-hidden />
          <div className={styles.words}>
            <strong>{t('dossier.held')}</strong>
            <span>{hold.reason}</span>
            <span className={styles.hint}>
              {t('dossier.heldBy', { name: hold.placedBy, date: longDate(hold.placedAt) })}
            </span>
          </div>
          <ActButton reason={reasonOf('hold')} reasonPlace="heard" onClick={() => setLifting(hold.id)}>
            {t('dossier.lift')}
          </ActButton>
        </div>
      ))}
      <div className={`${styles.acts} ${styles.section}`}>
        {act('close', t('dossier.close'), () => setAsk('close'))}
        {act('place', t('dossier.move'), () => setAsk('place'))}
        {act('hold', t('dossier.hold'), () => setAsk('hold'))}
        {dossier.state === 'closed' && act('reopen', t('dossier.reopen'), () => setAsk('reopen'))}
        {retention.disposition === 'reassess' && act('reassess', t('dossier.reassess'), () => setAsk('reassess'))}
        {retention.rule?.triggerText && act('edit', t('dossier.setTrigger'), () => setAsk('trigger'))}
      </div>
      <section className={styles.section}>
        <div className={styles.bar}>
          <h2 className={styles.head}>{t('dossier.entries')}</h2>
          <ActButton reason={reasonOf('file')} reasonPlace="heard" onClick={() => setAsk('paper')}>
            {t('dossier.addPaper')}
          </ActButton>
        </div>
        <DossierEntries id={id} />
      </section>
      <section className={styles.section}>
        <FactList
          title={t('dossier.facts')}
          facts={[
            { label: t('dossier.code'), value: dossier.code },
            {
              label: t('dossier.classification'),
              value: `${dossier.classification} ${dossier.classificationName ?? ''}`,
            },
            {
              label: t('dossier.opened'),
              value: t('dossier.openedBy', { date: longDate(dossier.createdAt), name: dossier.createdBy }),
            },
            dossier.closedOn ? { label: t('dossier.closedOn'), value: longDate(dossier.closedOn) } : null,
            retention.rule?.triggerText
              ? {
                  label: t('dossier.trigger', { event: retention.rule.triggerText }),
                  value: dossier.triggerOn ? longDate(dossier.triggerOn) : t('dossier.noPlace'),
                }
              : null,
            {
              label: t('dossier.place'),
              value: place
                ? [place.building, place.room, place.shelf, place.box, place.folder].filter(Boolean).join(', ')
                : t('dossier.noPlace'),
            },
            dossier.description ? { label: t('new.description'), value: dossier.description } : null,
          ]}
        />
      </section>
      <Packages dossier={dossier} reason={reasonOf('export')} onChange={() => after()} />
      {dossier.disposals.length > 0 && (
        <section className={styles.section}>
          <h2>{t('dossier.disposals')}</h2>
          <ul className={styles.list}>
            {dossier.disposals.map((one) => (
              <li key={one.id} className={styles.row}>
                <Link
                  to="/arsip/penyusutan/$disposalId"
                  params={{ disposalId: one.id }}
                  className={`${styles.words} ${styles.name}`}
                >
                  {one.title}
                </Link>
                <span className="meta">
                  {t(`kinds.${one.kind}`)} · {t(`states.${one.state}`)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className={styles.section}>
        <h2>{t('dossier.history')}</h2>
        <ul className={styles.list}>
          {dossier.history.map((entry) => (
            <li key={`${entry.at}${entry.action}`} className={styles.row}>
              <span className={styles.words}>{t(`actions.${entry.action}`, { defaultValue: entry.action })}</span>
              <span className="meta">
                {entry.actor} · {pastWords(entry.at)}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {ask === 'place' && (
        <FieldsSheet
          title={t('dossier.move')}
          fields={['building', 'room', 'shelf', 'box', 'folder', 'note'].map((name) => ({
            name,
            label: t(`place.${name}`),
          }))}
          required={{ name: 'building', message: t('place.missing') }}
          act={t('dossier.save')}
          onClose={() => setAsk(null)}
          onSend={async ({ building = '', room, shelf, box, folder, note }) => {
            const or = (text: string | undefined) => text || null;
            const rest = { room: or(room), shelf: or(shelf), box: or(box), folder: or(folder), note: or(note) };
            await movePaper(id, { building, ...rest });
            await after(t('dossier.moved'));
          }}
        />
      )}
      {ask === 'paper' && (
        <FieldsSheet
          title={t('dossier.addPaper')}
          fields={[
            { name: 'subject', label: t('paper.subject') },
            { name: 'number', label: t('paper.number') },
            { name: 'date', label: t('paper.date'), type: 'date' },
            { name: 'quantity', label: t('paper.quantity') },
          ]}
          required={{ name: 'subject', message: t('paper.missing') }}
          act={t('paper.act')}
          onClose={() => setAsk(null)}
          onSend={async ({ subject = '', number, date, quantity }) => {
            const paper = { subject, number: number || null, date: date || null, quantity: quantity || null };
            await fileInto(id, { paper, move: false });
            await after();
          }}
        />
      )}
      {ask === 'trigger' && (
        <FieldsSheet
          title={t('dossier.setTrigger')}
          fields={[
            { name: 'triggerOn', label: t('dossier.trigger', { event: retention.rule?.triggerText }), type: 'date' },
          ]}
          act={t('dossier.save')}
          onClose={() => setAsk(null)}
          onSend={async ({ triggerOn }) => {
            await editDossier(id, { triggerOn: triggerOn || null, version: dossier.version });
            await after();
          }}
        />
      )}
      {ask === 'reassess' && <ReassessSheet id={id} onClose={() => setAsk(null)} onDone={() => after()} />}
      {ask === 'close' && (
        <FieldsSheet
          title={t('dossier.closeTitle')}
          text={t('dossier.closeText')}
          fields={[]}
          act={t('dossier.close')}
          onClose={() => setAsk(null)}
          onSend={async () => {
            await closeDossier(id, dossier.version);
            await after(t('dossier.closed'));
          }}
        />
      )}
      <NoteSheet
        opened={ask === 'hold' || ask === 'reopen'}
        title={ask === 'reopen' ? t('dossier.reopen') : t('dossier.holdTitle')}
        text={ask === 'reopen' ? t('dossier.reopenText') : t('dossier.holdText')}
        label={t('reason')}
        missing={t('reasonMissing')}
        act={ask === 'reopen' ? t('dossier.reopen') : t('dossier.hold')}
        onClose={() => setAsk(null)}
        onSend={async (reason) => {
          if (ask === 'reopen') await reopenDossier(id, reason);
          else await holdDossier(id, reason);
          await after();
        }}
      />
      <NoteSheet
        opened={lifting !== null}
        title={t('dossier.lift')}
        text={t('dossier.liftText')}
        label={t('reason')}
        missing={t('reasonMissing')}
        act={t('dossier.lift')}
        onClose={() => setLifting(null)}
        onSend={async (reason) => {
          if (lifting) await liftHold(lifting, reason);
          await after(t('dossier.lifted'));
        }}
      />
    </>
  );
}

type PackagesProps = { dossier: Dossier; reason: string | null; onChange: () => Promise<unknown> };

function Packages({ dossier, reason, onChange }: PackagesProps) {
  const { t } = useTranslation('archive');
  const [running, setRunning] = useState(false);
  const state = (status: Dossier['packages'][number]['status']) =>
    status === 'completed' ? (
      <StatusChip status="selesai">{t('dossier.packageDone')}</StatusChip>
    ) : status === 'failed' ? (
      <StatusChip status="masalah">{t('dossier.packageFailed')}</StatusChip>
    ) : (
      <StatusChip status="proses">{t('dossier.packageMaking')}</StatusChip>
    );
  return (
    <section className={styles.section}>
      <h2>{t('dossier.packages')}</h2>
      <p className={styles.hint}>{t('dossier.exportText')}</p>
      <ul className={styles.list} aria-live="polite">
        {dossier.packages.map((one) => (
          <li key={one.id} className={styles.row}>
            <span className={styles.words}>
              {one.createdBy}
              <span className="meta">{pastWords(one.createdAt)}</span>
            </span>
            {state(one.status)}
            {one.isOwn && one.status === 'completed' && (
              <Button
                variant="default"
                size="sm"
                onClick={() =>
                  void downloadFile(
                    `/archive-packages/${one.id}/file`,
                    `berkas-${dossier.code.replaceAll('/', '-')}.tar`,
                  ).catch((thrown: unknown) => showToast(problemMessage(thrown), 'failed'))
                }
              >
                {t('dossier.download')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ActButton
        reason={reason}
        loading={running}
        onClick={() => {
          setRunning(true);
          orderPackage(dossier.id)
            .then(onChange)
            .catch((thrown: unknown) => showToast(problemMessage(thrown), 'failed'))
            .finally(() => setRunning(false));
        }}
      >
        {t('dossier.export')}
      </ActButton>
    </section>
  );
}

type FieldsSheetProps = {
  title: string;
  text?: string;
  fields: { name: string; label: string; type?: 'date' }[];
  required?: { name: string; message: string };
  act: string;
  onClose: () => void;
  onSend: (values: Record<string, string>) => Promise<unknown>;
};

/** A few plain fields and one act. */
function FieldsSheet({ title, text, fields, required, act, onClose, onSend }: FieldsSheetProps) {
  const { t } = useTranslation();
  const [values, setValues] = useState<Record<string, string>>({});
  const form = useSending((path) => `field-${path.split('.').at(-1)}`);
  async function submit(): Promise<void> {
    const isMissing = required !== undefined && (values[required.name] ?? '').trim() === '';
    if (isMissing && form.refuse([{ fieldId: `field-${required.name}`, message: required.message }])) return;
    const trimmed = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.trim()]));
    if (await form.send(() => onSend(trimmed))) onClose();
  }
  return (
    <Sheet opened onClose={onClose} title={title} width={480} closable={!form.running}>
      <Form className={styles.form} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
        {text && <p>{text}</p>}
        {fields.map(({ name, label, type = 'text' }, index) => (
          <TextInput
            key={name}
            id={`field-${name}`}
            {...(index === 0 ? { 'data-autofocus': true } : {})}
            type={type}
            label={label}
            value={values[name] ?? ''}
            error={form.errorOf(`field-${name}`)}
            onChange={(event) => setValues({ ...values, [name]: event.currentTarget.value })}
          />
        ))}
        <div className={styles.end}>
          <Button variant="default" onClick={onClose} disabled={form.running}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={form.running}>
            {act}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}

function ReassessSheet({ id, onClose, onDone }: { id: string; onClose: () => void; onDone: () => Promise<unknown> }) {
  const { t } = useTranslation('archive');
  const [decision, setDecision] = useState<'destroy' | 'permanent'>('permanent');
  const [reason, setReason] = useState('');
  const form = useSending((path) => `reassess-${path}`);
  async function submit(): Promise<void> {
    const isShort = reason.trim().length < 5;
    if (isShort && form.refuse([{ fieldId: 'reassess-reason', message: t('reasonMissing') }])) return;
    const done = await form.send(async () => {
      await reassess(id, { decision, reason: reason.trim() });
      await onDone();
    });
    if (done) onClose();
  }
  return (
    <Sheet opened onClose={onClose} title={t('dossier.reassess')} closable={!form.running}>
      <Form className={styles.form} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
        <p>{t('dossier.reassessText')}</p>
        <NativeSelect
          label={t('dossier.decision')}
          value={decision}
          data={(['permanent', 'destroy'] as const).map((value) => ({ value, label: t(`dossier.decisions.${value}`) }))}
          onChange={(event) => setDecision(event.currentTarget.value as typeof decision)}
        />
        <TextInput
          id="reassess-reason"
          label={t('reason')}
          value={reason}
          error={form.errorOf('reassess-reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={styles.end}>
          <Button type="submit" loading={form.running}>
            {t('dossier.save')}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
