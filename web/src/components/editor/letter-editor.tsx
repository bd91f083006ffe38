import { type AnyExtension, type Editor, EditorContent, useEditor, useEditorState } from '@tiptap/react';
import { useEffect, useMemo, useRef } from 'react';
import type { Body } from './body.ts';
import styles from './editor.module.css';
import { bodyExtensions } from './extensions.ts';
import { cleanPaste } from './paste.ts';
import { EditorToolbar } from './toolbar.tsx';

export type LetterEditorProps = {
  /** For ears, and for tests: the name of the text box. */
  label: string;
  value: Body;
  onChange: (body: Body) => void;
  id?: string;
  /** Further tools at the end of the bar, e.g. one that inserts a variable. */
  tools?: (editor: Editor) => React.ReactNode;
  /** The letter whose pictures the text shows. */
  letterId?: string | null;
  /** What else the editor does, e.g. write together; taken at the start only. */
  extra?: AnyExtension[];
  /** False: the text has another master than `value`, which is only its beginning. */
  controlled?: boolean;
  editable?: boolean;
  onEditor?: (editor: Editor) => void;
  /** Takes pictures that were dropped or pasted. */
  onFiles?: (files: File[], at: number) => void;
};

/** The body of a letter or template as running text. Heavy: load it with `lazy(() => import(…))`. */
export default function LetterEditor(props: LetterEditorProps) {
  const { label, value, onChange, id, tools, letterId = null, extra, controlled = true, editable = true } = props;
  // What the editor itself reported last; anything else came from outside and must be taken over.
  const own = useRef(value);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const extensions = useMemo(() => [...bodyExtensions(letterId), ...(extra ?? [])], [letterId, extra]);
  const editor = useEditor({
    extensions,
    content: value,
    editable,
    editorProps: {
      attributes: {
        class: styles.text ?? '',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        'aria-readonly': editable ? 'false' : 'true',
        tabindex: '0',
        ...(id ? { id } : {}),
      },
      transformPastedHTML: cleanPaste,
      handlePaste: (view, event) => take(event.clipboardData, view.state.selection.from, event),
      handleDrop: (view, event) =>
        take(event.dataTransfer, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? 0, event),
    },
    onUpdate: ({ editor: changed }) => {
      own.current = changed.getJSON() as Body;
      onChange(own.current);
    },
  });
  function take(data: DataTransfer | null, at: number, event: Event): boolean {
    const pictures = [...(data?.files ?? [])].filter((file) => file.type.startsWith('image/'));
    if (pictures.length === 0 || !latest.current.onFiles) return false;
    event.preventDefault();
    latest.current.onFiles(pictures, at);
    return true;
  }
  useEffect(() => {
    latest.current.onEditor?.(editor);
  }, [editor]);
  useEffect(() => {
    editor.setEditable(editable, false);
  }, [editor, editable]);
  useEffect(() => {
    if (!controlled || value === own.current) return;
    own.current = value;
    takeOver(editor, value);
  }, [controlled, editor, value]);
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
      center: current.isActive({ textAlign: 'center' }),
      right: current.isActive({ textAlign: 'right' }),
      canUndo: current.can().undo(),
      canRedo: current.can().redo(),
    }),
  });
  return (
    <div className={styles.editor} data-readonly={!editable || undefined}>
      {(editable || tools) && (
        <EditorToolbar editor={editor} state={state} editable={editable}>
          {tools?.(editor)}
        </EditorToolbar>
      )}
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
