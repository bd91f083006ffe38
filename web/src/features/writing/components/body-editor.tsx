import { Button, TextInput } from '@mantine/core';
import { IconMessagePlus, IconPhotoPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Editor } from '@tiptap/react';
import { Extension } from '@tiptap/react';
import { type FormEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Body } from '../../../components/editor/body.ts';
import editorStyles from '../../../components/editor/editor.module.css';
import LetterEditor from '../../../components/editor/letter-editor.tsx';
import { commentAt, Margins, marginMeta } from '../../../components/editor/margins.ts';
import { restoreKept, together, togetherState } from '../../../components/editor/together.ts';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { problemMessage } from '../../../lib/problem.ts';
import { addImage, commentsOptions, type OpenedDraft, presentOptions } from '../api/together.ts';
import { BodySync } from '../body-sync.ts';
import { findKept } from '../kept-words.ts';
import type { SaveState } from '../use-autosave.ts';
import { hueOf, usePresence } from '../use-presence.ts';
import styles from './writing.module.css';

/** What the desk does with the text from outside of it. */
export type BodyHandle = {
  /** Fills every place of a variable. */
  setVariable: (name: string, value: unknown) => void;
  /** Resolves when the server has every word. @throws Problem */
  flush: () => Promise<void>;
  isUnsent: () => boolean;
  /** Of the body that stands here. */
  version: () => number;
  undo: () => void;
  /** The words chosen now, as places in the body that the server has; null without any. */
  selection: () => { from: number; to: number; bodyVersion: number; words: string } | null;
  /** Shows the words of a comment. */
  show: (from: number, to: number) => void;
};

type BodyEditorProps = {
  letterId: string;
  opened: OpenedDraft;
  hidden: boolean;
  /** The comment that is looked at now. */
  active: string | null;
  onHandle: (handle: BodyHandle | null) => void;
  onBody: (body: Body) => void;
  onState: (state: SaveState) => void;
  onAskComment: () => void;
  onActive: (commentId: string) => void;
};

const newClientId = (): string => crypto.getRandomValues(new Uint32Array(3)).join('-');

