import { Button, CopyButton, TextInput } from '@mantine/core';
import { IconCheck, IconCopy, IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { problemMessage } from '../../../lib/problem.ts';
import { readActivationLink, renewActivationLink } from '../api/tenants.ts';
import styles from './console.module.css';

type ActivationProps = { slug: string; name: string; jobId: string | null; variant?: 'filled' | 'default' };

/** The administrator's activation link. It is shown once, so it is only asked for when somebody wants to see it. */
export function ActivationLink({ slug, name, jobId, variant = 'default' }: ActivationProps) {
  const { t } = useTranslation('console');
  const [opened, setOpened] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const [wasShown, setWasShown] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [running, setRunning] = useState(false);

  async function fetchLink(from: () => Promise<string | null>): Promise<void> {
    setRunning(true);
    setError(null);
    try {
      const found = await from();
      setLink(found);
      setWasShown(found === null);
    } catch (thrown) {
      setError(problemMessage(thrown));
    } finally {
      setRunning(false);
    }
  }

  function open(): void {
    setOpened(true);
    if (link === null) void fetchLink(() => (jobId ? readActivationLink(jobId) : Promise.resolve(null)));
  }

  return (
    <>
      <Button
        variant={variant}
        fullWidth
        justify={variant === 'default' ? 'flex-start' : 'center'}
        leftSection={<IconKey size={20} stroke={1.75} />}
        onClick={open}
      >
        {t('activation.open')}
      </Button>
      <Sheet opened={opened} onClose={() => setOpened(false)} title={t('activation.title', { name })} width={520}>
        <div className={styles.form} aria-live="polite">
          {link && (
            <>
              <p className={styles.note}>{t('activation.once')}</p>
              <div className={styles.link}>
                <TextInput
                  readOnly
                  label={t('activation.link')}
                  value={link}
                  onFocus={(event) => event.currentTarget.select()}
                />
                <CopyButton value={link}>
                  {({ copied, copy }) => (
                    <Button
                      onClick={copy}
                      leftSection={
                        copied ? <IconCheck size={20} stroke={1.75} /> : <IconCopy size={20} stroke={1.75} />
                      }
                    >
                      {copied ? t('activation.copied') : t('activation.copy')}
                    </Button>
                  )}
                </CopyButton>
              </div>
            </>
          )}
          {!link && wasShown && !error && <p className={styles.note}>{t('activation.shownBefore')}</p>}
          {error && (
            <p className={styles.note} role="alert">
              {error}
            </p>
          )}
          {!link && (wasShown || error) && (
            <div className={styles.formActs}>
              <Button variant="default" onClick={() => setOpened(false)}>
                {t('close')}
              </Button>
              {!error && (
                <Button loading={running} onClick={() => void fetchLink(() => renewActivationLink(slug))}>
                  {t('activation.renew')}
                </Button>
              )}
            </div>
          )}
        </div>
      </Sheet>
    </>
  );
}
