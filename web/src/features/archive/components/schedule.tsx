import { Button, Checkbox, FileButton, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconDownload, IconPlus, IconUpload } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { ErrorSummary, type FormError } from '../../../components/ui/error-summary.tsx';
import { Form } from '../../../components/ui/form.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { useMe } from '../../../lib/calls/get-me.ts';
import { classificationsOptions } from '../../../lib/calls/writing.ts';
import { downloadFile } from '../../../lib/files.ts';
import { asProblem, problemMessage } from '../../../lib/problem.ts';
import { useSending } from '../../../lib/use-sending.ts';
import { importRules, putRule, type Rule, type RuleBody, removeRule, scheduleOptions, setStart } from '../api.ts';
import styles from './archive.module.css';

/** The retention schedule: the rules by code, from when years count, CSV in and out. */
export function Schedule() {
  const { t } = useTranslation('archive');
  const queryClient = useQueryClient();
  const me = useMe();
  const { data, error, refetch } = useQuery(scheduleOptions);
  const [editing, setEditing] = useState<Rule | 'new' | null>(null);
  const [faults, setFaults] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const mayEdit = me?.permissions.includes('archive.schedule') ?? false;
  const reload = () => queryClient.invalidateQueries({ queryKey: ['archive'] });
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={6} />;

  async function upload(file: File | null): Promise<void> {
    if (!file) return;
    setFaults([]);
    try {
      const answer = await importRules(await file.text());
      showToast(t('schedule.imported', answer));
      await reload();
    } catch (thrown) {
      const problem = asProblem(thrown);
      const each = problem.errors.map(({ path, message }) => ({ message: `${path}: ${message}` }));
      setFaults(each.length > 0 ? each : [{ message: problemMessage(problem) }]);
      setAttempt((before) => before + 1);
    }
  }

  return (
    <>
      <p className={styles.hint}>{t('schedule.lead')}</p>
      <ErrorSummary errors={faults} attempt={attempt} title={t('schedule.importFailed')} />
      <div className={styles.bar}>
        <NativeSelect
          label={t('schedule.start')}
          value={data.retentionStart}
          disabled={!mayEdit}
          data={(['closing', 'year_end'] as const).map((value) => ({ value, label: t(`schedule.starts.${value}`) }))}
          onChange={(event) =>
            void setStart(event.currentTarget.value as 'closing' | 'year_end')
              .then(reload)
              .catch((thrown: unknown) => showToast(problemMessage(thrown), 'failed'))
          }
        />
        <div className={styles.acts}>
          <Button
            variant="default"
            leftSection={<IconDownload size={18} stroke={1.75} aria-hidden />}
            onClick={() =>
              void downloadFile('/retention-rules/export', 'jra.csv').catch((thrown: unknown) =>
                showToast(problemMessage(thrown), 'failed'),
              )
            }
          >
            {t('schedule.export')}
          </Button>
          {mayEdit && (
            <>
              <FileButton accept=".csv,text/csv" onChange={(file) => void upload(file)}>
                {(props) => (
                  <Button {...props} variant="default" leftSection={<IconUpload size={18} stroke={1.75} aria-hidden />}>
                    {t('schedule.import')}
                  </Button>
                )}
              </FileButton>
              <Button leftSection={<IconPlus size={20} stroke={1.75} aria-hidden />} onClick={() => setEditing('new')}>
                {t('schedule.add')}
              </Button>
            </>
          )}
        </div>
      </div>
      {data.items.length === 0 ? (
        <EmptyState drawing="desk" title={t('schedule.empty')}>
          {t('schedule.emptyText')}
        </EmptyState>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('schedule.code')}</th>
              <th scope="col">{t('schedule.name')}</th>
              <th scope="col">{t('schedule.active')}</th>
              <th scope="col">{t('schedule.inactive')}</th>
              <th scope="col">{t('schedule.end')}</th>
              <th scope="col">
                <span className="heard">{t('schedule.edit')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((rule) => (
              <tr key={rule.id}>
                <td className={styles.code}>{rule.classification}</td>
                <td>
                  {rule.name}
                  {[rule.triggerText, rule.note, rule.legalBasis].filter(Boolean).map((text) => (
                    <div key={text} className={styles.hint}>
                      {text}
                    </div>
                  ))}
                </td>
                <td>
                  <span className={styles.phoneOnly}>{t('schedule.active')}: </span>
                  {t('schedule.years', { count: rule.activeYears })}
                </td>
                <td>
                  <span className={styles.phoneOnly}>{t('schedule.inactive')}: </span>
                  {t('schedule.years', { count: rule.inactiveYears })}
                </td>
                <td>
                  {t(`schedule.ends.${rule.disposition}`)}
                  {!rule.confirmed && (
                    <div>
                      <StatusChip status="tunggu" variant="plain">
                        {t('schedule.unconfirmed')}
                      </StatusChip>
                    </div>
                  )}
                </td>
                <td>
                  {mayEdit && (
                    <Button
                      variant="default"
                      size="sm"
                      aria-label={t('schedule.editOf', { code: rule.classification })}
                      onClick={() => setEditing(rule)}
                    >
                      {t('schedule.edit')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {editing && (
        <RuleSheet rule={editing === 'new' ? null : editing} onDone={reload} onClose={() => setEditing(null)} />
      )}
    </>
  );
}

const blank: Required<RuleBody> = {
  classification: '',
  activeYears: 1,
  inactiveYears: 1,
  disposition: 'permanent',
  triggerText: null,
  note: null,
  legalBasis: null,
  confirmed: false,
};

type RuleSheetProps = { rule: Rule | null; onDone: () => Promise<unknown>; onClose: () => void };

function RuleSheet({ rule, onDone, onClose }: RuleSheetProps) {
  const { t } = useTranslation('archive');
  const [values, setValues] = useState<Required<RuleBody>>(rule ?? blank);
  const set = (change: Partial<Required<RuleBody>>) => setValues({ ...values, ...change });
  const [code] = useDebouncedValue(values.classification.trim(), 200);
  const { data: found = [] } = useQuery({ ...classificationsOptions(code), enabled: code !== '' });
  const form = useSending((path) => `rule-${path}`);
  const text = (name: 'triggerText' | 'note' | 'legalBasis', label: string, description?: string) => (
    <TextInput
      id={`rule-${name}`}
      label={label}
      {...(description ? { description } : {})}
      value={values[name] ?? ''}
      error={form.errorOf(`rule-${name}`)}
      onChange={(event) => set({ [name]: event.currentTarget.value || null })}
    />
  );
  async function submit(): Promise<void> {
    const isMissing = values.classification.trim() === '';
    if (isMissing && form.refuse([{ fieldId: 'rule-classification', message: t('schedule.missing') }])) return;
    const { classification, activeYears, inactiveYears, disposition, triggerText, note, legalBasis, confirmed } =
      values;
    const done = await form.send(async () => {
      const body = { activeYears, inactiveYears, disposition, triggerText, note, legalBasis, confirmed };
      await putRule({ ...body, classification: classification.trim() });
      showToast(t('schedule.saved'));
      await onDone();
    });
    if (done) onClose();
  }
  return (
    <Sheet
      opened
      onClose={onClose}
      title={rule ? t('schedule.editOf', { code: rule.classification }) : t('schedule.add')}
      width={520}
    >
      <Form className={styles.form} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
        <TextInput
          id="rule-classification"
          label={t('new.classification')}
          description={found.find((one) => one.code === code)?.name ?? t('new.classificationHint')}
          value={values.classification}
          readOnly={rule !== null}
          error={form.errorOf('rule-classification')}
          onChange={(event) => set({ classification: event.currentTarget.value })}
        />
        <div className={styles.pair}>
          {(['activeYears', 'inactiveYears'] as const).map((name) => (
            <NumberInput
              key={name}
              id={`rule-${name}`}
              label={t(name === 'activeYears' ? 'schedule.active' : 'schedule.inactive')}
              value={values[name]}
              min={0}
              max={100}
              error={form.errorOf(`rule-${name}`)}
              onChange={(years) => set({ [name]: Number(years) })}
            />
          ))}
          <NativeSelect
            label={t('schedule.end')}
            value={values.disposition}
            data={(['destroy', 'permanent', 'reassess'] as const).map((value) => ({
              value,
              label: t(`schedule.ends.${value}`),
            }))}
            onChange={(event) => set({ disposition: event.currentTarget.value as RuleBody['disposition'] })}
          />
        </div>
        {text('triggerText', t('schedule.trigger'), t('schedule.triggerHint'))}
        {text('legalBasis', t('schedule.legalBasis'))}
        {text('note', t('schedule.note'))}
        <Checkbox
          label={t('schedule.confirmed')}
          checked={values.confirmed}
          onChange={(event) => set({ confirmed: event.currentTarget.checked })}
        />
        <div className={styles.end}>
          {rule && (
            <Button
              variant="subtle"
              onClick={() =>
                void form.send(async () => {
                  await removeRule(rule.id);
                  showToast(t('schedule.removed'));
                  await onDone();
                  onClose();
                })
              }
            >
              {t('schedule.remove')}
            </Button>
          )}
          <Button type="submit" loading={form.running}>
            {t('schedule.save')}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
