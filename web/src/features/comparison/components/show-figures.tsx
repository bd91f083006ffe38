import { Button, Checkbox, Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../../components/ui/act-button.tsx';
import { Form } from '../../../components/ui/form.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { problemMessage } from '../../../lib/problem.ts';
import { useSending } from '../../../lib/use-sending.ts';
import { type FiguresYear, indexAgreementsOptions, publishFigures, withdrawFigures } from '../api/comparison.ts';
import styles from './comparison.module.css';

type ShowFiguresProps = { scheme: string; figures: FiguresYear };

/** Whether a year's figures are shown, to whom, and the acts that change it. */
export function ShowFigures({ scheme, figures }: ShowFiguresProps) {
  const { t } = useTranslation('comparison');
  const [asking, setAsking] = useState(false);
  const [running, setRunning] = useState(false);
  const { publication, year } = figures;
  const names = publication?.agreements.map(({ title }) => title).join('; ');

  async function withdraw(): Promise<void> {
    setRunning(true);
    try {
      await withdrawFigures({ scheme, year });
      showToast(t('show.withdrawn', { year }));
    } catch (thrown) {
      showToast(problemMessage(thrown), 'failed');
    } finally {
      setRunning(false);
    }
  }

  return (
    <section className={styles.section} aria-labelledby="show-title">
      <h2 id="show-title">{t('show.title')}</h2>
      <p className={styles.lead}>
        {publication === null
          ? t('show.hidden')
          : publication.openToAll
            ? t('show.toAll', { by: publication.consentedBy })
            : t('show.toAgreements', { by: publication.consentedBy, names })}
        {publication?.outdated && ` ${t('show.outdated')}`}
      </p>
      <div className={styles.bar}>
        <ActButton
          variant="outline"
          onClick={() => setAsking(true)}
          reason={figures.result === null ? t('show.incomplete') : null}
        >
          {t(publication === null ? 'show.publish' : 'show.again')}
        </ActButton>
        {publication !== null && (
          <Button variant="default" loading={running} onClick={() => void withdraw()}>
            {t('show.withdraw')}
          </Button>
        )}
      </div>
      {asking && <ConsentSheet scheme={scheme} year={year} onClose={() => setAsking(false)} />}
    </section>
  );
}

function ConsentSheet({ scheme, year, onClose }: { scheme: string; year: number; onClose: () => void }) {
  const { t } = useTranslation('comparison');
  const { data: agreements = [] } = useQuery(indexAgreementsOptions);
  const [to, setTo] = useState<'agreements' | 'all'>('agreements');
  const [chosen, setChosen] = useState<string[]>([]);
  const [consent, setConsent] = useState(false);
  const form = useSending((path) => `show-${path}`);

  async function submit(): Promise<void> {
    const missing = [
      ...(to === 'agreements' && chosen.length === 0
        ? [{ fieldId: 'show-agreementIds', message: t('show.missing.agreements') }]
        : []),
      ...(consent ? [] : [{ fieldId: 'show-consent', message: t('show.missing.consent') }]),
    ];
    if (form.refuse(missing)) return;
    const done = await form.send(() =>
      publishFigures({
        scheme,
        year,
        consent: true,
        openToAll: to === 'all',
        agreementIds: to === 'all' ? [] : chosen,
      }),
    );
    if (!done) return;
    showToast(t('show.published', { year }));
    onClose();
  }

  return (
    <Sheet opened onClose={onClose} title={t('show.sheet', { year })} width={520}>
      <Form className={styles.form} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
        <Radio.Group
          label={t('show.to')}
          value={to}
          onChange={(value) => setTo(value === 'all' ? 'all' : 'agreements')}
        >
          <div className={styles.form}>
            <Radio value="agreements" label={t('show.partners')} />
            <Radio value="all" label={t('show.everybody')} />
          </div>
        </Radio.Group>
        {to === 'agreements' && (
          <Checkbox.Group
            id="show-agreementIds"
            label={t('show.agreements')}
            error={form.errorOf('show-agreementIds')}
            value={chosen}
            onChange={setChosen}
          >
            {agreements.length === 0 ? (
              <p className={styles.hint}>{t('show.noAgreement')}</p>
            ) : (
              <div className={styles.form}>
                {agreements.map(({ id, title }) => (
                  <Checkbox key={id} value={id} label={title} />
                ))}
              </div>
            )}
          </Checkbox.Group>
        )}
        <Checkbox
          id="show-consent"
          label={t('show.consent')}
          checked={consent}
          error={form.errorOf('show-consent')}
          onChange={(event) => setConsent(event.currentTarget.checked)}
        />
        <div className={styles.acts}>
          <Button variant="default" onClick={onClose} disabled={form.running}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={form.running}>
            {t('show.publish')}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
