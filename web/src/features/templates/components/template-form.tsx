import { Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../components/ui/choice.tsx';
import { SkeletonBlock } from '../../../components/ui/skeleton.tsx';
import { letterTypesOptions } from '../../../lib/calls/templates.ts';
import { approverWays, signers, type TemplateDraft } from '../draft.ts';
import { TemplateTools } from './template-tools.tsx';
import styles from './templates.module.css';

const LetterEditor = lazy(() => import('../../../components/editor/letter-editor.tsx'));

type TemplateFormProps = {
  draft: TemplateDraft;
  onChange: (change: Partial<TemplateDraft>) => void;
  /** The type is chosen once. */
  isNew: boolean;
  errorOf: (field: string) => string | null;
};

/** Name, type, text with its fields, and what a letter made from it starts with. */
export function TemplateForm({ draft, onChange, isNew, errorOf }: TemplateFormProps) {
  const { t } = useTranslation('templates');
  const { data: types = [] } = useQuery(letterTypesOptions);
  const chain = draft.defaults.chain ?? { approvers: 'superiors' as const, signer: 'unit_head' as const };
  const setDefaults = (change: Partial<TemplateDraft['defaults']>): void =>
    onChange({ defaults: { ...draft.defaults, ...change } });
  return (
    <div className={`${styles.form} ${styles.page}`}>
      <div className={styles.pair}>
        <TextInput
          id="name"
          label={t('fields.name')}
          value={draft.name}
          maxLength={200}
          error={errorOf('name')}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <Select
          id="type"
          label={t('fields.type')}
          data={types.map(({ code, name }) => ({ value: code, label: name }))}
          value={draft.type || null}
          onChange={(type) => type && onChange({ type })}
          error={errorOf('type')}
          searchable
          readOnly={!isNew}
          {...(isNew ? {} : { description: t('fields.typeFixed') })}
          allowDeselect={false}
        />
      </div>
      <Textarea
        id="description"
        label={t('fields.description')}
        value={draft.description}
        minRows={2}
        maxLength={1000}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
      />
      <TextInput
        id="subject"
        label={t('fields.subject')}
        description={t('fields.subjectHelp')}
        value={draft.defaults.subject ?? ''}
        maxLength={500}
        onChange={(event) => setDefaults({ subject: event.currentTarget.value })}
      />
      <div>
        <p className={styles.label}>{t('fields.body')}</p>
        <p className={styles.help}>{t('fields.bodyHelp')}</p>
        <Suspense fallback={<SkeletonBlock height={260} />}>
          <LetterEditor
            id="body"
            label={t('fields.body')}
            value={draft.body}
            onChange={(body) => onChange({ body })}
            tools={(editor) => <TemplateTools editor={editor} />}
          />
        </Suspense>
        {errorOf('body') && (
          <p role="alert" className={styles.error}>
            {errorOf('body')}
          </p>
        )}
      </div>
      <Choice
        label={t('fields.signer')}
        value={chain.signer}
        options={signers.map((value) => ({ value, label: t(`signers.${value}`) }))}
        onChange={(signer) => setDefaults({ chain: { ...chain, signer } })}
      />
      <Choice
        label={t('fields.approvers')}
        value={chain.approvers}
        options={approverWays.map((value) => ({ value, label: t(`approvers.${value}`) }))}
        onChange={(approvers) => setDefaults({ chain: { ...chain, approvers } })}
      />
    </div>
  );
}
