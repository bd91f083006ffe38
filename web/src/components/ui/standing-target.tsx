import { type Ref, type RefObject, useEffect, useLayoutEffect, useState } from 'react';

type StandingTargetProps = { of: RefObject<HTMLElement | null>; ref?: Ref<HTMLElement> };

/**
 * The target of something that floats, where the button was on the page first: what floats is loaded when it is asked for,
 * and the button stays the same element, with its focus. Goes inside `Popover.Target` and `Menu.Target`.
 */
export function StandingTarget({ of, ref }: StandingTargetProps) {
  useLayoutEffect(() => {
    if (typeof ref !== 'function') return;
    ref(of.current);
    return () => {
      ref(null);
    };
  }, [of, ref]);
  return null;
}

/**
 * False while something floating is mounted for the first time: it has to be there closed before it opens, so that it finds
 * its place before it takes the focus, and knows where to give the focus back.
 */
export function useMounted(): boolean {
  const [mounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  return mounted;
}
