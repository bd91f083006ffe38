import { IconAlertTriangle, IconCircleCheck, IconX } from '@tabler/icons-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../lib/keys.ts';
import styles from './toast.module.css';

type Toast = { id: number; message: string; kind: 'done' | 'failed'; onUndo?: (() => void) | undefined };

/** How long it stays, unless focus or pointer rests on it. */
const shownForMs = 8_000;

let current: Toast | null = null;
let count = 0;
const listeners = new Set<() => void>();

function show(toast: Omit<Toast, 'id'> | null): void {
  count += 1;
  current = toast ? { ...toast, id: count } : null;
  for (const listener of listeners) listener();
}

/** Says that something was done and offers to undo it. One at a time: a new one takes the place of the last. */
export function showUndo(message: string, onUndo: () => void): void {
  show({ message, kind: 'done', onUndo });
}

/** Says that something was done or failed, with nothing to undo. */
export function showToast(message: string, kind: Toast['kind'] = 'done'): void {
  show({ message, kind });
}

/** The place of the toast; mounted once by each shell. */
export function ToastPlace() {
  const { t } = useTranslation();
  const toast = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!toast || held) return;
    const timer = setTimeout(() => show(null), shownForMs);
    return () => clearTimeout(timer);
  }, [toast, held]);

  function undo(): void {
    toast?.onUndo?.();
    show(null);
  }
  useKeys(toast?.onUndo ? [{ key: 'mod+z', label: t('undo'), run: undo }] : []);

  return (
    <div
      className={styles.place}
      role="status"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toast && (
        <div key={toast.id} className={styles.toast}>
          {toast.kind === 'done' ? (
            <IconCircleCheck size={20} stroke={1.75} aria-hidden />
          ) : (
            <IconAlertTriangle size={20} stroke={1.75} aria-hidden />
          )}
          <span className={styles.message}>{toast.message}</span>
          {toast.onUndo && (
            <button type="button" className={styles.undo} onClick={undo}>
              {t('undo')}
            </button>
          )}
          <button type="button" className={styles.close} aria-label={t('close')} onClick={() => show(null)}>
            <IconX size={18} stroke={1.75} />
          </button>
        </div>
      )}
    </div>
  );
}
