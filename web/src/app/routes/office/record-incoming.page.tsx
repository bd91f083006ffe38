import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageBar } from '../../../components/ui/page-bar.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { RecordForm } from '../../../features/incoming/components/record-form.tsx';
import { useMe } from '../../../lib/calls/get-me.ts';

/** A registrar records a letter that came outside the system. */
export function RecordIncomingPage() {
  const { t } = useTranslation('incoming');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const me = useMe();
  const mayRecord = me?.permissions.includes('letters.record-incoming') ?? true;
  return (
    <>
      <PageBar back={{ to: '/surat', label: t('common:nav.letters') }} />
      <Page>
        <PageTitle lead={t('record.lead')}>{t('record.title')}</PageTitle>
        {mayRecord ? (
          <RecordForm
            onRecorded={({ id, agendaNumber }) => {
              showToast(agendaNumber ? t('record.doneAgenda', { number: agendaNumber }) : t('record.done'));
              for (const topic of ['letters', 'tasks']) void queryClient.invalidateQueries({ queryKey: [topic] });
              void navigate({ to: '/surat/$letterId', params: { letterId: id } });
            }}
          />
        ) : (
          <EmptyState drawing="lock" title={t('record.notYours')}>
            {t('record.notYoursText')}
          </EmptyState>
        )}
      </Page>
    </>
  );
}
