import {
  IconAlignCenter,
  IconAlignRight,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBold,
  IconColumnInsertRight,
  IconColumnRemove,
  IconHeading,
  IconItalic,
  IconList,
  IconListNumbers,
  IconRowInsertBottom,
  IconRowRemove,
  IconTable,
  IconTableOff,
  IconUnderline,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Editor } from '@tiptap/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './editor.module.css';

export type ToolbarState = {
  bold: boolean;
  italic: boolean;
  underline: boolean;
  bulletList: boolean;
  orderedList: boolean;
  heading: boolean;
  table: boolean;
  center: boolean;
  right: boolean;
  canUndo: boolean;
  canRedo: boolean;
};

type Tool = { key: string; icon: TablerIcon; pressed?: boolean; disabled?: boolean; run: () => void };

/** Marks, lists, headings, sides and tables; those for tables appear within one. */
export function EditorToolbar({
  editor,
  state,
  editable = true,
  children,
}: {
  editor: Editor;
  state: ToolbarState;
  /** False: only what is added at the end of the bar. */
  editable?: boolean;
  children?: ReactNode;
}) {
  const { t } = useTranslation('editor');
  const act = () => editor.chain().focus();
  const tools: Tool[] = [
    { key: 'bold', icon: IconBold, pressed: state.bold, run: () => act().toggleBold().run() },
    { key: 'italic', icon: IconItalic, pressed: state.italic, run: () => act().toggleItalic().run() },
    { key: 'underline', icon: IconUnderline, pressed: state.underline, run: () => act().toggleUnderline().run() },
    { key: 'heading', icon: IconHeading, pressed: state.heading, run: () => act().toggleHeading({ level: 2 }).run() },
    { key: 'bulletList', icon: IconList, pressed: state.bulletList, run: () => act().toggleBulletList().run() },
    {
      key: 'orderedList',
      icon: IconListNumbers,
      pressed: state.orderedList,
      run: () => act().toggleOrderedList().run(),
    },
    ...(['center', 'right'] as const).map((side) => ({
      key: side,
      icon: side === 'center' ? IconAlignCenter : IconAlignRight,
      pressed: state[side],
      run: () =>
        act()
          .setAlignment(state[side] ? null : side)
          .run(),
    })),
    ...(state.table
      ? [
          { key: 'addRow', icon: IconRowInsertBottom, run: () => act().addRowAfter().run() },
          { key: 'removeRow', icon: IconRowRemove, run: () => act().deleteRow().run() },
          { key: 'addColumn', icon: IconColumnInsertRight, run: () => act().addColumnAfter().run() },
          { key: 'removeColumn', icon: IconColumnRemove, run: () => act().deleteColumn().run() },
          { key: 'removeTable', icon: IconTableOff, run: () => act().deleteTable().run() },
        ]
      : [
          {
            key: 'table',
            icon: IconTable,
            run: () => act().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
          },
        ]),
    { key: 'undo', icon: IconArrowBackUp, disabled: !state.canUndo, run: () => act().undo().run() },
    { key: 'redo', icon: IconArrowForwardUp, disabled: !state.canRedo, run: () => act().redo().run() },
  ];
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={t('toolbar')}>
      {(editable ? tools : []).map(({ key, icon: Icon, pressed, disabled, run }) => (
        <button
          key={key}
          type="button"
          className={styles.tool}
          aria-label={t(key)}
          title={t(key)}
          {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
          disabled={disabled}
          onClick={run}
        >
          <Icon size={20} stroke={1.75} aria-hidden />
        </button>
      ))}
      {children}
    </div>
  );
}
