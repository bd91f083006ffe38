import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../../components/ui/form.tsx';
import { type ChosenPosition, PositionField } from '../../../components/ui/position-field.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { useSending } from '../../../lib/use-sending.ts';
import { createPlan, editPlan, type Plan, schemesOptions } from '../api/comparison.ts';
import styles from './comparison.module.css';

/** What a plan starts from: a gap, or nothing. */
export type PlanSeed = {
  title: string;
  from?: { slug: string; name: string };
  aim?: { scheme: string; indicator: number; year: number; ours: number; best: number };
};

type PlanSheetProps = {
  seed?: PlanSeed;
  /** To change one instead of making one. */
  plan?: Plan;
  onDone: (plan: Plan) => void;
  onClose: () => void;
};

/** What to take over, who sees to it, by when, and what it should bring. */
export function PlanSheet({ seed, plan, onDone, onClose }: PlanSheetProps) {
  const { t } = useTranslation('comparison');
  const { data: schemes = [] } = useQuery(schemesOptions);
  const [values, setValues] = useState({
    title: plan?.title ?? seed?.title ?? '',
    description: plan?.description ?? '',
    dueOn: plan?.dueOn ?? '',
    expected: String(plan?.aim?.expectedLevel ?? seed?.aim?.best ?? ''),
  });
  const [posts, setPosts] = useState<ChosenPosition[]>(
    plan ? [{ id: plan.responsible.id, name: plan.responsible.title, holder: null }] : [],
  );
  const form = useSending((path) => `plan-${path}`);
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const aim = plan?.aim
    ? {
        scheme: plan.aim.scheme,
        indicator: plan.aim.indicator,
        baselineYear: plan.aim.baselineYear,
        baselineLevel: plan.aim.baselineLevel,
      }
    : seed?.aim
      ? {
          scheme: seed.aim.scheme,
          indicator: seed.aim.indicator,
          baselineYear: seed.aim.year,
          baselineLevel: seed.aim.ours,
        }
      : null;
  const scheme = schemes.find(({ code }) => code === aim?.scheme);
  const indicator = scheme?.indicators.find(({ no }) => no === aim?.indicator);

  async function submit(): Promise<void> {
    const missing = [
      ...(values.title.trim() === '' ? [{ fieldId: 'plan-title', message: t('plan.missing.title') }] : []),
      ...(posts.length === 0
        ? [{ fieldId: 'plan-responsiblePositionId', message: t('plan.missing.responsible') }]
        : []),
      ...(values.dueOn === '' ? [{ fieldId: 'plan-dueOn', message: t('plan.missing.due') }] : []),
    ];
    if (form.refuse(missing)) return;
    const body = {
      title: values.title.trim(),
      description: values.description.trim(),
      dueOn: values.dueOn,
      responsiblePositionId: posts[0]?.id ?? '',
      aim: aim && { ...aim, expectedLevel: values.expected === '' ? null : Number(values.expected) },
    };
    let made: Plan | undefined;
    const done = await form.send(async () => {
      made = plan
        ? await editPlan(plan.id, { ...body, version: plan.version })
        : await createPlan({ ...body, kind: 'other', ...(seed?.from ? { fromSlug: seed.from.slug } : {}) });
    });
    if (done && made) onDone(made);
  }

  return (
    <Sheet opened onClose={onClose} title={t(plan ? 'plan.edit' : 'plan.new')} width={560}>
      <Form className={styles.form} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
        {seed?.from && <p className={styles.hint}>{t('plan.from', { name: seed.from.name })}</p>}
        <TextInput
          id="plan-title"
          label={t('plan.fields.title')}
          maxLength={200}
          value={values.title}
          error={form.errorOf('plan-title')}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <Textarea
          id="plan-description"
          label={t('plan.fields.description')}
          description={t('plan.fields.descriptionHint')}
          maxLength={4000}
          autosize
          minRows={3}
          value={values.description}
          error={form.errorOf('plan-description')}
          onChange={(event) => set({ description: event.currentTarget.value })}
        />
        <PositionField
          id="plan-responsiblePositionId"
          label={t('plan.fields.responsible')}
          chosen={posts}
          onChange={setPosts}
          error={form.errorOf('plan-responsiblePositionId')}
          single
        />
        <div className={styles.pair}>
          <TextInput
            id="plan-dueOn"
            type="date"
            label={t('plan.fields.due')}
            value={values.dueOn}
            error={form.errorOf('plan-dueOn')}
            onChange={(event) => set({ dueOn: event.currentTarget.value })}
          />
          {aim && scheme && (
            <NativeSelect
              id="plan-aim.expectedLevel"
              label={t('plan.fields.expected')}
              value={values.expected}
              error={form.errorOf('plan-aim.expectedLevel')}
              data={[
                { value: '', label: t('plan.fields.unsaid') },
                ...(scheme.step === 1 ? [1, 2, 3, 4, 5] : [seed?.aim?.best ?? plan?.aim?.expectedLevel ?? 5])
                  .filter((level) => level > (aim.baselineLevel ?? 0))
                  .map(String),
              ]}
              onChange={(event) => set({ expected: event.currentTarget.value })}
            />
          )}
        </div>
        {indicator && aim && (
          <p className={styles.hint}>
            {t('plan.aim', {
              no: indicator.no,
              name: indicator.name,
              level: aim.baselineLevel ?? '–',
              year: aim.baselineYear ?? '–',
            })}
          </p>
        )}
        <div className={styles.acts}>
          <Button variant="default" onClick={onClose} disabled={form.running}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={form.running}>
            {t('plan.save')}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
