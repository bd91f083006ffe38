import { Button, NativeSelect, PasswordInput, Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../components/ui/choice.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { Form } from '../../../components/ui/form.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { pastWords } from '../../../lib/dates.ts';
import { useSending } from '../../../lib/use-sending.ts';
import { type Provider, providerOptions, saveProvider, testProvider } from '../api/provider.ts';
import styles from './provider.module.css';

/** Who signs for the office, and how it is reached. */
export function ProviderForm() {
  const { data, error, refetch } = useQuery(providerOptions);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={5} />;
  return (
    <>
      {data.outage && <OutageNote outage={data.outage} />}
      <Fields key={data.updatedAt ?? 'new'} provider={data} />
    </>
  );
}

function OutageNote({ outage }: { outage: NonNullable<Provider['outage']> }) {
  const { t } = useTranslation('providers');
  return (
    <div className={styles.note} role="status">
      <StatusChip status="masalah">{t(`outage.${outage.fault}`)}</StatusChip>
      <p>{t('outage.since', { when: pastWords(outage.since), count: outage.queued })}</p>
    </div>
  );
}

type Values = Record<
  'baseUrl' | 'username' | 'password' | 'tlsAuthorities' | 'signatureRoots' | 'coordinatorName' | 'coordinatorContact',
  string
> & { provider: Provider['provider']; apiVersion: Provider['apiVersion'] };

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

function Fields({ provider }: { provider: Provider }) {
  const { t } = useTranslation('providers');
  const queryClient = useQueryClient();
  const form = useSending();
  const [found, setFound] = useState<{ result: string; message: string } | null>(null);
  const [isTesting, setTesting] = useState(false);
  const [values, setValues] = useState<Values>({
    provider: provider.provider,
    apiVersion: provider.apiVersion,
    baseUrl: provider.baseUrl ?? '',
    username: provider.username ?? '',
    password: '',
    tlsAuthorities: provider.tlsAuthorities ?? '',
    signatureRoots: provider.signatureRoots ?? '',
    coordinatorName: provider.coordinatorName ?? '',
    coordinatorContact: provider.coordinatorContact ?? '',
  });
  const set = (change: Partial<Values>): void => {
    setFound(null);
    setValues({ ...values, ...change });
  };
  const connection = () => ({
    apiVersion: values.apiVersion,
    baseUrl: orNull(values.baseUrl),
    username: orNull(values.username),
    tlsAuthorities: orNull(values.tlsAuthorities),
    ...(values.password === '' ? {} : { password: values.password }),
  });

  async function submit(): Promise<void> {
    const saved = await form.send(async () => {
      const answer = await saveProvider({
        ...connection(),
        provider: values.provider,
        signatureRoots: orNull(values.signatureRoots),
        coordinatorName: orNull(values.coordinatorName),
        coordinatorContact: orNull(values.coordinatorContact),
      });
      queryClient.setQueryData(providerOptions.queryKey, answer);
    });
    if (saved) showToast(t('saved'));
  }
  async function test(): Promise<void> {
    setFound(null);
    setTesting(true);
    await form.send(async () => setFound(await testProvider(connection())));
    setTesting(false);
  }
  const text = (id: keyof Values & string, more: object = {}) => ({
    id,
    label: t(`fields.${id}`),
    value: values[id],
    error: form.errorOf(id),
    onChange: (event: { currentTarget: { value: string } }) => set({ [id]: event.currentTarget.value }),
    ...more,
  });

  return (
    <Form className={styles.form} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
      <Choice
        label={t('fields.provider')}
        value={values.provider}
        onChange={(chosen) => set({ provider: chosen })}
        options={[
          { value: 'embedded', label: t('provider.embedded') },
          { value: 'bsre', label: t('provider.bsre') },
        ]}
      />
      <p className={styles.text}>{t(`about.${values.provider}`)}</p>
      {values.provider === 'bsre' && (
        <>
          <TextInput {...text('baseUrl', { description: t('hints.baseUrl'), type: 'url', spellCheck: false })} />
          <NativeSelect
            id="apiVersion"
            label={t('fields.apiVersion')}
            value={values.apiVersion}
            data={[
              { value: 'v2', label: t('version.v2') },
              { value: 'v1', label: t('version.v1') },
            ]}
            onChange={(event) => set({ apiVersion: event.currentTarget.value === 'v1' ? 'v1' : 'v2' })}
          />
          <TextInput {...text('username', { autoComplete: 'off', spellCheck: false })} />
          <PasswordInput
            {...text('password', {
              description: t(provider.hasPassword ? 'hints.passwordKept' : 'hints.password'),
              autoComplete: 'new-password',
              visibilityToggleButtonProps: { 'aria-label': t('common:passphrase.show'), tabIndex: 0 },
            })}
          />
          <details className={styles.more}>
            <summary>{t('certificates')}</summary>
            <Textarea
              {...text('tlsAuthorities', { description: t('hints.tlsAuthorities'), rows: 4, spellCheck: false })}
            />
            <Textarea
              {...text('signatureRoots', { description: t('hints.signatureRoots'), rows: 4, spellCheck: false })}
            />
          </details>
          <TextInput {...text('coordinatorName', { description: t('hints.coordinator') })} />
          <TextInput {...text('coordinatorContact')} />
          <div className={styles.test} role="status">
            {found && <StatusChip status={found.result === 'ok' ? 'selesai' : 'masalah'}>{found.message}</StatusChip>}
          </div>
        </>
      )}
      <div className={styles.acts}>
        {values.provider === 'bsre' && (
          <Button variant="default" loading={isTesting} onClick={() => void test()}>
            {t('test')}
          </Button>
        )}
        <Button type="submit" loading={form.running && !isTesting}>
          {t('save')}
        </Button>
      </div>
    </Form>
  );
}
