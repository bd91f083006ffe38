import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listAskedVariables, setVariable, type VariableValue } from '../../../components/editor/body.ts';
import { TemplateSheet } from '../../../components/template-sheet/template-sheet.tsx';
import { Choice } from '../../../components/ui/choice.tsx';
import { VariableFields } from '../../../components/variable-fields/variable-fields.tsx';
import { templatePreviewOptions } from '../../../lib/calls/preview.ts';
import type { Template } from '../../../lib/calls/templates.ts';
import { bodyOf, type TemplateDraft } from '../draft.ts';
import styles from './templates.module.css';
import { VersionList } from './version-list.tsx';

type AsideProps = {
  draft: TemplateDraft;
  template: Template | null;
  isDirty: boolean;
  onRestored: (template: Template) => void;
};

/** The letter that the template makes, as it is or tested with values, and the template's versions. */
export function TemplateAside({ draft, template, isDirty, onRestored }: AsideProps) {
  const { t } = useTranslation('templates');
  const [shown] = useDebouncedValue(draft, 700);
  const [mode, setMode] = useState<'text' | 'test'>('text');
  return (
    <div className={styles.side}>
      <p className={styles.meta}>{t('preview.about')}</p>
      <Choice
        label={t('preview.mode')}
        value={mode}
        options={(['text', 'test'] as const).map((value) => ({ value, label: t(`preview.modes.${value}`) }))}
        onChange={setMode}
      />
      {shown.type === '' ? (
        <p className={styles.note}>{t('preview.chooseType')}</p>
      ) : mode === 'test' ? (
        <Test draft={shown} />
      ) : (
        <TemplateSheet
          cacheKey={['draft', shown.type, JSON.stringify([shown.body, bodyOf(shown).defaults])]}
          order={{
            type: shown.type,
            name: shown.name || t('new'),
            body: shown.body,
            defaults: bodyOf(shown).defaults ?? null,
          }}
          alt={t('preview.alt', { name: shown.name })}
        />
      )}
      {template && <VersionList template={template} isDirty={isDirty} onRestored={onRestored} />}
    </div>
  );
}

/** The finished page with made-up data, which can be changed to see the other branches. */
function Test({ draft }: { draft: TemplateDraft }) {
  const { t } = useTranslation('templates');
  const [values, setValues] = useState<Record<string, VariableValue | null>>({});
  const [settled] = useDebouncedValue(values, 500);
  const order = {
    type: draft.type,
    name: draft.name || t('new'),
    body: draft.body,
    defaults: bodyOf(draft).defaults ?? null,
    fill: 'sample' as const,
    parts: 'answered' as const,
    values: settled,
  };
  const cacheKey = ['test', draft.type, JSON.stringify([draft.body, order.defaults, settled])];
  const { data } = useQuery(templatePreviewOptions(cacheKey, order));
  const sampled = Object.entries(data?.values ?? {}).reduce(
    (body, [name, value]) =>
      setVariable(body, name, name in values ? (values[name] ?? null) : (value as VariableValue)),
    draft.body,
  );
  return (
    <>
      <p className={styles.note}>{t('test.about')}</p>
      <TemplateSheet cacheKey={cacheKey} order={order} alt={t('test.alt', { name: draft.name })} />
      <section className={styles.form} aria-label={t('test.values')}>
        <h2 className={styles.label}>{t('test.values')}</h2>
        <VariableFields
          variables={listAskedVariables(sampled)}
          errorOf={() => null}
          onChange={(name, value) => setValues((before) => ({ ...before, [name]: value }))}
        />
        {Object.keys(values).length > 0 && (
          <Button variant="default" onClick={() => setValues({})}>
            {t('test.reset')}
          </Button>
        )}
      </section>
    </>
  );
}
