import { Button, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { SkeletonBlock } from '../../../components/ui/skeleton.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { sharingAgreementsOptions } from '../../../lib/calls/agreements.ts';
import { shareTemplate, type TemplateItem } from '../../../lib/calls/templates.ts';
import { shortDay } from '../../../lib/dates.ts';
import { problemMessage } from '../../../lib/problem.ts';
import styles from './templates.module.css';

type ShareSheetProps = {
  template: Pick<TemplateItem, 'id' | 'name' | 'publishedVersion'>;
  opened: boolean;
  onClose: () => void;
};

/** Under which agreement the template is offered, which also says to whom. */
export function ShareSheet({ template, opened, onClose }: ShareSheetProps) {
  const { t } = useTranslation('templates');
  return (
    <Sheet opened={opened} onClose={onClose} title={t('share.title', { name: template.name })} width={520}>
      <ShareForm template={template} onClose={onClose} />
    </Sheet>
  );
}

function ShareForm({ template, onClose }: Omit<ShareSheetProps, 'opened'>) {
  const { t, i18n } = useTranslation('templates');
  const { data: agreements, error: loadError, isPending, refetch } = useQuery(sharingAgreementsOptions);
  const [asked, setAsked] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [running, setRunning] = useState(false);
  const [licence, setLicence] = useState('');
  const [attribution, setAttribution] = useState('');
  const chosen = asked ?? agreements?.[0]?.id ?? null;
  const names = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  const partnersOf = (id: string | null): string =>
    names.format(
      (agreements?.find((one) => one.id === id)?.parties ?? []).filter(({ isUs }) => !isUs).map(({ name }) => name),
    );

  async function share(): Promise<void> {
    if (!chosen) return;
    setRunning(true);
    setError(null);
    try {
      await shareTemplate(template.id, chosen, { licence: licence.trim(), attribution: attribution.trim() });
      showToast(t('share.done', { names: partnersOf(chosen) }));
      onClose();
    } catch (thrown) {
      setError(problemMessage(thrown));
    } finally {
      setRunning(false);
    }
  }

  if (isPending) return <SkeletonBlock height={120} />;
  if (loadError) return <ErrorState error={loadError} onRetry={() => void refetch()} />;
  if (agreements.length === 0) {
    return (
      <div className={styles.form}>
        <p className={styles.note}>{t('share.none')}</p>
        <Link to="/kolaborasi">{t('share.toAgreements')}</Link>
      </div>
    );
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void share();
      }}
    >
      <fieldset className={styles.options}>
        <legend className={styles.legend}>{t('share.under')}</legend>
        {agreements.map((agreement) => (
          <label key={agreement.id} className={styles.option}>
            <input
              type="radio"
              name="agreement"
              checked={agreement.id === chosen}
              onChange={() => setAsked(agreement.id)}
            />
            <span>
              <strong>{partnersOf(agreement.id)}</strong>
              <span className={styles.meta}>
                {agreement.title}, {t('share.until', { date: shortDay(agreement.endsOn) })}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <Textarea
        label={t('share.licence')}
        description={t('share.licenceHelp')}
        value={licence}
        autosize
        minRows={2}
        maxLength={1000}
        onChange={(event) => setLicence(event.currentTarget.value)}
      />
      <TextInput
        label={t('share.attribution')}
        description={t('share.attributionHelp')}
        value={attribution}
        maxLength={300}
        onChange={(event) => setAttribution(event.currentTarget.value)}
      />
      <p className={styles.note}>
        {t('share.consequence', { version: template.publishedVersion, names: partnersOf(chosen) })}
      </p>
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
      <div className={styles.formActs}>
        <Button variant="default" onClick={onClose} disabled={running}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={running}>
          {t('share.act')}
        </Button>
      </div>
    </form>
  );
}
