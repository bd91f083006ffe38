import styles from './avatar.module.css';

/** Two letters of a name, leaving out what stands before or after it ("Dr. Laras Wiradinata, M.Si." → LW). */
function initials(name: string): string {
  const parts = (name.split(',')[0] ?? '').split(/\s+/).filter((part) => part !== '' && !part.endsWith('.'));
  const first = parts[0]?.charAt(0) ?? '';
  const last = parts.length > 1 ? (parts.at(-1)?.charAt(0) ?? '') : '';
  return (first + last).toUpperCase();
}

/** A person as initials; the name stands beside it. */
export function Avatar({ name, size = 36 }: { name: string; size?: number }) {
  return (
    <span className={styles.avatar} style={{ width: size, height: size, fontSize: size * 0.36 }} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
