import type { EditorState } from '@tiptap/pm/state';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { Extension } from '@tiptap/react';

/** What stands in the margin of a text: places that somebody spoke of, and where others write. */
export type Margin = {
  comments: { id: string; from: number; to: number; suggestion: boolean; active: boolean }[];
  carets: { clientId: string; name: string /** Degrees. */; hue: number; anchor: number; head: number }[];
};

const key = new PluginKey<DecorationSet>('margins');

function caretOf({ name, hue }: Margin['carets'][number]): HTMLElement {
  const caret = document.createElement('span');
  caret.className = 'caret-of-other';
  caret.style.setProperty('--hue', String(hue));
  const label = document.createElement('span');
  label.textContent = name;
  caret.append(label);
  return caret;
}

function draw(state: EditorState, { comments, carets }: Margin): DecorationSet {
  const size = state.doc.content.size;
  const inside = (at: number): number => Math.min(Math.max(at, 0), size);
  const marks = comments.map(({ id, from, to, suggestion, active }) =>
    Decoration.inline(
      inside(from),
      inside(to),
      {
        class: 'commented',
        ...(suggestion ? { 'data-suggestion': '' } : {}),
        ...(active ? { 'data-active': '' } : {}),
      },
      { comment: id },
    ),
  );
  const others = carets.flatMap((caret) => {
    const [from, to] = [inside(Math.min(caret.anchor, caret.head)), inside(Math.max(caret.anchor, caret.head))];
    const selection = Decoration.inline(from, to, { class: 'selection-of-other' });
    const widget = Decoration.widget(inside(caret.head), () => caretOf(caret), { key: caret.clientId, side: 1 });
    return from < to ? [selection, widget] : [widget];
  });
  return DecorationSet.create(state.doc, [...marks, ...others]);
}

/** Draws the margin into the text; it moves along with the words until the next one is given. */
export const Margins = Extension.create({
  name: 'margins',
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply(transaction, before, _old, state) {
            const given = transaction.getMeta(key) as Margin | undefined;
            return given ? draw(state, given) : before.map(transaction.mapping, transaction.doc);
          },
        },
        props: {
          decorations: (state) => key.getState(state),
        },
      }),
    ];
  },
});

/** The message that gives the editor another margin. */
export const marginMeta = key;

/** The comment on the words where the caret stands; null where nobody spoke of them. */
export function commentAt(state: EditorState): string | null {
  const { from } = state.selection;
  const [found] = key.getState(state)?.find(from, from, (spec) => typeof spec.comment === 'string') ?? [];
  return (found?.spec.comment as string | undefined) ?? null;
}
