import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../components/ui/choice.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { SkeletonBlock } from '../../../components/ui/skeleton.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { problemMessage } from '../../../lib/problem.ts';
import { type Comparison, comparisonOptions, type MergeChoice, mergeOffer, type Offer } from '../api/catalogue.ts';
import { changesBetween, linesOf } from '../changes.ts';
import styles from './catalogue.module.css';
import { ChangeLines } from './change-lines.tsx';

type MergeSheetProps = { offer: Offer; opened: boolean; onClose: () => void };

/** A newer version beside our copy: what comes by itself, and what somebody has to choose. */
export function MergeSheet({ offer, opened, onClose }: MergeSheetProps) {
  const { t } = useTranslation('catalogue');
  return (
    <Sheet
      opened={opened}
      onClose={onClose}
      title={t('merge.title', { name: offer.name, version: offer.version })}
      width={860}
    >
      <Compared offer={offer} onClose={onClose} />
    </Sheet>
  );
}

function Compared({ offer, onClose }: Omit<MergeSheetProps, 'opened'>) {
  const { data, error, refetch } = useQuery(comparisonOptions(offer.id));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return data ? (
    <MergeForm key={data.copy.version} offer={offer} compared={data} onClose={onClose} />
  ) : (
    <SkeletonBlock height={240} />
  );
}

type MergeFormProps = { offer: Offer; compared: Comparison; onClose: () => void };

function MergeForm({ offer, compared, onClose }: MergeFormProps) {
  const { t } = useTranslation('catalogue');
  const navigate = useNavigate();
  const [choices, setChoices] = useState<Record<string, MergeChoice>>({});
  const [error, setError] = useState<string | null>(null);
  const [running, setRunning] = useState(false);
  const { copy, conflicts, isChanged, mine, body } = compared;
  const changes = changesBetween(mine, body);
  const open = conflicts.filter(({ key }) => choices[key] === undefined).length;

  async function merge(): Promise<void> {
    setRunning(true);
    setError(null);
    try {
      await mergeOffer(offer.id, { version: copy.version, choices });
      showToast(t('merge.done', { name: copy.name }));
      onClose();
      await navigate({ to: '/pengaturan/templat/$templateId', params: { templateId: copy.id } });
    } catch (thrown) {
      setError(problemMessage(thrown));
    } finally {
      setRunning(false);
    }
  }

  return (
    <div className={styles.merge}>
      <p className={styles.note}>
        {t(isChanged ? 'merge.changed' : 'merge.unchanged', { from: copy.fromVersion, to: compared.toVersion })}
      </p>
      <section className={styles.section}>
        <h3>{t('merge.byItself')}</h3>
        <ChangeLines changes={changes} />
      </section>
      {conflicts.map((conflict, index) => (
        <section key={conflict.key} className={styles.section}>
          <h3>
            {conflict.kind === 'default'
              ? t('merge.default', { name: t(`merge.defaults.${conflict.key.replace('defaults.', '')}`) })
              : t('merge.place', { number: index + 1, count: conflicts.length })}
          </h3>
          <div className={styles.sides}>
            <Side title={t('merge.mine')} value={conflict.mine} />
            <Side title={t('merge.theirs', { version: compared.toVersion })} value={conflict.theirs} />
          </div>
          <Choice<MergeChoice>
            label={t('merge.choose')}
            value={choices[conflict.key] ?? null}
            options={(conflict.kind === 'default'
              ? (['mine', 'theirs'] as const)
              : (['mine', 'theirs', 'both'] as const)
            ).map((value) => ({ value, label: t(`merge.choices.${value}`) }))}
            onChange={(choice) => setChoices((before) => ({ ...before, [conflict.key]: choice }))}
          />
        </section>
      ))}
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
      <div className={styles.acts}>
        <p className={styles.meta}>{open > 0 ? t('merge.open', { count: open }) : t('merge.note')}</p>
        <Button loading={running} disabled={open > 0} onClick={() => void merge()}>
          {t('merge.act')}
        </Button>
      </div>
    </div>
  );
}

function Side({ title, value }: { title: string; value: unknown }) {
  const { t } = useTranslation('catalogue');
  const lines = linesOf(value);
  return (
    <div className={styles.sideText}>
      <h4>{title}</h4>
      {lines.length === 0 ? (
        <p className={styles.meta}>{t('merge.nothing')}</p>
      ) : (
        <p className={styles.lined}>{lines.join('\n')}</p>
      )}
    </div>
  );
}
