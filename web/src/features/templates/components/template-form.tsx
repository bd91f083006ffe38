import { Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { SkeletonBlock } from '../../../components/ui/skeleton.tsx';
import { letterTypesOptions } from '../../../lib/calls/templates.ts';
import type { TemplateDraft } from '../draft.ts';
import { DefaultsPanel, type LentFields } from './defaults-panel.tsx';
import { TemplateTools } from './template-tools.tsx';
import styles from './templates.module.css';

const LetterEditor = lazy(() => import('../../../components/editor/letter-editor.tsx'));

type TemplateFormProps = {
  draft: TemplateDraft;
  onChange: (change: Partial<TemplateDraft>) => void;
  fields: LentFields;
  /** The type is chosen once. */
  isNew: boolean;
  gone: { path: string; message: string }[];
  errorOf: (field: string) => string | null;
};

/** Name, type, text with its fields, and what a letter made from it starts with. */
export function TemplateForm({ draft, onChange, fields, isNew, gone, errorOf }: TemplateFormProps) {
  const { t } = useTranslation('templates');
  const { data: types = [] } = useQuery(letterTypesOptions);
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
      <DefaultsPanel draft={draft} fields={fields} gone={gone} errorOf={errorOf} onChange={onChange} />
    </div>
  );
}
