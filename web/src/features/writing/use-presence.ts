import type { Editor } from '@tiptap/react';
import { useEffect } from 'react';
import { togetherState } from '../../components/editor/together.ts';
import { queryClient } from '../../lib/query-client.ts';
import { presentOptions, sayPresent } from './api/together.ts';

const heartbeatMs = 20_000;
/** A caret is told of once it rests. */
const caretRestMs = 900;

/** A hue in degrees, one of eight, the same for a person on every page. */
export const hueOf = (personId: string): number =>
  ([...personId].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 8) * 45;

/** Says that this page has the draft open and where its caret is, until it is left. */
export function usePresence(editor: Editor | null, letterId: string, clientId: string): void {
  useEffect(() => {
    if (!editor) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const say = (leaving: boolean) => {
      const { version, unsent } = togetherState(editor.state);
      const { anchor, head } = editor.state.selection;
      const caret = editor.isFocused && unsent.length === 0 ? { anchor, head } : null;
      sayPresent(letterId, { clientId, bodyVersion: version, caret, leaving }).then(
        (present) => queryClient.setQueryData(presentOptions(letterId).queryKey, present),
        // Being seen is a courtesy: the next heartbeat says it again.
        () => undefined,
      );
    };
    const rest = () => {
      clearTimeout(timer);
      timer = setTimeout(() => say(false), caretRestMs);
    };
    say(false);
    editor.on('selectionUpdate', rest);
    const heartbeat = setInterval(() => say(false), heartbeatMs);
    return () => {
      clearTimeout(timer);
      clearInterval(heartbeat);
      editor.off('selectionUpdate', rest);
      say(true);
    };
  }, [editor, letterId, clientId]);
}
