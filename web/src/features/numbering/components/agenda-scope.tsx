import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../components/ui/choice.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { saveSettings, settingsOptions } from '../../../lib/calls/settings.ts';
import { problemMessage } from '../../../lib/problem.ts';
import styles from './numbering.module.css';

/** Whether the regency keeps one agenda book of what comes in, or each organisation its own. */
export function AgendaScope() {
  const { t } = useTranslation('numbering');
  const queryClient = useQueryClient();
  const { data } = useQuery(settingsOptions);
  if (!data) return null;
  return (
    <section aria-labelledby="buku-agenda" className={`${styles.form} ${styles.section}`}>
      <h2 id="buku-agenda">{t('agenda.title')}</h2>
      <p className={styles.hint}>{t('agenda.lead')}</p>
      <Choice
        label={t('agenda.label')}
        value={data.agendaScope}
        options={(['regency', 'unit'] as const).map((value) => ({ value, label: t(`agenda.${value}`) }))}
        onChange={(agendaScope) => {
          saveSettings({ agendaScope })
            .then((saved) => {
              queryClient.setQueryData(settingsOptions.queryKey, saved);
              showToast(t('agenda.saved'));
            })
            .catch((thrown: unknown) => showToast(problemMessage(thrown), 'failed'));
        }}
      />
    </section>
  );
}
