import { Button, PasswordInput } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { ErrorSummary } from '../../../components/ui/error-summary.tsx';
import { FactList } from '../../../components/ui/fact-list.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { SkeletonBlock } from '../../../components/ui/skeleton.tsx';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { longDate, pastWords } from '../../../lib/dates.ts';
import { useSending } from '../../../lib/use-sending.ts';
import { ownKeyOptions, requestKey, type SigningKey } from '../api/account.ts';
import styles from './settings.module.css';

/** One's own signing key: whether there is one, until when, and how to get one. */
export function KeySection() {
  const { t } = useTranslation('settings');
  const [asking, setAsking] = useState(false);
  const { data, error, refetch } = useQuery(ownKeyOptions);
  return (
    <section className={styles.section} aria-labelledby="kunci-tanda-tangan">
      <h2 id="kunci-tanda-tangan">{t('key.title')}</h2>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonBlock height={64} />}
      {data && (
        <>
          {data.active ? (
            <>
              <StatusChip status="selesai">{t('key.active')}</StatusChip>
              <KeyFacts signingKey={data.active} />
            </>
          ) : (
            <p className={styles.text}>{t('key.none')}</p>
          )}
          {data.pending && (
            <StatusChip status="tunggu">
              {t(data.pending.state === 'approved' ? 'key.making' : 'key.pending', {
                when: pastWords(data.pending.requestedAt),
              })}
            </StatusChip>
          )}
          {!data.pending && (
            <Button
              variant="default"
              className={styles.submit ?? ''}
              leftSection={<IconKey size={20} stroke={1.75} />}
              onClick={() => setAsking(true)}
            >
              {data.active ? t('key.renew') : t('key.request')}
            </Button>
          )}
        </>
      )}
      {asking && <KeySheet onClose={() => setAsking(false)} />}
    </section>
  );
}

function KeyFacts({ signingKey }: { signingKey: SigningKey }) {
  const { t } = useTranslation('settings');
  return (
    <FactList
      facts={[
        { label: t('key.serial'), value: signingKey.serial },
        { label: t('key.validUntil'), value: signingKey.validUntil ? longDate(signingKey.validUntil) : null },
      ]}
    />
  );
}

/** As the server asks of passphrases. */
const shortest = 8;

/** The passphrase of a new key; it is known to nobody else and cannot be found again. */
function KeySheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings');
  const queryClient = useQueryClient();
  const [passphrase, setPassphrase] = useState('');
  const form = useSending(() => 'frasa-sandi-baru');
  async function submit(): Promise<void> {
    const faults =
      passphrase.length < shortest
        ? [{ fieldId: 'frasa-sandi-baru', message: t('key.short', { count: shortest }) }]
        : [];
    if (form.refuse(faults)) return;
    if (!(await form.send(() => requestKey(passphrase)))) return;
    await queryClient.invalidateQueries({ queryKey: ['signing-keys'] });
    showToast(t('key.requested'));
    onClose();
  }
  return (
    <Sheet opened onClose={onClose} title={t('key.request')}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p className={styles.text}>{t('key.explain')}</p>
        <ErrorSummary errors={form.errors.filter(({ fieldId }) => !fieldId)} attempt={form.attempt} />
        <PasswordInput
          id="frasa-sandi-baru"
          data-autofocus
          label={t('key.passphrase')}
          description={t('key.hint', { count: shortest })}
          autoComplete="off"
          value={passphrase}
          error={form.errorOf('frasa-sandi-baru')}
          visibilityToggleButtonProps={{ 'aria-label': t('common:passphrase.show'), tabIndex: 0 }}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <div className={styles.acts}>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={form.running}>
            {t('key.submit')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
