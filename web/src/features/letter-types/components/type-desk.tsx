import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { allTypesOptions, type LetterType } from '../api/letter-types.ts';
import styles from './letter-types.module.css';
import { TypeForm } from './type-form.tsx';
import { TypePage } from './type-page.tsx';

/** One type: its settings on the left, its page on the right, drawn anew with each change. */
export function TypeDesk({ code }: { code: string }) {
  const { data, error, refetch } = useQuery(allTypesOptions);
  const { t } = useTranslation('letter-types');
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={8} />;
  const type = data.find((each) => each.code === code);
  if (!type) return <p role="status">{t('desk.unknown')}</p>;
  return <Desk key={type.updatedAt} type={type} />;
}

function Desk({ type }: { type: LetterType }) {
  const [values, setValues] = useState(type);
  const { code, updatedAt: _, active: __, ...shown } = values;
  return (
    <div className={styles.desk}>
      <TypeForm type={type} values={values} onChange={setValues} />
      <TypePage input={{ code, type: shown }} name={values.name} />
    </div>
  );
}
