import { Button } from '@mantine/core';
import { IconForms, IconGitBranch, IconListDetails, IconPencil } from '@tabler/icons-react';
import { type Editor, useEditorState } from '@tiptap/react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Body, type Condition, listVariables } from '../../../components/editor/body.ts';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { draftOfNode, type FieldDraft, fieldNode, freeName, newField } from '../fields.ts';
import { ConditionForm } from './condition-form.tsx';
import { FieldForm } from './field-sheet.tsx';
import styles from './templates.module.css';

type Asking = 'field' | 'edit-field' | 'condition' | 'edit-condition' | null;

const bodyOf = (editor: Editor): Body => editor.getJSON() as Body;
const newCondition: Condition = { match: 'all', tests: [{ variable: '', test: 'filled', values: [] }] };

/** Tools of a template's text: fields, parts under a condition, and rows of a label and what stands after it. */
export function TemplateTools({ editor }: { editor: Editor }) {
  const { t } = useTranslation('templates');
  const [asking, setAsking] = useState<Asking>(null);
  const at = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      place: current.isActive('variable') ? 'variable' : current.isActive('variableTable') ? 'variableTable' : null,
      conditional: current.isActive('conditional'),
    }),
  });
  // After the sheet has given the focus back.
  const later = (act: () => void): void => {
    setAsking(null);
    setTimeout(act, 60);
  };

  function insert(field: FieldDraft, name: string): void {
    later(() => editor.chain().focus().insertContent(fieldNode(field, name)).run());
  }
  function change(field: FieldDraft): void {
    if (!at.place) return;
    const { name, value } = editor.getAttributes(at.place);
    const { attrs } = fieldNode(field, String(name));
    later(() => {
      editor
        .chain()
        .focus()
        .updateAttributes(at.place ?? 'variable', { ...attrs, value })
        .run();
      shareAmongPlaces(editor, String(name), attrs ?? {});
    });
  }
  function wrap(condition: Condition): void {
    later(() => {
      const { $from, $to } = editor.state.selection;
      const range = $from.blockRange($to);
      const type = editor.schema.nodes.conditional;
      if (!range || !type || !editor.chain().focus().wrapIn('conditional', { condition }).run())
        editor
          .chain()
          .focus()
          .insertContent({ type: 'conditional', attrs: { condition }, content: [{ type: 'paragraph' }] })
          .run();
    });
  }
  const tool = (label: string, icon: ReactNode, run: () => void) => (
    <button key={label} type="button" className={styles.tool} onClick={run}>
      {icon}
      {label}
    </button>
  );
  const icon = { size: 20, stroke: 1.75, 'aria-hidden': true };
  return (
    <div className={styles.tools}>
      {at.place && tool(t('tools.editField'), <IconPencil {...icon} />, () => setAsking('edit-field'))}
      {at.conditional && tool(t('condition.edit'), <IconPencil {...icon} />, () => setAsking('edit-condition'))}
      {at.conditional &&
        tool(t('condition.lift'), <IconGitBranch {...icon} />, () => editor.chain().focus().lift('conditional').run())}
      {tool(t('tools.details'), <IconListDetails {...icon} />, () =>
        editor
          .chain()
          .focus()
          .insertContent({ type: 'details', content: [{ type: 'detailsRow', attrs: { label: t('tools.rowLabel') } }] })
          .run(),
      )}
      {tool(t('condition.insert'), <IconGitBranch {...icon} />, () => setAsking('condition'))}
      {tool(t('tools.field'), <IconForms {...icon} />, () => setAsking('field'))}
      <Sheet opened={asking === 'field'} onClose={() => setAsking(null)} title={t('tools.field')} width={520}>
        <KnownFields editor={editor} onChoose={insert} />
        <FieldForm
          field={newField}
          act={t('tools.insert')}
          kindFixed={false}
          onDone={(field) => insert(field, freeName(field.label, bodyOf(editor)))}
        />
      </Sheet>
      <Sheet opened={asking === 'edit-field'} onClose={() => setAsking(null)} title={t('tools.editField')} width={520}>
        {at.place && (
          <FieldForm
            field={draftOfNode(at.place, editor.getAttributes(at.place))}
            act={t('tools.change')}
            kindFixed
            onDone={change}
          />
        )}
      </Sheet>
      <Sheet
        opened={asking === 'condition' || asking === 'edit-condition'}
        onClose={() => setAsking(null)}
        title={t(asking === 'edit-condition' ? 'condition.edit' : 'condition.insert')}
        width={520}
      >
        {listVariables(bodyOf(editor)).length === 0 ? (
          <p className={styles.note}>{t('condition.noFields')}</p>
        ) : (
          <ConditionForm
            condition={
              asking === 'edit-condition'
                ? ((editor.getAttributes('conditional').condition as Condition | null) ?? newCondition)
                : newCondition
            }
            variables={listVariables(bodyOf(editor))}
            act={t(asking === 'edit-condition' ? 'tools.change' : 'condition.wrap')}
            onDone={(condition) =>
              asking === 'edit-condition'
                ? later(() => editor.chain().focus().updateAttributes('conditional', { condition }).run())
                : wrap(condition)
            }
          />
        )}
      </Sheet>
    </div>
  );
}

/** What a field is called and offers is one thing, wherever it stands; how a place prints is its own. */
function shareAmongPlaces(editor: Editor, name: string, attrs: Record<string, unknown>): void {
  const { label, required, options } = attrs;
  editor
    .chain()
    .command(({ tr }) => {
      tr.doc.descendants((node, pos) => {
        if (node.type.name !== 'variable' || node.attrs.name !== name) return;
        tr.setNodeMarkup(pos, undefined, { ...node.attrs, label, required, options: options ?? null }, node.marks);
      });
      return true;
    })
    .run();
}

/** Fields that stand in the text already, to be printed once more. */
function KnownFields({ editor, onChoose }: { editor: Editor; onChoose: (field: FieldDraft, name: string) => void }) {
  const { t } = useTranslation('templates');
  const known = listVariables(bodyOf(editor)).filter(({ kind }) => kind !== 'table');
  if (known.length === 0) return null;
  return (
    <fieldset className={styles.known}>
      <legend className={styles.legend}>{t('tools.again')}</legend>
      <div className={styles.knownFields}>
        {known.map(({ name, label, kind, required, options }) => (
          <Button
            key={name}
            variant="default"
            onClick={() => onChoose({ ...newField, label, kind, required, options: (options ?? []).join('\n') }, name)}
          >
            {label}
          </Button>
        ))}
      </div>
      <p className={styles.legend}>{t('tools.orNew')}</p>
    </fieldset>
  );
}
