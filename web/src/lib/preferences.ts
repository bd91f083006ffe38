import { useSyncExternalStore } from 'react';
import { getSession, subscribeSession } from './session.ts';

export type Language = 'id' | 'en';
export type Density = 'nyaman' | 'padat';
export type ColourScheme = 'auto' | 'light' | 'dark';
export type Preferences = { language: Language; density: Density; colourScheme: ColourScheme };

const initial: Preferences = { language: 'id', density: 'nyaman', colourScheme: 'auto' };

/** Kept per person on this device: two people at one counter keep their own settings. */
function storageKey(): string {
  const user = getSession()?.user.id;
  return user ? `madangan.preferences.${user}` : 'madangan.preferences';
}

function read(): Preferences {
  try {
    const own = localStorage.getItem(storageKey()) ?? localStorage.getItem('madangan.preferences');
    return { ...initial, ...(own ? (JSON.parse(own) as Partial<Preferences>) : {}) };
  } catch {
    // Storage may be shut (private window) or hold nonsense; the defaults do.
    return initial;
  }
}

let current = read();
const listeners = new Set<() => void>();

function emit(): void {
  for (const listener of listeners) listener();
}

export function getPreferences(): Preferences {
  return current;
}

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    const value = JSON.stringify(current);
    localStorage.setItem(storageKey(), value);
    // Also for the sign-in page, which knows no person yet.
    localStorage.setItem('madangan.preferences', value);
  } catch {
    // Kept for this tab only.
  }
  emit();
}

export function subscribePreferences(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

subscribeSession(() => {
  const next = read();
  if (JSON.stringify(next) === JSON.stringify(current)) return;
  current = next;
  emit();
});

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribePreferences, getPreferences);
}
