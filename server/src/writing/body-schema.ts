import { type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model';

const block = 'block';
const aligned = { textAlign: { default: null } };
const cell = {
  colspan: { default: 1 },
  rowspan: { default: 1 },
  colwidth: { default: null },
  align: { default: null },
};

/**
 * The body as the editor has it: the nodes of Tiptap's kit that letters print, tables, and our own. The order is part
 * of it. The web makes the same schema out of its extensions, and a test holds the two together
 * (web/src/components/editor/schema.test.ts): steps that one side takes must fit the other.
 */
const nodes: Record<string, NodeSpec> = {
  paragraph: { content: 'inline*', group: block, attrs: aligned },
  blockquote: { content: 'block+', group: block, defining: true },
  bulletList: { content: 'listItem+', group: 'block list' },
  doc: { content: 'block+' },
  hardBreak: { group: 'inline', inline: true, linebreakReplacement: true },
  heading: { content: 'inline*', group: block, defining: true, attrs: { ...aligned, level: { default: 1 } } },
  horizontalRule: { group: block },
  listItem: { content: 'paragraph block*', defining: true },
  orderedList: { content: 'listItem+', group: 'block list', attrs: { start: { default: 1 }, type: { default: null } } },
  text: { group: 'inline' },
  table: { content: 'tableRow+', group: block, isolating: true },
  tableCell: { content: 'block+', isolating: true, attrs: cell },
  tableHeader: { content: 'block+', isolating: true, attrs: cell },
  tableRow: { content: '(tableCell | tableHeader)*' },
  variable: {
    group: 'inline',
    inline: true,
    atom: true,
    attrs: {
      name: { default: '' },
      label: { default: '' },
      kind: { default: 'text' },
      value: { default: null },
      required: { default: true },
      options: { default: null },
      format: { default: null },
      hidden: { default: false },
    },
    leafText: (node) => String(node.attrs.value ?? node.attrs.label),
  },
  details: { content: 'detailsRow+', group: block },
  detailsRow: { content: 'inline*', attrs: { label: { default: '' } } },
  variableTable: {
    group: block,
    atom: true,
    attrs: {
      name: { default: '' },
      label: { default: '' },
      value: { default: null },
      required: { default: true },
      columns: { default: null },
      minRows: { default: null },
      maxRows: { default: null },
      numbered: { default: false },
      total: { default: null },
    },
  },
  conditional: { content: 'block+', group: block, defining: true, attrs: { condition: { default: null } } },
  image: {
    group: block,
    atom: true,
    draggable: true,
    attrs: { fileId: { default: '' }, alt: { default: '' }, width: { default: 100 } },
  },
};
const marks: Record<string, MarkSpec> = { bold: {}, italic: {}, strike: {}, underline: {} };

export const bodySchema = new Schema({ nodes, marks, topNode: 'doc' });
