/** The sun over lines of a letter. `onDark` gives the light tile for dark ground. */
export function MadanganMark({ size = 36, onDark = false }: { size?: number; onDark?: boolean }) {
  const tile = onDark ? '#F6F4EF' : '#1E2B38';
  const lines = onDark ? '#1E2B38' : '#FFFFFF';
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <rect width="64" height="64" rx="14" fill={tile} />
      <path d="M17 31a15 15 0 0 1 30 0z" fill="#E5A52F" />
      <path d="M12.5 37h39M12.5 44h31M12.5 51h21" stroke={lines} strokeWidth="3.6" strokeLinecap="round" fill="none" />
    </svg>
  );
}
