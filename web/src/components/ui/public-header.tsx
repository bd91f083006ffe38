import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { setPreferences, usePreferences } from '../../lib/preferences.ts';
import { MadanganMark } from './madangan-mark.tsx';
import styles from './public-header.module.css';

/** Header of the platform's own pages: its mark, links, and the other language by its own name. */
export function PublicHeader({ children }: { children?: ReactNode }) {
  return (
    <header className={styles.header}>
      <Link to="/" className={styles.brand ?? ''}>
        <MadanganMark size={36} />
        Madangan
      </Link>
      <div className={styles.links}>
        {children}
        <LanguageButton />
      </div>
    </header>
  );
}

/** Switches to the other language; named in that language, so that who needs it can read it. */
export function LanguageButton() {
  const { language } = usePreferences();
  const other = language === 'id' ? 'en' : 'id';
  return (
    <button type="button" lang={other} className={styles.language} onClick={() => setPreferences({ language: other })}>
      {other === 'en' ? 'English' : 'Indonesia'}
    </button>
  );
}
