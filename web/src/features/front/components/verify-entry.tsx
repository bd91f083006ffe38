import { Button, TextInput } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './verify-entry.module.css';

/** The code under a signature as it is stored: without spaces, dashes as people see them, in capitals. */
function tidyCode(text: string): string {
  return text.trim().toUpperCase().replace(/\s+/g, '');
}

/** Whether a letter is authentic, by its code or by the file; the answer is a page of the server that needs no script. */
export function VerifyEntry() {
  const { t } = useTranslation('front');
  const [code, setCode] = useState('');
  const [error, setError] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  return (
    <section className={styles.entry} aria-labelledby="verify-title">
      <h2 id="verify-title">{t('verify.title')}</h2>
      <p className={styles.lead}>{t('verify.lead')}</p>
      <div className={styles.forms}>
        <form
          className={styles.code}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            const tidy = tidyCode(code);
            if (tidy === '') setError(t('verify.missing'));
            else location.assign(`/v/${encodeURIComponent(tidy)}`);
          }}
        >
          <TextInput
            size="lg"
            aria-label={t('verify.label')}
            placeholder={t('verify.placeholder')}
            value={code}
            onChange={(event) => {
              setCode(event.currentTarget.value);
              setError(null);
            }}
            error={error}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
          <Button type="submit" variant="default" size="lg">
            {t('verify.check')}
          </Button>
        </form>
        <form ref={form} method="post" action="/v" encType="multipart/form-data" className={styles.file}>
          <label className={styles.upload}>
            <IconUpload size={20} stroke={1.75} aria-hidden />
            {t('verify.upload')}
            <input type="file" name="file" accept="application/pdf" onChange={() => form.current?.requestSubmit()} />
          </label>
        </form>
      </div>
    </section>
  );
}
