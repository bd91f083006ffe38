import { TableKit } from '@tiptap/extension-table';
import { type Editor, EditorContent, useEditor, useEditorState } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useEffect, useRef } from 'react';
import type { Body } from './body.ts';
import styles from './editor.module.css';
import { DetailsNode, DetailsRowNode, VariableNode } from './nodes.tsx';
import { EditorToolbar } from './toolbar.tsx';

export type LetterEditorProps = {
  /** For ears, and for tests: the name of the text box. */
  label: string;
  value: Body;
  onChange: (body: Body) => void;
  id?: string;
  /** Further tools at the end of the bar, e.g. one that inserts a variable. */
  tools?: (editor: Editor) => React.ReactNode;
};

const extensions = [
  // What letters do not print stays out, so that it cannot be typed either.
  StarterKit.configure({ link: false, code: false, codeBlock: false, heading: { levels: [1, 2, 3] } }),
  TableKit.configure({ table: { resizable: false } }),
  VariableNode,
  DetailsNode,
  DetailsRowNode,
];

/** The body of a letter or template as running text. Heavy: load it with `lazy(() => import(…))`. */
export default function LetterEditor({ label, value, onChange, id, tools }: LetterEditorProps) {
  // What the editor itself reported last; anything else came from outside and must be taken over.
  const own = useRef(value);
  const report = useRef(onChange);
  useEffect(() => {
    report.current = onChange;
  });
  const editor = useEditor({
    extensions,
    content: value,
    editorProps: {
      attributes: {
        class: styles.text ?? '',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        ...(id ? { id } : {}),
      },
    },
    onUpdate: ({ editor: changed }) => {
      own.current = changed.getJSON() as Body;
      report.current(own.current);
    },
  });
  useEffect(() => {
    if (value === own.current) return;
    own.current = value;
    takeOver(editor, value);
  }, [editor, value]);
  const state = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      bold: current.isActive('bold'),
      italic: current.isActive('italic'),
      underline: current.isActive('underline'),
      bulletList: current.isActive('bulletList'),
      orderedList: current.isActive('orderedList'),
      heading: current.isActive('heading'),
      table: current.isActive('table'),
      canUndo: current.can().undo(),
      canRedo: current.can().redo(),
    }),
  });
  return (
    <div className={styles.editor}>
      <EditorToolbar editor={editor} state={state}>
        {tools?.(editor)}
      </EditorToolbar>
      <EditorContent editor={editor} />
    </div>
  );
}

/** Keeps the place of the cursor where only the values of variables differ. */
function takeOver(editor: Editor, value: Body): void {
  const next = editor.schema.nodeFromJSON(value);
  if (next.eq(editor.state.doc)) return;
  const { from, to } = editor.state.selection;
  editor
    .chain()
    .setContent(value, { emitUpdate: false })
    .setTextSelection({ from: Math.min(from, next.content.size), to: Math.min(to, next.content.size) })
    .run();
}
