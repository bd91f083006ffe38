import {
  Node,
  NodeViewContent,
  type NodeViewProps,
  NodeViewWrapper,
  ReactNodeViewRenderer,
  useEditorState,
} from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { type Body, type Condition, listVariables } from './body.ts';
import { conditionSentence } from './condition-words.ts';
import styles from './editor.module.css';

function VariableTableView({ node, selected }: NodeViewProps) {
  const { t } = useTranslation('editor');
  return (
    <NodeViewWrapper className={styles.part} data-selected={selected || undefined}>
      {t('variableTable', { label: String(node.attrs.label || node.attrs.name) })}
    </NodeViewWrapper>
  );
}

/** A table that the form fills: one piece in the text. */
export const VariableTableNode = Node.create({
  name: 'variableTable',
  group: 'block',
  atom: true,
  addAttributes() {
    return {
      name: { default: '' },
      label: { default: '' },
      value: { default: null },
      required: { default: true },
      columns: { default: null },
      minRows: { default: null },
      maxRows: { default: null },
      numbered: { default: false },
      total: { default: null },
    };
  },
  parseHTML() {
    return [
      { tag: 'div[data-variable-table]', getAttrs: (element) => JSON.parse(element.dataset.variableTable ?? '{}') },
    ];
  },
  renderHTML({ node }) {
    return ['div', { 'data-variable-table': JSON.stringify(node.attrs) }, String(node.attrs.label)];
  },
  addNodeView() {
    return ReactNodeViewRenderer(VariableTableView);
  },
});

function ConditionalView({ node, editor }: NodeViewProps) {
  const { t, i18n } = useTranslation('editor');
  // A condition names fields, people read their labels; these change while the template is written.
  const labels = useEditorState({
    editor,
    selector: ({ editor: current }) =>
      Object.fromEntries(listVariables(current.getJSON() as Body).map(({ name, label }) => [name, label])),
  });
  return (
    <NodeViewWrapper className={styles.part} data-conditional>
      <p className={styles.partLabel} contentEditable={false}>
        {conditionSentence(node.attrs.condition as Condition | null, (name) => labels[name] ?? name, t, i18n.language)}
      </p>
      <NodeViewContent />
    </NodeViewWrapper>
  );
}

/** A part that is printed only when its condition is met. */
export const ConditionalNode = Node.create({
  name: 'conditional',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes() {
    return { condition: { default: null } };
  },
  parseHTML() {
    return [
      {
        tag: 'div[data-condition]',
        getAttrs: (element) => ({ condition: JSON.parse(element.dataset.condition ?? 'null') }),
      },
    ];
  },
  renderHTML({ node }) {
    return ['div', { 'data-condition': JSON.stringify(node.attrs.condition) }, 0];
  },
  addNodeView() {
    return ReactNodeViewRenderer(ConditionalView);
  },
});
