import { Select, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type AgreementKind, foundationsOptions } from '../../../lib/calls/agreements.ts';
import { shortDay } from '../../../lib/dates.ts';
import styles from './agreements.module.css';

export type Foundation = { parentId: string | null; parentReason: string | null; burdens: boolean };

type FoundationFieldsProps = {
  kind: AgreementKind;
  value: Foundation;
  /** Partners chosen so far; a document of other parties is nothing to rest on. */
  partners: readonly string[] | null;
  error: string | null;
  onChange: (change: Partial<Foundation>) => void;
};

/** What the document rests on (a KB under a PKS, a letter of intent before a KB), and whether councils must be asked. */
export function FoundationFields({ kind, value, partners, error, onChange }: FoundationFieldsProps) {
  const { t } = useTranslation('agreements');
  const { data = [] } = useQuery(foundationsOptions);
  if (kind === 'letter_of_intent') return null;
  const wanted = kind === 'pks' ? 'kb' : 'letter_of_intent';
  const found = data.filter(
    (each) =>
      each.kind === wanted &&
      (partners === null ||
        [...partners].sort().join() ===
          each.parties
            .filter(({ isUs }) => !isUs)
            .map(({ slug }) => slug)
            .sort()
            .join()),
  );
  return (
    <>
      <Select
        id="parentId"
        size="md"
        label={t(`foundation.${wanted}`)}
        description={found.length === 0 ? t(`foundation.none.${wanted}`) : t(`foundation.help.${wanted}`)}
        placeholder={t('foundation.without')}
        data={found.map(({ id, title, endsOn }) => ({
          value: id,
          label: t('foundation.option', { title, date: shortDay(endsOn) }),
        }))}
        value={value.parentId}
        onChange={(parentId) => onChange({ parentId, ...(parentId === null ? {} : { parentReason: null }) })}
        error={error}
        clearable
      />
      {kind === 'pks' && value.parentId === null && (
        <Textarea
          id="parentReason"
          label={t('foundation.reason')}
          description={t('foundation.reasonHelp')}
          value={value.parentReason ?? ''}
          maxLength={2000}
          onChange={(event) => onChange({ parentReason: event.currentTarget.value || null })}
        />
      )}
      <label className={styles.scope}>
        <input
          type="checkbox"
          checked={value.burdens}
          onChange={(event) => onChange({ burdens: event.currentTarget.checked })}
        />
        <span>
          <strong>{t('foundation.burdens')}</strong>
          <span className={styles.meta}>{t('foundation.burdensHelp')}</span>
        </span>
      </label>
    </>
  );
}
