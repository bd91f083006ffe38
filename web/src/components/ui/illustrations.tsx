/** The sun over the lines of a letter: nothing waits. */
export function RisingSun() {
  return (
    <svg width="150" height="70" viewBox="0 0 150 70" fill="none" aria-hidden="true" focusable="false">
      <path d="M42 47a33 33 0 0 1 66 0z" fill="var(--dawn)" />
      <path d="M2 47h146M26 55h78M26 63h46M75 3v6M42 14l4 6M108 14l-4 6" stroke="var(--ink2)" strokeWidth="1.75" />
    </svg>
  );
}

/** An empty in-tray. */
export function EmptyDesk() {
  return (
    <svg width="150" height="74" viewBox="0 0 150 74" fill="none" aria-hidden="true" focusable="false">
      <path d="M34 66V14h58l14 14v38z" fill="var(--raised)" />
      <path d="M2 66h146M34 66V14h58l14 14v38M92 14v14h14" stroke="var(--ink2)" strokeWidth="1.75" />
      <path d="M46 40h34M46 48h44M46 56h24" stroke="var(--line2)" strokeWidth="1.75" />
      <path d="M46 29a9 9 0 0 1 18 0z" fill="var(--dawn)" />
    </svg>
  );
}

/** A lock: this is not for you. */
export function Lock() {
  return (
    <svg width="28" height="32" viewBox="0 0 28 32" fill="none" aria-hidden="true" focusable="false">
      <rect x="2" y="13" width="24" height="17" rx="3" stroke="var(--ink2)" strokeWidth="1.75" />
      <path d="M8 13V8a6 6 0 0 1 12 0v5" stroke="var(--ink2)" strokeWidth="1.75" />
      <circle cx="14" cy="21" r="2" fill="var(--ink2)" />
    </svg>
  );
}
