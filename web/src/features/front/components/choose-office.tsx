import { Autocomplete, Button } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { officesOptions } from '../../../lib/calls/get-offices.ts';
import { officeUrl } from '../../../lib/office.ts';
import styles from './choose-office.module.css';

/** One field and one button: the way to one's own regency. */
export function ChooseOffice() {
  const { t } = useTranslation('front');
  const { data: offices = [] } = useQuery(officesOptions);
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);

  function find() {
    const words = text.trim().toLowerCase();
    const exact = offices.find(({ name }) => name.toLowerCase() === words);
    const matching = words === '' ? [] : offices.filter(({ name }) => name.toLowerCase().includes(words));
    return exact ?? (matching.length === 1 ? matching[0] : undefined);
  }

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const office = find();
        if (office) location.assign(officeUrl(office.slug, '/masuk'));
        else setError(text.trim() === '' ? t('choose.missing') : t('choose.unknown', { name: text.trim() }));
      }}
    >
      <Autocomplete
        className={styles.field ?? ''}
        label={t('choose.label')}
        placeholder={t('choose.placeholder')}
        leftSection={<IconSearch size={20} stroke={1.75} aria-hidden />}
        size="lg"
        data={[...new Set(offices.map(({ name }) => name))]}
        value={text}
        onChange={(value) => {
          setText(value);
          setError(null);
        }}
        error={error}
        limit={8}
        autoComplete="off"
      />
      <Button type="submit" size="lg" className={styles.button ?? ''}>
        {t('choose.go')}
      </Button>
      <p className={styles.signup}>
        {t('choose.notYet')}{' '}
        <Link to="/daftar" className={styles.signupLink ?? ''}>
          {t('choose.signup')}
        </Link>
      </p>
    </form>
  );
}
