import { Button, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { Form } from '../../../components/ui/form.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { useSending } from '../../../lib/use-sending.ts';
import { allTypesOptions, type OfficePaper, paperOptions, savePaper } from '../api/letter-types.ts';
import { fonts, oneOf, papers } from '../choices.ts';
import { EmblemField } from './emblem-field.tsx';
import styles from './letter-types.module.css';
import { TypePage } from './type-page.tsx';

const margins = ['marginTopMm', 'marginRightMm', 'marginBottomMm', 'marginLeftMm'] as const;

/** The office's paper: size, margins, letters, the words at the foot. */
export function PaperDesk() {
  const { data, error, refetch } = useQuery(paperOptions);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={6} />;
  return <Desk paper={data} />;
}

function Desk({ paper }: { paper: OfficePaper }) {
  const { t } = useTranslation('letter-types');
  const queryClient = useQueryClient();
  const { data: types } = useQuery(allTypesOptions);
  const [shown, setShown] = useState('surat_dinas');
  const [values, setValues] = useState({
    paper: paper.paper,
    marginTopMm: paper.marginTopMm,
    marginRightMm: paper.marginRightMm,
    marginBottomMm: paper.marginBottomMm,
    marginLeftMm: paper.marginLeftMm,
    fontFamily: paper.fontFamily,
    fontSizePt: paper.fontSizePt,
    urgentLabel: paper.urgentLabel,
    emblemSpaceMm: paper.emblemSpaceMm,
    letterFooter: paper.letterFooter,
  });
  const form = useSending();
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });

  async function submit(): Promise<void> {
    const saved = await form.send(async () => {
      const answer = await savePaper(values);
      queryClient.setQueryData(paperOptions.queryKey, answer);
      await queryClient.invalidateQueries({ queryKey: ['letter-types', 'page'] });
    });
    if (saved) showToast(t('paper.saved'));
  }

  const number = (field: (typeof margins)[number] | 'fontSizePt' | 'emblemSpaceMm', step: number) => (
    <NumberInput
      key={field}
      id={field}
      label={t(`paper.${field}`)}
      step={step}
      decimalSeparator=","
      value={values[field]}
      error={form.errorOf(field)}
      onChange={(value) => {
        if (value !== '') set({ [field]: Number(value) });
      }}
    />
  );
  return (
    <div className={styles.desk}>
      <Form className={styles.form} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
        <NativeSelect
          id="paper"
          label={t('fields.paper')}
          value={values.paper}
          data={papers.map((value) => ({ value, label: t(`papers.${value}`) }))}
          onChange={(event) => set({ paper: oneOf(papers, event.currentTarget.value) ?? values.paper })}
        />
        <div className={styles.margins}>{margins.map((field) => number(field, 1))}</div>
        <div className={styles.pair}>
          <NativeSelect
            id="fontFamily"
            label={t('fields.fontFamily')}
            value={values.fontFamily}
            data={fonts.map((value) => ({ value, label: t(`fonts.${value}`) }))}
            onChange={(event) => set({ fontFamily: oneOf(fonts, event.currentTarget.value) ?? values.fontFamily })}
          />
          {number('fontSizePt', 0.5)}
        </div>
        <TextInput
          id="urgentLabel"
          label={t('paper.urgentLabel')}
          description={t('paper.urgentHint')}
          value={values.urgentLabel}
          error={form.errorOf('urgentLabel')}
          onChange={(event) => set({ urgentLabel: event.currentTarget.value })}
        />
        <Textarea
          id="letterFooter"
          label={t('paper.letterFooter')}
          autosize
          minRows={2}
          value={values.letterFooter}
          error={form.errorOf('letterFooter')}
          onChange={(event) => set({ letterFooter: event.currentTarget.value })}
        />
        {number('emblemSpaceMm', 1)}
        <p className={styles.note}>{t('paper.emblemSpaceHint')}</p>
        <Button type="submit" loading={form.running} className={styles.submit ?? ''}>
          {t('paper.submit')}
        </Button>
        <EmblemField hasEmblem={paper.hasEmblem} />
      </Form>
      <div>
        <NativeSelect
          className={styles.shown ?? ''}
          label={t('paper.shown')}
          value={shown}
          data={(types ?? []).filter((type) => type.active).map((type) => ({ value: type.code, label: type.name }))}
          onChange={(event) => setShown(event.currentTarget.value)}
        />
        <TypePage input={{ code: shown, office: values }} name={t('paper.title')} />
      </div>
    </div>
  );
}
