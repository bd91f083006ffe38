import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconForms, IconListDetails } from '@tabler/icons-react';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type VariableKind, variableKinds } from '../../../components/editor/body.ts';
import { Choice } from '../../../components/ui/choice.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { fieldName } from '../draft.ts';
import styles from './templates.module.css';

/** Tools of a template's text: a field that the drafter fills, and rows of a label and what stands after it. */
export function TemplateTools({ editor }: { editor: Editor }) {
  const { t } = useTranslation('templates');
  const [asking, setAsking] = useState(false);
  return (
    <>
      <button
        type="button"
        className={styles.tool}
        onClick={() =>
          editor
            .chain()
            .focus()
            .insertContent({
              type: 'details',
              content: [{ type: 'detailsRow', attrs: { label: t('tools.rowLabel') } }],
            })
            .run()
        }
      >
        <IconListDetails size={20} stroke={1.75} aria-hidden />
        {t('tools.details')}
      </button>
      <button type="button" className={styles.tool} style={{ marginLeft: 0 }} onClick={() => setAsking(true)}>
        <IconForms size={20} stroke={1.75} aria-hidden />
        {t('tools.field')}
      </button>
      <Sheet opened={asking} onClose={() => setAsking(false)} title={t('tools.field')} width={480}>
        <FieldForm
          onInsert={(attrs) => {
            setAsking(false);
            // After the sheet has given the focus back.
            setTimeout(() => editor.chain().focus().insertContent({ type: 'variable', attrs }).run(), 50);
          }}
        />
      </Sheet>
    </>
  );
}

type FieldAttrs = {
  name: string;
  label: string;
  kind: VariableKind;
  value: null;
  required: boolean;
  options?: string[];
};

function FieldForm({ onInsert }: { onInsert: (attrs: FieldAttrs) => void }) {
  const { t } = useTranslation('templates');
  const [label, setLabel] = useState('');
  const [kind, setKind] = useState<VariableKind>('text');
  const [choices, setChoices] = useState('');
  const [required, setRequired] = useState(true);
  const [missing, setMissing] = useState<'label' | 'choices' | null>(null);
  const options = choices
    .split(',')
    .map((choice) => choice.trim())
    .filter((choice) => choice !== '');

  function insert(): void {
    const fault = fieldName(label) === '' ? 'label' : kind === 'choice' && options.length < 2 ? 'choices' : null;
    setMissing(fault);
    if (fault) return;
    onInsert({
      name: fieldName(label),
      label: label.trim(),
      kind,
      value: null,
      required,
      ...(kind === 'choice' ? { options } : {}),
    });
  }

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        insert();
      }}
    >
      <TextInput
        data-autofocus
        label={t('tools.label')}
        description={t('tools.labelHelp')}
        value={label}
        maxLength={120}
        error={missing === 'label' ? t('tools.labelMissing') : null}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <Choice
        label={t('tools.kind')}
        value={kind}
        options={variableKinds.map((value) => ({ value, label: t(`tools.kinds.${value}`) }))}
        onChange={setKind}
      />
      {kind === 'choice' && (
        <TextInput
          label={t('tools.choices')}
          description={t('tools.choicesHelp')}
          value={choices}
          error={missing === 'choices' ? t('tools.choicesMissing') : null}
          onChange={(event) => setChoices(event.currentTarget.value)}
        />
      )}
      <Checkbox
        label={t('tools.required')}
        checked={required}
        onChange={(event) => setRequired(event.currentTarget.checked)}
      />
      <div className={styles.formActs}>
        <Button type="submit">{t('tools.insert')}</Button>
      </div>
    </form>
  );
}
