import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { FactList } from '../../../components/ui/fact-list.tsx';
import { PrintSheet } from '../../../components/ui/print-sheet.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { letterOptions } from '../../../lib/calls/get-letter.ts';
import { exactInstant, longDate } from '../../../lib/dates.ts';
import { letterDispositionsOptions } from '../api/dispositions.ts';
import { asTree } from '../rules.ts';
import styles from './disposition-sheet.module.css';

/** The lembar disposisi: the fields that offices print on theirs, and what was disposed so far. */
export function DispositionSheet({ letterId }: { letterId: string }) {
  const { t } = useTranslation('dispositions');
  const { data, error, refetch } = useQuery(letterDispositionsOptions(letterId));
  const { data: letter } = useQuery(letterOptions(letterId));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data || !letter) return <SkeletonRows withTitle />;
  const { letter: head } = data;
  // What was taken back was never asked for.
  const given = data.items.filter(({ state }) => state !== 'cancelled');
  return (
    <PrintSheet title={t('sheet.title')} head={letter.unit?.name}>
      <FactList
        facts={[
          { label: t('sheet.from'), value: head.from },
          { label: t('sheet.number'), value: head.number },
          head.date ? { label: t('sheet.date'), value: longDate(head.date) } : null,
          letter.incoming && { label: t('sheet.received'), value: exactInstant(letter.incoming.receivedAt) },
          { label: t('sheet.agenda'), value: head.agendaNumber },
          {
            label: t('sheet.nature'),
            value: [
              t(`common:secrecy.${head.secrecy}`),
              head.urgency === 'biasa' ? null : t(`letters:urgency.${head.urgency}`),
            ]
              .filter(Boolean)
              .join(', '),
          },
          { label: t('sheet.subject'), value: head.subject },
        ]}
      />
      <table className={styles.printed}>
        <thead>
          <tr>
            <th scope="col">{t('to')}</th>
            <th scope="col">{t('instruction')}</th>
            <th scope="col">{t('due')}</th>
            <th scope="col">{t('sheet.given')}</th>
            <th scope="col">{t('sheet.report')}</th>
          </tr>
        </thead>
        <tbody>
          {asTree(given).map(({ item, depth }) => (
            <tr key={item.id}>
              <td style={{ paddingLeft: `${8 + depth * 16}px` }}>
                {item.to.title}
                <br />
                {item.to.holder}
              </td>
              <td>{item.instruction ?? t('hidden')}</td>
              <td>{item.dueOn ? longDate(item.dueOn) : '–'}</td>
              <td>
                {item.from.person}
                <br />
                {exactInstant(item.createdAt)}
              </td>
              <td>{item.report ?? t(`states.${item.state}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.notes}>{t('sheet.notes')}</p>
    </PrintSheet>
  );
}
