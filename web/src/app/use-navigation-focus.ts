import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { announce } from '../lib/announce.ts';

const longestWaitMs = 5_000;

/**
 * After a change of page the focus goes to its h1 and its title is read. A change of filters only (same path) leaves
 * the focus where it is, and so does a page that has already put it into a field.
 */
export function useNavigationFocus(): void {
  const router = useRouter();
  useEffect(() => {
    let observer: MutationObserver | null = null;
    const unsubscribe = router.subscribe('onResolved', ({ pathChanged, fromLocation }) => {
      observer?.disconnect();
      if (!pathChanged || !fromLocation) return;
      observer = whenTitleShows((title) => {
        const active = document.activeElement;
        const busy = active instanceof HTMLElement && active.matches('input, textarea, select, [role="dialog"] *');
        if (!busy) title.focus({ preventScroll: true });
        announce(document.title);
      });
    });
    return () => {
      observer?.disconnect();
      unsubscribe();
    };
  }, [router]);
}

/** Calls back with the page's h1, at once or when it has been drawn (a screen may still load). */
function whenTitleShows(found: (title: HTMLElement) => void): MutationObserver | null {
  const look = (): HTMLElement | null => document.querySelector<HTMLElement>('#main h1');
  const title = look();
  if (title) {
    found(title);
    return null;
  }
  const observer = new MutationObserver(() => {
    const later = look();
    if (!later) return;
    observer.disconnect();
    found(later);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => observer.disconnect(), longestWaitMs);
  return observer;
}
