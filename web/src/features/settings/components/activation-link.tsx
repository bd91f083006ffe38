import { Button, CopyButton, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './settings.module.css';

/** The link to set a password: shown this once, or said to have been mailed. */
export function ActivationLink({ url }: { url: string | null }) {
  const { t } = useTranslation('settings');
  if (!url) return <p role="status">{t('people.mailed')}</p>;
  return (
    <div className={styles.link} role="status">
      <p className={styles.text}>{t('people.linkOnce')}</p>
      <TextInput readOnly label={t('people.link')} value={url} onFocus={(event) => event.currentTarget.select()} />
      <CopyButton value={url}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            onClick={copy}
            leftSection={copied ? <IconCheck size={20} stroke={1.75} /> : <IconCopy size={20} stroke={1.75} />}
          >
            {copied ? t('people.copied') : t('people.copy')}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