/** The text of a draft, which several people may be writing at once. */
export default function BodyEditor(props: BodyEditorProps) {
  const { letterId, opened, hidden, active, onHandle, onBody, onState, onAskComment, onActive } = props;
  const { t } = useTranslation('writing');
  const [editor, setEditor] = useState<Editor | null>(null);
  const [pictures, setPictures] = useState<{ files: File[]; at: number } | null>(null);
  // Words of before a reload go on under the name that they were sent with.
  const kept = useMemo(() => (opened.mayWrite ? findKept(letterId) : null), [letterId, opened.mayWrite]);
  const clientId = useMemo(() => kept?.clientId ?? newClientId(), [kept]);
  const extra = useMemo(() => {
    const Together = Extension.create({
      name: 'together',
      addProseMirrorPlugins() {
        const words = kept ? restoreKept(this.editor.schema, kept).unsent : [];
        return [together(kept?.version ?? opened.bodyVersion, words)];
      },
    });
    return [Together, Margins];
  }, [kept, opened.bodyVersion]);
  const startingBody = useStartingBody(kept, opened);
  const reports = useRef({ onHandle, onState, onBody, onActive });
  useEffect(() => {
    reports.current = { onHandle, onState, onBody, onActive };
  });

  useEffect(() => {
    if (!editor) return;
    const sync = opened.mayWrite
      ? new BodySync(editor, letterId, clientId, (state) => reports.current.onState(state))
      : null;
    reports.current.onBody(editor.getJSON() as Body);
    reports.current.onHandle({
      setVariable: (name, value) => setVariable(editor, name, value),
      flush: async () => sync?.flush(),
      isUnsent: () => sync?.isUnsent() ?? false,
      version: () => togetherState(editor.state).version,
      undo: () => editor.commands.undo(),
      selection: () => selectionOf(editor),
      show: (from, to) => show(editor, from, to),
    });
    const warn = (event: BeforeUnloadEvent) => {
      if (sync?.isUnsent()) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    const spoken = () => {
      const comment = editor.isFocused ? commentAt(editor.state) : null;
      if (comment) reports.current.onActive(comment);
    };
    editor.on('selectionUpdate', spoken);
    return () => {
      editor.off('selectionUpdate', spoken);
      removeEventListener('beforeunload', warn);
      reports.current.onHandle(null);
      sync?.close();
    };
  }, [editor, letterId, clientId, opened.mayWrite]);

  useMargin(editor, letterId, clientId, active);
  usePresence(editor, letterId, clientId);
  const addPictures = (files: File[], at: number) => setPictures({ files, at });

  return (
    <div hidden={hidden}>
      <LetterEditor
        id="isi-surat"
        label={t('fields.body')}
        value={startingBody}
        onChange={onBody}
        letterId={letterId}
        extra={extra}
        controlled={false}
        editable={opened.mayWrite}
        onEditor={setEditor}
        onFiles={addPictures}
        tools={(current) => (
          <>
            {opened.mayWrite && <PictureTool onChosen={(files) => addPictures(files, current.state.selection.from)} />}
            <button
              type="button"
              className={editorStyles.tool}
              aria-label={t('comments.add')}
              title={t('comments.add')}
              // Keeps the words chosen.
              onMouseDown={(event) => event.preventDefault()}
              onClick={onAskComment}
            >
              <IconMessagePlus size={20} stroke={1.75} aria-hidden />
            </button>
          </>
        )}
      />
      {pictures && editor && (
        <PictureSheet
          letterId={letterId}
          files={pictures.files}
          onClose={() => setPictures(null)}
          onAdded={(attrs) => {
            const at = Math.min(pictures.at, editor.state.doc.content.size);
            editor.chain().insertContentAt(at, { type: 'image', attrs }).focus().run();
          }}
        />
      )}
    </div>
  );
}

function useStartingBody(kept: ReturnType<typeof findKept>, opened: OpenedDraft): Body {
  return useMemo(() => (kept ? ((kept.now ?? kept.doc) as Body) : (opened.body as Body)), [kept, opened.body]);
}

function setVariable(editor: Editor, name: string, value: unknown): void {
  const { tr } = editor.state;
  editor.state.doc.descendants((node, position) => {
    const isPlace = node.type.name === 'variable' || node.type.name === 'variableTable';
    if (isPlace && node.attrs.name === name && node.attrs.value !== value)
      tr.setNodeAttribute(position, 'value', value);
  });
  if (tr.docChanged) editor.view.dispatch(tr);
}

function selectionOf(editor: Editor): ReturnType<BodyHandle['selection']> {
  const { from, to } = editor.state.selection;
  const { version, unsent } = togetherState(editor.state);
  if (from === to || unsent.length > 0) return null;
  const words = editor.state.doc.textBetween(from, to, ' ', (leaf) =>
    String(leaf.attrs.value ?? leaf.attrs.label ?? ''),
  );
  return words.trim() === '' ? null : { from, to, bodyVersion: version, words };
}

function show(editor: Editor, from: number, to: number): void {
  const size = editor.state.doc.content.size;
  editor
    .chain()
    .setTextSelection({ from: Math.min(from, size), to: Math.min(to, size) })
    .scrollIntoView()
    .focus()
    .run();
}

/** Draws comments and other people's carets, as far as they are of the body that stands here. */
function useMargin(editor: Editor | null, letterId: string, clientId: string, active: string | null): void {
  const { data: comments } = useQuery(commentsOptions(letterId));
  const { data: present } = useQuery(presentOptions(letterId));
  useEffect(() => {
    if (!editor) return;
    const draw = () => {
      const { version, unsent } = togetherState(editor.state);
      const here = (at: number): number => unsent.reduce((place, { step }) => step.getMap().map(place), at);
      const spoken = comments?.bodyVersion === version ? comments.items : [];
      editor.view.dispatch(
        editor.state.tr
          .setMeta(marginMeta, {
            comments: spoken.flatMap(({ id, anchor, state, replacement }) =>
              anchor && state === 'open'
                ? [
                    {
                      id,
                      from: here(anchor.from),
                      to: here(anchor.to),
                      suggestion: replacement !== null,
                      active: id === active,
                    },
                  ]
                : [],
            ),
            carets: (present?.items ?? []).flatMap(({ clientId: other, person, caret }) =>
              caret && other !== clientId
                ? [
                    {
                      clientId: other,
                      name: person.name,
                      hue: hueOf(person.id),
                      anchor: here(caret.anchor),
                      head: here(caret.head),
                    },
                  ]
                : [],
            ),
          })
          .setMeta('addToHistory', false),
      );
    };
    draw();
  }, [editor, clientId, comments, present, active]);
}

function PictureTool({ onChosen }: { onChosen: (files: File[]) => void }) {
  const { t } = useTranslation('editor');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={editorStyles.tool}
        aria-label={t('image')}
        title={t('image')}
        onClick={() => input.current?.click()}
      >
        <IconPhotoPlus size={20} stroke={1.75} aria-hidden />
      </button>
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg"
        hidden
        aria-label={t('image')}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length > 0) onChosen(files);
        }}
      />
    </>
  );
}

type PictureSheetProps = {
  letterId: string;
  files: File[];
  onClose: () => void;
  onAdded: (attrs: { fileId: string; alt: string; width: number }) => void;
};

/** Asks what a picture shows before it goes into the letter: who cannot see it reads that. */
function PictureSheet({ letterId, files, onClose, onAdded }: PictureSheetProps) {
  const { t } = useTranslation('writing');
  const id = useId();
  const [alt, setAlt] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [running, setRunning] = useState(false);

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (alt.trim() === '') return setError(t('picture.missing'));
    setRunning(true);
    try {
      for (const file of files) {
        const { fileId, width } = await addImage(letterId, file);
        onAdded({ fileId, alt: alt.trim(), width: width < 600 ? 50 : 100 });
      }
      onClose();
    } catch (thrown) {
      setError(problemMessage(thrown));
    } finally {
      setRunning(false);
    }
  }

  return (
    <Sheet opened onClose={onClose} title={t('picture.title')} closable={!running}>
      <form className={styles.sheet} noValidate onSubmit={(event) => void send(event)}>
        <p>{files.map((file) => file.name).join(', ')}</p>
        <TextInput
          id={id}
          data-autofocus
          label={t('picture.alt')}
          description={t('picture.altHint')}
          maxLength={300}
          value={alt}
          error={error}
          onChange={(event) => setAlt(event.currentTarget.value)}
        />
        <div className={styles.sheetActs}>
          <Button type="submit" loading={running}>
            {t('picture.add')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
