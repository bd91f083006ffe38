import type { Kept } from '../../components/editor/together.ts';

/**
 * Words that the server does not have yet, kept through a reload of this very window. Only until the window is closed:
 * offices share computers.
 */
const nameOf = (letterId: string): string => `konsep-${letterId}`;

export function keep(letterId: string, kept: Kept | null): void {
  if (kept === null) {
    dropKept(letterId);
    return;
  }
  try {
    sessionStorage.setItem(nameOf(letterId), JSON.stringify(kept));
  } catch (error) {
    // A full store leaves the words on the page, and closing it warns.
    if (!(error instanceof DOMException)) throw error;
  }
}

export function dropKept(letterId: string): void {
  sessionStorage.removeItem(nameOf(letterId));
}

export function findKept(letterId: string): Kept | null {
  const text = sessionStorage.getItem(nameOf(letterId));
  return text === null ? null : (JSON.parse(text) as Kept);
}
