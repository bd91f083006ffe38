import { useEffect, useRef, useSyncExternalStore } from 'react';

/** A key one can press: `key` as the event names it (`j`, `Enter`, `?`), with `mod+` for Ctrl or Command. */
export type KeyBinding = { key: string; label: string; run: () => void; hidden?: boolean };

const active = new Set<{ bindings: KeyBinding[] }>();
const listeners = new Set<() => void>();
let shown: KeyBinding[] = [];

function publish(): void {
  shown = [...active].flatMap(({ bindings }) => bindings).filter((binding) => !binding.hidden);
  for (const listener of listeners) listener();
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
    !(target instanceof HTMLInputElement && /^(checkbox|radio|button)$/.test(target.type))
  );
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const mod = event.ctrlKey || event.metaKey;
  // Inside a field or a dialog the keys are the field's; only the palette's own combination stays.
  if (!mod && (isWriting(event.target) || document.querySelector('[role="dialog"]'))) return;
  const onControl = event.target instanceof HTMLElement && /^(A|BUTTON)$/.test(event.target.tagName);
  if (event.key === 'Enter' && onControl) return;
  const pressed = mod ? `mod+${event.key.toLowerCase()}` : event.key;
  // The last one mounted is the nearest to what the person sees.
  for (const { bindings } of [...active].reverse()) {
    const found = bindings.find(({ key }) => key === pressed || (!mod && key === pressed.toLowerCase()));
    if (!found) continue;
    event.preventDefault();
    found.run();
    return;
  }
}

/** Binds keys while the component is mounted; they show in the help of `?`. */
export function useKeys(bindings: KeyBinding[]): void {
  const entry = useRef({ bindings });
  useEffect(() => {
    entry.current.bindings = bindings;
  });
  const shape = bindings.map(({ key, label }) => `${key}:${label}`).join('|');
  useEffect(() => {
    const own = entry.current;
    if (shape === '') return;
    active.add(own);
    publish();
    if (active.size === 1) document.addEventListener('keydown', onKeyDown);
    return () => {
      active.delete(own);
      publish();
      if (active.size === 0) document.removeEventListener('keydown', onKeyDown);
    };
  }, [shape]);
}

/** The bindings in force, for the help. */
export function useActiveKeys(): KeyBinding[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
}
