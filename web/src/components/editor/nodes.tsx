import {
  mergeAttributes,
  Node,
  NodeViewContent,
  type NodeViewProps,
  NodeViewWrapper,
  ReactNodeViewRenderer,
} from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import styles from './editor.module.css';
import { chipWords } from './printed.ts';

function VariableView({ node, selected }: NodeViewProps) {
  const label = String(node.attrs.label ?? '');
  const value = chipWords(String(node.attrs.kind), node.attrs.value, node.attrs.format);
  return (
    <NodeViewWrapper
      as="span"
      className={styles.variable}
      data-missing={value === null || undefined}
      data-selected={selected || undefined}
      data-hidden={node.attrs.hidden || undefined}
      title={label}
    >
      {value ?? label}
    </NodeViewWrapper>
  );
}

/** A place that the form fills: one piece that can be moved or removed, never typed into. */
export const VariableNode = Node.create({
  name: 'variable',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes() {
    return {
      name: { default: '' },
      label: { default: '' },
      kind: { default: 'text' },
      value: { default: null },
      required: { default: true },
      options: { default: null },
      format: { default: null },
      hidden: { default: false },
    };
  },
  parseHTML() {
    return [{ tag: 'span[data-variable]', getAttrs: (element) => JSON.parse(element.dataset.variable ?? '{}') }];
  },
  renderHTML({ node }) {
    return ['span', { 'data-variable': JSON.stringify(node.attrs) }, String(node.attrs.value ?? node.attrs.label)];
  },
  renderText({ node }) {
    return String(node.attrs.value ?? node.attrs.label);
  },
  addNodeView() {
    return ReactNodeViewRenderer(VariableView, { as: 'span' });
  },
});

/** Rows of a label, a colon and what stands after it. */
export const DetailsNode = Node.create({
  name: 'details',
  group: 'block',
  content: 'detailsRow+',
  parseHTML() {
    return [{ tag: 'div[data-details]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['div', mergeAttributes(HTMLAttributes, { 'data-details': '' }), 0];
  },
});

function DetailsRowView({ node, updateAttributes, editor }: NodeViewProps) {
  const { t } = useTranslation('editor');
  return (
    <NodeViewWrapper className={styles.row}>
      <input
        className={styles.rowLabel}
        contentEditable={false}
        aria-label={t('rowLabel')}
        value={String(node.attrs.label ?? '')}
        readOnly={!editor.isEditable}
        onChange={(event) => updateAttributes({ label: event.currentTarget.value })}
      />
      <span contentEditable={false} aria-hidden>
        :
      </span>
      <NodeViewContent className={styles.rowContent} />
    </NodeViewWrapper>
  );
}

export const DetailsRowNode = Node.create({
  name: 'detailsRow',
  content: 'inline*',
  addAttributes() {
    return { label: { default: '' } };
  },
  parseHTML() {
    return [{ tag: 'div[data-details-row]', getAttrs: (element) => ({ label: element.dataset.detailsRow ?? '' }) }];
  },
  renderHTML({ node }) {
    return ['div', { 'data-details-row': String(node.attrs.label) }, 0];
  },
  addNodeView() {
    return ReactNodeViewRenderer(DetailsRowView);
  },
});
