import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageBar } from '../../../components/ui/page-bar.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { AgreementForm } from '../../../features/agreements/components/agreement-form.tsx';
import { newIdempotencyKey } from '../../../lib/api.ts';
import { createAgreement } from '../../../lib/calls/agreements.ts';
import { useMe } from '../../../lib/calls/get-me.ts';
import { dayOf } from '../../../lib/dates.ts';

/** A new agreement: partners, what about, how long. The articles come from the shipped wording. */
export function NewAgreementPage() {
  const { t } = useTranslation('agreements');
  const navigate = useNavigate();
  const me = useMe();
  const key = useRef(newIdempotencyKey());
  const today = dayOf(new Date());
  const lastDay = `${Number(today.slice(0, 4)) + 1}-12-31`;
  return (
    <>
      <PageBar back={{ to: '/kolaborasi', label: t('list.title') }} />
      <Page>
        {me && !me.permissions.includes('agreements.draft') ? (
          <EmptyState headingLevel={1} drawing="lock" title={t('forbidden.newTitle')}>
            {t('list.newReason')}
          </EmptyState>
        ) : (
          <>
            <PageTitle lead={t('new.lead')}>{t('new.title')}</PageTitle>
            <AgreementForm
              isNew
              initial={{
                partners: [],
                title: '',
                kind: 'kb',
                parentId: null,
                parentReason: null,
                burdens: false,
                scope: ['templates'],
                startsOn: today,
                endsOn: lastDay,
                noticeDays: 30,
                copiesAfterEnd: 'keep',
              }}
              submit={t('new.submit')}
              onCancel={() => void navigate({ to: '/kolaborasi' })}
              onSubmit={async (values) => {
                try {
                  const { id } = await createAgreement(values, key.current);
                  void navigate({ to: '/kolaborasi/kesepakatan/$agreementId', params: { agreementId: id } });
                } catch (error) {
                  // Another body needs another key.
                  key.current = newIdempotencyKey();
                  throw error;
                }
              }}
            />
          </>
        )}
      </Page>
    </>
  );
}
